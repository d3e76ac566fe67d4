/* SPDX-License-Identifier: Apache-2.0 */
/* The everyday causes of "the POS will not take the card": what merchants are told, and which rules
 * look into it. Data, read-only once loaded. */
#pragma once

#include "model/pack.h"

typedef struct {
    guint id; /* 1 is the first */
    Localized title;
    char **mistakes; /* a rule that names one of these belongs to the cause; NULL-terminated */
    char **regulations;
    char **codes;            /* beginnings of finding codes: "CONTRACT." */
    char **rules;            /* ids of rules that neither of the three brings in */
    const char *later_stage; /* the stage that sees what no rule can yet, NULL = none */
    Localized later;         /* what that is; texts NULL without a stage */
} Cause;

typedef struct {
    const char *name, *version;
    GPtrArray *causes; /* Cause */
    GStringChunk *strings;
} CauseTable;

/* An empty table for a loader to fill; owns all it holds. */
CauseTable *cause_table_new(void);
void cause_table_free(CauseTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CauseTable, cause_table_free)

/* TRUE when the rule looks into the cause. Derived, so that a new rule appears by itself. */
gboolean cause_has_rule(const Cause *cause, const RuleEntry *rule);
