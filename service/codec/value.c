/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/value.h"

#include "base/decimal.h"
#include "codec/value_damage.h"
#include "codec/value_date.h"

#include <string.h>

enum { TRACK_DIGITS_MIN = 13, TRACK_DIGITS_MAX = 19, TRACK_TAIL_MIN = 7 };
enum { AFFIX_ROUNDS = 3, MONEY_SCALE = 2, PERCENT_SCALE = 6, COORDINATE_SCALE = 6 };

guint
value_text_max(const FieldSpec *spec)
{
    return spec->high > VALUE_TEXT_MAX ? VALUE_TEXT_LONG_MAX : VALUE_TEXT_MAX;
}

void
value_refuse(FieldValue *value, ValueNote note)
{
    value->text = NULL;
    value->number = 0;
    value->state = VALUE_REFUSED;
    value->note = (guint8)note;
}

void
value_refuse_unreadable(FieldValue *value, const char *input_key)
{
    value_refuse(value, NOTE_UNREADABLE);
    value->number = device_problem_number(input_key);
}

/* The next sign of a text as a track is written: full width as half width, one blank or hyphen
 * between digits left out. Moves past it. */
static char
track_sign(const char **cursor)
{
    const char *p = *cursor;

    if ((*p == ' ' || *p == '-') && g_ascii_isdigit(p[1]))
        p++;
    gunichar c = g_utf8_get_char(p);
    *cursor = g_utf8_next_char(p);
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    return c < 128 ? (char)c : '?';
}

static gboolean
digits_follow(const char *text)
{
    for (int i = 0; i < TRACK_TAIL_MIN; i++) {
        if (*text == '\0' || !g_ascii_isdigit(track_sign(&text)))
            return FALSE;
    }
    return TRUE;
}

gboolean
value_has_track(const char *text)
{
    guint run = 0;

    /* most texts are too short, or have none of the signs: U+FF1D and U+FF24 begin with 0xEF */
    if (strlen(text) < TRACK_DIGITS_MIN + 1 + TRACK_TAIL_MIN || strpbrk(text, "=D\xEF") == NULL)
        return FALSE;

    while (*text != '\0') {
        char sign = track_sign(&text);
        if (g_ascii_isdigit(sign)) {
            run++;
            continue;
        }
        if ((sign == '=' || sign == 'D') && run >= TRACK_DIGITS_MIN && run <= TRACK_DIGITS_MAX &&
            digits_follow(text))
            return TRUE;
        run = 0;
    }
    return FALSE;
}

/* Bytes of a blank at `p`: ASCII blanks, no-break space, ideographic space, byte order mark. */
static gsize
blank_bytes(const char *p)
{
    if (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n')
        return 1;
    if (memcmp(p, "\xC2", 1) == 0 && p[1] == '\xA0')
        return 2;
    if (*p == '\xE3' && p[1] == '\x80' && p[2] == '\x80')
        return 3;
    if (*p == '\xEF' && p[1] == '\xBB' && p[2] == '\xBF')
        return 3;
    return 0;
}

static gboolean
ends_with_blank(const char *start, gsize length, gsize *bytes)
{
    static const guint8 sizes[] = {1, 2, 3};

    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
        if (length >= sizes[i] && blank_bytes(start + length - sizes[i]) == sizes[i]) {
            *bytes = sizes[i];
            return TRUE;
        }
    }
    return FALSE;
}

const char *
value_trim(const char *text, Arena *arena)
{
    const char *start = text;
    gsize bytes;

    while ((bytes = blank_bytes(start)) > 0)
        start += bytes;
    gsize length = strlen(start), whole = length;
    while (ends_with_blank(start, length, &bytes))
        length -= bytes;
    return length != whole ? arena_strndup(arena, start, length) : start;
}

/* Takes the blanks around away; the note says that it did. */
static const char *
trimmed(const char *text, Arena *arena, FieldValue *value)
{
    const char *rest = value_trim(text, arena);

    if (rest[0] == '\0')
        return NULL; /* blanks alone are nothing, and nothing needs no note */
    if (rest != text)
        value->note = NOTE_NORMALISED;
    return rest;
}

static gboolean
is_ascii(const char *text)
{
    for (; *text != '\0'; text++) {
        if ((guchar)*text >= 0x80)
            return FALSE;
    }
    return TRUE;
}

/* Full-width letters, digits and signs (U+FF01 to U+FF5E) become ASCII; ideographic blanks become
 * blanks. */
static const char *
half_width(const char *text, Arena *arena, FieldValue *value)
{
    if (is_ascii(text))
        return text;
    g_autoptr(GString) folded = g_string_sized_new(64);
    gboolean changed = FALSE;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gunichar half = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c;
        changed = changed || half != c;
        g_string_append_unichar(folded, half);
    }
    if (!changed)
        return text;
    value->note = NOTE_NORMALISED;
    return arena_strndup(arena, folded->str, folded->len);
}

/* Removes each of `signs` from the text. */
static const char *
without(const char *text, const char *signs, Arena *arena, FieldValue *value)
{
    if (strpbrk(text, signs) == NULL)
        return text;
    char *copy = arena_strndup(arena, text, strlen(text));
    char *to = copy;
    for (const char *from = text; *from != '\0'; from++) {
        if (strchr(signs, *from) == NULL)
            *to++ = *from;
    }
    *to = '\0';
    value->note = NOTE_NORMALISED;
    return copy;
}

static const char *
upper_case(const char *text, Arena *arena, FieldValue *value)
{
    for (const char *p = text; *p != '\0'; p++) {
        if (!g_ascii_islower(*p))
            continue;
        char *copy = arena_strndup(arena, text, strlen(text));
        for (char *q = copy; *q != '\0'; q++)
            *q = g_ascii_toupper(*q);
        value->note = NOTE_NORMALISED;
        return copy;
    }
    return text;
}

/* 86 or +86 before a mobile number is the country, not the number. A landline would need its 0
 * back. */
static const char *
without_country(const char *text, FieldValue *value)
{
    const char *digits = text[0] == '+' ? text + 1 : text;

    if (!g_str_has_prefix(digits, "861") || strlen(digits) != 13)
        return text;
    value->note = NOTE_NORMALISED;
    return digits + 2;
}

static const char *
compact_code(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value)
{
    switch (spec->mask) {
    case MASK_ACCOUNT:
        return without(text, " -", arena, value);
    case MASK_ID:
        return upper_case(without(text, " ", arena, value), arena, value);
    case MASK_PHONE:
        return without_country(without(text, " -", arena, value), value);
    case MASK_NONE:
    case MASK_NAME:
    case MASK_PERSON:
    case MASK_PARTS:
    case MASK_ADDRESS:
    case MASK_PLACE:
        break;
    }
    return text;
}

static const char *
read_code(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value)
{
    value->text = compact_code(spec, text, arena, value);
    value->state = VALUE_OK;
    value_damage_code(spec, value);
    return NULL;
}

/* Thousands separators must stand before each three digits; otherwise the comma may be a decimal
 * sign. */
static gboolean
separators_fit(const char *text)
{
    const char *end = text + strcspn(text, ".");
    const char *first = strchr(text, ',');

    if (first == NULL)
        return TRUE;
    if (first == text || first - text > 4 || (end - first) % 4 != 0)
        return FALSE;
    for (const char *p = first; p < end; p++) {
        gboolean comma_place = (p - first) % 4 == 0;
        if (comma_place != (*p == ','))
            return FALSE;
    }
    return strchr(end, ',') == NULL;
}

static const char *
without_affix(const char *text, const char *affix, Arena *arena, FieldValue *value)
{
    gsize length = strlen(text), part = strlen(affix);

    if (length > part && g_str_has_suffix(text, affix)) {
        value->note = NOTE_NORMALISED;
        return arena_strndup(arena, text, length - part);
    }
    if (length > part && g_str_has_prefix(text, affix)) {
        value->note = NOTE_NORMALISED;
        return text + part;
    }
    return text;
}

/* A number of money or a rate in the unit of the column header. */
static const char *
read_number(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value)
{
    static const char *const money_affixes[] = {"元", "¥", "￥", "CNY", "RMB", "人民币", " "};
    static const char *const rate_affixes[] = {"%", " "};
    gboolean money = spec->type == FIELD_TYPE_MONEY;
    const char *const *affixes = money ? money_affixes : rate_affixes;
    gsize count = money ? G_N_ELEMENTS(money_affixes) : G_N_ELEMENTS(rate_affixes);

    for (gsize i = 0; i < count * AFFIX_ROUNDS; i++)
        text = without_affix(text, affixes[i % count], arena, value);
    if (!separators_fit(text))
        return "input.not_a_number";
    text = without(text, ",", arena, value);
    if (!decimal_parse(text, strlen(text), money ? MONEY_SCALE : PERCENT_SCALE, &value->number))
        return "input.not_a_number";
    value->text = text;
    value->state = VALUE_OK;
    return NULL;
}

/* Keeps six decimals (0.1 m); what follows is noise of the map. */
static const char *
read_coordinate(const char *text, FieldValue *value)
{
    const char *point = strchr(text, '.');
    gsize length = strlen(text);
    gboolean long_tail = point != NULL && strlen(point) > 1 + COORDINATE_SCALE;
    gboolean tail_digits = !long_tail || strspn(point + 1, "0123456789") == strlen(point + 1);

    value->text = text;
    if (long_tail)
        length = (gsize)(point - text) + 1 + COORDINATE_SCALE;
    value->state = tail_digits && decimal_parse(text, length, COORDINATE_SCALE, &value->number)
                       ? VALUE_OK
                       : VALUE_BAD;
    if (value->state == VALUE_BAD)
        value->note = NOTE_BAD_FORM;
    return NULL;
}

static const char *
read_sha256(const char *text, Arena *arena, FieldValue *value)
{
    gsize hex = strspn(text, "0123456789abcdefABCDEF");

    value->text = text;
    value->state = hex == 64 && text[64] == '\0' ? VALUE_OK : VALUE_BAD;
    if (value->state == VALUE_BAD)
        value->note = NOTE_BAD_FORM;
    else if (strpbrk(text, "ABCDEF") != NULL) {
        g_autofree char *lower = g_ascii_strdown(text, -1);
        value->text = arena_strndup(arena, lower, 64);
        value->note = NOTE_NORMALISED;
    }
    return NULL;
}

/* HHMM-HHMM; 09:00-21:00 is the same. */
static const char *
read_hours(const char *text, Arena *arena, FieldValue *value)
{
    const char *given = text;
    text = without(text, ": ", arena, value);
    if (strlen(text) == 8 && text[3] == '-') {
        text = arena_printf(arena, "0%s", text);
        value->note = NOTE_NORMALISED;
    }
    value->text = text;
    gboolean form = strlen(text) == 9 && text[4] == '-' && strspn(text, "0123456789") == 4 &&
                    strspn(text + 5, "0123456789") == 4;
    gboolean clock = form && strncmp(text, "2400", 4) <= 0 && strcmp(text + 5, "2400") <= 0 &&
                     text[2] < '6' && text[7] < '6';
    value->state = clock ? VALUE_OK : VALUE_BAD;
    if (!clock) {
        value->text = given;
        value->note = NOTE_BAD_FORM;
    }
    return NULL;
}

static const char *
read_enum(const FieldSpec *spec, const char *text, FieldValue *value)
{
    int position = field_word_find(spec, text, strlen(text));

    if (position < 0) {
        g_autofree char *lower = g_ascii_strdown(text, -1);
        position = field_word_find(spec, lower, strlen(lower));
        value->note = NOTE_NORMALISED;
    }
    if (position < 0 && value_damage_word(spec, text, value))
        return NULL;
    if (position < 0)
        return "input.unknown_word";
    value->text = text;
    value->number = position;
    value->state = VALUE_OK;
    return NULL;
}

gboolean
value_add_word(const FieldSpec *spec, const char *word, gsize length, FieldValue *value)
{
    int position = field_word_find(spec, word, length);

    if (position < 0)
        return FALSE;
    value->number |= G_GINT64_CONSTANT(1) << position;
    return TRUE;
}

/* The comma of Chinese lists (、) separates as ';' does. */
static const char *
with_semicolons(const char *text, Arena *arena, FieldValue *value)
{
    if (strstr(text, "、") == NULL)
        return text;
    g_auto(GStrv) parts = g_strsplit(text, "、", -1);
    g_autofree char *joined = g_strjoinv(";", parts);
    value->note = NOTE_NORMALISED;
    return arena_strndup(arena, joined, strlen(joined));
}

static const char *
read_set(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value)
{
    const char *packed = without(with_semicolons(text, arena, value), " ", arena, value);

    for (const char *p = packed; *p != '\0';) {
        gsize length = strcspn(p, ";,|");
        if (p[length] == ',' || p[length] == '|')
            value->note = NOTE_NORMALISED;
        if (length > 0 && !value_add_word(spec, p, length, value))
            return "input.unknown_word";
        p += length + (p[length] != '\0' ? 1 : 0);
    }
    value->text = packed;
    value->state = value->number != 0 ? VALUE_OK : VALUE_ABSENT;
    return NULL;
}

static const char *
read_bool(const char *text, FieldValue *value)
{
    static const char *const yes[] = {"true", "1", "yes", "y", "是"};
    static const char *const no[] = {"false", "0", "no", "n", "否"};

    for (gsize i = 0; i < G_N_ELEMENTS(yes); i++) {
        gboolean is_yes = g_ascii_strcasecmp(text, yes[i]) == 0;
        if (!is_yes && g_ascii_strcasecmp(text, no[i]) != 0)
            continue;
        value->text = is_yes ? "true" : "false";
        value->number = is_yes ? 1 : 0;
        value->state = VALUE_OK;
        return NULL;
    }
    return "input.not_yes_or_no";
}

static const char *
read_by_type(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value)
{
    switch (spec->type) {
    case FIELD_TYPE_TEXT:
        value->text = text;
        value->state = VALUE_OK;
        return NULL;
    case FIELD_TYPE_CODE:
        return read_code(spec, text, arena, value);
    case FIELD_TYPE_ENUM:
        return read_enum(spec, text, value);
    case FIELD_TYPE_SET:
        return read_set(spec, text, arena, value);
    case FIELD_TYPE_BOOL:
        return read_bool(text, value);
    case FIELD_TYPE_MONEY:
    case FIELD_TYPE_RATE:
        return read_number(spec, text, arena, value);
    case FIELD_TYPE_DATE:
    case FIELD_TYPE_DATE_LONG:
    case FIELD_TYPE_DATETIME:
        return value_read_date(spec, text, arena, value);
    case FIELD_TYPE_SHA256:
        return read_sha256(text, arena, value);
    case FIELD_TYPE_COORDINATE:
        return read_coordinate(text, value);
    case FIELD_TYPE_HOURS:
        return read_hours(text, arena, value);
    case FIELD_TYPE_COUNT:
        break;
    }
    return "input.not_a_number";
}

/* Control characters could move a terminal's cursor. Line ends are allowed where people write
 * several lines. */
static gboolean
has_control(const char *text)
{
    for (; *text != '\0'; text++) {
        if ((guchar)*text < 0x20 && *text != '\t' && *text != '\n' && *text != '\r')
            return TRUE;
    }
    return FALSE;
}

/* What no field may hold, whatever stands around it. */
static const char *
never_allowed(const FieldSpec *spec, const char *text)
{
    guint most = value_text_max(spec);

    if (strlen(text) > most && (guint)g_utf8_strlen(text, -1) > most)
        return "input.too_long";
    return has_control(text) ? "input.control_character" : NULL;
}

static const char *
read_given(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value)
{
    if (spec->type != FIELD_TYPE_TEXT)
        text = half_width(text, arena, value);
    if (spec->type != FIELD_TYPE_SHA256 && value_has_track(text)) {
        value_refuse(value, NOTE_TRACK_DATA);
        return NULL;
    }
    if (value_damage_cell(spec, text, value))
        return NULL;
    return read_by_type(spec, text, arena, value);
}

const char *
value_read(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value)
{
    value->text = NULL;
    value->number = 0;
    value->state = VALUE_ABSENT;
    value->note = NOTE_NONE;
    const char *problem = never_allowed(spec, text);
    if (problem == NULL) {
        text = trimmed(text, arena, value);
        if (text == NULL)
            return NULL;
        problem = read_given(spec, text, arena, value);
    }
    if (problem != NULL)
        value_refuse_unreadable(value, problem);
    if (value->state == VALUE_ABSENT)
        value->note = NOTE_NONE;
    return problem;
}
