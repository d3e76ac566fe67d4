/* SPDX-License-Identifier: Apache-2.0 */
#include "report/causes_json.h"

#include "report/json_text.h"

static void
append_languages(GString *out, const Localized *text)
{
    json_text_member_string(out, "zh-CN", text->text[LANGUAGE_ZH]);
    json_text_member_string(out, "en", text->text[LANGUAGE_EN]);
}

static void
append_rules(GString *out, const Cause *cause, const RulePack *pack)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();

    for (guint i = 0; i < pack->rules->len; i++) {
        const RuleEntry *rule = g_ptr_array_index(pack->rules, i);
        if (cause_has_rule(cause, rule))
            g_ptr_array_add(ids, (gpointer)(guintptr)rule->id);
    }
    g_ptr_array_add(ids, NULL);
    json_text_member_list(out, "rules", (char *const *)ids->pdata);
}

static void
append_later(GString *out, const Cause *cause)
{
    if (cause->later_stage == NULL) {
        g_string_append(out, "null");
        return;
    }
    g_string_append(out, "{\"stage\":");
    json_text_string(out, cause->later_stage);
    append_languages(out, &cause->later);
    g_string_append_c(out, '}');
}

static void
append_cause(GString *out, const Cause *cause, const RulePack *pack)
{
    g_string_append(out, "{\"id\":");
    json_text_number(out, cause->id);
    append_languages(out, &cause->title);
    append_rules(out, cause, pack);
    json_text_member_list(out, "mistakes", cause->mistakes);
    json_text_member_list(out, "regulations", cause->regulations);
    json_text_member(out, "later");
    append_later(out, cause);
    g_string_append_c(out, '}');
}

void
causes_json_append(GString *out, const CauseTable *table, const RulePack *pack)
{
    g_string_append(out, "{\"pack\":");
    json_text_string(out, pack->name);
    json_text_member_string(out, "version", pack->version);
    g_string_append(out, ",\"causes\":[\n");
    for (guint i = 0; i < table->causes->len; i++) {
        if (i > 0)
            g_string_append(out, ",\n");
        append_cause(out, g_ptr_array_index(table->causes, i), pack);
    }
    g_string_append(out, "\n]}\n");
}
