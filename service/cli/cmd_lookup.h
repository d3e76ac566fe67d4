/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready lookup: what code or paper is meant. */
#pragma once

#include "cli/command.h"

/* Runs the command; see CommandFunction. */
int cmd_lookup_run(const CommandContext *context, int argc, char **argv);
