/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/region.h"

#include "identifiers/digits.h"

#include <string.h>

enum { REGION_LENGTH = 6 };

static const gboolean is_province[100] = {
    [11] = TRUE, [12] = TRUE, [13] = TRUE, [14] = TRUE, [15] = TRUE, /* Beijing to Inner Mongolia */
    [21] = TRUE, [22] = TRUE, [23] = TRUE,                           /* the north-east */
    [31] = TRUE, [32] = TRUE, [33] = TRUE, [34] = TRUE,              /* Shanghai to Anhui */
    [35] = TRUE, [36] = TRUE, [37] = TRUE,                           /* Fujian to Shandong */
    [41] = TRUE, [42] = TRUE, [43] = TRUE,                           /* Henan to Hunan */
    [44] = TRUE, [45] = TRUE, [46] = TRUE,                           /* Guangdong to Hainan */
    [50] = TRUE, [51] = TRUE, [52] = TRUE, [53] = TRUE, [54] = TRUE, /* the south-west */
    [61] = TRUE, [62] = TRUE, [63] = TRUE, [64] = TRUE, [65] = TRUE, /* the north-west */
    [71] = TRUE, [81] = TRUE, [82] = TRUE,                           /* Taiwan, Hong Kong, Macao */
    [83] = TRUE, /* only on permits of Taiwan residents */
};

gboolean
region_province_known(const char *two_digits)
{
    if (!digits_only(two_digits, 2))
        return FALSE;
    return is_province[(two_digits[0] - '0') * 10 + (two_digits[1] - '0')];
}

gboolean
region_office_known(const char *six_digits)
{
    return region_province_known(six_digits) || memcmp(six_digits, "100000", REGION_LENGTH) == 0;
}

IdentifierVerdict
region_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length != REGION_LENGTH || !digits_only(text, length) || !region_province_known(text))
        return IDENTIFIER_BAD_FOR("FORMAT");
    return IDENTIFIER_GOOD;
}
