/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/institution_no.h"

#include "identifiers/digits.h"

enum { SHORT_FORM = 8, FIELD_FORM = 11 };

IdentifierVerdict
institution_no_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length != SHORT_FORM && length != FIELD_FORM)
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (!digits_only(text, length) || digits_all_zero(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    return IDENTIFIER_GOOD;
}
