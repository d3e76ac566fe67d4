/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/uscc.h"

#include "identifiers/digits.h"
#include "identifiers/orgcode.h"
#include "identifiers/region.h"

#include <string.h>

/* GB 32100 leaves out I, O, S, V and Z. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

enum { ALPHABET_LENGTH = sizeof alphabet - 1, ORGCODE_BODY = 8 };

/* GB 32100-2015 table 1 and its first amendment, which added N (rural collectives) and Y. */
static const struct {
    char authority;
    const char *kinds;
} authorities[] = {
    {'1', "1239"}, {'2', "19"}, {'3', "123459"}, {'4', "19"}, {'5', "1239"}, {'6', "129"},
    {'7', "129"},  {'8', "19"}, {'9', "123"},    {'A', "19"}, {'N', "1239"}, {'Y', "1"},
};

static int
value_of(char c)
{
    const char *at = memchr(alphabet, c, ALPHABET_LENGTH);

    return at == NULL ? -1 : (int)(at - alphabet);
}

static gboolean
is_written_rightly(const char *text, gsize length)
{
    if (length != USCC_LENGTH)
        return FALSE;
    for (gsize i = 0; i < USCC_LENGTH; i++) {
        if (value_of(text[i]) < 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
is_authority_known(char authority, char kind)
{
    for (gsize i = 0; i < G_N_ELEMENTS(authorities); i++) {
        if (authorities[i].authority == authority)
            return strchr(authorities[i].kinds, kind) != NULL;
    }
    return FALSE;
}

/* GB 32100-2015: weights are powers of 3 modulo 31; the outer modulo is for a remainder of 0. */
static char
check_character(const char *text)
{
    guint weight = 1, sum = 0;

    for (gsize i = 0; i < USCC_CHECK; i++) {
        sum += weight * (guint)value_of(text[i]);
        weight = weight * 3 % ALPHABET_LENGTH;
    }
    return alphabet[(ALPHABET_LENGTH - sum % ALPHABET_LENGTH) % ALPHABET_LENGTH];
}

IdentifierVerdict
uscc_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (!is_written_rightly(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (!is_authority_known(text[USCC_AUTHORITY], text[USCC_KIND]))
        return IDENTIFIER_BAD_FOR("AUTHORITY");
    if (!digits_only(text + USCC_REGION, USCC_ORGCODE - USCC_REGION))
        return IDENTIFIER_BAD_FOR("REGION_FORMAT");
    if (!region_office_known(text + USCC_REGION))
        return IDENTIFIER_BAD_FOR("REGION");
    if (check_character(text) != text[USCC_CHECK])
        return IDENTIFIER_BAD_FOR("CHECKSUM");
    /* catches the swaps that MOD 31 lets through */
    if (orgcode_check_character(text + USCC_ORGCODE) != text[USCC_ORGCODE + ORGCODE_BODY])
        return IDENTIFIER_BAD_FOR("ORG_CHECKSUM");
    return IDENTIFIER_GOOD;
}
