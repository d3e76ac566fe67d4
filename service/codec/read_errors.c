/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/read_errors.h"

#include <string.h>

static const char *
copied(Arena *arena, const char *text)
{
    return text != NULL ? arena_strndup(arena, text, strlen(text)) : NULL;
}

void
read_errors_add(ReadErrors *errors, const InputError *error)
{
    InputError kept = *error;

    if (errors->errors->len >= READ_ERRORS_MAX)
        return;
    kept.where = copied(errors->arena, error->where);
    for (gsize i = 0; i < G_N_ELEMENTS(kept.arguments); i++)
        kept.arguments[i] = copied(errors->arena, error->arguments[i]);
    g_array_append_val(errors->errors, kept);
}
