/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/regno15.h"

#include "identifiers/digits.h"
#include "identifiers/region.h"

enum { REGNO_LENGTH = 15 };

IdentifierVerdict
regno15_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length != REGNO_LENGTH || !digits_only(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (!region_office_known(text))
        return IDENTIFIER_BAD_FOR("REGION");
    if (!digits_mod11_10(text, length))
        return IDENTIFIER_BAD_FOR("CHECKSUM");
    return IDENTIFIER_WARN_FOR("REPLACED");
}
