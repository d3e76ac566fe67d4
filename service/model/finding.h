/* SPDX-License-Identifier: Apache-2.0 */
/* A finding: a rule that fired, at a field of an application or at a fact about it. */
#pragma once

#include "model/facts.h"
#include "model/pack.h"

typedef enum {
    PARAM_TEXT,  /* shown as it is: never personal */
    PARAM_FEN,   /* shown as yuan */
    PARAM_RATE,  /* 1e-8, shown as percent */
    PARAM_DATE,  /* CivilDay */
    PARAM_COUNT, /* a plain number */
    PARAM_FIELD, /* a FieldId, shown as the field's label */
    PARAM_FACT,  /* a FactId, shown as the fact's label */
    PARAM_KEY    /* a key of the texts table, shown in the reader's language */
} ParamKind;

typedef struct {
    const char *name; /* static: as in {name} of the rule's message */
    ParamKind kind;
    gint64 number;
    const char *text; /* of the sink's arena or static */
} Param;

enum { FINDING_PARAMS_MAX = 6, FINDING_EVIDENCE_MAX = 2, FINDINGS_MAX = 2000 };

/* An answer that a finding rests on. */
typedef struct {
    FactId fact;
    guint index;              /* the record's place in its section */
    const FactRecord *record; /* borrowed from the facts */
    const char *masked;       /* what it says */
} FindingEvidence;

typedef struct {
    const RuleEntry *rule; /* borrowed from the pack */
    FieldId field;         /* FIELD_NONE = a fact, or the application as a whole */
    FactId fact;           /* FACT_NONE = a field, or the application as a whole */
    guint fact_index;      /* the record's place in the fact's section */
    gboolean whole;        /* about the whole record of the fact */
    int device;            /* index of the terminal, -1 for other fields */
    const char *masked;    /* what was seen, masked; NULL when nothing was given */
    const char *file;      /* where it was seen; borrowed */
    guint32 line;
    guint16 column;
    guint8 param_count, evidence_count;
    Param params[FINDING_PARAMS_MAX];
    FindingEvidence evidence[FINDING_EVIDENCE_MAX];
    int cause; /* index of the finding that explains this one, -1 = none */
} Finding;

/* Collects the findings of one application. */
typedef struct {
    const Application *app;
    const Facts *facts;    /* NULL = nobody was asked */
    const RuleEntry *rule; /* the rule that runs now; set by the runner */
    GArray *findings;      /* Finding */
} FindingSink;

/* Adds a finding of the running rule at a field; `device` is the terminal's index, -1 for other
 * fields. Sets what was seen, masked, and where. Returns it for finding_param_*; valid until the
 * next add. Never NULL: past FINDINGS_MAX the last one is overwritten. */
Finding *finding_add(FindingSink *sink, FieldId field, int device);

/* Adds a finding of the running rule at a fact: the record `index` of its section, which is about
 * the terminal `device` of the application, -1 for none. The answer is its first evidence. Valid as
 * that of finding_add; the facts must be there. */
Finding *finding_add_fact(FindingSink *sink, FactId fact, guint index, int device);

/* As finding_add_fact, at the whole record. */
Finding *finding_add_record(FindingSink *sink, FactSection section, guint index, int device);

/* Adds another answer that the finding rests on; past FINDING_EVIDENCE_MAX it is left out. */
void finding_add_evidence(FindingSink *sink, Finding *finding, FactId fact, guint index);

/* Gives the finding a parameter of its message. `name` is static. */
void finding_param_text(FindingSink *sink, Finding *finding, const char *name, const char *text);
/* A value of the application or a fact, masked as `mask` demands. */
void finding_param_seen(FindingSink *sink, Finding *finding, const char *name, Mask mask,
                        const char *text);
void finding_param_number(Finding *finding, const char *name, ParamKind kind, gint64 number);
void finding_param_key(Finding *finding, const char *name, const char *static_key);

/* The JSON pointer of what a finding is about; "" for the application as a whole. */
void finding_path(const Finding *finding, GString *out);

/* The layer and stage of a finding: the rule's, or those of the field or fact where the rule says
 * so. */
Layer finding_layer(const Finding *finding);
Stage finding_due_by(const Finding *finding);

/* The first 16 hexadecimal digits of SHA-256 over rule id, path and the application's external_ref,
 * into `key`. */
void finding_key(const Finding *finding, const Application *app, char key[17]);

/* A value as reports show it: one spelling whatever form it came in, masked; on the arena. */
const char *finding_seen(Arena *arena, FieldId id, const FieldValue *value);
const char *finding_seen_fact(Arena *arena, FactId id, const FactValue *value);

/* Masks a value as its field demands, into the arena; NULL for NULL. */
const char *finding_mask(Arena *arena, Mask mask, const char *text);

/* The same text with all but the last digits of each long number hidden; on the arena. */
const char *finding_hide_numbers(Arena *arena, const char *text);
