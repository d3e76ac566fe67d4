/* SPDX-License-Identifier: Apache-2.0 */
/* What the bank says about the settlement account (M11, G02 to G04). */
#include "rules/fact_case.h"

/* In the order of the words in schemas/facts.def. */
enum { RESULT_VERIFIED, RESULT_REJECTED };
enum { HOLDER_MATCH, HOLDER_CLOSE, HOLDER_NO };
enum { STATE_OPEN, STATE_CLOSED, STATE_FROZEN };
enum { KIND_DEBIT, KIND_CREDIT_CARD, KIND_PREPAID };
enum { DEBITABLE_YES, DEBITABLE_NO };

static void
judge_rejected(const FactCase *c)
{
    const FactValue *reason = fact_case_other(c, FACT_BANK_ACCOUNT_REASON);

    if (c->value->number != RESULT_REJECTED)
        return;
    Finding *finding = fact_case_add(c);
    finding_param_text(c->sink, finding, "reason",
                       reason != NULL && reason->text[0] != '\0' ? reason->text : "-");
}

const FactRule account_fact_rules[] = {
    {"R-ACC-001", judge_rejected, FACT_BANK_ACCOUNT_RESULT, FIELD_NONE, FACT_NONE, 0, NULL},
    {"R-ACC-002", fact_case_word, FACT_BANK_ACCOUNT_HOLDER_MATCH, FIELD_NONE, FACT_NONE,
     1u << HOLDER_NO, NULL},
    {"R-ACC-003", fact_case_word, FACT_BANK_ACCOUNT_HOLDER_MATCH, FIELD_NONE, FACT_NONE,
     1u << HOLDER_CLOSE, NULL},
    {"R-ACC-004", fact_case_word, FACT_BANK_ACCOUNT_ACCOUNT_STATE, FIELD_NONE, FACT_NONE,
     1u << STATE_CLOSED | 1u << STATE_FROZEN, NULL},
    {"R-ACC-005", fact_case_differs, FACT_BANK_ACCOUNT_ACCOUNT_KIND, FIELD_SETTLE_ACCOUNT_KIND,
     FACT_NONE, 0, NULL},
    {"R-ACC-006", fact_case_word, FACT_BANK_ACCOUNT_CARD_KIND, FIELD_NONE, FACT_NONE,
     1u << KIND_CREDIT_CARD | 1u << KIND_PREPAID, NULL},
    {"R-ACC-007", fact_case_word, FACT_BANK_ACCOUNT_DEBITABLE, FIELD_NONE, FACT_NONE,
     1u << DEBITABLE_NO, NULL},
    {NULL, NULL, FACT_NONE, FIELD_NONE, FACT_NONE, 0, NULL},
};
