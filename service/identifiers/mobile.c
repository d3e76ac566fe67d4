/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/mobile.h"

#include "identifiers/digits.h"

enum { MOBILE_LENGTH = 11 };

IdentifierVerdict
mobile_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length != MOBILE_LENGTH || !digits_only(text, length) || text[0] != '1' || text[1] < '3')
        return IDENTIFIER_BAD_FOR("FORMAT");
    return IDENTIFIER_GOOD;
}
