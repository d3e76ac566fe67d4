/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cli/command.h"

/* The command `swipeready id KIND [VALUE...]`; see CommandFunction. Judges the values, or each line
 * of standard input when there are none, and writes one line for each to standard output (design
 * 4.1). A reader that goes away ends the work quietly. */
int cmd_id_run(const CommandContext *context, int argc, char **argv);
