/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_form.h"

#include "base/address.h"
#include "identifiers/digits.h"
#include "identifiers/mcc.h"
#include "identifiers/region.h"

#include <string.h>

enum { VERSION_BYTES_MAX = 32, PROVINCE_DIGITS = 2 };

static gboolean
is_mcc(const char *text, gsize length)
{
    return mcc_check(text, length, 0).level == IDENTIFIER_OK;
}

static gboolean
is_province(const char *text, gsize length)
{
    return length == PROVINCE_DIGITS && region_province_known(text);
}

static gboolean
is_region(const char *text, gsize length)
{
    return region_check(text, length, 0).level == IDENTIFIER_OK;
}

static gboolean
is_number(const char *text, gsize length)
{
    return digits_only(text, length) && !digits_all_zero(text, length);
}

/* Codes of CNAPS that begin with 0 and 9 are the treasury's, the central bank's and those of
 * clearing houses. */
static gboolean
is_issuer(const char *text, gsize length)
{
    return digits_only(text, length) && text[0] != '0' && text[0] != '9';
}

/* What cannot be compared is never below anything: a text that begins with no number is refused. */
static gboolean
is_version(const char *text, gsize length)
{
    gsize start = text[0] == 'V' || text[0] == 'v' ? 1 : 0;

    if (!g_ascii_isdigit(text[start]))
        return FALSE;
    for (gsize i = start; i < length; i++) {
        if (!g_ascii_isalnum(text[i]) && strchr("._-", text[i]) == NULL)
            return FALSE;
    }
    return TRUE;
}

static gboolean
is_address(const char *text, gsize length G_GNUC_UNUSED)
{
    return address_has_port(text);
}

static const struct {
    gsize least, most; /* bytes */
    gboolean (*fits)(const char *text, gsize length);
    const char *right;
} forms[CATALOGUE_FORM_COUNT] = {
    [CATALOGUE_FORM_MCC] = {4, 4, is_mcc, "4 digits other than 0000, such as 5812"},
    [CATALOGUE_FORM_PROVINCE] = {2, 2, is_province, "2 digits of a province, such as 44"},
    [CATALOGUE_FORM_REGION] = {6, 6, is_region, "6 digits that begin with a province: 440300"},
    [CATALOGUE_FORM_AREA] = {4, 4, is_number, "4 digits other than 0000, such as 5840"},
    [CATALOGUE_FORM_BANK] = {3, 3, is_number, "3 digits other than 000, such as 102"},
    [CATALOGUE_FORM_ISSUER] = {3, 3, is_issuer, "3 digits of a bank, 1 to 8 first, such as 102"},
    [CATALOGUE_FORM_BRANCH] = {12, 12, is_number, "12 digits, such as 102100099996"},
    [CATALOGUE_FORM_BIN] = {3, 10, is_number, "3 to 10 digits, such as 622848"},
    [CATALOGUE_FORM_INSTITUTION] = {4, 4, is_number, "4 digits other than 0000, such as 4802"},
    [CATALOGUE_FORM_DEVICE_TYPE] = {2, 2, is_number, "2 digits other than 00, such as 04"},
    [CATALOGUE_FORM_VENDOR] = {6, 6, digits_only, "6 digits, such as 000002"},
    [CATALOGUE_FORM_ANSWER] = {2, 2, digits_or_letters, "2 letters or digits, such as A0"},
    [CATALOGUE_FORM_VERSION] = {1, VERSION_BYTES_MAX, is_version,
                                "a version that begins with a number: 320001 or V2.1.10"},
    [CATALOGUE_FORM_TPDU] = {10, 10, digits_only, "10 digits, such as 6000030000"},
    [CATALOGUE_FORM_ADDRESS] = {3, 255, is_address, "host:port, such as 10.0.0.1:8888"},
};

static void
check(const JsonPlace *place, const char *text, CatalogueForm form)
{
    gsize length = strlen(text);

    if (length < forms[form].least || length > forms[form].most || !forms[form].fits(text, length))
        json_data_fail(place, "'%s' is not %s", text, forms[form].right);
}

const char *
catalogue_form_text(const JsonPlace *row, const char *key, CatalogueForm form)
{
    JsonPlace place = json_data_member(row, key);
    const char *text = json_data_text(row, key);

    check(&place, text, form);
    return text;
}

const char *
catalogue_form_optional(const JsonPlace *row, const char *key, CatalogueForm form)
{
    JsonPlace place = json_data_member(row, key);

    return place.value != NULL ? catalogue_form_text(row, key, form) : NULL;
}

void
catalogue_form_list(const JsonPlace *row, const char *key, char **list, CatalogueForm form)
{
    JsonPlace place = json_data_member(row, key);

    for (; *list != NULL; list++)
        check(&place, *list, form);
}
