/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cli/command.h"

/* The command `swipeready check`; see CommandFunction. */
int cmd_check_run(const CommandContext *context, int argc, char **argv);
