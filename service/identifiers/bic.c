/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/bic.h"

#include "identifiers/digits.h"

enum { LETTERS = 6, HEAD_OFFICE = 8, BRANCH = 11 };

IdentifierVerdict
bic_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if ((length != HEAD_OFFICE && length != BRANCH) || !digits_or_capitals(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    for (gsize i = 0; i < LETTERS; i++) {
        if (!g_ascii_isupper(text[i]))
            return IDENTIFIER_BAD_FOR("FORMAT");
    }
    return IDENTIFIER_GOOD;
}
