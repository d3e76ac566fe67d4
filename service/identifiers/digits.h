/* SPDX-License-Identifier: Apache-2.0 */
/* Scans of characters and the check-digit arithmetic that several identifiers share. */
#pragma once

#include <glib.h>

/* TRUE when all `length` bytes are 0-9; also when there are none. */
gboolean digits_only(const char *text, gsize length);

/* TRUE when all `length` bytes are 0-9 or A-Z. */
gboolean digits_or_capitals(const char *text, gsize length);

/* TRUE when all `length` bytes are 0-9, A-Z or a-z. */
gboolean digits_or_letters(const char *text, gsize length);

/* TRUE when all `length` bytes are the digit 0. */
gboolean digits_all_zero(const char *text, gsize length);

/* 0-9 as 0..9 and A-Z as 10..35 (GB 11714, ISO 13616); -1 for any other byte. */
int digits_value(char c);

/* TRUE when the last of `length` digits is the check digit of those before it by ISO 7064 hybrid
 * system MOD 11,10 (GB/T 17710). All bytes must be digits and `length` at least 1. */
gboolean digits_mod11_10(const char *digits, gsize length);
