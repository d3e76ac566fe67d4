/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as one JSON application: read or refused, never more. */
#include "codec/application_json.h"
#include "codec/json_split.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
read_piece(const char *bytes, const JsonPiece *piece)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(InputError));
    ReadErrors errors = {arena, list};
    RecordPlace place = {"fuzz.json", piece->line};
    g_autofree Application *app = g_new0(Application, 1);

    application_init(app, arena);
    if (!application_from_json(bytes + piece->start, piece->length, &place, app, &errors))
        g_assert_cmpuint(list->len, >, 0);
    for (guint i = 0; i < list->len; i++) {
        const InputError *error = &g_array_index(list, InputError, i);
        g_assert_true(error->where == NULL || g_utf8_validate(error->where, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    JsonSplit split;
    JsonPiece piece;

    json_split_start(&split, (const char *)data, size);
    while (json_split_next(&split, &piece)) {
        g_assert_cmpuint(piece.start + piece.length, <=, size);
        read_piece((const char *)data, &piece);
    }
    return 0;
}
