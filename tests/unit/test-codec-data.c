/* SPDX-License-Identifier: Apache-2.0 */
/* Our own data files: the built-in ones are right, and each thing that can be wrong in one is told
 * with its place. */
#include "codec/catalogue_json.h"
#include "codec/pack_json.h"
#include "codec/resource.h"
#include "codec/texts_json.h"
#include "spoil.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static const char good_pack[] =
    "{\"name\": \"t\", \"version\": \"1\", \"source\": \"made up\","
    " \"actors\": {\"sales\": {\"zh-CN\": \"销售\", \"en\": \"sales\"}},"
    " \"mistakes\": [{\"id\": \"M07\", \"title\": {\"zh-CN\": \"地\", \"en\": \"area\"},"
    "  \"caught_by\": {\"zh-CN\": \"表\", \"en\": \"list\"}, \"actor\": \"sales\"},"
    " {\"id\": \"M09\", \"title\": {\"zh-CN\": \"限\", \"en\": \"limit\"},"
    "  \"caught_by\": {\"zh-CN\": \"表\", \"en\": \"list\"}, \"actor\": \"sales\","
    "  \"source\": \"seen\", \"confidence\": \"sure\"}],"
    " \"regulations\": [{\"id\": \"G02\", \"title\": {\"zh-CN\": \"户\", \"en\": \"account\"},"
    "  \"source\": \"PBOC 2013/9\", \"confidence\": \"likely\"},"
    " {\"id\": \"G08\", \"title\": {\"zh-CN\": \"本\", \"en\": \"local\"},"
    "  \"source\": \"PBOC 2013/9\", \"confidence\": \"likely\"}],"
    " \"forecasts\": [{\"mistake\": \"M07\", \"variant\": \"\", \"stage\": \"purchase\","
    "  \"de39\": \"62\", \"alternates\": [], \"symptom\": {\"zh-CN\": \"拒\", \"en\": \"refused\"},"
    "  \"confidence\": \"likely\", \"waivable\": true, \"seen_from\": [\"check\", \"ask\"]},"
    " {\"mistake\": \"M09\", \"variant\": \"missing\", \"stage\": \"none\","
    "  \"de39\": null, \"alternates\": [\"13\"], \"symptom\": {\"zh-CN\": \"无\", \"en\": "
    "\"none\"},"
    "  \"confidence\": \"sure\", \"waivable\": false, \"seen_from\": [\"check\"]},"
    " {\"mistake\": \"M09\", \"variant\": \"low\", \"stage\": \"purchase\","
    "  \"de39\": \"61\", \"alternates\": [\"13\"], \"symptom\": {\"zh-CN\": \"超\", \"en\": "
    "\"over\"},"
    "  \"confidence\": \"likely\", \"waivable\": false, \"seen_from\": [\"check\"]}],"
    " \"fee_rows\": [{\"product\": \"debit\", \"fee_class\": \"standard\", \"kind\": \"floor\","
    "  \"rate_low\": 415000, \"rate_high\": null, \"cap_low\": 1950, \"cap_high\": 2500,"
    "  \"amount_low\": null, \"amount_high\": null, \"from\": \"2016-09-06\", \"to\": null,"
    "  \"confidence\": \"sure\", \"source\": \"NDRC 2016/557\"}],"
    " \"rules\": [{\"id\": \"R-A-001\", \"code\": \"MCC_FEE.AREA\", \"severity\": \"warning\","
    "  \"confidence\": \"likely\", \"layer\": \"mcc_fee\", \"due_by\": \"submit\","
    "  \"message\": {\"zh-CN\": \"{area} 不符\", \"en\": \"{area} does not fit\"},"
    "  \"remedies\": [{\"actor\": \"sales\", \"do\": {\"zh-CN\": \"改\", \"en\": \"mend\"}}],"
    "  \"forecasts\": [\"M07\"], \"mistakes\": [\"M07\"], \"regulations\": [\"G08\"],"
    "  \"products\": [\"card_debit\"], \"parameters\": {\"most\": 7, \"word\": \"x\"},"
    "  \"waivable\": true, \"from\": \"2013-07-05\", \"to\": \"2030-12-31\","
    "  \"source\": \"PBOC 2013/9\", \"caused_by\": [\"R-A-002\"]},"
    " {\"id\": \"R-A-002\", \"code\": \"DATA.LOW\", \"severity\": \"blocker\","
    "  \"confidence\": \"sure\", \"layer\": \"field\", \"due_by\": \"field\","
    "  \"message\": {\"zh-CN\": \"低\", \"en\": \"low\"}, \"remedies\": [],"
    "  \"forecasts\": [\"M09/low\"], \"mistakes\": [\"M09\"], \"regulations\": [\"G02\"],"
    "  \"products\": [], \"parameters\": {}, \"waivable\": false, \"from\": \"1970-01-01\","
    "  \"to\": null, \"source\": \"made up\", \"caused_by\": []}]}";

static const char good_texts[] =
    "{\"version\": \"1\", \"texts\": {\"a.b\": {\"zh-CN\": \"{n} 个\", \"en\": \"{n} of {n}\"}}}";

static const BadRow bad_packs[] = {
    {"syntax", "{\"name\"", "{\"name", ": /: ", "line 1"},
    {"not-object", good_pack, "[]", ": /: ", "must be an object"},
    {"empty", good_pack, "", ": /: ", "line"},
    {"duplicate-key", "\"name\": \"t\",", "\"name\": \"t\", \"name\": \"u\",",
     ": /: ", "duplicate object key"},
    {"not-utf8", "\"made up\"", "\"\xff\"", ": /: ", "decode"},
    {"unknown-root-key", "\"name\"", "\"extra\": 1, \"name\"", ": /extra: ", "not a known key"},
    {"missing-key", "\"version\": \"1\",", "", ": /version: ", "is missing"},
    {"null-key", "\"version\": \"1\"", "\"version\": null", ": /version: ", "is missing"},
    {"empty-text", "\"version\": \"1\"", "\"version\": \"\"", ": /version: ", "is empty"},
    {"wrong-type", "\"version\": \"1\"", "\"version\": 1", ": /version: ", "must be a text"},
    {"rules-not-array", "\"rules\": [", "\"rules\": {}, \"x\": [", ": /rules: ", "an array"},
    {"rule-not-object", "\"rules\": [", "\"rules\": [7, ", ": /rules/0: ", "an object"},
    {"duplicate-rule", "R-A-002\", \"code", "R-A-001\", \"code",
     ": /rules/1/id: ", "'R-A-001' is there already"},
    {"unknown-rule-key", "\"due_by\": \"submit\"", "\"due_by\": \"submit\", \"due\": 1",
     ": /rules/0/due: ", "not a known key"},
    {"missing-rule-key", "\"layer\": \"mcc_fee\",", "", ": /rules/0/layer: ", "is missing"},
    {"placeholders", "{area} does", "{place} does", ": /rules/0/message: ", "placeholders"},
    {"placeholder-missing", "{area} 不符", "不符", ": /rules/0/message: ", "placeholders"},
    {"language-missing", ", \"en\": \"low\"}", "}", ": /rules/1/message/en: ", "is missing"},
    {"language-unknown", ", \"en\": \"low\"}", ", \"en\": \"low\", \"fr\": \"bas\"}",
     ": /rules/1/message/fr: ", "not a known key"},
    {"unknown-layer", "\"layer\": \"mcc_fee\"", "\"layer\": \"fees\"",
     ": /rules/0/layer: ", "'fees' is unknown"},
    {"unknown-stage", "\"due_by\": \"submit\"", "\"due_by\": \"soon\"",
     ": /rules/0/due_by: ", "'soon' is unknown"},
    {"unknown-severity", "\"warning\"", "\"error\"", ": /rules/0/severity: ", "'error' is unknown"},
    {"unknown-confidence", "\"confidence\": \"sure\", \"layer\"",
     "\"confidence\": \"certain\", \"layer\"", ": /rules/1/confidence: ", "'certain'"},
    {"unknown-mistake", "\"mistakes\": [\"M07\"]", "\"mistakes\": [\"M99\"]",
     ": /rules/0/mistakes: ", "'M99' is unknown"},
    {"regulation-as-mistake", "\"mistakes\": [\"M07\"]", "\"mistakes\": [\"G08\"]",
     ": /rules/0/mistakes: ", "'G08' is unknown"},
    {"unknown-regulation", "[\"G08\"]", "[\"G99\"]",
     ": /rules/0/regulations: ", "'G99' is unknown"},
    {"unknown-forecast", "[\"M07\"], \"mistakes\"", "[\"M08\"], \"mistakes\"",
     ": /rules/0/forecasts: ", "'M08' is unknown"},
    {"unknown-variant", "M09/low", "M09/high", ": /rules/1/forecasts: ", "'M09/high' is unknown"},
    {"empty-variant", "M09/low", "M09/", ": /rules/1/forecasts: ", "'M09/' is unknown"},
    {"empty-forecast", "M09/low", "", ": /rules/1/forecasts/0: ", "is empty"},
    {"unknown-actor", "{\"actor\": \"sales\"", "{\"actor\": \"boss\"",
     ": /rules/0/remedies/0/actor: ", "'boss' is unknown"},
    {"unknown-cause", "\"caused_by\": [\"R-A-002\"]", "\"caused_by\": [\"R-A-003\"]",
     ": /rules/0/caused_by: ", "'R-A-003' is unknown"},
    {"own-cause", "\"caused_by\": [\"R-A-002\"]", "\"caused_by\": [\"R-A-001\"]",
     ": /rules/0: ", "explains itself"},
    {"code-prefix", "\"MCC_FEE.AREA\"", "\"FEES.AREA\"", ": /rules/0/code: ", "begins with no"},
    {"code-prefix-small", "\"MCC_FEE.AREA\"", "\"mcc_fee.AREA\"",
     ": /rules/0/code: ", "begins with no"},
    {"code-other-layer", "\"MCC_FEE.AREA\"", "\"KEYS.AREA\"",
     ": /rules/0/code: ", "is not of its layer"},
    {"code-no-reason", "\"MCC_FEE.AREA\"", "\"MCC_FEE.\"", ": /rules/0/code: ", "capitals"},
    {"code-small-reason", "\"MCC_FEE.AREA\"", "\"MCC_FEE.area\"", ": /rules/0/code: ", "capitals"},
    {"code-no-point", "\"DATA.LOW\"", "\"DATA\"", ": /rules/1/code: ", "begins with no"},
    {"waivable-type", "\"waivable\": true, \"from\"", "\"waivable\": 1, \"from\"",
     ": /rules/0/waivable: ", "true or false"},
    {"waivable-forecast", "[\"M07\"], \"mistakes\"", "[\"M09\"], \"mistakes\"",
     ": /rules/0/waivable: ", "forecast of M09"},
    {"parameter-real", "\"most\": 7", "\"most\": 7.5",
     ": /rules/0/parameters/most: ", "an integer"},
    {"parameter-boolean", "\"most\": 7", "\"most\": true",
     ": /rules/0/parameters/most: ", "an integer"},
    {"date", "\"2013-07-05\"", "\"2013-02-30\"", ": /rules/0/from: ", "not a date"},
    {"date-order", "\"2030-12-31\"", "\"2013-07-04\"", ": /rules/0: ", "after its last"},
    {"list-item", "[\"card_debit\"]", "[\"card_debit\", 7]",
     ": /rules/0/products/1: ", "must be a text"},
    {"forecast-twice", "\"low\", \"stage\"", "\"missing\", \"stage\"",
     ": /forecasts/2/variant: ", "there already"},
    {"forecast-mistake", "\"mistake\": \"M07\"", "\"mistake\": \"M01\"",
     ": /forecasts/0/mistake: ", "'M01' is unknown"},
    {"forecast-stage", "\"stage\": \"none\"", "\"stage\": \"refund\"",
     ": /forecasts/1/stage: ", "'refund' is not one of"},
    {"forecast-code", "\"de39\": \"62\"", "\"de39\": \"6\"", ": /forecasts/0/de39: ", "'6' is not"},
    {"forecast-alternate", "[\"13\"]", "[\"1 3\"]", ": /forecasts/1: ", "'1 3'"},
    {"forecast-view", "[\"check\", \"ask\"]", "[\"check\", \"look\"]",
     ": /forecasts/0/seen_from: ", "'look' is not one of"},
    {"mistake-actor", "\"actor\": \"sales\"}", "\"actor\": \"boss\"}",
     ": /mistakes/0/actor: ", "'boss' is unknown"},
    {"mistake-twice", "\"id\": \"M09\"", "\"id\": \"M07\"", ": /mistakes/1/id: ", "there already"},
    {"fee-product", "\"debit\"", "\"gold\"", ": /fee_rows/0/product: ", "'gold' is not one of"},
    {"fee-negative", "\"cap_low\": 1950", "\"cap_low\": -1",
     ": /fee_rows/0/cap_low: ", "less than 0"},
    {"fee-bounds", "\"cap_low\": 1950", "\"cap_low\": 2501", ": /fee_rows/0: ", "bounds of cap"},
    {"fee-huge", "\"cap_low\": 1950", "\"cap_low\": 99999999999999999999", ": /: ", "integer"},
};

static const BadRow bad_texts[] = {
    {"missing-version", "\"version\": \"1\", ", "", ": /version: ", "is missing"},
    {"unknown-key", "{\"version\"", "{\"note\": \"\", \"version\"", ": /note: ", "known key"},
    {"missing-language", ", \"en\": \"{n} of {n}\"", "", ": /texts/a.b/en: ", "is missing"},
    {"placeholders", "{n} of {n}", "{n} of {m}", ": /texts/a.b: ", "placeholders"},
    {"not-object", "{\"zh-CN\": \"{n} 个\", \"en\": \"{n} of {n}\"}", "\"x\"",
     ": /texts/a.b: ", "must be an object"},
};

static void
test_bad_pack(gconstpointer data)
{
    const BadRow *row = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = spoil(good_pack, row);

    g_assert_null(pack_from_json(bytes, "mine.json", &error));
    assert_told(error, row);
}

static void
test_bad_texts(gconstpointer data)
{
    const BadRow *row = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = spoil(good_texts, row);

    g_assert_null(texts_from_json(bytes, "mine.json", &error));
    assert_told(error, row);
}

static char *
replace_all(const char *text, const char *find, const char *replace)
{
    g_auto(GStrv) parts = g_strsplit(text, find, -1);

    return g_strjoinv(replace, parts);
}

/* What the law demands outright is refused; the good pack waives its neighbour G08. */
static void
test_unwaivable(void)
{
    static const char *const ids[] = {"G01", "G02", "G03", "G04", "G11", "G12",
                                      "G16", "G17", "G18", "G25", "G27"};

    g_autofree char *without = replace_all(good_pack, "G02", "G90");
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        const BadRow row = {ids[i], "", "", ": /rules/0/waivable: ", ids[i]};
        g_autoptr(GError) error = NULL;
        g_autofree char *text = replace_all(without, "G08", ids[i]);
        g_autoptr(GBytes) bytes = bytes_of(text);
        g_assert_null(pack_from_json(bytes, "mine.json", &error));
        assert_told(error, &row);
    }
}

static void
assert_first_rule(const RulePack *pack)
{
    const RuleEntry *rule = pack_find_rule(pack, "R-A-001");

    g_assert_nonnull(rule);
    g_assert_cmpstr(rule->code, ==, "MCC_FEE.AREA");
    g_assert_cmpint(rule->severity, ==, SEVERITY_WARNING);
    g_assert_cmpint(rule->confidence, ==, CONFIDENCE_LIKELY);
    g_assert_cmpint(rule->layer, ==, LAYER_MCC_FEE);
    g_assert_cmpint(rule->due_by, ==, STAGE_SUBMIT);
    g_assert_true(rule->waivable);
    g_assert_cmpstr(rule->message.text[LANGUAGE_EN], ==, "{area} does not fit");
    g_assert_cmpint(pack_parameter(rule, "most")->number, ==, 7);
    g_assert_null(pack_parameter(rule, "most")->text);
    g_assert_cmpstr(pack_parameter(rule, "word")->text, ==, "x");
    g_assert_cmpstr(rule->caused_by[0], ==, "R-A-002");
    g_assert_cmpstr(rule->products[0], ==, "card_debit");
    const Remedy *remedy = g_ptr_array_index(rule->remedies, 0);
    g_assert_cmpstr(remedy->action.text[LANGUAGE_ZH], ==, "改");
}

static void
assert_second_rule(const RulePack *pack)
{
    const RuleEntry *rule = pack_find_rule(pack, "R-A-002");

    g_assert_nonnull(rule);
    g_assert_cmpint(rule->layer, ==, PACK_LAYER_OF_FIELD);
    g_assert_cmpint(rule->due_by, ==, PACK_STAGE_OF_FIELD);
    g_assert_cmpint(rule->to, ==, CIVIL_LONG_TERM);
    g_assert_cmpint(rule->from, ==, 0);
    const Forecast *forecast = g_ptr_array_index(rule->forecasts, 0);
    g_assert_cmpstr(forecast->variant, ==, "low");
    g_assert_cmpstr(forecast->de39, ==, "61");
    g_assert_cmpstr(forecast->alternates[0], ==, "13");
}

static void
test_good_pack(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = bytes_of(good_pack);
    g_autoptr(RulePack) pack = pack_from_json(bytes, "mine.json", &error);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, good_pack, -1);

    g_assert_no_error(error);
    g_assert_cmpstr(pack->sha256, ==, digest);
    assert_first_rule(pack);
    assert_second_rule(pack);
    const FeeRow *row = &g_array_index(pack->fee_rows, FeeRow, 0);
    g_assert_cmpint(row->rate_low, ==, 415000);
    g_assert_cmpint(row->rate_high, ==, -1);
    g_assert_cmpint(row->cap_high, ==, 2500);
    g_assert_cmpint(row->to, ==, CIVIL_LONG_TERM);
    const Topic *first = g_ptr_array_index(pack->mistakes, 0);
    const Topic *second = g_ptr_array_index(pack->mistakes, 1);
    g_assert_cmpstr(first->source, ==, "");
    g_assert_cmpstr(second->source, ==, "seen");
    g_assert_null(pack_find_forecast(pack, "M09", "missing")->de39);
}

/* Whose file it is says who must act. */
static void
test_whose_fault(void)
{
    g_autoptr(GBytes) bytes = bytes_of("{}");
    g_autoptr(Catalogue) catalogue = catalogue_new();
    g_autoptr(GError) pack = NULL, texts = NULL, mcc = NULL, given = NULL;

    g_assert_null(pack_from_json(bytes, NULL, &pack));
    g_assert_error(pack, FAULT, FAULT_INTERNAL);
    g_assert_true(g_str_has_prefix(pack->message, "rulepack.json: "));
    g_assert_null(texts_from_json(bytes, NULL, &texts));
    g_assert_error(texts, FAULT, FAULT_INTERNAL);
    g_assert_true(g_str_has_prefix(texts->message, "texts.json: "));
    g_assert_false(catalogue_json_read(catalogue, CATALOGUE_MCC, bytes, NULL, &mcc));
    g_assert_error(mcc, FAULT, FAULT_INTERNAL);
    g_assert_true(g_str_has_prefix(mcc->message, "mcc.json: "));
    g_assert_false(catalogue_json_read(catalogue, CATALOGUE_BINS, bytes, "b.json", &given));
    g_assert_error(given, FAULT, FAULT_INPUT);
}

static void
test_good_texts(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = bytes_of(good_texts);
    g_autoptr(Texts) texts = texts_from_json(bytes, "mine.json", &error);

    g_assert_no_error(error);
    g_assert_cmpstr(texts_get(texts, "a.b", LANGUAGE_ZH), ==, "{n} 个");
    g_assert_cmpstr(texts_get(texts, "a.b", LANGUAGE_EN), ==, "{n} of {n}");
}

static void
test_builtin_pack(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = resource_builtin("rulepack.json", &error);

    g_assert_no_error(error);
    g_autoptr(RulePack) pack = pack_from_json(bytes, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(pack->mistakes->len, ==, 39);
    g_assert_cmpuint(pack->regulations->len, ==, 30);
    for (guint i = 0; i < pack->mistakes->len; i++) {
        const Topic *mistake = g_ptr_array_index(pack->mistakes, i);
        if (pack_find_forecast(pack, mistake->id, "") == NULL)
            g_error("%s has no forecast", mistake->id);
    }
}

static void
test_builtin_texts(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = resource_builtin("texts.json", &error);

    g_assert_no_error(error);
    g_autoptr(Texts) texts = texts_from_json(bytes, NULL, &error);
    g_assert_no_error(error);
    g_assert_nonnull(texts);
}

static void
assert_known_mistakes(const RulePack *pack, const char *code, char **mistakes)
{
    for (; *mistakes != NULL; mistakes++) {
        if (pack_find_forecast(pack, *mistakes, "") == NULL)
            g_error("response code %s names the unknown mistake %s", code, *mistakes);
    }
}

static void
assert_known_codes(const Catalogue *catalogue, const Forecast *forecast)
{
    if (forecast->de39 != NULL && catalogue_decline_code(catalogue, forecast->de39) == NULL)
        g_error("%s: the response code %s is unknown", forecast->mistake, forecast->de39);
    for (char **code = forecast->alternates; *code != NULL; code++) {
        if (catalogue_decline_code(catalogue, *code) == NULL)
            g_error("%s: the response code %s is unknown", forecast->mistake, *code);
    }
}

/* The pack and the response codes are two files about one thing. */
static void
test_builtin_agree(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = resource_builtin("rulepack.json", NULL);
    g_autoptr(RulePack) pack = pack_from_json(bytes, NULL, NULL);
    g_autoptr(Catalogue) catalogue = catalogue_json_load(&error);

    g_assert_no_error(error);
    g_assert_nonnull(pack);
    for (guint i = 0; i < catalogue->decline_codes->len; i++) {
        const DeclineCode *code = g_ptr_array_index(catalogue->decline_codes, i);
        assert_known_mistakes(pack, code->code, code->mistakes);
    }
    for (guint i = 0; i < catalogue->overrides->len; i++) {
        const DeclineOverride *override = g_ptr_array_index(catalogue->overrides, i);
        assert_known_mistakes(pack, override->code, override->mistakes);
    }
    for (guint i = 0; i < pack->forecasts->len; i++)
        assert_known_codes(catalogue, g_ptr_array_index(pack->forecasts, i));
}

static void
test_resource_builtin(void)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(resource_builtin("no-such.json", &error));
    g_assert_error(error, FAULT, FAULT_INTERNAL);
    g_assert_nonnull(strstr(error->message, "no-such.json"));
}

/* Writes a sparse file of that size and says what reading it gives. */
static gssize
read_back(const char *path, goffset size, GError **error)
{
    int fd = g_open(path, O_CREAT | O_WRONLY, 0600);

    g_assert_cmpint(fd, >=, 0);
    g_assert_cmpint(ftruncate(fd, size), ==, 0);
    g_assert_true(g_close(fd, NULL));
    g_autoptr(GBytes) bytes = resource_file(path, error);
    g_assert_cmpint(g_unlink(path), ==, 0);
    return bytes != NULL ? (gssize)g_bytes_get_size(bytes) : -1;
}

static void
test_resource_file(void)
{
    g_autofree char *folder = g_dir_make_tmp("swipeready-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "data.json", NULL);
    g_autoptr(GError) none = NULL, missing = NULL, directory = NULL, large = NULL;

    g_assert_cmpint(read_back(path, 0, &none), ==, 0);
    g_assert_cmpint(read_back(path, 65536, &none), ==, 65536);
    g_assert_cmpint(read_back(path, RESOURCE_BYTES_MAX, &none), ==, RESOURCE_BYTES_MAX);
    g_assert_no_error(none);
    g_assert_cmpint(read_back(path, RESOURCE_BYTES_MAX + 1, &large), ==, -1);
    g_assert_error(large, FAULT, FAULT_LIMIT);
    g_assert_null(resource_file(path, &missing));
    g_assert_error(missing, FAULT, FAULT_INPUT);
    g_assert_null(resource_file(folder, &directory));
    g_assert_error(directory, FAULT, FAULT_INPUT);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/data/pack/good", test_good_pack);
    add_bad_rows("/data/pack/bad/", bad_packs, G_N_ELEMENTS(bad_packs), test_bad_pack);
    g_test_add_func("/data/pack/unwaivable", test_unwaivable);
    g_test_add_func("/data/texts/good", test_good_texts);
    add_bad_rows("/data/texts/bad/", bad_texts, G_N_ELEMENTS(bad_texts), test_bad_texts);
    g_test_add_func("/data/fault", test_whose_fault);
    g_test_add_func("/data/resource/builtin", test_resource_builtin);
    g_test_add_func("/data/resource/file", test_resource_file);
    g_test_add_func("/data/builtin/pack", test_builtin_pack);
    g_test_add_func("/data/builtin/texts", test_builtin_texts);
    g_test_add_func("/data/builtin/agree", test_builtin_agree);
    return g_test_run();
}
