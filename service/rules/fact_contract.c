/* SPDX-License-Identifier: Apache-2.0 */
/* What UnionPay says about the contract: its state, and what is on file (M05, X01, X06, X07). */
#include "rules/fact_case.h"

#include "base/text.h"

#include <string.h>

#define NO_FIELD FIELD_NONE, FACT_NONE, 0, NULL
#define AGAINST(field) field, FACT_NONE, 0, NULL

/* What a raw status of the self-contract interface means (platforms.md 1.2). What is not in the
 * table means nothing that could be relied on. */
typedef enum {
    STATUS_UNKNOWN,
    STATUS_RUNNING,
    STATUS_ACTION,
    STATUS_SIGNED,
    STATUS_REFUSED
} Status;

static const struct {
    const char *raw;
    Status status;
} statuses[] = {
    {"00", STATUS_RUNNING}, {"01", STATUS_RUNNING}, {"02", STATUS_RUNNING},
    {"03", STATUS_SIGNED},  {"04", STATUS_REFUSED}, {"05", STATUS_ACTION},
    {"06", STATUS_RUNNING}, {"28", STATUS_REFUSED}, {"31", STATUS_REFUSED},
};

static Status
status_of(const FactValue *raw)
{
    for (gsize i = 0; i < G_N_ELEMENTS(statuses); i++) {
        if (strcmp(statuses[i].raw, raw->text) == 0)
            return statuses[i].status;
    }
    return STATUS_UNKNOWN;
}

static void
add_status(const FactCase *c)
{
    finding_param_text(c->sink, fact_case_add(c), "status", c->value->text);
}

static void
judge_refused(const FactCase *c)
{
    if (status_of(c->value) == STATUS_REFUSED)
        add_status(c);
}

/* Past the stage of contracting an unfinished contract refuses each swipe. */
static gboolean
is_overdue(const FactCase *c)
{
    return c->context->stage > STAGE_CONTRACT;
}

static void
judge_unfinished(const FactCase *c)
{
    Status status = status_of(c->value);

    if (is_overdue(c) && (status == STATUS_RUNNING || status == STATUS_ACTION))
        add_status(c);
}

static void
judge_running(const FactCase *c)
{
    if (!is_overdue(c) && status_of(c->value) == STATUS_RUNNING)
        add_status(c);
}

static void
judge_action(const FactCase *c)
{
    if (!is_overdue(c) && status_of(c->value) == STATUS_ACTION)
        add_status(c);
}

static void
judge_unknown(const FactCase *c)
{
    if (status_of(c->value) == STATUS_UNKNOWN)
        add_status(c);
}

/* Signed is not enough: the relation must be bound, past contracting whatever the state is. */
static void
judge_unbound(const FactCase *c)
{
    const FactValue *raw = fact_case_other(c, FACT_CONTRACT_RAW_STATUS);

    if (c->value->number == 0 &&
        (is_overdue(c) || (raw != NULL && status_of(raw) == STATUS_SIGNED)))
        fact_case_add(c);
}

static void
add_date(const FactCase *c)
{
    finding_param_number(fact_case_add(c), "date", PARAM_DATE, c->value->number);
}

/* Signed, and nobody can say from when or until when. */
static void
judge_no_date(const FactCase *c)
{
    const FactValue *raw = fact_case_other(c, FACT_CONTRACT_RAW_STATUS);

    if (c->value->text[0] == '\0' && raw != NULL && status_of(raw) == STATUS_SIGNED)
        fact_case_add(c);
}

static void
judge_not_started(const FactCase *c)
{
    if (is_overdue(c) && c->value->number > c->context->today)
        add_date(c);
}

static void
judge_expired(const FactCase *c)
{
    if (c->value->text[0] != '\0' && c->value->number < c->context->today)
        add_date(c);
}

/* Names that differ as banks compare them: similar ones go to review. */
static void
judge_name(const FactCase *c, gboolean similar)
{
    const FieldValue *name = fact_case_field(c, FIELD_MERCHANT_REGISTER_NAME);

    if (name == NULL || text_name_equal(name->text, c->value->text) ||
        text_name_similar(name->text, c->value->text) != similar)
        return;
    finding_param_seen(c->sink, fact_case_add(c), "expected", MASK_NAME, name->text);
}

static void
judge_name_differs(const FactCase *c)
{
    judge_name(c, FALSE);
}

static void
judge_name_similar(const FactCase *c)
{
    judge_name(c, TRUE);
}

const FactRule contract_fact_rules[] = {
    {"R-CTR-001", judge_refused, FACT_CONTRACT_RAW_STATUS, NO_FIELD},
    {"R-CTR-002", judge_unfinished, FACT_CONTRACT_RAW_STATUS, NO_FIELD},
    {"R-CTR-003", judge_running, FACT_CONTRACT_RAW_STATUS, NO_FIELD},
    {"R-CTR-004", judge_action, FACT_CONTRACT_RAW_STATUS, NO_FIELD},
    {"R-CTR-005", judge_unknown, FACT_CONTRACT_RAW_STATUS, NO_FIELD},
    {"R-CTR-006", judge_unbound, FACT_CONTRACT_BOUND, NO_FIELD},
    {"R-CTR-007", judge_not_started, FACT_CONTRACT_CONTRACT_FROM, NO_FIELD},
    {"R-CTR-008", judge_expired, FACT_CONTRACT_CONTRACT_TO, NO_FIELD},
    {"R-CTR-009", fact_case_differs, FACT_CONTRACT_CONTRACT_NO,
     AGAINST(FIELD_CONTRACT_CONTRACT_NO)},
    {"R-CTR-010", judge_name_differs, FACT_CONTRACT_REGISTER_NAME,
     AGAINST(FIELD_MERCHANT_REGISTER_NAME)},
    {"R-CTR-011", judge_name_similar, FACT_CONTRACT_REGISTER_NAME,
     AGAINST(FIELD_MERCHANT_REGISTER_NAME)},
    {"R-CTR-012", fact_case_differs, FACT_CONTRACT_MCC, AGAINST(FIELD_MERCHANT_MCC)},
    {"R-CTR-013", fact_case_differs, FACT_CONTRACT_ACCOUNT_NO, AGAINST(FIELD_SETTLE_ACCOUNT_NO)},
    {"R-CTR-014", fact_case_lacks, FACT_CONTRACT_CARD_KINDS, AGAINST(FIELD_FUNC_CARD_KINDS)},
    {"R-CTR-015", fact_case_lacks, FACT_CONTRACT_TXN_TYPES, AGAINST(FIELD_FUNC_TXN_TYPES)},
    {"R-CTR-016", fact_case_differs, FACT_CONTRACT_DEBIT_RATE, AGAINST(FIELD_FEE_DEBIT_RATE)},
    {"R-CTR-016", fact_case_differs, FACT_CONTRACT_CREDIT_RATE, AGAINST(FIELD_FEE_CREDIT_RATE)},
    {"R-CTR-017", fact_case_differs, FACT_CONTRACT_DEBIT_CAP, AGAINST(FIELD_FEE_DEBIT_CAP)},
    {"R-CTR-019", judge_no_date, FACT_CONTRACT_CONTRACT_FROM, NO_FIELD},
    {"R-CTR-019", judge_no_date, FACT_CONTRACT_CONTRACT_TO, NO_FIELD},
    {"R-CTR-018", fact_case_other_merchant, FACT_CONTRACT_MERCHANT_NO, NO_FIELD},
    {NULL, NULL, FACT_NONE, NO_FIELD},
};
