/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cli/command.h"

/* The command `swipeready schema`; see CommandFunction. */
int cmd_schema_run(const CommandContext *context, int argc, char **argv);
