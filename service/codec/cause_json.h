/* SPDX-License-Identifier: Apache-2.0 */
/* The everyday causes of schemas/causes.json. */
#pragma once

#include "model/cause.h"

/* Reads the causes and checks them against a pack: ids count from 1, and what a cause names is
 * there. `file` is the name that errors give a file of somebody's own, or NULL for the built-in
 * one. NULL with FAULT_INPUT (FAULT_INTERNAL for the built-in one) naming the place. */
CauseTable *cause_from_json(GBytes *bytes, const char *file, const RulePack *pack, GError **error);

/* The built-in file. NULL with an error. */
CauseTable *cause_json_load(const RulePack *pack, GError **error);
