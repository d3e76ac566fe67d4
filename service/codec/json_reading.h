/* SPDX-License-Identifier: Apache-2.0 */
/* A JSON record while it is read by a table: parsing, depth, and errors with their place. For this
 * folder only: json_t does not leave it. */
#pragma once

#include "codec/json_record.h"

#include <jansson.h>

/* Greatest size of a JSON integer: 10^15 fen and 1e-8 alike leave room for every sum. */
#define JSON_READING_NUMBER_MAX G_GINT64_CONSTANT(1000000000000000)

/* What a reader of one record carries about; both borrowed. */
typedef struct {
    ReadErrors *errors;
    const RecordPlace *place;
    gsize bytes_max; /* of the record; 0 = JSON_RECORD_BYTES_MAX */
} JsonReading;

/* Parses `length` bytes, at most as many as the reading allows, as one JSON object without
 * duplicate keys. What is returned lives in the arena of the errors and goes with it: it is not to
 * be released. NULL, with an error added, when the bytes are none. */
json_t *json_reading_parse(const JsonReading *reading, const char *bytes, gsize length);

/* Adds an error; `key` is static, `where` a JSON pointer, `argument` may be NULL. */
void json_reading_error(const JsonReading *reading, const char *key, const char *where,
                        const char *argument);

/* Adds the error of a value of the wrong type: where it is a bottomless pit, that is what is said.
 */
void json_reading_type_error(const JsonReading *reading, const char *where, const json_t *value,
                             const char *wanted);

/* Adds the error of a key that no table has: refused by name when it is made for track data, CVN or
 * PIN, else "did you mean `nearest`". `prefix` is the pointer of its object. */
void json_reading_unknown_key(const JsonReading *reading, const char *prefix, const char *key,
                              const char *nearest);

/* TRUE when the value is nested deeper than a record may be. */
gboolean json_reading_too_deep(const json_t *value);

/* Reads an integer within the bounds. NULL, or the static key of an input error. */
const char *json_reading_integer(const json_t *json, gint64 *number);
