/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/cnaps.h"

#include "identifiers/digits.h"

IdentifierVerdict
cnaps_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length != CNAPS_LENGTH || !digits_only(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (!digits_mod11_10(text, length))
        return IDENTIFIER_WARN_FOR("CHECKSUM");
    return IDENTIFIER_GOOD;
}
