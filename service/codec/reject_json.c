/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/reject_json.h"

#include <string.h>

static void
check_mistakes(const JsonPlace *object, const RulePack *pack, char *const *mistakes)
{
    JsonPlace place = json_data_member(object, "mistakes");

    for (; *mistakes != NULL; mistakes++) {
        if (pack_find_forecast(pack, *mistakes, "") == NULL)
            json_data_fail(&place, "the mistake '%s' is unknown", *mistakes);
    }
}

static void
read_row(const JsonPlace *object, const RulePack *pack, gsize length, RejectRow *row)
{
    JsonPlace place = json_data_member(object, "digits");

    json_data_keys(object, "digits name mistakes");
    row->digits = json_data_text(object, "digits");
    json_data_localized(object, "name", row->name.text);
    row->mistakes = json_data_list(object, "mistakes");
    check_mistakes(object, pack, row->mistakes);
    if (strlen(row->digits) != length || strspn(row->digits, "0123456789") != length)
        json_data_fail(&place, "'%s' is not of %u digits", row->digits, (guint)length);
}

static void
read_part(const JsonPlace *rejects, const RulePack *pack, RejectPart part, RejectTable *table)
{
    JsonPlace rows = json_data_array(rejects, reject_part_key(part));
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (gsize i = 0; i < json_data_count(&rows); i++) {
        JsonPlace object = json_data_item(&rows, i);
        RejectRow *row = reject_add_row(table, part);
        read_row(&object, pack, reject_part_digits(part), row);
        json_data_unique(&object, "digits", seen, row->digits);
    }
}

void
reject_json_read(const JsonPlace *root, const RulePack *pack, RejectTable *table)
{
    JsonPlace rejects = json_data_object(root, "rejects");

    json_data_keys(&rejects, "places fields kinds whole");
    for (int part = 0; part < REJECT_PARTS; part++)
        read_part(&rejects, pack, (RejectPart)part, table);
}
