/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cli/command.h"

/* The command `swipeready diagnose`; see CommandFunction. */
int cmd_diagnose_run(const CommandContext *context, int argc, char **argv);

/* Prints what the command's help takes from data: the names that --acquirer knows. */
void cmd_diagnose_help(const CommandContext *context);
