/* SPDX-License-Identifier: Apache-2.0 */
#include "busy.h"

#include "codec/resource.h"
#include "codec/texts_json.h"
#include "sample.h"

enum { COLUMNS = 80 };

typedef struct {
    const char *id, *code;
    Severity severity;
    int layer;
    const char *zh, *en; /* message */
    const char *actor, *mistake;
    const char *do_zh, *do_en; /* NULL = no remedy */
} RuleText;

static const RuleText rule_texts[RULE_COUNT] = {
    {"R-T-001", "INTAKE.SPREADSHEET_DAMAGE", SEVERITY_BLOCKER, PACK_LAYER_OF_FIELD,
     "单元格{damage}，原来的号码已经找不回来，任何人都不能替商户猜出这些数字",
     "the cell was {damage}: the number that stood there is lost and nobody can guess it for the "
     "merchant",
     "sales", "settlement",
     "把这一列的格式改成「文本」，照开户证明重新填写全部数字，不要从聊天记录里复制。",
     "Set the column to text and type all digits again from the account certificate, not from a "
     "chat."},
    {"R-T-002", "BANK_ACCOUNT.HOLDER_MISMATCH", SEVERITY_BLOCKER, LAYER_BANK_ACCOUNT,
     "与注册名称不一致：这个账户属于另一方",
     "is not the registered name: the account belongs to another party", "sales", "settlement",
     "换成商户自己的对公账户，附开户许可证。",
     "Use the merchant's own corporate account and attach its certificate."},
    {"R-T-003", "BANK_ACCOUNT.NOT_DEBIT", SEVERITY_WARNING, LAYER_BANK_ACCOUNT, "看不出是借记卡",
     "not known to be a debit card", "sales", NULL, "核对卡片。", "Look at the card."},
    {"R-T-004", "MCC_FEE.BELOW_COST", SEVERITY_WARNING, LAYER_MCC_FEE,
     "{rate} 低于成本价 {floor}（封顶 {cap}）",
     "{rate} is below cost, which is {floor} (cap {cap})", "operations", "none",
     "确认是否有优惠批文。", "Confirm that a concession was approved."},
    {"R-T-005", "DEVICE.KEY_SCHEME", SEVERITY_BLOCKER, LAYER_DEVICE, "这款终端不支持所选的密钥体系",
     "the model does not know the key scheme that was chosen", "field_engineer", "sign_on",
     "换一款终端，或改用 3DES。", "Take another model, or 3DES."},
    {"R-T-006", "IDENTITY.LICENCE_EXPIRED", SEVERITY_BLOCKER, LAYER_IDENTITY, "{day} 到期",
     "ended on {day}", "shop", NULL, "到市场监管部门换发营业执照。", "Have the licence renewed."},
    {"R-T-007", "INTAKE.NORMALISED", SEVERITY_INFO, PACK_LAYER_OF_FIELD, "已自动规整",
     "was written oddly and put right", "sales", NULL, NULL, NULL},
    {"R-T-008", "DEVICE.MODEL_UNKNOWN", SEVERITY_INFO, LAYER_DEVICE, "机型不在目录中，能力未知",
     "is not in the catalogue", "vendor", NULL, NULL, NULL},
    {"R-T-009", "SCREENING.LISTED", SEVERITY_BLOCKER, LAYER_SCREENING, "在风险名单上",
     "is on a risk list", "risk", NULL, "人工复核。", "Review by hand."},
    {"R-T-010", "CONTRACT.DIFFERS", SEVERITY_WARNING, LAYER_CONTRACT,
     "与「{other}」里的第 {line} 行不同", "differs from \"{other}\", line {line}", "sales",
     "purchase", "两处改成一样。", "Make both alike."},
};

static const char *const codes_69_a3[] = {"69", "A3", NULL};
static const char *const no_codes[] = {NULL};

static const Forecast forecast_rows[] = {
    {"M11",
     "",
     "settlement",
     NULL,
     (char **)(guintptr)codes_69_a3,
     {{"钱打不进账户", "the money cannot be paid out"}},
     CONFIDENCE_SURE,
     FALSE,
     (char **)(guintptr)no_codes},
    {"T02",
     "",
     "sign_on",
     "97",
     (char **)(guintptr)codes_69_a3,
     {{"签到即报终端号找不到，这台终端一笔也刷不了，直到主密钥重新灌装为止",
       "refused at sign-on as terminal not found; nothing can be sold on it until its master key "
       "is loaded again"}},
     CONFIDENCE_LIKELY,
     FALSE,
     (char **)(guintptr)no_codes},
    {"M25",
     "",
     "purchase",
     "96",
     (char **)(guintptr)no_codes,
     {{"系统异常", "system error"}},
     CONFIDENCE_UNCERTAIN,
     FALSE,
     (char **)(guintptr)no_codes},
    {"M30",
     "",
     "none",
     NULL,
     (char **)(guintptr)no_codes,
     {{"每笔都亏", "a loss on each sale"}},
     CONFIDENCE_SURE,
     FALSE,
     (char **)(guintptr)no_codes},
};

static void
add_remedy(RuleEntry *rule, const char *actor, const char *zh, const char *en)
{
    Remedy *remedy = g_new0(Remedy, 1);

    remedy->actor = actor;
    remedy->action = (Localized){{zh, en}};
    g_ptr_array_add(rule->remedies, remedy);
}

static void
add_rule(RulePack *pack, const RuleText *text)
{
    RuleEntry *rule = pack_add_rule(pack);

    rule->id = text->id;
    rule->code = text->code;
    rule->severity = text->severity;
    rule->layer = text->layer;
    rule->due_by = STAGE_SUBMIT;
    rule->message = (Localized){{text->zh, text->en}};
    rule->mistakes = g_new0(char *, 1);
    rule->regulations = g_strsplit("G02", " ", -1);
    rule->products = g_strsplit("card_debit card_credit", " ", -1);
    rule->caused_by = g_new0(char *, 1);
    rule->source = "made up";
    if (text->do_zh != NULL)
        add_remedy(rule, text->actor, text->do_zh, text->do_en);
    for (gsize i = 0; text->mistake != NULL && i < G_N_ELEMENTS(forecast_rows); i++) {
        if (g_str_equal(forecast_rows[i].stage, text->mistake))
            g_ptr_array_add(rule->forecasts, (gpointer)(guintptr)&forecast_rows[i]);
    }
}

static RulePack *
make_pack(void)
{
    RulePack *pack = pack_new();

    pack->name = "test";
    pack->version = "1";
    memset(pack->sha256, 'a', 64);
    for (guint i = 0; i < RULE_COUNT; i++)
        add_rule(pack, &rule_texts[i]);
    add_remedy(g_ptr_array_index(pack->rules, EXPIRED), "sales", "等新执照下来再提交。",
               "Send the new licence in.");
    return pack;
}

void
busy_set_up(Busy *busy, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = resource_builtin("texts.json", &error);

    (void)data;
    g_assert_no_error(error);
    busy->texts = texts_from_json(bytes, NULL, &error);
    g_assert_no_error(error);
    busy->arena = arena_new();
    busy->pack = make_pack();
    busy->app = sample_application(busy->arena, MERCHANT_ENTERPRISE);
    sample_terminals(busy->app, 5);
    busy->findings = g_array_new(FALSE, TRUE, sizeof(Finding));
    busy->sink = (FindingSink){.app = busy->app, .findings = busy->findings};
    busy->assessment = (Assessment){.app = busy->app, .findings = busy->findings};
    for (int i = 0; i < LAYER_COUNT; i++)
        busy->assessment.layers[i].state = i < LAYER_BINDING ? LAYER_PASSED : LAYER_NOT_STARTED;
    busy->assessment.layers[LAYER_SCREENING] = (LayerResult){
        .state = LAYER_PENDING, .reason_key = "layer.needs.facts", .lacking = 1u << FACTS_RISK};
    busy->assessment.layers[LAYER_LIMITS] =
        (LayerResult){.state = LAYER_PENDING, .reason_key = "layer.needs.fields", .missing = 2};
    busy->context = (ReportContext){.texts = busy->texts,
                                    .pack = busy->pack,
                                    .catalogue = sample_catalogue(),
                                    .columns = COLUMNS,
                                    .today = 20780,
                                    .stage = STAGE_APPROVE,
                                    .version = "1.2.3"};
}

void
busy_tear_down(Busy *busy, gconstpointer data)
{
    (void)data;
    g_array_unref(busy->findings);
    pack_free(busy->pack);
    texts_free(busy->texts);
    arena_free(busy->arena);
}

/* Adds a finding of a rule and sets layer and verdict as the flow would. */
Finding *
busy_add(Busy *busy, guint rule, FieldId field, int device)
{
    static const Verdict verdicts[SEVERITY_COUNT] = {VERDICT_CLEAR, VERDICT_WARNED,
                                                     VERDICT_BLOCKED};

    busy->sink.rule = g_ptr_array_index(busy->pack->rules, rule);
    Finding *finding = finding_add(&busy->sink, field, device);
    finding->line = 17;
    Severity severity = finding->rule->severity;
    busy->assessment.verdict = MAX(busy->assessment.verdict, verdicts[severity]);
    if (severity == SEVERITY_BLOCKER)
        busy->assessment.layers[finding_layer(finding)].state = LAYER_FAILED;
    return finding;
}

/* One of everything, twice of some. */
void
busy_add_all(Busy *busy)
{
    Finding *damage = busy_add(busy, DAMAGE, FIELD_SETTLE_ACCOUNT_NO, -1);
    damage->column = 23;
    finding_param_key(damage, "damage", "damage.scientific");
    busy_add(busy, DEBIT, FIELD_SETTLE_ACCOUNT_NO, -1)->cause = 0;
    busy_add(busy, HOLDER, FIELD_SETTLE_ACCOUNT_NAME, -1)->column = 28;
    Finding *cost = busy_add(busy, COST, FIELD_FEE_CREDIT_RATE, -1);
    finding_param_number(cost, "rate", PARAM_RATE, 298350);
    finding_param_number(cost, "floor", PARAM_RATE, 600000);
    finding_param_number(cost, "cap", PARAM_FEN, 123450);
    for (int i = 0; i < 4; i++)
        busy_add(busy, SCHEME, FIELD_DEVICE_KEY_MODE, i == 3 ? 4 : i);
    finding_param_number(busy_add(busy, EXPIRED, FIELD_LICENCE_LICENCE_TO, -1), "day", PARAM_DATE,
                         20779);
    Finding *differs = busy_add(busy, DIFFERS, FIELD_CONTRACT_FEE_IN_CONTRACT, -1);
    finding_param_number(differs, "other", PARAM_FIELD, FIELD_FEE_CREDIT_RATE);
    finding_param_number(differs, "line", PARAM_COUNT, 9);
    busy_add(busy, PUT_RIGHT, FIELD_SETTLE_ACCOUNT_NO, -1);
    busy_add(busy, PUT_RIGHT, FIELD_LICENCE_LICENCE_FROM, -1);
    busy_add(busy, PUT_RIGHT, FIELD_PERSON_LEGAL_PHONE, -1);
    busy_add(busy, UNKNOWN, FIELD_DEVICE_TERM_MODEL, 0);
}

char *
busy_text(Busy *busy, Language language)
{
    GString *out = g_string_new(NULL);
    Summary summary;

    busy->context.language = language;
    report_text_append(out, &busy->assessment, &busy->context);
    summary_init(&summary);
    summary_add(&summary, &busy->assessment, &busy->context);
    report_text_summary(out, &summary, &busy->context);
    summary_clear(&summary);
    return g_string_free(out, FALSE);
}

guint
busy_count(const char *text, const char *what)
{
    guint count = 0;

    for (const char *at = strstr(text, what); at != NULL; at = strstr(at + 1, what))
        count++;
    return count;
}
