/* SPDX-License-Identifier: Apache-2.0 */
/* The options of commands that print what the program knows: rules, causes. */
#pragma once

#include "cli/command.h"

typedef struct {
    gboolean json;        /* else text */
    const char *rulepack; /* file, NULL = the built-in pack */
} Listing;

/* Reads --format and --rulepack. EXIT_GOOD, or what command_usage_error gives. */
int listing_parse(const CommandContext *context, int argc, char **argv, Listing *listing);
