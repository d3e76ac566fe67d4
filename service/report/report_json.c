/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report.h"

#include "report/assessment_json.h"
#include "report/fill.h"
#include "report/json_text.h"

void
report_json_append(GString *out, const Assessment *assessment, const ReportContext *context)
{
    g_string_append(out, ",\n");
    assessment_json_append(out, assessment, context);
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
