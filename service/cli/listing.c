/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/listing.h"

static const CommandOption option_table[] = {
    {"--format", "text json", command_set_json, offsetof(Listing, json)},
    {"--rulepack", "FILE", command_set_text, offsetof(Listing, rulepack)},
    {NULL, NULL, NULL, 0},
};

int
listing_parse(const CommandContext *context, int argc, char **argv, Listing *listing)
{
    for (int at = 1; at < argc; at++) {
        const char *problem = NULL;
        const char *word = argv[at];
        if (word[0] != '-')
            return command_usage_error(context, "usage.no_arguments", word);
        if (!command_take_option(option_table, listing, argv, &at, &problem))
            return command_usage_error(context, "usage.unknown_option", word);
        if (problem != NULL)
            return command_value_error(context, word, problem);
    }
    return EXIT_GOOD;
}
