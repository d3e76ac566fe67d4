/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/application_json.h"

#include "codec/json_reading.h"
#include "codec/value.h"

#include <string.h>

/* One application being read. */
typedef struct {
    Application *app;
    JsonReading json;
} Reading;

static const char *
read_set(const FieldSpec *spec, const json_t *array, FieldValue *value)
{
    gsize index;
    json_t *word;

    if (json_array_size(array) > 32)
        return "input.too_many";
    json_array_foreach(array, index, word)
    {
        if (!json_is_string(word))
            return "input.wrong_type";
        if (!value_add_word(spec, json_string_value(word), json_string_length(word), value))
            return "input.unknown_word";
    }
    value->state = value->number != 0 ? VALUE_OK : VALUE_ABSENT;
    return NULL;
}

static const char *
read_integer(const json_t *json, FieldValue *value)
{
    const char *problem = json_reading_integer(json, &value->number);

    if (problem == NULL)
        value->state = VALUE_OK;
    return problem;
}

static const char *
wanted_type(const FieldSpec *spec)
{
    switch (spec->type) {
    case FIELD_TYPE_MONEY:
    case FIELD_TYPE_RATE:
        return "integer";
    case FIELD_TYPE_BOOL:
        return "boolean";
    case FIELD_TYPE_SET:
        return "array";
    case FIELD_TYPE_TEXT:
    case FIELD_TYPE_CODE:
    case FIELD_TYPE_ENUM:
    case FIELD_TYPE_DATE:
    case FIELD_TYPE_DATE_LONG:
    case FIELD_TYPE_DATETIME:
    case FIELD_TYPE_SHA256:
    case FIELD_TYPE_COORDINATE:
    case FIELD_TYPE_HOURS:
    case FIELD_TYPE_COUNT:
        break;
    }
    return "string";
}

/* A program that writes JSON can spell; only spreadsheets are met half-way. */
static gboolean
is_word(const FieldSpec *spec, const json_t *json)
{
    gsize length = json_string_length(json);

    return length == 0 || field_word_find(spec, json_string_value(json), length) >= 0;
}

static const char *
read_typed(const FieldSpec *spec, const json_t *json, Arena *arena, FieldValue *value)
{
    const char *wanted = wanted_type(spec);

    if (json_is_integer(json) && g_str_equal(wanted, "integer"))
        return read_integer(json, value);
    if (json_is_boolean(json) && spec->type == FIELD_TYPE_BOOL) {
        value->number = json_is_true(json) ? 1 : 0;
        value->state = VALUE_OK;
        return NULL;
    }
    if (json_is_array(json) && spec->type == FIELD_TYPE_SET)
        return read_set(spec, json, value);
    if (!json_is_string(json) || !g_str_equal(wanted, "string"))
        return "input.wrong_type";
    if (spec->type == FIELD_TYPE_ENUM && !is_word(spec, json))
        return "input.unknown_word";
    return value_read(spec, json_string_value(json), arena, value);
}

static void
read_value(Reading *reading, FieldId id, int device, const json_t *json)
{
    const FieldSpec *spec = &field_specs[id];
    FieldValue *value = application_value_mutable(reading->app, id, device);

    if (json == NULL || json_is_null(json))
        return;
    const char *problem = read_typed(spec, json, reading->app->arena, value);
    if (problem != NULL) {
        g_autoptr(GString) path = g_string_new(NULL);
        g_autoptr(GString) choices = g_string_new(NULL);
        field_path(id, device, path);
        if (spec->words != NULL)
            field_choices(spec, choices);
        value_refuse_unreadable(value, problem);
        if (g_str_equal(problem, "input.wrong_type"))
            json_reading_type_error(&reading->json, path->str, json, wanted_type(spec));
        else
            json_reading_error(&reading->json, problem, path->str, choices->str);
    }
    if (value->note != NOTE_NONE)
        reading->app->noted++;
}

static void
add_unknown_key(Reading *reading, const char *prefix, const char *key)
{
    json_reading_unknown_key(&reading->json, prefix, key, field_specs[field_nearest(key)].key);
}

static void
find_unknown_keys(Reading *reading, json_t *object, const char *group_name, const char *prefix)
{
    const char *key;
    json_t *value;

    json_object_foreach(object, key, value)
    {
        if (field_find(group_name, key) != FIELD_NONE)
            continue;
        add_unknown_key(reading, prefix, key);
        if (json_reading_too_deep(value))
            json_reading_error(&reading->json, "input.too_deep", prefix, NULL);
    }
}

/* Reads the fields from `first` on that belong to its group out of `object`. */
static void
read_group(Reading *reading, Group group, int device, json_t *object)
{
    gsize matched = 0;
    const char *name = NULL;

    for (int id = 0; id < FIELD_COUNT; id++) {
        if (field_specs[id].group != group)
            continue;
        name = field_specs[id].group_name;
        const json_t *value = json_object_get(object, field_specs[id].key);
        matched += value != NULL ? 1 : 0;
        read_value(reading, (FieldId)id, device, value);
    }
    if (matched == json_object_size(object))
        return;
    g_autofree char *prefix =
        device >= 0 ? g_strdup_printf("/devices/%d", device) : g_strdup_printf("/%s", name);
    find_unknown_keys(reading, object, name, prefix);
}

static void
read_devices(Reading *reading, const json_t *devices)
{
    gsize index;
    json_t *device;

    if (!json_is_array(devices)) {
        json_reading_type_error(&reading->json, "/devices", devices, "array");
        return;
    }
    if (json_array_size(devices) > APPLICATION_DEVICES_MAX) {
        json_reading_error(&reading->json, "input.too_many", "/devices", NULL);
        return;
    }
    application_set_devices(reading->app, (guint)json_array_size(devices));
    json_array_foreach(devices, index, device)
    {
        if (json_is_object(device)) {
            read_group(reading, GROUP_DEVICE, (int)index, device);
            continue;
        }
        g_autofree char *where = g_strdup_printf("/devices/%" G_GSIZE_FORMAT, index);
        json_reading_type_error(&reading->json, where, device, "object");
    }
}

static Group
group_of_name(const char *name)
{
    for (int id = 0; id < FIELD_COUNT; id++) {
        if (field_specs[id].group != GROUP_DEVICE && g_str_equal(field_specs[id].group_name, name))
            return field_specs[id].group;
    }
    return GROUP_COUNT;
}

static void
read_member(Reading *reading, const char *name, json_t *member)
{
    Group group = group_of_name(name);

    if (json_is_null(member) && (group != GROUP_COUNT || g_str_equal(name, "devices")))
        return;
    if (g_str_equal(name, "devices")) {
        read_devices(reading, member);
        return;
    }
    if (group == GROUP_COUNT) {
        add_unknown_key(reading, "", name);
        if (json_reading_too_deep(member))
            json_reading_error(&reading->json, "input.too_deep", "", NULL);
        return;
    }
    if (json_is_object(member)) {
        read_group(reading, group, -1, member);
        return;
    }
    g_autofree char *where = g_strdup_printf("/%s", name);
    json_reading_type_error(&reading->json, where, member, "object");
}

gboolean
application_from_json(const char *bytes, gsize length, const RecordPlace *place, Application *app,
                      ReadErrors *errors)
{
    Reading reading = {.app = app, .json = {errors, place, 0}};
    const char *name;
    json_t *member;
    json_t *root = json_reading_parse(&reading.json, bytes, length);

    if (root == NULL)
        return FALSE;
    app->file = place->file;
    app->line = place->line;
    json_object_foreach(root, name, member) read_member(&reading, name, member);
    return TRUE;
}
