/* SPDX-License-Identifier: Apache-2.0 */
/* How an assessment is shown to people: lines, folding, audience, summaries, what could not be
 * read. */
#include "base/text.h"
#include "busy.h"
#include "report/fill.h"
#include "report/layout.h"
#include "sample.h"

#include <jansson.h>

/* No line is too wide, none ends in a blank, none begins with punctuation that closes something. */
static void
assert_fine_lines(const char *text, guint columns)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (char **line = lines; *line != NULL; line++) {
        const char *start = *line + strspn(*line, " ");
        if (text_width(*line) > columns)
            g_test_message("too wide: %s", *line);
        g_assert_cmpuint(text_width(*line), <=, columns);
        g_assert_false(g_str_has_suffix(*line, " "));
        gunichar first = g_utf8_get_char(start);
        g_assert_true(*start == '\0' ||
                      g_utf8_strchr("，。、；：！？）」』》】”’,.;:)]", -1, first) == NULL);
    }
}

static void
test_lines(Busy *busy, gconstpointer data)
{
    (void)data;
    busy_add_all(busy);
    busy_add(busy, LISTED, FIELD_NONE, -1);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        for (guint columns = 40; columns <= 120; columns++) {
            busy->context.columns = columns;
            g_autofree char *text = busy_text(busy, (Language)language);
            if (columns >= 60)
                assert_fine_lines(text, columns);
            assert_lacks(text, "\033");
        }
    }
}

/* A Latin word is never divided: each word of the sentences is there whole once line ends are gone.
 */
static void
test_words_stay_whole(void)
{
    static const char sentence[] =
        "refused at sign-on as terminal not found, 终端号 T-00012345 找不到（报 97）。再试一次";

    for (guint columns = 24; columns <= 80; columns++) {
        g_autoptr(GString) out = g_string_new(NULL);
        layout_wrap(out, sentence, "  ", 2, columns);
        g_auto(GStrv) words =
            g_strsplit_set("refused sign-on terminal found, T-00012345 97", " ", -1);
        for (char **word = words; *word != NULL; word++)
            assert_has(out->str, *word);
        assert_fine_lines(out->str, columns);
    }
}

static const struct {
    const char *name, *text;
    guint columns;
    const char *lines;
} layouts[] = {
    {"chinese", "一二三四五六七八九十甲乙", 18, "  一二三四五六七八\n  九十甲乙\n"},
    {"closing-stays", "一二三四五六七八，九十", 18, "  一二三四五六七\n  八，九十\n"},
    {"opening-goes", "一二三四五六七「八九」", 18, "  一二三四五六七\n  「八九」\n"},
    {"latin", "aaaa bbbb cccc dddd", 18, "  aaaa bbbb cccc\n  dddd\n"},
    {"mixed", "一二三四五六abcdef七", 18, "  一二三四五六\n  abcdef七\n"},
    {"long-word", "aaaaaaaaaaaaaaaaaaaaaaaa b", 18, "  aaaaaaaaaaaaaaaa\n  aaaaaaaa b\n"},
    {"long-word-closing", "aaaaaaaaaaaaaaaa)))))", 18, "  aaaaaaaaaaaaaaa\n  a)))))\n"},
    {"blank-before-closing", "aaaa bbbb ccccccc ) d", 18, "  aaaa bbbb\n  ccccccc ) d\n"},
    {"escape", "a\033[31mb\xe2\x80\xae c\nd", 30, "  a\xef\xbf\xbd[31mb\xef\xbf\xbd c d\n"},
    {"invalid",
     "a\xff"
     "b",
     30,
     "  a\xef\xbf\xbd"
     "b\n"},
    {"empty", "", 30, "  \n"},
};

static void
test_layout(gconstpointer data)
{
    gsize row = GPOINTER_TO_SIZE(data);
    g_autoptr(GString) out = g_string_new(NULL);

    layout_wrap(out, layouts[row].text, "  ", 2, layouts[row].columns);
    g_assert_cmpstr(out->str, ==, layouts[row].lines);
}

static void
test_cut(void)
{
    g_autoptr(GString) out = g_string_new(NULL);

    g_assert_cmpuint(layout_cut(out, "一二三", 6), ==, 6);
    g_assert_cmpstr(out->str, ==, "一二三");
    g_string_truncate(out, 0);
    g_assert_cmpuint(layout_cut(out, "一二三四", 6), ==, 5);
    g_assert_cmpstr(out->str, ==, "一二…");
}

static void
test_text_zh(Busy *busy, gconstpointer data)
{
    (void)data;
    busy_add_all(busy);
    g_autofree char *text = busy_text(busy, LANGUAGE_ZH);
    assert_has(text, "✗ T-0001");
    assert_has(text, "不能装机 · 阻断 4 · 提醒 2");
    assert_has(text, "▸ 由销售处理");
    assert_has(text, "▸ 由装机工程师处理");
    assert_has(text, "✗ 终端 1-3, 5 · ");
    assert_has(text, "sample.csv:17 W 列");
    assert_has(text, "另有 3 处相同");
    assert_has(text, "0.29835% 低于成本价 0.60%（封顶 1,234.50 元）");
    assert_has(text, "签到时报 97（或 69、A3）：签到即报终端号找不到");
    assert_has(text, "结算时（可能报 69、A3）：钱打不进账户");
    assert_has(text, "消费时报 96：系统异常（不确定）");
    assert_has(text, "不直接报错：每笔都亏");
    assert_has(text, "2026-11-22 到期");
    assert_has(text, "[销售] 等新执照下来再提交。");
    assert_has(text, "· 3 项：已自动规整：");
    assert_has(text, "✗ 身份 账户 设备  ✓ 协议 费率  … 名单 限额  · 绑定 密钥 参数 回调\n");
    g_assert_cmpuint(busy_count(text, "这款终端不支持所选的密钥体系"), ==, 1);
    assert_has(text, "机型不支持密钥方式"); /* the summary has a title of the code */
}

static void
test_text_en(Busy *busy, gconstpointer data)
{
    (void)data;
    busy_add_all(busy);
    g_autofree char *text = busy_text(busy, LANGUAGE_EN);
    assert_has(text, "blocked · blockers 4 · warnings 2");
    assert_has(text, "▸ For the field engineer");
    assert_has(text, "sample.csv:17 column W");
    assert_has(text, "and 3 more");
    assert_has(text, "0.29835% is below cost, which is 0.60% (cap CNY 1,234.50)");
    assert_has(text, "at sign-on, code 97 (or 69, A3): refused at sign-on");
    assert_has(text, "at payout (perhaps 69, A3): the money cannot be paid out");
    assert_has(text, "ended on 2026-11-22");
    assert_has(text, "· 3 × was written oddly and put right: ");
    assert_has(text, "BANK_ACCOUNT.HOLDER_MISMATCH");
    assert_has(text, "✗ identity account device  ✓ contract fees  … screening limits  · 4 later\n");
}

/* Sales first, blockers before warnings, a consequence under its cause and nowhere else. */
static void
test_order(Busy *busy, gconstpointer data)
{
    (void)data;
    busy_add_all(busy);
    g_autofree char *text = busy_text(busy, LANGUAGE_EN);
    const char *sales = strstr(text, "For sales staff"),
               *engineer = strstr(text, "For the field engineer");
    const char *holder = strstr(text, "is not the registered name"),
               *differs = strstr(text, "differs from");
    const char *hence = strstr(text, "hence"),
               *debit = strstr(text, "not known to be a debit card");
    g_assert_true(sales != NULL && engineer != NULL && sales < engineer);
    g_assert_true(holder != NULL && differs != NULL && holder < differs);
    g_assert_true(hence != NULL && debit != NULL && hence < debit && debit < holder);
    g_assert_cmpuint(busy_count(text, "not known to be a debit card"), ==, 1);
}

/* A chain is folded under its head; a cause that is mere information explains nothing away. */
static void
test_chain(Busy *busy, gconstpointer data)
{
    (void)data;
    busy_add(busy, DEBIT, FIELD_SETTLE_ACCOUNT_NO, -1)->cause = 1;
    busy_add(busy, COST, FIELD_FEE_CREDIT_RATE, -1)->cause = 2;
    busy_add(busy, HOLDER, FIELD_SETTLE_ACCOUNT_NAME, -1);
    busy_add(busy, PUT_RIGHT, FIELD_PERSON_LEGAL_PHONE, -1);
    busy_add(busy, DIFFERS, FIELD_CONTRACT_FEE_IN_CONTRACT, -1)->cause = 3;
    g_autofree char *text = busy_text(busy, LANGUAGE_EN);
    assert_has(text, "blockers 1 · warnings 1");
    assert_has(text, "not known to be a debit card");
    assert_has(text, "is below cost");
    assert_has(text, "! rates in the contract (%): differs from");
}

static void
test_masked(Busy *busy, gconstpointer data)
{
    (void)data;
    busy_add(busy, HOLDER, FIELD_SETTLE_ACCOUNT_NAME, -1);
    busy_add(busy, DEBIT, FIELD_SETTLE_ACCOUNT_NO, -1);
    g_autofree char *text = busy_text(busy, LANGUAGE_ZH);
    assert_has(text, "所填  ***********4855");
    assert_has(text, "**市青山餐饮管理有限公司");
    assert_lacks(text, "298278361644855");
    assert_lacks(text, "深圳市青山餐饮管理有限公司");
}

static void
test_clear_is_one_line(Busy *busy, gconstpointer data)
{
    g_autoptr(GString) out = g_string_new(NULL);

    (void)data;
    report_text_append(out, &busy->assessment, &busy->context);
    g_assert_cmpstr(out->str, ==,
                    "… T-0001      青山小馆                      未见问题 · 待查 2\n");
    for (int i = 0; i < LAYER_COUNT; i++)
        busy->assessment.layers[i].state = LAYER_PASSED;
    g_string_truncate(out, 0);
    report_text_append(out, &busy->assessment, &busy->context);
    g_assert_cmpstr(out->str, ==, "✓ T-0001      青山小馆                      通过\n");
    busy_add(busy, PUT_RIGHT, FIELD_PERSON_LEGAL_PHONE, -1);
    g_string_truncate(out, 0);
    report_text_append(out, &busy->assessment, &busy->context);
    g_assert_cmpstr(out->str, ==, "✓ T-0001      青山小馆                      通过 · 提示 1\n");
}

static void
test_colour(Busy *busy, gconstpointer data)
{
    (void)data;
    busy_add_all(busy);
    g_autofree char *plain = busy_text(busy, LANGUAGE_ZH);
    busy->context.colour = TRUE;
    g_autofree char *coloured = busy_text(busy, LANGUAGE_ZH);
    assert_has(coloured, "\033[31m✗\033[0m");
    assert_has(coloured, "\033[33m!\033[0m");
    g_autoptr(GRegex) escapes = g_regex_new("\033\\[[0-9]+m", 0, 0, NULL);
    g_autofree char *stripped = g_regex_replace_literal(escapes, coloured, -1, 0, "", 0, NULL);
    g_assert_cmpstr(stripped, ==, plain); /* colour moves nothing */
}

static void
test_columns_of_spreadsheet(Busy *busy, gconstpointer data)
{
    static const struct {
        guint16 column;
        const char *shown;
    } rows[] = {{1, ":17 column A"},
                {26, ":17 column Z"},
                {27, ":17 column AA"},
                {702, ":17 column ZZ"},
                {703, ":17 column AAA"}};

    (void)data;
    Finding *finding = busy_add(busy, HOLDER, FIELD_SETTLE_ACCOUNT_NAME, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        finding->column = rows[i].column;
        g_autofree char *text = busy_text(busy, LANGUAGE_EN);
        assert_has(text, rows[i].shown);
    }
    finding->column = 0;
    g_autofree char *text = busy_text(busy, LANGUAGE_EN);
    assert_has(text, "sample.csv:17 /settle/account_name");
}

/* A file may be named anything; a terminal must not obey it, and JSON must stay JSON. */
static void
test_hostile_names(Busy *busy, gconstpointer data)
{
    (void)data;
    busy->app->file = "dir/\033]0;x\a\xff.csv";
    busy_add(busy, HOLDER, FIELD_SETTLE_ACCOUNT_NAME, -1);
    g_autofree char *text = busy_text(busy, LANGUAGE_EN);
    g_autoptr(GString) line = g_string_new(NULL);
    assert_lacks(text, "\033");
    assert_lacks(text, "\a");
    g_assert_true(g_utf8_validate(text, -1, NULL));
    report_ndjson_append(line, &busy->assessment, &busy->context);
    g_assert_true(g_utf8_validate(line->str, -1, NULL));
    json_t *root = json_loads(line->str, 0, NULL);
    g_assert_nonnull(root);
    json_decref(root);
}

/* Findings of the screening layer are for risk staff alone: not counted, not named, not hinted at
 * as a cause. */
static void
test_audience(Busy *busy, gconstpointer data)
{
    Summary summary;

    (void)data;
    busy_add(busy, LISTED, FIELD_MERCHANT_REGISTER_NAME, -1);
    busy_add(busy, COST, FIELD_FEE_CREDIT_RATE, -1)->cause = 0;
    g_autofree char *sales = busy_text(busy, LANGUAGE_ZH);
    g_autoptr(GString) line = g_string_new(NULL);
    report_ndjson_append(line, &busy->assessment, &busy->context);
    assert_lacks(sales, "名单上");
    assert_lacks(sales, "SCREENING");
    assert_lacks(sales, "阻断 1");
    assert_has(sales, "· 名单：审核中");
    assert_has(sales, "低于成本价");
    assert_lacks(line->str, "SCREENING");
    assert_lacks(line->str, "FAILED");
    assert_has(line->str, "\"verdict\":\"warned\"");
    assert_has(line->str, "\"caused_by\":[]");
    assert_has(line->str, "\"screening\":{\"state\":\"PENDING\",\"reason\":{\"zh-CN\":\"审核中\"");
    summary_init(&summary);
    summary_add(&summary, &busy->assessment, &busy->context);
    g_assert_cmpuint(summary.by_severity[SEVERITY_BLOCKER], ==, 0);
    g_assert_cmpuint(summary.by_verdict[VERDICT_WARNED], ==, 1);
    summary_clear(&summary);
    busy->context.risk_audience = TRUE;
    g_autofree char *risk = busy_text(busy, LANGUAGE_ZH);
    assert_has(risk, "在风险名单上");
    assert_has(risk, "阻断 1");
    assert_has(risk, "连带  ! ");
}

static void
test_only_in_review(Busy *busy, gconstpointer data)
{
    (void)data;
    busy_add(busy, LISTED, FIELD_NONE, -1);
    g_autofree char *text = busy_text(busy, LANGUAGE_EN);
    assert_has(text, "in review\n\n");
    assert_lacks(text, "blockers");
}

static void
add_to(Summary *summary, Busy *busy, guint times)
{
    for (guint i = 0; i < times; i++)
        summary_add(summary, &busy->assessment, &busy->context);
}

static char *
summary_shown(const Summary *summary, const Busy *busy)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GString) none = g_string_new(NULL);

    report_text_summary(out, summary, &busy->context);
    report_json_end(out, none, summary);
    return g_string_free(out, FALSE);
}

/* Workers finish in any order. */
static void
test_merge(Busy *busy, gconstpointer data)
{
    static const guint orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                      {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    Summary parts[3], whole;
    g_autofree char *first = NULL;

    (void)data;
    for (guint i = 0; i < 3; i++)
        summary_init(&parts[i]);
    add_to(&parts[0], busy, 2);
    busy_add(busy, HOLDER, FIELD_SETTLE_ACCOUNT_NAME, -1);
    busy_add(busy, COST, FIELD_FEE_CREDIT_RATE, -1);
    add_to(&parts[1], busy, 3);
    busy_add_all(busy);
    add_to(&parts[2], busy, 1);
    summary_add_input_error(&parts[2]);
    for (gsize i = 0; i < G_N_ELEMENTS(orders); i++) {
        summary_init(&whole);
        for (guint j = 0; j < 3; j++)
            summary_merge(&whole, &parts[orders[i][j]]);
        g_autofree char *shown = summary_shown(&whole, busy);
        g_assert_cmpuint(whole.applications, ==, 6);
        if (first == NULL)
            first = g_steal_pointer(&shown);
        else
            g_assert_cmpstr(shown, ==, first);
        summary_clear(&whole);
    }
    assert_has(first, "\"applications\":6,\"clear\":2,\"warned\":0,\"blocked\":4,");
    assert_has(first, "{\"code\":\"BANK_ACCOUNT.HOLDER_MISMATCH\",\"severity\":\"blocker\","
                      "\"findings\":5,\"applications\":4}");
    assert_has(first, "{\"actor\":\"sales\",\"findings\":7}");
    for (guint i = 0; i < 3; i++)
        summary_clear(&parts[i]);
}

static const struct {
    const char *name;
    InputError error;
    Language language;
    const char *line;
} complaints[] = {
    {"header-zh",
     {"a.csv", 17, 3, "户名", "input.broken_quote", {NULL, NULL}},
     LANGUAGE_ZH,
     "a.csv:17: 列「户名」: 引号没有配对\n"},
    {"header-en",
     {"a.csv", 17, 3, "户名", "input.broken_quote", {NULL, NULL}},
     LANGUAGE_EN,
     "a.csv:17: column \"户名\": a quotation mark has no partner\n"},
    {"pointer",
     {"a.json", 2, 0, "/settle/cvn2", "input.duplicate_key", {NULL, NULL}},
     LANGUAGE_EN,
     "a.json:2: /settle/cvn2: the same key stands twice\n"},
    {"place",
     {"a.json", 2, 9, NULL, "input.json_syntax", {NULL, NULL}},
     LANGUAGE_EN,
     "a.json:2:9: not valid JSON\n"},
    {"file",
     {"a.json", 0, 0, NULL, "input.empty", {NULL, NULL}},
     LANGUAGE_EN,
     "a.json: the file is empty\n"},
    {"arguments",
     {"a.csv", 5, 0, "", "input.short_row", {"3", "99"}},
     LANGUAGE_EN,
     "a.csv:5: 3 cells only; the header has 99 columns\n"},
    {"hostile",
     {"\033a", 5, 1, "x\033[2Jy", "input.column_twice", {NULL, NULL}},
     LANGUAGE_EN,
     "\xef\xbf\xbd"
     "a:5: column \"x\xef\xbf\xbd[2Jy\": this column stands twice\n"},
};

static void
test_complaint(Busy *busy, gconstpointer data)
{
    gsize row = GPOINTER_TO_SIZE(data);
    g_autoptr(GString) out = g_string_new(NULL);

    busy->context.language = complaints[row].language;
    report_input_error_append(out, &complaints[row].error, &busy->context);
    g_assert_cmpstr(out->str, ==, complaints[row].line);
}

static const struct {
    const char *name;
    ParamKind kind;
    gint64 number;
    const char *text, *zh, *en;
} params[] = {
    {"fen", PARAM_FEN, 123450, NULL, "<1,234.50 元>", "<CNY 1,234.50>"},
    {"fen/small", PARAM_FEN, 5, NULL, "<0.05 元>", "<CNY 0.05>"},
    {"fen/negative", PARAM_FEN, -100000000, NULL, "<-1,000,000.00 元>", "<CNY -1,000,000.00>"},
    {"rate", PARAM_RATE, 600000, NULL, "<0.60%>", "<0.60%>"},
    {"rate/fine", PARAM_RATE, 298350, NULL, "<0.29835%>", "<0.29835%>"},
    {"date", PARAM_DATE, 20780, NULL, "<2026-11-23>", "<2026-11-23>"},
    {"date/long-term", PARAM_DATE, CIVIL_LONG_TERM, NULL, "<长期>", "<no end>"},
    {"count", PARAM_COUNT, 40, NULL, "<40>", "<40>"},
    {"field", PARAM_FIELD, FIELD_MERCHANT_SHORT_NAME, NULL, "<经营名称(店名)>", "<trading name>"},
    {"text", PARAM_TEXT, 0, "{a}", "<{a}>", "<{a}>"},
    {"key", PARAM_KEY, 0, "actor.sales", "<销售>", "<sales staff>"},
};

static void
test_fill(Busy *busy, gconstpointer data)
{
    gsize row = GPOINTER_TO_SIZE(data);
    Finding finding = {.param_count = 1,
                       .params = {{"x", params[row].kind, params[row].number, params[row].text}}};

    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        g_autoptr(GString) out = g_string_new(NULL);
        fill_message(out, "<{x}>", &finding, busy->texts, (Language)language);
        g_assert_cmpstr(out->str, ==, language == LANGUAGE_ZH ? params[row].zh : params[row].en);
    }
    g_autoptr(GString) out = g_string_new(NULL);
    fill_message(out, "{y} {x", &finding, busy->texts, LANGUAGE_ZH);
    g_assert_cmpstr(out->str, ==, "… {x");
}

static void
add_tables(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(layouts); i++) {
        g_autofree char *path = g_strdup_printf("/report/layout/%s", layouts[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_layout);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(complaints); i++) {
        g_autofree char *path = g_strdup_printf("/report/input-error/%s", complaints[i].name);
        BUSY_TEST(path, i, test_complaint);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(params); i++) {
        g_autofree char *path = g_strdup_printf("/report/fill/%s", params[i].name);
        BUSY_TEST(path, i, test_fill);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_tables();
    g_test_add_func("/report/layout/words-stay-whole", test_words_stay_whole);
    g_test_add_func("/report/layout/cut", test_cut);
    BUSY_TEST("/report/text/lines", 0, test_lines);
    BUSY_TEST("/report/text/zh", 0, test_text_zh);
    BUSY_TEST("/report/text/en", 0, test_text_en);
    BUSY_TEST("/report/text/order", 0, test_order);
    BUSY_TEST("/report/text/chain", 0, test_chain);
    BUSY_TEST("/report/text/masked", 0, test_masked);
    BUSY_TEST("/report/text/clear-is-one-line", 0, test_clear_is_one_line);
    BUSY_TEST("/report/text/colour", 0, test_colour);
    BUSY_TEST("/report/text/columns", 0, test_columns_of_spreadsheet);
    BUSY_TEST("/report/text/hostile-names", 0, test_hostile_names);
    BUSY_TEST("/report/audience/screening", 0, test_audience);
    BUSY_TEST("/report/audience/only-in-review", 0, test_only_in_review);
    BUSY_TEST("/report/summary/merge", 0, test_merge);
    return g_test_run();
}
