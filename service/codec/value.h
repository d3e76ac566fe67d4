/* SPDX-License-Identifier: Apache-2.0 */
/* One cell or JSON string to a value: what spreadsheets do to data is told from what people meant.
 */
#pragma once

#include "model/application.h"

/* Reads `text` (UTF-8, NUL-terminated, no NUL inside) as the field demands into `value`, keeping
 * value->line and value->column. Blank is ABSENT. What is not of the form is BAD with a note and
 * keeps its text; track data and what cannot be represented is REFUSED and keeps nothing. `text`
 * must outlive the value unless it is changed, in which case the new text is the arena's. Returns
 * NULL, or the static key of an input error ("input.not_a_number") when the value cannot be
 * represented. */
const char *value_read(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value);

/* The text without the blanks around it, ideographic ones too; "" where there is nothing else. What
 * is shortened at its end is the arena's. */
const char *value_trim(const char *text, Arena *arena);

/* The parts of a set given as one text are separated by ';'. Adds the word of `length` bytes to the
 * bits of `value`; FALSE when it is not a word of the field. */
gboolean value_add_word(const FieldSpec *spec, const char *word, gsize length, FieldValue *value);

/* Refuses a value: nothing of it is kept. */
void value_refuse(FieldValue *value, ValueNote note);

/* Refuses a value that cannot be represented and keeps why: the key of its input error. */
void value_refuse_unreadable(FieldValue *value, const char *input_key);

/* TRUE when the text holds 13 to 19 digits, '=' or 'D', and 7 or more digits (design 3.1: a
 * magnetic track). */
gboolean value_has_track(const char *text);

enum { VALUE_TEXT_MAX = 512, VALUE_TEXT_LONG_MAX = 8192 };

/* The greatest length in characters of a field's text; beyond it the value cannot be represented.
 */
guint value_text_max(const FieldSpec *spec);
