/* SPDX-License-Identifier: Apache-2.0 */
/* The answers themselves: old, of nobody knows whom, of words that nobody knows, about terminals
 * that the application does not have; and what was not asked (design 2.1: silence is never yes). */
#include "rules/fact_case.h"

#include <string.h>

typedef void (*JudgeRecord)(const RuleContext *context, FindingSink *sink, FactSection section,
                            guint index);

static int
device_of(const Facts *facts, FactSection section, guint index)
{
    return facts_is_by_terminal(section) ? facts->device[section][index] : -1;
}

static void
each_record(const RuleContext *context, FindingSink *sink, JudgeRecord judge)
{
    for (int section = 0; context->facts != NULL && section < FACTS_SECTION_COUNT; section++) {
        for (guint i = 0; i < context->facts->counts[section]; i++)
            judge(context, sink, (FactSection)section, i);
    }
}

/* ---- source and time ---- */

/* What the terminals of the host's record take over from it is said of the host alone. What they
 * say themselves, a time to live of their own say, may make them old where the host is not. */
static gboolean
is_taken_over(const RuleContext *context, FactSection section, guint index)
{
    const FactRecord *host = facts_record(context->facts, FACTS_HOST, 0);
    const FactRecord *record = facts_record(context->facts, section, index);

    return section == FACTS_HOST_TERMINAL && host != NULL && record->at_text == host->at_text &&
           facts_evidence(record, context->today) == facts_evidence(host, context->today);
}

/* The rule of each state that an answer can be in but good. */
static gboolean
is_about(const RuleEntry *rule, EvidenceState state)
{
    static const char *const rules[] = {
        [EVIDENCE_NO_ORIGIN] = "R-FACT-003",
        [EVIDENCE_AHEAD] = "R-FACT-002",
        [EVIDENCE_OLD] = "R-FACT-001",
    };

    return state != EVIDENCE_GOOD && g_str_equal(rules[state], rule->id);
}

static void
judge_evidence(const RuleContext *context, FindingSink *sink, FactSection section, guint index)
{
    EvidenceState state =
        facts_evidence(facts_record(context->facts, section, index), context->today);

    if (is_about(context->rule, state) && !is_taken_over(context, section, index))
        finding_add_record(sink, section, index, device_of(context->facts, section, index));
}

static void
rule_evidence(const RuleContext *context, FindingSink *sink)
{
    each_record(context, sink, judge_evidence);
}

/* ---- answers that settle nothing ---- */

/* One value of a record. */
typedef struct {
    const RuleContext *context;
    FindingSink *sink;
    const FactValue *value;
    FactId id;
    guint index;
    int device;
} Answer;

typedef void (*JudgeAnswer)(const Answer *answer);

static void
each_answer(const RuleContext *context, FindingSink *sink, FactSection section, guint index,
            JudgeAnswer judge)
{
    FactId first = fact_sections[section].first;
    guint count = fact_count(section);
    Answer answer = {context, sink, NULL, first, index, device_of(context->facts, section, index)};

    for (guint i = 0; i < count; i++) {
        answer.id = (FactId)(first + i);
        answer.value = facts_value(context->facts, answer.id, index);
        judge(&answer);
    }
}

/* Those of the records that have any that settles nothing or is of a strange word. */
static void
each_odd_answer(const RuleContext *context, FindingSink *sink, JudgeAnswer judge)
{
    for (int section = 0; context->facts != NULL && section < FACTS_SECTION_COUNT; section++) {
        for (guint i = 0; i < context->facts->counts[section]; i++) {
            if (context->facts->records[section][i].oddities > 0)
                each_answer(context, sink, (FactSection)section, i, judge);
        }
    }
}

static Finding *
add_answer(const Answer *answer)
{
    return finding_add_fact(answer->sink, answer->id, answer->index, answer->device);
}

/* Given in the right form, and yet it says no more than `text`. */
static gboolean
says_only(const Answer *answer, const char *text)
{
    return answer->value->state == FACT_GIVEN && !facts_settles(answer->id, answer->value) &&
           g_strcmp0(answer->value->text, text) == 0;
}

static const char *
strange_word(FactId id, const FactValue *value)
{
    if (value->state == FACT_NO_WORD)
        return value->text;
    return value->state == FACT_GIVEN && fact_specs[id].type == FACT_TYPE_SET && value->list != NULL
               ? value->list[0]
               : NULL;
}

static void
judge_word(const Answer *answer)
{
    const char *word = strange_word(answer->id, answer->value);

    if (word != NULL)
        finding_param_text(answer->sink, add_answer(answer), "word", word);
}

static void
rule_strange_word(const RuleContext *context, FindingSink *sink)
{
    each_odd_answer(context, sink, judge_word);
}

/* A value that cannot be used settles nothing, whether the layer waits for it or not. */
static void
judge_unusable(const Answer *answer)
{
    if (answer->value->state == FACT_UNUSABLE)
        add_answer(answer);
}

static void
rule_unusable(const RuleContext *context, FindingSink *sink)
{
    each_odd_answer(context, sink, judge_unusable);
}

static void
judge_unknown(const Answer *answer)
{
    if (says_only(answer, "unknown"))
        add_answer(answer);
}

static void
rule_unknown(const RuleContext *context, FindingSink *sink)
{
    each_odd_answer(context, sink, judge_unknown);
}

/* A rule that knows what an empty answer means there has spoken already. */
static gboolean
is_spoken_of(const Answer *answer)
{
    for (guint i = 0; i < answer->sink->findings->len; i++) {
        const Finding *finding = &g_array_index(answer->sink->findings, Finding, i);
        if (finding->fact == answer->id && finding->fact_index == answer->index && !finding->whole)
            return TRUE;
    }
    return FALSE;
}

static void
judge_empty(const Answer *answer)
{
    if (says_only(answer, "") &&
        facts_is_needed(answer->context->app, answer->id, answer->device) && !is_spoken_of(answer))
        add_answer(answer);
}

static void
rule_empty(const RuleContext *context, FindingSink *sink)
{
    each_odd_answer(context, sink, judge_empty);
}

/* Two records of facts about one application contradict each other or may: nobody can weigh them.
 */
static void
rule_twice(const RuleContext *context, FindingSink *sink)
{
    if (context->facts != NULL && context->facts->twice)
        finding_add(sink, FIELD_APPLICATION_EXTERNAL_REF, -1);
}

/* ---- terminals ---- */

/* Each section and the rule that speaks of its records that no terminal of the application has. */
static const struct {
    const char *rule;
    FactSection section;
    FactId fact;
} unmatched[] = {
    {"R-FACT-006", FACTS_HOST_TERMINAL, FACT_HOST_TERMINAL_TERMINAL_NO},
    {"R-FACT-007", FACTS_DEVICE, FACT_DEVICE_TUSN},
    {"R-FACT-008", FACTS_TERMINAL, FACT_TERMINAL_TERMINAL_NO},
    {"R-FACT-009", FACTS_INSTALL, FACT_INSTALL_TERMINAL_NO},
};

static void
add_unmatched(const RuleContext *context, FindingSink *sink, FactSection section, FactId fact)
{
    const Facts *facts = context->facts;

    for (guint i = 0; i < facts->counts[section]; i++) {
        if (facts->device[section][i] < 0 && !fact_case_of_before(context, section, i))
            finding_add_fact(sink, fact, i, -1);
    }
}

static void
rule_unmatched(const RuleContext *context, FindingSink *sink)
{
    for (gsize i = 0; context->facts != NULL && i < G_N_ELEMENTS(unmatched); i++) {
        if (g_str_equal(unmatched[i].rule, context->rule->id))
            add_unmatched(context, sink, unmatched[i].section, unmatched[i].fact);
    }
}

static gboolean
says_the_same(const RuleContext *context, FactId id, guint a, guint b)
{
    const FactValue *one = facts_given(context->facts, id, a);
    const FactValue *other = facts_given(context->facts, id, b);
    FactSection section = fact_specs[id].section;

    return one != NULL && other != NULL && one->text[0] != '\0' &&
           strcmp(one->text, other->text) == 0 && !fact_case_replaced(context, section, a, b) &&
           !fact_case_replaced(context, section, b, a);
}

/* An earlier record of the section that says the same; -1 when there is none. */
static int
earlier_of(const RuleContext *context, FactId id, guint index)
{
    for (guint i = 0; i < index; i++) {
        if (says_the_same(context, id, index, i))
            return (int)i;
    }
    return -1;
}

/* T09: two records of one section carry one terminal number. */
static void
add_shared(const RuleContext *context, FindingSink *sink, FactId id)
{
    FactSection section = fact_specs[id].section;

    for (guint i = 1; i < context->facts->counts[section]; i++) {
        int earlier = earlier_of(context, id, i);
        if (earlier < 0)
            continue;
        Finding *finding = finding_add_fact(sink, id, i, device_of(context->facts, section, i));
        finding_add_evidence(sink, finding, id, (guint)earlier);
    }
}

static gboolean
is_shared(const RuleContext *context, FactId id, guint index)
{
    for (guint i = 0; i < context->facts->counts[fact_specs[id].section]; i++) {
        if (i != index && says_the_same(context, id, index, i))
            return TRUE;
    }
    return FALSE;
}

/* A record of another terminal has the number of one of ours, whose own record says otherwise. */
static void
add_taken(const RuleContext *context, FindingSink *sink, FactId id)
{
    FactSection section = fact_specs[id].section;

    for (guint i = 0; i < context->facts->counts[section]; i++) {
        const FactValue *number = facts_given(context->facts, id, i);
        if (number == NULL || context->facts->device[section][i] >= 0 ||
            fact_case_of_before(context, section, i) || is_shared(context, id, i))
            continue;
        for (guint d = 0; d < context->app->device_count; d++) {
            const char *ours = device_text(&context->app->devices[d], FIELD_DEVICE_TERMINAL_NO);
            if (ours != NULL && strcmp(ours, number->text) == 0)
                finding_add_fact(sink, id, i, -1);
        }
    }
}

static void
rule_shared_number(const RuleContext *context, FindingSink *sink)
{
    if (context->facts == NULL)
        return;
    add_shared(context, sink, FACT_HOST_TERMINAL_TERMINAL_NO);
    add_shared(context, sink, FACT_TERMINAL_TERMINAL_NO);
    add_taken(context, sink, FACT_HOST_TERMINAL_TERMINAL_NO);
    add_taken(context, sink, FACT_TERMINAL_TERMINAL_NO);
}

static void
rule_shared_serial(const RuleContext *context, FindingSink *sink)
{
    if (context->facts == NULL)
        return;
    add_shared(context, sink, FACT_HOST_TERMINAL_TUSN);
    add_shared(context, sink, FACT_DEVICE_TUSN);
    add_shared(context, sink, FACT_TERMINAL_TUSN);
}

/* T08: one terminal, by its number or else by its serial, is of two merchants. */
static void
add_two_merchants(const RuleContext *context, FindingSink *sink, FactId number, FactId serial,
                  FactId merchant)
{
    const Facts *facts = context->facts;
    FactSection section = fact_specs[merchant].section;

    for (guint i = 1; i < facts->counts[section]; i++) {
        int earlier = earlier_of(context, number, i);
        if (earlier < 0)
            earlier = earlier_of(context, serial, i);
        const FactValue *one = facts_given(facts, merchant, i);
        const FactValue *other = earlier >= 0 ? facts_given(facts, merchant, (guint)earlier) : NULL;
        if (one == NULL || other == NULL || strcmp(one->text, other->text) == 0)
            continue;
        Finding *finding =
            finding_add_fact(sink, merchant, i, device_of(facts, section, (guint)earlier));
        finding_add_evidence(sink, finding, merchant, (guint)earlier);
    }
}

static void
rule_two_merchants(const RuleContext *context, FindingSink *sink)
{
    if (context->facts == NULL)
        return;
    add_two_merchants(context, sink, FACT_HOST_TERMINAL_TERMINAL_NO, FACT_HOST_TERMINAL_TUSN,
                      FACT_HOST_TERMINAL_MERCHANT_NO);
    add_two_merchants(context, sink, FACT_DEVICE_TUSN, FACT_DEVICE_TUSN, FACT_DEVICE_BOUND_TO);
}

/* ---- what was not asked ---- */

static gboolean
is_due(const RuleContext *context, FactSection section)
{
    return fact_sections[section].stage <= context->stage;
}

/* The host gave its list, and each terminal on it has a number: what is not on it, the host does
 * not have. */
static gboolean
is_host_certain(const RuleContext *context)
{
    const FactRecord *host = facts_record(context->facts, FACTS_HOST, 0);

    for (guint i = 0; i < context->facts->counts[FACTS_HOST_TERMINAL]; i++) {
        const FactValue *number = facts_given(context->facts, FACT_HOST_TERMINAL_TERMINAL_NO, i);
        if (number == NULL || number->text[0] == '\0')
            return FALSE;
    }
    return context->facts->listed[FACTS_HOST_TERMINAL] && host != NULL &&
           facts_evidence(host, context->today) == EVIDENCE_GOOD;
}

static gboolean
is_off_list(const RuleContext *context, guint device)
{
    return device_good(&context->app->devices[device], FIELD_DEVICE_TERMINAL_NO) != NULL &&
           facts_index_of(context->facts, FACTS_HOST_TERMINAL, (int)device) < 0;
}

/* T01. */
static void
rule_off_list(const RuleContext *context, FindingSink *sink)
{
    /* one that is given up is rightly gone */
    if (context->facts == NULL || !is_due(context, FACTS_HOST_TERMINAL) ||
        !is_host_certain(context) ||
        application_is(context->app, FIELD_APPLICATION_KIND, KIND_CLOSE))
        return;
    for (guint i = 0; i < context->app->device_count; i++) {
        if (is_off_list(context, i))
            finding_add(sink, FIELD_DEVICE_TERMINAL_NO, (int)i);
    }
}

/* The whole record of a terminal is missing while others have theirs. */
static void
judge_no_record(const RuleContext *context, FindingSink *sink, FactSection section, int device)
{
    FactId first = fact_sections[section].first;

    if (!context->facts->listed[section] || !is_due(context, section) ||
        !facts_is_needed(context->app, first, device) ||
        facts_index_of(context->facts, section, device) >= 0 ||
        (section == FACTS_HOST_TERMINAL && is_host_certain(context) &&
         is_off_list(context, (guint)device)))
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_TERMINAL_NO, device);
    finding_param_key(finding, "section",
                      arena_printf(context->app->arena, "facts.%s",
                                   section == FACTS_HOST_TERMINAL ? "host_terminals"
                                                                  : fact_sections[section].name));
}

static void
rule_no_record(const RuleContext *context, FindingSink *sink)
{
    for (int section = 0; context->facts != NULL && section < FACTS_SECTION_COUNT; section++) {
        if (!facts_is_by_terminal((FactSection)section))
            continue;
        for (guint i = 0; i < context->app->device_count; i++)
            judge_no_record(context, sink, (FactSection)section, (int)i);
    }
}

/* Each of the rules R-ASK-nnn speaks of the facts that the table gives it. */
static void
judge_not_asked(const RuleContext *context, FindingSink *sink, FactSection section, guint index)
{
    FactId first = fact_sections[section].first;
    int device = device_of(context->facts, section, index);
    guint count = fact_count(section);

    if (facts_record(context->facts, section, index)->gaps == 0 || !is_due(context, section) ||
        (facts_is_by_terminal(section) && device < 0))
        return;
    for (guint i = 0; i < count; i++) {
        FactId id = (FactId)(first + i);
        if (g_strcmp0(fact_specs[id].asked_by, context->rule->id) == 0 &&
            facts_value(context->facts, id, index)->state == FACT_NOT_ASKED &&
            facts_is_needed(context->app, id, device))
            finding_param_number(finding_add_fact(sink, id, index, device), "fact", PARAM_FACT, id);
    }
}

static gboolean
has_gaps(const Facts *facts)
{
    for (int section = 0; section < FACTS_SECTION_COUNT; section++) {
        for (guint i = 0; i < facts->counts[section]; i++) {
            if (facts->records[section][i].gaps > 0)
                return TRUE;
        }
    }
    return FALSE;
}

static void
rule_not_asked(const RuleContext *context, FindingSink *sink)
{
    if (context->facts != NULL && has_gaps(context->facts))
        each_record(context, sink, judge_not_asked);
}

#define ASK(number)                                                                                \
    {                                                                                              \
        "R-ASK-" number, rule_not_asked, NULL                                                      \
    }

const RuleRow answer_rules[] = {
    {"R-FACT-001", rule_evidence, NULL},
    {"R-FACT-002", rule_evidence, NULL},
    {"R-FACT-003", rule_evidence, NULL},
    {"R-FACT-004", rule_strange_word, NULL},
    {"R-FACT-005", rule_unknown, NULL},
    {"R-FACT-006", rule_unmatched, NULL},
    {"R-FACT-007", rule_unmatched, NULL},
    {"R-FACT-008", rule_unmatched, NULL},
    {"R-FACT-009", rule_unmatched, NULL},
    {"R-FACT-010", rule_shared_number, NULL},
    {"R-FACT-011", rule_shared_serial, NULL},
    {"R-FACT-012", rule_no_record, NULL},
    {"R-FACT-013", rule_two_merchants, NULL},
    {"R-FACT-014", rule_twice, NULL},
    {"R-FACT-015", rule_unusable, NULL},
    {"R-HT-001", rule_off_list, NULL},
    ASK("001"),
    ASK("002"),
    ASK("003"),
    ASK("004"),
    ASK("005"),
    ASK("006"),
    ASK("007"),
    ASK("008"),
    ASK("009"),
    ASK("010"),
    ASK("011"),
    ASK("012"),
    ASK("013"),
    ASK("014"),
    ASK("015"),
    ASK("016"),
    ASK("017"),
    ASK("018"),
    ASK("019"),
    ASK("020"),
    ASK("021"),
    ASK("022"),
    ASK("023"),
    ASK("024"),
    ASK("025"),
    ASK("026"),
    ASK("027"),
    ASK("028"),
    ASK("029"),
    ASK("030"),
    ASK("031"),
    ASK("032"),
    ASK("033"),
    ASK("034"),
    ASK("035"),
    ASK("036"),
    ASK("037"),
    ASK("038"),
    ASK("039"),
    ASK("040"),
    ASK("041"),
    ASK("042"),
    ASK("043"),
    ASK("044"),
    ASK("045"),
    {NULL, NULL, NULL},
};

/* These look at what all others found. */
const RuleRow last_rules[] = {
    {"R-FACT-016", rule_empty, NULL},
    {NULL, NULL, NULL},
};
