/* SPDX-License-Identifier: Apache-2.0 */
/* The installation record: training, inspections, keeping of records (G08 to G10, G14, G22, G23,
 * G30, X09). */
#include "rules/fact_case.h"

#include <string.h>

#define PLAIN FIELD_NONE, FACT_NONE

enum { PROVINCE_LENGTH = 2, YEARS_OF_INSPECTION = 1 };

static void
add_date(const FactCase *c, gint64 day)
{
    finding_param_number(fact_case_add(c), "date", PARAM_DATE, day);
}

/* X09: contract start <= install <= today. The contract that counts is the one on file. */
static void
judge_installed_early(const FactCase *c)
{
    const FactValue *filed = fact_case_other(c, FACT_CONTRACT_CONTRACT_FROM);
    const FieldValue *applied = fact_case_field(c, FIELD_CONTRACT_CONTRACT_FROM);
    gint64 from = filed != NULL ? filed->number : applied != NULL ? applied->number : G_MININT32;

    if (c->value->text[0] != '\0' && c->value->number < from)
        add_date(c, from);
}

static void
judge_ahead(const FactCase *c)
{
    if (c->value->number > c->context->today)
        add_date(c, c->value->number);
}

/* G15: the place of use was looked at when it was installed, and the record says when. */
static void
judge_no_date(const FactCase *c)
{
    if (c->value->text[0] == '\0')
        fact_case_add(c);
}

/* A sale of this installation before the training; an older one was on another terminal. */
static gboolean
was_used_untrained(const FactCase *c)
{
    const FactValue *used = fact_case_other(c, FACT_INSTALL_LAST_TRANSACTION_AT);
    const FactValue *installed = fact_case_other(c, FACT_INSTALL_INSTALLED_AT);

    return used != NULL && used->text[0] != '\0' && c->value->number > used->number &&
           installed != NULL && used->number >= installed->number;
}

/* G09: training comes before opening; no date is no training. */
static void
judge_training(const FactCase *c)
{
    gboolean late = was_used_untrained(c);

    if (c->value->text[0] == '\0' || c->value->number > c->context->today || late)
        fact_case_add(c);
}

/* A year after the installation; where that has passed there was an inspection since, today at the
 * latest. */
static CivilDay
latest_inspection(const FactCase *c)
{
    const FactValue *installed = fact_case_other(c, FACT_INSTALL_INSTALLED_AT);
    CivilDay today = c->context->today;
    CivilDay latest = civil_add_years(installed != NULL ? (CivilDay)installed->number : today,
                                      YEARS_OF_INSPECTION);

    return latest >= today ? latest : civil_add_years(today, YEARS_OF_INSPECTION);
}

/* G10: within a year of the last inspection. */
static void
judge_inspection_late(const FactCase *c)
{
    CivilDay latest = latest_inspection(c);

    if (c->value->text[0] == '\0' || c->value->number > latest)
        add_date(c, latest);
}

static void
judge_inspection_overdue(const FactCase *c)
{
    if (c->value->text[0] != '\0' && c->value->number < c->context->today)
        add_date(c, c->value->number);
}

/* G14: three months without a sale ask for a new look, twelve end the service. */
static void
judge_idle(const FactCase *c, gint64 least, gint64 most)
{
    gint64 days = c->context->today - c->value->number;

    if (c->value->text[0] != '\0' && days > least && days <= most)
        finding_param_number(fact_case_add(c), "days", PARAM_COUNT, days);
}

static void
judge_idle_some(const FactCase *c)
{
    judge_idle(c, rule_number(c->context, "days"), rule_number(c->context, "most"));
}

static void
judge_idle_long(const FactCase *c)
{
    judge_idle(c, rule_number(c->context, "days"), G_MAXINT64);
}

/* Fewer years than the rule's `years`, but not fewer than its `least`, which another rule judges.
 */
static void
judge_years(const FactCase *c)
{
    gint64 years = rule_number(c->context, "years");

    if (c->value->number < years && c->value->number >= rule_number(c->context, "least"))
        finding_param_number(fact_case_add(c), "years", PARAM_COUNT, years);
}

static void
judge_branch_province(const FactCase *c)
{
    const FieldValue *region = fact_case_field(c, FIELD_SHOP_SHOP_REGION);

    if (region != NULL && strncmp(region->text, c->value->text, PROVINCE_LENGTH) != 0)
        finding_param_text(c->sink, fact_case_add(c), "province",
                           arena_strndup(c->context->app->arena, region->text, PROVINCE_LENGTH));
}

/* G30: real-name review and signing, the merchant's file, settlement, keys and programs stay with
 * the acquirer. A duty that is not among those that may be given away is asked about. */
static void
judge_roles(const FactCase *c)
{
    g_auto(GStrv) allowed = g_strsplit(rule_text(c->context, "allowed"), " ", -1);

    for (const char *const *role = c->value->list; *role != NULL; role++) {
        if (g_strv_contains((const char *const *)allowed, *role))
            continue;
        finding_param_text(c->sink, fact_case_add(c), "role", *role);
        return;
    }
}

const FactRule install_fact_rules[] = {
    {"R-INS-001", judge_installed_early, FACT_INSTALL_INSTALLED_AT, PLAIN, 0, NULL},
    {"R-INS-002", judge_ahead, FACT_INSTALL_INSTALLED_AT, PLAIN, 0, NULL},
    {"R-INS-015", judge_ahead, FACT_INSTALL_LAST_TRANSACTION_AT, PLAIN, 0, NULL},
    {"R-INS-003", judge_training, FACT_INSTALL_TRAINED_AT, PLAIN, 0, NULL},
    {"R-INS-004", judge_inspection_late, FACT_INSTALL_INSPECTION_NEXT, PLAIN, 0, NULL},
    {"R-INS-005", judge_inspection_overdue, FACT_INSTALL_INSPECTION_NEXT, PLAIN, 0, NULL},
    {"R-INS-006", judge_idle_some, FACT_INSTALL_LAST_TRANSACTION_AT, PLAIN, 0, "days most"},
    {"R-INS-007", judge_idle_long, FACT_INSTALL_LAST_TRANSACTION_AT, PLAIN, 0, "days"},
    {"R-INS-008", judge_years, FACT_INSTALL_RETENTION_YEARS, PLAIN, 0, "years least"},
    {"R-INS-009", judge_years, FACT_INSTALL_RETENTION_YEARS, PLAIN, 0, "years least"},
    {"R-INS-010", judge_years, FACT_INSTALL_SLIP_RETENTION_YEARS, PLAIN, 0, "years least"},
    {"R-INS-011", judge_branch_province, FACT_INSTALL_BRANCH_PROVINCE, PLAIN, 0, NULL},
    {"R-INS-012", judge_roles, FACT_INSTALL_OUTSOURCED_ROLES, PLAIN, 0, "allowed"},
    {"R-INS-014", judge_no_date, FACT_INSTALL_INSTALLED_AT, PLAIN, 0, NULL},
    {"R-INS-013", fact_case_differs, FACT_INSTALL_TERMINAL_NO, FIELD_DEVICE_TERMINAL_NO,
     FACT_TERMINAL_TERMINAL_NO, 0, NULL},
    {NULL, NULL, FACT_NONE, PLAIN, 0, NULL},
};
