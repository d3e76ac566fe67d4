/* SPDX-License-Identifier: Apache-2.0 */
/* One merchant application as it was sent: a value for each row of the field table. */
#pragma once

#include "base/arena.h"
#include "base/civil.h"
#include "model/field.h"

typedef enum {
    VALUE_ABSENT, /* not given, or blank */
    VALUE_OK,     /* text and number hold */
    VALUE_BAD,    /* given, text kept, not of the field's form: number is 0; `note` says why */
    VALUE_REFUSED /* given and dropped: unreadable, or track data; text is NULL */
} ValueState;

typedef enum {
    NOTE_NONE,
    NOTE_NORMALISED,          /* full width, blanks, separators ... taken away; the value is good */
    NOTE_DAMAGE_SCIENTIFIC,   /* 1.10105E+17 */
    NOTE_DAMAGE_ZEROS,        /* digits after the fifteenth are 0 */
    NOTE_DAMAGE_LEADING_ZERO, /* too short by lost zeros */
    NOTE_DAMAGE_SERIAL,       /* a date as a serial number */
    NOTE_DAMAGE_APOSTROPHE,
    NOTE_DAMAGE_ERROR_CELL, /* #N/A, ##### */
    NOTE_DAMAGE_POSSIBLE,   /* zeros after the fifteenth, check digit right all the same */
    NOTE_TRACK_DATA,        /* refused: looks like a magnetic track */
    NOTE_UNREADABLE,        /* refused: cannot be represented */
    NOTE_BAD_DATE,
    NOTE_BAD_FORM, /* not the form of SHA-256, hours, coordinates */
    NOTE_COUNT
} ValueNote;

typedef struct {
    const char *text; /* normalised, NUL-terminated; borrowed from the record or its arena; NULL
                         when absent */
    gint64 number;    /* see FieldType */
    guint8 state;     /* ValueState */
    guint8 note;      /* ValueNote */
    guint16 column;   /* 1-based column of a spreadsheet, 0 elsewhere */
    guint32 line;     /* 1-based line of the file; 0 = the application's own */
} FieldValue;

typedef struct {
    FieldValue values[FIELD_DEVICE_COUNT];
    guint32 line; /* 1-based line the terminal was read from */
} Device;

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

/* As application_good, for a terminal's field. */
const FieldValue *device_good(const Device *device, FieldId id);

/* Text of a reliable value, else NULL. */
const char *application_text(const Application *app, FieldId id);
const char *device_text(const Device *device, FieldId id);

/* TRUE when nothing was given (blank counts as nothing). */
gboolean application_absent(const Application *app, FieldId id);
gboolean device_absent(const Device *device, FieldId id);

/* The merchant's kind, or -1 when it is not known. */
int application_kind_of_merchant(const Application *app);

/* TRUE when the reliable SET or ENUM value holds this word position. */
gboolean application_has(const Application *app, FieldId id, guint position);
gboolean application_is(const Application *app, FieldId id, int position);
