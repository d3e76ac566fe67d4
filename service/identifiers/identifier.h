/* SPDX-License-Identifier: Apache-2.0 */
/* The table of identifier kinds: name -> check of form and check digits, nothing else. */
#pragma once

#include "base/civil.h"

typedef enum { IDENTIFIER_OK, IDENTIFIER_WARN, IDENTIFIER_BAD } IdentifierLevel;

typedef struct {
    IdentifierLevel level;
    const char *code; /* static, upper case, such as "CHECKSUM"; NULL when OK */
} IdentifierVerdict;

#define IDENTIFIER_GOOD ((IdentifierVerdict){IDENTIFIER_OK, NULL})
#define IDENTIFIER_WARN_FOR(code) ((IdentifierVerdict){IDENTIFIER_WARN, (code)})
#define IDENTIFIER_BAD_FOR(code) ((IdentifierVerdict){IDENTIFIER_BAD, (code)})

/* `text` need not end in NUL and may hold any byte; `today` bounds birth dates. Pure. */
typedef IdentifierVerdict (*IdentifierCheck)(const char *text, gsize length, CivilDay today);

typedef struct {
    const char *name; /* as design 4.1 writes it: "uscc", "resident-id" ... */
    IdentifierCheck check;
} IdentifierKind;

/* The kind of that name, or NULL. Static. */
const IdentifierKind *identifier_find(const char *name);

/* All kinds in the order of design 4.1; sets `count`. Static. */
const IdentifierKind *identifier_kinds(gsize *count);
