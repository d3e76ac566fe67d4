/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cli/command.h"

/* The command `swipeready rules`; see CommandFunction. */
int cmd_rules_run(const CommandContext *context, int argc, char **argv);
