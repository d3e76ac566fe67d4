/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/facts_json.h"

#include "base/decimal.h"
#include "base/instant.h"
#include "base/text.h"
#include "codec/json_reading.h"
#include "codec/value.h"
#include "model/finding.h"

#include <string.h>

enum { SET_WORDS_MAX = 32, COORDINATE_SCALE = 6, COORDINATE_MOST = 180000000 };

/* Beside the rows of a section, each object may say these. */
static const char *const origin_keys[] = {"source", "at", "ttl_days"};

/* One facts object being read. */
typedef struct {
    Facts *facts;
    JsonReading json;
} Reading;

/* What is read and where it goes. */
typedef struct {
    FactId id;
    Arena *arena;
    FactValue *value;
} Slot;

/* Reads a value that has the wanted JSON type. NULL, or the static key of an input error. */
typedef const char *(*ReadType)(const Slot *slot, const json_t *json);

/* Partners' texts are shown in reports: nothing that a terminal would obey, no track data. */
static const char *
check_text(const char *text)
{
    if (strlen(text) > VALUE_TEXT_MAX)
        return "input.too_long";
    for (const char *p = text; *p != '\0'; p++) {
        if ((guchar)*p < 0x20 || *p == 0x7F)
            return "input.control_character";
    }
    return value_has_track(text) ? "input.track" : NULL;
}

/* Blanks around are nobody's meaning, and alone they say nothing. */
static const char *
read_text(const Slot *slot, const json_t *json)
{
    const char *problem = check_text(json_string_value(json));

    slot->value->text = value_trim(json_string_value(json), slot->arena);
    return problem;
}

static const char *
read_enum(const Slot *slot, const json_t *json)
{
    const char *problem = read_text(slot, json);
    int position = fact_word_find(slot->id, slot->value->text, strlen(slot->value->text));

    slot->value->number = position;
    if (position < 0 || slot->value->text[0] == '\0')
        slot->value->state = FACT_NO_WORD;
    return problem;
}

/* Words that nobody knows are kept aside: what the others say holds without them. */
static const char *
read_set(const Slot *slot, const json_t *json)
{
    const char **strange = arena_alloc0(slot->arena, (SET_WORDS_MAX + 1) * sizeof(char *));
    gsize index;
    guint strangers = 0;
    const json_t *word;

    if (json_array_size(json) > SET_WORDS_MAX)
        return "input.too_many";
    json_array_foreach(json, index, word)
    {
        if (!json_is_string(word))
            return "input.wrong_type";
        const char *text = json_string_value(word), *problem = check_text(text);
        int position = fact_word_find(slot->id, text, json_string_length(word));
        if (problem != NULL)
            return problem;
        if (position >= 0 && text[0] != '\0')
            slot->value->number |= G_GINT64_CONSTANT(1) << position;
        else
            strange[strangers++] = text;
    }
    slot->value->list = strangers > 0 ? strange : NULL;
    return NULL;
}

static const char *
read_boolean(const Slot *slot, const json_t *json)
{
    slot->value->number = json_is_true(json) ? 1 : 0;
    return NULL;
}

static const char *
read_integer(const Slot *slot, const json_t *json)
{
    return json_reading_integer(json, &slot->value->number);
}

/* An empty text is an answer too: there is no such day. It is day 0, before all that matters. */
static const char *
read_date(const Slot *slot, const json_t *json)
{
    const char *text = json_string_value(json);
    CivilDay day = 0;

    slot->value->text = text;
    if (strcmp(text, "长期") == 0)
        day = CIVIL_LONG_TERM;
    else if (text[0] != '\0' && !civil_parse(text, json_string_length(json), &day))
        return "input.not_a_date";
    slot->value->number = day;
    return NULL;
}

static const char *
read_time(const Slot *slot, const json_t *json)
{
    slot->value->text = json_string_value(json);
    if (slot->value->text[0] == '\0')
        return NULL;
    return instant_parse(slot->value->text, &slot->value->number) ? NULL : "input.not_a_time";
}

static const char *
read_coordinate(const Slot *slot, const json_t *json)
{
    const char *text = json_string_value(json), *point = strchr(text, '.');
    gsize length = json_string_length(json);

    /* what follows six decimals (0.1 m) is noise */
    if (point != NULL && strspn(point + 1, "0123456789") == strlen(point + 1))
        length = MIN(length, (gsize)(point - text) + 1 + COORDINATE_SCALE);
    slot->value->text = text;
    if (!decimal_parse(text, length, COORDINATE_SCALE, &slot->value->number))
        return "input.not_a_number";
    return ABS(slot->value->number) <= COORDINATE_MOST ? NULL : "input.number_too_big";
}

/* ---- key check values ---- */

static int
word_at(const json_t *object, const char *key, const char *words)
{
    FieldSpec spec = {.words = words};
    const json_t *word = json_object_get(object, key);

    if (!json_is_string(word) || json_string_length(word) == 0)
        return -1;
    return field_word_find(&spec, json_string_value(word), json_string_length(word));
}

static gboolean
read_hex(const char *text, guint length, guint8 *bytes)
{
    if (strlen(text) != (gsize)length * 2)
        return FALSE;
    for (guint i = 0; i < length; i++) {
        int high = g_ascii_xdigit_value(text[2 * i]), low = g_ascii_xdigit_value(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return FALSE;
        bytes[i] = (guint8)(high * 16 + low);
    }
    return TRUE;
}

/* All four members must be there: a check value whose method is not said proves nothing. */
static const char *
read_kcv(const Slot *slot, const json_t *json)
{
    Kcv *kcv = arena_alloc0(slot->arena, sizeof *kcv);
    const json_t *value = json_object_get(json, "value"), *length = json_object_get(json, "length");
    int algorithm = word_at(json, "algorithm", "des tdes aes sm4");
    int method = word_at(json, "method", "ecb_zero cmac_zero");

    if (algorithm < 0 || method < 0 || json_object_size(json) != 4 || !json_is_string(value) ||
        !json_is_integer(length) || json_integer_value(length) < 1 ||
        json_integer_value(length) > KCV_BYTES_MAX)
        return "input.not_a_kcv";
    kcv->algorithm = (KcvAlgorithm)algorithm;
    kcv->method = (KcvMethod)method;
    kcv->length = (guint)json_integer_value(length);
    if (!read_hex(json_string_value(value), kcv->length, kcv->value))
        return "input.not_a_kcv";
    slot->value->kcv = kcv;
    return NULL;
}

static const char *
read_list(const Slot *slot, const json_t *json)
{
    gsize count = json_array_size(json), index;
    const char **list =
        arena_alloc0(slot->arena, (MIN(count, FACTS_RECORDS_MAX) + 1) * sizeof *list);
    const json_t *item;

    if (count > FACTS_RECORDS_MAX)
        return "input.too_many";
    json_array_foreach(json, index, item)
    {
        if (!json_is_string(item))
            return "input.wrong_type";
        const char *problem = check_text(json_string_value(item));
        if (problem != NULL)
            return problem;
        list[index] = json_string_value(item);
    }
    slot->value->list = list;
    return NULL;
}

/* ---- one value ---- */

static const struct {
    const char *wanted; /* in JSON */
    ReadType read;
} types[FACT_TYPE_COUNT] = {
    [FACT_TYPE_TEXT] = {"string", read_text},
    [FACT_TYPE_ENUM] = {"string", read_enum},
    [FACT_TYPE_SET] = {"array", read_set},
    [FACT_TYPE_BOOL] = {"boolean", read_boolean},
    [FACT_TYPE_MONEY] = {"integer", read_integer},
    [FACT_TYPE_RATE] = {"integer", read_integer},
    [FACT_TYPE_INTEGER] = {"integer", read_integer},
    [FACT_TYPE_DATE] = {"string", read_date},
    [FACT_TYPE_TIME] = {"string", read_time},
    [FACT_TYPE_COORDINATE] = {"string", read_coordinate},
    [FACT_TYPE_KCV] = {"object", read_kcv},
    [FACT_TYPE_LIST] = {"array", read_list},
};

static gboolean
has_type(const json_t *json, const char *wanted)
{
    switch (json_typeof(json)) {
    case JSON_STRING:
        return g_str_equal(wanted, "string");
    case JSON_INTEGER:
        return g_str_equal(wanted, "integer");
    case JSON_TRUE:
    case JSON_FALSE:
        return g_str_equal(wanted, "boolean");
    case JSON_ARRAY:
        return g_str_equal(wanted, "array");
    case JSON_OBJECT:
        return g_str_equal(wanted, "object");
    case JSON_REAL:
    case JSON_NULL:
        break;
    }
    return FALSE;
}

/* What cannot be used is not kept: it could be anything. */
static void
refuse(const Reading *reading, const Slot *slot, const char *where, const char *problem)
{
    memset(slot->value, 0, sizeof *slot->value);
    slot->value->state = FACT_UNUSABLE;
    json_reading_error(&reading->json, problem, where, types[fact_specs[slot->id].type].wanted);
}

static void
read_value(const Reading *reading, FactId id, guint index, const json_t *json)
{
    const FactSpec *spec = &fact_specs[id];
    FactRecord *record = &reading->facts->records[spec->section][index];
    Slot slot = {id, reading->facts->arena,
                 &record->values[id - fact_sections[spec->section].first]};
    const char *problem = NULL;

    if (json == NULL || json_is_null(json))
        return;
    slot.value->state = FACT_GIVEN;
    gboolean fits = has_type(json, types[spec->type].wanted);
    if (fits)
        problem = types[spec->type].read(&slot, json);
    if (fits && problem == NULL)
        return;
    g_autoptr(GString) where = g_string_new(NULL);
    fact_path(id, index, where);
    if (fits) {
        refuse(reading, &slot, where->str, problem);
        return;
    }
    slot.value->state = FACT_UNUSABLE;
    json_reading_type_error(&reading->json, where->str, json, types[spec->type].wanted);
}

/* ---- one object ---- */

/* Where an object of facts stands. */
typedef struct {
    FactSection section;
    guint index;
    const char *path;
} Place;

static gboolean
is_origin_key(const char *key)
{
    for (gsize i = 0; i < G_N_ELEMENTS(origin_keys); i++) {
        if (strcmp(origin_keys[i], key) == 0)
            return TRUE;
    }
    return FALSE;
}

/* The terminals of the host stand inside the host's object. */
static gboolean
is_nested(FactSection section, const char *key)
{
    return section == FACTS_HOST && strcmp(key, fact_sections[FACTS_HOST_TERMINAL].name) == 0;
}

/* Keeps what is nearer to `key` than all before. */
static void
consider(const char *key, const char *name, const char **nearest, guint *least)
{
    guint distance = text_distance(key, name);

    if (distance >= *least)
        return;
    *least = distance;
    *nearest = name;
}

/* The key that an object of this section may have and that is nearest. */
static const char *
nearest_key(FactSection section, const char *key)
{
    const char *nearest = fact_specs[fact_nearest(section, key)].key;
    guint least = text_distance(key, nearest);

    for (gsize i = 0; i < G_N_ELEMENTS(origin_keys); i++)
        consider(key, origin_keys[i], &nearest, &least);
    if (section == FACTS_HOST)
        consider(key, fact_sections[FACTS_HOST_TERMINAL].name, &nearest, &least);
    return nearest;
}

static const char *
nearest_section(const char *key)
{
    const char *nearest = "external_ref";
    guint least = text_distance(key, nearest);

    for (int i = 0; i < FACTS_SECTION_COUNT; i++) {
        if (fact_sections[i].parent == (FactSection)i)
            consider(key, fact_sections[i].name, &nearest, &least);
    }
    return nearest;
}

static void
find_unknown_keys(const Reading *reading, const Place *place, json_t *object)
{
    const char *key;
    json_t *value;

    json_object_foreach(object, key, value)
    {
        if (fact_find(place->section, key) != FACT_NONE || is_origin_key(key) ||
            is_nested(place->section, key))
            continue;
        json_reading_unknown_key(&reading->json, place->path, key,
                                 nearest_key(place->section, key));
        if (json_reading_too_deep(value))
            json_reading_error(&reading->json, "input.too_deep", place->path, NULL);
    }
}

static void
origin_error(const Reading *reading, const Place *place, const char *key, const char *problem)
{
    g_autofree char *where = g_strdup_printf("%s/%s", place->path, key);

    json_reading_error(&reading->json, problem, where, "string");
}

/* A number of days: at most a century. */
static void
read_ttl(const Reading *reading, const Place *place, const json_t *days)
{
    FactRecord *record = &reading->facts->records[place->section][place->index];
    gint64 number = json_is_integer(days) ? json_integer_value(days) : -1;

    if (days == NULL || json_is_null(days))
        return;
    record->said |= FACT_SAYS_TTL;
    if (number < 0 || number > 36500)
        origin_error(reading, place, "ttl_days", "input.not_a_number");
    else
        record->ttl_days = number;
}

static void
read_source(const Reading *reading, const Place *place, const json_t *source)
{
    FactRecord *record = &reading->facts->records[place->section][place->index];

    if (source == NULL || json_is_null(source))
        return;
    record->said |= FACT_SAYS_SOURCE;
    Arena *arena = reading->facts->arena;
    const char *problem =
        json_is_string(source) ? check_text(json_string_value(source)) : "input.wrong_type";
    if (problem != NULL)
        origin_error(reading, place, "source", problem);
    else if (value_trim(json_string_value(source), arena)[0] != '\0')
        record->source = finding_hide_numbers(arena, json_string_value(source));
}

/* Source, time and time to live of an answer; what is not said stays not said. */
static void
read_origin(const Reading *reading, const Place *place, const json_t *object)
{
    FactRecord *record = &reading->facts->records[place->section][place->index];
    const json_t *at = json_object_get(object, "at");

    read_source(reading, place, json_object_get(object, "source"));
    read_ttl(reading, place, json_object_get(object, "ttl_days"));
    if (at == NULL || json_is_null(at))
        return;
    record->said |= FACT_SAYS_AT;
    if (json_is_string(at) && instant_parse(json_string_value(at), &record->at))
        record->at_text = json_string_value(at);
    else
        origin_error(reading, place, "at", "input.not_a_time");
}

/* How many of its members the object has that every object may have. */
static gsize
count_common(FactSection section, const json_t *object)
{
    gsize count = is_nested(section, "terminals") && json_object_get(object, "terminals") != NULL;

    for (gsize i = 0; i < G_N_ELEMENTS(origin_keys); i++)
        count += json_object_get(object, origin_keys[i]) != NULL ? 1 : 0;
    return count;
}

static void
read_object(const Reading *reading, const Place *place, json_t *object)
{
    FactId first = fact_sections[place->section].first;
    guint count = fact_count(place->section);

    if (!json_is_object(object)) {
        json_reading_type_error(&reading->json, place->path, object, "object");
        return;
    }
    gsize known = count_common(place->section, object);
    for (guint i = 0; i < count; i++) {
        const json_t *value = json_object_get(object, fact_specs[first + i].key);
        known += value != NULL ? 1 : 0;
        read_value(reading, (FactId)(first + i), place->index, value);
    }
    read_origin(reading, place, object);
    if (known < json_object_size(object))
        find_unknown_keys(reading, place, object);
}

static void
read_list_of(const Reading *reading, FactSection section, const char *path, const json_t *list)
{
    gsize index;
    json_t *object;

    if (!json_is_array(list)) {
        json_reading_type_error(&reading->json, path, list, "array");
        return;
    }
    if (json_array_size(list) > FACTS_RECORDS_MAX) {
        json_reading_error(&reading->json, "input.too_many", path, NULL);
        return;
    }
    facts_set_records(reading->facts, section, (guint)json_array_size(list));
    json_array_foreach(list, index, object)
    {
        g_autofree char *where = g_strdup_printf("%s/%" G_GSIZE_FORMAT, path, index);
        Place place = {section, (guint)index, where};
        read_object(reading, &place, object);
    }
}

/* What a terminal of the host's record does not say itself, the host's record says; what it says
 * and nobody can read is not made good by that. */
static void
inherit_origin(const Facts *facts)
{
    const FactRecord *host = facts_record(facts, FACTS_HOST, 0);

    for (guint i = 0; host != NULL && i < facts->counts[FACTS_HOST_TERMINAL]; i++) {
        FactRecord *terminal = &facts->records[FACTS_HOST_TERMINAL][i];
        if ((terminal->said & FACT_SAYS_SOURCE) == 0)
            terminal->source = host->source;
        if ((terminal->said & FACT_SAYS_AT) == 0) {
            terminal->at = host->at;
            terminal->at_text = host->at_text;
        }
        if ((terminal->said & FACT_SAYS_TTL) == 0)
            terminal->ttl_days = host->ttl_days;
    }
}

static void
read_section(const Reading *reading, FactSection section, json_t *member)
{
    g_autofree char *path = g_strconcat("/facts/", fact_sections[section].name, NULL);
    Place place = {section, 0, path};

    if (member == NULL || json_is_null(member))
        return;
    if (fact_sections[section].list) {
        read_list_of(reading, section, path, member);
        return;
    }
    facts_set_records(reading->facts, section, 1);
    read_object(reading, &place, member);
    json_t *nested = section == FACTS_HOST && json_is_object(member)
                         ? json_object_get(member, fact_sections[FACTS_HOST_TERMINAL].name)
                         : NULL;
    if (nested != NULL && !json_is_null(nested))
        read_list_of(reading, FACTS_HOST_TERMINAL, "/facts/host/terminals", nested);
}

/* The section at the top of the object that has this name; FACTS_SECTION_COUNT when there is none.
 */
static FactSection
section_of(const char *name)
{
    for (int i = 0; i < FACTS_SECTION_COUNT; i++) {
        if (fact_sections[i].parent == (FactSection)i && strcmp(fact_sections[i].name, name) == 0)
            return (FactSection)i;
    }
    return FACTS_SECTION_COUNT;
}

gboolean
facts_from_json(const char *bytes, gsize length, const RecordPlace *place, Facts *facts,
                ReadErrors *errors)
{
    Reading reading = {facts, {errors, place, FACTS_BYTES_MAX}};
    const char *name;
    json_t *member;
    json_t *root = json_reading_parse(&reading.json, bytes, length);

    if (root == NULL)
        return FALSE;
    facts->file = place->file;
    facts->line = place->line;
    json_object_foreach(root, name, member)
    {
        FactSection section = section_of(name);
        if (section != FACTS_SECTION_COUNT)
            read_section(&reading, section, member);
        else if (strcmp(name, "external_ref") != 0)
            json_reading_unknown_key(&reading.json, "/facts", name, nearest_section(name));
    }
    inherit_origin(facts);
    return TRUE;
}
