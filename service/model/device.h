/* SPDX-License-Identifier: Apache-2.0 */
/* One value of an application, and one terminal of it. */
#pragma once

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
    NOTE_DAMAGE_GUARD,      /* ="123" */
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

/* Why a value with NOTE_UNREADABLE could not be read: its number. The key of the texts table is
 * "problem." and the rest of the input error's key. */
const char *device_problem_key(const FieldValue *value);

/* The number for the key of an input error ("input.not_a_number"). */
gint64 device_problem_number(const char *input_key);

/* The terminal's value when it can be relied on (VALUE_OK), else NULL. */
const FieldValue *device_good(const Device *device, FieldId id);

/* Text of a reliable value, else NULL. */
const char *device_text(const Device *device, FieldId id);

/* TRUE when nothing was given (blank counts as nothing). */
gboolean device_absent(const Device *device, FieldId id);
