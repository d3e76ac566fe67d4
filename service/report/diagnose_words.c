/* SPDX-License-Identifier: Apache-2.0 */
#include "report/diagnose_words.h"

#include "report/fill.h"

static const char *
text_of(const ReportContext *context, const char *key, Language language)
{
    return texts_get(context->texts, key, language);
}

static void
append_filled(GString *out, const DiagnoseReport *report, const char *key, const char *argument,
              Language language)
{
    fill_arguments(out, text_of(report->context, key, language), argument, NULL);
}

/* Place, field with its name, kind of fault. */
static void
append_reject_parts(GString *out, const Reject *reject, const DiagnoseReport *report,
                    Language language)
{
    const RejectRow *field = reject->part[REJECT_FIELD];
    g_autofree char *number = g_strdup_printf("%u", reject->field);

    g_string_append(out, reject->part[REJECT_PLACE]->name.text[language]);
    if (reject->field > 0)
        append_filled(out, report, "diagnose.reject_field", number, language);
    if (field != NULL)
        append_filled(out, report, "diagnose.reject_name", field->name.text[language], language);
    append_filled(out, report, "diagnose.reject_kind",
                  reject->part[REJECT_KIND]->name.text[language], language);
}

static gboolean
append_reject(GString *out, const DiagnoseReport *report, const char *code, Language language)
{
    g_autoptr(GString) said = g_string_new(NULL);
    Reject reject;

    if (!reject_decode(&report->table->rejects, code, &reject))
        return FALSE;
    if (reject.part[REJECT_WHOLE] != NULL)
        g_string_append(said, reject.part[REJECT_WHOLE]->name.text[language]);
    else
        append_reject_parts(said, &reject, report, language);
    append_filled(out, report, "diagnose.reject", said->str, language);
    return TRUE;
}

/* The acquirer's own meaning, else that of the table; NULL when there is neither. */
static const char *
meaning_of(const DiagnoseReport *report, const char *code, Language language)
{
    const Catalogue *catalogue = report->context->catalogue;
    const DeclineOverride *own = diagnose_override(catalogue, report->seen->acquirer, code);
    const DeclineCode *row = catalogue_decline_code(catalogue, code);

    if (own != NULL)
        return own->meaning[language];
    if (g_str_equal(code, DIAGNOSIS_NO_CODE))
        return text_of(report->context, "diagnose.no_code", language);
    return row != NULL ? row->name[language] : NULL;
}

gboolean
diagnose_words_meaning(GString *out, const DiagnoseReport *report, Language language)
{
    gboolean several = report->seen->codes[1] != NULL, any = FALSE;
    g_autoptr(GString) said = g_string_new(NULL);

    for (char **code = report->seen->codes; *code != NULL; code++) {
        const char *meaning = meaning_of(report, *code, language);
        g_string_assign(said, meaning != NULL ? meaning : "");
        if (meaning == NULL && !append_reject(said, report, *code, language))
            continue;
        if (any)
            g_string_append(out, text_of(report->context, "diagnose.between", language));
        if (several)
            g_string_append_printf(out, "%s ", *code);
        g_string_append(out, said->str);
        any = TRUE;
    }
    return any;
}

void
diagnose_words_message(GString *out, const DiagnoseReport *report, Language language)
{
    const Diagnosis *diagnosis = report->diagnosis;
    const char *key = diagnosis->because == BECAUSE_UNKNOWN_CODE  ? "diagnose.unknown_code"
                      : diagnosis->because == BECAUSE_OWN_MEANING ? "diagnose.own_meaning"
                      : diagnosis->because == BECAUSE_REJECTED    ? "diagnose.rejected"
                      : diagnosis->because == BECAUSE_RULED_OUT   ? "diagnose.ruled_out"
                                                                  : "diagnose.setup";
    const char *argument = diagnosis->code;

    if (diagnosis->answer != NULL) {
        g_string_append(out, diagnosis->answer->message.text[language]);
        return;
    }
    if (diagnosis->verdict == DIAGNOSIS_SETUP) {
        const Suspect *first = g_ptr_array_index(diagnosis->suspects, 0);
        argument = first->mistake->title.text[language];
    }
    fill_arguments(out, text_of(report->context, key, language), argument, NULL);
}

static void
append_acquirer(GString *out, const char *name, const DiagnosisTable *table)
{
    g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", name);
    for (guint i = 0; i < table->acquirers->len; i++) {
        const DiagnosisAcquirer *acquirer = g_ptr_array_index(table->acquirers, i);
        if (!g_str_equal(acquirer->name, name) || acquirer->aliases[0] == NULL)
            continue;
        g_autofree char *aliases = g_strjoinv(", ", acquirer->aliases);
        g_string_append_printf(out, " (%s)", aliases);
    }
}

void
diagnose_words_acquirers(GString *out, const Catalogue *catalogue, const DiagnosisTable *table)
{
    g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < catalogue->overrides->len; i++) {
        const DeclineOverride *row = g_ptr_array_index(catalogue->overrides, i);
        if (g_hash_table_add(named, (gpointer)(guintptr)row->acquirer))
            append_acquirer(out, row->acquirer, table);
    }
}

void
diagnose_words_option(GString *out, Sign sign, guint8 allowed)
{
    g_auto(GStrv) words = g_strsplit(diagnosis_sign_words(sign), " ", -1);
    char separator = ' ';

    g_string_append(out, diagnosis_sign_option(sign));
    for (guint i = 0; words[i] != NULL; i++) {
        if ((allowed & 1u << i) == 0)
            continue;
        g_string_append_printf(out, "%c%s", separator, words[i]);
        separator = '|';
    }
}

static void
append_assumed(GString *out, const DiagnoseReason *reason, const ReportContext *context,
               Language language)
{
    g_autoptr(GString) options = g_string_new(NULL);

    for (guint sign = 0; sign < SIGN_COUNT; sign++) {
        if ((reason->untold & 1u << sign) == 0)
            continue;
        if (options->len > 0)
            g_string_append_c(options, ' ');
        diagnose_words_option(options, (Sign)sign, reason->provided->allowed[sign]);
    }
    if (options->len > 0)
        fill_arguments(out, text_of(context, "diagnose.assumed", language), options->str, NULL);
}

void
diagnose_words_reason(GString *out, const DiagnoseReason *reason, const ReportContext *context,
                      Language language)
{
    switch (reason->kind) {
    case REASON_PRIMARY:
        fill_arguments(out, text_of(context, "diagnose.primary", language), reason->code, NULL);
        break;
    case REASON_ALTERNATE:
        fill_arguments(out, text_of(context, "diagnose.alternate", language), reason->code, NULL);
        break;
    case REASON_LISTED:
        fill_arguments(out, text_of(context, "diagnose.listed", language), reason->code, NULL);
        break;
    case REASON_PATTERN:
        g_string_append(out, reason->cause->reason.text[language]);
        append_assumed(out, reason, context, language);
        break;
    case REASON_FINDING:
        fill_arguments(out, text_of(context, "diagnose.finding", language), reason->evidence->path,
                       reason->evidence->message.text[language]);
        break;
    }
}

static gboolean
has_check(const GPtrArray *checks, const Localized *check)
{
    for (guint i = 0; i < checks->len; i++) {
        const Localized *other = g_ptr_array_index(checks, i);
        if (g_str_equal(other->text[LANGUAGE_EN], check->text[LANGUAGE_EN]))
            return TRUE;
    }
    return FALSE;
}

GPtrArray *
diagnose_words_checks(const Suspect *suspect)
{
    GPtrArray *checks = g_ptr_array_new();

    for (guint i = 0; i < suspect->reasons->len; i++) {
        const DiagnoseReason *reason = &g_array_index(suspect->reasons, DiagnoseReason, i);
        if (reason->kind == REASON_PATTERN && !has_check(checks, &reason->cause->check_first))
            g_ptr_array_add(checks, (gpointer)(guintptr)&reason->cause->check_first);
    }
    if (checks->len == 0)
        g_ptr_array_add(checks, (gpointer)(guintptr)&suspect->mistake->caught_by);
    return checks;
}
