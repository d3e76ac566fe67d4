/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cli/command.h"

/* The command `swipeready explain`; see CommandFunction. */
int cmd_explain_run(const CommandContext *context, int argc, char **argv);
