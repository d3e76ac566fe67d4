/* SPDX-License-Identifier: Apache-2.0 */
/* Cells as people and spreadsheets write them: what each becomes. */
#include "codec/value.h"

#include "base/civil.h"

typedef struct {
    const char *name;
    FieldId id;
    const char *text;
    ValueState state;
    ValueNote note;
    const char *kept; /* text of the value, NULL = do not look */
    gint64 number;    /* looked at when state is VALUE_OK and the type has one */
    const char *problem;
} Row;

#define ACCOUNT FIELD_SETTLE_ACCOUNT_NO
#define ID_NO FIELD_PERSON_LEGAL_ID_NO
#define RATE FIELD_FEE_CREDIT_RATE
#define MONEY FIELD_LIMIT_LIMIT_DAY_DEBIT
#define FROM FIELD_LICENCE_LICENCE_FROM
#define TO FIELD_LICENCE_LICENCE_TO
#define AT FIELD_CONSENT_CONSENT_AT

static const Row rows[] = {
    {"blank", ACCOUNT, " \t", VALUE_ABSENT, NOTE_NONE, NULL, 0, NULL},
    {"blank/ideographic", ACCOUNT, "\u3000", VALUE_ABSENT, NOTE_NONE, NULL, 0, NULL},
    {"text/plain", FIELD_MERCHANT_SHORT_NAME, "青山小馆", VALUE_OK, NOTE_NONE, "青山小馆", 0, NULL},
    {"text/blanks-around", FIELD_MERCHANT_SHORT_NAME, " 青山\u3000", VALUE_OK, NOTE_NORMALISED,
     "青山", 0, NULL},
    {"text/control", FIELD_MERCHANT_SHORT_NAME, "青\x01山", VALUE_REFUSED, NOTE_UNREADABLE, NULL, 0,
     "input.control_character"},

    {"code/full-width", ACCOUNT, "６２２８480402564890018", VALUE_OK, NOTE_NORMALISED,
     "6228480402564890018", 0, NULL},
    {"code/inner-blanks", ACCOUNT, "6228 4804 0256 4890 018", VALUE_OK, NOTE_NORMALISED,
     "6228480402564890018", 0, NULL},
    {"code/lower-case-id", ID_NO, "11010519491231002x", VALUE_OK, NOTE_NORMALISED,
     "11010519491231002X", 0, NULL},
    {"code/mobile-country", FIELD_PERSON_LEGAL_PHONE, "+86 138-0000-0001", VALUE_OK,
     NOTE_NORMALISED, "13800000001", 0, NULL},
    {"code/terminal-keeps-blank", FIELD_DEVICE_TERMINAL_NO, "1001 345", VALUE_OK, NOTE_NONE,
     "1001 345", 0, NULL},

    {"damage/scientific", ACCOUNT, "6.22202E+18", VALUE_BAD, NOTE_DAMAGE_SCIENTIFIC, "6.22202E+18",
     0, NULL},
    {"damage/scientific-of-id", ID_NO, "1.10105E+17", VALUE_BAD, NOTE_DAMAGE_SCIENTIFIC, NULL, 0,
     NULL},
    {"damage/scientific-not-a-uscc", FIELD_LICENCE_LICENCE_NO, "91440305E0000000E1", VALUE_OK,
     NOTE_NONE, NULL, 0, NULL},
    {"damage/zeros-of-card", ACCOUNT, "6228480402564890000", VALUE_BAD, NOTE_DAMAGE_ZEROS, NULL, 0,
     NULL},
    {"damage/zeros-need-eighteen", ACCOUNT, "62284804025648900", VALUE_OK, NOTE_NONE, NULL, 0,
     NULL},
    {"damage/one-digit-not-zero", ACCOUNT, "6228480402564890010", VALUE_OK, NOTE_NONE, NULL, 0,
     NULL},
    {"damage/zeros-of-id", ID_NO, "330106198304091000", VALUE_BAD, NOTE_DAMAGE_ZEROS, NULL, 0,
     NULL},
    {"damage/zeros-of-id-check-right", ID_NO, "110101199001031000", VALUE_OK, NOTE_DAMAGE_POSSIBLE,
     NULL, 0, NULL},
    {"damage/zeros-of-licence", FIELD_LICENCE_LICENCE_NO, "911000006000373000", VALUE_BAD,
     NOTE_DAMAGE_ZEROS, NULL, 0, NULL},
    {"damage/zeros-of-licence-checks-right", FIELD_LICENCE_LICENCE_NO, "914403050000158000",
     VALUE_OK, NOTE_NONE, NULL, 0, NULL},
    {"damage/zeros-of-sim", FIELD_DEVICE_SIM_ICCID, "89860000123456700000", VALUE_BAD,
     NOTE_DAMAGE_ZEROS, NULL, 0, NULL},
    {"damage/leading-zero-terminal", FIELD_DEVICE_TERMINAL_NO, "0142813", VALUE_BAD,
     NOTE_DAMAGE_LEADING_ZERO, NULL, 0, NULL},
    {"damage/terminal-whole", FIELD_DEVICE_TERMINAL_NO, "00142813", VALUE_OK, NOTE_NONE, NULL, 0,
     NULL},
    {"damage/terminal-too-long", FIELD_DEVICE_TERMINAL_NO, "000142813", VALUE_OK, NOTE_NONE, NULL,
     0, NULL},
    {"damage/leading-zero-mcc", FIELD_MERCHANT_MCC, "742", VALUE_BAD, NOTE_DAMAGE_LEADING_ZERO,
     NULL, 0, NULL},
    {"damage/leading-zero-landline", FIELD_MERCHANT_CUSTOMER_PHONE, "75515928830", VALUE_BAD,
     NOTE_DAMAGE_LEADING_ZERO, NULL, 0, NULL},
    {"damage/service-line-whole", FIELD_MERCHANT_CUSTOMER_PHONE, "4001234567", VALUE_OK, NOTE_NONE,
     NULL, 0, NULL},
    {"damage/leading-zero-kind", FIELD_DEVICE_TERM_KIND, "4", VALUE_BAD, NOTE_DAMAGE_LEADING_ZERO,
     NULL, 0, NULL},
    {"damage/kind-whole", FIELD_DEVICE_TERM_KIND, "04", VALUE_OK, NOTE_NONE, NULL, 3, NULL},
    {"damage/leading-zeros-serial", FIELD_DEVICE_TUSN, "204995486249248", VALUE_BAD,
     NOTE_DAMAGE_LEADING_ZERO, NULL, 0, NULL},
    {"damage/bare-serial-is-not", FIELD_DEVICE_TUSN, "941293135082", VALUE_OK, NOTE_NONE, NULL, 0,
     NULL},
    {"damage/date-serial", FROM, "46327", VALUE_BAD, NOTE_DAMAGE_SERIAL, NULL, 0, NULL},
    {"damage/apostrophe", ACCOUNT, "'6228480402564890018", VALUE_BAD, NOTE_DAMAGE_APOSTROPHE, NULL,
     0, NULL},
    {"damage/error-cell", MONEY, "#N/A", VALUE_BAD, NOTE_DAMAGE_ERROR_CELL, NULL, 0, NULL},
    {"damage/hashes", FROM, "########", VALUE_BAD, NOTE_DAMAGE_ERROR_CELL, NULL, 0, NULL},
    {"damage/money-scientific", MONEY, "1E+05", VALUE_BAD, NOTE_DAMAGE_SCIENTIFIC, NULL, 0, NULL},

    {"track/equals", ACCOUNT, "6217000012345678=25121010000012300000", VALUE_REFUSED,
     NOTE_TRACK_DATA, NULL, 0, NULL},
    {"track/d", FIELD_MERCHANT_SHORT_NAME, "6217000012345678D2512101", VALUE_REFUSED,
     NOTE_TRACK_DATA, NULL, 0, NULL},
    {"track/six-digits-are-none", FIELD_MERCHANT_SHORT_NAME, "6217000012345678=251210", VALUE_OK,
     NOTE_NONE, NULL, 0, NULL},
    {"track/twelve-digits-are-none", FIELD_MERCHANT_SHORT_NAME, "621700001234=2512101000", VALUE_OK,
     NOTE_NONE, NULL, 0, NULL},
    {"track/full-width", ACCOUNT, "６２１７000012345678＝2512101", VALUE_REFUSED, NOTE_TRACK_DATA,
     NULL, 0, NULL},

    {"track/full-width-in-text", FIELD_MERCHANT_SHORT_NAME, "６２１７000012345678＝２512101",
     VALUE_REFUSED, NOTE_TRACK_DATA, NULL, 0, NULL},
    {"track/blanks-between", ACCOUNT, "6217 0000 1234 5678=2512 1010 0000", VALUE_REFUSED,
     NOTE_TRACK_DATA, NULL, 0, NULL},
    {"code/account-hyphen", ACCOUNT, "44-050101040012345", VALUE_OK, NOTE_NORMALISED,
     "44050101040012345", 0, NULL},
    {"code/landline-with-country", FIELD_MERCHANT_CUSTOMER_PHONE, "86-755-26001234", VALUE_OK,
     NOTE_NORMALISED, "8675526001234", 0, NULL},
    {"damage/guard", ACCOUNT, "=\"298278361640001\"", VALUE_BAD, NOTE_DAMAGE_GUARD, NULL, 0, NULL},
    {"enum/chinese", FIELD_MERCHANT_MERCHANT_KIND, "个体工商户", VALUE_OK, NOTE_NONE, NULL,
     MERCHANT_HOUSEHOLD, NULL},
    {"enum/t-plus-one", FIELD_SETTLE_CYCLE, "T+1", VALUE_OK, NOTE_NONE, NULL, 1, NULL},
    {"set/chinese", FIELD_FUNC_CARD_KINDS, "借记卡、贷记卡", VALUE_OK, NOTE_NORMALISED, NULL, 3,
     NULL},
    {"money/yuan-sign-of-keyboards", MONEY, "￥ 200,000.00 元", VALUE_OK, NOTE_NORMALISED, NULL,
     20000000, NULL},
    {"money/plain", MONEY, "50000", VALUE_OK, NOTE_NONE, NULL, 5000000, NULL},
    {"money/fen", MONEY, "0.01", VALUE_OK, NOTE_NONE, NULL, 1, NULL},
    {"money/separators", MONEY, "1,234,567.80", VALUE_OK, NOTE_NORMALISED, NULL, 123456780, NULL},
    {"money/separator-misplaced", MONEY, "12,34", VALUE_REFUSED, NOTE_UNREADABLE, NULL, 0,
     "input.not_a_number"},
    {"money/unit", MONEY, "500元", VALUE_OK, NOTE_NORMALISED, NULL, 50000, NULL},
    {"money/tenth-of-fen", MONEY, "0.005", VALUE_REFUSED, NOTE_UNREADABLE, NULL, 0,
     "input.not_a_number"},
    {"money/negative", MONEY, "-5", VALUE_OK, NOTE_NONE, NULL, -500, NULL},
    {"money/words", MONEY, "五万", VALUE_REFUSED, NOTE_UNREADABLE, NULL, 0, "input.not_a_number"},
    {"money/far-too-big", MONEY, "99999999999999999999", VALUE_REFUSED, NOTE_UNREADABLE, NULL, 0,
     "input.not_a_number"},
    {"rate/percent", RATE, "0.60", VALUE_OK, NOTE_NONE, NULL, 600000, NULL},
    {"rate/sign", RATE, "0.60%", VALUE_OK, NOTE_NORMALISED, NULL, 600000, NULL},
    {"rate/full-width-sign", RATE, "０.60％", VALUE_OK, NOTE_NORMALISED, NULL, 600000, NULL},
    {"rate/six-places", RATE, "0.298350", VALUE_OK, NOTE_NONE, NULL, 298350, NULL},
    {"rate/eight-places", RATE, "0.00000001", VALUE_REFUSED, NOTE_UNREADABLE, NULL, 0,
     "input.not_a_number"},

    {"date/iso", FROM, "2026-11-01", VALUE_OK, NOTE_NONE, "2026-11-01", 20758, NULL},
    {"date/slashes", FROM, "2026/11/1", VALUE_OK, NOTE_NORMALISED, "2026-11-01", 20758, NULL},
    {"date/chinese", FROM, "2026年11月1日", VALUE_OK, NOTE_NORMALISED, "2026-11-01", 20758, NULL},
    {"date/eight-digits", FROM, "20261101", VALUE_OK, NOTE_NORMALISED, "2026-11-01", 20758, NULL},
    {"date/with-midnight", FROM, "2026/11/1 0:00", VALUE_OK, NOTE_NORMALISED, "2026-11-01", 20758,
     NULL},
    {"date/not-real", FROM, "2026-02-30", VALUE_BAD, NOTE_BAD_DATE, "2026-02-30", 0, NULL},
    {"date/leap-day", FROM, "2028-02-29", VALUE_OK, NOTE_NONE, NULL, 21243, NULL},
    {"date/long-term-not-here", FROM, "长期", VALUE_BAD, NOTE_BAD_DATE, NULL, 0, NULL},
    {"date-long/word", TO, "长期", VALUE_OK, NOTE_NONE, NULL, CIVIL_LONG_TERM, NULL},
    {"date-long/2099-12-31", TO, "2099-12-31", VALUE_OK, NOTE_NONE, NULL, CIVIL_LONG_TERM, NULL},
    {"date-long/2099-12-30", TO, "2099-12-30", VALUE_OK, NOTE_NONE, NULL, CIVIL_LONG_TERM, NULL},
    {"date-long/9999-12-31", TO, "9999-12-31", VALUE_OK, NOTE_NONE, NULL, CIVIL_LONG_TERM, NULL},
    {"date-long/day-before", TO, "2099-12-29", VALUE_OK, NOTE_NONE, NULL, 47479, NULL},
    {"instant/zone", AT, "2026-11-20T10:00:00+08:00", VALUE_OK, NOTE_NONE, NULL, 20777, NULL},
    {"instant/utc-is-next-day-here", AT, "2026-11-20T17:00:00Z", VALUE_OK, NOTE_NONE, NULL, 20778,
     NULL},
    {"instant/wall-clock", AT, "2026/11/20 10:00", VALUE_OK, NOTE_NORMALISED, NULL, 20777, NULL},
    {"instant/no-such-hour", AT, "2026-11-20T24:01:00Z", VALUE_BAD, NOTE_BAD_DATE, NULL, 0, NULL},

    {"enum/word", FIELD_MERCHANT_FEE_CLASS, "exempt", VALUE_OK, NOTE_NONE, NULL, FEE_EXEMPT, NULL},
    {"enum/alias", FIELD_MERCHANT_FEE_CLASS, "2", VALUE_OK, NOTE_NONE, NULL, FEE_EXEMPT, NULL},
    {"enum/case", FIELD_MERCHANT_FEE_CLASS, "Exempt", VALUE_OK, NOTE_NORMALISED, NULL, FEE_EXEMPT,
     NULL},
    {"enum/unknown", FIELD_MERCHANT_FEE_CLASS, "gratis", VALUE_REFUSED, NOTE_UNREADABLE, NULL, 0,
     "input.unknown_word"},
    {"set/words", FIELD_FUNC_CARD_KINDS, "debit;credit", VALUE_OK, NOTE_NONE, NULL, 3, NULL},
    {"set/full-width-separator", FIELD_FUNC_CARD_KINDS, "debit；credit", VALUE_OK, NOTE_NORMALISED,
     NULL, 3, NULL},
    {"set/unknown", FIELD_FUNC_CARD_KINDS, "debit;gold", VALUE_REFUSED, NOTE_UNREADABLE, NULL, 0,
     "input.unknown_word"},
    {"bool/yes", FIELD_DEVICE_MOBILE, "是", VALUE_OK, NOTE_NONE, "true", 1, NULL},
    {"bool/no", FIELD_DEVICE_MOBILE, "FALSE", VALUE_OK, NOTE_NONE, "false", 0, NULL},
    {"bool/other", FIELD_DEVICE_MOBILE, "maybe", VALUE_REFUSED, NOTE_UNREADABLE, NULL, 0,
     "input.not_yes_or_no"},
    {"coordinate/five-places", FIELD_SHOP_LON, "113.94526", VALUE_OK, NOTE_NONE, NULL, 113945260,
     NULL},
    {"coordinate/nine-places", FIELD_SHOP_LON, "113.945260999", VALUE_OK, NOTE_NONE, NULL,
     113945260, NULL},
    {"coordinate/degrees-sign", FIELD_SHOP_LON, "113°56'", VALUE_BAD, NOTE_BAD_FORM, NULL, 0, NULL},
    {"hours/form", FIELD_MERCHANT_BUSINESS_HOURS, "0900-2100", VALUE_OK, NOTE_NONE, NULL, 0, NULL},
    {"hours/colons", FIELD_MERCHANT_BUSINESS_HOURS, "09:00-21:00", VALUE_OK, NOTE_NORMALISED,
     "0900-2100", 0, NULL},
    {"hours/short", FIELD_MERCHANT_BUSINESS_HOURS, "9:00-21:00", VALUE_OK, NOTE_NORMALISED,
     "0900-2100", 0, NULL},
    {"hours/minute-60", FIELD_MERCHANT_BUSINESS_HOURS, "0960-2100", VALUE_BAD, NOTE_BAD_FORM, NULL,
     0, NULL},
    {"sha256/short", FIELD_IMAGE_IMG_ACCOUNT, "abc", VALUE_BAD, NOTE_BAD_FORM, NULL, 0, NULL},
};

static gboolean
has_number(FieldId id)
{
    switch (field_specs[id].type) {
    case FIELD_TYPE_TEXT:
    case FIELD_TYPE_CODE:
    case FIELD_TYPE_SHA256:
    case FIELD_TYPE_HOURS:
    case FIELD_TYPE_COUNT:
        return FALSE;
    case FIELD_TYPE_ENUM:
    case FIELD_TYPE_SET:
    case FIELD_TYPE_BOOL:
    case FIELD_TYPE_MONEY:
    case FIELD_TYPE_RATE:
    case FIELD_TYPE_DATE:
    case FIELD_TYPE_DATE_LONG:
    case FIELD_TYPE_DATETIME:
    case FIELD_TYPE_COORDINATE:
        break;
    }
    return TRUE;
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(Arena) arena = arena_new();
    FieldValue value = {.line = 7, .column = 3};
    const char *problem = value_read(&field_specs[row->id], row->text, arena, &value);

    g_assert_cmpstr(problem, ==, row->problem);
    g_assert_cmpint(value.state, ==, row->state);
    g_assert_cmpint(value.note, ==, row->note);
    if (row->kept != NULL)
        g_assert_cmpstr(value.text, ==, row->kept);
    if (row->state == VALUE_REFUSED)
        g_assert_null(value.text);
    if (row->state == VALUE_OK && has_number(row->id))
        g_assert_cmpint(value.number, ==, row->number);
    g_assert_cmpuint(value.line, ==, 7);
    g_assert_cmpuint(value.column, ==, 3);
}

static void
test_too_long(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *most = g_strnfill(VALUE_TEXT_MAX, 'a');
    g_autofree char *more = g_strnfill(VALUE_TEXT_MAX + 1, 'a');
    const FieldSpec *spec = &field_specs[FIELD_MERCHANT_SHORT_NAME];
    FieldValue value = {0};

    g_assert_null(value_read(spec, most, arena, &value));
    g_assert_cmpstr(value_read(spec, more, arena, &value), ==, "input.too_long");
    g_assert_cmpint(value.state, ==, VALUE_REFUSED);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/value/%s", rows[i].name);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    g_test_add_func("/value/too-long", test_too_long);
    return g_test_run();
}
