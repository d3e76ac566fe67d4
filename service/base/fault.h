/* SPDX-License-Identifier: Apache-2.0 */
/* The one error domain. The code of a fault says who must act. */
#pragma once

#include <glib.h>

#define FAULT (fault_quark())

typedef enum {
    FAULT_USAGE,     /* the caller of the program wrote the command wrongly */
    FAULT_INPUT,     /* the sender must correct what was sent */
    FAULT_LIMIT,     /* the sender must send less */
    FAULT_CONFLICT,  /* the sender must look at the present state first */
    FAULT_STALE,     /* evidence is too old: ask again */
    FAULT_DENIED,    /* the sender may not do this */
    FAULT_NOT_FOUND, /* no such thing */
    FAULT_PARTNER,   /* an outside party must act */
    FAULT_STORE,     /* the operator must look at the disk or the database */
    FAULT_INTERNAL,  /* we must mend the program or its data */
    FAULT_COUNT
} Fault;

/* The quark of the domain. */
GQuark fault_quark(void);

/* The exit code of a program that ends with this fault: 2 for what the caller can mend, 3 else
 * (design 4.1 keeps 0 and 1 for verdicts). */
int fault_exit_code(Fault fault);

/* Sets `error` (may be NULL) and returns FALSE, so that a check is one statement.
 * The message is for the one who must act and holds nothing personal. */
gboolean fault_raise(GError **error, Fault fault, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Puts words before the message of `error` when it is set, and returns FALSE. */
gboolean fault_prefix(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);
