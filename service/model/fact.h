/* SPDX-License-Identifier: Apache-2.0 */
/* The fact table: what outside parties and the terminal may say, from schemas/facts.def. */
#pragma once

#include "model/field.h"

/* Who says it. Each but the single ones is a list of records. */
typedef enum {
    FACTS_BANK_ACCOUNT,  /* the bank, about the settlement account */
    FACTS_CONTRACT,      /* UnionPay */
    FACTS_RISK,          /* risk lists, one record a list */
    FACTS_HOST,          /* the acquirer host */
    FACTS_HOST_TERMINAL, /* the same, one record a terminal */
    FACTS_DEVICE,        /* the device register, one record a serial */
    FACTS_TERMINAL,      /* what is read back from the terminal itself */
    FACTS_INSTALL,       /* the installation record */
    FACTS_SECTION_COUNT
} FactSection;

typedef enum {
    FACT_TYPE_TEXT,
    FACT_TYPE_ENUM,       /* number = index of the word */
    FACT_TYPE_SET,        /* number = bits of the words */
    FACT_TYPE_BOOL,       /* number = 0 or 1 */
    FACT_TYPE_MONEY,      /* number = fen */
    FACT_TYPE_RATE,       /* number = 1e-8 */
    FACT_TYPE_INTEGER,    /* number */
    FACT_TYPE_DATE,       /* number = CivilDay */
    FACT_TYPE_TIME,       /* number = seconds since 1970 in UTC */
    FACT_TYPE_COORDINATE, /* number = 1e-6 degrees */
    FACT_TYPE_KCV,        /* a key check value: see Kcv */
    FACT_TYPE_LIST,       /* texts */
    FACT_TYPE_COUNT
} FactType;

typedef enum { FACT_NEED_GATE, FACT_NEED_ASK, FACT_NEED_FREE } FactNeed;

/* FACT_<SECTION>_<KEY> for each row, in the order of the table. */
typedef enum {
#define FACT(SECTION, KEY, ...) FACT_##SECTION##_##KEY,
#include "facts.def"
#undef FACT
    FACT_COUNT,
    FACT_NONE = -1
} FactId;

typedef struct {
    FactSection section;
    const char *key;
    const char *label[LANGUAGE_COUNT];
    FactType type;
    const char *words; /* of ENUM and SET, separated by blanks; NULL where `like` has them */
    FieldId like;      /* the application's field that has the same words, or FIELD_NONE */
    FactNeed need;
    Layer layer;
    Mask mask;
    const char *asked_by; /* the rule that says that it was not asked; NULL where it is FREE */
} FactSpec;

extern const FactSpec fact_specs[FACT_COUNT];

typedef struct {
    const char *name;   /* in JSON: "host" */
    FactSection parent; /* the section it stands in, itself when it stands at the top */
    gboolean list;
    Stage stage;  /* by which its answer is due */
    FactId first; /* its first row */
} FactSectionSpec;

extern const FactSectionSpec fact_sections[FACTS_SECTION_COUNT];

/* Words of the ENUM facts by name, so that rules do not count positions. */
enum { RISK_CLEAR, RISK_LISTED, RISK_SIMILAR };
enum { TUSN_UNKNOWN, TUSN_REPORTED, TUSN_IN_STOCK, TUSN_BOUND, TUSN_VOID };
enum { SIGN_ON_001, SIGN_ON_003, SIGN_ON_004 };
enum { RISK_GRADE_LOW, RISK_GRADE_MEDIUM, RISK_GRADE_HIGH };

/* How many rows a section has. */
guint fact_count(FactSection section);

/* The row of a section and a key, FACT_NONE when there is none. */
FactId fact_find(FactSection section, const char *key);

/* The row of the section whose key is nearest (least edits), for "did you mean". */
FactId fact_nearest(FactSection section, const char *key);

/* The words of an ENUM or SET fact, as FieldSpec has them; NULL for others. */
const char *fact_words(FactId id);

/* The position of a word of an ENUM or SET fact, -1 when it is none; and the word at a position,
 * NULL past the end. */
int fact_word_find(FactId id, const char *word, gsize length);
const char *fact_word(FactId id, guint position);

/* Appends what may be chosen, for people: "open, closed". */
void fact_choices(FactId id, GString *out);

/* Writes the JSON pointer of a record: /facts/host/terminals/0. */
void fact_record_path(FactSection section, guint index, GString *out);

/* Writes the JSON pointer of a fact: /facts/host/mcc, /facts/host/terminals/0/state. `index` is the
 * record's place in its list, ignored where there is one only. */
void fact_path(FactId id, guint index, GString *out);
