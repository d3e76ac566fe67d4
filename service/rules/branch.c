/* SPDX-License-Identifier: Apache-2.0 */
/* The branch that keeps the account: its number, its bank's name, and where it is. */
#include "rules/branch.h"

#include "base/text.h"
#include "identifiers/cnaps.h"

#include <string.h>

enum { BANK_DIGITS = 3, CITY_DIGITS = CNAPS_BRANCH - CNAPS_CITY, PROVINCE_DIGITS = 2 };

static IdentifierLevel
branch_level(const RuleContext *context)
{
    const char *branch = application_text(context->app, FIELD_SETTLE_BANK_BRANCH_NO);

    return branch != NULL ? cnaps_check(branch, strlen(branch), context->today).level
                          : IDENTIFIER_OK;
}

/* The branch number when it has the form of one, whatever its check digit; else NULL. */
static const char *
branch_of(const RuleContext *context)
{
    return branch_level(context) == IDENTIFIER_BAD
               ? NULL
               : application_text(context->app, FIELD_SETTLE_BANK_BRANCH_NO);
}

void
branch_form(const RuleContext *context, FindingSink *sink)
{
    if (branch_level(context) != IDENTIFIER_BAD)
        return;
    guint length = text_length(application_text(context->app, FIELD_SETTLE_BANK_BRANCH_NO));
    finding_param_number(finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1), "length", PARAM_COUNT,
                         length);
}

/* 419 of 420 public numbers pass: a failure asks for a look-up, it does not stop (domain 1.1). */
void
branch_check_digit(const RuleContext *context, FindingSink *sink)
{
    if (branch_level(context) == IDENTIFIER_WARN)
        finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1);
}

const BankRow *
branch_bank(const RuleContext *context)
{
    const char *branch = branch_of(context);
    char code[BANK_DIGITS + 1] = {0};

    if (branch == NULL)
        return NULL;
    memcpy(code, branch + CNAPS_BANK, BANK_DIGITS);
    return catalogue_bank(context->catalogue, code);
}

/* What a complete list does not hold is wrong; what an incomplete one does not hold is unknown. */
static void
find_unknown_bank(const RuleContext *context, FindingSink *sink, gboolean complete)
{
    const char *branch = branch_of(context);
    char code[BANK_DIGITS + 1] = {0};

    if (branch == NULL || branch_bank(context) != NULL ||
        context->catalogue->files[CATALOGUE_BANKS].complete != complete)
        return;
    memcpy(code, branch + CNAPS_BANK, BANK_DIGITS);
    finding_param_text(sink, finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1), "code", code);
}

void
branch_bank_unknown(const RuleContext *context, FindingSink *sink)
{
    find_unknown_bank(context, sink, FALSE);
}

void
branch_bank_not_listed(const RuleContext *context, FindingSink *sink)
{
    find_unknown_bank(context, sink, TRUE);
}

/* A bank that the name of a branch mentions, and where. */
typedef struct {
    const BankRow *bank; /* NULL = none */
    const char *start;
    gsize length;
} Mention;

/* The first mention counts, and there the longest: a branch may lie in another bank's street. */
static void
consider(Mention *best, const char *name, const char *word, const BankRow *bank)
{
    const char *start = strstr(name, word);
    gsize length = strlen(word);

    if (start == NULL || (best->bank != NULL && start > best->start))
        return;
    if (best->bank == NULL || start < best->start || length > best->length)
        *best = (Mention){bank, start, length};
}

static void
consider_bank(Mention *best, const char *name, const BankRow *bank)
{
    consider(best, name, bank->name[LANGUAGE_ZH], bank);
    for (char **alias = bank->aliases; *alias != NULL; alias++)
        consider(best, name, *alias, bank);
}

static const BankRow *
bank_of_name(const RuleContext *context, const char *name)
{
    Mention best = {NULL, NULL, 0};

    for (guint i = 0; i < context->catalogue->banks->len; i++)
        consider_bank(&best, name, g_ptr_array_index(context->catalogue->banks, i));
    return best.bank;
}

/* X13: the number belongs to one bank and the name to another. A shared code has many names. */
void
branch_bank_name(const RuleContext *context, FindingSink *sink)
{
    const char *name = application_text(context->app, FIELD_SETTLE_BANK_NAME);
    const BankRow *by_number = branch_bank(context);
    Mention own = {NULL, NULL, 0};

    if (name == NULL || by_number == NULL)
        return;
    consider_bank(&own, name, by_number);
    const BankRow *by_name = own.bank != NULL ? NULL : bank_of_name(context, name);
    if (by_name == NULL || by_name->shared)
        return;
    Finding *finding = finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1);
    finding_param_text(sink, finding, "bank", by_number->name[LANGUAGE_ZH]);
    finding_param_text(sink, finding, "named", by_name->name[LANGUAGE_ZH]);
}

/* What a complete list of branches does not hold is no branch. A number of wrong form is another
 * rule's business. */
void
branch_not_listed(const RuleContext *context, FindingSink *sink)
{
    const char *branch = branch_of(context);

    if (branch != NULL && context->catalogue->files[CATALOGUE_BRANCHES].complete &&
        catalogue_branch(context->catalogue, branch) == NULL)
        finding_add(sink, FIELD_SETTLE_BANK_BRANCH_NO, -1);
}

/* What tells the branch from its bank's others: the folded name without the bank's and the forms of
 * a company. */
static GString *
own_name(const char *name, const BankRow *bank)
{
    static const char *const forms[] = {"股份", "有限责任公司", "有限公司", "总行"};
    g_autoptr(GString) rest = g_string_new(name);
    GString *folded = g_string_new(NULL);
    Mention bank_name = {NULL, NULL, 0};

    if (bank != NULL)
        consider_bank(&bank_name, name, bank);
    if (bank_name.bank != NULL)
        g_string_erase(rest, 0, (gssize)(bank_name.start + bank_name.length - name));
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
        g_string_replace(rest, forms[i], "", 0);
    text_append_folded(folded, rest->str);
    return folded;
}

/* People shorten names (福田支行 for 深圳福田支行), so only characters that the other name lacks
 * tell them apart. A head office's number may stand for any branch. */
void
branch_name(const RuleContext *context, FindingSink *sink)
{
    const char *branch = branch_of(context);
    const char *name = application_text(context->app, FIELD_SETTLE_BANK_NAME);
    const BranchRow *row = branch != NULL ? catalogue_branch(context->catalogue, branch) : NULL;

    if (row == NULL || name == NULL)
        return;
    g_autoptr(GString) given = own_name(name, branch_bank(context));
    g_autoptr(GString) listed = own_name(row->name[LANGUAGE_ZH], branch_bank(context));
    if (listed->len == 0 || text_in_order(listed->str, given->str) ||
        text_in_order(given->str, listed->str))
        return;
    finding_param_text(sink, finding_add(sink, FIELD_SETTLE_BANK_NAME, -1), "listed",
                       row->name[LANGUAGE_ZH]);
}

/* TRUE when the text of a field has the two digits of the province at `at`. */
static gboolean
has_province(const RuleContext *context, FieldId id, gsize at, const ProvinceRow *province)
{
    const char *text = application_text(context->app, id);

    return text != NULL && strlen(text) >= at + PROVINCE_DIGITS &&
           strncmp(text + at, province->code, PROVINCE_DIGITS) == 0;
}

static gboolean
lies_in(const RuleContext *context, FieldId address, const ProvinceRow *province)
{
    const char *text = application_text(context->app, address);

    return text != NULL && catalogue_province_of_address(context->catalogue, text) == province;
}

/* The third character of a USCC begins its region, the first of a 15-digit number. */
static gsize
licence_region(const RuleContext *context)
{
    const char *licence = application_text(context->app, FIELD_LICENCE_LICENCE_NO);

    return licence != NULL && strlen(licence) == 18 ? 2 : 0;
}

/* Where the merchant is at home: shop, licence, and for a micro merchant the person. */
static gboolean
is_home(const RuleContext *context, const ProvinceRow *province)
{
    return has_province(context, FIELD_SHOP_SHOP_REGION, 0, province) ||
           has_province(context, FIELD_LICENCE_LICENCE_NO, licence_region(context), province) ||
           lies_in(context, FIELD_LICENCE_LICENCE_ADDRESS, province) ||
           lies_in(context, FIELD_MERCHANT_REGISTER_ADDRESS, province) ||
           (application_kind_of_merchant(context->app) == MERCHANT_MICRO &&
            has_province(context, FIELD_PERSON_LEGAL_ID_NO, 0, province));
}

static gboolean
shop_is_placed(const RuleContext *context)
{
    const char *region = application_text(context->app, FIELD_SHOP_SHOP_REGION);
    char code[PROVINCE_DIGITS + 1] = {0};

    if (region == NULL || strlen(region) != 6)
        return FALSE;
    memcpy(code, region, PROVINCE_DIGITS);
    return catalogue_province(context->catalogue, code) != NULL;
}

static void
judge_place(const RuleContext *context, FindingSink *sink, FieldId id, const ProvinceRow *province)
{
    if (province != NULL && shop_is_placed(context) && !is_home(context, province))
        finding_param_text(sink, finding_add(sink, id, -1), "province",
                           province->name[LANGUAGE_ZH]);
}

/* X13: digits 4 to 7 of a branch number are the city of the branch. */
void
branch_area(const RuleContext *context, FindingSink *sink)
{
    const char *branch = branch_of(context);
    char code[CITY_DIGITS + 1] = {0};

    if (branch == NULL)
        return;
    memcpy(code, branch + CNAPS_CITY, CITY_DIGITS);
    const AreaRow *area = catalogue_area(context->catalogue, code);
    if (area != NULL)
        judge_place(context, sink, FIELD_SETTLE_BANK_BRANCH_NO,
                    catalogue_province(context->catalogue, area->province));
}

static const char *
skip_word(const char *text, const char *word)
{
    return g_str_has_prefix(text, word) ? text + strlen(word) : text;
}

/* What follows the bank's own name, which may hold a place itself (北京银行); NULL = not seen. */
static const char *
after_bank(const char *name)
{
    static const char *const ends[] = {"银行", "信用社", "联社", "工行", "农行",
                                       "中行", "建行",   "交行", "招行"};

    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        const char *end = strstr(name, ends[i]);
        if (end != NULL)
            return skip_word(skip_word(end + strlen(ends[i]), "股份"), "有限公司");
    }
    return NULL;
}

/* 南京东路 is a street of Shanghai: a place's name that a street's name follows is no place. */
static gboolean
is_street(const char *after)
{
    static const char *const streets[] = {"路",   "街",   "道",   "巷",   "大厦", "广场",
                                          "中学", "大学", "酒店", "花园", "村",   "城"};

    if (g_str_has_prefix(after, "省") || g_str_has_prefix(after, "市"))
        return FALSE;
    for (guint i = 0; i < 3 && *after != '\0'; i++, after = g_utf8_next_char(after)) {
        for (gsize j = 0; j < G_N_ELEMENTS(streets); j++) {
            if (g_str_has_prefix(after, streets[j]))
                return TRUE;
        }
    }
    return FALSE;
}

/* Bytes of the city's name that `text` begins with, without 市; 0 when it does not. 朝阳 alone is
 * a district of Beijing as well, and a branch of that name alone may be named after anything. */
static gsize
city_prefix(const char *text, const AreaRow *area)
{
    const char *city = area->city[LANGUAGE_ZH];
    gboolean whole = area->namesake || !g_str_has_suffix(city, "市");
    gsize length = strlen(city) - (whole ? 0 : strlen("市"));
    gboolean begins = strncmp(text, city, length) == 0;

    return begins && !g_str_has_prefix(text + length, "支行") ? length : 0;
}

static const ProvinceRow *
province_of_place(const Catalogue *catalogue, const char *text)
{
    const ProvinceRow *province = catalogue_province_of_address(catalogue, text);

    if (province != NULL)
        return is_street(text + strlen(province->short_name)) ? NULL : province;
    for (guint i = 0; i < catalogue->areas->len; i++) {
        const AreaRow *area = g_ptr_array_index(catalogue->areas, i);
        gsize length = city_prefix(text, area);
        if (length > 0)
            return is_street(text + length) ? NULL : catalogue_province(catalogue, area->province);
    }
    return NULL;
}

/* X13: the name of the branch begins with a place where neither shop nor licence is. */
void
branch_place(const RuleContext *context, FindingSink *sink)
{
    const char *name = application_text(context->app, FIELD_SETTLE_BANK_NAME);
    const char *place = name != NULL ? after_bank(name) : NULL;

    if (place != NULL)
        judge_place(context, sink, FIELD_SETTLE_BANK_NAME,
                    province_of_place(context->catalogue, place));
}
