/* SPDX-License-Identifier: Apache-2.0 */
#include "report/json_text.h"

#include <string.h>

static gsize
plain_bytes(const char *text)
{
    gsize at = 0;

    while ((guchar)text[at] >= 0x20 && text[at] != '"' && text[at] != '\\')
        at++;
    return at;
}

static void
append_escape(GString *out, char byte)
{
    static const char names[] = "\"\\\b\f\n\r\t";
    static const char hex[] = "0123456789abcdef";
    static const char letters[] = "\"\\bfnrt";
    const char *found = strchr(names, byte);

    if (found != NULL) {
        g_string_append_c(out, '\\');
        g_string_append_c(out, letters[found - names]);
    } else {
        g_string_append(out, "\\u00");
        g_string_append_c(out, hex[(guchar)byte >> 4]);
        g_string_append_c(out, hex[byte & 0xF]);
    }
}

void
json_text_string(GString *out, const char *text)
{
    g_autofree char *valid = NULL;

    if (text == NULL) {
        g_string_append(out, "null");
        return;
    }
    if (!g_utf8_validate(text, -1, NULL))
        text = valid = g_utf8_make_valid(text, -1);
    g_string_append_c(out, '"');
    for (;;) {
        gsize plain = plain_bytes(text);
        g_string_append_len(out, text, (gssize)plain);
        if (text[plain] == '\0')
            break;
        append_escape(out, text[plain]);
        text += plain + 1;
    }
    g_string_append_c(out, '"');
}

void
json_text_number(GString *out, gint64 number)
{
    char digits[20];
    guint at = sizeof digits;
    guint64 rest = number < 0 ? -(guint64)number : (guint64)number;

    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        g_string_append_c(out, '-');
    g_string_append_len(out, digits + at, (gssize)(sizeof digits - at));
}

void
json_text_list(GString *out, char *const *list)
{
    g_string_append_c(out, '[');
    for (gsize i = 0; list != NULL && list[i] != NULL; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        json_text_string(out, list[i]);
    }
    g_string_append_c(out, ']');
}

void
json_text_member(GString *out, const char *name)
{
    g_string_append(out, ",\"");
    g_string_append(out, name);
    g_string_append(out, "\":");
}

void
json_text_member_string(GString *out, const char *name, const char *text)
{
    json_text_member(out, name);
    json_text_string(out, text);
}

void
json_text_member_list(GString *out, const char *name, char *const *list)
{
    json_text_member(out, name);
    json_text_list(out, list);
}
