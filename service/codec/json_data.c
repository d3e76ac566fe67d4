/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/json_data.h"

#include <string.h>

static const char *const language_keys[LANGUAGE_COUNT] = {"zh-CN", "en"};

static void
append_pointer(const JsonPlace *place, GString *out)
{
    if (place->parent == NULL)
        return;
    append_pointer(place->parent, out);
    if (place->key != NULL)
        g_string_append_printf(out, "/%s", place->key);
    else
        g_string_append_printf(out, "/%" G_GSIZE_FORMAT, place->index);
}

/* The name of the column that a place of a row came from: "sm4.mac_rule"; a list is one cell. */
static void
append_column(const JsonPlace *place, GString *out)
{
    if (place->parent == NULL)
        return;
    append_column(place->parent, out);
    if (place->key != NULL)
        g_string_append_printf(out, "%s%s", out->len > 0 ? "." : "", place->key);
}

static void
fail_at_row(const JsonPlace *place, const char *what)
{
    JsonData *data = place->data;
    g_autoptr(GString) column = g_string_new(NULL);

    append_column(place, column);
    if (column->len > 0)
        fault_raise(&data->error, data->fault, "%s: line %u, column '%s': %s", data->file,
                    data->line, column->str, what);
    else
        fault_raise(&data->error, data->fault, "%s: line %u: %s", data->file, data->line, what);
}

void
json_data_fail(const JsonPlace *place, const char *format, ...)
{
    va_list arguments;

    if (place->data->error != NULL)
        return;
    g_autoptr(GString) pointer = g_string_new(NULL);
    append_pointer(place, pointer);
    va_start(arguments, format);
    g_autofree char *what = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    if (place->data->line > 0) {
        fail_at_row(place, what);
        return;
    }
    fault_raise(&place->data->error, place->data->fault, "%s: %s: %s", place->data->file,
                pointer->len > 0 ? pointer->str : "/", what);
}

gboolean
json_data_failed(const JsonPlace *place)
{
    return place->data->error != NULL;
}

JsonPlace
json_data_open(JsonData *data, GBytes *bytes)
{
    gsize length;
    json_error_t syntax;
    const char *text = g_bytes_get_data(bytes, &length);

    data->error = NULL;
    data->root = json_loadb(text != NULL ? text : "", length, JSON_REJECT_DUPLICATES, &syntax);
    JsonPlace root = {.data = data, .value = data->root};
    if (data->root == NULL)
        json_data_fail(&root, "line %d, column %d: %s", syntax.line, syntax.column, syntax.text);
    else if (!json_is_object(data->root))
        json_data_fail(&root, "must be an object");
    return root;
}

JsonPlace
json_data_row(JsonData *data, json_t *object)
{
    return (JsonPlace){.data = data, .value = object};
}

gboolean
json_data_close(JsonData *data, GError **error)
{
    json_decref(data->root);
    data->root = NULL;
    if (data->error == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&data->error));
    return FALSE;
}

JsonPlace
json_data_member(const JsonPlace *object, const char *key)
{
    json_t *value = json_object_get(object->value, key);

    return (JsonPlace){
        .data = object->data,
        .parent = object,
        .key = key,
        .value = json_is_null(value) ? NULL : value,
    };
}

static void
require(const JsonPlace *place, gboolean is_right, const char *what)
{
    if (place->value == NULL)
        json_data_fail(place, "is missing");
    else if (!is_right)
        json_data_fail(place, "must be %s", what);
}

JsonPlace
json_data_object(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    require(&place, json_is_object(place.value), "an object");
    return place;
}

JsonPlace
json_data_array(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    require(&place, json_is_array(place.value), "an array");
    return place;
}

gsize
json_data_count(const JsonPlace *array)
{
    return json_data_failed(array) ? 0 : json_array_size(array->value);
}

static JsonPlace
item_at(const JsonPlace *array, gsize index)
{
    return (JsonPlace){
        .data = array->data,
        .parent = array,
        .index = index,
        .value = json_array_get(array->value, index),
    };
}

JsonPlace
json_data_item(const JsonPlace *array, gsize index)
{
    JsonPlace place = item_at(array, index);

    require(&place, json_is_object(place.value), "an object");
    return place;
}

void
json_data_each(const JsonPlace *object, const char *key, JsonReadObject read, gpointer reader)
{
    JsonPlace array = json_data_array(object, key);

    for (gsize i = 0; i < json_data_count(&array); i++) {
        JsonPlace item = json_data_item(&array, i);
        read(reader, &item);
    }
}

/* The length of the word at `words`; 0 at the end. Sets `next` to the word after it. */
static gsize
word_length(const char *words, const char **next)
{
    gsize length = strcspn(words, " ");

    *next = words + length + (words[length] == ' ' ? 1 : 0);
    return length;
}

static gboolean
is_word_of(const char *text, const char *words)
{
    gsize text_length = strlen(text);
    const char *next;

    for (gsize length; (length = word_length(words, &next)) > 0; words = next) {
        if (length == text_length && memcmp(words, text, length) == 0)
            return TRUE;
    }
    return FALSE;
}

void
json_data_keys(const JsonPlace *object, const char *keys)
{
    for (void *iter = json_object_iter(object->value); iter != NULL;
         iter = json_object_iter_next(object->value, iter)) {
        const char *key = json_object_iter_key(iter);
        if (is_word_of(key, keys))
            continue;
        JsonPlace place = json_data_member(object, key);
        json_data_fail(&place, "is not a known key");
    }
}

/* The text of a place as Jansson keeps it; "" after an error. */
static const char *
raw_text(const JsonPlace *place)
{
    require(place, json_is_string(place->value), "a text");
    return json_is_string(place->value) ? json_string_value(place->value) : "";
}

static const char *
keep(const JsonPlace *place, const char *text)
{
    return g_string_chunk_insert(place->data->strings, text);
}

static const char *
read_text(const JsonPlace *place)
{
    const char *text = raw_text(place);

    if (text[0] == '\0')
        json_data_fail(place, "is empty");
    return keep(place, text);
}

const char *
json_data_text(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    return read_text(&place);
}

const char *
json_data_text_or_empty(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    return keep(&place, raw_text(&place));
}

const char *
json_data_optional_text(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    return place.value != NULL ? read_text(&place) : NULL;
}

const char *
json_data_word(const JsonPlace *object, const char *key, const char *words)
{
    JsonPlace place = json_data_member(object, key);
    const char *text = read_text(&place);

    if (!is_word_of(text, words))
        json_data_fail(&place, "'%s' is not one of: %s", text, words);
    return text;
}

const char *
json_data_code(const JsonPlace *object, const char *key, gsize length)
{
    JsonPlace place = json_data_member(object, key);
    const char *text = read_text(&place);
    gsize good = 0;

    while (g_ascii_isalnum(text[good]))
        good++;
    if (good != length || text[good] != '\0')
        json_data_fail(&place, "'%s' is not %" G_GSIZE_FORMAT " letters or digits", text, length);
    return text;
}

const char *
json_data_optional_word(const JsonPlace *object, const char *key, const char *words)
{
    JsonPlace place = json_data_member(object, key);

    return place.value != NULL ? json_data_word(object, key, words) : NULL;
}

void
json_data_languages(const JsonPlace *object, const char *text[LANGUAGE_COUNT])
{
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        text[i] = json_data_text(object, language_keys[i]);
    if (!json_data_failed(object) && !texts_same_names(text[LANGUAGE_ZH], text[LANGUAGE_EN]))
        json_data_fail(object, "the placeholders of zh-CN and en differ");
}

static void
read_localized(const JsonPlace *place, const char *text[LANGUAGE_COUNT])
{
    require(place, json_is_object(place->value), "an object of zh-CN and en");
    json_data_keys(place, "zh-CN en");
    json_data_languages(place, text);
}

void
json_data_localized(const JsonPlace *object, const char *key, const char *text[LANGUAGE_COUNT])
{
    JsonPlace place = json_data_member(object, key);

    read_localized(&place, text);
}

void
json_data_optional_localized(const JsonPlace *object, const char *key,
                             const char *text[LANGUAGE_COUNT])
{
    JsonPlace place = json_data_member(object, key);

    if (place.value != NULL)
        read_localized(&place, text);
    else
        text[LANGUAGE_ZH] = text[LANGUAGE_EN] = NULL;
}

static char **
read_list(const JsonPlace *array)
{
    gsize count = json_data_count(array);
    char **list = g_new0(char *, count + 1);

    for (gsize i = 0; i < count; i++) {
        JsonPlace item = item_at(array, i);
        list[i] = g_strdup(raw_text(&item));
        if (list[i][0] == '\0')
            json_data_fail(&item, "is empty");
    }
    return list;
}

char **
json_data_list(const JsonPlace *object, const char *key)
{
    JsonPlace array = json_data_array(object, key);

    return read_list(&array);
}

char **
json_data_optional_list(const JsonPlace *object, const char *key)
{
    JsonPlace array = json_data_member(object, key);

    return array.value != NULL ? json_data_list(object, key) : g_new0(char *, 1);
}

static gint64
read_number(const JsonPlace *place)
{
    require(place, json_is_integer(place->value), "an integer");
    gint64 number = json_integer_value(place->value);
    if (number < 0)
        json_data_fail(place, "is less than 0");
    return MAX(number, 0);
}

gint64
json_data_integer(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    require(&place, json_is_integer(place.value), "an integer");
    return json_integer_value(place.value);
}

gint64
json_data_number(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    return read_number(&place);
}

gint64
json_data_optional_number(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    return place.value != NULL ? read_number(&place) : -1;
}

gboolean
json_data_boolean(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    require(&place, json_is_boolean(place.value), "true or false");
    return json_is_true(place.value);
}

static CivilDay
read_day(const JsonPlace *place)
{
    CivilDay day = 0;
    const char *text = raw_text(place);

    if (!civil_parse(text, strlen(text), &day))
        json_data_fail(place, "'%s' is not a date YYYY-MM-DD", text);
    return day;
}

CivilDay
json_data_day(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    return read_day(&place);
}

CivilDay
json_data_optional_day(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    return place.value != NULL ? read_day(&place) : 0;
}

CivilDay
json_data_last_day(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);

    return place.value != NULL ? read_day(&place) : CIVIL_LONG_TERM;
}

Confidence
json_data_confidence(const JsonPlace *object)
{
    JsonPlace place = json_data_member(object, "confidence");
    Confidence confidence = CONFIDENCE_UNCERTAIN;
    const char *text = raw_text(&place);

    if (!confidence_from_name(text, &confidence))
        json_data_fail(&place, "'%s' is not a confidence", text);
    return confidence;
}

void
json_data_unique(const JsonPlace *object, const char *key, GHashTable *seen, const char *text)
{
    JsonPlace place = json_data_member(object, key);

    if (!g_hash_table_add(seen, (gpointer)(guintptr)text))
        json_data_fail(&place, "'%s' is there already", text);
}
