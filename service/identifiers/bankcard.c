/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/bankcard.h"

#include "identifiers/digits.h"

/* ISO/IEC 7812-1 annex B: from the right every second digit is doubled, and nine cast out. */
gboolean
bankcard_luhn(const char *digits, gsize length)
{
    static const guint8 doubled[] = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
    guint sum = 0;

    for (gsize i = 0; i < length; i++) {
        guint digit = (guint)(digits[length - 1 - i] - '0');
        sum += i % 2 == 0 ? digit : doubled[digit];
    }
    return sum % 10 == 0;
}

IdentifierVerdict
bankcard_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length < BANKCARD_LENGTH_MIN || length > BANKCARD_LENGTH_MAX || !digits_only(text, length))
        return IDENTIFIER_BAD_FOR("LENGTH");
    if (bankcard_luhn(text, length))
        return IDENTIFIER_GOOD;
    if (text[0] == '4' || text[0] == '5')
        return IDENTIFIER_BAD_FOR("LUHN");
    return IDENTIFIER_WARN_FOR("LUHN");
}
