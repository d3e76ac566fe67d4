/* SPDX-License-Identifier: Apache-2.0 */
#include "report/assessment_json.h"

#include "report/finding_json.h"
#include "report/json_text.h"
#include "report/view.h"

static void
append_layer(GString *out, Layer layer, const LayerResult *result, const Texts *texts)
{
    g_string_append(out, layer > 0 ? ",\"" : "\"");
    g_string_append(out, layer_name(layer));
    g_string_append(out, "\":{\"state\":\"");
    g_string_append(out, layer_state_name(result->state));
    g_string_append_c(out, '"');
    if (result->missing > 0) {
        g_string_append(out, ",\"missing\":");
        json_text_number(out, result->missing);
    }
    if (result->reason_key != NULL) {
        Localized reason = {{texts_get(texts, result->reason_key, LANGUAGE_ZH),
                             texts_get(texts, result->reason_key, LANGUAGE_EN)}};
        g_string_append(out, ",\"reason\":");
        finding_json_localized(out, &reason);
    }
    g_string_append_c(out, '}');
}

static void
append_findings(GString *out, const Assessment *assessment, const ReportContext *context)
{
    gboolean first = TRUE;

    for (guint i = 0; i < assessment->findings->len; i++) {
        const Finding *finding = &g_array_index(assessment->findings, Finding, i);
        if (!report_context_shows(context, finding))
            continue;
        if (!first)
            g_string_append_c(out, ',');
        finding_json_append(out, i, assessment, context);
        first = FALSE;
    }
}

void
assessment_json_append(GString *out, const Assessment *assessment, const ReportContext *context)
{
    g_string_append(out, "{\"external_ref\":");
    json_text_string(out, assessment->app->values[FIELD_APPLICATION_EXTERNAL_REF].text);
    g_string_append(out, ",\"verdict\":\"");
    g_string_append(out, verdict_name(view_verdict(assessment, context)));
    g_string_append(out, "\",\"layers\":{");
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        LayerResult result = view_layer(assessment, (Layer)layer, context);
        append_layer(out, (Layer)layer, &result, context->texts);
    }
    g_string_append(out, "},\"findings\":[");
    append_findings(out, assessment, context);
    g_string_append(out, "]}");
}
