/* SPDX-License-Identifier: Apache-2.0 */
#include "report/documents.h"

#include "report/fill.h"
#include "report/json_text.h"
#include "report/layout.h"

/* Papers are given as digests of their photos; of the rest, the contract and the permit are papers.
 * What was consented to is a text of ours. */
static gboolean
is_document(const FieldSpec *spec)
{
    if (spec->group == GROUP_CONSENT)
        return FALSE;
    return spec->type == FIELD_TYPE_SHA256 || spec->group == GROUP_IMAGE ||
           spec->id == FIELD_LICENCE_SPECIAL_PERMIT;
}

/* The trade decides what the field table leaves open. */
static Need
need_of(const FieldSpec *spec, const DocumentsQuestion *question)
{
    Need need = spec->need[question->kind];
    const MccRow *mcc = question->mcc;

    if (need != NEED_C || mcc == NULL)
        return need;
    if (spec->id == FIELD_LICENCE_SPECIAL_PERMIT)
        return mcc->permit != NULL ? NEED_R : NEED_N;
    if (spec->id == FIELD_LICENCE_NONPROFIT_PROOF)
        return g_str_equal(mcc->fee_class, "exempt") ? NEED_R : NEED_N;
    return need;
}

/* The permit by its own name, where the trade is known. */
static char *
permit_key(const FieldSpec *spec, const DocumentsQuestion *question)
{
    gboolean known = spec->id == FIELD_LICENCE_SPECIAL_PERMIT && question->mcc != NULL &&
                     question->mcc->permit != NULL;

    return known ? g_strconcat("permit.", question->mcc->permit, NULL) : NULL;
}

static const char *
label_of(const FieldSpec *spec, const char *permit, const ReportContext *context, Language language)
{
    if (permit != NULL)
        return texts_get(context->texts, permit, language);
    return language == LANGUAGE_ZH ? spec->zh : spec->en;
}

/* The key of the sentence that says when a paper is needed; NULL when there is none. */
static char *
when_key(const FieldSpec *spec, Need need, const ReportContext *context)
{
    g_autofree char *key = g_strconcat("documents.when.", spec->key, NULL);

    return need == NEED_C && texts_has(context->texts, key) ? g_steal_pointer(&key) : NULL;
}

static void
append_line(GString *out, const FieldSpec *spec, const DocumentsQuestion *question,
            const ReportContext *context)
{
    g_autofree char *permit = permit_key(spec, question);
    g_autofree char *when = when_key(spec, need_of(spec, question), context);
    g_autofree char *stage = g_strconcat("documents.by.", stage_name(spec->due_by), NULL);
    g_autoptr(GString) line = g_string_new(NULL);

    fill_arguments(line, report_context_text(context, "documents.line"),
                   label_of(spec, permit, context, context->language),
                   report_context_text(context, stage));
    if (when != NULL) {
        g_string_append(line, report_context_text(context, "report.colon"));
        g_string_append(line, report_context_text(context, when));
    }
    layout_wrap(out, line->str, "  · ", 4, context->columns);
}

static void
append_part(GString *out, Need need, const DocumentsQuestion *question,
            const ReportContext *context)
{
    static const char *const heads[] = {"documents.needed", "documents.conditional",
                                        "documents.optional"};
    gboolean any = FALSE;

    for (int i = 0; i < FIELD_COUNT; i++) {
        const FieldSpec *spec = &field_specs[i];
        if (!is_document(spec) || need_of(spec, question) != need)
            continue;
        if (!any)
            g_string_append_printf(out, "%s\n", report_context_text(context, heads[need]));
        any = TRUE;
        append_line(out, spec, question, context);
    }
}

void
documents_append_text(GString *out, const DocumentsQuestion *question, const ReportContext *context)
{
    const MccRow *mcc = question->mcc;

    if (mcc != NULL)
        g_string_append_printf(out, "MCC %s %s\n", mcc->mcc, mcc->name[context->language]);
    append_part(out, NEED_R, question, context);
    append_part(out, NEED_C, question, context);
    append_part(out, NEED_O, question, context);
}

static void
append_localized(GString *out, const char *key, const ReportContext *context)
{
    if (key == NULL) {
        g_string_append(out, "null");
        return;
    }
    g_string_append(out, "{\"zh-CN\":");
    json_text_string(out, texts_get(context->texts, key, LANGUAGE_ZH));
    g_string_append(out, ",\"en\":");
    json_text_string(out, texts_get(context->texts, key, LANGUAGE_EN));
    g_string_append_c(out, '}');
}

static void
append_json_document(GString *out, const FieldSpec *spec, const DocumentsQuestion *question,
                     const ReportContext *context)
{
    static const char *const needs[] = {"required", "conditional", "optional", "not asked"};
    Need need = need_of(spec, question);
    g_autofree char *permit = permit_key(spec, question);
    g_autofree char *when = when_key(spec, need, context);

    g_string_append(out, "{\"key\":");
    json_text_string(out, spec->key);
    g_string_append(out, ",\"zh-CN\":");
    json_text_string(out, label_of(spec, permit, context, LANGUAGE_ZH));
    g_string_append(out, ",\"en\":");
    json_text_string(out, label_of(spec, permit, context, LANGUAGE_EN));
    g_string_append_printf(out, ",\"need\":\"%s\",\"due_by\":\"%s\",\"when\":", needs[need],
                           stage_name(spec->due_by));
    append_localized(out, when, context);
    g_string_append_c(out, '}');
}

void
documents_append_json(GString *out, const DocumentsQuestion *question, const ReportContext *context)
{
    const char *separator = "\n";

    g_string_append(out, "{\"merchant_kind\":");
    json_text_string(out, field_word(FIELD_MERCHANT_MERCHANT_KIND, (guint)question->kind));
    g_string_append(out, ",\"mcc\":");
    json_text_string(out, question->mcc != NULL ? question->mcc->mcc : NULL);
    g_string_append(out, ",\"documents\":[");
    for (int i = 0; i < FIELD_COUNT; i++) {
        const FieldSpec *spec = &field_specs[i];
        if (!is_document(spec) || need_of(spec, question) == NEED_N)
            continue;
        g_string_append(out, separator);
        append_json_document(out, spec, question, context);
        separator = ",\n";
    }
    g_string_append(out, "\n]}\n");
}
