/* SPDX-License-Identifier: Apache-2.0 */
/* The contract: its dates, its clauses, its parties (G05, G06, M05, X01). */
#include "rules/rule.h"

#include "base/text.h"

#include <string.h>

/* ---- dates ---- */

static void
rule_dates(const RuleContext *context, FindingSink *sink)
{
    const FieldValue *from = application_good(context->app, FIELD_CONTRACT_CONTRACT_FROM);
    const FieldValue *to = application_good(context->app, FIELD_CONTRACT_CONTRACT_TO);

    if (from == NULL || to == NULL || from->number <= to->number)
        return;
    Finding *finding = finding_add(sink, FIELD_CONTRACT_CONTRACT_TO, -1);
    finding_param_number(finding, "date", PARAM_DATE, from->number);
}

static void
rule_expired(const RuleContext *context, FindingSink *sink)
{
    const FieldValue *to = application_good(context->app, FIELD_CONTRACT_CONTRACT_TO);

    if (to == NULL || to->number >= context->today)
        return;
    Finding *finding = finding_add(sink, FIELD_CONTRACT_CONTRACT_TO, -1);
    finding_param_number(finding, "date", PARAM_DATE, to->number);
}

/* Who is still being reviewed may have a contract that begins later; who is to be opened now may
 * not. */
static void
judge_start(const RuleContext *context, FindingSink *sink, gboolean opening)
{
    const FieldValue *from = application_good(context->app, FIELD_CONTRACT_CONTRACT_FROM);

    if (from == NULL || from->number <= context->today ||
        (context->stage >= STAGE_PROVISION) != opening)
        return;
    Finding *finding = finding_add(sink, FIELD_CONTRACT_CONTRACT_FROM, -1);
    finding_param_number(finding, "date", PARAM_DATE, from->number);
}

static void
rule_starts_later(const RuleContext *context, FindingSink *sink)
{
    judge_start(context, sink, FALSE);
}

static void
rule_not_started(const RuleContext *context, FindingSink *sink)
{
    judge_start(context, sink, TRUE);
}

static void
rule_long_term(const RuleContext *context, FindingSink *sink)
{
    const FieldValue *from = application_good(context->app, FIELD_CONTRACT_CONTRACT_FROM);
    const FieldValue *to = application_good(context->app, FIELD_CONTRACT_CONTRACT_TO);
    gint64 years = rule_number(context, "years");

    if (from == NULL || to == NULL ||
        to->number < civil_add_years((CivilDay)from->number, (int)years))
        return;
    Finding *finding = finding_add(sink, FIELD_CONTRACT_CONTRACT_TO, -1);
    finding_param_number(finding, "years", PARAM_COUNT, years);
}

/* ---- clauses ---- */

/* In the order of the field's words: six of PBOC 2013/9 on what is agreed, then five on the
 * merchant's duties. */
static const char *const clause_keys[] = {
    "clause.card_kinds", "clause.txn_types", "clause.account",       "clause.cycle",
    "clause.fee",        "clause.errors",    "clause.genuine_trade", "clause.no_discrimination",
    "clause.proper_use", "clause.vouchers",  "clause.no_surcharge",
};

enum { CLAUSES_AGREED = 6, CLAUSES_ALL = G_N_ELEMENTS(clause_keys) };

static void
judge_clauses(const RuleContext *context, FindingSink *sink, guint first, guint end)
{
    if (application_good(context->app, FIELD_CONTRACT_CLAUSES) == NULL)
        return;
    for (guint i = first; i < end; i++) {
        if (!application_has(context->app, FIELD_CONTRACT_CLAUSES, i))
            finding_param_key(finding_add(sink, FIELD_CONTRACT_CLAUSES, -1), "clause",
                              clause_keys[i]);
    }
}

static void
rule_clauses_agreed(const RuleContext *context, FindingSink *sink)
{
    judge_clauses(context, sink, 0, CLAUSES_AGREED);
}

static void
rule_clauses_duties(const RuleContext *context, FindingSink *sink)
{
    judge_clauses(context, sink, CLAUSES_AGREED, CLAUSES_ALL);
}

/* ---- parties ---- */

typedef gboolean (*SameName)(const char *a, const char *b);

/* A name that is looked for among several, and how names are compared. */
typedef struct {
    const char *name;
    SameName same;
} Wanted;

static gsize
bytes_to_separator(const char *text, const char *separators)
{
    const char *end = text;

    while (*end != '\0' && g_utf8_strchr(separators, -1, g_utf8_get_char(end)) == NULL)
        end = g_utf8_next_char(end);
    return (gsize)(end - text);
}

static gboolean
one_part_is(Arena *arena, const char *text, const char *separators, const Wanted *wanted)
{
    while (*text != '\0') {
        gsize length = bytes_to_separator(text, separators);
        if (length > 0 && wanted->same(arena_strndup(arena, text, length), wanted->name))
            return TRUE;
        text += length;
        if (*text != '\0')
            text = g_utf8_next_char(text);
    }
    return FALSE;
}

/* Names may hold blanks themselves, so the list is first taken whole, then by its signs, then by
 * blanks too. */
static gboolean
names_hold(const RuleContext *context, const char *names, const char *name, SameName same)
{
    static const char signs[] = ";；、,，/:：\n", blanks[] = ";；、,，/:：\n \t　";
    Wanted wanted = {name, same};

    if (name == NULL)
        return FALSE;
    return same(names, name) || one_part_is(context->app->arena, names, signs, &wanted) ||
           one_part_is(context->app->arena, names, blanks, &wanted);
}

/* A household or micro merchant is its owner, who may sign in the own name. */
static const char *
owner_of(const Application *app)
{
    int kind = application_kind_of_merchant(app);

    if (kind != MERCHANT_HOUSEHOLD && kind != MERCHANT_MICRO)
        return NULL;
    return application_text(app, FIELD_PERSON_LEGAL_NAME);
}

static gboolean
party_signed(const RuleContext *context, const char *names, SameName same)
{
    const char *registered = application_text(context->app, FIELD_MERCHANT_REGISTER_NAME);

    return names_hold(context, names, registered, same) ||
           names_hold(context, names, owner_of(context->app), same);
}

/* Who signed, when the names of the merchant are known and none of them stands there. */
static const char *
foreign_party(const RuleContext *context)
{
    const char *names = application_text(context->app, FIELD_CONTRACT_SIGNED_BY);

    if (names == NULL || application_text(context->app, FIELD_MERCHANT_REGISTER_NAME) == NULL)
        return NULL;
    return party_signed(context, names, text_name_equal) ? NULL : names;
}

static void
rule_party(const RuleContext *context, FindingSink *sink)
{
    const char *names = foreign_party(context);

    if (names != NULL && !party_signed(context, names, text_name_similar))
        finding_add(sink, FIELD_CONTRACT_SIGNED_BY, -1);
}

static void
rule_party_similar(const RuleContext *context, FindingSink *sink)
{
    const char *names = foreign_party(context);

    if (names != NULL && party_signed(context, names, text_name_similar))
        finding_add(sink, FIELD_CONTRACT_SIGNED_BY, -1);
}

/* ---- number ---- */

/* Something typed so that the cell is not empty: no digit other than 0 in it. */
static void
rule_number_form(const RuleContext *context, FindingSink *sink)
{
    const char *number = application_text(context->app, FIELD_CONTRACT_CONTRACT_NO);

    if (number != NULL && strpbrk(number, "123456789") == NULL)
        finding_add(sink, FIELD_CONTRACT_CONTRACT_NO, -1);
}

const RuleRow contract_rules[] = {
    {"R-CON-001", rule_dates, NULL},
    {"R-CON-002", rule_expired, NULL},
    {"R-CON-003", rule_starts_later, NULL},
    {"R-CON-004", rule_not_started, NULL},
    {"R-CON-005", rule_long_term, "years"},
    {"R-CON-006", rule_clauses_agreed, NULL},
    {"R-CON-007", rule_clauses_duties, NULL},
    {"R-CON-008", rule_party, NULL},
    {"R-CON-009", rule_party_similar, NULL},
    {"R-CON-010", rule_number_form, NULL},
    {NULL, NULL, NULL},
};
