/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cli/command.h"

/* The command `swipeready diagnose`; see CommandFunction. */
int cmd_diagnose_run(const CommandContext *context, int argc, char **argv);
