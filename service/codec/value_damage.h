/* SPDX-License-Identifier: Apache-2.0 */
/* What a spreadsheet does to numbers that were meant as text. */
#pragma once

#include "model/application.h"

/* Damage that shows in any cell: an apostrophe in front, #N/A, 1.10105E+17. Sets state BAD and the
 * note; TRUE then. */
gboolean value_damage_cell(const FieldSpec *spec, const char *text, FieldValue *value);

/* Damage of a CODE value that is otherwise read: digits after the fifteenth turned to 0, leading
 * zeros lost. */
void value_damage_code(const FieldSpec *spec, FieldValue *value);

/* A word such as 4 where 04 was meant. Sets state BAD and the note; TRUE then. */
gboolean value_damage_word(const FieldSpec *spec, const char *text, FieldValue *value);
