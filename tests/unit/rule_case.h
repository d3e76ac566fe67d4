/* SPDX-License-Identifier: Apache-2.0 */
/* A table of rule tests: what is changed in the clean sample, and whether one rule then speaks. */
#pragma once

#include "sample.h"

#include <string.h>

enum { RULE_CASE_CHANGES = 4 };

typedef struct {
    FieldId id;
    const char *text; /* NULL ends the changes; "" makes the field absent */
} RuleChange;

typedef struct {
    const char *name;
    RuleChange changes[RULE_CASE_CHANGES];
    const char *rule;
    gboolean fires;
    FieldId field; /* where it fires */
} RuleCase;

/* Changes the sample's only terminal or its application as the case says. */
static inline void
rule_case_change(Application *app, const RuleCase *what)
{
    for (guint i = 0; i < RULE_CASE_CHANGES && what->changes[i].text != NULL; i++) {
        FieldId id = what->changes[i].id;
        sample_set(app, id, field_is_device(id) ? 0 : -1, what->changes[i].text);
    }
}

static inline void
rule_case_judge(const GArray *findings, const RuleCase *what)
{
    const Finding *finding = sample_find(findings, what->rule);

    if (!what->fires) {
        g_assert_null(finding);
        return;
    }
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->field, ==, what->field);
    g_assert_cmpint(finding->device, ==, field_is_device(what->field) ? 0 : -1);
}

/* The clean sample of that kind with the case's changes, judged as far as `stage`. */
static inline void
rule_case_run(const RuleCase *what, MerchantKind kind, Stage stage)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, kind);

    rule_case_change(app, what);
    g_autoptr(GArray) findings = sample_run(app, NULL, stage);
    rule_case_judge(findings, what);
}

/* An enterprise at the stage of approval: the common test function. */
static inline void
rule_case_test(gconstpointer data)
{
    rule_case_run(data, MERCHANT_ENTERPRISE, STAGE_APPROVE);
}

static inline void
rule_case_add(const RuleCase *cases, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *path = g_strdup_printf("/%s/%s", cases[i].rule, cases[i].name);
        g_test_add_data_func(path, &cases[i], rule_case_test);
    }
}

/* The text of a finding's parameter. */
static inline const char *
rule_case_text(const Finding *finding, const char *name)
{
    for (guint i = 0; i < finding->param_count; i++) {
        if (g_str_equal(finding->params[i].name, name))
            return finding->params[i].text;
    }
    return NULL;
}
