/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/iban.h"

#include "identifiers/digits.h"

#include <stdlib.h>
#include <string.h>

enum { HEAD = 4, SHORTEST = 15, LONGEST = 34 };

typedef struct {
    char country[3];
    guint8 length;
} CountryLength;

/* The IBAN registry, release 100; in order of the code for the binary search. */
static const CountryLength countries[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24},
    {"DE", 22}, {"DJ", 27}, {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18},
    {"FK", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27},
    {"GT", 28}, {"HN", 28}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26},
    {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20},
    {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MN", 20},
    {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23}, {"PK", 24},
    {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24},
    {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25},
    {"SV", 28}, {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20},
    {"YE", 30},
};

static int
compare_country(const void *key, const void *row)
{
    return memcmp(key, ((const CountryLength *)row)->country, 2);
}

gsize
iban_country_length(const char *country)
{
    const CountryLength *row =
        bsearch(country, countries, G_N_ELEMENTS(countries), sizeof countries[0], compare_country);

    return row == NULL ? 0 : row->length;
}

static gboolean
is_written_rightly(const char *text, gsize length)
{
    if (length < SHORTEST || length > LONGEST || !digits_or_capitals(text, length))
        return FALSE;
    return g_ascii_isupper(text[0]) && g_ascii_isupper(text[1]) && digits_only(text + 2, 2);
}

/* ISO 13616: the first four characters go to the end, letters count 10 to 35, and the number is 1
 * modulo 97. ISO 7064 makes check digits from 02 to 98; 00, 01 and 99 would pass the sum but are
 * never issued. */
static gboolean
is_checked(const char *text, gsize length)
{
    guint remainder = 0;

    for (gsize i = 0; i < length; i++) {
        guint value = (guint)digits_value(text[(i + HEAD) % length]);
        remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
    }
    int check = (text[2] - '0') * 10 + (text[3] - '0');
    return remainder == 1 && check >= 2 && check <= 98;
}

IdentifierVerdict
iban_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (!is_written_rightly(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (!is_checked(text, length))
        return IDENTIFIER_BAD_FOR("CHECKSUM");
    gsize registered = iban_country_length(text);
    if (registered != 0 && registered != length)
        return IDENTIFIER_BAD_FOR("LENGTH");
    return IDENTIFIER_GOOD;
}
