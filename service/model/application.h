/* SPDX-License-Identifier: Apache-2.0 */
/* One merchant application as it was sent: a value for each row of the field table. */
#pragma once

#include "base/arena.h"
#include "base/civil.h"
#include "model/device.h"

enum { APPLICATION_DEVICES_MAX = 1000 };

typedef struct {
    FieldValue values[FIELD_COUNT]; /* device rows stay absent here: see devices */
    Device *devices;
    guint device_count;
    guint noted;      /* how many values carry a note other than NOTE_NONE */
    const char *file; /* as named on the command line; borrowed */
    guint32 line;     /* 1-based line where it begins */
    const char *const
        *columns; /* header of each field as typed, by FieldId, NULL for JSON; borrowed */
    Arena *arena; /* owns what the record does not */
} Application;

/* Makes `app` an application with nothing in it that lives on `arena` (borrowed). */
void application_init(Application *app, Arena *arena);

/* Gives the application `count` (<= APPLICATION_DEVICES_MAX) empty terminals, and returns them;
 * once only. */
Device *application_set_devices(Application *app, guint count);

/* The value of a field; `device` is the terminal's index for fields of a terminal, ignored for
 * others. */
const FieldValue *application_value(const Application *app, FieldId id, int device);

/* As application_value, for the reader that fills it. */
FieldValue *application_value_mutable(Application *app, FieldId id, int device);

/* The value when it can be relied on (VALUE_OK), else NULL; `app` fields that are not a terminal's.
 */
const FieldValue *application_good(const Application *app, FieldId id);

/* Text of a reliable value, else NULL. */
const char *application_text(const Application *app, FieldId id);

/* Sets `number` to the number of a reliable value; FALSE when there is none. */
gboolean application_number(const Application *app, FieldId id, gint64 *number);

/* TRUE when nothing was given (blank counts as nothing). */
gboolean application_absent(const Application *app, FieldId id);

/* The merchant's kind, or -1 when it is not known. */
int application_kind_of_merchant(const Application *app);

/* TRUE when the reliable SET or ENUM value holds this word position. */
gboolean application_has(const Application *app, FieldId id, guint position);
gboolean application_is(const Application *app, FieldId id, int position);
