/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready causes: the everyday causes and the rules that look into them. */
#include "cli/cmd_causes.h"

#include "cli/listing.h"
#include "codec/cause_json.h"
#include "report/causes_json.h"
#include "report/causes_text.h"

int
cmd_causes_run(const CommandContext *context, int argc, char **argv)
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
    g_autoptr(CauseTable) causes = cause_json_load(pack, &error);
    if (causes == NULL)
        return command_fail(context, error);
    ReportContext report = {
        .texts = context->texts, .pack = pack, .language = context->language, .columns = 80};
    if (listing.json)
        causes_json_append(out, causes, pack);
    else
        causes_text_append(out, causes, &report);
    command_print(out->str);
    return EXIT_GOOD;
}
