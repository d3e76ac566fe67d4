/* SPDX-License-Identifier: Apache-2.0 */
#include "report/diagnose_json.h"

#include "report/finding_json.h"
#include "report/json_text.h"

typedef void (*Say)(GString *out, const DiagnoseReport *report, Language language);

static void
append_said(GString *out, Say say, const DiagnoseReport *report)
{
    g_autoptr(GString) zh = g_string_new(NULL);
    g_autoptr(GString) en = g_string_new(NULL);

    say(zh, report, LANGUAGE_ZH);
    say(en, report, LANGUAGE_EN);
    Localized both = {{zh->str, en->str}};
    finding_json_localized(out, &both);
}

static void
say_meaning(GString *out, const DiagnoseReport *report, Language language)
{
    diagnose_words_meaning(out, report, language);
}

static void
append_meaning(GString *out, const DiagnoseReport *report)
{
    g_autoptr(GString) probe = g_string_new(NULL);

    if (diagnose_words_meaning(probe, report, LANGUAGE_EN))
        append_said(out, say_meaning, report);
    else
        g_string_append(out, "null");
}

static void
append_reason(GString *out, const DiagnoseReason *reason, const ReportContext *context)
{
    g_autoptr(GString) zh = g_string_new(NULL);
    g_autoptr(GString) en = g_string_new(NULL);

    diagnose_words_reason(zh, reason, context, LANGUAGE_ZH);
    diagnose_words_reason(en, reason, context, LANGUAGE_EN);
    Localized both = {{zh->str, en->str}};
    finding_json_localized(out, &both);
}

static void
append_reasons(GString *out, const Suspect *suspect, const ReportContext *context)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < suspect->reasons->len; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        append_reason(out, &g_array_index(suspect->reasons, DiagnoseReason, i), context);
    }
    g_string_append_c(out, ']');
}

static void
append_checks(GString *out, const Suspect *suspect)
{
    g_autoptr(GPtrArray) checks = diagnose_words_checks(suspect);

    g_string_append_c(out, '[');
    for (guint i = 0; i < checks->len; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        finding_json_localized(out, g_ptr_array_index(checks, i));
    }
    g_string_append_c(out, ']');
}

/* The rules that look for the mistake before go-live. */
static void
append_rules(GString *out, const char *mistake, const RulePack *pack)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();

    for (guint i = 0; i < pack->rules->len; i++) {
        const RuleEntry *rule = g_ptr_array_index(pack->rules, i);
        if (g_strv_contains((const char *const *)rule->mistakes, mistake))
            g_ptr_array_add(ids, (gpointer)(guintptr)rule->id);
    }
    g_ptr_array_add(ids, NULL);
    json_text_member_list(out, "rules", (char *const *)ids->pdata);
}

static void
append_forecast(GString *out, const Forecast *forecast)
{
    g_string_append(out, "{\"stage\":");
    json_text_string(out, forecast->stage);
    json_text_member_string(out, "de39", forecast->de39);
    json_text_member_list(out, "alternates", forecast->alternates);
    json_text_member(out, "symptom");
    finding_json_localized(out, &forecast->symptom);
    json_text_member_string(out, "confidence", confidence_name(forecast->confidence));
    g_string_append_c(out, '}');
}

static void
append_findings(GString *out, const Suspect *suspect)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new();

    for (guint i = 0; i < suspect->reasons->len; i++) {
        const DiagnoseReason *reason = &g_array_index(suspect->reasons, DiagnoseReason, i);
        if (reason->kind == REASON_FINDING)
            g_ptr_array_add(keys, (gpointer)(guintptr)reason->evidence->key);
    }
    g_ptr_array_add(keys, NULL);
    json_text_member_list(out, "findings", (char *const *)keys->pdata);
}

static void
append_suspect(GString *out, const Suspect *suspect, const ReportContext *context)
{
    g_string_append(out, "{\"mistake\":");
    json_text_string(out, suspect->mistake->id);
    json_text_member_string(out, "variant", suspect->forecast->variant);
    json_text_member(out, "score");
    json_text_number(out, suspect->score);
    json_text_member(out, "title");
    finding_json_localized(out, &suspect->mistake->title);
    json_text_member(out, "reasons");
    append_reasons(out, suspect, context);
    json_text_member(out, "check_first");
    append_checks(out, suspect);
    json_text_member_string(out, "fixed_by", suspect->mistake->actor);
    append_rules(out, suspect->mistake->id, context->pack);
    json_text_member(out, "forecast");
    append_forecast(out, suspect->forecast);
    append_findings(out, suspect);
    g_string_append_c(out, '}');
}

/* The options that would tell more. */
static void
append_ask(GString *out, guint ask)
{
    gboolean first = TRUE;

    g_string_append_c(out, '[');
    for (guint sign = 0; sign < SIGN_COUNT; sign++) {
        if ((ask & 1u << sign) == 0)
            continue;
        if (!first)
            g_string_append_c(out, ',');
        json_text_string(out, diagnosis_sign_option((Sign)sign));
        first = FALSE;
    }
    g_string_append_c(out, ']');
}

void
diagnose_json_append(GString *out, const DiagnoseReport *report)
{
    const Diagnosis *diagnosis = report->diagnosis;

    g_string_append(out, "{\"codes\":");
    json_text_list(out, report->seen->codes);
    json_text_member_string(out, "acquirer", report->seen->acquirer);
    json_text_member(out, "meaning");
    append_meaning(out, report);
    json_text_member_string(out, "verdict", diagnosis_verdict_name(diagnosis->verdict));
    json_text_member_string(out, "who", diagnosis->who);
    g_string_append(out, ",\"causes\":[");
    for (guint i = 0; i < diagnosis->suspects->len; i++) {
        g_string_append(out, i > 0 ? ",\n" : "\n");
        append_suspect(out, g_ptr_array_index(diagnosis->suspects, i), report->context);
    }
    g_string_append_c(out, ']');
    json_text_member(out, "message");
    append_said(out, diagnose_words_message, report);
    json_text_member(out, "ask");
    append_ask(out, diagnosis->ask);
    g_string_append(out, "}\n");
}
