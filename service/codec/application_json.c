/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/application_json.h"

#include "codec/forbidden.h"
#include "codec/value.h"

#include <jansson.h>
#include <string.h>

/* Greatest size of a JSON integer: 10^15 fen and 1e-8 alike leave room for every sum. */
#define NUMBER_MAX G_GINT64_CONSTANT(1000000000000000)

struct JsonRecord {
    json_t *root;
};

/* One application being read. */
typedef struct {
    Application *app;
    ReadErrors *errors;
    const RecordPlace *place;
} Reading;

void
application_json_free(JsonRecord *record)
{
    json_decref(record->root);
    g_free(record);
}

static void
add_error(Reading *reading, const char *key, const char *where, const char *argument)
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

/* A value of the wrong type: where it is a bottomless pit, that is what is said. */
static void
add_type_error(Reading *reading, const char *where, const json_t *value, const char *wanted)
{
    if (depth_of(value, APPLICATION_JSON_DEPTH_MAX + 1) > APPLICATION_JSON_DEPTH_MAX)
        add_error(reading, "input.too_deep", where, NULL);
    else
        add_error(reading, "input.wrong_type", where, wanted);
}

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
    json_int_t number = json_integer_value(json);

    if (number > NUMBER_MAX || number < -NUMBER_MAX)
        return "input.number_too_big";
    value->number = number;
    value->state = VALUE_OK;
    return NULL;
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
            add_type_error(reading, path->str, json, wanted_type(spec));
        else
            add_error(reading, problem, path->str, choices->str);
    }
    if (value->note != NOTE_NONE)
        reading->app->noted++;
}

/* A key that the table does not have: refused by name when it is made for track data, else "did you
 * mean". */
static void
add_unknown_key(Reading *reading, const char *prefix, const char *key)
{
    g_autofree char *printable = forbidden_printable(key);
    g_autofree char *where = g_strdup_printf("%s/%s", prefix, printable);

    if (value_has_track(key))
        add_error(reading, "input.forbidden_key", prefix, NULL);
    else if (forbidden_name(key))
        add_error(reading, "input.forbidden_key", where, NULL);
    else
        add_error(reading, "input.unknown_key", where, field_specs[field_nearest(key)].key);
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
        if (depth_of(value, APPLICATION_JSON_DEPTH_MAX + 1) > APPLICATION_JSON_DEPTH_MAX)
            add_error(reading, "input.too_deep", prefix, NULL);
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
        add_type_error(reading, "/devices", devices, "array");
        return;
    }
    if (json_array_size(devices) > APPLICATION_DEVICES_MAX) {
        add_error(reading, "input.too_many", "/devices", NULL);
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
        add_type_error(reading, where, device, "object");
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
        if (depth_of(member, APPLICATION_JSON_DEPTH_MAX + 1) > APPLICATION_JSON_DEPTH_MAX)
            add_error(reading, "input.too_deep", "", NULL);
        return;
    }
    if (json_is_object(member)) {
        read_group(reading, group, -1, member);
        return;
    }
    g_autofree char *where = g_strdup_printf("/%s", name);
    add_type_error(reading, where, member, "object");
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
add_syntax_error(Reading *reading, const json_error_t *json_error, const char *key)
{
    InputError error = {.file = reading->place->file,
                        .line = reading->place->line + (guint32)MAX(json_error->line, 1) - 1,
                        .column = (guint16)CLAMP(json_error->column, 0, G_MAXUINT16),
                        .key = key};

    read_errors_add(reading->errors, &error);
}

/* A NUL is told apart from other bad bytes, since Jansson does not. */
static json_t *
parse(Reading *reading, const char *bytes, gsize length)
{
    json_error_t error = {.line = 1};

    if (length > APPLICATION_JSON_BYTES_MAX) {
        add_syntax_error(reading, &error, "input.record_too_big");
        return NULL;
    }
    if (memchr(bytes, '\0', length) != NULL) {
        add_syntax_error(reading, &error, "input.nul");
        return NULL;
    }
    json_t *root = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
    if (root == NULL)
        add_syntax_error(reading, &error, syntax_key(json_error_code(&error)));
    return root;
}

JsonRecord *
application_from_json(const char *bytes, gsize length, const RecordPlace *place, Application *app,
                      ReadErrors *errors)
{
    Reading reading = {.app = app, .errors = errors, .place = place};
    const char *name;
    json_t *member;
    json_t *root = parse(&reading, bytes, length);

    if (root == NULL)
        return NULL;
    if (!json_is_object(root)) {
        add_type_error(&reading, "", root, "object");
        json_decref(root);
        return NULL;
    }
    app->file = place->file;
    app->line = place->line;
    json_object_foreach(root, name, member) read_member(&reading, name, member);
    JsonRecord *record = g_new0(JsonRecord, 1);
    record->root = root;
    return record;
}
