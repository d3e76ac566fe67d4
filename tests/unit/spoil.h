/* SPDX-License-Identifier: Apache-2.0 */
/* A good data file with one thing spoilt, and the error that must tell it. */
#pragma once

#include "base/fault.h"

#include <string.h>

/* `find` becomes `replace` (the first place only), and the error has both `place` and `what`. */
typedef struct {
    const char *name, *find, *replace, *place, *what;
} BadRow;

static inline GBytes *
bytes_of(const char *text)
{
    return g_bytes_new(text, strlen(text));
}

static inline GBytes *
spoil(const char *good, const BadRow *row)
{
    const char *place = strstr(good, row->find);

    g_assert_nonnull(place);
    g_autoptr(GString) text = g_string_new_len(good, place - good);
    g_string_append(text, row->replace);
    g_string_append(text, place + strlen(row->find));
    return bytes_of(text->str);
}

static inline void
assert_told(const GError *error, const BadRow *row)
{
    g_assert_error(error, FAULT, FAULT_INPUT);
    if (!g_str_has_prefix(error->message, "mine.json: ") ||
        strstr(error->message, row->place) == NULL || strstr(error->message, row->what) == NULL)
        g_error("%s: unexpected message: %s", row->name, error->message);
}

/* Adds a test for each row, `prefix` before its name. */
static inline void
add_bad_rows(const char *prefix, const BadRow *rows, gsize count, GTestDataFunc function)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *path = g_strconcat(prefix, rows[i].name, NULL);
        g_test_add_data_func(path, &rows[i], function);
    }
}
