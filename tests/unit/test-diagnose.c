/* SPDX-License-Identifier: Apache-2.0 */
/* How what was told and open findings move the scores; which mistake each pattern names is in
 * tests/cases/diagnose.py. */
#include "codec/catalogue_json.h"
#include "codec/diagnosis_json.h"
#include "codec/pack_json.h"
#include "codec/resource.h"
#include "rules/diagnose.h"

static RulePack *pack;
static Catalogue *catalogue;
static DiagnosisTable *table;

typedef struct {
    const char *name, *codes;
    const char *told; /* "sign_on=ok cards=many" */
} Seen;

static void
tell(Observation *seen, const char *told)
{
    g_auto(GStrv) pairs = g_strsplit(told, " ", -1);

    for (char **pair = pairs; *pair != NULL && **pair != '\0'; pair++) {
        g_auto(GStrv) parts = g_strsplit(*pair, "=", 2);
        Sign sign = SIGN_SIGN_ON;
        g_assert_true(diagnosis_sign_find(parts[0], &sign));
        seen->told[sign] = diagnosis_sign_bit(sign, parts[1]);
        g_assert_cmpuint(seen->told[sign], !=, 0);
    }
}

static Diagnosis *
diagnose_seen(const Seen *what, const GArray *evidence)
{
    g_auto(GStrv) codes = g_strsplit(what->codes, ",", -1);
    Observation seen = {.codes = codes};
    DiagnoseInput input = {
        .pack = pack, .catalogue = catalogue, .table = table, .seen = &seen, .evidence = evidence};

    tell(&seen, what->told);
    return diagnose(&input);
}

/* The score of a mistake, 0 when it is no suspect. */
static guint
score_of(const Seen *what, const GArray *evidence, const char *mistake)
{
    g_autoptr(Diagnosis) diagnosis = diagnose_seen(what, evidence);

    for (guint i = 0; i < diagnosis->suspects->len; i++) {
        const Suspect *suspect = g_ptr_array_index(diagnosis->suspects, i);
        if (g_str_equal(suspect->forecast->mistake, mistake))
            return suspect->score;
    }
    return 0;
}

static guint
score(const char *codes, const char *told, const char *mistake)
{
    Seen seen = {.codes = codes, .told = told};

    return score_of(&seen, NULL, mistake);
}

/* What was told and fits counts for a mistake, what was not told counts neither way, and what
 * contradicts takes its pattern away. */
static void
test_told(void)
{
    guint untold = score("A0", "", "K02");

    g_assert_cmpuint(score("A0", "sign_on=ok", "K02"), >, untold);
    g_assert_cmpuint(score("A0", "sign_on=failed", "K02"), <, untold);
    g_assert_cmpuint(score("A0", "amount=small", "K02"), ==, untold);
    g_assert_cmpuint(score("55", "pin=yes cards=many sign_on=ok", "K06"), >,
                     score("55", "pin=yes cards=many", "K06"));
    g_assert_cmpuint(score("55", "pin=no cards=many", "K06"), ==, 0);
    g_assert_cmpuint(score("97", "txn=sign_on", "T01"), ==, score("97", "sign_on=failed", "T01"));
}

/* A forecast at sign-on is worth nothing once sign-on has worked, one at the sale nothing before.
 */
static void
test_moment(void)
{
    g_assert_cmpuint(score("97", "sign_on=ok", "T01"), <, score("97", "", "T01"));
    g_assert_cmpuint(score("03", "sign_on=failed", "M03"), <, score("03", "", "M03"));
    g_assert_cmpuint(score("25", "txn=sale", "K08"), <, score("25", "txn=void", "K08"));
}

/* One that explains all codes stands before one that explains one of them. */
static void
test_several_codes(void)
{
    g_assert_cmpuint(score("A0,77,94", "", "T09"), >, score("A0,77,94", "", "K02"));
    g_assert_cmpuint(score("A0,77,94", "", "K02"), <, score("A0", "", "K02"));
    g_assert_cmpuint(score("A0,51", "", "K02"), >, 0);
}

static GArray *
evidence_of(const char *rule_id)
{
    GArray *evidence = g_array_new(FALSE, TRUE, sizeof(DiagnoseEvidence));
    DiagnoseEvidence item = {.rule = pack_find_rule(pack, rule_id),
                             .message = {{"有", "there"}},
                             .path = "/limits/single",
                             .key = "0123456789abcdef"};

    g_assert_nonnull(item.rule);
    g_array_append_val(evidence, item);
    g_array_append_val(evidence, item);
    return evidence;
}

/* A finding raises the way of the mistake that its rule forecasts, once, and no other. */
static void
test_findings(void)
{
    g_autoptr(GArray) low = evidence_of("R-LIM-001");
    Seen limit = {.codes = "61", .told = "cards=many"};
    Seen system = {.codes = "96", .told = ""};
    Seen balance = {.codes = "51", .told = ""};

    g_assert_cmpuint(score_of(&limit, low, "M09"), ==, score_of(&limit, NULL, "M09") + 25);
    g_assert_cmpuint(score_of(&system, low, "M09"), ==, score_of(&system, NULL, "M09"));
    g_assert_cmpuint(score_of(&system, low, "M10"), ==, score_of(&system, NULL, "M10"));
    g_autoptr(Diagnosis) diagnosis = diagnose_seen(&balance, low);
    g_assert_cmpint(diagnosis->verdict, ==, DIAGNOSIS_NOT_SETUP);
    g_assert_cmpuint(diagnosis->suspects->len, ==, 0);
}

/* A high grade of the merchant is no place on a list; a place on one is. */
static void
test_findings_risk(void)
{
    g_autoptr(GArray) grade = evidence_of("R-HOST-019");
    g_autoptr(GArray) list = evidence_of("R-RISK-001");
    Seen invalid = {.codes = "03", .told = ""};

    g_assert_cmpuint(score_of(&invalid, grade, "M04"), ==, score_of(&invalid, NULL, "M04"));
    g_assert_cmpuint(score_of(&invalid, list, "M04"), >, score_of(&invalid, NULL, "M04"));
}

/* One card speaks against a mistake only where the code may come from the card's issuer. */
static void
test_cards(void)
{
    static const struct {
        const char *codes, *told, *mistake;
        gboolean stays;
    } rows[] = {
        {"97", "cards=one", "T01", TRUE},
        {"A0", "cards=one", "K02", TRUE},
        {"99", "cards=one sign_on=ok", "K02", FALSE},
        {"none", "cards=one", "P02", TRUE},
        {"98", "cards=one", "P02", FALSE},
        {"98", "cards=one sign_on=failed", "P02", TRUE},
        {"55,A0", "cards=one", "K02", TRUE},
        {"55,A0", "cards=one", "K06", FALSE},
        {"10425", "cards=one", "M02", TRUE},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s %s %s", rows[i].codes, rows[i].told, rows[i].mistake);
        guint told = score(rows[i].codes, rows[i].told, rows[i].mistake);
        g_assert_cmpint(told > 0, ==, rows[i].stays);
    }
}

/* Of a code that nobody knows, open findings are the only trace; the answer stays unclear. */
static void
test_findings_unknown_code(void)
{
    g_autoptr(GArray) low = evidence_of("R-LIM-001");
    Seen unknown = {.codes = "XX", .told = ""};
    g_autoptr(Diagnosis) diagnosis = diagnose_seen(&unknown, low);

    g_assert_cmpint(diagnosis->verdict, ==, DIAGNOSIS_UNCLEAR);
    g_assert_cmpint(diagnosis->because, ==, BECAUSE_UNKNOWN_CODE);
    g_assert_cmpuint(diagnosis->suspects->len, ==, 1);
    const Suspect *suspect = g_ptr_array_index(diagnosis->suspects, 0);
    g_assert_cmpstr(suspect->forecast->variant, ==, "low");
    const DiagnoseReason *reason = &g_array_index(suspect->reasons, DiagnoseReason, 0);
    g_assert_cmpint(reason->kind, ==, REASON_FINDING);
}

/* Scores fall, none passes 100, and the same input gives the same order. */
static void
test_order(void)
{
    for (guint i = 0; i < catalogue->decline_codes->len; i++) {
        const DeclineCode *code = g_ptr_array_index(catalogue->decline_codes, i);
        Seen seen = {.codes = code->code, .told = "after=swap terminals=many"};
        g_autoptr(Diagnosis) one = diagnose_seen(&seen, NULL);
        g_autoptr(Diagnosis) two = diagnose_seen(&seen, NULL);
        guint last = 100;
        g_assert_cmpuint(one->suspects->len, ==, two->suspects->len);
        for (guint j = 0; j < one->suspects->len; j++) {
            const Suspect *a = g_ptr_array_index(one->suspects, j);
            const Suspect *b = g_ptr_array_index(two->suspects, j);
            g_assert_true(a->forecast == b->forecast);
            g_assert_cmpuint(a->score, <=, last);
            last = a->score;
        }
    }
}

static void
test_override(void)
{
    g_assert_nonnull(diagnose_override(catalogue, "host-b", "C1"));
    g_assert_nonnull(diagnose_override(catalogue, "HOST-B", "C1"));
    g_assert_null(diagnose_override(catalogue, "host-a", "C1"));
    g_assert_null(diagnose_override(catalogue, NULL, "C1"));
}

int
main(int argc, char **argv)
{
    g_autoptr(GBytes) bytes = resource_builtin("rulepack.json", NULL);

    g_test_init(&argc, &argv, NULL);
    pack = pack_from_json(bytes, NULL, NULL);
    catalogue = catalogue_json_load(NULL);
    table = diagnosis_json_load(pack, NULL);
    g_assert_true(pack != NULL && catalogue != NULL && table != NULL);
    g_test_add_func("/diagnose/told", test_told);
    g_test_add_func("/diagnose/moment", test_moment);
    g_test_add_func("/diagnose/several-codes", test_several_codes);
    g_test_add_func("/diagnose/findings", test_findings);
    g_test_add_func("/diagnose/findings-unknown-code", test_findings_unknown_code);
    g_test_add_func("/diagnose/findings-risk", test_findings_risk);
    g_test_add_func("/diagnose/cards", test_cards);
    g_test_add_func("/diagnose/order", test_order);
    g_test_add_func("/diagnose/override", test_override);
    int failed = g_test_run();
    diagnosis_table_free(table);
    pack_free(pack);
    catalogue_free(catalogue);
    return failed;
}
