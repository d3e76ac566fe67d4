/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of data files: those compiled into the program and those somebody names in their place.
 */
#pragma once

#include <glib.h>

/* A list of all bank branches has some 20 MB. */
enum { RESOURCE_BYTES_MAX = 64 * 1024 * 1024 };

/* The built-in file of that name ("rulepack.json"). NULL with FAULT_INTERNAL when there is none. */
GBytes *resource_builtin(const char *name, GError **error);

/* The file at a path, of at most RESOURCE_BYTES_MAX bytes. NULL with FAULT_INPUT when it cannot be
 * read, with FAULT_LIMIT when it is larger. */
GBytes *resource_file(const char *path, GError **error);
