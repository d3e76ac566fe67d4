/* SPDX-License-Identifier: Apache-2.0 */
/* The rule pack as JSON, for those who script against it. */
#pragma once

#include "model/pack.h"

/* Appends {"pack","version","rules":[...]}, one rule a line. */
void rules_json_append(GString *out, const RulePack *pack);
