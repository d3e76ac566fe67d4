/* SPDX-License-Identifier: Apache-2.0 */
/* A finding: a rule that fired, at a field of an application. */
#pragma once

#include "model/application.h"
#include "model/pack.h"

typedef enum {
    PARAM_TEXT,  /* shown as it is: never personal */
    PARAM_FEN,   /* shown as yuan */
    PARAM_RATE,  /* 1e-8, shown as percent */
    PARAM_DATE,  /* CivilDay */
    PARAM_COUNT, /* a plain number */
    PARAM_FIELD, /* a FieldId, shown as the field's label */
    PARAM_KEY    /* a key of the texts table, shown in the reader's language */
} ParamKind;

typedef struct {
    const char *name; /* static: as in {name} of the rule's message */
    ParamKind kind;
    gint64 number;
    const char *text; /* of the sink's arena or static */
} Param;

enum { FINDING_PARAMS_MAX = 6, FINDINGS_MAX = 2000 };

typedef struct {
    const RuleEntry *rule; /* borrowed from the pack */
    FieldId field;         /* FIELD_NONE = the application as a whole */
    int device;            /* index of the terminal, -1 for other fields */
    const char *masked;    /* what was seen, masked; NULL when nothing was given */
    guint32 line;          /* where it was seen */
    guint16 column;
    guint8 param_count;
    Param params[FINDING_PARAMS_MAX];
    int cause; /* index of the finding that explains this one, -1 = none */
} Finding;

/* Collects the findings of one application. */
typedef struct {
    const Application *app;
    const RuleEntry *rule; /* the rule that runs now; set by the runner */
    GArray *findings;      /* Finding */
} FindingSink;

/* Adds a finding of the running rule at a field; `device` is the terminal's index, -1 for other
 * fields. Sets what was seen, masked, and where. Returns it for finding_param_*; valid until the
 * next add. Never NULL: past FINDINGS_MAX the last one is overwritten. */
Finding *finding_add(FindingSink *sink, FieldId field, int device);

/* Gives the finding a parameter of its message. `name` is static. */
void finding_param_text(FindingSink *sink, Finding *finding, const char *name, const char *text);
void finding_param_number(Finding *finding, const char *name, ParamKind kind, gint64 number);
void finding_param_key(Finding *finding, const char *name, const char *static_key);

/* The layer and stage of a finding: the rule's, or the field's where the rule says so. */
Layer finding_layer(const Finding *finding);
Stage finding_due_by(const Finding *finding);

/* The first 16 hexadecimal digits of SHA-256 over rule id, path and the application's external_ref,
 * into `key`. */
void finding_key(const Finding *finding, const Application *app, char key[17]);

/* Masks a value as its field demands, into the arena; NULL for NULL. */
const char *finding_mask(Arena *arena, Mask mask, const char *text);
