/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/mcc.h"

#include "identifiers/digits.h"

enum { MCC_LENGTH = 4 };

IdentifierVerdict
mcc_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length != MCC_LENGTH || !digits_only(text, length) || digits_all_zero(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    return IDENTIFIER_GOOD;
}
