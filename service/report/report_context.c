/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report_context.h"

gboolean
report_context_shows(const ReportContext *context, const Finding *finding)
{
    return context->risk_audience || finding_layer(finding) != LAYER_SCREENING;
}

const char *
report_context_text(const ReportContext *context, const char *key)
{
    return texts_get(context->texts, key, context->language);
}

const char *
report_context_actor(const Finding *finding)
{
    if (finding->rule->remedies->len == 0)
        return "sales";
    const Remedy *first = g_ptr_array_index(finding->rule->remedies, 0);
    return first->actor;
}
