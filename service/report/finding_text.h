/* SPDX-License-Identifier: Apache-2.0 */
/* A finding as lines for a person at a terminal. */
#pragma once

#include "report/report_context.h"

/* Text in an SGR colour ("31"), or plain where colour is off. */
void finding_text_paint(GString *out, const char *colour, const char *text, const ReportContext *context);

/* A mark in the colour of a severity. */
void finding_text_mark(GString *out, Severity severity, const char *mark, const ReportContext *context);

/* The heading of those who must act. */
void finding_text_actor(GString *out, const char *actor, const ReportContext *context);

/* The whole finding: field and place, what was seen, what is wrong, how the swipe fails, what to do. */
void finding_text_append(GString *out, const Finding *finding, const Assessment *assessment,
                         const ReportContext *context);

/* One line under its cause. */
void finding_text_consequence(GString *out, const Finding *finding, const ReportContext *context);

/* Field and message in a few words. */
void finding_text_short(GString *out, const Finding *finding, const ReportContext *context);
