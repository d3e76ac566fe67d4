/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cli/command.h"

/* The command `swipeready causes`; see CommandFunction. */
int cmd_causes_run(const CommandContext *context, int argc, char **argv);
