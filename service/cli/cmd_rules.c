/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready rules: what the rule pack holds. */
#include "cli/cmd_rules.h"

#include "cli/listing.h"
#include "report/rules_json.h"
#include "report/rules_text.h"

int
cmd_rules_run(const CommandContext *context, int argc, char **argv)
{
    Listing listing = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    int usage = listing_parse(context, argc, argv, &listing);

    if (usage != EXIT_GOOD)
        return usage;
    g_autoptr(RulePack) pack = command_load_pack(listing.rulepack, &error);
    if (pack == NULL)
        return command_fail(context, error);
    ReportContext report = {
        .texts = context->texts, .pack = pack, .language = context->language, .columns = 80};
    if (listing.json)
        rules_json_append(out, pack);
    else
        rules_text_append(out, &report);
    command_print(out->str);
    return EXIT_GOOD;
}
