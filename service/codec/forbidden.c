/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/forbidden.h"

#include <string.h>

/* Whole names, letters and digits only, lower case. */
static const char *const whole[] = {
    "pin",    "pinblock", "pindata",   "cardpin", "cvn",   "cvn2",
    "cvv",    "cvv2",     "cvc",       "cvc2",    "track", "track1",
    "track2", "track3",   "magstripe", "expiry",  "exp",   "securitycode",
};

/* Parts of a name. */
static const char *const parts[] = {
    "磁道",    "磁条",       "二磁",       "三磁",      "安全码",     "密码",       "卡有效期",
    "卡背面",  "卡片验证码", "个人识别码", "trackdata", "track2",     "cvv",        "cvn",
    "cvccode", "pincode",    "pinblock",   "pin码",     "cardexpiry", "expirydate",
};

static char *
letters_of(const char *name)
{
    GString *letters = g_string_new(NULL);

    for (const char *p = name; *p != '\0'; p++) {
        if ((guchar)*p >= 0x80 || g_ascii_isalnum(*p))
            g_string_append_c(letters, g_ascii_tolower(*p));
    }
    return g_string_free(letters, FALSE);
}

gboolean
forbidden_name(const char *name)
{
    g_autofree char *letters = letters_of(name);

    for (gsize i = 0; i < G_N_ELEMENTS(whole); i++) {
        if (g_str_equal(letters, whole[i]))
            return TRUE;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (strstr(letters, parts[i]) != NULL)
            return TRUE;
    }
    return FALSE;
}

enum { PRINTABLE_MAX = 32, DIGITS_MAX = 5 };

/* Digits are counted wherever they stand: people write their numbers with blanks and hyphens. */
static gboolean
has_number(const char *name)
{
    guint digits = 0;

    for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p))
        digits += g_unichar_isdigit(g_utf8_get_char(p)) ? 1 : 0;
    return digits > DIGITS_MAX;
}

char *
forbidden_printable(const char *name)
{
    GString *text = g_string_new(NULL);
    gboolean hide_digits = has_number(name);
    guint count = 0;

    for (const char *p = name; *p != '\0' && count < PRINTABLE_MAX;
         p = g_utf8_next_char(p), count++) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isprint(c) || (hide_digits && g_unichar_isdigit(c)))
            g_string_append_c(text, '*');
        else
            g_string_append_unichar(text, c);
    }
    return g_string_free(text, FALSE);
}
