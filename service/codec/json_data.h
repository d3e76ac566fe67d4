/* SPDX-License-Identifier: Apache-2.0 */
/* Reads our own data files: every error names the file and the JSON pointer of the place. */
#pragma once

#include "base/civil.h"
#include "base/fault.h"
#include "model/texts.h"

#include <jansson.h>

/* A file while it is read. The first error stays, and reads after it give harmless values, so that
 * a loader asks once, in json_data_close. */
typedef struct {
    const char *file; /* as errors name it; borrowed */
    Fault fault;      /* FAULT_INTERNAL for what is built in, FAULT_INPUT for what somebody gave */
    GStringChunk *strings; /* keeps the texts that are read; borrowed */
    json_t *root;          /* NULL after a syntax error */
    guint32 line; /* of the row of a spreadsheet that is read as an object; 0 = all is JSON */
    GError *error;
} JsonData;

/* A value and the way to it. Lives on the stack; its parents must outlive it. */
typedef struct JsonPlace {
    JsonData *data;
    const struct JsonPlace *parent; /* NULL at the root */
    const char *key;                /* in an object, else NULL */
    gsize index;                    /* in an array */
    json_t *value;                  /* NULL where there is none; borrowed from data->root */
} JsonPlace;

/* Reads `bytes` as one JSON object without duplicate keys; `data` has file, fault and strings set.
 */
JsonPlace json_data_open(JsonData *data, GBytes *bytes);

/* Releases what was parsed. FALSE with the first error, if there was one. */
gboolean json_data_close(JsonData *data, GError **error);

/* The place of an object that the caller has made from one row of a spreadsheet. */
JsonPlace json_data_row(JsonData *data, json_t *object);

/* TRUE once something was wrong. Fail notes an error at a place, unless there is one already. */
gboolean json_data_failed(const JsonPlace *place);
void json_data_fail(const JsonPlace *place, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The member of an object; its value is NULL where there is none or it is null. */
JsonPlace json_data_member(const JsonPlace *object, const char *key);

/* As json_data_member, and an error unless it is an object or an array. */
JsonPlace json_data_object(const JsonPlace *object, const char *key);
JsonPlace json_data_array(const JsonPlace *object, const char *key);

/* The number of items of an array (0 after an error, so that loops end), and an item that must be
 * an object. */
gsize json_data_count(const JsonPlace *array);
JsonPlace json_data_item(const JsonPlace *array, gsize index);

/* What reads one object of an array into what the caller builds. */
typedef void (*JsonReadObject)(gpointer reader, const JsonPlace *object);

/* Reads each item of the array at a member, which must all be objects. */
void json_data_each(const JsonPlace *object, const char *key, JsonReadObject read, gpointer reader);

/* Refuses members of an object that are not among `keys`, separated by blanks. */
void json_data_keys(const JsonPlace *object, const char *keys);

/* A text that is not empty; "" after an error. The second may be empty, the third may be missing or
 * null and is NULL then. Borrowed from the strings, as all texts here. */
const char *json_data_text(const JsonPlace *object, const char *key);
const char *json_data_text_or_empty(const JsonPlace *object, const char *key);
const char *json_data_optional_text(const JsonPlace *object, const char *key);

/* A text that is one of `words`, separated by blanks; an optional one gives NULL where it is
 * missing or null. */
const char *json_data_word(const JsonPlace *object, const char *key, const char *words);
const char *json_data_optional_word(const JsonPlace *object, const char *key, const char *words);

/* A text of exactly `length` ASCII letters or digits. */
const char *json_data_code(const JsonPlace *object, const char *key, gsize length);

/* The members "zh-CN" and "en" of the object itself: not empty, with the same {placeholders}. */
void json_data_languages(const JsonPlace *object, const char *text[LANGUAGE_COUNT]);

/* A member {"zh-CN": ..., "en": ...}; an optional one gives NULL for both where it is missing or
 * null. */
void json_data_localized(const JsonPlace *object, const char *key,
                         const char *text[LANGUAGE_COUNT]);
void json_data_optional_localized(const JsonPlace *object, const char *key,
                                  const char *text[LANGUAGE_COUNT]);

/* An array of texts, none of them empty, as a new NULL-terminated list; g_strfreev it. An optional
 * one that is missing gives an empty list. */
char **json_data_list(const JsonPlace *object, const char *key);
char **json_data_optional_list(const JsonPlace *object, const char *key);

/* An integer of either sign. */
gint64 json_data_integer(const JsonPlace *object, const char *key);

/* An integer from 0 up; an optional one gives -1 where it is missing or null. */
gint64 json_data_number(const JsonPlace *object, const char *key);
gint64 json_data_optional_number(const JsonPlace *object, const char *key);

gboolean json_data_boolean(const JsonPlace *object, const char *key);

/* A date YYYY-MM-DD; an optional one gives 0 where it is missing or null, a last day gives
 * CIVIL_LONG_TERM. */
CivilDay json_data_day(const JsonPlace *object, const char *key);
CivilDay json_data_optional_day(const JsonPlace *object, const char *key);
CivilDay json_data_last_day(const JsonPlace *object, const char *key);

/* A member "confidence". */
Confidence json_data_confidence(const JsonPlace *object);

/* Adds the text at a member to the set; an error when it is there already. The set borrows it. */
void json_data_unique(const JsonPlace *object, const char *key, GHashTable *seen, const char *text);
