/* SPDX-License-Identifier: Apache-2.0 */
/* Terminals: for each rule a row that fires and the nearest that does not. The sample is a PAX
 * A920. */
#include "rule_case.h"

#include "codec/catalogue_json.h"

#define BRAND(text)                                                                                \
    {                                                                                              \
        FIELD_DEVICE_TERM_BRAND, text                                                              \
    }
#define MODEL(text)                                                                                \
    {                                                                                              \
        FIELD_DEVICE_TERM_MODEL, text                                                              \
    }
#define KIND(text)                                                                                 \
    {                                                                                              \
        FIELD_DEVICE_TERM_KIND, text                                                               \
    }
#define KEY_MODE(text)                                                                             \
    {                                                                                              \
        FIELD_DEVICE_KEY_MODE, text                                                                \
    }
#define TXN(text)                                                                                  \
    {                                                                                              \
        FIELD_FUNC_TXN_TYPES, text                                                                 \
    }
#define NETWORK(text)                                                                              \
    {                                                                                              \
        FIELD_TILL_NETWORK, text                                                                   \
    }
#define INTERFACES(text)                                                                           \
    {                                                                                              \
        FIELD_TILL_TILL_INTERFACES, text                                                           \
    }
#define MOBILE(text)                                                                               \
    {                                                                                              \
        FIELD_DEVICE_MOBILE, text                                                                  \
    }
#define SERIAL(text)                                                                               \
    {                                                                                              \
        FIELD_DEVICE_TUSN, text                                                                    \
    }
#define LICENCE(text)                                                                              \
    {                                                                                              \
        FIELD_DEVICE_NETWORK_LICENCE, text                                                         \
    }
#define SIM(text)                                                                                  \
    {                                                                                              \
        FIELD_DEVICE_SIM_ICCID, text                                                               \
    }
#define TERMINAL(text)                                                                             \
    {                                                                                              \
        FIELD_DEVICE_TERMINAL_NO, text                                                             \
    }
#define MERCHANT(text)                                                                             \
    {                                                                                              \
        FIELD_DEVICE_MERCHANT_NO, text                                                             \
    }

#define FIRES(field) TRUE, FIELD_DEVICE_##field
#define SILENT FALSE, FIELD_NONE

static const RuleCase model_cases[] = {
    {"new-brand", {BRAND("Brandnew"), MODEL("B1")}, "R-DEV-001", FIRES(TERM_BRAND)},
    {"known-brand", {MODEL("A9999")}, "R-DEV-001", SILENT},
    {"one-name-of-the-brand", {BRAND("百富")}, "R-DEV-001", SILENT},
    {"absent", {BRAND("")}, "R-DEV-001", SILENT},
    {"new-model", {MODEL("A9999")}, "R-DEV-002", FIRES(TERM_MODEL)},
    {"spelt-otherwise", {BRAND("pax"), MODEL("a920pro")}, "R-DEV-002", SILENT},
    {"said-at-brand", {BRAND("Brandnew"), MODEL("B1")}, "R-DEV-002", SILENT},
    {"catalogue-has-gaps", {MODEL("A9999")}, "R-DEV-003", SILENT},
    {"reserved", {KIND("07")}, "R-DEV-004", FIRES(TERM_KIND)},
    {"phone-pos", {KIND("08")}, "R-DEV-004", SILENT},
    {"traditional", {KIND("02")}, "R-DEV-005", FIRES(TERM_KIND)},
    {"smart", {KIND("04")}, "R-DEV-005", SILENT},
    {"unknown-model", {KIND("02"), MODEL("A9999")}, "R-DEV-005", SILENT},
};

static const RuleCase ability_cases[] = {
    {"sm4-on-S80", {MODEL("S80"), KEY_MODE("mk_sk_sm4")}, "R-DEV-006", FIRES(KEY_MODE)},
    {"3des-on-S80", {MODEL("S80"), KEY_MODE("mk_sk_3des")}, "R-DEV-006", SILENT},
    {"aes-on-A920", {KEY_MODE("dukpt_aes")}, "R-DEV-006", FIRES(KEY_MODE)},
    {"aes-on-A920-Pro", {MODEL("A920 Pro"), KEY_MODE("dukpt_aes")}, "R-DEV-006", SILENT},
    {"tdes-on-A920", {KEY_MODE("dukpt_tdes")}, "R-DEV-006", SILENT},
    {"late-firmware", {MODEL("S90"), KEY_MODE("mk_sk_sm4")}, "R-DEV-006", SILENT},
    {"sm4-on-S90", {MODEL("S90"), KEY_MODE("mk_sk_sm4")}, "R-DEV-007", FIRES(KEY_MODE)},
    {"3des-on-S90", {MODEL("S90"), KEY_MODE("mk_sk_3des")}, "R-DEV-007", SILENT},
    {"sm4-on-S80", {MODEL("S80"), KEY_MODE("mk_sk_sm4")}, "R-DEV-007", SILENT},
    {"chip-on-A920", {MODEL("A920")}, "R-DEV-008", SILENT},
    {"tap-on-A920", {MODEL("A920")}, "R-DEV-009", SILENT},
    {"tap-on-S80", {MODEL("S80")}, "R-DEV-010", FIRES(TERM_MODEL)},
    {"no-tap-on-S80", {MODEL("S80"), TXN("sale;void")}, "R-DEV-010", SILENT},
    {"tap-on-A920", {MODEL("A920")}, "R-DEV-010", SILENT},
    {"qr-on-A80", {MODEL("A80"), TXN("sale;qr")}, "R-DEV-011", FIRES(TERM_MODEL)},
    {"qr-on-A920", {TXN("sale;qr")}, "R-DEV-011", SILENT},
    {"no-qr-on-A80", {MODEL("A80"), TXN("sale")}, "R-DEV-011", SILENT},
    {"4g-for-S80", {MODEL("S80"), NETWORK("4g")}, "R-DEV-012", FIRES(TERM_MODEL)},
    {"4g-and-line-for-S80", {MODEL("S80"), NETWORK("4g;ethernet")}, "R-DEV-012", SILENT},
    {"line-for-A920", {NETWORK("ethernet")}, "R-DEV-012", FIRES(TERM_MODEL)},
    {"mpos-hangs-on-a-phone", {MODEL("D180"), NETWORK("ethernet")}, "R-DEV-012", SILENT},
    {"4g-for-A80", {MODEL("A80"), NETWORK("4g")}, "R-DEV-013", FIRES(TERM_MODEL)},
    {"wifi-for-A80", {MODEL("A80"), NETWORK("4g;wifi")}, "R-DEV-013", SILENT},
    {"rs232-for-A920", {INTERFACES("rs232")}, "R-DEV-014", FIRES(TERM_MODEL)},
    {"rs232-for-A80", {MODEL("A80"), INTERFACES("rs232")}, "R-DEV-014", SILENT},
    {"no-link", {INTERFACES("none")}, "R-DEV-014", SILENT},
    {"one-of-two", {INTERFACES("rs232;usb")}, "R-DEV-014", SILENT},
    {"usb-for-A920", {INTERFACES("usb")}, "R-DEV-015", SILENT},
    {"A80-carried", {MODEL("A80"), MOBILE("true")}, "R-DEV-016", FIRES(MOBILE)},
    {"A80-in-place", {MODEL("A80"), MOBILE("false")}, "R-DEV-016", SILENT},
    {"A920-carried", {MOBILE("true")}, "R-DEV-016", SILENT},
    {"carried-on-a-line", {MOBILE("true"), NETWORK("ethernet;dial")}, "R-DEV-017", FIRES(MOBILE)},
    {"carried-with-wifi", {MOBILE("true"), NETWORK("ethernet;wifi")}, "R-DEV-017", SILENT},
    {"in-place-on-a-line", {MOBILE("false"), NETWORK("ethernet")}, "R-DEV-017", SILENT},
};

static const RuleCase serial_cases[] = {
    {"reserved-type", {SERIAL("00000207000000000001")}, "R-DEV-018", FIRES(TUSN)},
    {"no-vendor", {SERIAL("00000004000000000001")}, "R-DEV-018", FIRES(TUSN)},
    {"letters-in-front", {SERIAL("N7NL01933217")}, "R-DEV-018", FIRES(TUSN)},
    {"bare-with-impossible-type", {SERIAL("541784965754")}, "R-DEV-018", FIRES(TUSN)},
    {"letters-behind", {SERIAL("00000204N7NL01933217")}, "R-DEV-018", SILENT},
    {"bare-with-possible-type", {SERIAL("941293135082")}, "R-DEV-019", FIRES(TUSN)},
    {"whole", {SERIAL("00000204941293135082")}, "R-DEV-019", SILENT},
    {"unknown-vendor", {SERIAL("00005704280117638929")}, "R-DEV-019", SILENT},
    {"said-by-the-form", {SERIAL("541784965754")}, "R-DEV-019", SILENT},
    {"Newland-on-PAX", {SERIAL("00000304941293135082")}, "R-DEV-020", FIRES(TUSN)},
    {"PAX-on-PAX", {SERIAL("00000204941293135082")}, "R-DEV-020", SILENT},
    {"said-as-bare", {SERIAL("941293135082")}, "R-DEV-020", SILENT},
    {"unknown-model", {SERIAL("00000304941293135082"), MODEL("A9999")}, "R-DEV-020", SILENT},
    {"new-vendor-new-model",
     {SERIAL("00009904941293135082"), MODEL("A9999")},
     "R-DEV-021",
     FIRES(TUSN)},
    {"known-vendor", {SERIAL("00000304941293135082"), MODEL("A9999")}, "R-DEV-021", SILENT},
    {"model-says-who", {SERIAL("00009904941293135082")}, "R-DEV-021", SILENT},
    {"traditional-in-serial", {SERIAL("00000202948811700240")}, "R-DEV-022", FIRES(TUSN)},
    {"smart-in-serial", {SERIAL("00000204948811700240")}, "R-DEV-022", SILENT},
    {"kind-unknown", {SERIAL("00000202948811700240"), KIND("")}, "R-DEV-022", SILENT},
    {"four", {LICENCE("P310")}, "R-DEV-023", FIRES(NETWORK_LICENCE)},
    {"sign", {LICENCE("P-310")}, "R-DEV-023", FIRES(NETWORK_LICENCE)},
    {"five", {LICENCE("P3100")}, "R-DEV-023", SILENT},
    {"phone-number", {SIM("13800000001")}, "R-DEV-024", FIRES(SIM_ICCID)},
    {"foreign", {SIM("8985200000000000001")}, "R-DEV-024", FIRES(SIM_ICCID)},
    {"nineteen", {SIM("8986000000000000001")}, "R-DEV-024", SILENT},
    {"eighteen", {SIM("898600000000000001")}, "R-DEV-024", FIRES(SIM_ICCID)},
};

static const RuleCase number_cases[] = {
    {"nine", {TERMINAL("100000012")}, "R-DEV-025", FIRES(TERMINAL_NO)},
    {"blank-inside", {TERMINAL("1001 345")}, "R-DEV-025", FIRES(TERMINAL_NO)},
    {"letter", {TERMINAL("A1000001")}, "R-DEV-025", SILENT},
    {"O-for-0", {TERMINAL("1OO00001")}, "R-DEV-026", FIRES(TERMINAL_NO)},
    {"I-for-1", {TERMINAL("I0000001")}, "R-DEV-026", FIRES(TERMINAL_NO)},
    {"letters-of-a-scheme", {TERMINAL("AO000001")}, "R-DEV-026", SILENT},
    {"digits", {TERMINAL("10000001")}, "R-DEV-026", SILENT},
    {"fourteen", {MERCHANT("89858405812000")}, "R-DEV-027", FIRES(MERCHANT_NO)},
    {"no-acquirer", {MERCHANT("000584058120001")}, "R-DEV-027", FIRES(MERCHANT_NO)},
    {"no-mcc", {MERCHANT("898584000000001")}, "R-DEV-027", FIRES(MERCHANT_NO)},
    {"right", {MERCHANT("898584058120001")}, "R-DEV-027", SILENT},
    {"own-host", {MERCHANT("89858405812000A")}, "R-DEV-027", SILENT},
    {"own-host", {MERCHANT("89858405812000A")}, "R-DEV-028", FIRES(MERCHANT_NO)},
    {"digits", {MERCHANT("898584058120001")}, "R-DEV-028", SILENT},
    {"new-prefix", {MERCHANT("999584058120001")}, "R-DEV-029", FIRES(MERCHANT_NO)},
    {"a-bank", {MERCHANT("102584058120001")}, "R-DEV-029", SILENT},
    {"catalogue-has-gaps", {MERCHANT("999584058120001")}, "R-DEV-030", SILENT},
    {"other-mcc", {MERCHANT("102584053110001")}, "R-DEV-031", FIRES(MERCHANT_NO)},
    {"same-mcc", {MERCHANT("102584058120001")}, "R-DEV-031", SILENT},
    {"Beijing-for-Shenzhen", {MERCHANT("102100058120001")}, "R-DEV-032", FIRES(MERCHANT_NO)},
    {"district-of-Beijing", {MERCHANT("102102358120001")}, "R-DEV-032", FIRES(MERCHANT_NO)},
    {"Guangzhou", {MERCHANT("102581058120001")}, "R-DEV-032", SILENT},
    {"two-readings", {MERCHANT("102521058120001")}, "R-DEV-032", SILENT},
    {"chain",
     {MERCHANT("102100058120001"), {FIELD_MERCHANT_BUSINESS_FORM, "chain"}},
     "R-DEV-032",
     SILENT},
    {"Kunming-by-division", {MERCHANT("310530158120001")}, "R-DEV-033", FIRES(MERCHANT_NO)},
    {"bank-code", {MERCHANT("102100058120001")}, "R-DEV-033", SILENT},
};

static void
test_second_terminal(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_terminals(app, 3);
    sample_set(app, FIELD_DEVICE_MERCHANT_NO, 1, "102584058120001");
    sample_set(app, FIELD_DEVICE_MERCHANT_NO, 2, "102584058120001");
    g_autoptr(GArray) same = sample_run(app, NULL, STAGE_APPROVE);
    g_assert_null(sample_find(same, "R-DEV-034"));
    sample_set(app, FIELD_DEVICE_MERCHANT_NO, 2, "102584058120002");
    g_autoptr(GArray) other = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *finding = sample_find(other, "R-DEV-034");
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->device, ==, 2);
    g_assert_cmpint(finding->params[0].number, ==, 2); /* the first that has one, counted from 1 */
}

/* Runs the rules over a catalogue that is the built-in one but for what `change` does to it. */
static GArray *
run_with(const Application *app, void (*change)(Catalogue *catalogue))
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Catalogue) catalogue = catalogue_json_load(&error);
    GArray *findings = g_array_new(FALSE, TRUE, sizeof(Finding));
    RuleContext context = {.app = app, .stage = STAGE_APPROVE};

    g_assert_no_error(error);
    change(catalogue);
    g_autoptr(RuleSet) set = rule_set_new(sample_pack(), catalogue, &error);
    g_assert_no_error(error);
    g_assert_true(civil_parse(SAMPLE_TODAY, strlen(SAMPLE_TODAY), &context.today));
    rule_set_run(set, &context, findings);
    return findings;
}

static void
complete_all(Catalogue *catalogue)
{
    for (guint i = 0; i < CATALOGUE_COUNT; i++)
        catalogue->files[i].complete = TRUE;
}

static DeviceModel *
row_of(Catalogue *catalogue, const char *model)
{
    for (guint i = 0; i < catalogue->models->len; i++) {
        DeviceModel *row = g_ptr_array_index(catalogue->models, i);
        if (g_str_equal(row->model, model))
            return row;
    }
    g_assert_not_reached();
    return NULL;
}

static void
stripe_only(Catalogue *catalogue)
{
    row_of(catalogue, "A920")->readers = 1u << READER_MSR;
}

static void
all_optional(Catalogue *catalogue)
{
    row_of(catalogue, "A920")->readers = 1u << READER_MSR;
    row_of(catalogue, "A920")->readers_optional = 1u << READER_ICC | 1u << READER_NFC;
    row_of(catalogue, "A920")->till = 1u << TILL_USB;
    row_of(catalogue, "A920")->till_optional = 1u << TILL_RS232;
}

typedef struct {
    RuleCase what;
    void (*change)(Catalogue *catalogue);
} CatalogueCase;

/* What no model of the built-in catalogue shows. */
static const CatalogueCase catalogue_cases[] = {
    {{"new-model", {MODEL("A9999")}, "R-DEV-003", FIRES(TERM_MODEL)}, complete_all},
    {{"listed", {MODEL("A920")}, "R-DEV-003", SILENT}, complete_all},
    {{"new-model-complete", {MODEL("A9999")}, "R-DEV-002", SILENT}, complete_all},
    {{"new-brand-complete", {BRAND("Brandnew"), MODEL("B1")}, "R-DEV-001", SILENT}, complete_all},
    {{"new-prefix", {MERCHANT("999584058120001")}, "R-DEV-030", FIRES(MERCHANT_NO)}, complete_all},
    {{"a-bank", {MERCHANT("102584058120001")}, "R-DEV-030", SILENT}, complete_all},
    {{"new-prefix-complete", {MERCHANT("999584058120001")}, "R-DEV-029", SILENT}, complete_all},
    {{"Kunming-sure", {MERCHANT("310530158120001")}, "R-DEV-032", FIRES(MERCHANT_NO)},
     complete_all},
    {{"Kunming-sure", {MERCHANT("310530158120001")}, "R-DEV-033", SILENT}, complete_all},
    {{"stripe-only", {MODEL("A920")}, "R-DEV-008", FIRES(TERM_MODEL)}, stripe_only},
    {{"plaque", {KIND("11")}, "R-DEV-008", SILENT}, stripe_only},
    {{"stripe-only", {MODEL("A920")}, "R-DEV-009", FIRES(TERM_MODEL)}, stripe_only},
    {{"no-tap", {TXN("sale;void")}, "R-DEV-009", SILENT}, stripe_only},
    {{"optional", {MODEL("A920")}, "R-DEV-008", SILENT}, all_optional},
    {{"optional", {MODEL("A920")}, "R-DEV-009", SILENT}, all_optional},
    {{"optional-rs232", {INTERFACES("rs232")}, "R-DEV-015", FIRES(TERM_MODEL)}, all_optional},
    {{"optional-rs232", {INTERFACES("rs232")}, "R-DEV-014", SILENT}, all_optional},
};

static void
test_catalogue(gconstpointer data)
{
    const CatalogueCase *row = data;
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    rule_case_change(app, &row->what);
    g_autoptr(GArray) findings = run_with(app, row->change);
    rule_case_judge(findings, &row->what);
}

static void
test_params(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_set(app, FIELD_DEVICE_TERM_MODEL, 0, "S80");
    sample_set(app, FIELD_DEVICE_KEY_MODE, 0, "mk_sk_sm4");
    sample_set(app, FIELD_DEVICE_TUSN, 0, "00000207000000000001");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *scheme = sample_find(findings, "R-DEV-006");
    g_assert_cmpstr(rule_case_text(scheme, "model"), ==, "S80");
    g_assert_cmpstr(rule_case_text(scheme, "algorithm"), ==, "algorithm.sm4");
    const Finding *network = sample_find(findings, "R-DEV-012");
    g_assert_cmpstr(rule_case_text(network, "able"), ==, "ethernet/dial");
    const Finding *serial = sample_find(findings, "R-DEV-018");
    g_assert_cmpstr(rule_case_text(serial, "reason"), ==, "id.tusn.DEVICE_TYPE");
}

static void
test_clean(void)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(GArray) findings =
            sample_run(sample_application(arena, (MerchantKind)kind), NULL, STAGE_READY);
        g_autofree char *rules = sample_rules(findings, SEVERITY_INFO);
        g_assert_null(strstr(rules, "R-DEV-"));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    rule_case_add(model_cases, G_N_ELEMENTS(model_cases));
    rule_case_add(ability_cases, G_N_ELEMENTS(ability_cases));
    rule_case_add(serial_cases, G_N_ELEMENTS(serial_cases));
    rule_case_add(number_cases, G_N_ELEMENTS(number_cases));
    for (gsize i = 0; i < G_N_ELEMENTS(catalogue_cases); i++) {
        g_autofree char *path = g_strdup_printf("/catalogue/%s/%s", catalogue_cases[i].what.rule,
                                                catalogue_cases[i].what.name);
        g_test_add_data_func(path, &catalogue_cases[i], test_catalogue);
    }
    g_test_add_func("/R-DEV-034/second-terminal", test_second_terminal);
    g_test_add_func("/params", test_params);
    g_test_add_func("/clean", test_clean);
    return g_test_run();
}
