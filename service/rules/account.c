/* SPDX-License-Identifier: Apache-2.0 */
/* The settlement account: whose it is, of which kind, and whether its numbers can be right. */
#include "base/text.h"
#include "identifiers/bankcard.h"
#include "identifiers/cnaps.h"
#include "identifiers/resident_id.h"
#include "rules/rule.h"

#include <string.h>

enum { CARD_LOW = 13, CARD_HIGH = 19, ACCOUNT_LOW = 8, ACCOUNT_HIGH = 32 };

static const char *
text_of(const RuleContext *context, FieldId id)
{
    return application_text(context->app, id);
}

static gboolean
is_account(const RuleContext *context, int kind)
{
    return application_is(context->app, FIELD_SETTLE_ACCOUNT_KIND, kind);
}

static gboolean
is_unit(const RuleContext *context)
{
    int kind = application_kind_of_merchant(context->app);

    return kind == MERCHANT_ENTERPRISE || kind == MERCHANT_INSTITUTION;
}

/* G02, G04: no authorisation makes a person's account a unit's settlement account (CBRC 2011/2 art. 74). */
static void
rule_private_of_unit(const RuleContext *context, FindingSink *sink)
{
    if (is_unit(context) && is_account(context, ACCOUNT_PRIVATE))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_KIND, -1);
}

/* The name the account must bear: the merchant's for a corporate account, its owner's for a private one. A unit with
 * a private account is told so by its own rule. */
static const char *
owner_of(const RuleContext *context, int account_kind)
{
    if (account_kind == ACCOUNT_CORPORATE)
        return text_of(context, FIELD_MERCHANT_REGISTER_NAME);
    return is_unit(context) ? NULL : text_of(context, FIELD_PERSON_LEGAL_NAME);
}

static void
compare_holder(const RuleContext *context, FindingSink *sink, int account_kind, gboolean similar)
{
    const char *holder = text_of(context, FIELD_SETTLE_ACCOUNT_NAME);
    const char *owner = owner_of(context, account_kind);

    if (!is_account(context, account_kind) || holder == NULL || owner == NULL || text_name_equal(holder, owner))
        return;
    if (text_name_similar(holder, owner) == similar)
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NAME, -1);
}

static void
rule_corporate_holder(const RuleContext *context, FindingSink *sink)
{
    compare_holder(context, sink, ACCOUNT_CORPORATE, FALSE);
}

static void
rule_private_holder(const RuleContext *context, FindingSink *sink)
{
    compare_holder(context, sink, ACCOUNT_PRIVATE, FALSE);
}

static void
rule_holder_similar(const RuleContext *context, FindingSink *sink)
{
    compare_holder(context, sink, ACCOUNT_CORPORATE, TRUE);
    compare_holder(context, sink, ACCOUNT_PRIVATE, TRUE);
}

static void
rule_micro_corporate(const RuleContext *context, FindingSink *sink)
{
    if (application_kind_of_merchant(context->app) == MERCHANT_MICRO && is_account(context, ACCOUNT_CORPORATE))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_KIND, -1);
}

static IdentifierVerdict
branch_verdict(const RuleContext *context)
{
    const char *branch = text_of(context, FIELD_SETTLE_BANK_BRANCH_NO);

    return branch != NULL ? cnaps_check(branch, strlen(branch), context->today) : IDENTIFIER_GOOD;
}

static void
rule_branch_form(const RuleContext *context, FindingSink *sink)
{
    if (branch_verdict(context).level != IDENTIFIER_BAD)
        return;
    Finding *finding = finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1);
    finding_param_number(finding, "length", PARAM_COUNT,
                         (gint64)strlen(text_of(context, FIELD_SETTLE_BANK_BRANCH_NO)));
}

/* 419 of 420 public numbers pass: a mismatch asks for a look-up, it does not stop (domain.md 1.1). */
static void
rule_branch_check_digit(const RuleContext *context, FindingSink *sink)
{
    if (branch_verdict(context).level == IDENTIFIER_WARN)
        finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1);
}

/* The row of the bank a branch number belongs to; NULL when number or bank is not known. */
static const BankRow *
bank_of_branch(const RuleContext *context)
{
    const char *branch = text_of(context, FIELD_SETTLE_BANK_BRANCH_NO);
    char code[4] = {0};

    if (branch == NULL || strlen(branch) != CNAPS_LENGTH)
        return NULL;
    memcpy(code, branch, 3);
    return catalogue_bank(context->catalogue, code);
}

static void
rule_bank_unknown(const RuleContext *context, FindingSink *sink)
{
    const char *branch = text_of(context, FIELD_SETTLE_BANK_BRANCH_NO);

    if (branch != NULL && branch_verdict(context).level != IDENTIFIER_BAD && bank_of_branch(context) == NULL)
        finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1);
}

static gboolean
names_bank(const char *name, const BankRow *bank)
{
    if (strstr(name, bank->name[LANGUAGE_ZH]) != NULL)
        return TRUE;
    for (char **alias = bank->aliases; *alias != NULL; alias++) {
        if (strstr(name, *alias) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* The bank a branch's name begins with: the longest name wins, since 中国银行 begins other names too. */
static const BankRow *
bank_of_name(const RuleContext *context, const char *name)
{
    const BankRow *best = NULL;

    for (guint i = 0; i < context->catalogue->banks->len; i++) {
        const BankRow *bank = g_ptr_array_index(context->catalogue->banks, i);
        gboolean longer = best == NULL || strlen(bank->name[LANGUAGE_ZH]) > strlen(best->name[LANGUAGE_ZH]);
        if (!bank->shared && longer && names_bank(name, bank))
            best = bank;
    }
    return best;
}

/* X13: the number belongs to one bank and the name to another. */
static void
rule_bank_name(const RuleContext *context, FindingSink *sink)
{
    const char *name = text_of(context, FIELD_SETTLE_BANK_NAME);
    const BankRow *by_number = bank_of_branch(context);

    if (name == NULL || by_number == NULL || names_bank(name, by_number))
        return;
    const BankRow *by_name = bank_of_name(context, name);
    if (by_name != NULL && by_name != by_number)
        finding_param_text(sink, finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1), "bank",
                           by_number->name[LANGUAGE_ZH]);
}

static gboolean
is_province_of(const RuleContext *context, FieldId id, gsize at, const ProvinceRow *province)
{
    const char *text = text_of(context, id);

    return text != NULL && strlen(text) >= at + 2 && strncmp(text + at, province->code, 2) == 0;
}

/* X13: the branch stands in a province where neither the shop nor the licence is. */
static void
rule_bank_province(const RuleContext *context, FindingSink *sink)
{
    const char *name = text_of(context, FIELD_SETTLE_BANK_NAME);
    const BankRow *bank = name != NULL ? bank_of_name(context, name) : NULL;
    const char *rest = bank != NULL ? strstr(name, bank->name[LANGUAGE_ZH]) : NULL;

    if (rest == NULL || text_of(context, FIELD_SHOP_SHOP_REGION) == NULL)
        return;
    rest += strlen(bank->name[LANGUAGE_ZH]);
    const ProvinceRow *province = catalogue_province_of_address(context->catalogue, rest);
    if (province == NULL || is_province_of(context, FIELD_SHOP_SHOP_REGION, 0, province) ||
        is_province_of(context, FIELD_LICENCE_LICENCE_NO, 2, province))
        return;
    finding_param_text(sink, finding_add(sink, FIELD_SETTLE_BANK_NAME, -1), "province",
                       province->name[LANGUAGE_ZH]);
}

/* The number of a private account, which is a card. */
static const char *
card_of(const RuleContext *context)
{
    return is_account(context, ACCOUNT_PRIVATE) ? text_of(context, FIELD_SETTLE_ACCOUNT_NO) : NULL;
}

static gboolean
is_digits(const char *text, gsize low, gsize high)
{
    gsize length = strlen(text);

    return length >= low && length <= high && strspn(text, "0123456789") == length;
}

static void
rule_card_form(const RuleContext *context, FindingSink *sink)
{
    const char *card = card_of(context);

    if (card != NULL && !is_digits(card, CARD_LOW, CARD_HIGH))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1);
}

static void
rule_account_form(const RuleContext *context, FindingSink *sink)
{
    const char *account = text_of(context, FIELD_SETTLE_ACCOUNT_NO);

    if (account != NULL && is_account(context, ACCOUNT_CORPORATE) && !is_digits(account, ACCOUNT_LOW, ACCOUNT_HIGH))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1);
}

static IdentifierLevel
card_level(const RuleContext *context)
{
    const char *card = card_of(context);

    if (card == NULL || !is_digits(card, CARD_LOW, CARD_HIGH))
        return IDENTIFIER_OK;
    return bankcard_check(card, strlen(card), context->today).level;
}

static void
rule_card_luhn(const RuleContext *context, FindingSink *sink)
{
    if (card_level(context) == IDENTIFIER_BAD)
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1);
}

/* UnionPay itself has published cards that fail (domain.md 1.4), so that on its prefixes a failure only warns. */
static void
rule_card_luhn_doubt(const RuleContext *context, FindingSink *sink)
{
    if (card_level(context) == IDENTIFIER_WARN)
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1);
}

static const BinRow *
bin_of(const RuleContext *context)
{
    const char *card = card_of(context);

    if (card == NULL || !is_digits(card, CARD_LOW, CARD_HIGH))
        return NULL;
    return catalogue_bin(context->catalogue, card);
}

/* Payouts go to debit cards only. */
static void
rule_not_debit(const RuleContext *context, FindingSink *sink)
{
    static const char *const keys[] = {NULL, "card.credit", "card.semi_credit", "card.prepaid"};
    const BinRow *bin = bin_of(context);

    if (bin != NULL && bin->kind != CARD_KIND_DEBIT)
        finding_param_key(finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1), "kind", keys[bin->kind]);
}

static void
rule_bin_unknown(const RuleContext *context, FindingSink *sink)
{
    const char *card = card_of(context);

    if (card != NULL && is_digits(card, CARD_LOW, CARD_HIGH) && bin_of(context) == NULL)
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1);
}

static void
rule_bin_length(const RuleContext *context, FindingSink *sink)
{
    const BinRow *bin = bin_of(context);

    if (bin == NULL || bin->length == 0 || strlen(card_of(context)) == bin->length)
        return;
    finding_param_number(finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1), "length", PARAM_COUNT, bin->length);
}

/* X13: the card is one bank's and the branch another's. Codes that many banks share say nothing. */
static void
rule_bin_bank(const RuleContext *context, FindingSink *sink)
{
    const BinRow *bin = bin_of(context);
    const BankRow *bank = bank_of_branch(context);
    const BankRow *issuer = bin != NULL ? catalogue_bank(context->catalogue, bin->bank) : NULL;

    if (bank == NULL || issuer == NULL || bank->shared || issuer->shared || bank == issuer)
        return;
    Finding *finding = finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1);
    finding_param_text(sink, finding, "issuer", issuer->name[LANGUAGE_ZH]);
    finding_param_text(sink, finding, "bank", bank->name[LANGUAGE_ZH]);
}

/* A corporate account that is a debit card's number is mostly a private account under the wrong heading. */
static void
rule_corporate_card(const RuleContext *context, FindingSink *sink)
{
    const char *account = text_of(context, FIELD_SETTLE_ACCOUNT_NO);

    if (account == NULL || !is_account(context, ACCOUNT_CORPORATE) || !is_digits(account, 16, CARD_HIGH))
        return;
    const BinRow *bin = catalogue_bin(context->catalogue, account);
    if (bin != NULL && bin->length == strlen(account) && bankcard_luhn(account, strlen(account)))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_KIND, -1);
}

static void
rule_same_day(const RuleContext *context, FindingSink *sink)
{
    if (application_is(context->app, FIELD_SETTLE_CYCLE, 2))
        finding_add(sink, FIELD_SETTLE_CYCLE, -1);
}

static void
rule_settler_id(const RuleContext *context, FindingSink *sink)
{
    const char *settler = text_of(context, FIELD_SETTLE_SETTLER_ID);
    gsize length = settler != NULL ? strcspn(settler, " ") : 0;

    if (length == 18 && resident_id_check(settler, length, context->today).level == IDENTIFIER_BAD)
        finding_add(sink, FIELD_SETTLE_SETTLER_ID, -1);
}

const RuleRow account_rules[] = {
    {"R-BANK-001", rule_private_of_unit, NULL},  {"R-BANK-002", rule_corporate_holder, NULL},
    {"R-BANK-003", rule_private_holder, NULL},   {"R-BANK-004", rule_holder_similar, NULL},
    {"R-BANK-005", rule_micro_corporate, NULL},  {"R-BANK-006", rule_branch_form, NULL},
    {"R-BANK-007", rule_branch_check_digit, NULL}, {"R-BANK-008", rule_bank_unknown, NULL},
    {"R-BANK-009", rule_bank_name, NULL},        {"R-BANK-010", rule_bank_province, NULL},
    {"R-BANK-011", rule_card_form, NULL},        {"R-BANK-012", rule_account_form, NULL},
    {"R-BANK-013", rule_card_luhn, NULL},        {"R-BANK-014", rule_card_luhn_doubt, NULL},
    {"R-BANK-015", rule_not_debit, NULL},        {"R-BANK-016", rule_bin_unknown, NULL},
    {"R-BANK-017", rule_bin_length, NULL},       {"R-BANK-018", rule_bin_bank, NULL},
    {"R-BANK-019", rule_corporate_card, NULL},   {"R-BANK-020", rule_same_day, NULL},
    {"R-BANK-021", rule_settler_id, NULL},
    {NULL, NULL, NULL},
};
