/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready schema: the JSON Schema of an application, or its field reference for people. */
#include "cli/cmd_schema.h"

#include "codec/application_reference.h"
#include "codec/application_schema.h"

int
cmd_schema_run(const CommandContext *context, int argc, char **argv)
{
    gboolean reference = argc == 2 && g_str_equal(argv[1], "--reference");

    if (argc > 1 && !reference)
        return command_usage_error(context, "usage.no_arguments", argv[1]);
    g_autofree char *text = reference ? application_reference_text() : application_schema_text();
    command_print(text);
    return EXIT_GOOD;
}
