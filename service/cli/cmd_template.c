/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready template: an empty spreadsheet with the columns that a kind of merchant fills in. */
#include "cli/cmd_template.h"

#include "codec/csv.h"
#include "model/field.h"

#include <string.h>

/* Spreadsheet programs take UTF-8 for something else unless it begins with a byte order mark. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void
append_headers(GString *out, int kind, Language language)
{
    gboolean first = TRUE;

    for (int id = 0; id < FIELD_COUNT; id++) {
        const FieldSpec *spec = &field_specs[id];
        if (spec->need[kind] == NEED_N)
            continue;
        g_string_append(out, first ? "" : ",");
        csv_append_cell(out, language == LANGUAGE_ZH ? spec->zh : spec->key);
        first = FALSE;
    }
    g_string_append(out, "\r\n");
}

int
cmd_template_run(const CommandContext *context, int argc, char **argv)
{
    const char *kind_name = NULL;

    for (int at = 1; at < argc; at++) {
        const char *name = argv[at];
        const char *value = command_option(argc, argv, &at, "--kind");
        if (value == NULL)
            return command_usage_error(context, "usage.unknown_option", name);
        kind_name = value;
    }
    if (kind_name == NULL)
        return command_usage_error(context, "usage.kind_needed", NULL);
    const FieldSpec *spec = &field_specs[FIELD_MERCHANT_MERCHANT_KIND];
    int kind = field_word_find(spec, kind_name, strlen(kind_name));
    if (kind < 0)
        return command_usage_error(context, "usage.kind_needed", NULL);
    g_autoptr(GString) out = g_string_new(BYTE_ORDER_MARK);
    append_headers(out, kind, context->language);
    command_print(out->str);
    return EXIT_GOOD;
}
