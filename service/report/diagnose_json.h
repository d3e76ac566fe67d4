/* SPDX-License-Identifier: Apache-2.0 */
/* A diagnosis as JSON. */
#pragma once

#include "report/diagnose_words.h"

/* Appends one object and a line end. */
void diagnose_json_append(GString *out, const DiagnoseReport *report);
