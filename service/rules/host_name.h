/* SPDX-License-Identifier: Apache-2.0 */
/* Names as acquirer hosts take them: GBK, in field 43. */
#pragma once

#include <glib.h>

/* The first character of a name that hosts refuse, 0 when they take it. */
gunichar host_name_refused(const char *name);
