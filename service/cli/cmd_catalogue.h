/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready catalogue import|list: reference data of the operator's own. */
#pragma once

#include "cli/command.h"

/* Runs the command; see CommandFunction. */
int cmd_catalogue_run(const CommandContext *context, int argc, char **argv);
