/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cli/command.h"

/* The command `swipeready template`; see CommandFunction. */
int cmd_template_run(const CommandContext *context, int argc, char **argv);
