/* SPDX-License-Identifier: Apache-2.0 */
#include "report/assessment_json.h"

#include "base/instant.h"
#include "report/finding_json.h"
#include "report/json_text.h"
#include "report/layer_text.h"
#include "report/view.h"

/* The source of a section's first answer, when the layer has looked at it and no earlier section
 * has the same; else NULL. */
static const char *
new_source(const LayerResult *result, const Facts *facts, int section)
{
    const FactRecord *record = facts_record(facts, (FactSection)section, 0);

    if ((result->heard & 1u << section) == 0 || record == NULL || record->source == NULL)
        return NULL;
    for (int i = 0; i < section; i++) {
        const FactRecord *earlier = facts_record(facts, (FactSection)i, 0);
        if ((result->heard & 1u << i) != 0 && earlier != NULL &&
            g_strcmp0(earlier->source, record->source) == 0)
            return NULL;
    }
    return record->source;
}

/* Whose answers, as sources name themselves: each once. */
static void
append_sources(GString *out, const LayerResult *result, const Facts *facts)
{
    const char *sources[FACTS_SECTION_COUNT + 1];
    guint count = 0;

    for (int i = 0; i < FACTS_SECTION_COUNT; i++) {
        const char *source = new_source(result, facts, i);
        if (source != NULL)
            sources[count++] = source;
    }
    if (count == 0)
        return;
    sources[count] = NULL;
    g_autofree char *joined = g_strjoinv(" ", (char **)(guintptr)sources);
    g_string_append(out, ",\"source\":");
    json_text_string(out, joined);
}

static void
append_facts(GString *out, const LayerResult *result, const Facts *facts)
{
    char as_of[21];

    if (result->heard != 0 && facts != NULL)
        append_sources(out, result, facts);
    if (result->as_of != 0) {
        g_string_append(out, ",\"as_of\":");
        json_text_string(out, instant_format(result->as_of, as_of));
    }
    if (result->external_status != NULL) {
        g_string_append(out, ",\"external_status\":");
        json_text_string(out, result->external_status);
    }
}

static void
append_reason(GString *out, const LayerResult *result, const Texts *texts)
{
    if (result->reason_key == NULL)
        return;
    g_autofree char *zh = layer_text_reason(result, texts, LANGUAGE_ZH);
    g_autofree char *en = layer_text_reason(result, texts, LANGUAGE_EN);
    Localized reason = {{zh, en}};
    g_string_append(out, ",\"reason\":");
    finding_json_localized(out, &reason);
}

static void
append_layer(GString *out, Layer layer, const LayerResult *result, const ReportContext *context,
             const Facts *facts)
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
    append_facts(out, result, facts);
    append_reason(out, result, context->texts);
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
        append_layer(out, (Layer)layer, &result, context, assessment->facts);
    }
    g_string_append(out, "},\"findings\":[");
    append_findings(out, assessment, context);
    g_string_append(out, "]}");
}
