/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON Schema (2020-12) of an application, from the field table: the shape that
 * application_from_json accepts. */
#pragma once

#include <glib.h>

/* The whole schema, indented, with a line end. Free with g_free. */
char *application_schema_text(void);
