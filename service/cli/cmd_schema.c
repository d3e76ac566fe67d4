/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready schema: the JSON Schema of an application or of facts, or their reference for people.
 */
#include "cli/cmd_schema.h"

#include "codec/application_reference.h"
#include "codec/application_schema.h"
#include "codec/facts_schema.h"

int
cmd_schema_run(const CommandContext *context, int argc, char **argv)
{
    gboolean facts = FALSE, reference = FALSE;

    for (int i = 1; i < argc; i++) {
        if (g_str_equal(argv[i], "--facts"))
            facts = TRUE;
        else if (g_str_equal(argv[i], "--reference"))
            reference = TRUE;
        else
            return command_usage_error(context, "usage.no_arguments", argv[i]);
    }
    g_autofree char *text = facts ? (reference ? facts_schema_reference() : facts_schema_text())
                            : reference ? application_reference_text()
                                        : application_schema_text();
    command_print(text);
    return EXIT_GOOD;
}
