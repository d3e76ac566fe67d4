/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/merchant_no.h"

#include "identifiers/digits.h"

IdentifierVerdict
merchant_no_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length != MERCHANT_NO_LENGTH || !digits_only(text, length))
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (digits_all_zero(text + MERCHANT_NO_ACQUIRER, MERCHANT_NO_AREA - MERCHANT_NO_ACQUIRER))
        return IDENTIFIER_BAD_FOR("ACQUIRER");
    if (digits_all_zero(text + MERCHANT_NO_MCC, MERCHANT_NO_SERIAL - MERCHANT_NO_MCC))
        return IDENTIFIER_BAD_FOR("MCC");
    return IDENTIFIER_GOOD;
}
