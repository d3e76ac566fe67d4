/* SPDX-License-Identifier: Apache-2.0 */
#include "sample.h"

#include "codec/catalogue_file.h"
#include "codec/catalogue_json.h"
#include "codec/pack_json.h"
#include "codec/resource.h"
#include "codec/value.h"

#include <string.h>

#define SHA "4a78684cfa033d7f0291836d0f38a05bd354ddfb21f8dbe4f458298cb101374b"

typedef struct {
    FieldId id;
    const char *text;
} SampleRow;

/* What all kinds share. */
static const SampleRow common[] = {
    {FIELD_APPLICATION_EXTERNAL_REF, "T-0001"},
    {FIELD_APPLICATION_KIND, "new"},
    {FIELD_MERCHANT_SHORT_NAME, "青山小馆"},
    {FIELD_MERCHANT_MCC, "5812"},
    {FIELD_MERCHANT_FEE_CLASS, "standard"},
    {FIELD_MERCHANT_AREA_CODE, "5840"},
    {FIELD_MERCHANT_REGISTER_ADDRESS, "广东省深圳市南山区测试路1号"},
    {FIELD_MERCHANT_BUSINESS_FORM, "ordinary"},
    {FIELD_MERCHANT_BUSINESS_HOURS, "0900-2100"},
    {FIELD_MERCHANT_CUSTOMER_PHONE, "075500000001"},
    {FIELD_MERCHANT_AGENT_NO, "A1001"},
    {FIELD_LICENCE_SPECIAL_PERMIT, "许可证 XK0000000001 2029-12-31"},
    {FIELD_PERSON_LEGAL_NAME, "测试甲"},
    {FIELD_PERSON_LEGAL_ID_KIND, "id_card"},
    {FIELD_PERSON_LEGAL_ID_NO, "440305198503152417"},
    {FIELD_PERSON_LEGAL_ID_FROM, "2015-03-01"},
    {FIELD_PERSON_LEGAL_ID_TO, "2035-03-01"},
    {FIELD_PERSON_LEGAL_PHONE, "13800000001"},
    {FIELD_PERSON_CONTACT_NAME, "测试甲"},
    {FIELD_PERSON_CONTACT_PHONE, "13800000001"},
    {FIELD_PERSON_SIGNER, "测试甲"},
    {FIELD_CONSENT_CONSENT_PERSON, "测试甲"},
    {FIELD_CONSENT_CONSENT_PURPOSES, "identity_check;account_check;risk_query;location"},
    {FIELD_CONSENT_CONSENT_AT, "2026-11-20T10:00:00+08:00"},
    {FIELD_CONSENT_CONSENT_TEXT_SHA256, SHA},
    {FIELD_SETTLE_SETTLE_TO, "1"},
    {FIELD_SETTLE_CYCLE, "T1"},
    {FIELD_SHOP_SHOP_NAME, "青山小馆"},
    {FIELD_SHOP_SHOP_ADDRESS, "广东省深圳市南山区测试路1号"},
    {FIELD_SHOP_SHOP_REGION, "440305"},
    {FIELD_SHOP_LON, "113.94526"},
    {FIELD_SHOP_LAT, "22.55550"},
    {FIELD_SHOP_COORD_SYSTEM, "gcj02"},
    {FIELD_TILL_NETWORK, "4g;wifi"},
    {FIELD_SHOP_PHOTO_FRONT, SHA},
    {FIELD_SHOP_PHOTO_CASHIER, SHA},
    {FIELD_SHOP_PHOTO_INSIDE, SHA},
    {FIELD_IMAGE_IMG_ID_FRONT, SHA},
    {FIELD_IMAGE_IMG_ID_BACK, SHA},
    {FIELD_IMAGE_IMG_ACCOUNT, SHA},
    {FIELD_IMAGE_IMG_CONTRACT, SHA},
    {FIELD_FEE_DEBIT_RATE, "0.50"},
    {FIELD_FEE_DEBIT_CAP, "20"},
    {FIELD_FEE_CREDIT_RATE, "0.60"},
    {FIELD_FEE_QR_RATE, "0.38"},
    {FIELD_FEE_ANNUAL_FEE, "0"},
    {FIELD_FEE_MAINTENANCE_FEE, "0"},
    {FIELD_FEE_FEE_FROM, "2026-11-20"},
    {FIELD_LIMIT_LIMIT_SINGLE_DEBIT, "50000"},
    {FIELD_LIMIT_LIMIT_SINGLE_CREDIT, "20000"},
    {FIELD_LIMIT_LIMIT_DAY_DEBIT, "200000"},
    {FIELD_LIMIT_LIMIT_DAY_CREDIT, "100000"},
    {FIELD_LIMIT_LIMIT_MONTH_DEBIT, "3000000"},
    {FIELD_LIMIT_LIMIT_MONTH_CREDIT, "1000000"},
    {FIELD_LIMIT_LIMIT_NOPIN, "1000"},
    {FIELD_FUNC_CARD_KINDS, "debit;credit"},
    {FIELD_FUNC_TXN_TYPES, "sale;void;refund;contactless"},
    {FIELD_CONTRACT_CONTRACT_NO, "XY20260000001"},
    {FIELD_CONTRACT_CONTRACT_FROM, "2026-11-01"},
    {FIELD_CONTRACT_CONTRACT_TO, "2029-10-31"},
    {FIELD_CONTRACT_CLAUSES,
     "card_kinds;txn_types;account;cycle;fee;errors;genuine_trade;no_discrimination;"
     "proper_use;vouchers;no_surcharge"},
    {FIELD_CONTRACT_FEE_IN_CONTRACT, "0.50/0.60"},
};

static const SampleRow licence[] = {
    {FIELD_LICENCE_LICENCE_ADDRESS, "广东省深圳市南山区测试路1号"},
    {FIELD_LICENCE_LICENCE_FROM, "2018-05-15"},
    {FIELD_LICENCE_LICENCE_TO, "长期"},
    {FIELD_LICENCE_SCOPE, "餐饮服务;零售"},
    {FIELD_IMAGE_IMG_LICENCE, SHA},
};

static const SampleRow enterprise[] = {
    {FIELD_MERCHANT_MERCHANT_KIND, "enterprise"},
    {FIELD_MERCHANT_REGISTER_NAME, "深圳市青山餐饮管理有限公司"},
    {FIELD_LICENCE_LICENCE_NAME, "深圳市青山餐饮管理有限公司"},
    {FIELD_LICENCE_LICENCE_NO, "91440305MA5TE5T15G"},
    {FIELD_LICENCE_CAPITAL, "1000000 CNY"},
    {FIELD_LICENCE_CONTROLLER, "测试甲"},
    {FIELD_LICENCE_BENEFICIAL_OWNER, "测试甲"},
    {FIELD_SETTLE_ACCOUNT_KIND, "corporate"},
    {FIELD_SETTLE_ACCOUNT_NAME, "深圳市青山餐饮管理有限公司"},
    {FIELD_SETTLE_ACCOUNT_NO, "298278361644855"},
    {FIELD_SETTLE_BANK_BRANCH_NO, "102584000019"},
    {FIELD_SETTLE_BANK_NAME, "中国工商银行广东省深圳市测试支行"},
    {FIELD_CONTRACT_SIGNED_BY, "深圳市青山餐饮管理有限公司"},
};

static const SampleRow household[] = {
    {FIELD_MERCHANT_MERCHANT_KIND, "household"},
    {FIELD_MERCHANT_REGISTER_NAME, "南山区青山餐饮店"},
    {FIELD_LICENCE_LICENCE_NAME, "南山区青山餐饮店"},
    {FIELD_LICENCE_LICENCE_NO, "92440305MA5TE5T238"},
    {FIELD_CONTRACT_SIGNED_BY, "南山区青山餐饮店"},
};

static const SampleRow own_card[] = {
    {FIELD_SETTLE_ACCOUNT_KIND, "private"},
    {FIELD_SETTLE_ACCOUNT_NAME, "测试甲"},
    {FIELD_SETTLE_ACCOUNT_NO, "6228480402564891230"},
    {FIELD_SETTLE_BANK_BRANCH_NO, "103584000025"},
    {FIELD_SETTLE_BANK_NAME, "中国农业银行广东省深圳市测试支行"},
};

static const SampleRow micro[] = {
    {FIELD_MERCHANT_MERCHANT_KIND, "micro"},   {FIELD_MERCHANT_REGISTER_NAME, "商户_测试甲"},
    {FIELD_LICENCE_MICRO_PROOF, SHA},          {FIELD_CONTRACT_SIGNED_BY, "测试甲"},
    {FIELD_LIMIT_LIMIT_SINGLE_DEBIT, "1000"},  {FIELD_LIMIT_LIMIT_SINGLE_CREDIT, "1000"},
    {FIELD_LIMIT_LIMIT_DAY_DEBIT, "10000"},    {FIELD_LIMIT_LIMIT_DAY_CREDIT, "1000"},
    {FIELD_LIMIT_LIMIT_MONTH_DEBIT, "100000"}, {FIELD_LIMIT_LIMIT_MONTH_CREDIT, "10000"},
};

static const SampleRow institution[] = {
    {FIELD_MERCHANT_MERCHANT_KIND, "institution"},
    {FIELD_MERCHANT_REGISTER_NAME, "深圳市青山医院"},
    {FIELD_MERCHANT_MCC, "8062"},
    {FIELD_MERCHANT_FEE_CLASS, "exempt"},
    {FIELD_LICENCE_LICENCE_NAME, "深圳市青山医院"},
    {FIELD_LICENCE_LICENCE_NO, "12440305MB2TE5T3XH"},
    {FIELD_LICENCE_NONPROFIT_PROOF, SHA},
    {FIELD_SETTLE_ACCOUNT_KIND, "corporate"},
    {FIELD_SETTLE_ACCOUNT_NAME, "深圳市青山医院"},
    {FIELD_SETTLE_ACCOUNT_NO, "298278361644855"},
    {FIELD_SETTLE_BANK_BRANCH_NO, "102584000019"},
    {FIELD_SETTLE_BANK_NAME, "中国工商银行广东省深圳市测试支行"},
    {FIELD_CONTRACT_SIGNED_BY, "深圳市青山医院"},
    {FIELD_FEE_DEBIT_RATE, "0"},
    {FIELD_FEE_DEBIT_CAP, "0"},
    {FIELD_FEE_CREDIT_RATE, "0"},
    {FIELD_FEE_QR_RATE, "0"},
    {FIELD_CONTRACT_FEE_IN_CONTRACT, "0/0"},
};

static const SampleRow terminal[] = {
    {FIELD_DEVICE_TERM_KIND, "04"},
    {FIELD_DEVICE_TERM_BRAND, "PAX 百富"},
    {FIELD_DEVICE_TERM_MODEL, "A920"},
    {FIELD_DEVICE_TUSN, "00000204000000000001"},
    {FIELD_DEVICE_NETWORK_LICENCE, "P3100"},
    {FIELD_DEVICE_INSTALL_AREA, "5840"},
    {FIELD_DEVICE_INSTALL_ADDRESS, "广东省深圳市南山区测试路1号"},
    {FIELD_DEVICE_INSTALL_DATE, "2026-12-01"},
    {FIELD_DEVICE_MOBILE, "false"},
    {FIELD_DEVICE_SIM_ICCID, "89860000000000000001"},
    {FIELD_DEVICE_APP_VERSION, "320001"},
    {FIELD_DEVICE_FIRMWARE_VERSION, "1.0.5"},
    {FIELD_DEVICE_KEY_MODE, "mk_sk_3des"},
    {FIELD_DEVICE_TERMINAL_NO, "10000001"},
};

static void
set_rows(Application *app, const SampleRow *rows, gsize count, int device)
{
    for (gsize i = 0; i < count; i++)
        sample_set(app, rows[i].id, device, rows[i].text);
}
#define SET_ROWS(app, rows, device) set_rows(app, rows, G_N_ELEMENTS(rows), device)

Application *
sample_application(Arena *arena, MerchantKind kind)
{
    Application *app = arena_alloc0(arena, sizeof *app);

    application_init(app, arena);
    app->file = "sample.csv";
    app->line = 2;
    SET_ROWS(app, common, -1);
    if (kind != MERCHANT_MICRO)
        SET_ROWS(app, licence, -1);
    switch (kind) {
    case MERCHANT_ENTERPRISE:
    case MERCHANT_KIND_COUNT:
        SET_ROWS(app, enterprise, -1);
        break;
    case MERCHANT_HOUSEHOLD:
        SET_ROWS(app, household, -1);
        SET_ROWS(app, own_card, -1);
        break;
    case MERCHANT_MICRO:
        SET_ROWS(app, micro, -1);
        SET_ROWS(app, own_card, -1);
        break;
    case MERCHANT_INSTITUTION:
        SET_ROWS(app, institution, -1);
        break;
    }
    sample_terminals(app, 1);
    return app;
}

void
sample_set(Application *app, FieldId id, int device, const char *text)
{
    FieldValue *value = application_value_mutable(app, id, device);
    gboolean noted = value->note != NOTE_NONE;

    value_read(&field_specs[id], text, app->arena, value);
    app->noted += (value->note != NOTE_NONE ? 1u : 0u) - (noted ? 1u : 0u);
}

void
sample_clear(Application *app, FieldId id, int device)
{
    sample_set(app, id, device, "");
}

void
sample_terminals(Application *app, guint count)
{
    app->devices = NULL;
    application_set_devices(app, count);
    for (guint i = 0; i < count; i++) {
        SET_ROWS(app, terminal, (int)i);
        sample_set(app, FIELD_DEVICE_TUSN, (int)i,
                   arena_printf(app->arena, "00000204000000%06u", i + 1));
        sample_set(app, FIELD_DEVICE_TERMINAL_NO, (int)i, arena_printf(app->arena, "1%07u", i + 1));
    }
}

const RulePack *
sample_pack(void)
{
    static RulePack *pack;
    g_autoptr(GError) error = NULL;

    if (pack == NULL) {
        g_autoptr(GBytes) bytes = resource_builtin("rulepack.json", &error);
        g_assert_no_error(error);
        pack = pack_from_json(bytes, NULL, &error);
        g_assert_no_error(error);
    }
    return pack;
}

const Catalogue *
sample_catalogue(void)
{
    static Catalogue *catalogue;
    g_autoptr(GError) error = NULL;

    if (catalogue == NULL)
        catalogue = catalogue_json_load(&error);
    g_assert_no_error(error);
    return catalogue;
}

static RuleSet *rule_set;

void
sample_use_catalogue(const Catalogue *catalogue)
{
    g_autoptr(GError) error = NULL;

    g_clear_pointer(&rule_set, rule_set_free);
    rule_set = rule_set_new(sample_pack(), catalogue, &error);
    g_assert_no_error(error);
}

static const RuleSet *
sample_rule_set(void)
{
    if (rule_set == NULL)
        sample_use_catalogue(sample_catalogue());
    return rule_set;
}

static GArray *
run_rules(RuleContext *context)
{
    GArray *findings = g_array_new(FALSE, TRUE, sizeof(Finding));

    g_assert_true(civil_parse(SAMPLE_TODAY, strlen(SAMPLE_TODAY), &context->today));
    rule_set_run(sample_rule_set(), context, findings);
    return findings;
}

GArray *
sample_run(const Application *app, const GArray *repeats, Stage stage)
{
    RuleContext context = {.app = app, .repeats = repeats, .stage = stage};

    return run_rules(&context);
}

GArray *
sample_run_facts(const Application *app, const Facts *facts, Stage stage)
{
    RuleContext context = {.app = app, .facts = facts, .stage = stage};

    return run_rules(&context);
}

const Finding *
sample_find(const GArray *findings, const char *rule_id)
{
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = &g_array_index(findings, Finding, i);
        if (g_str_equal(finding->rule->id, rule_id))
            return finding;
    }
    return NULL;
}

char *
sample_rules(const GArray *findings, Severity least)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = &g_array_index(findings, Finding, i);
        if (finding->rule->severity >= least)
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", finding->rule->id);
    }
    return g_string_free(text, FALSE);
}

Catalogue *
sample_catalogue_of(const char *const *sheets, gsize count)
{
    Catalogue *catalogue = catalogue_new();
    CatalogueKind kind = CATALOGUE_DEVICES;

    for (gsize i = 0; i < count; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = g_bytes_new_static(sheets[i], strlen(sheets[i]));
        catalogue_file_read(catalogue, bytes, "made-up.csv", &kind, &error);
        g_assert_no_error(error);
    }
    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        g_autoptr(GError) error = NULL;
        if (catalogue->files[i].name == NULL)
            catalogue_json_read_builtin(catalogue, (CatalogueKind)i, &error);
        g_assert_no_error(error);
    }
    return catalogue;
}
