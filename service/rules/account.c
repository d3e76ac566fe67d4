/* SPDX-License-Identifier: Apache-2.0 */
/* The settlement account: whose it is, of which kind, and whether its numbers can be right. */
#include "base/text.h"
#include "identifiers/bankcard.h"
#include "identifiers/bic.h"
#include "identifiers/iban.h"
#include "identifiers/resident_id.h"
#include "identifiers/uscc.h"
#include "rules/branch.h"

#include <string.h>

enum { CARD_LOW = 13, CARD_HIGH = 19, ACCOUNT_LOW = 8, ACCOUNT_HIGH = 32 };
enum { CYCLE_D0 = 2, DATE_LENGTH = 10 };

static gboolean
is_account(const RuleContext *context, int kind)
{
    return application_is(context->app, FIELD_SETTLE_ACCOUNT_KIND, kind);
}

static gboolean
is_merchant(const RuleContext *context, int kind)
{
    return application_kind_of_merchant(context->app) == kind;
}

static gboolean
is_unit(const RuleContext *context)
{
    return is_merchant(context, MERCHANT_ENTERPRISE) || is_merchant(context, MERCHANT_INSTITUTION);
}

/* ---- whose account ---- */

/* G02, G04: no authorisation makes a person's account a unit's (CBRC 2011/2 art. 74). */
static void
rule_private_of_unit(const RuleContext *context, FindingSink *sink)
{
    if (is_unit(context) && is_account(context, ACCOUNT_PRIVATE))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_KIND, -1);
}

/* A micro merchant has no licence, so that no bank can have opened a corporate account for it. */
static void
rule_micro_corporate(const RuleContext *context, FindingSink *sink)
{
    if (is_merchant(context, MERCHANT_MICRO) && is_account(context, ACCOUNT_CORPORATE))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_KIND, -1);
}

/* Who must hold the account by G03, where it is a person; NULL where no person may (see above). */
static const char *
person_owner(const RuleContext *context)
{
    gboolean own_name =
        is_account(context, ACCOUNT_PRIVATE) || is_merchant(context, MERCHANT_MICRO);

    if (!own_name || is_unit(context))
        return NULL;
    return application_text(context->app, FIELD_PERSON_LEGAL_NAME);
}

/* Who must hold a corporate account by G02. */
static const char *
unit_owner(const RuleContext *context)
{
    if (!is_account(context, ACCOUNT_CORPORATE) || is_merchant(context, MERCHANT_MICRO))
        return NULL;
    return application_text(context->app, FIELD_MERCHANT_REGISTER_NAME);
}

/* TRUE when the account bears another name than `owner`; NULL owner: nothing to compare. */
static gboolean
is_foreign(const RuleContext *context, const char *owner)
{
    const char *holder = application_text(context->app, FIELD_SETTLE_ACCOUNT_NAME);

    return holder != NULL && owner != NULL && !text_name_equal(holder, owner);
}

/* As is_foreign, but names that differ only in variant characters go to review instead. */
static gboolean
is_mismatch(const RuleContext *context, const char *owner)
{
    return is_foreign(context, owner) &&
           !text_name_similar(application_text(context->app, FIELD_SETTLE_ACCOUNT_NAME), owner);
}

/* G02: a unit may designate an account with a lawful fund-management link; only papers show one. */
static gboolean
is_designated(const RuleContext *context)
{
    return is_unit(context) &&
           application_is(context->app, FIELD_SETTLE_SETTLE_TO, SETTLE_TO_OTHER) &&
           application_good(context->app, FIELD_IMAGE_IMG_AUTHORISE) != NULL;
}

static void
rule_person_holder(const RuleContext *context, FindingSink *sink)
{
    if (is_mismatch(context, person_owner(context)))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NAME, -1);
}

static void
rule_unit_holder(const RuleContext *context, FindingSink *sink)
{
    if (is_mismatch(context, unit_owner(context)) && !is_designated(context))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NAME, -1);
}

static void
rule_holder_similar(const RuleContext *context, FindingSink *sink)
{
    const char *owner = person_owner(context);

    if (owner == NULL)
        owner = unit_owner(context);
    if (is_foreign(context, owner) && !is_mismatch(context, owner))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NAME, -1);
}

static void
rule_holder_designated(const RuleContext *context, FindingSink *sink)
{
    if (is_mismatch(context, unit_owner(context)) && is_designated(context))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NAME, -1);
}

/* ---- the number ---- */

static gboolean
is_digits(const char *text, gsize low, gsize high)
{
    gsize length = strlen(text);

    return length >= low && length <= high && strspn(text, "0123456789") == length;
}

/* An account abroad. Mainland accounts have neither IBAN nor BIC (domain 1.1). */
static gboolean
is_abroad(const RuleContext *context, const char *account)
{
    gsize length = strlen(account);

    return iban_check(account, length, context->today).level == IDENTIFIER_OK ||
           bic_check(account, length, context->today).level == IDENTIFIER_OK;
}

/* The number of an account of that kind, NULL when there is none or it is one abroad. */
static const char *
number_of(const RuleContext *context, int kind)
{
    const char *account = application_text(context->app, FIELD_SETTLE_ACCOUNT_NO);

    if (account == NULL || !is_account(context, kind) || is_abroad(context, account))
        return NULL;
    return account;
}

/* The number of a private account when it has the form of a card's, else NULL. */
static const char *
card_of(const RuleContext *context)
{
    const char *card = number_of(context, ACCOUNT_PRIVATE);

    return card != NULL && is_digits(card, CARD_LOW, CARD_HIGH) ? card : NULL;
}

static void
rule_card_form(const RuleContext *context, FindingSink *sink)
{
    const char *card = number_of(context, ACCOUNT_PRIVATE);

    if (card != NULL && card_of(context) == NULL)
        finding_param_number(finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1), "length", PARAM_COUNT,
                             text_length(card));
}

/* Accounts of non-residents and free trade zones carry three letters before their digits. */
static const char *
without_prefix(const char *account)
{
    static const char *const prefixes[] = {"NRA", "OSA", "FTN", "FTE", "FTU"};

    for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        if (g_str_has_prefix(account, prefixes[i]))
            return account + strlen(prefixes[i]);
    }
    return account;
}

static void
rule_account_form(const RuleContext *context, FindingSink *sink)
{
    const char *account = number_of(context, ACCOUNT_CORPORATE);

    if (account != NULL && !is_digits(without_prefix(account), ACCOUNT_LOW, ACCOUNT_HIGH))
        finding_param_number(finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1), "length", PARAM_COUNT,
                             text_length(account));
}

static void
rule_account_abroad(const RuleContext *context, FindingSink *sink)
{
    const char *account = application_text(context->app, FIELD_SETTLE_ACCOUNT_NO);

    if (account != NULL && is_abroad(context, account))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1);
}

static void
judge_check_digit(const RuleContext *context, FindingSink *sink, IdentifierLevel level)
{
    const char *card = card_of(context);

    if (card != NULL && bankcard_check(card, strlen(card), context->today).level == level)
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1);
}

static void
rule_card_check_digit(const RuleContext *context, FindingSink *sink)
{
    judge_check_digit(context, sink, IDENTIFIER_BAD);
}

/* UnionPay itself has published cards that fail (domain 1.4): on its prefixes a failure warns. */
static void
rule_card_check_digit_doubt(const RuleContext *context, FindingSink *sink)
{
    judge_check_digit(context, sink, IDENTIFIER_WARN);
}

static const BinRow *
bin_of(const RuleContext *context)
{
    const char *card = card_of(context);

    return card != NULL ? catalogue_bin(context->catalogue, card) : NULL;
}

/* M11: payouts go to debit cards only; the BIN says what a card is, not its length. */
static void
rule_not_debit(const RuleContext *context, FindingSink *sink)
{
    static const char *const keys[] = {
        [CARD_KIND_DEBIT] = "card.debit",
        [CARD_KIND_CREDIT] = "card.credit",
        [CARD_KIND_SEMI_CREDIT] = "card.semi_credit",
        [CARD_KIND_PREPAID] = "card.prepaid",
    };
    const BinRow *bin = bin_of(context);

    if (bin != NULL && bin->kind != CARD_KIND_DEBIT)
        finding_param_key(finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1), "kind", keys[bin->kind]);
}

static void
find_unknown_bin(const RuleContext *context, FindingSink *sink, gboolean complete)
{
    if (card_of(context) != NULL && bin_of(context) == NULL &&
        context->catalogue->files[CATALOGUE_BINS].complete == complete)
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1);
}

static void
rule_bin_unknown(const RuleContext *context, FindingSink *sink)
{
    find_unknown_bin(context, sink, FALSE);
}

static void
rule_bin_not_listed(const RuleContext *context, FindingSink *sink)
{
    find_unknown_bin(context, sink, TRUE);
}

static void
rule_card_length(const RuleContext *context, FindingSink *sink)
{
    const BinRow *bin = bin_of(context);

    if (bin == NULL || bin->length == 0 || strlen(card_of(context)) == bin->length)
        return;
    finding_param_number(finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1), "length", PARAM_COUNT,
                         bin->length);
}

/* X13: the card is one bank's and the branch another's. Codes that banks share say nothing. */
static void
rule_card_bank(const RuleContext *context, FindingSink *sink)
{
    const BinRow *bin = bin_of(context);
    const BankRow *bank = branch_bank(context);
    const BankRow *issuer = bin != NULL ? catalogue_bank(context->catalogue, bin->bank) : NULL;

    if (bank == NULL || issuer == NULL || bank->shared || issuer->shared || bank == issuer)
        return;
    Finding *finding = finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1);
    finding_param_text(sink, finding, "issuer", issuer->name[LANGUAGE_ZH]);
    finding_param_text(sink, finding, "bank", bank->name[LANGUAGE_ZH]);
}

/* A "corporate account" that is a bank card is mostly a private account under a wrong heading. */
static void
rule_corporate_card(const RuleContext *context, FindingSink *sink)
{
    const char *account = number_of(context, ACCOUNT_CORPORATE);

    if (account == NULL || !is_digits(account, CARD_LOW, CARD_HIGH))
        return;
    const BinRow *bin = catalogue_bin(context->catalogue, account);
    if (bin != NULL && bin->length == strlen(account) && bankcard_luhn(account, strlen(account)))
        finding_add(sink, FIELD_SETTLE_ACCOUNT_NO, -1);
}

/* ---- cycle, payee ---- */

static void
rule_same_day(const RuleContext *context, FindingSink *sink)
{
    if (application_is(context->app, FIELD_SETTLE_CYCLE, CYCLE_D0))
        finding_add(sink, FIELD_SETTLE_CYCLE, -1);
}

/* Credit cards to a private account are what cash-out runs on, so the reviewer is told. */
static void
rule_credit_on_private(const RuleContext *context, FindingSink *sink)
{
    if (is_account(context, ACCOUNT_PRIVATE) &&
        application_has(context->app, FIELD_FUNC_CARD_KINDS, CARD_CREDIT))
        finding_add(sink, FIELD_FUNC_CARD_KINDS, -1);
}

/* The number that a payee's document text ("number from to") begins with, in capitals, when it is
 * as long as a resident's; FALSE for other documents. */
static gboolean
settler_number(const RuleContext *context, char number[RESIDENT_ID_LENGTH + 1])
{
    static const char number_letters[] = "0123456789Xx";
    const char *settler = application_text(context->app, FIELD_SETTLE_SETTLER_ID);

    if (settler == NULL || strspn(settler, number_letters) != RESIDENT_ID_LENGTH)
        return FALSE;
    for (gsize i = 0; i < RESIDENT_ID_LENGTH; i++)
        number[i] = g_ascii_toupper(settler[i]);
    number[RESIDENT_ID_LENGTH] = '\0';
    return !g_ascii_isalnum(settler[RESIDENT_ID_LENGTH]);
}

static void
rule_settler_id(const RuleContext *context, FindingSink *sink)
{
    char number[RESIDENT_ID_LENGTH + 1];

    /* an institution's payee may be a unit, which has a code of its own */
    if (settler_number(context, number) &&
        uscc_check(number, RESIDENT_ID_LENGTH, context->today).level != IDENTIFIER_OK &&
        resident_id_check(number, RESIDENT_ID_LENGTH, context->today).level == IDENTIFIER_BAD)
        finding_add(sink, FIELD_SETTLE_SETTLER_ID, -1);
}

/* The account is the legal person's by name; then the payee's number is the legal person's too. */
static void
rule_settler_is_holder(const RuleContext *context, FindingSink *sink)
{
    const char *holder = application_text(context->app, FIELD_SETTLE_ACCOUNT_NAME);
    const char *legal_name = application_text(context->app, FIELD_PERSON_LEGAL_NAME);
    const char *legal_id = application_text(context->app, FIELD_PERSON_LEGAL_ID_NO);
    char number[RESIDENT_ID_LENGTH + 1];

    if (holder == NULL || legal_name == NULL || legal_id == NULL ||
        !is_account(context, ACCOUNT_PRIVATE) || !text_name_equal(holder, legal_name) ||
        !application_is(context->app, FIELD_PERSON_LEGAL_ID_KIND, ID_CARD))
        return;
    if (settler_number(context, number) && g_ascii_strcasecmp(number, legal_id) != 0)
        finding_add(sink, FIELD_SETTLE_SETTLER_ID, -1);
}

/* The second date of "number from to" is the last day of the document. */
static void
rule_settler_expired(const RuleContext *context, FindingSink *sink)
{
    const char *settler = application_text(context->app, FIELD_SETTLE_SETTLER_ID);
    gsize length = settler != NULL ? strlen(settler) : 0;
    CivilDay day = 0;
    guint dates = 0;

    for (gsize at = 0; at + DATE_LENGTH <= length && dates < 2; at++) {
        gboolean fresh = at == 0 || !g_ascii_isalnum(settler[at - 1]);
        if (fresh && civil_parse(settler + at, DATE_LENGTH, &day))
            dates++;
    }
    if (dates == 2 && day < context->today)
        finding_param_number(finding_add(sink, FIELD_SETTLE_SETTLER_ID, -1), "day", PARAM_DATE,
                             day);
}

/* G19: a person's own collection code is not for business; only a merchant's code is opened. */
static void
rule_personal_code(const RuleContext *context, FindingSink *sink)
{
    if (is_account(context, ACCOUNT_PRIVATE) &&
        application_has(context->app, FIELD_FUNC_TXN_TYPES, TXN_QR))
        finding_add(sink, FIELD_FUNC_TXN_TYPES, -1);
}

const RuleRow account_rules[] = {
    {"R-BANK-001", rule_private_of_unit, NULL},
    {"R-BANK-002", rule_micro_corporate, NULL},
    {"R-BANK-003", rule_person_holder, NULL},
    {"R-BANK-004", rule_unit_holder, NULL},
    {"R-BANK-005", rule_holder_similar, NULL},
    {"R-BANK-006", rule_holder_designated, NULL},
    {"R-BANK-007", branch_form, NULL},
    {"R-BANK-008", branch_check_digit, NULL},
    {"R-BANK-009", branch_bank_unknown, NULL},
    {"R-BANK-010", branch_bank_not_listed, NULL},
    {"R-BANK-011", branch_bank_name, NULL},
    {"R-BANK-012", branch_area, NULL},
    {"R-BANK-013", branch_place, NULL},
    {"R-BRANCH-001", branch_not_listed, NULL},
    {"R-BRANCH-002", branch_name, NULL},
    {"R-BANK-014", rule_card_form, NULL},
    {"R-BANK-015", rule_account_form, NULL},
    {"R-BANK-016", rule_account_abroad, NULL},
    {"R-BANK-017", rule_card_check_digit, NULL},
    {"R-BANK-018", rule_card_check_digit_doubt, NULL},
    {"R-BANK-019", rule_not_debit, NULL},
    {"R-BANK-020", rule_bin_unknown, NULL},
    {"R-BANK-021", rule_bin_not_listed, NULL},
    {"R-BANK-022", rule_card_length, NULL},
    {"R-BANK-023", rule_card_bank, NULL},
    {"R-BANK-024", rule_corporate_card, NULL},
    {"R-BANK-025", rule_same_day, NULL},
    {"R-BANK-026", rule_settler_id, NULL},
    {"R-BANK-027", rule_settler_is_holder, NULL},
    {"R-BANK-028", rule_settler_expired, NULL},
    {"R-BANK-029", rule_credit_on_private, NULL},
    {"R-BANK-030", rule_personal_code, NULL},
    {NULL, NULL, NULL},
};
