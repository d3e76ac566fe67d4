/* SPDX-License-Identifier: Apache-2.0 */
/* Who the merchant is: licence, kind, names, and where it is: area code, region, province. */
#include "rules/host_name.h"
#include "rules/rule.h"

#include "base/text.h"
#include "identifiers/digits.h"
#include "identifiers/region.h"
#include "identifiers/regno15.h"
#include "identifiers/uscc.h"

#include <string.h>

enum { OLD_NUMBER_LENGTH = 15, AREA_LENGTH = 4, PROVINCE_LENGTH = 2, CHAIN = 1 };

static void
add_dated(FindingSink *sink, FieldId id, gint64 day)
{
    finding_param_number(finding_add(sink, id, -1), "day", PARAM_DATE, day);
}

/* ---- the licence's number ---- */

typedef struct {
    const char *code, *key;
} Reason;

static void
add_reason(FindingSink *sink, const char *code)
{
    static const Reason reasons[] = {
        {"FORMAT", "reason.uscc.format"},     {"AUTHORITY", "reason.uscc.authority"},
        {"REGION", "reason.uscc.region"},     {"REGION_FORMAT", "reason.uscc.region_format"},
        {"CHECKSUM", "reason.uscc.checksum"}, {"ORG_CHECKSUM", "reason.uscc.org_checksum"},
    };
    const char *key = reasons[0].key;

    for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) {
        if (g_str_equal(reasons[i].code, code))
            key = reasons[i].key;
    }
    finding_param_key(finding_add(sink, FIELD_LICENCE_LICENCE_NO, -1), "reason", key);
}

static gboolean
is_old_number(const char *number)
{
    return strlen(number) == OLD_NUMBER_LENGTH && digits_only(number, OLD_NUMBER_LENGTH);
}

/* GB 32100-2015: form, authority, region and both check characters. */
static void
rule_licence_number(const RuleContext *context, FindingSink *sink)
{
    const char *number = application_text(context->app, FIELD_LICENCE_LICENCE_NO);

    if (number == NULL || is_old_number(number))
        return;
    IdentifierVerdict verdict = uscc_check(number, strlen(number), context->today);
    if (verdict.level == IDENTIFIER_BAD)
        add_reason(sink, verdict.code);
}

static void
judge_old_number(const RuleContext *context, FindingSink *sink, IdentifierLevel level)
{
    const char *number = application_text(context->app, FIELD_LICENCE_LICENCE_NO);

    if (number != NULL && is_old_number(number) &&
        regno15_check(number, OLD_NUMBER_LENGTH, context->today).level == level)
        finding_add(sink, FIELD_LICENCE_LICENCE_NO, -1);
}

/* Fifteen digits were replaced by the USCC: only old files may still carry them. */
static void
rule_old_number(const RuleContext *context, FindingSink *sink)
{
    judge_old_number(context, sink, IDENTIFIER_WARN);
}

static void
rule_old_number_wrong(const RuleContext *context, FindingSink *sink)
{
    judge_old_number(context, sink, IDENTIFIER_BAD);
}

/* A USCC that is whole, else NULL. */
static const char *
good_uscc(const RuleContext *context)
{
    const char *number = application_text(context->app, FIELD_LICENCE_LICENCE_NO);

    if (number == NULL || strlen(number) != USCC_LENGTH)
        return NULL;
    return uscc_check(number, USCC_LENGTH, context->today).level == IDENTIFIER_OK ? number : NULL;
}

/* ---- merchant kind against the number: GB 32100-2015, table 1 ---- */

typedef enum { BODY_OTHER, BODY_ENTERPRISE, BODY_HOUSEHOLD, BODY_PUBLIC, BODY_UNKNOWN } Body;

/* 91 enterprise, 92 household, 93 cooperative; 1 offices and public institutions, 5 civil bodies.
 */
static Body
body_of(const RuleContext *context)
{
    const char *number = good_uscc(context);

    if (number == NULL)
        return BODY_UNKNOWN;
    if (number[USCC_AUTHORITY] == '9')
        return number[USCC_KIND] == '2' ? BODY_HOUSEHOLD : BODY_ENTERPRISE;
    return number[USCC_AUTHORITY] == '1' || number[USCC_AUTHORITY] == '5' ? BODY_PUBLIC
                                                                          : BODY_OTHER;
}

/* A household's number on an enterprise, or the reverse: one of the two records is wrong. */
static void
rule_kind_contradicts(const RuleContext *context, FindingSink *sink)
{
    int kind = application_kind_of_merchant(context->app);
    Body body = body_of(context);

    if ((kind == MERCHANT_ENTERPRISE && body == BODY_HOUSEHOLD) ||
        (kind == MERCHANT_HOUSEHOLD && body == BODY_ENTERPRISE))
        finding_add(sink, FIELD_MERCHANT_MERCHANT_KIND, -1);
}

/* Other authorities in a shop's contract deserve a question, not a stop (31 law firms, 12 hospitals
 * under "enterprise", a private school with 91 under "institution"). */
static void
rule_kind_unusual(const RuleContext *context, FindingSink *sink)
{
    int kind = application_kind_of_merchant(context->app);
    Body body = body_of(context);
    gboolean shop = kind == MERCHANT_ENTERPRISE || kind == MERCHANT_HOUSEHOLD;

    if (body == BODY_UNKNOWN)
        return;
    if ((shop && (body == BODY_PUBLIC || body == BODY_OTHER)) ||
        (kind == MERCHANT_INSTITUTION && body != BODY_PUBLIC))
        finding_add(sink, FIELD_MERCHANT_MERCHANT_KIND, -1);
}

/* Who has a licence is not a micro merchant (PBOC 2017/296 has them for those who need none). */
static void
rule_micro_with_licence(const RuleContext *context, FindingSink *sink)
{
    if (application_kind_of_merchant(context->app) == MERCHANT_MICRO &&
        body_of(context) != BODY_UNKNOWN)
        finding_add(sink, FIELD_MERCHANT_MERCHANT_KIND, -1);
}

/* ---- the licence's dates ---- */

/* The last day counts as over: what is set up today is used tomorrow. */
static void
rule_licence_expired(const RuleContext *context, FindingSink *sink)
{
    gint64 to;

    if (application_number(context->app, FIELD_LICENCE_LICENCE_TO, &to) && to <= context->today)
        add_dated(sink, FIELD_LICENCE_LICENCE_TO, to);
}

static void
rule_licence_ending(const RuleContext *context, FindingSink *sink)
{
    gint64 to;

    if (application_number(context->app, FIELD_LICENCE_LICENCE_TO, &to) && to > context->today &&
        to <= context->today + rule_number(context, "days"))
        add_dated(sink, FIELD_LICENCE_LICENCE_TO, to);
}

static void
rule_licence_future(const RuleContext *context, FindingSink *sink)
{
    gint64 from;

    if (application_number(context->app, FIELD_LICENCE_LICENCE_FROM, &from) &&
        from > context->today)
        add_dated(sink, FIELD_LICENCE_LICENCE_FROM, from);
}

static void
rule_licence_order(const RuleContext *context, FindingSink *sink)
{
    gint64 from, to;

    if (application_number(context->app, FIELD_LICENCE_LICENCE_FROM, &from) &&
        application_number(context->app, FIELD_LICENCE_LICENCE_TO, &to) && from >= to)
        add_dated(sink, FIELD_LICENCE_LICENCE_TO, from);
}

/* X09: the licence must live when the contract starts. */
static void
rule_licence_before_contract(const RuleContext *context, FindingSink *sink)
{
    gint64 to, start;

    if (application_number(context->app, FIELD_LICENCE_LICENCE_TO, &to) &&
        application_number(context->app, FIELD_CONTRACT_CONTRACT_FROM, &start) && to < start)
        add_dated(sink, FIELD_LICENCE_LICENCE_TO, start);
}

/* ---- names ---- */

static gboolean
is_word_of(const char *words, const char *word)
{
    gsize length = strlen(word);

    for (const char *p = words; *p != '\0';) {
        gsize own = strcspn(p, " ");
        if (own == length && memcmp(p, word, own) == 0)
            return TRUE;
        p += own + (p[own] == ' ' ? 1 : 0);
    }
    return FALSE;
}

/* A household shop may have no name: its licence then says so, and it goes by its owner's name. */
static gboolean
is_nameless_household(const RuleContext *context, const char *licence, const char *registered)
{
    const char *owner = application_text(context->app, FIELD_PERSON_LEGAL_NAME);

    return application_kind_of_merchant(context->app) == MERCHANT_HOUSEHOLD && owner != NULL &&
           text_name_equal(registered, owner) && is_word_of(rule_text(context, "no_name"), licence);
}

/* X01: licence and application name the same merchant, or all but: that goes to review. */
static void
judge_name_chain(const RuleContext *context, FindingSink *sink, gboolean similar)
{
    const char *licence = application_text(context->app, FIELD_LICENCE_LICENCE_NAME);
    const char *registered = application_text(context->app, FIELD_MERCHANT_REGISTER_NAME);

    if (licence == NULL || registered == NULL || text_name_equal(licence, registered))
        return;
    if (text_name_similar(licence, registered) != similar)
        return;
    if (similar || !is_nameless_household(context, licence, registered))
        finding_add(sink, FIELD_LICENCE_LICENCE_NAME, -1);
}

static void
rule_name_chain(const RuleContext *context, FindingSink *sink)
{
    judge_name_chain(context, sink, FALSE);
}

static void
rule_name_similar(const RuleContext *context, FindingSink *sink)
{
    judge_name_chain(context, sink, TRUE);
}

/* A micro merchant has no name but its owner's, registered as 商户_姓名. */
static void
rule_micro_name(const RuleContext *context, FindingSink *sink)
{
    const char *registered = application_text(context->app, FIELD_MERCHANT_REGISTER_NAME);
    const char *owner = application_text(context->app, FIELD_PERSON_LEGAL_NAME);

    if (application_kind_of_merchant(context->app) != MERCHANT_MICRO || registered == NULL ||
        owner == NULL)
        return;
    gboolean prefixed =
        g_str_has_prefix(registered, "商户_") || g_str_has_prefix(registered, "商户＿");
    if (!prefixed || !text_name_equal(registered, owner))
        finding_add(sink, FIELD_MERCHANT_REGISTER_NAME, -1);
}

/* Field 43 of the switch message holds 40 bytes, and they are GB18030. */
static void
rule_short_name_bytes(const RuleContext *context, FindingSink *sink)
{
    const char *name = application_text(context->app, FIELD_MERCHANT_SHORT_NAME);
    guint bytes = name != NULL ? text_gb18030_bytes(name) : 0;

    if (bytes == G_MAXUINT || bytes <= rule_number(context, "bytes"))
        return;
    Finding *finding = finding_add(sink, FIELD_MERCHANT_SHORT_NAME, -1);
    finding_param_number(finding, "bytes", PARAM_COUNT, bytes);
    finding_param_number(finding, "most", PARAM_COUNT, rule_number(context, "bytes"));
}

static void
rule_name_characters(const RuleContext *context, FindingSink *sink)
{
    const char *name = application_text(context->app, FIELD_MERCHANT_SHORT_NAME);
    gunichar refused = name != NULL ? host_name_refused(name) : 0;

    if (refused == 0)
        return;
    Finding *finding = finding_add(sink, FIELD_MERCHANT_SHORT_NAME, -1);
    finding_param_text(sink, finding, "sign",
                       arena_printf(context->app->arena, "U+%04X", (guint)refused));
}

/* Signs that receipts, XML and card schemes treat each in its own way. */
static void
rule_name_signs(const RuleContext *context, FindingSink *sink)
{
    const char *name = application_text(context->app, FIELD_MERCHANT_SHORT_NAME);
    const char *at = name != NULL ? strpbrk(name, rule_text(context, "signs")) : NULL;

    if (at == NULL)
        return;
    char sign[2] = {*at, '\0'};
    finding_param_text(sink, finding_add(sink, FIELD_MERCHANT_SHORT_NAME, -1), "sign", sign);
}

/* ---- area code, M07 ---- */

static const char *
good_area(const RuleContext *context)
{
    const char *area = application_text(context->app, FIELD_MERCHANT_AREA_CODE);

    return area != NULL && strlen(area) == AREA_LENGTH && digits_only(area, AREA_LENGTH) ? area
                                                                                         : NULL;
}

static const char *
good_region(const RuleContext *context)
{
    const char *region = application_text(context->app, FIELD_SHOP_SHOP_REGION);

    if (region == NULL)
        return NULL;
    return region_check(region, strlen(region), context->today).level == IDENTIFIER_OK ? region
                                                                                       : NULL;
}

static const AreaRow *
area_row(const RuleContext *context)
{
    const char *area = good_area(context);

    return area != NULL ? catalogue_area(context->catalogue, area) : NULL;
}

static void
rule_area_form(const RuleContext *context, FindingSink *sink)
{
    if (application_text(context->app, FIELD_MERCHANT_AREA_CODE) != NULL &&
        good_area(context) == NULL)
        finding_add(sink, FIELD_MERCHANT_AREA_CODE, -1);
}

/* The beginning of the region of GB/T 2260 where the bank and UnionPay code belongs. */
static gboolean
is_region_typed(const RuleContext *context)
{
    const char *area = good_area(context), *region = good_region(context);

    return area != NULL && region != NULL && strncmp(area, region, AREA_LENGTH) == 0;
}

static void
rule_area_is_region(const RuleContext *context, FindingSink *sink)
{
    if (is_region_typed(context) && area_row(context) == NULL)
        finding_add(sink, FIELD_MERCHANT_AREA_CODE, -1);
}

static void
rule_area_province(const RuleContext *context, FindingSink *sink)
{
    const AreaRow *row = area_row(context);
    const char *region = good_region(context);

    if (row == NULL || region == NULL || strncmp(row->province, region, PROVINCE_LENGTH) == 0)
        return;
    Finding *finding = finding_add(sink, FIELD_MERCHANT_AREA_CODE, -1);
    finding_param_key(finding, "province",
                      arena_printf(context->app->arena, "province.%s", row->province));
}

/* A list with gaps cannot say that a code is none. */
static void
judge_area_unlisted(const RuleContext *context, FindingSink *sink, gboolean complete)
{
    if (context->catalogue->files[CATALOGUE_AREAS].complete != complete)
        return;
    if (good_area(context) != NULL && area_row(context) == NULL && !is_region_typed(context))
        finding_add(sink, FIELD_MERCHANT_AREA_CODE, -1);
}

static void
rule_area_unknown(const RuleContext *context, FindingSink *sink)
{
    judge_area_unlisted(context, sink, FALSE);
}

static void
rule_area_unlisted(const RuleContext *context, FindingSink *sink)
{
    judge_area_unlisted(context, sink, TRUE);
}

/* ---- regions and provinces, X05 ---- */

static void
rule_region(const RuleContext *context, FindingSink *sink)
{
    if (application_text(context->app, FIELD_SHOP_SHOP_REGION) != NULL &&
        good_region(context) == NULL)
        finding_add(sink, FIELD_SHOP_SHOP_REGION, -1);
}

/* The two digits of the province that issued the licence; NULL for the State level, which is none.
 */
static const char *
licence_province(const RuleContext *context)
{
    const char *number = good_uscc(context);

    if (number == NULL || !region_province_known(number + USCC_REGION))
        return NULL;
    return number + USCC_REGION;
}

static void
add_province(const RuleContext *context, FindingSink *sink, FieldId id, const char *two_digits)
{
    const char *key = arena_printf(context->app->arena, "province.%.2s", two_digits);

    finding_param_key(finding_add(sink, id, -1), "province", key);
}

/* G08: the licence and the shop in two provinces ask for a local branch; a chain has shops
 * everywhere. */
static void
judge_shop_province(const RuleContext *context, FindingSink *sink, gboolean chain)
{
    const char *province = licence_province(context), *region = good_region(context);

    if (application_is(context->app, FIELD_MERCHANT_BUSINESS_FORM, CHAIN) != chain)
        return;
    if (province != NULL && region != NULL && strncmp(province, region, PROVINCE_LENGTH) != 0)
        add_province(context, sink, FIELD_SHOP_SHOP_REGION, province);
}

static void
rule_shop_province(const RuleContext *context, FindingSink *sink)
{
    judge_shop_province(context, sink, FALSE);
}

static void
rule_chain_province(const RuleContext *context, FindingSink *sink)
{
    judge_shop_province(context, sink, TRUE);
}

/* The province an address begins with. 上海路 is a road of any town, not a province. */
static const ProvinceRow *
province_of(const RuleContext *context, FieldId id)
{
    static const char *const roads[] = {"路",   "街",   "大道", "大街", "东路", "西路",
                                        "南路", "北路", "中路", "道",   "巷"};
    const char *address = application_text(context->app, id);
    const ProvinceRow *row =
        address != NULL ? catalogue_province_of_address(context->catalogue, address) : NULL;

    if (row == NULL || !g_str_has_prefix(address, row->short_name))
        return row;
    for (gsize i = 0; i < G_N_ELEMENTS(roads); i++) {
        if (g_str_has_prefix(address + strlen(row->short_name), roads[i]))
            return NULL;
    }
    return row;
}

static void
judge_address(const RuleContext *context, FindingSink *sink, FieldId id, const char *province)
{
    const ProvinceRow *row = province_of(context, id);

    if (row != NULL && province != NULL && strncmp(row->code, province, PROVINCE_LENGTH) != 0)
        add_province(context, sink, id, province);
}

/* The province an address begins with is the one its code says. */
static void
rule_shop_address(const RuleContext *context, FindingSink *sink)
{
    judge_address(context, sink, FIELD_SHOP_SHOP_ADDRESS, good_region(context));
}

static void
rule_register_address(const RuleContext *context, FindingSink *sink)
{
    judge_address(context, sink, FIELD_MERCHANT_REGISTER_ADDRESS, licence_province(context));
    judge_address(context, sink, FIELD_LICENCE_LICENCE_ADDRESS, licence_province(context));
}

/* ---- the rest of the merchant ---- */

static void
rule_branch_code(const RuleContext *context, FindingSink *sink)
{
    const char *number = application_text(context->app, FIELD_MERCHANT_AGENT_NO);

    for (const char *p = number; p != NULL && *p != '\0'; p++) {
        if (!g_ascii_isalnum(*p) && *p != '-' && *p != '_' && *p != '.') {
            finding_add(sink, FIELD_MERCHANT_AGENT_NO, -1);
            return;
        }
    }
}

static void
rule_hours(const RuleContext *context, FindingSink *sink)
{
    const char *hours = application_text(context->app, FIELD_MERCHANT_BUSINESS_HOURS);

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

const RuleRow identity_rules[] = {
    {"R-ID-001", rule_licence_number, NULL},
    {"R-ID-002", rule_old_number, NULL},
    {"R-ID-003", rule_old_number_wrong, NULL},
    {"R-ID-004", rule_kind_contradicts, NULL},
    {"R-ID-005", rule_kind_unusual, NULL},
    {"R-ID-033", rule_micro_with_licence, NULL},
    {"R-ID-006", rule_licence_expired, NULL},
    {"R-ID-007", rule_licence_ending, "days"},
    {"R-ID-008", rule_licence_future, NULL},
    {"R-ID-009", rule_licence_order, NULL},
    {"R-ID-010", rule_licence_before_contract, NULL},
    {"R-ID-011", rule_name_chain, "no_name"},
    {"R-ID-012", rule_name_similar, NULL},
    {"R-ID-013", rule_micro_name, NULL},
    {"R-ID-014", rule_short_name_bytes, "bytes"},
    {"R-ID-015", rule_name_characters, NULL},
    {"R-ID-028", rule_name_signs, "signs"},
    {"R-ID-016", rule_area_is_region, NULL},
    {"R-ID-017", rule_area_form, NULL},
    {"R-ID-018", rule_area_province, NULL},
    {"R-ID-019", rule_area_unknown, NULL},
    {"R-ID-029", rule_area_unlisted, NULL},
    {"R-ID-020", rule_region, NULL},
    {"R-ID-021", rule_shop_province, NULL},
    {"R-ID-030", rule_chain_province, NULL},
    {"R-ID-022", rule_shop_address, NULL},
    {"R-ID-031", rule_register_address, NULL},
    {"R-ID-032", rule_branch_code, NULL},
    {"R-ID-023", rule_hours, NULL},
    {"R-ID-024", rule_english_name, NULL},
    {NULL, NULL, NULL},
};
