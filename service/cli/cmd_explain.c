/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready explain: what a code, a rule or a mistake means. */
#include "cli/cmd_explain.h"

#include "report/explain.h"

int
cmd_explain_run(const CommandContext *context, int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);

    if (argc != 2 || argv[1][0] == '-')
        return command_usage_error(context, "usage.code_needed", NULL);
    g_autoptr(RulePack) pack = command_load_pack(NULL, &error);
    if (pack == NULL)
        return command_fail(context, error);
    g_autoptr(Catalogue) catalogue = command_load_catalogue(NULL, &error);
    if (catalogue == NULL)
        return command_fail(context, error);
    ReportContext report = {.texts = context->texts,
                            .pack = pack,
                            .catalogue = catalogue,
                            .language = context->language,
                            .columns = 80};
    if (!explain_append(out, argv[1], &report)) {
        command_usage_error(context, "usage.unknown_code", argv[1]);
        return EXIT_FOUND;
    }
    command_print(out->str);
    return EXIT_GOOD;
}
