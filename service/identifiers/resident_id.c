/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/resident_id.h"

#include "identifiers/digits.h"
#include "identifiers/region.h"

enum {
    BIRTH_YEAR = 6,
    BIRTH_MONTH = 10,
    BIRTH_DAY = 12,
    CHECK = 17,
    DAY_1900 = -25567 /* 1900-01-01: nobody older signs a contract */
};

static int
two_digits(const char *text)
{
    return (text[0] - '0') * 10 + (text[1] - '0');
}

gboolean
resident_id_birth(const char *id18, CivilDay *birth)
{
    if (!digits_only(id18 + BIRTH_YEAR, BIRTH_DAY + 2 - BIRTH_YEAR))
        return FALSE;
    int year = two_digits(id18 + BIRTH_YEAR) * 100 + two_digits(id18 + BIRTH_YEAR + 2);
    return civil_from_ymd(year, two_digits(id18 + BIRTH_MONTH), two_digits(id18 + BIRTH_DAY),
                          birth);
}

/* GB 11643: ISO 7064 MOD 11-2, whose weights are powers of 2 modulo 11. */
static char
check_character(const char *text)
{
    static const guint8 weights[CHECK] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    guint sum = 0;

    for (gsize i = 0; i < CHECK; i++)
        sum += weights[i] * (guint)(text[i] - '0');
    return "10X98765432"[sum % 11];
}

static gboolean
is_written_rightly(const char *text, gsize length)
{
    if (length != RESIDENT_ID_LENGTH || !digits_only(text, CHECK))
        return FALSE;
    return g_ascii_isdigit(text[CHECK]) || text[CHECK] == 'X';
}

IdentifierVerdict
resident_id_check(const char *text, gsize length, CivilDay today)
{
    CivilDay birth;

    if (!is_written_rightly(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (!region_province_known(text))
        return IDENTIFIER_BAD_FOR("REGION");
    if (!resident_id_birth(text, &birth))
        return IDENTIFIER_BAD_FOR("BIRTH_DATE");
    if (birth < DAY_1900 || birth > today)
        return IDENTIFIER_BAD_FOR("BIRTH_RANGE");
    if (check_character(text) != text[CHECK])
        return IDENTIFIER_BAD_FOR("CHECKSUM");
    return IDENTIFIER_GOOD;
}
