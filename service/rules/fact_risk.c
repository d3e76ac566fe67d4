/* SPDX-License-Identifier: Apache-2.0 */
/* What risk lists say (M04, G12, G28). Findings of this layer reach risk staff and auditors only.
 */
#include "rules/fact_case.h"

#include "base/instant.h"

#define PLAIN FIELD_NONE, FACT_NONE

static void
add_with_list(const FactCase *c)
{
    const FactValue *list = fact_case_other(c, FACT_RISK_LIST_ID);
    const FactValue *receipt = fact_case_other(c, FACT_RISK_RECEIPT);
    Finding *finding = fact_case_add(c);

    finding_param_text(c->sink, finding, "list", list != NULL ? list->text : "-");
    finding_param_text(c->sink, finding, "receipt", receipt != NULL ? receipt->text : "-");
}

static void
judge_listed(const FactCase *c)
{
    if (c->value->number == RISK_LISTED)
        add_with_list(c);
}

static void
judge_similar(const FactCase *c)
{
    if (c->value->number == RISK_SIMILAR)
        add_with_list(c);
}

/* G12: the query is made before opening; one made long before says nothing of today. */
static void
judge_old(const FactCase *c)
{
    gint64 days = c->context->today - instant_day(c->value->number);

    if (days <= rule_number(c->context, "days"))
        return;
    Finding *finding = fact_case_add(c);
    finding_param_number(finding, "days", PARAM_COUNT, days);
    finding_param_number(finding, "most", PARAM_COUNT, rule_number(c->context, "days"));
}

/* A query that is dated after today proves nothing. */
static void
judge_ahead(const FactCase *c)
{
    CivilDay day = instant_day(c->value->number);

    if (day > c->context->today)
        finding_param_number(fact_case_add(c), "date", PARAM_DATE, day);
}

/* A clear word beside a high score is for a person to look at. */
static void
judge_score(const FactCase *c)
{
    const FactValue *result = fact_case_other(c, FACT_RISK_RESULT);

    if (result == NULL || result->number != RISK_CLEAR ||
        c->value->number < rule_number(c->context, "score"))
        return;
    finding_param_number(fact_case_add(c), "score", PARAM_COUNT, c->value->number);
}

static void
judge_no_receipt(const FactCase *c)
{
    if (c->value->text[0] == '\0')
        fact_case_add(c);
}

const FactRule risk_fact_rules[] = {
    {"R-RISK-001", judge_listed, FACT_RISK_RESULT, PLAIN, 0, NULL},
    {"R-RISK-002", judge_similar, FACT_RISK_RESULT, PLAIN, 0, NULL},
    {"R-RISK-003", judge_old, FACT_RISK_CHECKED_AT, PLAIN, 0, "days"},
    {"R-RISK-004", judge_no_receipt, FACT_RISK_RECEIPT, PLAIN, 0, NULL},
    {"R-RISK-005", judge_ahead, FACT_RISK_CHECKED_AT, PLAIN, 0, NULL},
    {"R-RISK-006", judge_score, FACT_RISK_SCORE, PLAIN, 0, "score"},
    {NULL, NULL, FACT_NONE, PLAIN, 0, NULL},
};
