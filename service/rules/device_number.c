/* SPDX-License-Identifier: Apache-2.0 */
/* The numbers a terminal carries: serial, terminal number, merchant number (domain 1.5, 1.6; X04,
 * X08). */
#include "rules/device_number.h"

#include "rules/terminal.h"

#include "identifiers/digits.h"
#include "identifiers/merchant_no.h"
#include "identifiers/region.h"
#include "identifiers/terminal_no.h"
#include "identifiers/tusn.h"

#include <string.h>

/* As EACH_TERMINAL, for the table in device.c. */
#define NUMBER_RULE(rule, judge)                                                                   \
    void rule(const RuleContext *context, FindingSink *sink)                                       \
    {                                                                                              \
        for (guint i = 0; i < context->app->device_count; i++)                                     \
            judge(context, sink, (int)i);                                                          \
    }

/* The second word of the form of business. */
enum { BUSINESS_ORDINARY, BUSINESS_CHAIN };

static void
judge_tusn_form(const RuleContext *context, FindingSink *sink, int device)
{
    const char *tusn = terminal_text(context, device, FIELD_DEVICE_TUSN);

    if (tusn == NULL)
        return;
    IdentifierVerdict verdict = tusn_check(tusn, strlen(tusn), context->today);
    if (verdict.level != IDENTIFIER_BAD)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_TUSN, device);
    finding_param_key(finding, "reason",
                      arena_printf(context->app->arena, "id.tusn.%s", verdict.code));
}
NUMBER_RULE(device_number_tusn_form, judge_tusn_form)

/* A serial of the right form, or NULL. */
static const char *
formed_tusn(const RuleContext *context, int device)
{
    const char *tusn = terminal_text(context, device, FIELD_DEVICE_TUSN);

    if (tusn == NULL || tusn_check(tusn, strlen(tusn), context->today).level != IDENTIFIER_OK)
        return NULL;
    return tusn;
}

/* Vendors are numbered from 000001 on and fewer than a hundred are known: other digits in front are
 * those of a serial alone, which has the form of a TUSN by chance. */
static gboolean
is_bare(const RuleContext *context, const char *tusn)
{
    return !g_str_has_prefix(tusn, rule_text(context, "vendor_prefix"));
}

static void
judge_tusn_bare(const RuleContext *context, FindingSink *sink, int device)
{
    const char *tusn = formed_tusn(context, device);

    if (tusn != NULL && is_bare(context, tusn))
        finding_param_text(sink, finding_add(sink, FIELD_DEVICE_TUSN, device), "prefix",
                           rule_text(context, "vendor_prefix"));
}
NUMBER_RULE(device_number_tusn_bare, judge_tusn_bare)

static gboolean
vendor_listed(const Catalogue *catalogue, const char *tusn)
{
    char digits[TUSN_DEVICE_TYPE + 1] = {0};

    memcpy(digits, tusn, TUSN_DEVICE_TYPE);
    return catalogue_vendor(catalogue, digits) != NULL;
}

static gboolean
vendor_fits(const DeviceModel *model, const char *tusn)
{
    for (char **digits = model->vendor_digits; *digits != NULL; digits++) {
        if (g_str_has_prefix(tusn, *digits))
            return TRUE;
    }
    return FALSE;
}

static void
judge_tusn_vendor(const RuleContext *context, FindingSink *sink, int device)
{
    const char *tusn = formed_tusn(context, device);
    const DeviceModel *model = tusn != NULL ? terminal_model(context, device) : NULL;

    if (model == NULL || model->vendor_digits[0] == NULL || is_bare(context, tusn) ||
        vendor_fits(model, tusn))
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_TUSN, device);
    finding_param_text(sink, finding, "model", model->model);
    finding_param_text(sink, finding, "vendor", model->vendor_digits[0]);
}
NUMBER_RULE(device_number_tusn_vendor, judge_tusn_vendor)

/* Public lists of vendor digits are short, so this is never more than a hint. */
static void
judge_tusn_vendor_unknown(const RuleContext *context, FindingSink *sink, int device)
{
    const char *tusn = formed_tusn(context, device);
    const DeviceModel *model = tusn != NULL ? terminal_model(context, device) : NULL;

    if (tusn == NULL || is_bare(context, tusn) || vendor_listed(context->catalogue, tusn))
        return;
    if (model == NULL || model->vendor_digits[0] == NULL)
        finding_add(sink, FIELD_DEVICE_TUSN, device);
}
NUMBER_RULE(device_number_tusn_vendor_unknown, judge_tusn_vendor_unknown)

static void
judge_tusn_type(const RuleContext *context, FindingSink *sink, int device)
{
    const char *tusn = formed_tusn(context, device);
    int kind = terminal_kind(context, device);

    if (tusn == NULL || kind == 0 || is_bare(context, tusn) || tusn_device_type(tusn) == kind)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_TUSN, device);
    finding_param_text(sink, finding, "type", terminal_kind_word(tusn_device_type(tusn)));
    finding_param_text(sink, finding, "kind", terminal_kind_word(kind));
}
NUMBER_RULE(device_number_tusn_type, judge_tusn_type)

static void
judge_terminal_no(const RuleContext *context, FindingSink *sink, int device)
{
    const char *number = terminal_text(context, device, FIELD_DEVICE_TERMINAL_NO);

    if (number == NULL)
        return;
    IdentifierVerdict verdict = terminal_no_check(number, strlen(number), context->today);
    if (verdict.level != IDENTIFIER_BAD)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_TERMINAL_NO, device);
    finding_param_key(finding, "reason",
                      arena_printf(context->app->arena, "id.terminal-no.%s", verdict.code));
}
NUMBER_RULE(device_number_terminal, judge_terminal_no)

/* Nothing but digits and letters that look like digits: somebody read 0 as O or 1 as I. */
static void
judge_terminal_no_letters(const RuleContext *context, FindingSink *sink, int device)
{
    const char *number = terminal_text(context, device, FIELD_DEVICE_TERMINAL_NO);

    if (number == NULL || strpbrk(number, "OoIl") == NULL)
        return;
    if (number[strspn(number, "0123456789OoIl")] == '\0' && strpbrk(number, "0123456789") != NULL)
        finding_add(sink, FIELD_DEVICE_TERMINAL_NO, device);
}
NUMBER_RULE(device_number_terminal_letters, judge_terminal_no_letters)

/* Field 42 is ans 15, and hosts of their own write letters in it (domain 1.5). */
static gboolean
is_private_number(const char *number)
{
    return strlen(number) == MERCHANT_NO_LENGTH && !digits_only(number, MERCHANT_NO_LENGTH) &&
           digits_or_letters(number, MERCHANT_NO_LENGTH);
}

static void
judge_merchant_no(const RuleContext *context, FindingSink *sink, int device)
{
    const char *number = terminal_text(context, device, FIELD_DEVICE_MERCHANT_NO);

    if (number == NULL || is_private_number(number))
        return;
    IdentifierVerdict verdict = merchant_no_check(number, strlen(number), context->today);
    if (verdict.level != IDENTIFIER_BAD)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_MERCHANT_NO, device);
    finding_param_key(finding, "reason",
                      arena_printf(context->app->arena, "id.merchant-no.%s", verdict.code));
}
NUMBER_RULE(device_number_merchant, judge_merchant_no)

static void
judge_merchant_no_letters(const RuleContext *context, FindingSink *sink, int device)
{
    const char *number = terminal_text(context, device, FIELD_DEVICE_MERCHANT_NO);

    if (number != NULL && is_private_number(number))
        finding_add(sink, FIELD_DEVICE_MERCHANT_NO, device);
}
NUMBER_RULE(device_number_merchant_letters, judge_merchant_no_letters)

/* A number of digits alone with nothing wrong in its form, or NULL. */
static const char *
plain_merchant_no(const RuleContext *context, int device)
{
    const char *number = terminal_text(context, device, FIELD_DEVICE_MERCHANT_NO);

    if (number == NULL ||
        merchant_no_check(number, strlen(number), context->today).level != IDENTIFIER_OK)
        return NULL;
    return number;
}

static gboolean
acquirer_listed(const RuleContext *context, const char *number)
{
    char prefix[MERCHANT_NO_AREA + 1] = {0};

    memcpy(prefix, number, MERCHANT_NO_AREA);
    return catalogue_acquirer(context->catalogue, prefix) != NULL;
}

static void
judge_acquirer(const RuleContext *context, FindingSink *sink, int device, gboolean complete)
{
    const char *number = plain_merchant_no(context, device);

    if (number == NULL || context->catalogue->files[CATALOGUE_ACQUIRERS].complete != complete ||
        acquirer_listed(context, number))
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_MERCHANT_NO, device);
    g_autofree char *prefix = g_strndup(number, MERCHANT_NO_AREA);
    finding_param_text(sink, finding, "prefix", prefix);
}

static void
judge_acquirer_unknown(const RuleContext *context, FindingSink *sink, int device)
{
    judge_acquirer(context, sink, device, FALSE);
}
NUMBER_RULE(device_number_acquirer_unknown, judge_acquirer_unknown)

static void
judge_acquirer_unlisted(const RuleContext *context, FindingSink *sink, int device)
{
    judge_acquirer(context, sink, device, TRUE);
}
NUMBER_RULE(device_number_acquirer_unlisted, judge_acquirer_unlisted)

/* X04. The code in the number can lag behind the one that is sent, so this is for people to look
 * at. */
static void
judge_mcc(const RuleContext *context, FindingSink *sink, int device)
{
    const char *number = plain_merchant_no(context, device);
    const char *mcc = application_text(context->app, FIELD_MERCHANT_MCC);

    if (number == NULL || mcc == NULL ||
        strncmp(number + MERCHANT_NO_MCC, mcc, MERCHANT_NO_SERIAL - MERCHANT_NO_MCC) == 0)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_MERCHANT_NO, device);
    g_autofree char *digits =
        g_strndup(number + MERCHANT_NO_MCC, MERCHANT_NO_SERIAL - MERCHANT_NO_MCC);
    finding_param_text(sink, finding, "digits", digits);
    finding_param_text(sink, finding, "mcc", mcc);
}
NUMBER_RULE(device_number_mcc, judge_mcc)

/* The province that all listed area codes of so many first digits lie in, NULL when there is none
 * or more than one. */
static const char *
shared_province(const Catalogue *catalogue, const char *area, gsize digits)
{
    const char *province = NULL;

    for (guint i = 0; i < catalogue->areas->len; i++) {
        const AreaRow *row = g_ptr_array_index(catalogue->areas, i);
        if (strncmp(row->code, area, digits) != 0)
            continue;
        if (province != NULL && g_strcmp0(province, row->province) != 0)
            return NULL;
        province = row->province;
    }
    return province;
}

/* The province of an area code of the banks: neighbouring codes are of one province, so that a code
 * that is not listed is read by those, and by far ones where it cannot be anything else. NULL when
 * there are none. */
static const char *
bank_province(const Catalogue *catalogue, const char *area, gboolean far_too)
{
    char code[MERCHANT_NO_MCC - MERCHANT_NO_AREA + 1] = {0};

    memcpy(code, area, sizeof code - 1);
    const AreaRow *listed = catalogue_area(catalogue, code);
    if (listed != NULL)
        return listed->province;
    const char *near = shared_province(catalogue, area, 3);
    return near == NULL && far_too ? shared_province(catalogue, area, 2) : near;
}

/* The same four digits read as province and city of GB/T 2260, or NULL. */
static const char *
division_province(const char *area)
{
    gboolean city = area[2] != '0' || area[3] != '0';

    return city && region_province_known(area) ? area : NULL;
}

/* Both schemes are in use; provinces are compared only where the digits can be read one way
 * (domain 1.5). A reading by GB/T 2260 alone proves nothing while the list of the banks' codes has
 * gaps. */
static void
judge_area_read(const RuleContext *context, FindingSink *sink, int device, gboolean sure)
{
    const char *number = plain_merchant_no(context, device);
    const char *shop = application_text(context->app, FIELD_SHOP_SHOP_REGION);

    if (number == NULL || shop == NULL || strlen(shop) != 6 ||
        application_is(context->app, FIELD_MERCHANT_BUSINESS_FORM, BUSINESS_CHAIN))
        return;
    const char *division = division_province(number + MERCHANT_NO_AREA);
    const char *bank =
        bank_province(context->catalogue, number + MERCHANT_NO_AREA, division == NULL);
    gboolean proves = bank != NULL || context->catalogue->files[CATALOGUE_AREAS].complete;
    if ((bank == NULL) == (division == NULL) || proves != sure)
        return;
    if (strncmp(bank != NULL ? bank : division, shop, 2) != 0)
        finding_add(sink, FIELD_DEVICE_MERCHANT_NO, device);
}

static void
judge_area(const RuleContext *context, FindingSink *sink, int device)
{
    judge_area_read(context, sink, device, TRUE);
}
NUMBER_RULE(device_number_area, judge_area)

static void
judge_area_unsure(const RuleContext *context, FindingSink *sink, int device)
{
    judge_area_read(context, sink, device, FALSE);
}
NUMBER_RULE(device_number_area_unsure, judge_area_unsure)

/* One application is one merchant: all its terminals carry the number of the first. */
static void
judge_merchant_differs(const RuleContext *context, FindingSink *sink, int device)
{
    const char *number = terminal_text(context, device, FIELD_DEVICE_MERCHANT_NO);

    for (int first = 0; number != NULL && first < device; first++) {
        const char *other = terminal_text(context, first, FIELD_DEVICE_MERCHANT_NO);
        if (other == NULL)
            continue;
        if (strcmp(other, number) != 0)
            finding_param_number(finding_add(sink, FIELD_DEVICE_MERCHANT_NO, device), "terminal",
                                 PARAM_COUNT, first + 1);
        return;
    }
}
NUMBER_RULE(device_number_merchant_differs, judge_merchant_differs)
