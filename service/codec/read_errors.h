/* SPDX-License-Identifier: Apache-2.0 */
/* Collects what could not be read of one record. */
#pragma once

#include "base/arena.h"
#include "model/input_error.h"

enum { READ_ERRORS_MAX = 200 };

typedef struct {
    Arena *arena;   /* owns the texts of the errors; borrowed */
    GArray *errors; /* InputError; borrowed */
} ReadErrors;

/* Adds an error with its place; texts are copied. `key` is static; `where` and the arguments may be
 * NULL. Past READ_ERRORS_MAX of one list nothing is added: the rest would not be read. */
void read_errors_add(ReadErrors *errors, const InputError *error);
