/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready schema: the JSON Schema of an application. */
#include "cli/cmd_schema.h"

#include "codec/application_schema.h"

int
cmd_schema_run(const CommandContext *context, int argc, char **argv)
{
    if (argc > 1)
        return command_usage_error(context, "usage.no_arguments", argv[1]);
    g_autofree char *schema = application_schema_text();
    command_print(schema);
    return EXIT_GOOD;
}
