/* SPDX-License-Identifier: Apache-2.0 */
/* The everyday causes and the patterns of declines: the built-in files are right, and each thing
 * that can be wrong in one is told with its place. */
#include "codec/catalogue_json.h"
#include "codec/cause_json.h"
#include "codec/diagnosis_json.h"
#include "codec/pack_json.h"
#include "codec/resource.h"
#include "spoil.h"

static RulePack *pack;
static Catalogue *catalogue;

static const char good_causes[] =
    "{\"name\": \"t\", \"version\": \"1\", \"source\": \"made up\", \"causes\": ["
    "{\"id\": 1, \"zh-CN\": \"约\", \"en\": \"contract\", \"mistakes\": [\"M05\"],"
    " \"regulations\": [\"G05\"], \"codes\": [\"CONTRACT.\"], \"rules\": [\"R-CON-001\"],"
    " \"later\": null},"
    "{\"id\": 2, \"zh-CN\": \"慢\", \"en\": \"slow\", \"mistakes\": [], \"regulations\": [],"
    " \"codes\": [], \"rules\": [],"
    " \"later\": {\"stage\": \"live\", \"zh-CN\": \"以后\", \"en\": \"later\"}}]}";

static const BadRow bad_causes[] = {
    {"syntax", "{\"name\"", "{\"name", ": /: ", "line 1"},
    {"unknown-root-key", "\"name\"", "\"extra\": 1, \"name\"", ": /extra: ", "not a known key"},
    {"missing-version", "\"version\": \"1\",", "", ": /version: ", "is missing"},
    {"causes-not-array", good_causes,
     "{\"name\": \"t\", \"version\": \"1\", \"source\": \"x\", \"causes\": {}}",
     ": /causes: ", "an array"},
    {"id-order", "\"id\": 2", "\"id\": 3", ": /causes/1: ", "do not count from 1"},
    {"id-twice", "\"id\": 2", "\"id\": 1", ": /causes/1: ", "do not count from 1"},
    {"unknown-key", "\"id\": 1,", "\"id\": 1, \"fr\": \"x\",", ": /causes/0/fr: ", "not a known"},
    {"language", "\"en\": \"contract\",", "", ": /causes/0/en: ", "is missing"},
    {"mistake", "[\"M05\"]", "[\"M99\"]", ": /causes/0/mistakes: ", "'M99' is unknown"},
    {"regulation", "[\"G05\"]", "[\"M05\"]", ": /causes/0/regulations: ", "'M05' is unknown"},
    {"code", "\"CONTRACT.\"", "\"TREATY.\"", ": /causes/0/codes: ", "begins with no layer"},
    {"code-no-point", "\"CONTRACT.\"", "\"CONTRACT\"", ": /causes/0/codes: ", "no layer"},
    {"rule", "R-CON-001", "R-CON-999", ": /causes/0/rules: ", "'R-CON-999' is unknown"},
    {"later-type", "\"later\": null", "\"later\": \"live\"", ": /causes/0/later: ", "an object"},
    {"later-stage", "\"live\"", "\"soon\"", ": /causes/1/later/stage: ", "'soon' is not one of"},
    {"later-language", ", \"en\": \"later\"", "", ": /causes/1/later/en: ", "is missing"},
};

static const char good_table[] =
    "{\"name\": \"t\", \"version\": \"1\", \"source\": \"made up\", \"patterns\": ["
    "{\"id\": \"mac\", \"codes\": [\"A0\", \"none\"], \"at_least\": 2,"
    " \"when\": {\"sign_on\": [\"ok\"]}, \"given\": {\"entry\": [\"chip\", \"tap\"]},"
    " \"causes\": [{\"mistake\": \"M09\", \"variant\": \"low\", \"weight\": 30,"
    "  \"reason\": {\"zh-CN\": \"因\", \"en\": \"why\"},"
    "  \"check_first\": {\"zh-CN\": \"查\", \"en\": \"check\"}}]},"
    "{\"id\": \"any\", \"codes\": [], \"causes\": []}],"
    " \"profiles\": [{\"mistake\": \"K06\", \"variant\": \"\", \"fits\": {\"pin\": [\"yes\"]}}],"
    " \"cardless\": [\"A0\"],"
    " \"acquirers\": [{\"name\": \"host-z\", \"aliases\": [\"Zed\", \"z/z\"]}],"
    " \"rejects\": {"
    "  \"places\": [{\"digits\": \"1\", \"name\": {\"zh-CN\": \"体\", \"en\": \"body\"},"
    "   \"mistakes\": []}],"
    "  \"fields\": [{\"digits\": \"1042\", \"name\": {\"zh-CN\": \"户\", \"en\": \"shop\"},"
    "   \"mistakes\": [\"M02\"]}],"
    "  \"kinds\": [{\"digits\": \"5\", \"name\": {\"zh-CN\": \"非\", \"en\": \"bad\"},"
    "   \"mistakes\": []}],"
    "  \"whole\": [{\"digits\": \"09991\", \"name\": {\"zh-CN\": \"分\", \"en\": \"what\"},"
    "   \"mistakes\": [\"T06\"]}]},"
    " \"answers\": [{\"id\": \"one\", \"codes\": [\"55\"], \"given\": {\"cards\": [\"one\"]},"
    " \"untold\": [\"amount\"], \"verdict\": \"not_setup\", \"who\": \"cardholder\","
    " \"message\": {\"zh-CN\": \"卡\", \"en\": \"card\"}}]}";

static const BadRow bad_tables[] = {
    {"empty", good_table, "", ": /: ", "line"},
    {"unknown-root-key", "\"name\"", "\"extra\": 1, \"name\"", ": /extra: ", "not a known key"},
    {"no-profiles", "\"profiles\"", "\"profile\"", ": /profile: ", "not a known key"},
    {"id-twice", "\"id\": \"any\"", "\"id\": \"mac\"", ": /patterns/1/id: ", "there already"},
    {"id-of-answer", "\"id\": \"one\"", "\"id\": \"mac\"", ": /answers/0/id: ", "there already"},
    {"unknown-key", "\"at_least\"", "\"at_most\"", ": /patterns/0/at_most: ", "not a known key"},
    {"code-small", "\"A0\"", "\"a0\"", ": /patterns/0/codes: ", "'a0' is not a response code"},
    {"code-long", "[\"55\"]", "[\"055\"]", ": /answers/0/codes: ", "'055' is not a response code"},
    {"code-capitals", "\"none\"", "\"NONE\"", ": /patterns/0/codes: ", "'NONE' is not"},
    {"at-least-many", "\"at_least\": 2", "\"at_least\": 3",
     ": /patterns/0/at_least: ", "more than"},
    {"at-least-none", "\"at_least\": 2", "\"at_least\": 0", ": /patterns/0/at_least: ", "or 0"},
    {"sign", "{\"sign_on\"", "{\"signon\"", ": /patterns/0/when/signon: ", "not a known key"},
    {"word", "[\"ok\"]", "[\"fine\"]", ": /patterns/0/when/sign_on: ", "not one of: ok failed"},
    {"no-word", "[\"ok\"]", "[]", ": /patterns/0/when/sign_on: ", "allows nothing"},
    {"words-text", "[\"ok\"]", "\"ok\"", ": /patterns/0/when/sign_on: ", "an array"},
    {"given-type", "{\"entry\": [\"chip\", \"tap\"]}", "[]", ": /patterns/0/given: ", "an object"},
    {"mistake", "\"M09\"", "\"M99\"", ": /patterns/0/causes/0/mistake: ", "'M99/low' is unknown"},
    {"variant", "\"low\"", "\"high\"", ": /patterns/0/causes/0/mistake: ", "'M09/high'"},
    {"weight-none", "30", "0", ": /patterns/0/causes/0/weight: ", "from 1 to 60"},
    {"weight-much", "30", "61", ": /patterns/0/causes/0/weight: ", "from 1 to 60"},
    {"weight-huge", "30", "4294967326", ": /patterns/0/causes/0/weight: ", "from 1 to 60"},
    {"weight-real", "30", "3.5", ": /patterns/0/causes/0/weight: ", "an integer"},
    {"placeholder", "\"en\": \"why\"", "\"en\": \"{why}\"", "/causes/0/reason: ", "placeholders"},
    {"check-missing", "\"check_first\"", "\"check\"", ": /patterns/0/causes/0/check: ", "known"},
    {"profile-mistake", "\"K06\"", "\"K99\"", ": /profiles/0/mistake: ", "'K99/' is unknown"},
    {"profile-empty", "\"fits\": {\"pin\": [\"yes\"]}", "\"fits\": null",
     ": /profiles/0/fits: ", "is missing"},
    {"cardless", "[\"A0\"]", "[\"A\"]", ": /cardless: ", "'A' is not a response code"},
    {"code-five", "[\"A0\"]", "[\"1042A\"]", ": /cardless: ", "'1042A' is not a response"},
    {"alias-twice", "\"z/z\"", "\"Zed\"", ": /acquirers/0/aliases: ", ""},
    {"alias-key", "\"aliases\"", "\"names\"", ": /acquirers/0/names: ", "not a known key"},
    {"no-rejects", "\"rejects\"", "\"refused\"", ": /refused: ", "not a known key"},
    {"reject-part", "\"places\"", "\"where\"", ": /rejects/where: ", "not a known key"},
    {"reject-length", "\"1042\"", "\"042\"", ": /rejects/fields/0/digits: ", "not of 4 digits"},
    {"reject-letter", "\"09991\"", "\"0999A\"", ": /rejects/whole/0/digits: ", "of 5 digits"},
    {"reject-mistake", "\"M02\"", "\"M99\"", ": /rejects/fields/0/mistakes: ", "'M99' is unknown"},
    {"reject-name", "\"en\": \"body\"", "\"en\": 1", ": /rejects/places/0/name/en: ", ""},
    {"untold", "[\"amount\"]", "[\"sum\"]", ": /answers/0/untold: ", "'sum' is unknown"},
    {"verdict", "\"not_setup\"", "\"setup\"", ": /answers/0/verdict: ", "'setup' is not one of"},
    {"who", "\"cardholder\"", "\"boss\"", ": /answers/0/who: ", "'boss' is unknown"},
};

static void
test_good_causes(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = bytes_of(good_causes);
    g_autoptr(CauseTable) table = cause_from_json(bytes, "mine.json", pack, &error);

    g_assert_no_error(error);
    const Cause *first = g_ptr_array_index(table->causes, 0);
    const Cause *second = g_ptr_array_index(table->causes, 1);
    g_assert_null(first->later_stage);
    g_assert_cmpstr(second->later_stage, ==, "live");
    g_assert_true(cause_has_rule(first, pack_find_rule(pack, "R-CON-005")));
    g_assert_true(cause_has_rule(first, pack_find_rule(pack, "R-ID-006")));
    g_assert_false(cause_has_rule(first, pack_find_rule(pack, "R-ID-007")));
    g_assert_false(cause_has_rule(second, pack_find_rule(pack, "R-CON-001")));
}

static void
test_bad_causes(gconstpointer data)
{
    const BadRow *row = data;
    g_autoptr(GBytes) bytes = spoil(good_causes, row);
    g_autoptr(GError) error = NULL;

    g_assert_null(cause_from_json(bytes, "mine.json", pack, &error));
    assert_told(error, row);
}

static void
test_good_table(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = bytes_of(good_table);
    g_autoptr(DiagnosisTable) table = diagnosis_from_json(bytes, "mine.json", pack, &error);

    g_assert_no_error(error);
    const DiagnosisPattern *first = g_ptr_array_index(table->patterns, 0);
    const DiagnosisPattern *second = g_ptr_array_index(table->patterns, 1);
    const DiagnosisAnswer *answer = g_ptr_array_index(table->answers, 0);
    g_assert_cmpuint(first->at_least, ==, 2);
    g_assert_cmpuint(second->at_least, ==, 1);
    g_assert_cmpuint(first->given.allowed[SIGN_ENTRY], ==, 5);
    g_assert_cmpuint(first->when.allowed[SIGN_SIGN_ON], ==, 1);
    g_assert_cmpuint(second->when.allowed[SIGN_SIGN_ON], ==, 0);
    g_assert_cmpuint(answer->untold, ==, 1u << SIGN_AMOUNT);
    g_assert_cmpint(answer->verdict, ==, DIAGNOSIS_NOT_SETUP);
    g_assert_cmpstr(diagnosis_acquirer(table, "zED"), ==, "host-z");
    g_assert_cmpstr(diagnosis_acquirer(table, "z/z"), ==, "host-z");
    g_assert_cmpstr(diagnosis_acquirer(table, "z"), ==, "z");
}

/* Five digits of which place and kind are known, or the whole is. */
static void
test_rejects(void)
{
    static const struct {
        const char *code;
        gboolean good;
        const char *mistake; /* NULL = none */
        guint field;
    } rows[] = {
        {"10425", TRUE, "M02", 42},  {"10415", TRUE, NULL, 41},   {"11285", TRUE, NULL, 128},
        {"11295", FALSE, NULL, 129}, {"10426", FALSE, NULL, 42},  {"00425", FALSE, NULL, 42},
        {"09991", TRUE, "T06", 999}, {"09992", FALSE, NULL, 999}, {"1042", FALSE, NULL, 0},
        {"104255", FALSE, NULL, 0},  {"1042A", FALSE, NULL, 0},   {"", FALSE, NULL, 0},
    };
    g_autoptr(GBytes) bytes = bytes_of(good_table);
    g_autoptr(DiagnosisTable) table = diagnosis_from_json(bytes, "mine.json", pack, NULL);
    Reject reject;

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].code);
        g_assert_cmpint(reject_decode(&table->rejects, rows[i].code, &reject), ==, rows[i].good);
        g_assert_cmpstr(rows[i].good ? reject.mistakes[0] : NULL, ==, rows[i].mistake);
        g_assert_cmpuint(reject.field, ==, rows[i].field);
    }
}

static void
test_bad_table(gconstpointer data)
{
    const BadRow *row = data;
    g_autoptr(GBytes) bytes = spoil(good_table, row);
    g_autoptr(GError) error = NULL;

    g_assert_null(diagnosis_from_json(bytes, "mine.json", pack, &error));
    assert_told(error, row);
}

/* Whose file it is says who must act. */
static void
test_whose_fault(void)
{
    g_autoptr(GBytes) bytes = bytes_of("{}");
    g_autoptr(GError) causes = NULL, table = NULL;

    g_assert_null(cause_from_json(bytes, NULL, pack, &causes));
    g_assert_error(causes, FAULT, FAULT_INTERNAL);
    g_assert_true(g_str_has_prefix(causes->message, "causes.json: "));
    g_assert_null(diagnosis_from_json(bytes, NULL, pack, &table));
    g_assert_error(table, FAULT, FAULT_INTERNAL);
    g_assert_true(g_str_has_prefix(table->message, "diagnosis.json: "));
}

/* A mistyped code would be a pattern that never matches. */
static void
assert_known_codes(char **codes, const RejectTable *rejects, const char *id)
{
    for (; *codes != NULL; codes++) {
        Reject reject;
        if (!g_str_equal(*codes, DIAGNOSIS_NO_CODE) &&
            catalogue_decline_code(catalogue, *codes) == NULL &&
            !reject_decode(rejects, *codes, &reject))
            g_error("%s: the response code %s is unknown", id, *codes);
    }
}

static void
test_builtin(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CauseTable) causes = cause_json_load(pack, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(causes->causes->len, ==, 16);
    g_autoptr(DiagnosisTable) table = diagnosis_json_load(pack, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(table->patterns->len, >, 30);
    for (guint i = 0; i < table->patterns->len; i++) {
        const DiagnosisPattern *pattern = g_ptr_array_index(table->patterns, i);
        assert_known_codes(pattern->codes, &table->rejects, pattern->id);
    }
    for (guint i = 0; i < table->answers->len; i++) {
        const DiagnosisAnswer *answer = g_ptr_array_index(table->answers, i);
        assert_known_codes(answer->codes, &table->rejects, answer->id);
    }
    assert_known_codes(table->cardless, &table->rejects, "cardless");
}

int
main(int argc, char **argv)
{
    g_autoptr(GBytes) bytes = resource_builtin("rulepack.json", NULL);

    g_test_init(&argc, &argv, NULL);
    pack = pack_from_json(bytes, NULL, NULL);
    catalogue = catalogue_json_load(NULL);
    g_assert_true(pack != NULL && catalogue != NULL);
    g_test_add_func("/causes/good", test_good_causes);
    add_bad_rows("/causes/bad/", bad_causes, G_N_ELEMENTS(bad_causes), test_bad_causes);
    g_test_add_func("/diagnosis/good", test_good_table);
    add_bad_rows("/diagnosis/bad/", bad_tables, G_N_ELEMENTS(bad_tables), test_bad_table);
    g_test_add_func("/diagnosis/rejects", test_rejects);
    g_test_add_func("/diagnosis/fault", test_whose_fault);
    g_test_add_func("/diagnosis/builtin", test_builtin);
    int failed = g_test_run();
    pack_free(pack);
    catalogue_free(catalogue);
    return failed;
}
