/* SPDX-License-Identifier: Apache-2.0 */
#include "report/layout.h"

#include "base/text.h"

#include <string.h>

static const char closing[] = "，。、；：！？）」』》】”’…,.;:!?)]%";
static const char opening[] = "（「『《【“‘([";

void
layout_blanks(GString *out, guint count)
{
    for (guint i = 0; i < count; i++)
        g_string_append_c(out, ' ');
}

static gboolean
is_one_of(const char *set, const char *character)
{
    gunichar wanted = g_utf8_get_char(character);

    return wanted != 0 && g_utf8_strchr(set, -1, wanted) != NULL;
}

static gboolean
is_wide(const char *p)
{
    return g_unichar_iswide(g_utf8_get_char(p));
}

/* TRUE when a line may end before `next`, which follows `previous` without a blank. */
static gboolean
may_break(const char *previous, const char *next)
{
    if (is_one_of(closing, next) || is_one_of(opening, previous))
        return FALSE;
    return is_wide(previous) || is_wide(next);
}

/* The end of the piece at `text` that must stay on one line; blanks stand between pieces. */
static const char *
piece_end(const char *text)
{
    const char *p = text;

    for (;;) {
        const char *next = g_utf8_next_char(p);
        if (*next == '\0' || *next == ' ' || *next == '\n' || may_break(p, next))
            return next;
        p = next;
    }
}

static guint
piece_width(const char *start, const char *end)
{
    g_autofree char *piece = g_strndup(start, (gsize)(end - start));

    return text_width(piece);
}

/* A piece wider than a line is cut where the line is full. */
static void
append_long(GString *out, const char *start, const char *end, guint indent, guint columns)
{
    g_autofree char *piece = g_strndup(start, (gsize)(end - start));
    const char *rest = piece;
    guint room = columns - indent;

    while (text_width(rest) > room) {
        gsize before = out->len;
        text_append_width(out, rest, room);
        rest += out->len - before;
        g_string_append_c(out, '\n');
        layout_blanks(out, indent);
    }
    g_string_append(out, rest);
}

void
layout_wrap(GString *out, const char *text, const char *first, guint indent, guint columns)
{
    guint at = indent;

    g_string_append(out, first);
    while (*text != '\0') {
        gboolean blank = *text == ' ' || *text == '\n';
        while (*text == ' ' || *text == '\n')
            text++;
        if (*text == '\0')
            break;
        const char *end = piece_end(text);
        guint width = piece_width(text, end), gap = blank && at > indent ? 1 : 0;
        if (at > indent && at + gap + width > columns) {
            g_string_append_c(out, '\n');
            layout_blanks(out, indent);
            at = indent;
            gap = 0;
        }
        layout_blanks(out, gap);
        if (width > columns - indent)
            append_long(out, text, end, indent, columns);
        else
            g_string_append_len(out, text, end - text);
        at += gap + width;
        text = end;
    }
    g_string_append_c(out, '\n');
}
