/* SPDX-License-Identifier: Apache-2.0 */
/* What the acquirer host holds of the merchant (M01 to M14, X03, X06, X07, G17, G29). */
#include "rules/fact_case.h"

#include "base/text.h"
#include "identifiers/institution_no.h"
#include "rules/host_name.h"

#include <string.h>

#define PLAIN FIELD_NONE, FACT_NONE
#define AGAINST(field) field, FACT_NONE, 0, NULL
#define OR_CONTRACT(field, fact) field, FACT_CONTRACT_##fact, 0, NULL

/* In the order of the words in schemas/facts.def. */
enum { MERCHANT_ABSENT, MERCHANT_OPEN, MERCHANT_FROZEN, MERCHANT_CLOSED };
enum { RECORD_ABSENT, RECORD_PRESENT };
enum { AGENT_ABSENT, AGENT_OPEN, AGENT_DISABLED };
enum { FILED_NO, FILED_YES };

/* ---- institution code, fields 32 and 33: four digits of the institution, four of the area ---- */

enum { INSTITUTION_LENGTH = 8, INSTITUTION_PART = 4 };

static gboolean
is_institution(const FactCase *c)
{
    const char *text = c->value->text;

    return institution_no_check(text, strlen(text), c->context->today).level != IDENTIFIER_BAD;
}

static void
judge_institution_form(const FactCase *c)
{
    if (!is_institution(c) || strlen(c->value->text) != INSTITUTION_LENGTH)
        fact_case_add(c);
}

/* 0000 is the head office; another branch of the same province may well be the merchant's. */
static gboolean
is_of_area(const FactCase *c, const char *part, const char *area)
{
    const AreaRow *theirs = catalogue_area(c->context->catalogue, part);
    const AreaRow *ours = catalogue_area(c->context->catalogue, area);

    if (strcmp(part, "0000") == 0 || strcmp(part, area) == 0)
        return TRUE;
    /* what an incomplete list does not hold is unknown, not wrong */
    if (theirs == NULL && !c->context->catalogue->files[CATALOGUE_AREAS].complete)
        return TRUE;
    return theirs != NULL && ours != NULL && strcmp(theirs->province, ours->province) == 0;
}

/* The merchant's area: as applied for, else as the host has it. */
static const char *
area_of_merchant(const FactCase *c)
{
    const FieldValue *applied = fact_case_field(c, FIELD_MERCHANT_AREA_CODE);
    const FactValue *host = fact_case_other(c, FACT_HOST_AREA_CODE);

    return applied != NULL ? applied->text : host != NULL ? host->text : NULL;
}

static void
judge_institution_area(const FactCase *c)
{
    const char *area = area_of_merchant(c), *part = c->value->text + INSTITUTION_PART;

    if (!is_institution(c) || strlen(c->value->text) != INSTITUTION_LENGTH || area == NULL ||
        is_of_area(c, part, area))
        return;
    finding_param_text(c->sink, fact_case_add(c), "area", area);
}

enum { BANK_LENGTH = 3 };

/* A bank's institutions are 0 and its three digits, which begin its merchants' numbers too. Where
 * the acquirer's own profile says what its institutions are, that is held against it instead. */
static void
judge_institution_bank(const FactCase *c)
{
    const char *merchant = fact_case_merchant_no(c);
    const Catalogue *catalogue = c->context->catalogue;

    if (!is_institution(c) || c->value->text[0] != '0' || merchant == NULL)
        return;
    g_autofree char *prefix = g_strndup(merchant, BANK_LENGTH);
    g_autofree char *bank = g_strndup(c->value->text + 1, BANK_LENGTH);
    const AcquirerRow *acquirer = catalogue_acquirer(catalogue, prefix);
    const BankRow *other = catalogue_bank(catalogue, bank);
    if (acquirer == NULL || !acquirer->bank || acquirer->institutions[0] != NULL || other == NULL ||
        strcmp(prefix, bank) == 0)
        return;
    finding_param_text(c->sink, fact_case_add(c), "expected",
                       arena_printf(c->context->app->arena, "0%s", prefix));
}

/* ---- names ---- */

static void
judge_name_form(const FactCase *c)
{
    guint bytes = text_gb18030_bytes(c->value->text);

    if (c->value->text[0] != '\0' && bytes <= rule_number(c->context, "bytes") &&
        host_name_refused(c->value->text) == 0)
        return;
    Finding *finding = fact_case_add(c);
    finding_param_number(finding, "most", PARAM_COUNT, rule_number(c->context, "bytes"));
}

/* The short name, or the whole one: both are the merchant's. */
static void
judge_name_drift(const FactCase *c)
{
    const FieldValue *name = fact_case_field(c, FIELD_MERCHANT_SHORT_NAME);
    const FieldValue *whole = fact_case_field(c, FIELD_MERCHANT_REGISTER_NAME);

    if (whole != NULL && text_name_equal(whole->text, c->value->text))
        return;
    if (name != NULL && !text_name_equal(name->text, c->value->text))
        finding_param_seen(c->sink, fact_case_add(c), "expected", MASK_NONE, name->text);
}

/* ---- limits ---- */

static const FieldValue *
limit_applied(const FactCase *c)
{
    const FieldValue *applied = fact_case_field(c, c->rule->field);

    return applied != NULL && applied->number > 0 ? applied : NULL;
}

/* Zero, yuan kept as fen, or simply less than was agreed: small sales are refused (domain 3.4). */
static void
judge_limit_low(const FactCase *c)
{
    const FieldValue *applied = limit_applied(c);

    if (applied != NULL && c->value->number < applied->number)
        finding_param_number(fact_case_add(c), "amount", PARAM_FEN, applied->number);
}

static void
judge_limit_high(const FactCase *c)
{
    const FieldValue *applied = limit_applied(c);

    if (applied != NULL && c->value->number > applied->number)
        finding_param_number(fact_case_add(c), "amount", PARAM_FEN, applied->number);
}

/* ---- who the merchant is, G17 ---- */

/* The number of the licence, and of the person only where there is no licence to have. */
static void
judge_identity(const FactCase *c)
{
    gboolean micro = application_kind_of_merchant(c->context->app) == MERCHANT_MICRO;
    const FieldValue *number =
        fact_case_field(c, micro ? FIELD_PERSON_LEGAL_ID_NO : FIELD_LICENCE_LICENCE_NO);

    if (number == NULL || g_ascii_strcasecmp(number->text, c->value->text) == 0)
        return;
    finding_param_seen(c->sink, fact_case_add(c), "expected", MASK_ID, number->text);
}

/* ---- routes ---- */

static void
judge_bins(const FactCase *c)
{
    g_autofree char *bins = NULL;

    if (c->value->list[0] == NULL)
        return;
    bins = g_strjoinv(" ", (char **)(guintptr)c->value->list);
    finding_param_text(c->sink, fact_case_add(c), "bins",
                       arena_strndup(c->context->app->arena, bins, strlen(bins)));
}

const FactRule host_fact_rules[] = {
    {"R-HOST-001", fact_case_word, FACT_HOST_MERCHANT_STATE, PLAIN, 1u << MERCHANT_ABSENT, NULL},
    {"R-HOST-002", fact_case_word, FACT_HOST_FILED, PLAIN, 1u << FILED_NO, NULL},
    {"R-HOST-003", fact_case_word, FACT_HOST_MERCHANT_STATE, PLAIN,
     1u << MERCHANT_FROZEN | 1u << MERCHANT_CLOSED, NULL},
    {"R-HOST-004", fact_case_other_merchant, FACT_HOST_MERCHANT_NO, PLAIN, 0, NULL},
    {"R-HOST-005", judge_institution_form, FACT_HOST_INSTITUTION_NO, PLAIN, 0, NULL},
    {"R-HOST-006", judge_institution_area, FACT_HOST_INSTITUTION_NO, PLAIN, 0, NULL},
    {"R-HOST-025", judge_institution_bank, FACT_HOST_INSTITUTION_NO, PLAIN, 0, NULL},
    {"R-HOST-007", fact_case_differs, FACT_HOST_MCC, OR_CONTRACT(FIELD_MERCHANT_MCC, MCC)},
    {"R-HOST-008", fact_case_differs, FACT_HOST_AREA_CODE, AGAINST(FIELD_MERCHANT_AREA_CODE)},
    {"R-HOST-009", judge_name_form, FACT_HOST_NAME_SENT, PLAIN, 0, "bytes"},
    {"R-HOST-010", judge_name_drift, FACT_HOST_NAME_SENT, AGAINST(FIELD_MERCHANT_SHORT_NAME)},
    {"R-HOST-011", fact_case_differs, FACT_HOST_ACCOUNT_NO,
     OR_CONTRACT(FIELD_SETTLE_ACCOUNT_NO, ACCOUNT_NO)},
    {"R-HOST-012", fact_case_word, FACT_HOST_FEE_RECORD, PLAIN, 1u << RECORD_ABSENT, NULL},
    {"R-HOST-013", fact_case_differs, FACT_HOST_DEBIT_RATE,
     OR_CONTRACT(FIELD_FEE_DEBIT_RATE, DEBIT_RATE)},
    {"R-HOST-013", fact_case_differs, FACT_HOST_CREDIT_RATE,
     OR_CONTRACT(FIELD_FEE_CREDIT_RATE, CREDIT_RATE)},
    {"R-HOST-014", fact_case_differs, FACT_HOST_DEBIT_CAP,
     OR_CONTRACT(FIELD_FEE_DEBIT_CAP, DEBIT_CAP)},
    {"R-HOST-015", fact_case_word, FACT_HOST_LIMIT_RECORD, PLAIN, 1u << RECORD_ABSENT, NULL},
    {"R-HOST-016", judge_limit_low, FACT_HOST_LIMIT_SINGLE_DEBIT,
     AGAINST(FIELD_LIMIT_LIMIT_SINGLE_DEBIT)},
    {"R-HOST-016", judge_limit_low, FACT_HOST_LIMIT_SINGLE_CREDIT,
     AGAINST(FIELD_LIMIT_LIMIT_SINGLE_CREDIT)},
    {"R-HOST-016", judge_limit_low, FACT_HOST_LIMIT_DAY_DEBIT,
     AGAINST(FIELD_LIMIT_LIMIT_DAY_DEBIT)},
    {"R-HOST-016", judge_limit_low, FACT_HOST_LIMIT_DAY_CREDIT,
     AGAINST(FIELD_LIMIT_LIMIT_DAY_CREDIT)},
    {"R-HOST-017", judge_limit_high, FACT_HOST_LIMIT_SINGLE_DEBIT,
     AGAINST(FIELD_LIMIT_LIMIT_SINGLE_DEBIT)},
    {"R-HOST-017", judge_limit_high, FACT_HOST_LIMIT_SINGLE_CREDIT,
     AGAINST(FIELD_LIMIT_LIMIT_SINGLE_CREDIT)},
    {"R-HOST-017", judge_limit_high, FACT_HOST_LIMIT_DAY_DEBIT,
     AGAINST(FIELD_LIMIT_LIMIT_DAY_DEBIT)},
    {"R-HOST-017", judge_limit_high, FACT_HOST_LIMIT_DAY_CREDIT,
     AGAINST(FIELD_LIMIT_LIMIT_DAY_CREDIT)},
    {"R-HOST-018", judge_identity, FACT_HOST_USC_OR_ID, PLAIN, 0, NULL},
    {"R-HOST-019", fact_case_word, FACT_HOST_RISK_GRADE, PLAIN, 1u << RISK_GRADE_HIGH, NULL},
    {"R-HOST-020", fact_case_word, FACT_HOST_AGENT_STATE, PLAIN,
     1u << AGENT_ABSENT | 1u << AGENT_DISABLED, NULL},
    {"R-HOST-021", fact_case_lacks, FACT_HOST_CARD_KINDS, AGAINST(FIELD_FUNC_CARD_KINDS)},
    {"R-HOST-022", fact_case_lacks, FACT_HOST_TXN_TYPES, AGAINST(FIELD_FUNC_TXN_TYPES)},
    {"R-HOST-023", fact_case_lacks, FACT_HOST_ROUTES, AGAINST(FIELD_FUNC_CARD_KINDS)},
    {"R-HOST-024", judge_bins, FACT_HOST_UNROUTED_BINS, PLAIN, 0, NULL},
    {NULL, NULL, FACT_NONE, PLAIN, 0, NULL},
};
