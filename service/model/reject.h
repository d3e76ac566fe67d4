/* SPDX-License-Identifier: Apache-2.0 */
/* Reject codes of the switch: five digits that say where a message is wrong and how. */
#pragma once

#include "model/pack.h"

/* What a code is made of: the place is its first digit, the field its first four, the kind of fault
 * its last; some codes have a meaning only as a whole. */
typedef enum { REJECT_PLACE, REJECT_FIELD, REJECT_KIND, REJECT_WHOLE, REJECT_PARTS } RejectPart;

/* What some digits of a code mean, and the mistakes that may be behind them. */
typedef struct {
    const char *digits;
    Localized name;
    char **mistakes;
} RejectRow;

typedef struct {
    GPtrArray *rows[REJECT_PARTS]; /* RejectRow */
} RejectTable;

/* A code taken apart. Either `whole` is there, or place and kind are and the row of the field may
 * be. */
typedef struct {
    const RejectRow *part[REJECT_PARTS];
    guint field;           /* 0 = the code names none */
    char *const *mistakes; /* borrowed; may be empty */
} Reject;

/* An empty table for a loader to fill; reject_table_clear releases what it holds. */
void reject_table_init(RejectTable *table);
void reject_table_clear(RejectTable *table);

/* Adds an empty row, owned by the table. */
RejectRow *reject_add_row(RejectTable *table, RejectPart part);

/* The name of a part in data ("places"), and how many digits its rows have. */
const char *reject_part_key(RejectPart part);
gsize reject_part_digits(RejectPart part);

/* Takes a code apart; FALSE when it is no reject code. */
gboolean reject_decode(const RejectTable *table, const char *code, Reject *reject);
