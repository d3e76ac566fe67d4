/* SPDX-License-Identifier: Apache-2.0 */
/* From a decline to its causes: what was seen, and the table of patterns that reads it. */
#pragma once

#include "model/pack.h"
#include "model/reject.h"

/* What may be told of a decline beside its code. Each has a few words; 0 = not told. */
typedef enum {
    SIGN_SIGN_ON,
    SIGN_ENTRY,
    SIGN_PIN,
    SIGN_CARDS,
    SIGN_AFTER,
    SIGN_TXN,
    SIGN_AMOUNT,
    SIGN_MERCHANTS,
    SIGN_TERMINALS,
    SIGN_CARD_KIND,
    SIGN_COUNT
} Sign;

/* The words that a condition allows, as bits; 0 = any. */
typedef struct {
    guint8 allowed[SIGN_COUNT];
} SignSet;

/* A decline as somebody saw it. */
typedef struct {
    char **codes;            /* capitals, NULL-terminated; DIAGNOSIS_NO_CODE = no code was shown */
    const char *acquirer;    /* as in the overrides of the response codes, NULL = not told */
    guint8 told[SIGN_COUNT]; /* one bit of the sign's words, 0 = not told */
} Observation;

#define DIAGNOSIS_NO_CODE "none"

enum { DIAGNOSIS_WEIGHT_MAX = 60 };

/* A mistake that a pattern points to. */
typedef struct {
    const char *mistake, *variant; /* variant "" = the one that fits best */
    guint weight;
    Localized reason, check_first;
} DiagnosisCause;

typedef struct {
    const char *id;
    char **codes;      /* empty: any, but only for mistakes that a code has brought up */
    guint at_least;    /* how many of the codes must have been seen */
    SignSet when;      /* untold is no contradiction, but weakens */
    SignSet given;     /* must have been told */
    GPtrArray *causes; /* DiagnosisCause */
} DiagnosisPattern;

/* What a mistake cannot be without: told otherwise, it is ruled out. */
typedef struct {
    const char *mistake, *variant; /* variant "" = every one */
    SignSet fits;
} DiagnosisProfile;

typedef enum { DIAGNOSIS_SETUP, DIAGNOSIS_NOT_SETUP, DIAGNOSIS_UNCLEAR } DiagnosisVerdict;

/* What to say of a code beside its causes. The first row that fits counts. */
typedef struct {
    const char *id;
    char **codes;
    SignSet given;
    guint untold; /* bits of signs that must not have been told */
    DiagnosisVerdict verdict;
    const char *who; /* an actor of the pack, or cardholder issuer cardholder_or_issuer nobody */
    Localized message;
} DiagnosisAnswer;

/* Other names of an acquirer whose own meaning of codes is known. */
typedef struct {
    const char *name; /* as in the overrides of the response codes */
    char **aliases;
} DiagnosisAcquirer;

typedef struct {
    const char *name, *version;
    char **cardless;      /* codes that speak of terminal, keys, numbers or line: how many cards got
                             them says nothing, since most often only one was tried */
    GPtrArray *acquirers; /* DiagnosisAcquirer */
    RejectTable rejects;
    GPtrArray *patterns; /* DiagnosisPattern */
    GPtrArray *profiles; /* DiagnosisProfile */
    GPtrArray *answers;  /* DiagnosisAnswer */
    GStringChunk *strings;
} DiagnosisTable;

/* An empty table for a loader to fill; owns all it holds. */
DiagnosisTable *diagnosis_table_new(void);
void diagnosis_table_free(DiagnosisTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DiagnosisTable, diagnosis_table_free)

/* The name by which the overrides know an acquirer, whichever of its names was told; what was told
 * when it is no alias. Letters' case does not matter. */
const char *diagnosis_acquirer(const DiagnosisTable *table, const char *told);

/* Adds an empty acquirer, pattern or answer, owned by the table. */
DiagnosisAcquirer *diagnosis_add_acquirer(DiagnosisTable *table);
DiagnosisPattern *diagnosis_add_pattern(DiagnosisTable *table);
DiagnosisAnswer *diagnosis_add_answer(DiagnosisTable *table);

/* The name of a sign in data ("sign_on") and as an option ("--sign-on"), and its words separated by
 * blanks; static. */
const char *diagnosis_sign_key(Sign sign);
const char *diagnosis_sign_option(Sign sign);
const char *diagnosis_sign_words(Sign sign);

/* The sign of a name in data; FALSE when there is none. */
gboolean diagnosis_sign_find(const char *key, Sign *sign);

/* The bit of a word of the sign, 0 when it has no such word. */
guint8 diagnosis_sign_bit(Sign sign, const char *word);

/* The word of a verdict: setup not_setup unclear; static. */
const char *diagnosis_verdict_name(DiagnosisVerdict verdict);
gboolean diagnosis_verdict_find(const char *name, DiagnosisVerdict *verdict);
