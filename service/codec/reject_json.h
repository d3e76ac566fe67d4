/* SPDX-License-Identifier: Apache-2.0 */
/* The reject codes of schemas/diagnosis.json. */
#pragma once

#include "codec/json_data.h"
#include "model/reject.h"

/* Reads the member "rejects" of the root into an empty table: digits have their form and are there
 * once, mistakes are in the pack. What is wrong is noted at the root's data. */
void reject_json_read(const JsonPlace *root, const RulePack *pack, RejectTable *table);
