/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/value_damage.h"

#include "identifiers/resident_id.h"
#include "identifiers/uscc.h"

#include <string.h>

enum {
    KEPT_DIGITS = 15, /* a spreadsheet keeps numbers as IEEE 754 doubles: fifteen digits survive */
    SURE_LENGTH = 18, /* three zeros or more at the end are no chance */
    TERMINAL_NO_LENGTH = 8,
    MCC_LENGTH = 4
};

static gboolean
damaged(FieldValue *value, const char *text, ValueNote note)
{
    value->text = text;
    value->number = 0;
    value->state = VALUE_BAD;
    value->note = (guint8)note;
    return TRUE;
}

static gboolean
all_digits(const char *text)
{
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

/* 1.10105E+17, 6.2E17, 1E+05: a mantissa of one digit, and a point or a sign that no identifier
 * has. */
static gboolean
is_scientific(const char *text)
{
    const char *p = text;
    gboolean point = FALSE, sign = FALSE;

    if (!g_ascii_isdigit(*p++))
        return FALSE;
    if (*p == '.') {
        point = TRUE;
        p += 1 + strspn(p + 1, "0123456789");
    }
    if (*p != 'E' && *p != 'e')
        return FALSE;
    p++;
    if (*p == '+') {
        sign = TRUE;
        p++;
    }
    return (point || sign) && all_digits(p);
}

static gboolean
is_error_cell(const char *text)
{
    static const char *const cells[] = {"#N/A",    "#REF!",  "#VALUE!", "#NAME?",
                                        "#DIV/0!", "#NULL!", "#NUM!",   "#GETTING_DATA"};

    if (text[0] != '#')
        return FALSE;
    if (text[1] == '#' && text[strspn(text, "#")] == '\0')
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(cells); i++) {
        if (g_ascii_strcasecmp(text, cells[i]) == 0)
            return TRUE;
    }
    return FALSE;
}

/* ="..." is how programs keep a spreadsheet from changing a number; opened as text, the guard is
 * part of the cell. */
static gboolean
is_guarded(const char *text)
{
    return text[0] == '=' && text[1] == '"' && g_str_has_suffix(text + 2, "\"");
}

gboolean
value_damage_cell(const FieldSpec *spec, const char *text, FieldValue *value)
{
    if (is_guarded(text))
        return damaged(value, text, NOTE_DAMAGE_GUARD);
    if (text[0] == '\'' || g_str_has_prefix(text, "\u2018") || g_str_has_prefix(text, "\u2019"))
        return damaged(value, text, NOTE_DAMAGE_APOSTROPHE);
    if (is_error_cell(text))
        return damaged(value, text, NOTE_DAMAGE_ERROR_CELL);
    /* a trading name may be 1.5E+3 for all we know; a number may not */
    gboolean free_text = spec->type == FIELD_TYPE_TEXT && spec->high > 64;
    if (!free_text && is_scientific(text))
        return damaged(value, text, NOTE_DAMAGE_SCIENTIFIC);
    return FALSE;
}

/* All digits after the fifteenth are 0 and there are enough of them. */
static gboolean
has_zero_tail(const char *text)
{
    gsize length = strlen(text);

    return length >= SURE_LENGTH && all_digits(text) &&
           strspn(text + KEPT_DIGITS, "0") == length - KEPT_DIGITS;
}

/* Three zeros behind the fifteenth digit of an ID number are about as often somebody's own number
 * whose check digit holds by right as a damaged one where it holds by chance (1 in 11). Four or
 * more zeros, as of a card, are damage. */
static gboolean
may_be_whole(FieldId id, const char *text)
{
    return id == FIELD_PERSON_LEGAL_ID_NO &&
           resident_id_check(text, strlen(text), CIVIL_LONG_TERM).level == IDENTIFIER_OK;
}

/* A landline of ten or eleven digits begins with the 0 of its area; 400 and 800 numbers and mobiles
 * do not. */
static gboolean
is_landline_without_zero(const char *text)
{
    gsize length = strlen(text);

    return (length == 10 || length == 11) && text[0] >= '2' && !g_str_has_prefix(text, "400") &&
           !g_str_has_prefix(text, "800");
}

/* Vendor 00000x and a device type, without the zeros: how 20 digits look once they were a number.
 */
static gboolean
is_serial_without_zeros(const char *text)
{
    static const char *const types[] = {"02", "03", "04", "08", "09"};
    gsize length = strlen(text);

    if (length < 13 || length > 16)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
        if (strncmp(text + 1, types[i], 2) == 0 || strncmp(text + 2, types[i], 2) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
lost_leading_zero(FieldId id, const char *text)
{
    gsize length = strlen(text);

    if (!all_digits(text))
        return FALSE;
    if (id == FIELD_DEVICE_TERMINAL_NO)
        return length >= 4 && length < TERMINAL_NO_LENGTH;
    if (id == FIELD_MERCHANT_MCC)
        return length == MCC_LENGTH - 1;
    if (id == FIELD_MERCHANT_CUSTOMER_PHONE)
        return is_landline_without_zero(text);
    return id == FIELD_DEVICE_TUSN && is_serial_without_zeros(text);
}

/* Two check characters of a USCC do not both hold by chance. */
static gboolean
is_whole(FieldId id, const char *text)
{
    return id == FIELD_LICENCE_LICENCE_NO &&
           uscc_check(text, strlen(text), CIVIL_LONG_TERM).level == IDENTIFIER_OK;
}

void
value_damage_code(const FieldSpec *spec, FieldValue *value)
{
    if (lost_leading_zero(spec->id, value->text)) {
        damaged(value, value->text, NOTE_DAMAGE_LEADING_ZERO);
        return;
    }
    if (!has_zero_tail(value->text) || is_whole(spec->id, value->text))
        return;
    if (may_be_whole(spec->id, value->text))
        value->note = NOTE_DAMAGE_POSSIBLE;
    else
        damaged(value, value->text, NOTE_DAMAGE_ZEROS);
}

gboolean
value_damage_word(const FieldSpec *spec, const char *text, FieldValue *value)
{
    char padded[3] = {'0', text[0], '\0'};

    if (!g_ascii_isdigit(text[0]) || text[1] != '\0' || field_word_find(spec, padded, 2) < 0)
        return FALSE;
    return damaged(value, text, NOTE_DAMAGE_LEADING_ZERO);
}
