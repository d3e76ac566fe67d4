/* SPDX-License-Identifier: Apache-2.0 */
/* The answer to `swipeready explain`: causes in order, who fixes them, how they are caught. */
#pragma once

#include "report/report_context.h"

/* Explains a response code (96), a set-up mistake (M09), a regulation (G16), a rule (R-BANK-004) or
 * a finding code (BANK_ACCOUNT.HOLDER_MISMATCH). Letters' case does not matter. FALSE when there is
 * nothing of that name. */
gboolean explain_append(GString *out, const char *name, const ReportContext *context);
