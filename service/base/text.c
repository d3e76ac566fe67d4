/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"

#include <string.h>

enum { DISTANCE_MAX = 64 };

guint
text_length(const char *text)
{
    return (guint)g_utf8_strlen(text, -1);
}

static guint
char_width(gunichar c)
{
    if (g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

guint
text_width(const char *text)
{
    guint width = 0;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
        width += char_width(g_utf8_get_char(p));
    return width;
}

guint
text_append_width(GString *out, const char *text, guint columns)
{
    guint width = 0;
    const char *p = text;

    while (*p != '\0' && width + char_width(g_utf8_get_char(p)) <= columns) {
        width += char_width(g_utf8_get_char(p));
        p = g_utf8_next_char(p);
    }
    g_string_append_len(out, text, p - text);
    return width;
}

/* At most DISTANCE_MAX characters, ASCII folded to lower case. */
static guint
folded_characters(const char *text, gunichar out[DISTANCE_MAX])
{
    guint count = 0;

    for (const char *p = text; *p != '\0' && count < DISTANCE_MAX; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        out[count++] = c < 128 ? (gunichar)g_ascii_tolower((char)c) : c;
    }
    return count;
}

/* Levenshtein, one row at a time. */
guint
text_distance(const char *a, const char *b)
{
    gunichar left[DISTANCE_MAX], right[DISTANCE_MAX];
    guint row[DISTANCE_MAX + 1];
    guint left_count = folded_characters(a, left), right_count = folded_characters(b, right);

    for (guint j = 0; j <= right_count; j++)
        row[j] = j;
    for (guint i = 1; i <= left_count; i++) {
        guint diagonal = row[0];
        row[0] = i;
        for (guint j = 1; j <= right_count; j++) {
            guint substituted = diagonal + (left[i - 1] != right[j - 1] ? 1 : 0);
            diagonal = row[j];
            row[j] = MIN(MIN(row[j], row[j - 1]) + 1, substituted);
        }
    }
    return row[right_count];
}

/* What a bank does not look at when it compares names. */
static gboolean
is_ignored(gunichar c)
{
    static const gunichar ignored[] = {' ',    '\t',   '_', 0x00A0, 0x3000, 0x00B7, 0x2022, 0x30FB,
                                       0x2027, 0xFF0E, '.', 0x200B, 0xFF65, 0x2219, 0x22C5, ','};

    for (gsize i = 0; i < G_N_ELEMENTS(ignored); i++) {
        if (c == ignored[i])
            return TRUE;
    }
    return FALSE;
}

static gunichar
fold_bracket(gunichar c)
{
    static const gunichar opening[] = {0xFF08, 0x3010, 0x3014, '[', 0xFF3B};
    static const gunichar closing[] = {0xFF09, 0x3011, 0x3015, ']', 0xFF3D};

    for (gsize i = 0; i < G_N_ELEMENTS(opening); i++) {
        if (c == opening[i])
            return '(';
        if (c == closing[i])
            return ')';
    }
    return c;
}

static gunichar
fold_character(gunichar c)
{
    c = fold_bracket(c);
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    return c < 128 ? (gunichar)g_ascii_toupper((char)c) : c;
}

/* Traditional and variant characters that stand in names of firms and people, each beside its
 * common form. */
static const char *const variants[] = {
    "號号", "國国", "廣广", "東东", "華华", "實实", "業业", "電电", "車车", "飯饭", "館馆", "藥药",
    "貿贸", "餐饗", "龍龙", "鳳凤", "興兴", "豐丰", "達达", "寶宝", "陳陈", "張张", "劉刘", "趙赵",
    "吳吴", "鄭郑", "馮冯", "錢钱", "孫孙", "楊杨", "黃黄", "鐘钟", "鍾钟", "門门", "帐账", "帳账",
    "裏里", "裡里", "臺台", "麵面", "濱滨", "蘇苏", "連连", "雲云", "長长", "發发", "開开", "聯联",
    "銀银", "貨货", "麗丽", "師师", "學学", "醫医", "雞鸡", "魚鱼", "莊庄", "萬万", "馬马", "葉叶",
};

static gunichar
fold_variant(gunichar c)
{
    for (gsize i = 0; i < G_N_ELEMENTS(variants); i++) {
        if (g_utf8_get_char(variants[i]) == c)
            return g_utf8_get_char(g_utf8_next_char(variants[i]));
    }
    return c;
}

static const char *
skip_prefix(const char *name)
{
    static const char *const prefixes[] = {"个体工商户", "个体户", "商户_", "商户＿"};

    for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        gsize length = strlen(prefixes[i]);
        if (g_str_has_prefix(name, prefixes[i]) && name[length] != '\0')
            return name + length;
    }
    return name;
}

static char *
fold_name(const char *name, gboolean fold_variants)
{
    GString *folded = g_string_sized_new(64);

    for (const char *p = skip_prefix(name); *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = fold_character(g_utf8_get_char(p));
        if (is_ignored(c))
            continue;
        g_string_append_unichar(folded, fold_variants ? fold_variant(c) : c);
    }
    return g_string_free(folded, FALSE);
}

static gboolean
folded_equal(const char *a, const char *b, gboolean fold_variants)
{
    g_autofree char *left = fold_name(a, fold_variants);
    g_autofree char *right = fold_name(b, fold_variants);

    return g_str_equal(left, right);
}

gboolean
text_name_equal(const char *a, const char *b)
{
    return strcmp(a, b) == 0 || folded_equal(a, b, FALSE);
}

gboolean
text_name_similar(const char *a, const char *b)
{
    return folded_equal(a, b, TRUE);
}

void
text_append_folded(GString *out, const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = fold_character(g_utf8_get_char(p));
        if (!is_ignored(c))
            g_string_append_unichar(out, c);
    }
}

gboolean
text_in_order(const char *text, const char *part)
{
    for (; *part != '\0'; part = g_utf8_next_char(part)) {
        text = g_utf8_strchr(text, -1, g_utf8_get_char(part));
        if (text == NULL)
            return FALSE;
        text = g_utf8_next_char(text);
    }
    return TRUE;
}

/* Blocks whose characters GB 18030 writes with two bytes, as GBK did; all else but ASCII takes
 * four. In the blocks of signs a few rare ones take four as well: a name that holds them is refused
 * by its signs first. */
static const struct {
    gunichar first, last;
} two_bytes[] = {
    {0x4E00, 0x9FA5}, {0x3000, 0x3129}, {0xFF01, 0xFF5E}, {0xFFE0, 0xFFE5}, {0x00B7, 0x00B7},
    {0x2010, 0x2026}, {0x0391, 0x0451}, {0x2460, 0x249B}, {0x2160, 0x2179}, {0x25A0, 0x25CF},
};

static guint
gb18030_bytes(gunichar c)
{
    if (c < 128)
        return 1;
    for (gsize i = 0; i < G_N_ELEMENTS(two_bytes); i++) {
        if (c >= two_bytes[i].first && c <= two_bytes[i].last)
            return 2;
    }
    return 4;
}

guint
text_gb18030_bytes(const char *text)
{
    guint bytes = 0;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
        bytes += gb18030_bytes(g_utf8_get_char(p));
    return bytes;
}

gboolean
text_is_blank(const char *bytes, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isspace(bytes[i]))
            return FALSE;
    }
    return TRUE;
}
