/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of tests of the rules on facts: a clean application with clean facts, a few edits, and
 * whether one rule speaks. Everything is made up. */
#pragma once

#include "codec/facts_json.h"
#include "rule_rows.h"

#define TEXT(text) "\"" text "\""

/* The place of a value in the facts as a JSON pointer ("/host/mcc", "/terminals/0/kcv/value"), and
 * what is put there. An index equal to the array's length appends. */
typedef struct {
    const char *at;   /* NULL = no further edit */
    const char *json; /* NULL = the member is taken away */
} FactEdit;

typedef struct {
    const char *rule;
    const char *name;
    gboolean fires;
    FactEdit edits[6];
    RowEdit app[4];
    Stage stage; /* submit, which is 0, stands for the default stage: ready */
    const char
        *path; /* where the finding stands, after "/facts"; needed where it fires at a fact */
    MerchantKind kind;
    guint terminals; /* 0 stands for 1 */
    guint terminal;  /* whose the finding is, counted from 1; 0 = not looked at */
} FactTestRow;

/* Rows in which the value at a place of the facts is changed (NULL = taken away), with what else
 * there is to the row: APP, AND, .stage and the like. It fires there, or nowhere. */
#define FIRES_WITH(rule_, name_, at_, json_, ...)                                                  \
    {                                                                                              \
        .rule = rule_, .name = name_, .fires = TRUE, .path = at_, .edits = {{at_, json_}},         \
        __VA_ARGS__                                                                                \
    }
#define QUIET_WITH(rule_, name_, at_, json_, ...)                                                  \
    {                                                                                              \
        .rule = rule_, .name = name_, .edits = {{at_, json_}}, __VA_ARGS__                         \
    }
#define FIRES(rule, name, at, json) FIRES_WITH(rule, name, at, json, .terminal = 0)
#define QUIET(rule, name, at, json) QUIET_WITH(rule, name, at, json, .terminal = 0)
#define APP(field, text) .app[0] = {FIELD_##field, text}
#define AND(at, json) .edits[1] = {at, json}
#define AND_THIRD(at, json) .edits[2] = {at, json}

#define FACT_ROW_MERCHANT "898584058120001"

/* An application with its facts and what the rules found in them. */
typedef struct {
    Arena *arena;
    Application *app;
    Facts facts;
    GArray *errors; /* InputError */
    GArray *findings;
} FactRun;

void fact_run_clear(FactRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FactRun, fact_run_clear)

/* sample_application with a merchant number and so many terminals, each with a SIM card of its own.
 */
Application *fact_rows_application(Arena *arena, MerchantKind kind, guint terminals);

/* Clean facts that fit such an application, as JSON; free with g_free. */
char *fact_rows_json(const Application *app);

/* The same with edits, `count` of them at most; free with g_free. */
char *fact_rows_edited(const char *json, const FactEdit *edits, gsize count);

/* Reads the facts, which must have no fault, joins them and runs all rules. Takes over app's arena.
 */
void fact_run(FactRun *run, Application *app, const char *json, Stage stage);

/* The clean facts and application of a row with its edits. */
void fact_run_row(FactRun *run, const FactTestRow *row);

/* The finding of a rule at a path after "/facts" (NULL = anywhere), or NULL. */
const Finding *fact_run_find(const FactRun *run, const char *rule, const char *path);

/* Adds a test for each row, and for each that fires at a fact another: without that fact the rule
 * says nothing of it. */
void fact_rows_add(const FactTestRow *rows, gsize count);

/* Each row of the table has a test row that fires at its fact and one of its rule that does not. */
void fact_rows_check_complete(const FactRule *rules, const FactTestRow *rows, gsize count);

/* Adds tests that clean facts make no rule of this table speak, whatever the merchant's kind. */
void fact_rows_add_clean(const FactRule *rules);
