/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/json_reading.h"

#include "codec/forbidden.h"
#include "codec/json_pool.h"
#include "codec/value.h"

#include <string.h>

void
json_reading_error(const JsonReading *reading, const char *key, const char *where,
                   const char *argument)
{
    InputError error = {.file = reading->place->file,
                        .line = reading->place->line,
                        .where = where,
                        .key = key,
                        .arguments = {argument, NULL}};

    read_errors_add(reading->errors, &error);
}

/* Depth of nesting below a value, looked at no further than one past the limit. */
static guint
depth_of(const json_t *value, guint budget)
{
    guint deepest = 0;
    const char *key;
    json_t *member;
    gsize index;

    if (budget == 0)
        return 0;
    if (json_is_object(value)) {
        json_object_foreach((json_t *)(guintptr)value, key, member)
        {
            guint depth = depth_of(member, budget - 1);
            deepest = MAX(deepest, depth);
        }
        return deepest + 1;
    }
    if (json_is_array(value)) {
        json_array_foreach(value, index, member)
        {
            guint depth = depth_of(member, budget - 1);
            deepest = MAX(deepest, depth);
        }
        return deepest + 1;
    }
    return 0;
}

gboolean
json_reading_too_deep(const json_t *value)
{
    return depth_of(value, JSON_RECORD_DEPTH_MAX + 1) > JSON_RECORD_DEPTH_MAX;
}

void
json_reading_type_error(const JsonReading *reading, const char *where, const json_t *value,
                        const char *wanted)
{
    if (json_reading_too_deep(value))
        json_reading_error(reading, "input.too_deep", where, NULL);
    else
        json_reading_error(reading, "input.wrong_type", where, wanted);
}

void
json_reading_unknown_key(const JsonReading *reading, const char *prefix, const char *key,
                         const char *nearest)
{
    g_autofree char *printable = forbidden_printable(key);
    g_autofree char *where = g_strdup_printf("%s/%s", prefix, printable);

    if (value_has_track(key))
        json_reading_error(reading, "input.forbidden_key", prefix, NULL);
    else if (forbidden_name(key))
        json_reading_error(reading, "input.forbidden_key", where, NULL);
    else
        json_reading_error(reading, "input.unknown_key", where, nearest);
}

const char *
json_reading_integer(const json_t *json, gint64 *number)
{
    json_int_t value = json_integer_value(json);

    if (value > JSON_READING_NUMBER_MAX || value < -JSON_READING_NUMBER_MAX)
        return "input.number_too_big";
    *number = value;
    return NULL;
}

/* Jansson's own words may quote the input, so that only its kind of error is taken over. */
static const char *
syntax_key(enum json_error_code code)
{
    static const struct {
        enum json_error_code code;
        const char *key;
    } keys[] = {
        {json_error_duplicate_key, "input.duplicate_key"},
        {json_error_invalid_utf8, "input.invalid_utf8"},
        {json_error_null_character, "input.nul"},
        {json_error_null_byte_in_key, "input.nul"},
        {json_error_numeric_overflow, "input.number_too_big"},
        {json_error_premature_end_of_input, "input.truncated"},
        {json_error_stack_overflow, "input.too_deep"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (keys[i].code == code)
            return keys[i].key;
    }
    return "input.json_syntax";
}

static void
add_syntax_error(const JsonReading *reading, const json_error_t *json_error, const char *key)
{
    InputError error = {.file = reading->place->file,
                        .line = reading->place->line + (guint32)MAX(json_error->line, 1) - 1,
                        .column = (guint16)CLAMP(json_error->column, 0, G_MAXUINT16),
                        .key = key};

    read_errors_add(reading->errors, &error);
}

/* A NUL is told apart from other bad bytes, since Jansson does not. */
static json_t *
parse(const JsonReading *reading, const char *bytes, gsize length)
{
    json_error_t error = {.line = 1};

    gsize most = reading->bytes_max != 0 ? reading->bytes_max : JSON_RECORD_BYTES_MAX;

    if (length > most) {
        add_syntax_error(reading, &error, "input.record_too_big");
        return NULL;
    }
    if (memchr(bytes, '\0', length) != NULL) {
        add_syntax_error(reading, &error, "input.nul");
        return NULL;
    }
    json_pool_enter(reading->errors->arena);
    json_t *root = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
    json_pool_leave();
    if (root == NULL)
        add_syntax_error(reading, &error, syntax_key(json_error_code(&error)));
    return root;
}

json_t *
json_reading_parse(const JsonReading *reading, const char *bytes, gsize length)
{
    json_t *root = parse(reading, bytes, length);

    if (root == NULL || json_is_object(root))
        return root;
    json_reading_type_error(reading, "", root, "object");
    return NULL;
}
