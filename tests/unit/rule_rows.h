/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of rule tests: a clean application, a few edits, and whether one rule speaks. */
#pragma once

#include "sample.h"

typedef struct {
    FieldId id;       /* a terminal's field is set on the first terminal */
    const char *text; /* "" = makes it absent; NULL = no further edit */
} RowEdit;

typedef struct {
    const char *rule;
    const char *name;
    gboolean fires;
    MerchantKind kind;
    RowEdit edits[5];
    Stage stage;      /* submit, which is 0, stands for the default stage: approve */
    const char *path; /* where the finding stands, NULL = not looked at */
} RuleTestRow;

static inline Application *
row_application(Arena *arena, const RuleTestRow *row)
{
    Application *app = sample_application(arena, row->kind);

    for (gsize i = 0; i < G_N_ELEMENTS(row->edits) && row->edits[i].text != NULL; i++)
        sample_set(app, row->edits[i].id, 0, row->edits[i].text);
    return app;
}

static inline void
row_check_path(const RuleTestRow *row, const Finding *finding)
{
    g_autoptr(GString) path = g_string_new(NULL);

    field_path(finding->field, finding->device, path);
    g_assert_cmpstr(path->str, ==, row->path);
}

static inline void
row_run(gconstpointer data)
{
    const RuleTestRow *row = data;
    g_autoptr(Arena) arena = arena_new();
    const Application *app = row_application(arena, row);
    Stage stage = row->stage == STAGE_SUBMIT ? STAGE_APPROVE : row->stage;
    g_autoptr(GArray) findings = sample_run(app, NULL, stage);
    const Finding *finding = sample_find(findings, row->rule);

    if ((finding != NULL) != row->fires) {
        g_autofree char *all = sample_rules(findings, SEVERITY_INFO);
        g_error("%s (%s) %s; findings: %s", row->rule, row->name,
                row->fires ? "did not speak" : "spoke", all);
    }
    if (finding != NULL && row->path != NULL)
        row_check_path(row, finding);
}

static inline void
row_add_tests(const char *folder, const RuleTestRow *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *path = g_strdup_printf("/%s/%s/%s/%s", folder, rows[i].rule,
                                                rows[i].fires ? "fires" : "quiet", rows[i].name);
        g_test_add_data_func(path, &rows[i], row_run);
    }
}

/* With this text in the field, the rule's finding gives this reason. */
static inline void
row_check_reason(FieldId id, const char *text, const char *rule, const char *reason)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_set(app, id, -1, text);
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *finding = sample_find(findings, rule);
    g_assert_nonnull(finding);
    g_assert_cmpstr(finding->params[0].text, ==, reason);
}

/* The rule speaks of this application, and names the other rule's finding as its cause. */
static inline void
row_check_cause(const Application *app, const char *rule, const char *cause_rule)
{
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *finding = sample_find(findings, rule);

    g_assert_nonnull(finding);
    g_assert_cmpint(finding->cause, >=, 0);
    const Finding *cause = &g_array_index(findings, Finding, (guint)finding->cause);
    g_assert_cmpstr(cause->rule->id, ==, cause_rule);
}

/* Each rule of the table has a row that fires and one that does not; `elsewhere` names the rules
 * that have tests of their own, separated by blanks. */
static inline void
row_check_complete(const RuleRow *rules, const RuleTestRow *rows, gsize count,
                   const char *elsewhere)
{
    for (const RuleRow *rule = rules; rule->id != NULL; rule++) {
        gboolean fires = FALSE, quiet = FALSE;
        for (gsize i = 0; i < count; i++) {
            if (!g_str_equal(rows[i].rule, rule->id))
                continue;
            fires = fires || rows[i].fires;
            quiet = quiet || !rows[i].fires;
        }
        if (!(fires && quiet) && g_strrstr(elsewhere, rule->id) == NULL)
            g_error("%s lacks a row that fires, or one that does not", rule->id);
    }
}
