/* SPDX-License-Identifier: Apache-2.0 */
/* The field reference for people, in Markdown, from the field table. */
#pragma once

#include <glib.h>

/* The whole page, with a line end. Free with g_free. */
char *application_reference_text(void);
