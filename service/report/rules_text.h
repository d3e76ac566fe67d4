/* SPDX-License-Identifier: Apache-2.0 */
/* The rule pack as a list for people. */
#pragma once

#include "report/report_context.h"

/* Appends the rules by layer; those whose layer is their field's come last. */
void rules_text_append(GString *out, const ReportContext *context);
