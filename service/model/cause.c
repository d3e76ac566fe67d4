/* SPDX-License-Identifier: Apache-2.0 */
#include "model/cause.h"

static void
cause_free(gpointer data)
{
    Cause *cause = data;

    g_strfreev(cause->mistakes);
    g_strfreev(cause->regulations);
    g_strfreev(cause->codes);
    g_strfreev(cause->rules);
    g_free(cause);
}

CauseTable *
cause_table_new(void)
{
    CauseTable *table = g_new0(CauseTable, 1);

    table->causes = g_ptr_array_new_with_free_func(cause_free);
    table->strings = g_string_chunk_new(4096);
    return table;
}

void
cause_table_free(CauseTable *table)
{
    g_ptr_array_unref(table->causes);
    g_string_chunk_free(table->strings);
    g_free(table);
}

static gboolean
holds(char **list, const char *text)
{
    return g_strv_contains((const char *const *)list, text);
}

static gboolean
share_any(char **list, char **other)
{
    for (; *other != NULL; other++) {
        if (holds(list, *other))
            return TRUE;
    }
    return FALSE;
}

static gboolean
begins_any(char **prefixes, const char *code)
{
    for (; *prefixes != NULL; prefixes++) {
        if (g_str_has_prefix(code, *prefixes))
            return TRUE;
    }
    return FALSE;
}

gboolean
cause_has_rule(const Cause *cause, const RuleEntry *rule)
{
    return share_any(cause->mistakes, rule->mistakes) ||
           share_any(cause->regulations, rule->regulations) ||
           begins_any(cause->codes, rule->code) || holds(cause->rules, rule->id);
}
