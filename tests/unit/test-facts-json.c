/* SPDX-License-Identifier: Apache-2.0 */
/* JSON facts: what is read of each type, and how each fault of the input is told. */
#include "codec/facts_json.h"

#include <string.h>

#define BANK(member) "{\"bank_account\": {" member "}}"
#define HOST(member) "{\"host\": {" member "}}"
#define CTR(member) "{\"contract\": {" member "}}"
#define RISK(member) "{\"risk\": [{" member "}]}"
#define TERM(member) "{\"terminals\": [{" member "}]}"
#define INS(member) "{\"install\": [{" member "}]}"
#define KCV(members) TERM("\"kcv\": " members)

/* One value: the errors of the record as key@place(argument), and what becomes of the fact. */
typedef struct {
    const char *name, *json, *errors;
    FactId id;
    FactState state;
} ValueRow;

static const ValueRow values[] = {
    {"text", HOST("\"mcc\": \"5812\""), "", FACT_HOST_MCC, FACT_GIVEN},
    {"text-empty", HOST("\"mcc\": \"\""), "", FACT_HOST_MCC, FACT_GIVEN},
    {"text-blank", HOST("\"mcc\": \" 58 12 \""), "", FACT_HOST_MCC, FACT_GIVEN},
    {"text-null", HOST("\"mcc\": null"), "", FACT_HOST_MCC, FACT_NOT_ASKED},
    {"text-absent", HOST(""), "", FACT_HOST_MCC, FACT_NOT_ASKED},
    {"text-as-number", HOST("\"mcc\": 5812"), "input.wrong_type@/facts/host/mcc(string)",
     FACT_HOST_MCC, FACT_UNUSABLE},
    {"text-as-object", HOST("\"mcc\": {}"), "input.wrong_type@/facts/host/mcc(string)",
     FACT_HOST_MCC, FACT_UNUSABLE},
    {"text-control", HOST("\"mcc\": \"58\\u001b12\""),
     "input.control_character@/facts/host/mcc(string)", FACT_HOST_MCC, FACT_UNUSABLE},
    {"text-line-end", HOST("\"mcc\": \"5812\\n\""),
     "input.control_character@/facts/host/mcc(string)", FACT_HOST_MCC, FACT_UNUSABLE},
    {"text-delete", HOST("\"mcc\": \"5812\\u007f\""),
     "input.control_character@/facts/host/mcc(string)", FACT_HOST_MCC, FACT_UNUSABLE},
    {"text-track", HOST("\"name_sent\": \"6228480402564890018=29121010000012345\""),
     "input.track@/facts/host/name_sent(string)", FACT_HOST_NAME_SENT, FACT_UNUSABLE},
    {"enum", BANK("\"result\": \"verified\""), "", FACT_BANK_ACCOUNT_RESULT, FACT_GIVEN},
    {"enum-unknown", BANK("\"result\": \"unknown\""), "", FACT_BANK_ACCOUNT_RESULT, FACT_GIVEN},
    {"enum-strange", BANK("\"result\": \"ok\""), "", FACT_BANK_ACCOUNT_RESULT, FACT_NO_WORD},
    {"enum-other-case", BANK("\"result\": \"Verified\""), "", FACT_BANK_ACCOUNT_RESULT,
     FACT_NO_WORD},
    {"enum-empty", BANK("\"result\": \"\""), "", FACT_BANK_ACCOUNT_RESULT, FACT_NO_WORD},
    {"enum-as-bool", BANK("\"result\": true"),
     "input.wrong_type@/facts/bank_account/result(string)", FACT_BANK_ACCOUNT_RESULT,
     FACT_UNUSABLE},
    {"enum-control", BANK("\"result\": \"ok\\u0007\""),
     "input.control_character@/facts/bank_account/result(string)", FACT_BANK_ACCOUNT_RESULT,
     FACT_UNUSABLE},
    {"set", HOST("\"card_kinds\": [\"debit\"]"), "", FACT_HOST_CARD_KINDS, FACT_GIVEN},
    {"set-empty", HOST("\"card_kinds\": []"), "", FACT_HOST_CARD_KINDS, FACT_GIVEN},
    {"set-strange", HOST("\"card_kinds\": [\"gold\"]"), "", FACT_HOST_CARD_KINDS, FACT_GIVEN},
    {"set-of-numbers", HOST("\"card_kinds\": [1]"),
     "input.wrong_type@/facts/host/card_kinds(array)", FACT_HOST_CARD_KINDS, FACT_UNUSABLE},
    {"set-as-text", HOST("\"card_kinds\": \"debit\""),
     "input.wrong_type@/facts/host/card_kinds(array)", FACT_HOST_CARD_KINDS, FACT_UNUSABLE},
    {"set-control", HOST("\"card_kinds\": [\"debit\", \"\\u0001\"]"),
     "input.control_character@/facts/host/card_kinds(array)", FACT_HOST_CARD_KINDS, FACT_UNUSABLE},
    {"bool", HOST("\"filed\": false"), "", FACT_HOST_FILED, FACT_GIVEN},
    {"bool-as-number", HOST("\"filed\": 0"), "input.wrong_type@/facts/host/filed(boolean)",
     FACT_HOST_FILED, FACT_UNUSABLE},
    {"bool-as-text", HOST("\"filed\": \"false\""), "input.wrong_type@/facts/host/filed(boolean)",
     FACT_HOST_FILED, FACT_UNUSABLE},
    {"money", HOST("\"debit_cap\": 2000"), "", FACT_HOST_DEBIT_CAP, FACT_GIVEN},
    {"money-fraction", HOST("\"debit_cap\": 20.5"),
     "input.wrong_type@/facts/host/debit_cap(integer)", FACT_HOST_DEBIT_CAP, FACT_UNUSABLE},
    {"money-greatest", HOST("\"debit_cap\": 1000000000000000"), "", FACT_HOST_DEBIT_CAP,
     FACT_GIVEN},
    {"money-too-big", HOST("\"debit_cap\": 1000000000000001"),
     "input.number_too_big@/facts/host/debit_cap(integer)", FACT_HOST_DEBIT_CAP, FACT_UNUSABLE},
    {"rate", HOST("\"debit_rate\": 500000"), "", FACT_HOST_DEBIT_RATE, FACT_GIVEN},
    {"rate-as-text", HOST("\"debit_rate\": \"0.50\""),
     "input.wrong_type@/facts/host/debit_rate(integer)", FACT_HOST_DEBIT_RATE, FACT_UNUSABLE},
    {"integer", TERM("\"key_index\": -1"), "", FACT_TERMINAL_KEY_INDEX, FACT_GIVEN},
    {"integer-as-text", TERM("\"key_index\": \"1\""),
     "input.wrong_type@/facts/terminals/0/key_index(integer)", FACT_TERMINAL_KEY_INDEX,
     FACT_UNUSABLE},
    {"date", CTR("\"contract_to\": \"2029-10-31\""), "", FACT_CONTRACT_CONTRACT_TO, FACT_GIVEN},
    {"date-empty", CTR("\"contract_to\": \"\""), "", FACT_CONTRACT_CONTRACT_TO, FACT_GIVEN},
    {"date-long-term", CTR("\"contract_to\": \"长期\""), "", FACT_CONTRACT_CONTRACT_TO, FACT_GIVEN},
    {"date-unreal", CTR("\"contract_to\": \"2029-02-29\""),
     "input.not_a_date@/facts/contract/contract_to(string)", FACT_CONTRACT_CONTRACT_TO,
     FACT_UNUSABLE},
    {"date-with-time", CTR("\"contract_to\": \"2029-10-31T00:00:00Z\""),
     "input.not_a_date@/facts/contract/contract_to(string)", FACT_CONTRACT_CONTRACT_TO,
     FACT_UNUSABLE},
    {"date-as-number", CTR("\"contract_to\": 20291031"),
     "input.wrong_type@/facts/contract/contract_to(string)", FACT_CONTRACT_CONTRACT_TO,
     FACT_UNUSABLE},
    {"time", RISK("\"checked_at\": \"2026-11-23T08:30:00+08:00\""), "", FACT_RISK_CHECKED_AT,
     FACT_GIVEN},
    {"time-empty", RISK("\"checked_at\": \"\""), "", FACT_RISK_CHECKED_AT, FACT_GIVEN},
    {"time-without-zone", RISK("\"checked_at\": \"2026-11-23T08:30:00\""),
     "input.not_a_time@/facts/risk/0/checked_at(string)", FACT_RISK_CHECKED_AT, FACT_UNUSABLE},
    {"time-as-number", RISK("\"checked_at\": 1795480200"),
     "input.wrong_type@/facts/risk/0/checked_at(string)", FACT_RISK_CHECKED_AT, FACT_UNUSABLE},
    {"coordinate", TERM("\"lon\": \"113.94526\""), "", FACT_TERMINAL_LON, FACT_GIVEN},
    {"coordinate-noise", TERM("\"lon\": \"113.945260123456789\""), "", FACT_TERMINAL_LON,
     FACT_GIVEN},
    {"coordinate-letters", TERM("\"lon\": \"113.945E2\""),
     "input.not_a_number@/facts/terminals/0/lon(string)", FACT_TERMINAL_LON, FACT_UNUSABLE},
    {"coordinate-empty", TERM("\"lon\": \"\""), "input.not_a_number@/facts/terminals/0/lon(string)",
     FACT_TERMINAL_LON, FACT_UNUSABLE},
    {"coordinate-as-number", TERM("\"lon\": 113.94526"),
     "input.wrong_type@/facts/terminals/0/lon(string)", FACT_TERMINAL_LON, FACT_UNUSABLE},
    {"list", HOST("\"unrouted_bins\": [\"622848\"]"), "", FACT_HOST_UNROUTED_BINS, FACT_GIVEN},
    {"list-empty", HOST("\"unrouted_bins\": []"), "", FACT_HOST_UNROUTED_BINS, FACT_GIVEN},
    {"list-of-numbers", HOST("\"unrouted_bins\": [622848]"),
     "input.wrong_type@/facts/host/unrouted_bins(array)", FACT_HOST_UNROUTED_BINS, FACT_UNUSABLE},
    {"list-track", HOST("\"unrouted_bins\": [\"6228480402564890018=29121010000012345\"]"),
     "input.track@/facts/host/unrouted_bins(array)", FACT_HOST_UNROUTED_BINS, FACT_UNUSABLE},
    {"list-as-text", HOST("\"unrouted_bins\": \"622848\""),
     "input.wrong_type@/facts/host/unrouted_bins(array)", FACT_HOST_UNROUTED_BINS, FACT_UNUSABLE},
};

#define BAD_KCV "input.not_a_kcv@/facts/terminals/0/kcv(object)"
#define GOOD "\"algorithm\": \"tdes\", \"method\": \"ecb_zero\", "
#define DES "\"algorithm\": \"des\", \"method\": "
static const ValueRow kcvs[] = {
    {"good", KCV("{" GOOD "\"length\": 3, \"value\": \"4b1FdE\"}"), "", FACT_TERMINAL_KCV,
     FACT_GIVEN},
    {"longest", KCV("{" GOOD "\"length\": 16, \"value\": \"00112233445566778899AABBCCDDEEFF\"}"),
     "", FACT_TERMINAL_KCV, FACT_GIVEN},
    {"too-long", KCV("{" GOOD "\"length\": 17, \"value\": \"00112233445566778899AABBCCDDEEFF00\"}"),
     BAD_KCV, FACT_TERMINAL_KCV, FACT_UNUSABLE},
    {"one-byte", KCV("{" DES "\"cmac_zero\", \"length\": 1, \"value\": \"4B\"}"), "",
     FACT_TERMINAL_KCV, FACT_GIVEN},
    {"method-empty", KCV("{" DES "\"\", \"length\": 1, \"value\": \"4B\"}"), BAD_KCV,
     FACT_TERMINAL_KCV, FACT_UNUSABLE},
    {"method-as-number", KCV("{" DES "1, \"length\": 1, \"value\": \"4B\"}"), BAD_KCV,
     FACT_TERMINAL_KCV, FACT_UNUSABLE},
    {"no-byte", KCV("{" GOOD "\"length\": 0, \"value\": \"\"}"), BAD_KCV, FACT_TERMINAL_KCV,
     FACT_UNUSABLE},
    {"length-lies", KCV("{" GOOD "\"length\": 4, \"value\": \"4B1FDE\"}"), BAD_KCV,
     FACT_TERMINAL_KCV, FACT_UNUSABLE},
    {"no-hex", KCV("{" GOOD "\"length\": 3, \"value\": \"4B1FDG\"}"), BAD_KCV, FACT_TERMINAL_KCV,
     FACT_UNUSABLE},
    {"length-as-text", KCV("{" GOOD "\"length\": \"3\", \"value\": \"4B1FDE\"}"), BAD_KCV,
     FACT_TERMINAL_KCV, FACT_UNUSABLE},
    {"method-missing", KCV("{\"algorithm\": \"tdes\", \"length\": 3, \"value\": \"4B1FDE\"}"),
     BAD_KCV, FACT_TERMINAL_KCV, FACT_UNUSABLE},
    {"strange-method",
     KCV("{\"algorithm\": \"tdes\", \"method\": \"x\", \"length\": 3, \"value\": \"4B1FDE\"}"),
     BAD_KCV, FACT_TERMINAL_KCV, FACT_UNUSABLE},
    {"more-than-four", KCV("{" GOOD "\"length\": 3, \"value\": \"4B1FDE\", \"key\": \"x\"}"),
     BAD_KCV, FACT_TERMINAL_KCV, FACT_UNUSABLE},
    {"as-text", KCV("\"4B1FDE\""), "input.wrong_type@/facts/terminals/0/kcv(object)",
     FACT_TERMINAL_KCV, FACT_UNUSABLE},
};

/* Records: their errors, and whether anything could be read. */
static const struct {
    const char *name, *json, *errors;
    gboolean readable;
} records[] = {
    {"empty", "{}", "", TRUE},
    {"null-sections", "{\"host\": null, \"risk\": null, \"terminals\": null}", "", TRUE},
    {"reference", "{\"external_ref\": \"T-0001\"}", "", TRUE},
    {"not-json", "{\"host\": ", "input.truncated", FALSE},
    {"array", "[]", "input.wrong_type(object)", FALSE},
    {"duplicate-key", HOST("\"mcc\": \"1\", \"mcc\": \"2\""), "input.duplicate_key", FALSE},
    {"duplicate-section", "{\"host\": {}, \"host\": {}}", "input.duplicate_key", FALSE},
    {"nul", HOST("\"mcc\": \"\\u0000\""), "input.nul", FALSE},
    {"section-as-list", "{\"host\": []}", "input.wrong_type@/facts/host(object)", TRUE},
    {"list-as-section", "{\"risk\": {}}", "input.wrong_type@/facts/risk(array)", TRUE},
    {"record-as-text", "{\"risk\": [\"x\"]}", "input.wrong_type@/facts/risk/0(object)", TRUE},
    {"nested-as-object", HOST("\"terminals\": {}"), "input.wrong_type@/facts/host/terminals(array)",
     TRUE},
    {"nested-null", HOST("\"terminals\": null"), "", TRUE},
    {"unknown-section", "{\"contracts\": {}}", "input.unknown_key@/facts/contracts(contract)",
     TRUE},
    {"nested-section-at-the-top", "{\"host_terminals\": []}",
     "input.unknown_key@/facts/host_terminals(terminals)", TRUE},
    {"unknown-key", HOST("\"mc\": \"5812\""), "input.unknown_key@/facts/host/mc(mcc)", TRUE},
    {"unknown-origin", HOST("\"ttl_day\": 7"), "input.unknown_key@/facts/host/ttl_day(ttl_days)",
     TRUE},
    {"unknown-list", HOST("\"terminal\": []"), "input.unknown_key@/facts/host/terminal(terminals)",
     TRUE},
    {"key-of-another-section", BANK("\"merchant_state\": \"open\""),
     "input.unknown_key@/facts/bank_account/merchant_state(account_state)", TRUE},
    {"terminals-elsewhere", CTR("\"terminals\": []"),
     "input.unknown_key@/facts/contract/terminals(ttl_days)", TRUE},
    {"terminals-elsewhere-as-object", CTR("\"terminals\": {}"),
     "input.unknown_key@/facts/contract/terminals(ttl_days)", TRUE},
    {"forbidden-key", TERM("\"cvn2\": \"123\""), "input.forbidden_key@/facts/terminals/0/cvn2",
     TRUE},
    {"forbidden-section", "{\"track2\": \"x\"}", "input.forbidden_key@/facts/track2", TRUE},
    {"track-as-key", TERM("\"6228480402564890018=29121010000012345\": 1"),
     "input.forbidden_key@/facts/terminals/0", TRUE},
    {"number-in-key-is-hidden", HOST("\"6228480402564890018\": 1"),
     "input.unknown_key@/facts/host/*******************(merchant_state)", TRUE},
    {"ttl-greatest", HOST("\"ttl_days\": 36500"), "", TRUE},
    {"ttl-zero", HOST("\"ttl_days\": 0"), "", TRUE},
    {"ttl-too-long", HOST("\"ttl_days\": 36501"), "input.not_a_number@/facts/host/ttl_days(string)",
     TRUE},
    {"ttl-negative", HOST("\"ttl_days\": -1"), "input.not_a_number@/facts/host/ttl_days(string)",
     TRUE},
    {"ttl-as-text", HOST("\"ttl_days\": \"7\""), "input.not_a_number@/facts/host/ttl_days(string)",
     TRUE},
    {"origin-null", HOST("\"source\": null, \"at\": null, \"ttl_days\": null"), "", TRUE},
    {"at-as-number", HOST("\"at\": 1795480200"), "input.not_a_time@/facts/host/at(string)", TRUE},
    {"at-without-zone", HOST("\"at\": \"2026-11-23T08:30:00\""),
     "input.not_a_time@/facts/host/at(string)", TRUE},
    {"source-as-number", HOST("\"source\": 1"), "input.wrong_type@/facts/host/source(string)",
     TRUE},
    {"source-control", HOST("\"source\": \"a\\tb\""),
     "input.control_character@/facts/host/source(string)", TRUE},
    {"source-track", HOST("\"source\": \"6228480402564890018=29121010000012345\""),
     "input.track@/facts/host/source(string)", TRUE},
    {"all-faults-at-once", HOST("\"mcc\": 1, \"filed\": 1, \"mc\": 1"),
     "input.wrong_type@/facts/host/filed(boolean) input.wrong_type@/facts/host/mcc(string) "
     "input.unknown_key@/facts/host/mc(mcc)",
     TRUE},
};

typedef struct {
    Arena *arena;
    GArray *list;
    Facts facts;
    gboolean is_read;
} Parsed;

static void
parsed_clear(Parsed *parsed)
{
    g_array_unref(parsed->list);
    arena_free(parsed->arena);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parsed, parsed_clear)

static void
parse(Parsed *parsed, const char *json)
{
    static const RecordPlace place = {"facts.ndjson", 5};

    parsed->arena = arena_new();
    parsed->list = g_array_new(FALSE, FALSE, sizeof(InputError));
    ReadErrors errors = {parsed->arena, parsed->list};
    facts_init(&parsed->facts, parsed->arena);
    parsed->is_read = facts_from_json(json, strlen(json), &place, &parsed->facts, &errors);
}

static char *
errors_text(const Parsed *parsed)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < parsed->list->len; i++) {
        const InputError *error = &g_array_index(parsed->list, InputError, i);
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", error->key);
        if (error->where != NULL && error->where[0] != '\0')
            g_string_append_printf(text, "@%s", error->where);
        if (error->arguments[0] != NULL)
            g_string_append_printf(text, "(%s)", error->arguments[0]);
        g_assert_cmpuint(error->line, ==, 5);
        g_assert_cmpstr(error->file, ==, "facts.ndjson");
    }
    return g_string_free(text, FALSE);
}

static void
test_value(gconstpointer data)
{
    const ValueRow *row = data;
    g_auto(Parsed) parsed = {0};

    parse(&parsed, row->json);
    g_autofree char *text = errors_text(&parsed);
    g_assert_cmpstr(text, ==, row->errors);
    g_assert_true(parsed.is_read);
    const FactValue *value = facts_value(&parsed.facts, row->id, 0);
    g_assert_cmpint(value->state, ==, row->state);
    g_assert_cmpint(facts_given(&parsed.facts, row->id, 0) != NULL, ==, row->state == FACT_GIVEN);
    if (row->state != FACT_UNUSABLE)
        return;
    /* nothing of it is kept */
    g_assert_null(value->text);
    g_assert_null(value->list);
    g_assert_null(value->kcv);
    g_assert_cmpint(value->number, ==, 0);
}

static void
test_record(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_auto(Parsed) parsed = {0};

    parse(&parsed, records[i].json);
    g_autofree char *text = errors_text(&parsed);
    g_assert_cmpstr(text, ==, records[i].errors);
    g_assert_cmpint(parsed.is_read, ==, records[i].readable);
}

static gint64
number_at(const Parsed *parsed, FactId id)
{
    return facts_given(&parsed->facts, id, 0)->number;
}

static void
test_numbers(void)
{
    g_auto(Parsed) parsed = {0};

    parse(&parsed, "{\"contract\": {\"contract_from\": \"1970-01-02\", \"contract_to\": \"长期\"},"
                   " \"risk\": [{\"checked_at\": \"1970-01-01T08:00:01+08:00\"}],"
                   " \"host\": {\"filed\": true, \"debit_rate\": 500000,"
                   "  \"card_kinds\": [\"foreign\", \"debit\", \"贷记卡\"]},"
                   " \"terminals\": [{\"lon\": \"-113.9452679\", \"coord_system\": \"高德\"}]}");
    g_assert_cmpuint(parsed.list->len, ==, 0);
    g_assert_cmpint(number_at(&parsed, FACT_CONTRACT_CONTRACT_FROM), ==, 1);
    g_assert_cmpint(number_at(&parsed, FACT_CONTRACT_CONTRACT_TO), ==, CIVIL_LONG_TERM);
    g_assert_cmpint(number_at(&parsed, FACT_RISK_CHECKED_AT), ==, 1);
    g_assert_cmpint(number_at(&parsed, FACT_HOST_FILED), ==, 1);
    g_assert_cmpint(number_at(&parsed, FACT_HOST_DEBIT_RATE), ==, 500000);
    g_assert_cmpint(number_at(&parsed, FACT_HOST_CARD_KINDS), ==,
                    1 << CARD_DEBIT | 1 << CARD_CREDIT | 1 << CARD_FOREIGN);
    g_assert_cmpint(number_at(&parsed, FACT_TERMINAL_LON), ==, -113945267);
    g_assert_cmpint(number_at(&parsed, FACT_TERMINAL_COORD_SYSTEM), ==, COORD_GCJ02);
    g_assert_cmpstr(parsed.facts.file, ==, "facts.ndjson");
    g_assert_cmpuint(parsed.facts.line, ==, 5);
}

static void
test_kcv(void)
{
    static const guint8 bytes[] = {0x4B, 0x1F, 0xDE};
    g_auto(Parsed) parsed = {0};

    parse(&parsed, KCV("{\"algorithm\": \"sm4\", \"method\": \"cmac_zero\", \"length\": 3, "
                       "\"value\": \"4b1FDe\"}"));
    const Kcv *kcv = facts_given(&parsed.facts, FACT_TERMINAL_KCV, 0)->kcv;
    g_assert_cmpint(kcv->algorithm, ==, KCV_SM4);
    g_assert_cmpint(kcv->method, ==, KCV_CMAC_ZERO);
    g_assert_cmpmem(kcv->value, kcv->length, bytes, sizeof bytes);
}

/* A word that nobody knows is kept aside and takes nothing from the others. */
static void
test_strange_word_of_a_set(void)
{
    g_auto(Parsed) parsed = {0};

    parse(&parsed, HOST("\"card_kinds\": [\"debit\", \"gold\", \"credit\", \"\"]"));
    const FactValue *value = facts_given(&parsed.facts, FACT_HOST_CARD_KINDS, 0);
    g_assert_cmpint(value->number, ==, 1 << CARD_DEBIT | 1 << CARD_CREDIT);
    g_assert_cmpstr(value->list[0], ==, "gold");
    g_assert_cmpstr(value->list[1], ==, "");
    g_assert_null(value->list[2]);
}

/* What a terminal of the host says itself goes before what the host says. */
static void
test_inheritance(void)
{
    static const char json[] =
        "{\"host\": {\"terminals\": [{}, {\"source\": \"own\", \"ttl_days\": 0,"
        " \"at\": \"1970-01-01T00:00:09Z\"}, {\"ttl_days\": 3}],"
        " \"source\": \"host\", \"at\": \"1970-01-01T00:00:05Z\", \"ttl_days\": 7}}";
    static const struct {
        const char *source;
        gint64 at, ttl_days;
    } rows[] = {{"host", 5, 7}, {"own", 9, 0}, {"host", 5, 3}};
    g_auto(Parsed) parsed = {0};

    parse(&parsed, json);
    g_assert_cmpuint(parsed.list->len, ==, 0);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const FactRecord *record = facts_record(&parsed.facts, FACTS_HOST_TERMINAL, i);
        g_assert_cmpstr(record->source, ==, rows[i].source);
        g_assert_cmpint(record->at, ==, rows[i].at);
        g_assert_cmpint(record->ttl_days, ==, rows[i].ttl_days);
        g_assert_nonnull(record->at_text);
    }
    g_assert_null(facts_record(&parsed.facts, FACTS_HOST_TERMINAL, 3));
}

/* What is read-back at the top has nothing of the host's, and what is not said is not there. */
static void
test_no_inheritance(void)
{
    g_auto(Parsed) parsed = {0};

    parse(&parsed, "{\"host\": {\"source\": \"host\", \"ttl_days\": 7}, \"terminals\": [{}]}");
    const FactRecord *record = facts_record(&parsed.facts, FACTS_TERMINAL, 0);
    g_assert_null(record->source);
    g_assert_null(record->at_text);
    g_assert_cmpint(record->ttl_days, ==, -1);
}

/* How many answers are asked for and missing, and how many settle nothing. */
static void
test_counts(void)
{
    static const struct {
        const char *json;
        FactSection section;
        guint gaps, oddities;
    } rows[] = {
        {"{\"bank_account\": {}}", FACTS_BANK_ACCOUNT, 6, 0},
        {"{\"bank_account\": {\"reason\": \"\"}}", FACTS_BANK_ACCOUNT, 6, 0},
        {"{\"bank_account\": {\"result\": \"verified\"}}", FACTS_BANK_ACCOUNT, 5, 0},
        {"{\"bank_account\": {\"result\": \"unknown\"}}", FACTS_BANK_ACCOUNT, 5, 1},
        {"{\"bank_account\": {\"result\": \"x\", \"debitable\": 1}}", FACTS_BANK_ACCOUNT, 4, 2},
        {"{\"host\": {\"routes\": []}}", FACTS_HOST, 23, 0},
        {"{\"host\": {\"routes\": [\"x\"]}}", FACTS_HOST, 23, 1},
        {"{\"host\": {\"unrouted_bins\": [\"x\"]}}", FACTS_HOST, 23, 0},
    };
    g_autoptr(Arena) arena = arena_new();
    Application app;

    application_init(&app, arena);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(Parsed) parsed = {0};
        g_test_message("%s", rows[i].json);
        parse(&parsed, rows[i].json);
        facts_join(&parsed.facts, &app);
        const FactRecord *record = facts_record(&parsed.facts, rows[i].section, 0);
        g_assert_cmpuint(record->gaps, ==, rows[i].gaps);
        g_assert_cmpuint(record->oddities, ==, rows[i].oddities);
    }
}

/* "{"section": [{}, {} ...]}" with so many records, or words of one fact. */
static char *
many(const char *head, const char *item, guint count, const char *tail)
{
    GString *json = g_string_new(head);

    for (guint i = 0; i < count; i++)
        g_string_append_printf(json, "%s%s", i > 0 ? "," : "", item);
    g_string_append(json, tail);
    return g_string_free(json, FALSE);
}

static void
test_too_many(void)
{
    static const struct {
        const char *head, *item, *tail, *error;
        guint most;
    } rows[] = {
        {"{\"risk\": [", "{}", "]}", "input.too_many@/facts/risk", FACTS_RECORDS_MAX},
        {"{\"host\": {\"terminals\": [", "{}", "]}}", "input.too_many@/facts/host/terminals",
         FACTS_RECORDS_MAX},
        {"{\"host\": {\"unrouted_bins\": [", "\"6\"", "]}}",
         "input.too_many@/facts/host/unrouted_bins(array)", FACTS_RECORDS_MAX},
        {"{\"host\": {\"routes\": [", "\"debit\"", "]}}",
         "input.too_many@/facts/host/routes(array)", 32},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        for (guint more = 0; more <= 1; more++) {
            g_autofree char *json =
                many(rows[i].head, rows[i].item, rows[i].most + more, rows[i].tail);
            g_auto(Parsed) parsed = {0};
            parse(&parsed, json);
            g_autofree char *text = errors_text(&parsed);
            g_assert_cmpstr(text, ==, more > 0 ? rows[i].error : "");
        }
    }
}

/* Texts have an end, and what nobody reads has a bottom. */
static void
test_long_and_deep(void)
{
    g_autofree char *longest = many("{\"host\": {\"mcc\": \"", "", 1, "");
    g_autofree char *fits = g_strnfill(512, 'x'), *too_long = g_strnfill(513, 'x');
    g_autofree char *deep = g_strnfill(70, '['), *end = g_strnfill(70, ']');
    g_autofree char *good = g_strdup_printf("%s%s\"}}", longest, fits);
    g_autofree char *bad = g_strdup_printf("%s%s\"}}", longest, too_long);
    g_autofree char *pit = g_strdup_printf("{\"host\": {\"mc\": %s%s}}", deep, end);
    g_auto(Parsed) first = {0};
    g_auto(Parsed) second = {0};
    g_auto(Parsed) third = {0};

    parse(&first, good);
    g_assert_cmpuint(first.list->len, ==, 0);
    parse(&second, bad);
    g_autofree char *text = errors_text(&second);
    g_assert_cmpstr(text, ==, "input.too_long@/facts/host/mcc(string)");
    parse(&third, pit);
    g_autofree char *told = errors_text(&third);
    g_assert_cmpstr(told, ==, "input.unknown_key@/facts/host/mc(mcc) input.too_deep@/facts/host");
}

static void
add_values(const char *group, const ValueRow *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *path = g_strdup_printf("/facts-json/%s/%s", group, rows[i].name);
        g_test_add_data_func(path, &rows[i], test_value);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_values("value", values, G_N_ELEMENTS(values));
    add_values("kcv", kcvs, G_N_ELEMENTS(kcvs));
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++) {
        g_autofree char *path = g_strdup_printf("/facts-json/record/%s", records[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_record);
    }
    g_test_add_func("/facts-json/numbers", test_numbers);
    g_test_add_func("/facts-json/kcv-bytes", test_kcv);
    g_test_add_func("/facts-json/strange-word-of-a-set", test_strange_word_of_a_set);
    g_test_add_func("/facts-json/inheritance", test_inheritance);
    g_test_add_func("/facts-json/no-inheritance", test_no_inheritance);
    g_test_add_func("/facts-json/counts", test_counts);
    g_test_add_func("/facts-json/too-many", test_too_many);
    g_test_add_func("/facts-json/long-and-deep", test_long_and_deep);
    return g_test_run();
}
