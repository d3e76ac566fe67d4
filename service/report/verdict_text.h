/* SPDX-License-Identifier: Apache-2.0 */
/* A verdict as mark, word and colour. */
#pragma once

#include "report/report_context.h"

/* Text in the colour of a verdict. */
void verdict_text_paint(GString *out, Verdict verdict, const char *text,
                        const ReportContext *context);

/* The mark of a verdict, in its colour: one column. */
void verdict_text_mark(GString *out, Verdict verdict, const ReportContext *context);

/* The word of a verdict in the reader's language. */
const char *verdict_text_word(Verdict verdict, const ReportContext *context);
