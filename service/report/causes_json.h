/* SPDX-License-Identifier: Apache-2.0 */
/* The everyday causes with their rules as JSON. */
#pragma once

#include "model/cause.h"

/* Appends {"pack","version","causes":[...]}, one cause a line. */
void causes_json_append(GString *out, const CauseTable *table, const RulePack *pack);
