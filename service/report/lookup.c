/* SPDX-License-Identifier: Apache-2.0 */
#include "report/lookup.h"

#include "base/text.h"
#include "report/json_text.h"
#include "report/layout.h"

static void
append_note(GString *out, const char *note)
{
    if (note == NULL)
        return;
    g_string_append(out, out->len > 0 ? " · " : "");
    g_string_append(out, note);
}

static const char *
keyed(const ReportContext *context, const char *prefix, const char *word)
{
    g_autofree char *key = g_strconcat(prefix, word, NULL);

    return texts_has(context->texts, key) ? report_context_text(context, key) : word;
}

static void
note_mcc(GString *out, const MccRow *row, const ReportContext *context)
{
    append_note(out, keyed(context, "class.", row->fee_class));
    if (row->permit != NULL)
        append_note(out, keyed(context, "permit.", row->permit));
}

static void
note_branch(GString *out, const BranchRow *row, const ReportContext *context)
{
    const BankRow *bank = catalogue_bank(context->catalogue, row->bank);
    const AreaRow *area = catalogue_area(context->catalogue, row->area);

    append_note(out, bank != NULL ? bank->name[context->language] : NULL);
    append_note(out, area != NULL ? area->city[context->language] : NULL);
}

static void
note_area(GString *out, const AreaRow *row, const ReportContext *context)
{
    const ProvinceRow *province = catalogue_province(context->catalogue, row->province);

    append_note(out, report_context_text(context, "catalogue.title.areas"));
    append_note(out, province != NULL ? province->name[context->language] : NULL);
}

static void
note_model(GString *out, const DeviceModel *row, const ReportContext *context)
{
    char day[11];

    for (char **code = row->device_types; *code != NULL; code++) {
        const DeviceTypeRow *type = catalogue_device_type(context->catalogue, *code);
        append_note(out, type != NULL ? type->name[context->language] : *code);
    }
    if (row->certified_to == 0)
        return;
    append_note(out, report_context_text(context, "lookup.certified_to"));
    g_string_append(out, civil_format(row->certified_to, day));
}

/* What matters about a row, as one line of notes. */
static char *
notes_of(const CatalogueHit *hit, const ReportContext *context)
{
    GString *out = g_string_new(NULL);

    if (hit->kind == CATALOGUE_MCC)
        note_mcc(out, hit->row, context);
    else if (hit->kind == CATALOGUE_BRANCHES)
        note_branch(out, hit->row, context);
    else if (hit->kind == CATALOGUE_AREAS)
        note_area(out, hit->row, context);
    else if (hit->kind == CATALOGUE_DEVICES)
        note_model(out, hit->row, context);
    else
        append_note(out, report_context_text(context, "catalogue.title.regions"));
    return g_string_free(out, FALSE);
}

static guint
code_width(const GArray *hits)
{
    guint width = 0;

    for (guint i = 0; i < hits->len; i++)
        width = MAX(width, text_width(g_array_index(hits, CatalogueHit, i).code));
    return width;
}

static void
append_hit(GString *out, const CatalogueHit *hit, guint width, const ReportContext *context)
{
    const char *zh = hit->name[LANGUAGE_ZH], *en = hit->name[LANGUAGE_EN];
    g_autoptr(GString) first = g_string_new(NULL);
    g_autoptr(GString) name = g_string_new(zh);
    g_autofree char *notes = notes_of(hit, context);

    if (en != NULL && !g_str_equal(zh, en))
        g_string_append_printf(name, "  %s", en);
    guint used = layout_cut(first, hit->code, width);
    layout_blanks(first, width - used + 2);
    layout_wrap(out, name->str, first->str, width + 2, context->columns);
    if (notes[0] == '\0')
        return;
    g_string_truncate(first, 0);
    layout_blanks(first, width + 2);
    layout_wrap(out, notes, first->str, width + 2, context->columns);
}

void
lookup_append_text(GString *out, const GArray *hits, const ReportContext *context)
{
    guint width = code_width(hits);

    for (guint i = 0; i < hits->len; i++)
        append_hit(out, &g_array_index(hits, CatalogueHit, i), width, context);
}

static void
append_member(GString *out, const char *key, const char *text)
{
    g_string_append_printf(out, ",\"%s\":", key);
    json_text_string(out, text);
}

static void
append_json_model(GString *out, const DeviceModel *row)
{
    char day[11];

    append_member(out, "brand", row->brand);
    g_string_append(out, ",\"aliases\":");
    json_text_list(out, row->aliases);
    g_string_append(out, ",\"device_types\":");
    json_text_list(out, row->device_types);
    append_member(out, "certified_to",
                  row->certified_to != 0 ? civil_format(row->certified_to, day) : NULL);
}

static void
append_json_row(GString *out, const CatalogueHit *hit)
{
    if (hit->kind == CATALOGUE_MCC) {
        append_member(out, "fee_class", ((const MccRow *)hit->row)->fee_class);
        append_member(out, "permit", ((const MccRow *)hit->row)->permit);
    } else if (hit->kind == CATALOGUE_BRANCHES) {
        append_member(out, "bank", ((const BranchRow *)hit->row)->bank);
        append_member(out, "area", ((const BranchRow *)hit->row)->area);
    } else if (hit->kind == CATALOGUE_AREAS) {
        append_member(out, "province", ((const AreaRow *)hit->row)->province);
    } else if (hit->kind == CATALOGUE_DEVICES) {
        append_json_model(out, hit->row);
    }
}

void
lookup_append_json(GString *out, const GArray *hits, const char *what, const char *query,
                   const ReportContext *context)
{
    g_string_append(out, "{\"what\":");
    json_text_string(out, what);
    append_member(out, "query", query);
    g_string_append(out, ",\"results\":[");
    for (guint i = 0; i < hits->len; i++) {
        const CatalogueHit *hit = &g_array_index(hits, CatalogueHit, i);
        gboolean model = hit->kind == CATALOGUE_DEVICES;
        g_string_append(out, i > 0 ? ",\n" : "\n");
        g_string_append(out, model ? "{\"model\":" : "{\"code\":");
        json_text_string(out, model ? hit->name[LANGUAGE_ZH] : hit->code);
        append_member(out, "catalogue", context->catalogue->files[hit->kind].name);
        append_member(out, "zh-CN", hit->name[LANGUAGE_ZH]);
        append_member(out, "en", hit->name[LANGUAGE_EN]);
        append_json_row(out, hit);
        g_string_append_c(out, '}');
    }
    g_string_append(out, "\n]}\n");
}
