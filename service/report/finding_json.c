/* SPDX-License-Identifier: Apache-2.0 */
#include "report/finding_json.h"

#include "report/fill.h"
#include "report/json_text.h"
#include "report/view.h"

static const char *const language_names[LANGUAGE_COUNT] = {"zh-CN", "en"};

void
finding_json_localized(GString *out, const Localized *localized)
{
    g_string_append(out, "{\"zh-CN\":");
    json_text_string(out, localized->text[LANGUAGE_ZH]);
    g_string_append(out, ",\"en\":");
    json_text_string(out, localized->text[LANGUAGE_EN]);
    g_string_append_c(out, '}');
}

static void
append_source(GString *out, const Finding *finding, const Application *app)
{
    g_string_append(out, "{\"file\":");
    json_text_string(out, finding->file);
    json_text_member(out, "line");
    json_text_number(out, finding->line);
    if (app->columns != NULL && finding->field != FIELD_NONE &&
        app->columns[finding->field] != NULL)
        json_text_member_string(out, "column", app->columns[finding->field]);
    g_string_append_c(out, '}');
}

static void
append_target(GString *out, const Finding *finding, const Application *app)
{
    g_autoptr(GString) path = g_string_new(NULL);

    finding_path(finding, path);
    g_string_append(out, "{\"path\":");
    json_text_string(out, path->str);
    json_text_member_string(out, "masked", finding->masked);
    json_text_member(out, "source");
    append_source(out, finding, app);
    g_string_append_c(out, '}');
}

static void
append_message(GString *out, const Finding *finding, const Texts *texts)
{
    g_autoptr(GString) filled = g_string_new(NULL);

    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        g_string_truncate(filled, 0);
        fill_message(filled, finding->rule->message.text[i], finding, texts, (Language)i);
        g_string_append(out, i == 0 ? "{\"" : ",\"");
        g_string_append(out, language_names[i]);
        g_string_append(out, "\":");
        json_text_string(out, filled->str);
    }
    g_string_append_c(out, '}');
}

static void
append_param(GString *out, const Param *param)
{
    char iso[11];

    switch (param->kind) {
    case PARAM_TEXT:
    case PARAM_KEY:
        json_text_string(out, param->text);
        break;
    case PARAM_FEN:
    case PARAM_RATE:
    case PARAM_COUNT:
        json_text_number(out, param->number);
        break;
    case PARAM_DATE:
        json_text_string(out, civil_format((CivilDay)param->number, iso));
        break;
    case PARAM_FIELD:
        json_text_string(out, field_specs[param->number].key);
        break;
    case PARAM_FACT:
        json_text_string(out, fact_specs[param->number].key);
        break;
    }
}

static void
append_params(GString *out, const Finding *finding)
{
    g_string_append_c(out, '{');
    for (guint i = 0; i < finding->param_count; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        json_text_string(out, finding->params[i].name);
        g_string_append_c(out, ':');
        append_param(out, &finding->params[i]);
    }
    g_string_append_c(out, '}');
}

static void
append_forecasts(GString *out, const RuleEntry *rule)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < rule->forecasts->len; i++) {
        const Forecast *forecast = g_ptr_array_index(rule->forecasts, i);
        g_string_append(out, i > 0 ? ",{\"stage\":" : "{\"stage\":");
        json_text_string(out, forecast->stage);
        json_text_member_string(out, "de39", forecast->de39);
        json_text_member_list(out, "alternates", forecast->alternates);
        json_text_member(out, "symptom");
        finding_json_localized(out, &forecast->symptom);
        json_text_member_string(out, "confidence", confidence_name(forecast->confidence));
        json_text_member_list(out, "products", rule->products);
        g_string_append_c(out, '}');
    }
    g_string_append_c(out, ']');
}

static void
append_remedies(GString *out, const RuleEntry *rule)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < rule->remedies->len; i++) {
        const Remedy *remedy = g_ptr_array_index(rule->remedies, i);
        g_string_append(out, i > 0 ? ",{\"actor\":" : "{\"actor\":");
        json_text_string(out, remedy->actor);
        json_text_member(out, "do");
        finding_json_localized(out, &remedy->action);
        g_string_append(out, ",\"href\":null}");
    }
    g_string_append_c(out, ']');
}

static void
append_rule(GString *out, const RuleEntry *rule, const RulePack *pack)
{
    g_string_append(out, "{\"id\":");
    json_text_string(out, rule->id);
    g_autofree char *pack_name = g_strconcat(pack->name, "-", pack->version, NULL);
    json_text_member_string(out, "pack", pack_name);
    json_text_member_string(out, "confidence", confidence_name(rule->confidence));
    g_string_append_c(out, '}');
}

static void
append_causes(GString *out, guint index, const Assessment *assessment, const ReportContext *context)
{
    int cause = view_cause(assessment, index, context);
    char key[17];

    if (cause < 0) {
        g_string_append(out, "[]");
        return;
    }
    finding_key(&g_array_index(assessment->findings, Finding, cause), assessment->app, key);
    g_string_append(out, "[\"");
    g_string_append(out, key);
    g_string_append(out, "\"]");
}

/* What the finding rests on: the answers, each with its source and time. */
static void
append_evidence(GString *out, const Finding *finding)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < finding->evidence_count; i++) {
        const FindingEvidence *evidence = &finding->evidence[i];
        g_autoptr(GString) path = g_string_new(NULL);
        if (finding->whole && i == 0)
            fact_record_path(fact_specs[evidence->fact].section, evidence->index, path);
        else
            fact_path(evidence->fact, evidence->index, path);
        g_string_append(out, i > 0 ? ",{\"path\":" : "{\"path\":");
        json_text_string(out, path->str);
        json_text_member_string(out, "masked", evidence->masked);
        json_text_member_string(out, "source", evidence->record->source);
        json_text_member_string(out, "at", evidence->record->at_text);
        g_string_append_c(out, '}');
    }
    g_string_append_c(out, ']');
}

void
finding_json_append(GString *out, guint index, const Assessment *assessment,
                    const ReportContext *context)
{
    const Finding *finding = &g_array_index(assessment->findings, Finding, index);
    const RuleEntry *rule = finding->rule;
    char key[17];

    finding_key(finding, assessment->app, key);
    g_string_append(out, "{\"key\":");
    json_text_string(out, key);
    json_text_member_string(out, "code", rule->code);
    json_text_member_string(out, "severity", severity_name(rule->severity));
    json_text_member_string(out, "layer", layer_name(finding_layer(finding)));
    json_text_member_string(out, "due_by", stage_name(finding_due_by(finding)));
    json_text_member(out, "target");
    append_target(out, finding, assessment->app);
    json_text_member(out, "message");
    append_message(out, finding, context->texts);
    json_text_member(out, "params");
    append_params(out, finding);
    json_text_member_list(out, "mistakes", rule->mistakes);
    json_text_member_list(out, "regulations", rule->regulations);
    json_text_member(out, "would_fail_as");
    append_forecasts(out, rule);
    json_text_member(out, "remedies");
    append_remedies(out, rule);
    json_text_member(out, "rule");
    append_rule(out, rule, context->pack);
    json_text_member(out, "evidence");
    append_evidence(out, finding);
    json_text_member(out, "caused_by");
    append_causes(out, index, assessment, context);
    g_string_append(out, rule->waivable ? ",\"waivable\":true" : ",\"waivable\":false");
    g_string_append(out, ",\"deadline\":null}");
}
