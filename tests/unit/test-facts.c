/* SPDX-License-Identifier: Apache-2.0 */
/* The fact table and facts: words, paths, whose a record is, how good it is, how it is shown. */
#include "sample.h"

#include "base/instant.h"
#include "model/finding.h"

#include <string.h>

/* ---- the table ---- */

static void
test_sections(void)
{
    guint all = 0;

    for (int section = 0; section < FACTS_SECTION_COUNT; section++) {
        FactId first = fact_sections[section].first;
        guint count = fact_count((FactSection)section);
        g_assert_cmpuint(count, >, 0);
        g_assert_cmpint(first, ==, all);
        for (guint i = 0; i < count; i++)
            g_assert_cmpint(fact_specs[first + i].section, ==, section);
        g_assert_true(fact_sections[fact_sections[section].parent].parent ==
                      fact_sections[section].parent);
        all += count;
    }
    g_assert_cmpuint(all, ==, FACT_COUNT);
}

static gboolean
has_words(FactType type)
{
    return type == FACT_TYPE_ENUM || type == FACT_TYPE_SET;
}

/* Each row: a key of its own in its section, words where its type has them, a rule where it is
 * asked for. */
static void
test_rows(void)
{
    for (int id = 0; id < FACT_COUNT; id++) {
        const FactSpec *spec = &fact_specs[id];
        g_assert_cmpint(fact_find(spec->section, spec->key), ==, id);
        g_assert_cmpint(fact_words((FactId)id) != NULL, ==, has_words(spec->type));
        g_assert_cmpint(spec->asked_by == NULL, ==, spec->need == FACT_NEED_FREE);
        g_assert_true(spec->label[LANGUAGE_ZH][0] != '\0' && spec->label[LANGUAGE_EN][0] != '\0');
        for (guint i = 0; has_words(spec->type) && fact_word((FactId)id, i) != NULL; i++) {
            const char *word = fact_word((FactId)id, i);
            g_assert_cmpint(fact_word_find((FactId)id, word, strlen(word)), ==, (int)i);
        }
    }
}

static void
test_find(void)
{
    g_assert_cmpint(fact_find(FACTS_HOST, "mcc"), ==, FACT_HOST_MCC);
    g_assert_cmpint(fact_find(FACTS_CONTRACT, "mcc"), ==, FACT_CONTRACT_MCC);
    g_assert_cmpint(fact_find(FACTS_DEVICE, "mcc"), ==, FACT_NONE);
    g_assert_cmpint(fact_find(FACTS_HOST, ""), ==, FACT_NONE);
    g_assert_cmpint(fact_nearest(FACTS_HOST, "mc"), ==, FACT_HOST_MCC);
    g_assert_cmpint(fact_nearest(FACTS_INSTALL, "instaled_at"), ==, FACT_INSTALL_INSTALLED_AT);
    g_assert_cmpint(fact_nearest(FACTS_BANK_ACCOUNT, "resul"), ==, FACT_BANK_ACCOUNT_RESULT);
}

static void
test_words(void)
{
    g_autoptr(GString) choices = g_string_new(NULL);

    g_assert_cmpstr(fact_word(FACT_RISK_RESULT, RISK_SIMILAR), ==, "similar");
    g_assert_null(fact_word(FACT_RISK_RESULT, RISK_SIMILAR + 1));
    g_assert_cmpstr(fact_word(FACT_DEVICE_TUSN_STATE, TUSN_VOID), ==, "void");
    g_assert_cmpstr(fact_word(FACT_TERMINAL_SIGN_ON_MODE, SIGN_ON_004), ==, "004");
    g_assert_cmpstr(fact_word(FACT_HOST_RISK_GRADE, RISK_GRADE_HIGH), ==, "high");
    g_assert_cmpstr(fact_word(FACT_TERMINAL_KEY_SCHEME, KEY_DUKPT_AES), ==, "dukpt_aes");
    g_assert_cmpint(fact_word_find(FACT_RISK_RESULT, "clear", 4), ==, -1);
    g_assert_cmpint(fact_word_find(FACT_HOST_CARD_KINDS, "贷记卡", strlen("贷记卡")), ==,
                    CARD_CREDIT);
    fact_choices(FACT_RISK_RESULT, choices);
    g_assert_cmpstr(choices->str, ==, "clear, listed, similar");
}

static void
test_paths(void)
{
    static const struct {
        FactId id;
        guint index;
        const char *path, *record;
    } rows[] = {
        {FACT_HOST_MCC, 9, "/facts/host/mcc", "/facts/host"},
        {FACT_HOST_TERMINAL_KCV, 2, "/facts/host/terminals/2/kcv", "/facts/host/terminals/2"},
        {FACT_TERMINAL_KCV, 0, "/facts/terminals/0/kcv", "/facts/terminals/0"},
        {FACT_RISK_SCORE, 1, "/facts/risk/1/score", "/facts/risk/1"},
        {FACT_BANK_ACCOUNT_RESULT, 0, "/facts/bank_account/result", "/facts/bank_account"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) path = g_string_new(NULL);
        g_autoptr(GString) record = g_string_new(NULL);
        fact_path(rows[i].id, rows[i].index, path);
        fact_record_path(fact_specs[rows[i].id].section, rows[i].index, record);
        g_assert_cmpstr(path->str, ==, rows[i].path);
        g_assert_cmpstr(record->str, ==, rows[i].record);
    }
}

/* ---- whose a record is ---- */

/* Terminals of the application as serial/number, records likewise, and the record of each terminal
 * as a digit or '-'. */
static const struct {
    const char *name, *terminals, *records, *joined;
    FactSection section;
} joins[] = {
    {"by-serial", "a/1 b/2", "b/1 a/2", "10", FACTS_TERMINAL},
    {"serial-before-number", "a/1 b/2 c/3", "b/1 x/1 c/3", "102", FACTS_TERMINAL},
    {"by-number", "a/1 b/2", "x/2 y/1", "10", FACTS_HOST_TERMINAL},
    {"the-only-one-left", "a/1 b/2", "x/9 a/1", "10", FACTS_TERMINAL},
    {"two-left", "a/1 b/2", "x/8 y/9", "--", FACTS_TERMINAL},
    {"two-records-left", "a/1", "x/8 y/9", "-", FACTS_TERMINAL},
    {"one-left-of-three", "a/1 b/2 c/3", "x/9 c/3 a/1", "201", FACTS_TERMINAL},
    {"same-serial-twice", "a/1 b/2", "a/7 a/8", "01", FACTS_TERMINAL},
    {"serial-and-the-number-of-another", "a/1 b/2", "a/2 x/9", "01", FACTS_TERMINAL},
    {"same-number-twice", "a/1 b/2 c/3", "x/1 y/1 c/3", "012", FACTS_TERMINAL},
    {"same-serial-applied-twice", "a/1 a/2", "a/2 a/1", "01", FACTS_DEVICE},
    {"more-records", "a/1", "x/9 a/1 y/8", "1", FACTS_TERMINAL},
    {"no-records", "a/1", "", "-", FACTS_TERMINAL},
    {"number-is-no-key-of-the-register", "a/1 b/2", "x/1 y/2", "--", FACTS_DEVICE},
    {"serial-is-no-key-of-the-installer", "a/1 b/2", "b/1 a/2", "01", FACTS_INSTALL},
    {"nothing-said", "a/1 b/2", "/ /", "--", FACTS_TERMINAL},
    {"nothing-said-by-the-only-one", "a/1", "/", "0", FACTS_TERMINAL},
};

static void
set_text(Facts *facts, FactId id, guint index, const char *text)
{
    FactSection section = fact_specs[id].section;
    FactValue *value = &facts->records[section][index].values[id - fact_sections[section].first];

    if (text[0] == '\0')
        return;
    value->text = arena_strndup(facts->arena, text, strlen(text));
    value->state = FACT_GIVEN;
}

static void
fill(Facts *facts, FactSection section, const char *text)
{
    g_auto(GStrv) words = text[0] != '\0' ? g_strsplit(text, " ", -1) : g_new0(char *, 1);

    facts_set_records(facts, section, g_strv_length(words));
    for (guint i = 0; words[i] != NULL; i++) {
        g_auto(GStrv) parts = g_strsplit(words[i], "/", 2);
        if (fact_find(section, "tusn") != FACT_NONE)
            set_text(facts, fact_find(section, "tusn"), i, parts[0]);
        if (fact_find(section, "terminal_no") != FACT_NONE)
            set_text(facts, fact_find(section, "terminal_no"), i, parts[1]);
    }
}

static Application *
application_with(Arena *arena, const char *terminals)
{
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);
    g_auto(GStrv) words = g_strsplit(terminals, " ", -1);

    sample_terminals(app, g_strv_length(words));
    for (guint i = 0; words[i] != NULL; i++) {
        g_auto(GStrv) parts = g_strsplit(words[i], "/", 2);
        sample_set(app, FIELD_DEVICE_TUSN, (int)i,
                   arena_strndup(arena, parts[0], strlen(parts[0])));
        sample_set(app, FIELD_DEVICE_TERMINAL_NO, (int)i,
                   arena_strndup(arena, parts[1], strlen(parts[1])));
    }
    return app;
}

static void
test_join(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) joined = g_string_new(NULL);
    Application *app = application_with(arena, joins[i].terminals);
    Facts facts;

    facts_init(&facts, arena);
    fill(&facts, joins[i].section, joins[i].records);
    facts_join(&facts, app);
    for (guint device = 0; device < app->device_count; device++) {
        int record = facts_index_of(&facts, joins[i].section, (int)device);
        g_string_append_c(joined, record >= 0 ? (char)('0' + record) : '-');
        if (record >= 0)
            g_assert_cmpint(facts.device[joins[i].section][record], ==, (int)device);
    }
    g_assert_cmpstr(joined->str, ==, joins[i].joined);
    g_assert_cmpint(facts_index_of(&facts, joins[i].section, -1), ==, -1);
    g_assert_cmpint(facts_index_of(&facts, joins[i].section, (int)app->device_count), ==, -1);
    g_assert_cmpint(facts_index_of(&facts, FACTS_HOST, 0), ==, -1);
}

/* ---- what is not there ---- */

static void
test_nothing(void)
{
    g_autoptr(Arena) arena = arena_new();
    Facts facts;

    facts_init(&facts, arena);
    for (int id = 0; id < FACT_COUNT; id++) {
        g_assert_cmpint(facts_value(&facts, (FactId)id, 0)->state, ==, FACT_NOT_ASKED);
        g_assert_null(facts_given(&facts, (FactId)id, G_MAXUINT));
    }
    for (int section = 0; section < FACTS_SECTION_COUNT; section++) {
        g_assert_null(facts_record(&facts, (FactSection)section, 0));
        g_assert_cmpint(facts_index_of(&facts, (FactSection)section, 0), ==, -1);
    }
}

/* ---- evidence ---- */

#define NOON "2026-11-23T12:00:00+08:00"
static const struct {
    const char *at, *source;
    gint64 ttl_days;
    EvidenceState state;
} evidence[] = {
    {NOON, "bank", 0, EVIDENCE_GOOD},
    {NOON, NULL, 7, EVIDENCE_NO_ORIGIN},
    {NOON, "bank", -1, EVIDENCE_NO_ORIGIN},
    {NULL, "bank", 7, EVIDENCE_NO_ORIGIN},
    {"2026-11-16T00:00:00+08:00", "bank", 7, EVIDENCE_GOOD},
    {"2026-11-15T23:59:59+08:00", "bank", 7, EVIDENCE_OLD},
    {"2026-11-15T16:00:00Z", "bank", 7, EVIDENCE_GOOD},
    {"2026-11-22T23:59:59+08:00", "bank", 0, EVIDENCE_OLD},
    {"2026-11-23T23:59:59+08:00", "bank", 0, EVIDENCE_GOOD},
    {"2026-11-24T00:00:00+08:00", "bank", 7, EVIDENCE_AHEAD},
    {"2026-11-23T16:00:00Z", "bank", 7, EVIDENCE_AHEAD},
    {"1926-12-18T00:00:00Z", "bank", 36500, EVIDENCE_GOOD},
};

static void
test_evidence(void)
{
    CivilDay today;

    g_assert_true(civil_parse(SAMPLE_TODAY, strlen(SAMPLE_TODAY), &today));
    for (gsize i = 0; i < G_N_ELEMENTS(evidence); i++) {
        FactRecord record = {.source = evidence[i].source,
                             .at_text = evidence[i].at,
                             .ttl_days = evidence[i].ttl_days};
        g_test_message("%" G_GSIZE_FORMAT, i);
        if (evidence[i].at != NULL)
            g_assert_true(instant_parse(evidence[i].at, &record.at));
        g_assert_cmpint(facts_evidence(&record, today), ==, evidence[i].state);
    }
}

static void
test_settles(void)
{
    FactValue known = {.text = "open", .state = FACT_GIVEN};
    FactValue unknown = {.text = "unknown", .state = FACT_GIVEN};
    FactValue strange = {.text = "gold", .state = FACT_NO_WORD};
    FactValue unusable = {.state = FACT_UNUSABLE}, not_asked = {.state = FACT_NOT_ASKED};

    g_assert_true(facts_settles(FACT_BANK_ACCOUNT_ACCOUNT_STATE, &known));
    g_assert_false(facts_settles(FACT_BANK_ACCOUNT_ACCOUNT_STATE, &unknown));
    g_assert_false(facts_settles(FACT_BANK_ACCOUNT_ACCOUNT_STATE, &strange));
    g_assert_false(facts_settles(FACT_BANK_ACCOUNT_ACCOUNT_STATE, &unusable));
    g_assert_false(facts_settles(FACT_BANK_ACCOUNT_ACCOUNT_STATE, &not_asked));
    /* a text that reads "unknown", and a serial that the register does not know */
    g_assert_true(facts_settles(FACT_BANK_ACCOUNT_REASON, &unknown));
    g_assert_true(facts_settles(FACT_DEVICE_TUSN_STATE, &unknown));
}

/* ---- showing ---- */

static const Kcv kcv = {KCV_AES, KCV_CMAC_ZERO, 3, {0x0B, 0x1F, 0xDE}};
static const char *const bins[] = {"622848", "625959", NULL}, *const none[] = {NULL};
static const struct {
    FactId id;
    FactValue value;
    const char *shown;
} shows[] = {
    {FACT_HOST_MCC, {.text = "5812", .state = FACT_GIVEN}, "5812"},
    {FACT_HOST_MCC, {.text = "", .state = FACT_GIVEN}, ""},
    {FACT_HOST_MCC, {.state = FACT_NOT_ASKED}, NULL},
    {FACT_HOST_MCC, {.state = FACT_UNUSABLE}, NULL},
    {FACT_HOST_RISK_GRADE, {.text = "utmost", .state = FACT_NO_WORD}, "utmost"},
    {FACT_HOST_DEBIT_CAP, {.number = 2005, .state = FACT_GIVEN}, "20.05"},
    {FACT_HOST_DEBIT_CAP, {.number = -5, .state = FACT_GIVEN}, "-0.05"},
    {FACT_HOST_DEBIT_RATE, {.number = 298350, .state = FACT_GIVEN}, "0.29835"},
    {FACT_TERMINAL_KEY_INDEX, {.number = -1, .state = FACT_GIVEN}, "-1"},
    {FACT_HOST_FILED, {.number = 0, .state = FACT_GIVEN}, "false"},
    {FACT_HOST_FILED, {.number = 1, .state = FACT_GIVEN}, "true"},
    {FACT_HOST_CARD_KINDS, {.number = 1 << CARD_FOREIGN | 1, .state = FACT_GIVEN}, "debit;foreign"},
    {FACT_HOST_CARD_KINDS, {.state = FACT_GIVEN}, ""},
    {FACT_TERMINAL_KCV, {.kcv = &kcv, .state = FACT_GIVEN}, "0B1FDE (aes cmac_zero)"},
    {FACT_HOST_UNROUTED_BINS, {.list = bins, .state = FACT_GIVEN}, "622848;625959"},
    {FACT_HOST_UNROUTED_BINS, {.list = none, .state = FACT_GIVEN}, ""},
    {FACT_CONTRACT_CONTRACT_TO, {.text = "长期", .state = FACT_GIVEN}, "长期"},
};

static void
test_shown(void)
{
    g_autoptr(Arena) arena = arena_new();

    for (gsize i = 0; i < G_N_ELEMENTS(shows); i++) {
        g_test_message("%" G_GSIZE_FORMAT, i);
        g_assert_cmpstr(facts_shown(arena, shows[i].id, &shows[i].value), ==, shows[i].shown);
    }
}

/* Accounts and people are masked in texts. */
static void
test_masked(void)
{
    g_autoptr(Arena) arena = arena_new();
    FactValue account = {.text = "298278361644855", .state = FACT_GIVEN};
    FactValue person = {.text = "测试甲", .state = FACT_GIVEN};

    g_assert_cmpstr(finding_seen_fact(arena, FACT_HOST_ACCOUNT_NO, &account), ==,
                    "***********4855");
    g_assert_cmpstr(finding_seen_fact(arena, FACT_INSTALL_KEY_WITNESS, &person), ==, "**甲");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/facts/sections", test_sections);
    g_test_add_func("/facts/rows", test_rows);
    g_test_add_func("/facts/find", test_find);
    g_test_add_func("/facts/words", test_words);
    g_test_add_func("/facts/paths", test_paths);
    for (gsize i = 0; i < G_N_ELEMENTS(joins); i++) {
        g_autofree char *path = g_strdup_printf("/facts/join/%s", joins[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_join);
    }
    g_test_add_func("/facts/nothing", test_nothing);
    g_test_add_func("/facts/evidence", test_evidence);
    g_test_add_func("/facts/settles", test_settles);
    g_test_add_func("/facts/shown", test_shown);
    g_test_add_func("/facts/masked", test_masked);
    return g_test_run();
}
