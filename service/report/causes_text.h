/* SPDX-License-Identifier: Apache-2.0 */
/* The everyday causes as a list for people. */
#pragma once

#include "model/cause.h"
#include "report/report_context.h"

/* Appends each cause: how many rules look into it, which mistakes are behind it, what is seen
 * later. */
void causes_text_append(GString *out, const CauseTable *table, const ReportContext *context);
