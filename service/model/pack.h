/* SPDX-License-Identifier: Apache-2.0 */
/* The rule pack: what each rule says, how sure it is, and how the swipe would fail. Data, read-only
 * once loaded. */
#pragma once

#include "base/civil.h"
#include "model/texts.h"

/* A layer or stage that is the field's or the fact's own; a blocker that fails its layer, and any
 * other that leaves it. */
enum { PACK_LAYER_OF_FIELD = -1, PACK_STAGE_OF_FIELD = -1, PACK_STATE_OF_SEVERITY = -1 };

/* How a set-up mistake shows at the terminal (forecasts.tsv). */
typedef struct {
    const char *mistake; /* "M09" */
    const char *variant; /* "low", "" when there is one only */
    const char *stage;   /* sign_on purchase void settlement none */
    const char *de39;    /* primary response code, NULL when no code is shown */
    char **alternates;   /* NULL-terminated */
    Localized symptom;
    Confidence confidence;
    gboolean waivable;
    char **seen_from; /* check ask provision */
} Forecast;

typedef struct {
    const char *actor; /* sales operations risk key_office switch_team field_engineer vendor shop
                          bank auditor */
    Localized action;
} Remedy;

typedef struct {
    const char *name;
    gint64 number;
    const char *text; /* NULL for a number */
} RuleParameter;

typedef struct {
    const char *id;   /* R-BANK-004 */
    const char *code; /* BANK_ACCOUNT.HOLDER_MISMATCH */
    Severity severity;
    Confidence confidence; /* of the rule's demand */
    int layer;             /* Layer, or PACK_LAYER_OF_FIELD */
    int due_by;            /* Stage, or PACK_STAGE_OF_FIELD */
    int sets; /* LayerState that a finding puts its layer in, or PACK_STATE_OF_SEVERITY */
    gboolean waivable;
    CivilDay from, to; /* days on which the rule is in force, both included */
    Localized message;
    GPtrArray *remedies;  /* Remedy */
    GPtrArray *forecasts; /* const Forecast, borrowed from the pack */
    char **mistakes;      /* NULL-terminated, as all lists here */
    char **regulations;
    char **products;  /* card_debit card_credit contactless qr ...: what is blocked */
    char **caused_by; /* rule ids whose finding explains this one */
    const char *source;
    GArray *parameters; /* RuleParameter */
} RuleEntry;

/* A bound on a rate or a cap (domain.md 2.2). No row, no finding. */
typedef struct {
    const char *product;            /* debit credit foreign qr contactless */
    const char *fee_class;          /* standard preferential exempt */
    const char *kind;               /* floor (cost) or band (market) */
    gint64 rate_low, rate_high;     /* 1e-8; -1 = no bound */
    gint64 cap_low, cap_high;       /* fen; -1 = no bound */
    gint64 amount_low, amount_high; /* fen: the ticket the row is about; -1 = any */
    CivilDay from, to;
    Confidence confidence;
    const char *source;
} FeeRow;

/* One of the 39 set-up mistakes or the 30 regulations, for `explain`. */
typedef struct {
    const char *id;
    Localized title;
    Localized caught_by; /* texts NULL for regulations */
    const char *actor;   /* who fixes it, NULL for regulations */
    const char *source;
    Confidence confidence;
} Topic;

typedef struct {
    const char *name, *version;
    char sha256[65];        /* of the file's bytes */
    GPtrArray *rules;       /* RuleEntry, in the file's order */
    GPtrArray *forecasts;   /* Forecast */
    GPtrArray *mistakes;    /* Topic */
    GPtrArray *regulations; /* Topic */
    GArray *fee_rows;       /* FeeRow */
    GStringChunk *strings;  /* owns the texts */
} RulePack;

/* An empty pack for a loader to fill; owns all it holds. */
RulePack *pack_new(void);
void pack_free(RulePack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RulePack, pack_free)

/* Adds an empty rule whose lists are empty, owned by the pack. */
RuleEntry *pack_add_rule(RulePack *pack);

/* The rule of an id, or NULL. */
const RuleEntry *pack_find_rule(const RulePack *pack, const char *id);

/* The forecast of a mistake and variant ("" = its first), or NULL. */
const Forecast *pack_find_forecast(const RulePack *pack, const char *mistake, const char *variant);

/* The parameter of that name, or NULL. */
const RuleParameter *pack_parameter(const RuleEntry *rule, const char *name);
