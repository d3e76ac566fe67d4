/* SPDX-License-Identifier: Apache-2.0 */
/* An assessment with much to say, to be shown. Its rules are made up, so that the words of the rule
 * pack may change freely. */
#pragma once

#include "report/report.h"

#include <string.h>

/* The made-up rules, by what they are about. */
enum {
    DAMAGE,
    HOLDER,
    DEBIT,
    COST,
    SCHEME,
    EXPIRED,
    PUT_RIGHT,
    UNKNOWN,
    LISTED,
    DIFFERS,
    RULE_COUNT
};

/* Everything a report is made from. */
typedef struct {
    Arena *arena;
    Texts *texts;
    RulePack *pack;
    Application *app;
    GArray *findings;
    FindingSink sink;
    Assessment assessment;
    ReportContext context;
} Busy;

/* For g_test_add: no finding yet, stage approve, 80 columns, Chinese, for sales. */
void busy_set_up(Busy *busy, gconstpointer data);
void busy_tear_down(Busy *busy, gconstpointer data);

/* Adds a finding of a rule at line 17 and sets layer and verdict as the flow would. Valid until the
 * next. */
Finding *busy_add(Busy *busy, guint rule, FieldId field, int device);

/* One of everything but a hit on a list, twice of some. */
void busy_add_all(Busy *busy);

/* Application and summary as text. */
char *busy_text(Busy *busy, Language language);

/* How often `what` stands in a text. */
guint busy_count(const char *text, const char *what);

#define assert_has(text, what)                                                                     \
    G_STMT_START                                                                                   \
    {                                                                                              \
        if (strstr(text, what) == NULL) {                                                          \
            g_test_message("lacks: %s\n%s", what, text);                                           \
            g_test_fail();                                                                         \
        }                                                                                          \
    }                                                                                              \
    G_STMT_END
#define assert_lacks(text, what) g_assert_null(strstr(text, what))

#define BUSY_TEST(path, row, function)                                                             \
    g_test_add(path, Busy, GSIZE_TO_POINTER(row), busy_set_up, function, busy_tear_down)
