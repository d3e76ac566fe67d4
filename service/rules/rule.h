/* SPDX-License-Identifier: Apache-2.0 */
/* The rule table and its runner. A rule is a pure function of its context. */
#pragma once

#include "model/catalogue.h"
#include "model/finding.h"

/* What the batch already holds: a value of this application that an earlier record has too. */
typedef enum {
    REPEAT_TUSN,
    REPEAT_TERMINAL_NO,
    REPEAT_CONTRACT_NO,
    REPEAT_ACCOUNT,
    REPEAT_IDENTITY,      /* licence number, or the micro merchant's ID number */
    REPEAT_SHOP,          /* shop name and address */
    REPEAT_REF,           /* external_ref */
    REPEAT_ACCOUNT_OWNER, /* the account together with the identity: one owner's */
    REPEAT_COUNT
} RepeatKind;

typedef struct {
    RepeatKind kind;
    int device;       /* terminal of this application, -1 for other kinds */
    const char *file; /* where the first record with the value stands */
    guint32 line;
    gboolean same_application; /* the first stands in this application itself */
} Repeat;

typedef struct {
    const Application *app;
    const Facts *facts; /* NULL = nobody was asked: rules on facts do not run */
    const Catalogue *catalogue;
    const RulePack *pack;
    const RuleEntry *rule; /* the rule that runs now: its parameters */
    const GArray *repeats; /* Repeat, in order of discovery; NULL = no batch */
    CivilDay today;
    Stage stage; /* how far the application is judged */
} RuleContext;

typedef void (*RuleFunction)(const RuleContext *context, FindingSink *sink);

typedef struct {
    const char *id;
    RuleFunction function;
    const char *parameters; /* names it needs from the pack, separated by blanks, or NULL */
} RuleRow;

/* The tables of the rule files, each ended by a row whose id is NULL. Their order is the order of
 * findings. */
extern const RuleRow intake_rules[];
extern const RuleRow data_rules[];
extern const RuleRow identity_rules[];
extern const RuleRow person_rules[];
extern const RuleRow account_rules[];
extern const RuleRow fee_rules[];
extern const RuleRow limit_rules[];
extern const RuleRow device_rules[];
extern const RuleRow release_rules[];
extern const RuleRow acquirer_rules[];
extern const RuleRow place_rules[];
extern const RuleRow contract_rules[];
extern const RuleRow unique_rules[];

/* A rule on one fact. The runner takes it through the records of the fact's section, those of
 * terminals only where they are joined to one of the application, and calls `judge` where the fact
 * was given: what was not asked is never held against anybody. */
typedef struct FactRule FactRule;
typedef struct {
    const RuleContext *context;
    FindingSink *sink;
    const FactRule *rule;
    const FactValue *value; /* of the rule's fact */
    guint index;            /* of the record */
    int device;             /* the application's terminal, -1 for other sections */
} FactCase;

typedef void (*FactJudge)(const FactCase *c);

struct FactRule {
    const char *id;
    FactJudge judge;
    FactId fact;
    FieldId field; /* of the application that it is held against, or FIELD_NONE */
    FactId other;  /* the fact that it is held against, or FACT_NONE */
    guint words;   /* bits of the words, or of false and true, at which it speaks */
    const char *parameters;
};

extern const FactRule account_fact_rules[];
extern const FactRule contract_fact_rules[];
extern const FactRule risk_fact_rules[];
extern const FactRule host_fact_rules[];
extern const FactRule device_fact_rules[];
extern const FactRule terminal_fact_rules[];
extern const FactRule key_fact_rules[];
extern const FactRule install_fact_rules[];
extern const FactRule profile_fact_rules[];

/* Rules on the answers themselves: old, unknown, of nobody's terminal, not asked. */
extern const RuleRow answer_rules[];
extern const RuleRow last_rules[]; /* after all others, those on facts too */

typedef struct RuleSet RuleSet;

/* Binds the table to a pack. NULL with FAULT_INTERNAL when a rule has no entry, an entry no rule,
 * or a parameter is missing. `pack` and `catalogue` are borrowed and must outlive it. Free with
 * rule_set_free. */
RuleSet *rule_set_new(const RulePack *pack, const Catalogue *catalogue, GError **error);
void rule_set_free(RuleSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RuleSet, rule_set_free)

/* Runs all rules in force on base->today and appends their findings to `findings` (Finding) in
 * table order, with causes set. `base` names application, repeats, today and stage; the set fills
 * in the rest. Thread-safe for different applications. */
void rule_set_run(const RuleSet *set, const RuleContext *base, GArray *findings);

/* The number parameter of the running rule; it exists, since rule_set_new has checked. */
gint64 rule_number(const RuleContext *context, const char *name);

/* The text parameter of the running rule. */
const char *rule_text(const RuleContext *context, const char *name);
