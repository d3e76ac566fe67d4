/* SPDX-License-Identifier: Apache-2.0 */
/* Who the merchant is: licence, name chain, place codes, consent. */
#include "base/text.h"
#include "identifiers/region.h"
#include "identifiers/regno15.h"
#include "identifiers/uscc.h"
#include "rules/rule.h"

#include <string.h>

enum { OLD_NUMBER_LENGTH = 15, FIELD_43_BYTES = 40 };

static const char *
text_of(const RuleContext *context, FieldId id)
{
    return application_text(context->app, id);
}

static gboolean
number_of(const RuleContext *context, FieldId id, gint64 *number)
{
    const FieldValue *value = application_good(context->app, id);

    if (value != NULL)
        *number = value->number;
    return value != NULL;
}

/* GB 32100-2015: form, authority, region and both check characters. */
static void
rule_licence_number(const RuleContext *context, FindingSink *sink)
{
    static const struct {
        const char *code, *key;
    } reasons[] = {
        {"FORMAT", "reason.uscc.format"},       {"AUTHORITY", "reason.uscc.authority"},
        {"REGION", "reason.uscc.region"},       {"REGION_FORMAT", "reason.uscc.region"},
        {"CHECKSUM", "reason.uscc.checksum"},   {"ORG_CHECKSUM", "reason.uscc.org_checksum"},
    };
    const char *number = text_of(context, FIELD_LICENCE_LICENCE_NO);

    if (number == NULL || strlen(number) == OLD_NUMBER_LENGTH)
        return;
    IdentifierVerdict verdict = uscc_check(number, strlen(number), context->today);
    for (gsize i = 0; verdict.level == IDENTIFIER_BAD && i < G_N_ELEMENTS(reasons); i++) {
        if (g_str_equal(reasons[i].code, verdict.code))
            finding_param_key(finding_add(sink, FIELD_LICENCE_LICENCE_NO, -1), "reason", reasons[i].key);
    }
}

/* Fifteen digits were replaced by the USCC: only old files may still carry them. */
static void
rule_old_number(const RuleContext *context, FindingSink *sink)
{
    const char *number = text_of(context, FIELD_LICENCE_LICENCE_NO);

    if (number != NULL && strlen(number) == OLD_NUMBER_LENGTH &&
        regno15_check(number, OLD_NUMBER_LENGTH, context->today).level == IDENTIFIER_WARN)
        finding_add(sink, FIELD_LICENCE_LICENCE_NO, -1);
}

static void
rule_old_number_wrong(const RuleContext *context, FindingSink *sink)
{
    const char *number = text_of(context, FIELD_LICENCE_LICENCE_NO);

    if (number != NULL && strlen(number) == OLD_NUMBER_LENGTH &&
        regno15_check(number, OLD_NUMBER_LENGTH, context->today).level == IDENTIFIER_BAD)
        finding_add(sink, FIELD_LICENCE_LICENCE_NO, -1);
}

/* A USCC that is whole, else NULL. */
static const char *
good_uscc(const RuleContext *context)
{
    const char *number = text_of(context, FIELD_LICENCE_LICENCE_NO);
    gsize length = number != NULL ? strlen(number) : 0;

    return length == 18 && uscc_check(number, length, context->today).level == IDENTIFIER_OK ? number : NULL;
}

/* The first two characters say what kind of body it is (GB 32100-2015, table 1): 91 enterprise, 92 household shop,
 * 93 cooperative. A household licence and an enterprise contradict each other. */
static void
rule_kind_contradicts(const RuleContext *context, FindingSink *sink)
{
    const char *number = good_uscc(context);
    int kind = application_kind_of_merchant(context->app);

    if (number == NULL || number[0] != '9')
        return;
    gboolean household_number = number[1] == '2';
    if ((kind == MERCHANT_ENTERPRISE && household_number) || (kind == MERCHANT_HOUSEHOLD && !household_number) ||
        kind == MERCHANT_INSTITUTION)
        finding_add(sink, FIELD_MERCHANT_MERCHANT_KIND, -1);
}

/* Other authorities in a shop's contract deserve a question, not a stop (domain.md 1.3). */
static void
rule_kind_unusual(const RuleContext *context, FindingSink *sink)
{
    const char *number = good_uscc(context);
    int kind = application_kind_of_merchant(context->app);

    if (number == NULL || number[0] == '9')
        return;
    gboolean public_body = number[0] == '1' || number[0] == '5';
    if (kind == MERCHANT_ENTERPRISE || kind == MERCHANT_HOUSEHOLD || (kind == MERCHANT_INSTITUTION && !public_body))
        finding_add(sink, FIELD_MERCHANT_MERCHANT_KIND, -1);
}

static void
rule_licence_expired(const RuleContext *context, FindingSink *sink)
{
    gint64 to;

    if (number_of(context, FIELD_LICENCE_LICENCE_TO, &to) && to < context->today)
        finding_param_number(finding_add(sink, FIELD_LICENCE_LICENCE_TO, -1), "day", PARAM_DATE, to);
}

static void
rule_licence_ending(const RuleContext *context, FindingSink *sink)
{
    gint64 to;

    if (number_of(context, FIELD_LICENCE_LICENCE_TO, &to) && to >= context->today &&
        to < context->today + rule_number(context, "days"))
        finding_param_number(finding_add(sink, FIELD_LICENCE_LICENCE_TO, -1), "day", PARAM_DATE, to);
}

static void
rule_licence_future(const RuleContext *context, FindingSink *sink)
{
    gint64 from;

    if (number_of(context, FIELD_LICENCE_LICENCE_FROM, &from) && from > context->today)
        finding_param_number(finding_add(sink, FIELD_LICENCE_LICENCE_FROM, -1), "day", PARAM_DATE, from);
}

static void
rule_licence_order(const RuleContext *context, FindingSink *sink)
{
    gint64 from, to;

    if (number_of(context, FIELD_LICENCE_LICENCE_FROM, &from) && number_of(context, FIELD_LICENCE_LICENCE_TO, &to) &&
        from >= to)
        finding_add(sink, FIELD_LICENCE_LICENCE_TO, -1);
}

/* X09: the licence must live when the contract starts. */
static void
rule_licence_before_contract(const RuleContext *context, FindingSink *sink)
{
    gint64 to, start;

    if (number_of(context, FIELD_LICENCE_LICENCE_TO, &to) && number_of(context, FIELD_CONTRACT_CONTRACT_FROM, &start) &&
        to >= context->today && to < start)
        finding_param_number(finding_add(sink, FIELD_LICENCE_LICENCE_TO, -1), "day", PARAM_DATE, start);
}

/* The pair of names when both are there and not the same. */
static gboolean
names_differ(const RuleContext *context, FieldId a, FieldId b)
{
    const char *left = text_of(context, a), *right = text_of(context, b);

    return left != NULL && right != NULL && !text_name_equal(left, right);
}

static gboolean
names_similar(const RuleContext *context, FieldId a, FieldId b)
{
    return text_name_similar(text_of(context, a), text_of(context, b));
}

/* X01: licence and application name the same merchant. */
static void
rule_name_chain(const RuleContext *context, FindingSink *sink)
{
    if (names_differ(context, FIELD_LICENCE_LICENCE_NAME, FIELD_MERCHANT_REGISTER_NAME) &&
        !names_similar(context, FIELD_LICENCE_LICENCE_NAME, FIELD_MERCHANT_REGISTER_NAME))
        finding_add(sink, FIELD_LICENCE_LICENCE_NAME, -1);
}

static void
rule_name_similar(const RuleContext *context, FindingSink *sink)
{
    if (names_differ(context, FIELD_LICENCE_LICENCE_NAME, FIELD_MERCHANT_REGISTER_NAME) &&
        names_similar(context, FIELD_LICENCE_LICENCE_NAME, FIELD_MERCHANT_REGISTER_NAME))
        finding_add(sink, FIELD_LICENCE_LICENCE_NAME, -1);
}

/* A micro merchant has no name but its owner's: 商户_姓名. */
static void
rule_micro_name(const RuleContext *context, FindingSink *sink)
{
    if (application_kind_of_merchant(context->app) == MERCHANT_MICRO &&
        names_differ(context, FIELD_MERCHANT_REGISTER_NAME, FIELD_PERSON_LEGAL_NAME))
        finding_add(sink, FIELD_MERCHANT_REGISTER_NAME, -1);
}

/* Field 43 of the switch message is ans 40: bytes, and in GB18030. */
static void
rule_short_name_bytes(const RuleContext *context, FindingSink *sink)
{
    const char *name = text_of(context, FIELD_MERCHANT_SHORT_NAME);
    guint bytes = name != NULL ? text_gb18030_bytes(name) : 0;

    if (bytes <= FIELD_43_BYTES)
        return;
    Finding *finding = finding_add(sink, FIELD_MERCHANT_SHORT_NAME, -1);
    finding_param_number(finding, "bytes", PARAM_COUNT, bytes);
    finding_param_number(finding, "most", PARAM_COUNT, FIELD_43_BYTES);
}

/* Hosts hold two bytes a character: letters of four bytes and signs come back as field 30 errors. */
static gboolean
is_printable_by_hosts(gunichar c)
{
    if (c < 128)
        return g_ascii_isalnum((char)c) || strchr(" ()-.&+/'", (int)c) != NULL;
    return (c >= 0x4E00 && c <= 0x9FA5) || c == 0x00B7 || c == 0xFF08 || c == 0xFF09;
}

static void
rule_short_name_signs(const RuleContext *context, FindingSink *sink)
{
    const char *name = text_of(context, FIELD_MERCHANT_SHORT_NAME);

    for (const char *p = name; p != NULL && *p != '\0'; p = g_utf8_next_char(p)) {
        if (is_printable_by_hosts(g_utf8_get_char(p)))
            continue;
        g_autofree char *sign = g_strndup(p, (gsize)(g_utf8_next_char(p) - p));
        finding_param_text(sink, finding_add(sink, FIELD_MERCHANT_SHORT_NAME, -1), "sign", sign);
        return;
    }
}

static gboolean
is_four_digits(const char *text)
{
    return strlen(text) == 4 && strspn(text, "0123456789") == 4;
}

/* M07: four digits of GB/T 2260 where the bank/UnionPay area code belongs. */
static void
rule_area_is_region(const RuleContext *context, FindingSink *sink)
{
    const char *area = text_of(context, FIELD_MERCHANT_AREA_CODE);
    const char *region = text_of(context, FIELD_SHOP_SHOP_REGION);

    if (area == NULL || region == NULL || !is_four_digits(area))
        return;
    if (strncmp(area, region, 4) == 0 && catalogue_area(context->catalogue, area) == NULL)
        finding_add(sink, FIELD_MERCHANT_AREA_CODE, -1);
}

static void
rule_area_form(const RuleContext *context, FindingSink *sink)
{
    const char *area = text_of(context, FIELD_MERCHANT_AREA_CODE);

    if (area != NULL && !is_four_digits(area))
        finding_add(sink, FIELD_MERCHANT_AREA_CODE, -1);
}

static void
rule_area_province(const RuleContext *context, FindingSink *sink)
{
    const char *area = text_of(context, FIELD_MERCHANT_AREA_CODE);
    const char *region = text_of(context, FIELD_SHOP_SHOP_REGION);
    const AreaRow *row = area != NULL ? catalogue_area(context->catalogue, area) : NULL;

    if (row == NULL || region == NULL || strncmp(row->province, region, 2) == 0)
        return;
    finding_param_text(sink, finding_add(sink, FIELD_MERCHANT_AREA_CODE, -1), "city", row->city[LANGUAGE_ZH]);
}

static void
rule_area_unknown(const RuleContext *context, FindingSink *sink)
{
    const char *area = text_of(context, FIELD_MERCHANT_AREA_CODE);
    const char *region = text_of(context, FIELD_SHOP_SHOP_REGION);

    if (area != NULL && is_four_digits(area) && catalogue_area(context->catalogue, area) == NULL &&
        (region == NULL || strncmp(area, region, 4) != 0))
        finding_add(sink, FIELD_MERCHANT_AREA_CODE, -1);
}

static void
rule_region(const RuleContext *context, FindingSink *sink)
{
    const char *region = text_of(context, FIELD_SHOP_SHOP_REGION);

    if (region != NULL && region_check(region, strlen(region), context->today).level == IDENTIFIER_BAD)
        finding_add(sink, FIELD_SHOP_SHOP_REGION, -1);
}

/* G08, X05: the licence and the shop in different provinces need a local branch; a chain has shops everywhere. */
static void
rule_licence_province(const RuleContext *context, FindingSink *sink)
{
    const char *number = good_uscc(context);
    const char *region = text_of(context, FIELD_SHOP_SHOP_REGION);
    gboolean chain = application_is(context->app, FIELD_MERCHANT_BUSINESS_FORM, 1);

    if (number == NULL || region == NULL || chain || strncmp(number + 2, "10", 2) == 0)
        return;
    if (strncmp(number + 2, region, 2) != 0)
        finding_add(sink, FIELD_SHOP_SHOP_REGION, -1);
}

/* The province an address begins with is the one its code says. */
static void
rule_shop_address(const RuleContext *context, FindingSink *sink)
{
    const char *address = text_of(context, FIELD_SHOP_SHOP_ADDRESS);
    const char *region = text_of(context, FIELD_SHOP_SHOP_REGION);
    const ProvinceRow *province =
        address != NULL ? catalogue_province_of_address(context->catalogue, address) : NULL;

    if (province == NULL || region == NULL || strncmp(province->code, region, 2) == 0)
        return;
    finding_param_text(sink, finding_add(sink, FIELD_SHOP_SHOP_ADDRESS, -1), "province",
                       province->name[LANGUAGE_ZH]);
}

static void
rule_hours(const RuleContext *context, FindingSink *sink)
{
    const char *hours = text_of(context, FIELD_MERCHANT_BUSINESS_HOURS);

    if (hours != NULL && strncmp(hours, hours + 5, 4) == 0)
        finding_add(sink, FIELD_MERCHANT_BUSINESS_HOURS, -1);
}

static void
rule_english_name(const RuleContext *context, FindingSink *sink)
{
    if (application_has(context->app, FIELD_FUNC_CARD_KINDS, CARD_FOREIGN) &&
        application_absent(context->app, FIELD_MERCHANT_ENGLISH_NAME))
        finding_add(sink, FIELD_MERCHANT_ENGLISH_NAME, -1);
}

static void
rule_consent_future(const RuleContext *context, FindingSink *sink)
{
    gint64 day;

    if (number_of(context, FIELD_CONSENT_CONSENT_AT, &day) && day > context->today)
        finding_add(sink, FIELD_CONSENT_CONSENT_AT, -1);
}

static void
rule_consent_old(const RuleContext *context, FindingSink *sink)
{
    gint64 day;

    if (number_of(context, FIELD_CONSENT_CONSENT_AT, &day) && day < context->today - rule_number(context, "days"))
        finding_param_number(finding_add(sink, FIELD_CONSENT_CONSENT_AT, -1), "days", PARAM_COUNT,
                             rule_number(context, "days"));
}

/* A partner is asked only within the consent (PIPL art. 29): without these three nobody can be asked. */
static void
rule_consent_purposes(const RuleContext *context, FindingSink *sink)
{
    static const struct {
        guint word;
        const char *key;
    } needed[] = {{0, "purpose.identity_check"}, {1, "purpose.account_check"}, {2, "purpose.risk_query"}};

    if (application_good(context->app, FIELD_CONSENT_CONSENT_PURPOSES) == NULL)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(needed); i++) {
        if (!application_has(context->app, FIELD_CONSENT_CONSENT_PURPOSES, needed[i].word))
            finding_param_key(finding_add(sink, FIELD_CONSENT_CONSENT_PURPOSES, -1), "purpose", needed[i].key);
    }
}

const RuleRow identity_rules[] = {
    {"R-ID-001", rule_licence_number, NULL},
    {"R-ID-002", rule_old_number, NULL},
    {"R-ID-003", rule_old_number_wrong, NULL},
    {"R-ID-004", rule_kind_contradicts, NULL},
    {"R-ID-005", rule_kind_unusual, NULL},
    {"R-ID-006", rule_licence_expired, NULL},
    {"R-ID-007", rule_licence_ending, "days"},
    {"R-ID-008", rule_licence_future, NULL},
    {"R-ID-009", rule_licence_order, NULL},
    {"R-ID-010", rule_licence_before_contract, NULL},
    {"R-ID-011", rule_name_chain, NULL},
    {"R-ID-012", rule_name_similar, NULL},
    {"R-ID-013", rule_micro_name, NULL},
    {"R-ID-014", rule_short_name_bytes, NULL},
    {"R-ID-015", rule_short_name_signs, NULL},
    {"R-ID-016", rule_area_is_region, NULL},
    {"R-ID-017", rule_area_form, NULL},
    {"R-ID-018", rule_area_province, NULL},
    {"R-ID-019", rule_area_unknown, NULL},
    {"R-ID-020", rule_region, NULL},
    {"R-ID-021", rule_licence_province, NULL},
    {"R-ID-022", rule_shop_address, NULL},
    {"R-ID-023", rule_hours, NULL},
    {"R-ID-024", rule_english_name, NULL},
    {"R-ID-025", rule_consent_future, NULL},
    {"R-ID-026", rule_consent_old, "days"},
    {"R-ID-027", rule_consent_purposes, NULL},
    {NULL, NULL, NULL},
};
