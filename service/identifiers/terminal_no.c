/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/terminal_no.h"

#include "identifiers/digits.h"

enum { TERMINAL_LENGTH = 8 };

IdentifierVerdict
terminal_no_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length != TERMINAL_LENGTH || !digits_or_letters(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    return IDENTIFIER_GOOD;
}
