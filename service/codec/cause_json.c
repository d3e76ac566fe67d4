/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/cause_json.h"

#include "codec/json_data.h"
#include "codec/resource.h"

#include <string.h>

static const char file_name[] = "causes.json";
static const char cause_keys[] = "id zh-CN en mistakes regulations codes rules later";
static const char later_stages[] = "submit approve contract provision ready live";

static gboolean
has_topic(const GPtrArray *topics, const char *id)
{
    for (guint i = 0; i < topics->len; i++) {
        const Topic *topic = g_ptr_array_index(topics, i);
        if (g_str_equal(topic->id, id))
            return TRUE;
    }
    return FALSE;
}

static void
check_topics(const JsonPlace *object, const char *key, char **list, const GPtrArray *topics)
{
    JsonPlace place = json_data_member(object, key);

    for (; *list != NULL; list++) {
        if (!has_topic(topics, *list))
            json_data_fail(&place, "'%s' is unknown", *list);
    }
}

static void
check_rules(const JsonPlace *object, char **list, const RulePack *pack)
{
    JsonPlace place = json_data_member(object, "rules");

    for (; *list != NULL; list++) {
        if (pack_find_rule(pack, *list) == NULL)
            json_data_fail(&place, "'%s' is unknown", *list);
    }
}

/* A beginning that names no layer would never match; one that matches no rule yet waits for it. */
static void
check_codes(const JsonPlace *object, char **list)
{
    JsonPlace place = json_data_member(object, "codes");
    Layer layer;

    for (; *list != NULL; list++) {
        const char *point = strchr(*list, '.');
        g_autofree char *prefix = g_strndup(*list, point != NULL ? (gsize)(point - *list) : 0);
        g_autofree char *lower = g_ascii_strdown(prefix, -1);
        gboolean known = g_str_equal(prefix, "INTAKE") || g_str_equal(prefix, "DATA");
        if (!known && !layer_from_name(lower, &layer))
            json_data_fail(&place, "'%s' begins with no layer, INTAKE or DATA", *list);
    }
}

static void
read_later(const JsonPlace *object, Cause *cause)
{
    JsonPlace later = json_data_member(object, "later");

    if (later.value == NULL)
        return;
    later = json_data_object(object, "later");
    json_data_keys(&later, "stage zh-CN en");
    cause->later_stage = json_data_word(&later, "stage", later_stages);
    json_data_languages(&later, cause->later.text);
}

static void
read_cause(CauseTable *table, const JsonPlace *object, const RulePack *pack)
{
    Cause *cause = g_new0(Cause, 1);

    g_ptr_array_add(table->causes, cause);
    json_data_keys(object, cause_keys);
    cause->id = (guint)json_data_number(object, "id");
    if (cause->id != table->causes->len)
        json_data_fail(object, "the ids do not count from 1");
    json_data_languages(object, cause->title.text);
    cause->mistakes = json_data_list(object, "mistakes");
    cause->regulations = json_data_list(object, "regulations");
    cause->codes = json_data_list(object, "codes");
    cause->rules = json_data_list(object, "rules");
    read_later(object, cause);
    check_topics(object, "mistakes", cause->mistakes, pack->mistakes);
    check_topics(object, "regulations", cause->regulations, pack->regulations);
    check_codes(object, cause->codes);
    check_rules(object, cause->rules, pack);
}

CauseTable *
cause_from_json(GBytes *bytes, const char *file, const RulePack *pack, GError **error)
{
    g_autoptr(CauseTable) table = cause_table_new();
    JsonData data = {
        .file = file != NULL ? file : file_name,
        .fault = file != NULL ? FAULT_INPUT : FAULT_INTERNAL,
        .strings = table->strings,
    };
    JsonPlace root = json_data_open(&data, bytes);

    json_data_keys(&root, "name version source causes");
    table->name = json_data_text(&root, "name");
    table->version = json_data_text(&root, "version");
    json_data_text(&root, "source");
    JsonPlace causes = json_data_array(&root, "causes");
    for (gsize i = 0; i < json_data_count(&causes); i++) {
        JsonPlace object = json_data_item(&causes, i);
        read_cause(table, &object, pack);
    }
    return json_data_close(&data, error) ? g_steal_pointer(&table) : NULL;
}

CauseTable *
cause_json_load(const RulePack *pack, GError **error)
{
    g_autoptr(GBytes) bytes = resource_builtin(file_name, error);

    return bytes != NULL ? cause_from_json(bytes, NULL, pack, error) : NULL;
}
