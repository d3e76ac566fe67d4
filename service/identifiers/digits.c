/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/digits.h"

gboolean
digits_only(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isdigit(text[i]))
            return FALSE;
    }
    return TRUE;
}

gboolean
digits_or_capitals(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (digits_value(text[i]) < 0)
            return FALSE;
    }
    return TRUE;
}

gboolean
digits_or_letters(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isalnum(text[i]))
            return FALSE;
    }
    return TRUE;
}

gboolean
digits_all_zero(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (text[i] != '0')
            return FALSE;
    }
    return TRUE;
}

int
digits_value(char c)
{
    if (g_ascii_isdigit(c))
        return c - '0';
    return g_ascii_isupper(c) ? c - 'A' + 10 : -1;
}

/* ISO 7064: a sum of 0 modulo 10 counts as 10, and product plus check digit must be 1 modulo 10. */
gboolean
digits_mod11_10(const char *digits, gsize length)
{
    guint product = 10;

    for (gsize i = 0; i + 1 < length; i++) {
        guint sum = (product + (guint)(digits[i] - '0')) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (product + (guint)(digits[length - 1] - '0')) % 10 == 1;
}
