/* SPDX-License-Identifier: Apache-2.0 */
/* Dates and times as people and spreadsheets write them. */
#pragma once

#include "model/application.h"

/* Reads a DATE, DATE_LONG or DATETIME field from trimmed text; the contract of value_read.
 * 2026/11/01, 2026.11.1, 2026年11月1日 and 20261101 are normalised; a bare serial number is damage;
 * 长期, 2099-12-30, 2099-12-31 and 9999-12-31 are CIVIL_LONG_TERM. */
const char *value_read_date(const FieldSpec *spec, const char *text, Arena *arena,
                            FieldValue *value);
