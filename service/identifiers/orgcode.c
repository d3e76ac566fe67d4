/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/orgcode.h"

#include "identifiers/digits.h"

enum { BODY_LENGTH = 8 };

/* GB 11714: 11 less the weighted sum modulo 11, where 10 is written X and 11 is written 0. */
char
orgcode_check_character(const char *eight)
{
    static const guint8 weights[BODY_LENGTH] = {3, 7, 9, 10, 5, 8, 4, 2};
    guint sum = 0;

    for (gsize i = 0; i < BODY_LENGTH; i++)
        sum += weights[i] * (guint)digits_value(eight[i]);
    return "0X987654321"[sum % 11];
}

IdentifierVerdict
orgcode_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    gboolean hyphen = length == BODY_LENGTH + 2 && text[BODY_LENGTH] == '-';

    if (length != BODY_LENGTH + 1 && !hyphen)
        return IDENTIFIER_BAD_FOR("FORMAT");
    char check = text[length - 1];
    if (!digits_or_capitals(text, BODY_LENGTH) || !(g_ascii_isdigit(check) || check == 'X'))
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (orgcode_check_character(text) != check)
        return IDENTIFIER_BAD_FOR("CHECKSUM");
    return IDENTIFIER_GOOD;
}
