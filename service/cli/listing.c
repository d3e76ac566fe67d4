/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/listing.h"

gboolean
listing_is_json(const char *format, gboolean *known)
{
    gboolean is_json = g_str_equal(format, "json");

    *known = is_json || g_str_equal(format, "text");
    return is_json;
}

static int
take_option(const CommandContext *context, int argc, char **argv, int *at, Listing *listing)
{
    gboolean known = TRUE;
    const char *value = command_option(argc, argv, at, "--format");

    if (value != NULL) {
        listing->json = listing_is_json(value, &known);
        return known ? EXIT_GOOD : command_value_error(context, "--format", "text json");
    }
    value = command_option(argc, argv, at, "--rulepack");
    if (value == NULL)
        return command_usage_error(context, "usage.unknown_option", argv[*at]);
    listing->rulepack = value;
    return value[0] != '\0' ? EXIT_GOOD : command_value_error(context, "--rulepack", "FILE");
}

int
listing_parse(const CommandContext *context, int argc, char **argv, Listing *listing)
{
    for (int at = 1; at < argc; at++) {
        if (argv[at][0] != '-')
            return command_usage_error(context, "usage.no_arguments", argv[at]);
        int usage = take_option(context, argc, argv, &at, listing);
        if (usage != EXIT_GOOD)
            return usage;
    }
    return EXIT_GOOD;
}
