/* SPDX-License-Identifier: Apache-2.0 */
/* The rule pack of schemas/rulepack.json. */
#pragma once

#include "model/pack.h"

/* Reads a rule pack and checks that it agrees with itself: ids are unique, what a rule names is
 * there, the placeholders of both languages are the same, and nothing is waivable that must not be.
 * `file` is the name that errors give a pack of somebody's own, or NULL for the built-in one. NULL
 * with FAULT_INPUT (FAULT_INTERNAL for the built-in one) naming the place. */
RulePack *pack_from_json(GBytes *bytes, const char *file, GError **error);
