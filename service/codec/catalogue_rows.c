/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_rows.h"

#include <string.h>

const char *
catalogue_rows_unique(CatalogueReader *reader, const JsonPlace *row, const char *key,
                      CatalogueForm form)
{
    const char *code = catalogue_form_text(row, key, form);

    json_data_unique(row, key, reader->seen, code);
    return code;
}

guint
catalogue_rows_bits(const JsonPlace *row, const char *key, const FieldSpec *spec)
{
    g_auto(GStrv) list = json_data_optional_list(row, key);
    JsonPlace place = json_data_member(row, key);
    guint bits = 0;

    for (char **word = list; *word != NULL; word++) {
        int position = field_word_find(spec, *word, strlen(*word));
        if (position < 0)
            json_data_fail(&place, "'%s' is not one of: %s", *word, spec->words);
        else
            bits |= 1u << position;
    }
    return bits;
}

int
catalogue_rows_maybe(const JsonPlace *row, const char *key)
{
    JsonPlace place = json_data_member(row, key);

    return place.value != NULL ? json_data_boolean(row, key) : -1;
}

gboolean
catalogue_rows_flag(const JsonPlace *row, const char *key)
{
    return catalogue_rows_maybe(row, key) == TRUE;
}

const char *
catalogue_rows_initials(const JsonPlace *row)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    const char *initials = json_data_optional_text(row, "initials");
    JsonPlace place = json_data_member(row, "initials");

    if (initials != NULL && initials[strspn(initials, letters)] != '\0')
        json_data_fail(&place, "'%s' is not lower-case letters and digits", initials);
    return initials;
}

void
catalogue_rows_chinese(const JsonPlace *row, const char *name[LANGUAGE_COUNT])
{
    name[LANGUAGE_ZH] = json_data_text(row, "zh-CN");
    name[LANGUAGE_EN] = json_data_optional_text(row, "en");
}

void
catalogue_rows_head(const JsonPlace *root, const char *extra_keys, CatalogueFile *file)
{
    g_autofree char *keys =
        g_strjoin(" ", "name version complete source date rows", extra_keys, NULL);

    json_data_keys(root, keys);
    file->name = json_data_text(root, "name");
    file->version = json_data_text(root, "version");
    file->source = json_data_text(root, "source");
    file->date = json_data_text(root, "date");
    json_data_day(root, "date");
    file->complete = json_data_boolean(root, "complete");
}
