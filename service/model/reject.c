/* SPDX-License-Identifier: Apache-2.0 */
#include "model/reject.h"

#include <string.h>

enum { CODE_DIGITS = 5, FIELD_MAX = 128 };

static const struct {
    const char *key;
    gsize from, digits;
} parts[REJECT_PARTS] = {
    [REJECT_PLACE] = {"places", 0, 1},
    [REJECT_FIELD] = {"fields", 0, 4},
    [REJECT_KIND] = {"kinds", 4, 1},
    [REJECT_WHOLE] = {"whole", 0, 5},
};

static void
row_free(gpointer data)
{
    RejectRow *row = data;

    g_strfreev(row->mistakes);
    g_free(row);
}

void
reject_table_init(RejectTable *table)
{
    for (int part = 0; part < REJECT_PARTS; part++)
        table->rows[part] = g_ptr_array_new_with_free_func(row_free);
}

void
reject_table_clear(RejectTable *table)
{
    for (int part = 0; part < REJECT_PARTS; part++)
        g_ptr_array_unref(table->rows[part]);
}

RejectRow *
reject_add_row(RejectTable *table, RejectPart part)
{
    RejectRow *row = g_new0(RejectRow, 1);

    g_ptr_array_add(table->rows[part], row);
    return row;
}

const char *
reject_part_key(RejectPart part)
{
    g_return_val_if_fail((guint)part < REJECT_PARTS, "");
    return parts[part].key;
}

gsize
reject_part_digits(RejectPart part)
{
    g_return_val_if_fail((guint)part < REJECT_PARTS, 0);
    return parts[part].digits;
}

static const RejectRow *
find(const RejectTable *table, RejectPart part, const char *code)
{
    const char *digits = code + parts[part].from;

    for (guint i = 0; i < table->rows[part]->len; i++) {
        const RejectRow *row = g_ptr_array_index(table->rows[part], i);
        if (strncmp(row->digits, digits, parts[part].digits) == 0)
            return row;
    }
    return NULL;
}

static guint
field_of(const char *code)
{
    return (guint)(100 * (code[1] - '0') + 10 * (code[2] - '0') + code[3] - '0');
}

gboolean
reject_decode(const RejectTable *table, const char *code, Reject *reject)
{
    static char *const nothing[] = {NULL};

    memset(reject, 0, sizeof *reject);
    reject->mistakes = nothing;
    if (strlen(code) != CODE_DIGITS || strspn(code, "0123456789") != CODE_DIGITS)
        return FALSE;
    for (int part = 0; part < REJECT_PARTS; part++)
        reject->part[part] = find(table, (RejectPart)part, code);
    const RejectRow *telling = reject->part[REJECT_WHOLE] != NULL ? reject->part[REJECT_WHOLE]
                                                                  : reject->part[REJECT_FIELD];
    if (telling != NULL)
        reject->mistakes = telling->mistakes;
    reject->field = field_of(code);
    return reject->part[REJECT_WHOLE] != NULL ||
           (reject->part[REJECT_PLACE] != NULL && reject->part[REJECT_KIND] != NULL &&
            reject->field <= FIELD_MAX);
}
