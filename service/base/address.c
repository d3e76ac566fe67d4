/* SPDX-License-Identifier: Apache-2.0 */
#include "base/address.h"

#include <string.h>

enum { PORT_DIGITS_MAX = 5, IPV4_PARTS = 4, IPV4_DIGITS_MAX = 3 };

gboolean
address_has_port(const char *text)
{
    const char *colon = strrchr(text, ':');
    gsize digits = colon != NULL ? strlen(colon + 1) : 0;
    guint64 port;

    if (digits == 0 || digits > PORT_DIGITS_MAX || colon == text || strpbrk(text, " \t/") != NULL)
        return FALSE;
    return g_ascii_string_to_unsigned(colon + 1, 10, 1, G_MAXUINT16, &port, NULL);
}

static gboolean
is_ipv4(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, ".", -1);
    gboolean is_good = g_strv_length(parts) == IPV4_PARTS;

    for (char **part = parts; *part != NULL; part++) {
        is_good = is_good && strlen(*part) >= 1 && strlen(*part) <= IPV4_DIGITS_MAX &&
                  g_ascii_strtoll(*part, NULL, 10) <= G_MAXUINT8;
    }
    return is_good;
}

gboolean
address_is_good(const char *text)
{
    if (!address_has_port(text))
        return FALSE;
    g_autofree char *host = g_strndup(text, (gsize)(strrchr(text, ':') - text));
    return strspn(host, "0123456789.") != strlen(host) || is_ipv4(host);
}

char *
address_without_zeros(const char *text)
{
    GString *out = g_string_new(NULL);

    for (const char *p = text; *p != '\0'; p++) {
        gboolean begins = out->len == 0 || !g_ascii_isalnum(out->str[out->len - 1]);
        if (*p != '0' || !begins || !g_ascii_isdigit(p[1]))
            g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}
