/* SPDX-License-Identifier: Apache-2.0 */
/* Each kind and each reason: a row that fires and the nearest row that does not. All numbers are
 * made up, printed in a standard or published for tests. */
#include "identifiers/bankcard.h"
#include "identifiers/digits.h"
#include "identifiers/iban.h"
#include "identifiers/identifier.h"
#include "identifiers/identifier_text.h"
#include "identifiers/orgcode.h"
#include "identifiers/region.h"
#include "identifiers/resident_id.h"
#include "identifiers/tusn.h"

#include <string.h>

typedef struct {
    const char *kind, *name, *value;
    const char *expected; /* "ok", or the level and the code */
} Row;

static const Row rows[] = {
    {"uscc", "printed-in-the-standard", "91350100M000100Y43", "ok"},
    {"uscc", "digits-only-code", "91110000600037341L", "ok"},
    {"uscc", "inner-check-is-x", "91440300D2143569X7", "ok"},
    {"uscc", "inner-code-of-digits", "91100000123456788H", "ok"},
    {"uscc", "state-level-region", "91100000MA0000015X", "ok"},
    {"uscc", "next-to-state-level", "91100001MA0000015C", "bad REGION"},
    {"uscc", "check-character-0", "91440300MA00000820", "ok"},
    {"uscc", "authority-n", "N2330106MF00000137", "ok"},
    {"uscc", "authority-y", "Y1110000MJ00000186", "ok"},
    {"uscc", "authority-y-kind-2", "Y2110105MA0000015N", "bad AUTHORITY"},
    {"uscc", "authority-n-kind-4", "N4110105MA0000015Q", "bad AUTHORITY"},
    {"uscc", "authority-b", "B1110105MA0000015D", "bad AUTHORITY"},
    {"uscc", "authority-0", "01110105MA0000015Q", "bad AUTHORITY"},
    {"uscc", "authority-a", "A9110105MA0000015M", "ok"},
    {"uscc", "authority-3-kind-5", "35110105MA00000159", "ok"},
    {"uscc", "authority-3-kind-6", "36110105MA00000156", "bad AUTHORITY"},
    {"uscc", "authority-9-kind-5", "95110105MA00000153", "bad AUTHORITY"},
    {"uscc", "letter-in-region", "91A00000123456788X", "bad REGION_FORMAT"},
    {"uscc", "letter-at-end-of-region", "9110000AMA0000015E", "bad REGION_FORMAT"},
    {"uscc", "province-99", "91990000123456788C", "bad REGION"},
    {"uscc", "province-83", "92830000MA00000156", "ok"},
    {"uscc", "one-character-changed", "91110000600037341N", "bad CHECKSUM"},
    {"uscc", "two-digits-swapped", "91350100M001000Y43", "bad CHECKSUM"},
    {"uscc", "inner-code-wrong", "91110105MA0000016J", "bad ORG_CHECKSUM"},
    {"uscc", "seventeen", "91350100M000100Y4", "bad FORMAT"},
    {"uscc", "nineteen", "91110000600037341LL", "bad FORMAT"},
    {"uscc", "lower-case", "91110000600037341l", "bad FORMAT"},
    {"uscc", "letter-i", "9135010IM000100Y43", "bad FORMAT"},
    {"uscc", "letter-o", "9135010OM000100Y43", "bad FORMAT"},
    {"uscc", "letter-s", "91350100S000100Y43", "bad FORMAT"},
    {"uscc", "letter-v", "91350100V000100Y43", "bad FORMAT"},
    {"uscc", "letter-z", "91350100M000100Y4Z", "bad FORMAT"},
    {"uscc", "hyphen", "91350100-000100Y43", "bad FORMAT"},
    {"uscc", "empty", "", "bad FORMAT"},
    {"uscc", "all-zero", "000000000000000000", "bad AUTHORITY"},

    {"orgcode", "standard-example", "D2143569-X", "ok"},
    {"orgcode", "without-hyphen", "D2143569X", "ok"},
    {"orgcode", "check-0-for-11", "000000000", "ok"},
    {"orgcode", "letters-the-uscc-leaves-out", "IOSVZ1239", "ok"},
    {"orgcode", "check-wrong", "D2143569-1", "bad CHECKSUM"},
    {"orgcode", "widely-copied-test-value", "E0000000-X", "bad CHECKSUM"},
    {"orgcode", "check-is-a-letter", "D2143569-A", "bad FORMAT"},
    {"orgcode", "lower-case-x", "D2143569-x", "bad FORMAT"},
    {"orgcode", "lower-case-body", "d2143569-X", "bad FORMAT"},
    {"orgcode", "hyphen-too-early", "D214356-9X", "bad FORMAT"},
    {"orgcode", "two-hyphens", "D2143569--X", "bad FORMAT"},
    {"orgcode", "hyphen-and-no-check", "D2143569-", "bad FORMAT"},
    {"orgcode", "eight", "D2143569", "bad FORMAT"},
    {"orgcode", "ten-digits", "0000000000", "bad FORMAT"},
    {"orgcode", "empty", "", "bad FORMAT"},

    {"regno15", "right-but-replaced", "110108000000016", "warn REPLACED"},
    {"regno15", "state-level", "100000000000006", "warn REPLACED"},
    {"regno15", "next-to-state-level", "100001000000005", "bad REGION"},
    {"regno15", "province-99", "990000000000007", "bad REGION"},
    {"regno15", "check-wrong", "110108000000017", "bad CHECKSUM"},
    {"regno15", "fourteen", "11010800000001", "bad FORMAT"},
    {"regno15", "sixteen", "1101080000000166", "bad FORMAT"},
    {"regno15", "letter", "11010800000001X", "bad FORMAT"},
    {"regno15", "all-zero", "000000000000000", "bad REGION"},

    {"resident-id", "standard-example", "11010519491231002X", "ok"},
    {"resident-id", "lower-case-x", "11010519491231002x", "bad FORMAT"},
    {"resident-id", "check-wrong", "110105194912310021", "bad CHECKSUM"},
    {"resident-id", "x-before-the-end", "1101051949123100X2", "bad FORMAT"},
    {"resident-id", "letter-at-the-end", "11010519491231002A", "bad FORMAT"},
    {"resident-id", "fifteen", "110105491231002", "bad FORMAT"},
    {"resident-id", "seventeen", "11010519491231002", "bad FORMAT"},
    {"resident-id", "nineteen", "11010519491231002XX", "bad FORMAT"},
    {"resident-id", "first-day-of-1900", "110101190001010014", "ok"},
    {"resident-id", "last-day-of-1899", "11010118991231001X", "bad BIRTH_RANGE"},
    {"resident-id", "born-today", "110101202601010013", "ok"},
    {"resident-id", "born-tomorrow", "110101202601020019", "bad BIRTH_RANGE"},
    {"resident-id", "born-yesterday", "110101202512310014", "ok"},
    {"resident-id", "leap-day-of-2000", "110101200002290018", "ok"},
    {"resident-id", "no-leap-day-in-1900", "110101190002290011", "bad BIRTH_DATE"},
    {"resident-id", "last-february-day-of-1900", "110101190002280016", "ok"},
    {"resident-id", "leap-day-of-2024", "110101202402290016", "ok"},
    {"resident-id", "no-leap-day-in-2023", "110101202302290019", "bad BIRTH_DATE"},
    {"resident-id", "month-0", "110101199000010013", "bad BIRTH_DATE"},
    {"resident-id", "month-13", "110101199013010012", "bad BIRTH_DATE"},
    {"resident-id", "day-31-in-april", "110101199004310013", "bad BIRTH_DATE"},
    {"resident-id", "day-0", "11010119900100001X", "bad BIRTH_DATE"},
    {"resident-id", "year-0", "110101000001010014", "bad BIRTH_DATE"},
    {"resident-id", "taiwan", "710000199001010015", "ok"},
    {"resident-id", "taiwan-permit", "830000199001010012", "ok"},
    {"resident-id", "province-84", "840000199001010014", "bad REGION"},
    {"resident-id", "province-00", "000000199001010018", "bad REGION"},
    {"resident-id", "all-zero", "000000000000000000", "bad REGION"},

    {"bankcard", "thirteen", "6111111111117", "ok"},
    {"bankcard", "twelve", "611111111112", "bad LENGTH"},
    {"bankcard", "nineteen", "6111111111111111118", "ok"},
    {"bankcard", "twenty", "61111111111111111110", "bad LENGTH"},
    {"bankcard", "luhn-on-6", "6111111111118", "warn LUHN"},
    {"bankcard", "luhn-on-4", "4111111111118", "bad LUHN"},
    {"bankcard", "right-on-4", "4111111111119", "ok"},
    {"bankcard", "luhn-on-5", "5111111111119", "bad LUHN"},
    {"bankcard", "right-on-5", "5111111111118", "ok"},
    {"bankcard", "luhn-on-3", "3111111111111", "warn LUHN"},
    {"bankcard", "luhn-on-81", "8171999927660001", "warn LUHN"},
    {"bankcard", "right-on-81", "8171999927660000", "ok"},
    {"bankcard", "letter", "611111111111X", "bad LENGTH"},
    {"bankcard", "blanks", "6111 1111 11117", "bad LENGTH"},
    {"bankcard", "empty", "", "bad LENGTH"},

    {"cnaps", "head-office", "102100099996", "ok"},
    {"cnaps", "check-wrong", "102100099997", "warn CHECKSUM"},
    {"cnaps", "digits-swapped", "104100000040", "warn CHECKSUM"},
    {"cnaps", "all-zero", "000000000000", "warn CHECKSUM"},
    {"cnaps", "eleven", "10210009999", "bad FORMAT"},
    {"cnaps", "thirteen", "1021000999960", "bad FORMAT"},
    {"cnaps", "letter", "10210009999A", "bad FORMAT"},

    {"merchant-no", "whole", "102581083986056", "ok"},
    {"merchant-no", "acquirer-000", "000581083986056", "bad ACQUIRER"},
    {"merchant-no", "acquirer-001", "001581083986056", "ok"},
    {"merchant-no", "mcc-0000", "102581000006056", "bad MCC"},
    {"merchant-no", "mcc-0001", "102581000016056", "ok"},
    {"merchant-no", "all-zero", "000000000000000", "bad ACQUIRER"},
    {"merchant-no", "fourteen", "10258108398605", "bad FORMAT"},
    {"merchant-no", "sixteen", "1025810839860567", "bad FORMAT"},
    {"merchant-no", "letter", "10258108398605A", "bad FORMAT"},

    {"terminal-no", "digits", "10012345", "ok"},
    {"terminal-no", "all-zero", "00000000", "ok"},
    {"terminal-no", "letters", "aZ9zA0b1", "ok"},
    {"terminal-no", "seven", "1001234", "bad FORMAT"},
    {"terminal-no", "nine", "100123456", "bad FORMAT"},
    {"terminal-no", "blank", "1001 345", "bad FORMAT"},
    {"terminal-no", "full-width-digits", "\xef\xbc\x91\xef\xbc\x92zz", "bad FORMAT"},

    {"institution-no", "eight", "01020000", "ok"},
    {"institution-no", "seven", "1020000", "bad FORMAT"},
    {"institution-no", "nine", "010200000", "bad FORMAT"},
    {"institution-no", "ten", "0001034411", "bad FORMAT"},
    {"institution-no", "eleven", "00010344110", "ok"},
    {"institution-no", "twelve", "000103441100", "bad FORMAT"},
    {"institution-no", "eight-zeros", "00000000", "bad FORMAT"},
    {"institution-no", "eleven-zeros", "00000000000", "bad FORMAT"},
    {"institution-no", "not-quite-zero", "00000001", "ok"},
    {"institution-no", "letter", "0102000A", "bad FORMAT"},

    {"mcc", "leading-zero", "0742", "ok"},
    {"mcc", "leading-zero-lost", "742", "bad FORMAT"},
    {"mcc", "five", "58120", "bad FORMAT"},
    {"mcc", "zero", "0000", "bad FORMAT"},
    {"mcc", "one", "0001", "ok"},
    {"mcc", "letter", "581A", "bad FORMAT"},

    {"region", "district", "110105", "ok"},
    {"region", "first-province", "110000", "ok"},
    {"region", "province-10", "100000", "bad FORMAT"},
    {"region", "province-99", "990101", "bad FORMAT"},
    {"region", "five", "11010", "bad FORMAT"},
    {"region", "seven", "1101055", "bad FORMAT"},
    {"region", "letter", "11010A", "bad FORMAT"},

    {"mobile", "first-range", "13000000000", "ok"},
    {"mobile", "last-range", "19999999999", "ok"},
    {"mobile", "range-12", "12999999999", "bad FORMAT"},
    {"mobile", "begins-with-2", "23800138000", "bad FORMAT"},
    {"mobile", "ten", "1380013800", "bad FORMAT"},
    {"mobile", "twelve", "138001380000", "bad FORMAT"},
    {"mobile", "plus", "+8613800138", "bad FORMAT"},
    {"mobile", "letter-second", "1A800138000", "bad FORMAT"},

    {"tusn", "smart-pos", "00000304N7NL01933217", "ok"},
    {"tusn", "bare-serial", "N7NL01933217", "bad FORMAT"},
    {"tusn", "no-serial", "00000304", "bad FORMAT"},
    {"tusn", "shortest-serial", "00000304a", "ok"},
    {"tusn", "fifty", "00000304000000000000000000000000000000000000000000", "ok"},
    {"tusn", "fifty-one", "000003040000000000000000000000000000000000000000000", "bad FORMAT"},
    {"tusn", "hyphen", "00000304N7NL-0193", "bad FORMAT"},
    {"tusn", "vendor-digit-lost", "0000304N7NL01933217", "bad FORMAT"},
    {"tusn", "vendor-0", "00000004N7NL01933217", "bad VENDOR"},
    {"tusn", "vendor-0-and-type-0", "00000000N7NL01933217", "bad VENDOR"},
    {"tusn", "vendor-1", "00000104N7NL01933217", "ok"},
    {"tusn", "type-00", "00000300N7NL01933217", "bad DEVICE_TYPE"},
    {"tusn", "type-01", "00000301N7NL01933217", "ok"},
    {"tusn", "type-06", "00000306N7NL01933217", "ok"},
    {"tusn", "type-07", "00000307N7NL01933217", "bad DEVICE_TYPE"},
    {"tusn", "type-08", "00000308N7NL01933217", "ok"},
    {"tusn", "type-13", "00000313N7NL01933217", "ok"},
    {"tusn", "type-14", "00000314N7NL01933217", "bad DEVICE_TYPE"},
    {"tusn", "type-is-a-letter", "0000030AN7NL01933217", "bad FORMAT"},

    {"iban", "registry-example", "DE89370400440532013000", "ok"},
    {"iban", "letters", "GB82WEST12345698765432", "ok"},
    {"iban", "check-wrong", "GB82WEST12345698765433", "bad CHECKSUM"},
    {"iban", "one-short-and-check-wrong", "DE8937040044053201300", "bad CHECKSUM"},
    {"iban", "one-short-and-check-right", "DE2211111111111111111", "bad LENGTH"},
    {"iban", "one-long-and-check-right", "DE851111111111111111111", "bad LENGTH"},
    {"iban", "shortest-country", "NO9811111111111", "ok"},
    {"iban", "below-the-shortest", "NO631111111111", "bad FORMAT"},
    {"iban", "above-the-shortest", "NO60111111111111", "bad LENGTH"},
    {"iban", "longest-country", "RU8211111111111111111111111111111", "ok"},
    {"iban", "above-the-longest-country", "RU95111111111111111111111111111111", "bad LENGTH"},
    {"iban", "first-country", "AD4411111111111111111111", "ok"},
    {"iban", "last-country", "YE4811111111111111111111111111", "ok"},
    {"iban", "last-country-one-short", "YE251111111111111111111111111", "bad LENGTH"},
    {"iban", "unregistered-country", "ZZ5411111111111", "ok"},
    {"iban", "unregistered-country-longest", "ZZ08111111111111111111111111111111", "ok"},
    {"iban", "thirty-five", "ZZ411111111111111111111111111111111", "bad FORMAT"},
    {"iban", "check-digits-97", "DE97000000000000000066", "ok"},
    {"iban", "check-digits-00-for-97", "DE00000000000000000066", "bad CHECKSUM"},
    {"iban", "check-digits-98", "DE98000000000000000048", "ok"},
    {"iban", "check-digits-01-for-98", "DE01000000000000000048", "bad CHECKSUM"},
    {"iban", "check-digits-02", "DE02000000000000000030", "ok"},
    {"iban", "check-digits-99-for-02", "DE99000000000000000030", "bad CHECKSUM"},
    {"iban", "letter-in-check-digits", "DE8X370400440532013000", "bad FORMAT"},
    {"iban", "digit-in-country", "D189370400440532013000", "bad FORMAT"},
    {"iban", "lower-case", "de89370400440532013000", "bad FORMAT"},
    {"iban", "blanks", "DE89 3704 0044 0532 0130 00", "bad FORMAT"},
    {"iban", "account-number", "6228480402564890018", "bad FORMAT"},

    {"bic", "eight", "ICBKCNBJ", "ok"},
    {"bic", "eleven", "PCBCCNBJXXX", "ok"},
    {"bic", "digits-in-place-and-branch", "AGRIFR2P882", "ok"},
    {"bic", "seven", "ICBKCNB", "bad FORMAT"},
    {"bic", "nine", "AGRIFRPP8", "bad FORMAT"},
    {"bic", "ten", "AGRIFRPP88", "bad FORMAT"},
    {"bic", "twelve", "AGRIFRPP8822", "bad FORMAT"},
    {"bic", "digit-in-bank", "AGR1FRPP", "bad FORMAT"},
    {"bic", "digit-in-country", "AGRIF2PP", "bad FORMAT"},
    {"bic", "lower-case", "icbkcnbj", "bad FORMAT"},
};

/* The value stands at the very end of its own block, so that a sanitizer sees a read behind it. */
static char *
judge_bytes(const char *kind, const char *text, gsize length)
{
    static const char *const levels[] = {"ok", "warn", "bad"};
    CivilDay today;
    g_autofree char *block = g_memdup2(text, length);
    const IdentifierKind *found = identifier_find(kind);

    g_assert_true(civil_from_ymd(2026, 1, 1, &today));
    g_assert_nonnull(found);
    IdentifierVerdict verdict = found->check(block != NULL ? block : "", length, today);
    if (verdict.level == IDENTIFIER_OK)
        g_assert_null(verdict.code);
    return g_strjoin(" ", levels[verdict.level], verdict.code, NULL);
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autofree char *seen = judge_bytes(row->kind, row->value, strlen(row->value));

    g_assert_cmpstr(seen, ==, row->expected);
}

/* Whoever gets a code gets a sentence for it, in the language asked for. */
static void
test_texts(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        const char *code = strchr(rows[i].expected, ' ');
        if (code == NULL)
            continue;
        const char *zh = identifier_text(rows[i].kind, code + 1, TRUE);
        const char *en = identifier_text(rows[i].kind, code + 1, FALSE);
        g_assert_cmpstr(zh, !=, code + 1);
        g_assert_true(g_utf8_validate(zh, -1, NULL) && !g_str_is_ascii(zh));
        g_assert_true(g_str_is_ascii(en) && strchr(en, ' ') != NULL);
        g_assert_null(strpbrk(zh, "\t\r\n"));
        g_assert_null(strpbrk(en, "\t\r\n"));
    }
}

static void
test_texts_specific(void)
{
    const char *tusn = identifier_text("tusn", "FORMAT", FALSE);

    g_assert_cmpstr(tusn, !=, identifier_text("mcc", "FORMAT", FALSE));
    g_assert_nonnull(strstr(tusn, "bare serial"));
    g_assert_nonnull(strstr(identifier_text("bic", "LENGTH", FALSE), "4096"));
    g_assert_null(strstr(identifier_text("iban", "LENGTH", FALSE), "4096"));
    g_assert_cmpstr(identifier_text("bic", "NO_SUCH", TRUE), ==, "NO_SUCH");
}

static void
test_kinds(void)
{
    static const char order[] = "uscc orgcode regno15 resident-id bankcard cnaps merchant-no "
                                "terminal-no institution-no mcc region mobile tusn iban bic";
    g_auto(GStrv) names = g_strsplit(order, " ", -1);
    gsize count;
    const IdentifierKind *kinds = identifier_kinds(&count);

    g_assert_cmpuint(count, ==, g_strv_length(names));
    for (gsize i = 0; i < count; i++) {
        g_assert_cmpstr(kinds[i].name, ==, names[i]);
        g_assert_true(identifier_find(names[i]) == &kinds[i]);
    }
    g_assert_null(identifier_find(""));
    g_assert_null(identifier_find("USCC"));
    g_assert_null(identifier_find("resident_id"));
}

/* One byte more before or behind a good value, of the sorts that copying adds. */
static void
test_stray_bytes(void)
{
    static const char stray[] = {' ', '\t', '\r', '\n', '\0', '-', '\xa0', '\xff', '\x01'};

    for (gsize i = 0; i < G_N_ELEMENTS(rows) * sizeof stray; i++) {
        const Row *row = &rows[i / sizeof stray];
        gsize length = strlen(row->value);
        g_autofree char *longer = g_malloc(length + 2);
        if (g_str_has_prefix(row->expected, "bad"))
            continue;
        memcpy(longer + 1, row->value, length);
        longer[0] = longer[length + 1] = stray[i % sizeof stray];
        g_autofree char *before = judge_bytes(row->kind, longer, length + 1);
        g_autofree char *behind = judge_bytes(row->kind, longer + 1, length + 1);
        g_assert_true(g_str_has_prefix(before, "bad "));
        g_assert_true(g_str_has_prefix(behind, "bad "));
    }
}

/* Each byte of each value but the bad ones replaced by one that no identifier holds. */
static void
test_foreign_bytes(void)
{
    static const char foreign[] = {'\0', ' ', '\n', '/', ':', '@', '[', '`', '{', '\x80', '\xff'};

    for (gsize i = 0; i < G_N_ELEMENTS(rows) * sizeof foreign; i++) {
        const Row *row = &rows[i / sizeof foreign];
        gsize length = strlen(row->value);
        if (g_str_has_prefix(row->expected, "bad"))
            continue;
        for (gsize at = 0; at < length; at++) {
            g_autofree char *changed = g_strdup(row->value);
            changed[at] = foreign[i % sizeof foreign];
            g_autofree char *seen = judge_bytes(row->kind, changed, length);
            g_assert_true(g_str_has_prefix(seen, "bad "));
        }
    }
}

static const struct {
    const char *kind, *value;
    const char *bytes; /* put in at each place, one at a time */
} checked[] = {
    {"uscc", "91350100M000100Y43", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz-"},
    {"uscc", "N2330106MF00000137", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz-"},
    {"resident-id", "11010519491231002X", "0123456789Xx"},
    {"orgcode", "66195133X", "0123456789"},
    {"cnaps", "102100099996", "0123456789"},
    {"bankcard", "6216261000000000018", "0123456789"},
    {"bankcard", "378282246310005", "0123456789"},
    {"iban", "DE89370400440532013000", "0123456789"},
};

/* Check digits are there to catch one wrong character, wherever it is. */
static void
test_one_changed(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(checked); i++) {
        gsize length = strlen(checked[i].value), sorts = strlen(checked[i].bytes);
        for (gsize j = 0; j < length * sorts; j++) {
            g_autofree char *changed = g_strdup(checked[i].value);
            changed[j / sorts] = checked[i].bytes[j % sorts];
            g_autofree char *seen = judge_bytes(checked[i].kind, changed, length);
            gboolean same = strcmp(changed, checked[i].value) == 0;
            g_assert_true(g_str_equal(seen, "ok") == same);
        }
    }
}

/* Neighbours swapped: MOD 31 and MOD 11 catch every swap of unlike characters. */
static void
test_neighbours_swapped(void)
{
    for (gsize i = 0; i < 3; i++) {
        gsize length = strlen(checked[i].value);
        for (gsize at = 0; at + 1 < length; at++) {
            g_autofree char *changed = g_strdup(checked[i].value);
            changed[at] = checked[i].value[at + 1];
            changed[at + 1] = checked[i].value[at];
            g_autofree char *seen = judge_bytes(checked[i].kind, changed, length);
            gboolean same = strcmp(changed, checked[i].value) == 0;
            g_assert_true(g_str_equal(seen, "ok") == same);
        }
    }
}

static void
test_uscc_authorities(void)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    static const char pairs[] = " 11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 59 61 62 69"
                                " 71 72 79 81 89 91 92 93 A1 A9 N1 N2 N3 N9 Y1 ";
    gsize count = strlen(alphabet);

    for (gsize i = 0; i < count * count; i++) {
        g_autofree char *pair = g_strdup_printf(" %c%c ", alphabet[i / count], alphabet[i % count]);
        g_autofree char *value = g_strdup_printf("%c%c990000MA0000015X", pair[1], pair[2]);
        g_autofree char *seen = judge_bytes("uscc", value, strlen(value));
        gboolean known = strstr(pairs, pair) != NULL;
        g_assert_cmpstr(seen, ==, known ? "bad REGION" : "bad AUTHORITY");
    }
}

static void
test_provinces(void)
{
    static const char provinces[] =
        " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46"
        " 50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";

    for (guint i = 0; i < 100; i++) {
        g_autofree char *province = g_strdup_printf(" %02u ", i);
        g_autofree char *office = g_strdup_printf("%02u0000", i);
        gboolean known = strstr(provinces, province) != NULL;
        g_assert_true(region_province_known(province + 1) == known);
        g_assert_true(region_office_known(office) == (known || i == 10));
    }
    g_assert_false(region_province_known("1A"));
    g_assert_false(region_province_known("\xff"
                                         "1"));
    g_assert_false(region_office_known("100100"));
}

static void
test_parts(void)
{
    CivilDay birth = 0, expected;

    g_assert_true(resident_id_birth("11010519491231002X", &birth));
    g_assert_true(civil_parse("1949-12-31", 10, &expected));
    g_assert_cmpint(birth, ==, expected);
    g_assert_false(resident_id_birth("110105194913310021", &birth));
    g_assert_false(resident_id_birth("1101051949A231002X", &birth));
    g_assert_cmpint(tusn_device_type("00000304N7"), ==, 4);
    g_assert_cmpint(tusn_device_type("00000313N7"), ==, 13);
    g_assert_cmpint(tusn_device_type("00000307N7"), ==, -1);
    g_assert_cmpint(tusn_device_type("00000314N7"), ==, -1);
    g_assert_cmpint(tusn_device_type("000003N7NL"), ==, -1);
    g_assert_cmpuint(iban_country_length("DE"), ==, 22);
    g_assert_cmpuint(iban_country_length("AD"), ==, 24);
    g_assert_cmpuint(iban_country_length("YE"), ==, 30);
    g_assert_cmpuint(iban_country_length("CN"), ==, 0);
    g_assert_cmpint(orgcode_check_character("66195133"), ==, 'X');
    g_assert_cmpint(orgcode_check_character("00000000"), ==, '0');
    g_assert_true(bankcard_luhn("78949", 5) && !bankcard_luhn("7894", 4));
}

static void
test_digits(void)
{
    g_assert_true(digits_only("0123456789", 10) && digits_only("", 0));
    g_assert_false(digits_only("0/", 2) || digits_only("9:", 2) || digits_only("1\0", 2));
    g_assert_true(digits_or_capitals("09AZ", 4) && digits_or_letters("09AZaz", 6));
    g_assert_false(digits_or_capitals("a", 1) || digits_or_capitals("@", 1));
    g_assert_false(digits_or_letters("[", 1) || digits_or_letters("\xe9", 1));
    g_assert_true(digits_all_zero("000", 3) && !digits_all_zero("001", 3));
    g_assert_cmpint(digits_value('0'), ==, 0);
    g_assert_cmpint(digits_value('9'), ==, 9);
    g_assert_cmpint(digits_value('A'), ==, 10);
    g_assert_cmpint(digits_value('Z'), ==, 35);
    g_assert_cmpint(digits_value('a'), ==, -1);
    g_assert_true(digits_mod11_10("794623", 6) && digits_mod11_10("002006673085", 12));
    g_assert_false(digits_mod11_10("794624", 6) || digits_mod11_10("0", 1));
    g_assert_true(digits_mod11_10("1", 1));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_set_nonfatal_assertions();
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/identifiers/%s/%s", rows[i].kind, rows[i].name);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    g_test_add_func("/identifiers/texts/every-code", test_texts);
    g_test_add_func("/identifiers/texts/of-the-kind", test_texts_specific);
    g_test_add_func("/identifiers/kinds", test_kinds);
    g_test_add_func("/identifiers/stray-bytes", test_stray_bytes);
    g_test_add_func("/identifiers/foreign-bytes", test_foreign_bytes);
    g_test_add_func("/identifiers/one-changed", test_one_changed);
    g_test_add_func("/identifiers/neighbours-swapped", test_neighbours_swapped);
    g_test_add_func("/identifiers/uscc-authorities", test_uscc_authorities);
    g_test_add_func("/identifiers/provinces", test_provinces);
    g_test_add_func("/identifiers/parts", test_parts);
    g_test_add_func("/identifiers/digits", test_digits);
    return g_test_run();
}
