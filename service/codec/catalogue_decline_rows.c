/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_rows.h"

static const char decline_code_keys[] =
    "code zh-CN en class given_by usual_cause mistakes fixed_by retry confidence note generation"
    " old";

/* Who mends it, by the name that the file's own table of actors gives in both languages. */
static void
read_fixed_by(CatalogueReader *reader, const JsonPlace *row, DeclineCode *code)
{
    JsonPlace place = json_data_member(row, "fixed_by");
    const char *actor = json_data_optional_text(row, "fixed_by");

    if (actor == NULL)
        return;
    if (json_object_get(reader->actors.value, actor) == NULL)
        json_data_fail(&place, "the actor '%s' is unknown", actor);
    json_data_optional_localized(&reader->actors, actor, code->fixed_by);
}

void
catalogue_decline_rows_code(CatalogueReader *reader, const JsonPlace *row)
{
    DeclineCode *code = g_new0(DeclineCode, 1);

    g_ptr_array_add(reader->catalogue->decline_codes, code);
    json_data_keys(row, decline_code_keys);
    code->code = catalogue_rows_unique(reader, row, "code", CATALOGUE_FORM_ANSWER);
    json_data_languages(row, code->name);
    json_data_optional_localized(row, "old", code->old_name);
    json_data_optional_localized(row, "usual_cause", code->cause);
    json_data_optional_localized(row, "note", code->note);
    code->klass = json_data_text(row, "class");
    code->generation = json_data_text(row, "generation");
    code->retry = json_data_optional_text(row, "retry");
    code->given_by = json_data_list(row, "given_by");
    code->mistakes = json_data_list(row, "mistakes");
    code->confidence = json_data_confidence(row);
    read_fixed_by(reader, row, code);
}

void
catalogue_decline_rows_add(CatalogueReader *reader, const JsonPlace *row, const char *acquirer)
{
    DeclineOverride *override = g_new0(DeclineOverride, 1);

    g_ptr_array_add(reader->catalogue->overrides, override);
    override->acquirer = acquirer;
    override->code = catalogue_form_text(row, "code", CATALOGUE_FORM_ANSWER);
    json_data_localized(row, "meaning", override->meaning);
    override->mistakes = json_data_list(row, "mistakes");
}

void
catalogue_decline_rows_override(CatalogueReader *reader, const JsonPlace *row)
{
    json_data_keys(row, "acquirer code meaning mistakes");
    catalogue_decline_rows_add(reader, row, json_data_text(row, "acquirer"));
}
