/* SPDX-License-Identifier: Apache-2.0 */
/* From a live decline back to the set-up mistakes that give it. Pure; integers only. */
#pragma once

#include "model/catalogue.h"
#include "model/diagnosis.h"

/* An open finding on the merchant's application or facts: it raises the mistakes its rule names. */
typedef struct {
    const RuleEntry *rule; /* borrowed, as all texts here */
    Localized message;     /* filled in */
    const char *path;
    const char *key;
} DiagnoseEvidence;

typedef struct {
    const RulePack *pack;
    const Catalogue *catalogue;
    const DiagnosisTable *table;
    const Observation *seen;
    const GArray *evidence; /* DiagnoseEvidence, NULL = no application was given */
} DiagnoseInput;

/* Why a mistake is suspected. */
typedef enum {
    REASON_PRIMARY,   /* the code is the one it is expected to give */
    REASON_ALTERNATE, /* the code is one it may give */
    REASON_LISTED,    /* the response codes name it */
    REASON_PATTERN,   /* a pattern of the table */
    REASON_FINDING    /* an open finding */
} DiagnoseReasonKind;

typedef struct {
    DiagnoseReasonKind kind;
    const char *code;                 /* of the first three kinds */
    const DiagnosisCause *cause;      /* of a pattern */
    const SignSet *provided;          /* its conditions */
    guint untold;                     /* bits of those that nobody has told */
    const DiagnoseEvidence *evidence; /* of a finding */
} DiagnoseReason;

typedef struct {
    const Forecast *forecast; /* names mistake and variant */
    const Topic *mistake;
    guint score;     /* 0 to 100 */
    GArray *reasons; /* DiagnoseReason, in the order in which they were found */
} Suspect;

/* Why a decline is not from set-up, or cannot be told. */
typedef enum {
    BECAUSE_ANSWER,       /* a row of the table; or set-up, with suspects */
    BECAUSE_UNKNOWN_CODE, /* a private code of an acquirer that was not told */
    BECAUSE_OWN_MEANING,  /* the acquirer's own meaning names no set-up mistake */
    BECAUSE_REJECTED,     /* a reject code of the switch that names no set-up mistake */
    BECAUSE_RULED_OUT     /* what was told contradicts every mistake that the code names */
} DiagnoseBecause;

typedef struct {
    DiagnosisVerdict verdict;
    DiagnoseBecause because;
    const DiagnosisAnswer *answer; /* NULL unless a row of the table says it */
    const char *who;               /* who must act, or is behind it */
    const char *code;              /* the code that decided, borrowed from the observation */
    guint ask;                     /* bits of signs that would tell more */
    GPtrArray *suspects;           /* Suspect, likeliest first; none unless set-up or unclear */
} Diagnosis;

/* Scores the mistakes that may be behind what was seen. Free with diagnose_free. */
Diagnosis *diagnose(const DiagnoseInput *input);
void diagnose_free(Diagnosis *diagnosis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Diagnosis, diagnose_free)

/* The acquirer's own meaning of a code, NULL when there is none. Letters' case does not matter. */
const DeclineOverride *diagnose_override(const Catalogue *catalogue, const char *acquirer,
                                         const char *code);
