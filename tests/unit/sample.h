/* SPDX-License-Identifier: Apache-2.0 */
/* A clean application to change one thing in, and the built-in rules to run over it. Everything is
 * made up. */
#pragma once

#include "rules/rule.h"

#define SAMPLE_TODAY "2026-11-23"

/* A clean application of that merchant kind with one terminal, on the arena. */
Application *sample_application(Arena *arena, MerchantKind kind);

/* Sets a field from text as a spreadsheet cell would (money in yuan, rates in percent, sets with
 * ';', ISO dates). */
void sample_set(Application *app, FieldId id, int device, const char *text);

/* Makes a field absent. */
void sample_clear(Application *app, FieldId id, int device);

/* Gives the application `count` terminals alike but for serial and number, in place of what it had.
 */
void sample_terminals(Application *app, guint count);

/* Runs the built-in pack at stage `stage` as of SAMPLE_TODAY; free with g_array_unref. `repeats`
 * may be NULL. */
GArray *sample_run(const Application *app, const GArray *repeats, Stage stage);

/* The same with facts that are joined to the application. */
GArray *sample_run_facts(const Application *app, const Facts *facts, Stage stage);

/* The first finding of a rule id, or NULL. */
const Finding *sample_find(const GArray *findings, const char *rule_id);

/* The rule ids of all findings at least as severe, joined by blanks, in order: "" for a clean
 * application. */
char *sample_rules(const GArray *findings, Severity least);

/* From now on rules run with this catalogue in place of the built-in one; borrowed. */
void sample_use_catalogue(const Catalogue *catalogue);

/* The built-in pack and catalogue, loaded once. */
const RulePack *sample_pack(void);
const Catalogue *sample_catalogue(void);

/* A catalogue of so many sheets (CSV), with what is built in of all other kinds; free with
 * catalogue_free. */
Catalogue *sample_catalogue_of(const char *const *sheets, gsize count);
