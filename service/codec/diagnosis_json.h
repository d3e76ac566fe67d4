/* SPDX-License-Identifier: Apache-2.0 */
/* The patterns of schemas/diagnosis.json. */
#pragma once

#include "model/diagnosis.h"

/* Reads the table and checks it against a pack: mistakes, variants and actors are there, ids are
 * unique, codes have their form, conditions use words that can be told. `file` is the name that
 * errors give a file of somebody's own, or NULL for the built-in one. NULL with FAULT_INPUT
 * (FAULT_INTERNAL for the built-in one) naming the place. */
DiagnosisTable *diagnosis_from_json(GBytes *bytes, const char *file, const RulePack *pack,
                                    GError **error);

/* The built-in file. NULL with an error. */
DiagnosisTable *diagnosis_json_load(const RulePack *pack, GError **error);
