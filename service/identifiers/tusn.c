/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/tusn.h"

#include "identifiers/digits.h"

enum { TYPE_RESERVED = 7, TYPE_LAST = 13 };

int
tusn_device_type(const char *tusn)
{
    const char *text = tusn + TUSN_DEVICE_TYPE;

    if (!digits_only(text, TUSN_SERIAL - TUSN_DEVICE_TYPE))
        return -1;
    int type = (text[0] - '0') * 10 + (text[1] - '0');
    return type < 1 || type > TYPE_LAST || type == TYPE_RESERVED ? -1 : type;
}

IdentifierVerdict
tusn_check(const char *text, gsize length, CivilDay today G_GNUC_UNUSED)
{
    if (length <= TUSN_SERIAL || length > TUSN_LENGTH_MAX || !digits_only(text, TUSN_SERIAL))
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (!digits_or_letters(text + TUSN_SERIAL, length - TUSN_SERIAL))
        return IDENTIFIER_BAD_FOR("FORMAT");
    if (digits_all_zero(text + TUSN_VENDOR, TUSN_DEVICE_TYPE))
        return IDENTIFIER_BAD_FOR("VENDOR");
    if (tusn_device_type(text) < 0)
        return IDENTIFIER_BAD_FOR("DEVICE_TYPE");
    return IDENTIFIER_GOOD;
}
