/* SPDX-License-Identifier: Apache-2.0 */
/* Facts: what outside parties and the terminal answered about one application, each with its source
 * and time. What was not asked is not there. */
#pragma once

#include "model/application.h"
#include "model/fact.h"

/* A merchant may have terminals at the host beside those that are applied for, 1000 at most. */
enum { FACTS_RECORDS_MAX = 2000 };

typedef enum {
    FACT_NOT_ASKED, /* the key is absent */
    FACT_GIVEN,
    FACT_NO_WORD, /* a word that is not of the list: nobody knows what it means */
    FACT_UNUSABLE /* of another type or form: an input error as well */
} FactState;

typedef enum { KCV_DES, KCV_TDES, KCV_AES, KCV_SM4 } KcvAlgorithm;
typedef enum { KCV_ECB_ZERO, KCV_CMAC_ZERO } KcvMethod;
enum { KCV_BYTES_MAX = 16, KCV_BYTES_PROOF = 3 }; /* fewer bytes are equal by chance (keys.md 4) */

/* A key check value is comparable only with one of the same algorithm and method. */
typedef struct {
    KcvAlgorithm algorithm;
    KcvMethod method;
    guint length; /* bytes */
    guint8 value[KCV_BYTES_MAX];
} Kcv;

typedef struct {
    const char *text;        /* as it came; "" = answered, with nothing. NULL for numbers */
    gint64 number;           /* see FactType */
    const Kcv *kcv;          /* of KCV */
    const char *const *list; /* of LIST: NULL-terminated */
    FactState state;
} FactValue;

/* Which parts of its origin a record has, readable or not. */
enum { FACT_SAYS_SOURCE = 1, FACT_SAYS_AT = 2, FACT_SAYS_TTL = 4 };

/* One answer. A terminal of the host's record has the host's source and time unless it has its own.
 */
typedef struct {
    FactValue *values;  /* one for each row of its section */
    const char *source; /* NULL = not said; long numbers hidden */
    const char *at_text;
    gint64 at;       /* seconds; 0 = not said */
    gint64 ttl_days; /* -1 = not said */
    guint said;      /* bits of FACT_SAYS_ */
    guint gaps;      /* how many values that are needed were not given */
    guint oddities;  /* how many values settle nothing, or have words that nobody knows */
} FactRecord;

typedef struct {
    FactRecord *records[FACTS_SECTION_COUNT];
    guint counts[FACTS_SECTION_COUNT];
    int *joined[FACTS_SECTION_COUNT];     /* by terminal of the application: its record, or -1 */
    int *device[FACTS_SECTION_COUNT];     /* by record: the application's terminal, or -1 */
    gboolean listed[FACTS_SECTION_COUNT]; /* the key was there, be it with an empty list */
    gboolean twice;                       /* there were two records of facts; neither is here */
    guint device_count;
    const char *file; /* as named on the command line; borrowed */
    guint32 line;     /* 1-based line where it begins */
    Arena *arena;     /* borrowed: owns what the record does not */
} Facts;

/* Makes `facts` hold nothing, on the arena. */
void facts_init(Facts *facts, Arena *arena);

/* Gives a section `count` (<= FACTS_RECORDS_MAX) empty records; once only. */
FactRecord *facts_set_records(Facts *facts, FactSection section, guint count);

/* TRUE where each terminal has a record of its own. */
gboolean facts_is_by_terminal(FactSection section);

/* Finds the record of each terminal: by serial, else by terminal number, else as the only one left;
 * and counts gaps and oddities. To be called once the facts are read. */
void facts_join(Facts *facts, const Application *app);

/* The record of a section, NULL when there is none; and the one of the application's terminal. */
const FactRecord *facts_record(const Facts *facts, FactSection section, guint index);
int facts_index_of(const Facts *facts, FactSection section, int device);

/* A value; never NULL: what there is no record of is FACT_NOT_ASKED. */
const FactValue *facts_value(const Facts *facts, FactId id, guint index);

/* A value that was given, else NULL. */
const FactValue *facts_given(const Facts *facts, FactId id, guint index);

/* TRUE when the application needs the answer at all: a plaque that only shows a code holds no key
 * and is not read back, and only a card has a kind. `device` -1 for sections of no terminal. */
gboolean facts_is_needed(const Application *app, FactId id, int device);

/* TRUE when a device holds no key: it only shows a code (design 2.1). */
gboolean facts_is_keyless(const Device *device);

/* How good a record is as evidence on a day: it must say when it was said and for how long. */
typedef enum { EVIDENCE_GOOD, EVIDENCE_NO_ORIGIN, EVIDENCE_AHEAD, EVIDENCE_OLD } EvidenceState;
EvidenceState facts_evidence(const FactRecord *record, CivilDay today);

/* TRUE when an answer settles the matter: given, of a word we know, and not "unknown"; where a
 * layer waits for it, not an empty text either, nor a check value too short to prove anything. */
gboolean facts_settles(FactId id, const FactValue *value);

/* What was given, in one spelling, for people; on the arena. NULL for nothing. */
const char *facts_shown(Arena *arena, FactId id, const FactValue *value);
