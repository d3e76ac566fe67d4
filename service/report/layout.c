/* SPDX-License-Identifier: Apache-2.0 */
#include "report/layout.h"

#include "base/text.h"

#include <string.h>

static const char closing[] = "，。、；：！？）〉》」』】〕〗”’…—～％‰℃·,.;:!?)]}%";
static const char opening[] = "（〈《「『【〔〖“‘￥([{";

/* However narrow the terminal, a line has room for a few characters. */
enum { ROOM_MIN = 16 };

void
layout_blanks(GString *out, guint count)
{
    for (guint i = 0; i < count; i++)
        g_string_append_c(out, ' ');
}

static gboolean
is_plain(gunichar c)
{
    return !g_unichar_iscntrl(c) && g_unichar_type(c) != G_UNICODE_FORMAT && c != 0x2028 &&
           c != 0x2029;
}

char *
layout_clean(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *clean = g_string_sized_new(strlen(valid) + 1);

    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '\n' || c == '\t' || c == '\r')
            g_string_append_c(clean, ' ');
        else
            g_string_append_unichar(clean, is_plain(c) ? c : 0xFFFD);
    }
    return g_string_free(clean, FALSE);
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

static const char *
skip_blanks(const char *text)
{
    while (*text == ' ')
        text++;
    return text;
}

/* The end of the piece at `text` that must stay on one line. Blanks stand between pieces, but a
 * blank before closing punctuation belongs to the piece: no line begins with that. */
static const char *
piece_end(const char *text)
{
    const char *p = text;

    for (;;) {
        const char *next = g_utf8_next_char(p);
        const char *past = skip_blanks(next);
        if (*past == '\0' || (past == next ? may_break(p, next) : !is_one_of(closing, past)))
            return next;
        p = past;
    }
}

static guint
piece_width(const char *start, const char *end)
{
    guint width = 0;

    for (const char *p = start; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        width += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

/* How many bytes of a piece wider than a line go on this one: as many as fit, less the characters
 * that would have closing punctuation begin the next. */
static gsize
bytes_that_fit(const char *piece, guint room)
{
    g_autoptr(GString) part = g_string_new(NULL);

    text_append_width(part, piece, room);
    const char *cut = piece + part->len;
    while (cut > piece && is_one_of(closing, cut))
        cut = g_utf8_prev_char(cut);
    return cut > piece ? (gsize)(cut - piece) : part->len;
}

/* Appends a piece wider than a line, cut where lines are full. Returns the column where it ends. */
static guint
append_long(GString *out, const char *start, const char *end, guint indent, guint columns)
{
    g_autofree char *piece = g_strndup(start, (gsize)(end - start));
    const char *rest = piece;

    while (text_width(rest) > columns - indent) {
        gsize bytes = bytes_that_fit(rest, columns - indent);
        g_string_append_len(out, rest, (gssize)bytes);
        g_string_append_c(out, '\n');
        layout_blanks(out, indent);
        rest += bytes;
    }
    g_string_append(out, rest);
    return indent + text_width(rest);
}

void
layout_continue(GString *out, const char *text, guint at, guint indent, guint columns)
{
    g_autofree char *clean = layout_clean(text);
    const char *next = skip_blanks(clean);
    guint gap = 0;

    columns = MAX(columns, indent + ROOM_MIN);
    while (*next != '\0') {
        const char *end = piece_end(next);
        guint width = piece_width(next, end);
        if (at > indent && at + gap + width > columns) {
            g_string_append_c(out, '\n');
            layout_blanks(out, indent);
            at = indent;
            gap = 0;
        }
        layout_blanks(out, gap);
        at += gap + width;
        if (at > columns)
            at = append_long(out, next, end, indent, columns);
        else
            g_string_append_len(out, next, end - next);
        next = skip_blanks(end);
        gap = next > end ? 1 : 0;
    }
    g_string_append_c(out, '\n');
}

void
layout_wrap(GString *out, const char *text, const char *first, guint indent, guint columns)
{
    g_string_append(out, first);
    layout_continue(out, text, indent, indent, columns);
}

guint
layout_cut(GString *out, const char *text, guint columns)
{
    g_autofree char *clean = layout_clean(text);
    guint width = text_width(clean);

    if (width <= columns) {
        g_string_append(out, clean);
        return width;
    }
    width = text_append_width(out, clean, columns > 0 ? columns - 1 : 0);
    g_string_append(out, "…");
    return width + 1;
}
