/* SPDX-License-Identifier: Apache-2.0 */
#include "report/verdict_text.h"

#include "report/finding_text.h"

static const struct {
    const char *key, *mark, *colour;
} verdicts[VERDICT_COUNT] = {
    [VERDICT_CLEAR] = {"verdict.clear", "✓", "32"},
    [VERDICT_WARNED] = {"verdict.warned", "!", "33"},
    [VERDICT_BLOCKED] = {"verdict.blocked", "✗", "31"},
};

void
verdict_text_paint(GString *out, Verdict verdict, const char *text, const ReportContext *context)
{
    finding_text_paint(out, verdicts[verdict].colour, text, context);
}

void
verdict_text_mark(GString *out, Verdict verdict, const ReportContext *context)
{
    verdict_text_paint(out, verdict, verdicts[verdict].mark, context);
}

const char *
verdict_text_word(Verdict verdict, const ReportContext *context)
{
    return report_context_text(context, verdicts[verdict].key);
}
