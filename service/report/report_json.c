/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report.h"

#include "report/fill.h"
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

static void
append_application(GString *out, const Assessment *assessment, const ReportContext *context)
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

void
report_ndjson_append(GString *out, const Assessment *assessment, const ReportContext *context)
{
    append_application(out, assessment, context);
    g_string_append_c(out, '\n');
}

void
report_json_append(GString *out, const Assessment *assessment, const ReportContext *context)
{
    g_string_append(out, ",\n");
    append_application(out, assessment, context);
}

static void
append_catalogues(GString *out, const Catalogue *catalogue)
{
    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        const CatalogueFile *file = &catalogue->files[i];
        g_string_append(out, i > 0 ? ",{\"name\":" : "{\"name\":");
        json_text_string(out, file->name);
        g_string_append(out, ",\"version\":");
        json_text_string(out, file->version);
        g_string_append(out, ",\"sha256\":");
        json_text_string(out, file->sha256);
        g_string_append(out, file->complete ? ",\"complete\":true}" : ",\"complete\":false}");
    }
}

void
report_json_begin(GString *out, const ReportContext *context)
{
    char today[11];

    g_string_append(out, "{\"run\":{\"tool\":\"swipeready\",\"version\":");
    json_text_string(out, context->version);
    g_string_append(out, "},\n\"result\":{\"today\":");
    json_text_string(out, civil_format(context->today, today));
    g_string_append(out, ",\"stage\":");
    json_text_string(out, stage_name(context->stage));
    g_string_append(out, ",\"pack\":{\"name\":");
    json_text_string(out, context->pack->name);
    g_string_append(out, ",\"version\":");
    json_text_string(out, context->pack->version);
    g_string_append(out, ",\"sha256\":");
    json_text_string(out, context->pack->sha256);
    g_string_append(out, "},\n\"catalogues\":[");
    append_catalogues(out, context->catalogue);
    g_string_append(out, "],\n\"applications\":[");
}

static void
append_counts(GString *out, const Summary *summary)
{
    g_string_append(out, "{\"applications\":");
    json_text_number(out, summary->applications);
    for (int i = 0; i < VERDICT_COUNT; i++) {
        g_string_append_printf(out, ",\"%s\":", verdict_name((Verdict)i));
        json_text_number(out, summary->by_verdict[i]);
    }
    for (int i = 0; i < SEVERITY_COUNT; i++) {
        g_string_append_printf(out, ",\"%s_findings\":", severity_name((Severity)i));
        json_text_number(out, summary->by_severity[i]);
    }
    g_string_append(out, ",\"input_errors\":");
    json_text_number(out, summary->input_errors);
}

static void
append_cause(GString *out, const SummaryCause *cause)
{
    g_string_append(out, "{\"code\":");
    json_text_string(out, cause->rule->code);
    g_string_append(out, ",\"severity\":");
    json_text_string(out, severity_name(cause->severity));
    g_string_append(out, ",\"findings\":");
    json_text_number(out, cause->findings);
    g_string_append(out, ",\"applications\":");
    json_text_number(out, cause->applications);
    g_string_append_c(out, '}');
}

static void
append_summary(GString *out, const Summary *summary)
{
    g_autoptr(GPtrArray) causes = summary_causes(summary, SEVERITY_INFO);
    g_autoptr(GArray) actors = summary_actors(summary);

    append_counts(out, summary);
    g_string_append(out, ",\"causes\":[");
    for (guint i = 0; i < causes->len; i++) {
        g_string_append(out, i > 0 ? "," : "");
        append_cause(out, g_ptr_array_index(causes, i));
    }
    g_string_append(out, "],\"actors\":[");
    for (guint i = 0; i < actors->len; i++) {
        const SummaryActor *actor = &g_array_index(actors, SummaryActor, i);
        g_string_append(out, i > 0 ? ",{\"actor\":" : "{\"actor\":");
        json_text_string(out, actor->actor);
        g_string_append(out, ",\"findings\":");
        json_text_number(out, actor->findings);
        g_string_append_c(out, '}');
    }
    g_string_append(out, "]}");
}

void
report_json_end(GString *out, const GString *input_errors, const Summary *summary)
{
    g_string_append(out, "],\n\"input_errors\":[");
    g_string_append_len(out, input_errors->str, (gssize)input_errors->len);
    g_string_append(out, "],\n\"summary\":");
    append_summary(out, summary);
    g_string_append(out, "}}\n");
}

void
report_json_input_error(GString *out, const InputError *error, const ReportContext *context)
{
    g_string_append(out, out->len > 0 ? ",\n{\"file\":" : "{\"file\":");
    json_text_string(out, error->file);
    g_string_append(out, ",\"line\":");
    json_text_number(out, error->line);
    g_string_append(out, ",\"column\":");
    json_text_number(out, error->column);
    g_string_append(out, ",\"where\":");
    json_text_string(out, error->where);
    g_string_append(out, ",\"code\":");
    json_text_string(out, error->key);
    g_string_append(out, ",\"message\":{");
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        fill_arguments(text, texts_get(context->texts, error->key, (Language)i),
                       error->arguments[0], error->arguments[1]);
        g_string_append(out, i == LANGUAGE_ZH ? "\"zh-CN\":" : ",\"en\":");
        json_text_string(out, text->str);
    }
    g_string_append(out, "}}");
}
