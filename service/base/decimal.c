/* SPDX-License-Identifier: Apache-2.0 */
#include "base/decimal.h"

#define DECIMAL_MAX G_GINT64_CONSTANT(100000000000000000)

/* Adds one digit unless the number would leave the range. */
static gboolean
push_digit(gint64 *number, int digit)
{
    if (*number > DECIMAL_MAX / 10 - 1)
        return FALSE;
    *number = *number * 10 + digit;
    return TRUE;
}

static gboolean
read_fraction(const char *text, gsize length, guint scale, gint64 *number)
{
    gsize at = 0;

    for (guint place = 0; place < scale; place++) {
        int digit = 0;
        if (at < length) {
            if (!g_ascii_isdigit(text[at]))
                return FALSE;
            digit = text[at++] - '0';
        }
        if (!push_digit(number, digit))
            return FALSE;
    }
    while (at < length && text[at] == '0')
        at++;
    return at == length;
}

gboolean
decimal_parse(const char *text, gsize length, guint scale, gint64 *number)
{
    gboolean negative = length > 0 && text[0] == '-';
    gsize at = negative || (length > 0 && text[0] == '+') ? 1 : 0;
    gsize first = at;
    gint64 value = 0;

    for (; at < length && g_ascii_isdigit(text[at]); at++) {
        if (!push_digit(&value, text[at] - '0'))
            return FALSE;
    }
    if (at == first)
        return FALSE;
    gboolean point = at < length && text[at] == '.';
    if ((point && at + 1 == length) || (!point && at < length))
        return FALSE;
    at += point ? 1 : 0;
    if (!read_fraction(text + at, length - at, scale, &value))
        return FALSE;
    *number = negative ? -value : value;
    return TRUE;
}

void
decimal_append(GString *out, gint64 number, guint scale, guint least)
{
    gint64 power = 1;

    for (guint i = 0; i < scale; i++)
        power *= 10;
    if (number < 0)
        g_string_append_c(out, '-');
    guint64 size = number < 0 ? (guint64)0 - (guint64)number : (guint64)number;
    g_string_append_printf(out, "%" G_GUINT64_FORMAT, size / (guint64)power);
    if (scale == 0)
        return;
    g_string_append_printf(out, ".%0*" G_GUINT64_FORMAT, (int)scale, size % (guint64)power);
    for (guint kept = scale; kept > least && out->str[out->len - 1] == '0'; kept--)
        g_string_truncate(out, out->len - 1);
    if (out->str[out->len - 1] == '.')
        g_string_truncate(out, out->len - 1);
}
