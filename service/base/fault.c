/* SPDX-License-Identifier: Apache-2.0 */
#include "base/fault.h"

G_DEFINE_QUARK(swipeready, fault)

static const int exit_codes[FAULT_COUNT] = {
    [FAULT_USAGE] = 2, [FAULT_INPUT] = 2,    [FAULT_LIMIT] = 2,     [FAULT_CONFLICT] = 2,
    [FAULT_STALE] = 2, [FAULT_DENIED] = 2,   [FAULT_NOT_FOUND] = 2, [FAULT_PARTNER] = 3,
    [FAULT_STORE] = 3, [FAULT_INTERNAL] = 3,
};

int
fault_exit_code(Fault fault)
{
    g_return_val_if_fail((guint)fault < FAULT_COUNT, 3);
    return exit_codes[fault];
}

gboolean
fault_raise(GError **error, Fault fault, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    if (error != NULL)
        *error = g_error_new_valist(FAULT, (int)fault, format, arguments);
    va_end(arguments);
    return FALSE;
}

gboolean
fault_prefix(GError **error, const char *format, ...)
{
    va_list arguments;
    g_autofree char *words = NULL;

    va_start(arguments, format);
    words = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_prefix_error(error, "%s: ", words);
    return FALSE;
}
