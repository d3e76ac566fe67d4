/* SPDX-License-Identifier: Apache-2.0 */
#include "report/diagnose_text.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/finding_text.h"
#include "report/layout.h"

enum { INDENT = 5, FINDINGS_SHOWN = 3 };

static const struct {
    const char *mark, *colour;
} verdicts[] = {
    [DIAGNOSIS_SETUP] = {"✗", "31"},
    [DIAGNOSIS_NOT_SETUP] = {"✓", "32"},
    [DIAGNOSIS_UNCLEAR] = {"?", "33"},
};

/* A line behind a label; NULL = the label above still holds. */
static void
append_line(GString *out, const char *key, const char *text, const ReportContext *context)
{
    static const char *const keys[] = {"diagnose.why", "diagnose.check", "diagnose.fixed_by",
                                       "report.swipe"};
    guint columns = finding_text_label_columns(keys, G_N_ELEMENTS(keys), context);
    guint from = finding_text_label(out, INDENT, key, columns, context);

    layout_continue(out, text, from, from, context->columns);
}

/* Adds the reasons of one kind; of many open findings the first few tell enough. */
static void
append_kind(GString *out, const Suspect *suspect, DiagnoseReasonKind kind, gboolean *labelled,
            const ReportContext *context)
{
    guint count = 0;
    g_autoptr(GString) line = g_string_new(NULL);

    for (guint i = 0; i < suspect->reasons->len; i++) {
        const DiagnoseReason *reason = &g_array_index(suspect->reasons, DiagnoseReason, i);
        if (reason->kind != kind || (kind == REASON_FINDING && ++count > FINDINGS_SHOWN))
            continue;
        g_string_truncate(line, 0);
        diagnose_words_reason(line, reason, context, context->language);
        append_line(out, *labelled ? NULL : "diagnose.why", line->str, context);
        *labelled = TRUE;
    }
    if (count <= FINDINGS_SHOWN)
        return;
    g_autofree char *rest = g_strdup_printf("%u", count - FINDINGS_SHOWN);
    g_string_truncate(line, 0);
    fill_arguments(line, report_context_text(context, "diagnose.more_findings"), rest, NULL);
    append_line(out, NULL, line->str, context);
}

/* Findings and patterns say more than the place in a table, so they come first. */
static void
append_reasons(GString *out, const Suspect *suspect, const ReportContext *context)
{
    gboolean labelled = FALSE;

    for (int kind = REASON_FINDING; kind >= REASON_PRIMARY; kind--)
        append_kind(out, suspect, (DiagnoseReasonKind)kind, &labelled, context);
}

static void
append_checks(GString *out, const Suspect *suspect, const ReportContext *context)
{
    g_autoptr(GPtrArray) checks = diagnose_words_checks(suspect);

    for (guint i = 0; i < checks->len; i++) {
        const Localized *check = g_ptr_array_index(checks, i);
        append_line(out, i == 0 ? "diagnose.check" : NULL, check->text[context->language], context);
    }
}

static void
append_suspect(GString *out, guint number, const Suspect *suspect, const ReportContext *context)
{
    g_autofree char *head =
        g_strdup_printf("%2u.  %s %3u  ", number, suspect->mistake->id, suspect->score);
    g_autoptr(GString) forecast = g_string_new(NULL);

    g_string_append_c(out, '\n');
    layout_wrap(out, suspect->mistake->title.text[context->language], head, text_width(head),
                context->columns);
    append_reasons(out, suspect, context);
    append_checks(out, suspect, context);
    append_line(out, "diagnose.fixed_by", finding_text_actor(suspect->mistake->actor, context),
                context);
    finding_text_forecast(forecast, suspect->forecast, context);
    append_line(out, "report.swipe", forecast->str, context);
}

static void
append_head(GString *out, const DiagnoseReport *report)
{
    const ReportContext *context = report->context;
    DiagnosisVerdict verdict = report->diagnosis->verdict;
    g_autoptr(GString) meaning = g_string_new(NULL);
    g_autoptr(GString) message = g_string_new(NULL);
    g_autofree char *codes = g_strjoinv(",", report->seen->codes);
    g_autofree char *clean = layout_clean(codes);
    g_autofree char *head = g_strdup_printf("%s  ", clean);

    if (!diagnose_words_meaning(meaning, report, context->language))
        g_string_append(meaning, report_context_text(context, "diagnose.no_meaning"));
    if (report->seen->codes[1] != NULL)
        layout_wrap(out, meaning->str, "", 0, context->columns);
    else
        layout_wrap(out, meaning->str, head, text_width(head), context->columns);
    diagnose_words_message(message, report, context->language);
    finding_text_paint(out, verdicts[verdict].colour, verdicts[verdict].mark, context);
    g_string_append_c(out, ' ');
    layout_continue(out, message->str, 2, 2, context->columns);
}

static void
append_note(GString *out, const char *key, const char *a, const char *b,
            const ReportContext *context)
{
    g_autoptr(GString) line = g_string_new(NULL);

    fill_arguments(line, report_context_text(context, key), a, b);
    layout_wrap(out, line->str, "  ", 2, context->columns);
}

static gboolean
has_own_codes(const Catalogue *catalogue, const char *acquirer)
{
    for (guint i = 0; i < catalogue->overrides->len; i++) {
        const DeclineOverride *row = g_ptr_array_index(catalogue->overrides, i);
        if (g_ascii_strcasecmp(row->acquirer, acquirer) == 0)
            return TRUE;
    }
    return FALSE;
}

/* What the answer rests on, and whose matter it is where the causes do not say so one by one. */
static void
append_notes(GString *out, const DiagnoseReport *report)
{
    const ReportContext *context = report->context;
    const char *acquirer = report->seen->acquirer;
    const Diagnosis *diagnosis = report->diagnosis;
    g_autoptr(GString) known = g_string_new(NULL);

    diagnose_words_acquirers(known, context->catalogue, report->table);
    if (acquirer != NULL && !has_own_codes(context->catalogue, acquirer))
        append_note(out, "diagnose.no_table", acquirer, known->str, context);
    if (diagnosis->verdict == DIAGNOSIS_NOT_SETUP && !g_str_equal(diagnosis->who, "nobody"))
        append_note(out, "diagnose.who", finding_text_actor(diagnosis->who, context), NULL,
                    context);
    if (diagnosis->verdict == DIAGNOSIS_UNCLEAR && diagnosis->suspects->len > 0)
        append_note(out, "diagnose.if_setup", NULL, NULL, context);
}

/* What else to tell: options with their words. */
static void
append_ask(GString *out, const DiagnoseReport *report)
{
    g_autoptr(GString) options = g_string_new(NULL);
    g_autoptr(GString) line = g_string_new(NULL);

    for (guint sign = 0; sign < SIGN_COUNT; sign++) {
        if ((report->diagnosis->ask & 1u << sign) == 0)
            continue;
        g_string_append(options, options->len > 0 ? ", " : "");
        diagnose_words_option(options, (Sign)sign, G_MAXUINT8);
    }
    if (options->len == 0)
        return;
    fill_arguments(line, report_context_text(report->context, "diagnose.ask"), options->str, NULL);
    g_string_append_c(out, '\n');
    layout_wrap(out, line->str, "", 0, report->context->columns);
}

static void
append_rest(GString *out, guint shown, const DiagnoseReport *report)
{
    guint rest = report->diagnosis->suspects->len - shown;
    g_autofree char *number = g_strdup_printf("%u", rest);
    g_autoptr(GString) line = g_string_new(NULL);

    if (rest == 0)
        return;
    fill_arguments(line, report_context_text(report->context, "diagnose.rest"), number, NULL);
    g_string_append_printf(out, "\n%s\n", line->str);
}

void
diagnose_text_append(GString *out, const DiagnoseReport *report, guint most)
{
    const GPtrArray *suspects = report->diagnosis->suspects;
    guint shown = most > 0 ? MIN(most, suspects->len) : suspects->len;

    append_head(out, report);
    append_notes(out, report);
    for (guint i = 0; i < shown; i++)
        append_suspect(out, i + 1, g_ptr_array_index(suspects, i), report->context);
    append_rest(out, shown, report);
    append_ask(out, report);
}
