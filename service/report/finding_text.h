/* SPDX-License-Identifier: Apache-2.0 */
/* A finding as lines for a person at a terminal. */
#pragma once

#include "report/view.h"

/* Text in an SGR colour ("31"), or plain where colour is off. */
void finding_text_paint(GString *out, const char *colour, const char *text,
                        const ReportContext *context);

/* The mark of a severity, in its colour. */
void finding_text_mark(GString *out, Severity severity, const ReportContext *context);

/* How many columns labels take that are as wide as the widest of these texts keys. */
guint finding_text_label_columns(const char *const *keys, gsize count,
                                 const ReportContext *context);

/* Writes a label behind so many blanks and fills it up to its columns, and returns the column at
 * which the text begins. NULL = the label above still holds. */
guint finding_text_label(GString *out, guint indent, const char *key, guint columns,
                         const ReportContext *context);

/* The name of an actor in the reader's language. */
const char *finding_text_actor(const char *actor, const ReportContext *context);

/* When the swipe fails, with which code, and what the shop will see: one sentence, no line end. */
void finding_text_forecast(GString *out, const Forecast *forecast, const ReportContext *context);

/* Finding `index`, the first of its kind, and those alike on other terminals: what is wrong, where,
 * what was seen, how the swipe fails, what to do, and what follows from it. */
void finding_text_append(GString *out, guint index, const ViewGroups *groups,
                         const Assessment *assessment, const ReportContext *context);

/* Mere information, one line a code. Nothing when there is none. */
void finding_text_information(GString *out, const ViewGroups *groups, const Assessment *assessment,
                              const ReportContext *context);
