/* SPDX-License-Identifier: Apache-2.0 */
/* The catalogues: the built-in ones are right, what is wrong in one is told with its place,
 * look-ups find. */
#include "codec/catalogue_json.h"
#include "model/field.h"
#include "spoil.h"

#define HEAD                                                                                       \
    "{\"name\": \"t\", \"version\": \"1\", \"complete\": true, \"source\": \"made up\","           \
    " \"date\": \"2026-11-01\", "

static const char *const good_catalogue[CATALOGUE_COUNT] = {
    [CATALOGUE_DEVICES] =
        HEAD "\"device_types\": [{\"code\": \"04\", \"zh-CN\": \"智能\", \"en\": \"smart\","
             " \"serial_required\": true, \"reserved\": false}],"
             " \"vendors\": [{\"digits\": \"000002\", \"brand_key\": \"p\","
             "  \"name\": {\"zh-CN\": \"百富\", \"en\": \"PAX\"}, \"confidence\": \"sure\"}],"
             " \"rows\": [{\"brand\": \"PAX\", \"aliases\": [\"百富\"], \"model\": \"A920 Pro\","
             "  \"model_aliases\": [\"A920P\"], \"kind\": \"smart\", \"device_types\": [\"04\"],"
             "  \"mobile\": null, \"os\": \"Android\", \"network\": [\"4g\", \"wifi\"],"
             "  \"network_optional\": [\"ethernet\"], \"till\": [\"usb\"], \"till_optional\": [],"
             "  \"readers\": [\"msr\", \"nfc\"], \"readers_optional\": [\"camera\"],"
             "  \"algorithms\": [\"3des\", \"sm4\"], \"algorithms_optional\": [\"aes\"],"
             "  \"vendor_digits\": [\"000002\"], \"pci_pts\": \"5.x\","
             "  \"app_version_min\": \"320001\", \"firmware_version_min\": \"2.1\","
             "  \"certified_to\": \"2027-05-31\", \"initials\": \"bf\","
             "  \"confidence\": \"likely\"}]}",
    [CATALOGUE_MCC] = HEAD "\"rows\": [{\"mcc\": \"5411\", \"zh-CN\": \"超市\","
                           " \"en\": \"supermarket\", \"fee_class\": \"preferential\","
                           " \"permit\": \"food\", \"confidence\": \"sure\"}]}",
    [CATALOGUE_AREAS] =
        HEAD "\"provinces\": [{\"code\": \"44\", \"zh-CN\": \"广东省\", \"en\": \"Guangdong\","
             " \"short\": \"广东\"}], \"rows\": [{\"code\": \"5840\","
             " \"city\": {\"zh-CN\": \"深圳市\", \"en\": \"Shenzhen\"}, \"province\": \"44\"}]}",
    [CATALOGUE_ACQUIRERS] = HEAD "\"rows\": [{\"prefix\": \"102\", \"zh-CN\": \"工商银行\","
                                 " \"en\": \"ICBC\", \"bank\": true, \"shared\": false,"
                                 " \"confidence\": \"sure\", \"institutions\": [\"4845\"],"
                                 " \"debit_rate_low\": 350000, \"debit_rate_high\": 600000,"
                                 " \"limit_day_max\": 5000000, \"clauses\": [\"fee\"],"
                                 " \"txn_versions\": {\"preauth\": \"320002\"},"
                                 " \"tpdu\": \"6000030000\", \"host_addr\": \"10.0.0.1:8888\","
                                 " \"app_version_min\": \"V2.1-a\","
                                 " \"key_index\": 1, \"sm4\": {\"mac_rule\": \"sm4_cbc\"},"
                                 " \"decline_codes\": [{\"code\": \"C1\","
                                 "  \"meaning\": {\"zh-CN\": \"无\", \"en\": \"none\"},"
                                 "  \"mistakes\": [\"T01\"]}]}, {\"prefix\": \"103\","
                                 " \"zh-CN\": \"农业银行\", \"en\": \"ABC\","
                                 " \"bank\": true, \"confidence\": \"sure\"}]}",
    [CATALOGUE_BANKS] = HEAD "\"rows\": [{\"bank\": \"102\", \"zh-CN\": \"中国工商银行\","
                             " \"aliases\": [\"工行\"], \"en\": \"ICBC\"}]}",
    [CATALOGUE_BINS] =
        HEAD "\"rows\": [{\"bin\": \"622\", \"bank\": \"102\", \"kind\": \"debit\","
             " \"length\": 19, \"confidence\": \"likely\"}, {\"bin\": \"6220000001\","
             " \"bank\": \"102\", \"kind\": \"semi_credit\", \"length\": 16,"
             " \"confidence\": \"sure\"}]}",
    [CATALOGUE_DECLINE_CODES] =
        HEAD "\"actors\": {\"operations\": {\"zh-CN\": \"运营\", \"en\": \"operations\"}},"
             " \"overrides\": [{\"acquirer\": \"one\", \"code\": \"C1\","
             "  \"meaning\": {\"zh-CN\": \"无终端\", \"en\": \"no terminal\"},"
             "  \"mistakes\": [\"T01\"]}],"
             " \"rows\": [{\"code\": \"03\", \"zh-CN\": \"无效商户\", \"en\": \"invalid merchant\","
             "  \"class\": \"C\", \"given_by\": [\"AC\"], \"usual_cause\": null,"
             "  \"mistakes\": [\"M01\"], \"fixed_by\": \"operations\", \"retry\": \"no\","
             "  \"confidence\": \"sure\", \"note\": {\"zh-CN\": \"先\", \"en\": \"first\"},"
             "  \"generation\": \"current\"}]}",
    [CATALOGUE_REGIONS] = HEAD "\"rows\": [{\"code\": \"440300\", \"zh-CN\": \"深圳市\","
                               " \"initials\": \"szs\"}]}",
    [CATALOGUE_BRANCHES] =
        HEAD "\"rows\": [{\"branch\": \"102100099996\", \"zh-CN\": \"工行总行\"},"
             " {\"branch\": \"102584000002\", \"zh-CN\": \"深圳\", \"en\": \"Shenzhen\","
             "  \"bank\": \"102\", \"area\": \"5841\", \"initials\": \"sz\"}]}",
};

typedef struct {
    CatalogueKind kind;
    BadRow row;
} BadCatalogue;

static const BadCatalogue bad_catalogues[] = {
    {CATALOGUE_MCC, {"no-complete", "\"complete\": true, ", "", ": /complete: ", "is missing"}},
    {CATALOGUE_MCC, {"no-rows", "\"rows\"", "\"row\"", ": /row: ", "not a known key"}},
    {CATALOGUE_MCC, {"mcc-length", "\"5411\"", "\"541\"", ": /rows/0/mcc: ", "not 4 digits"}},
    {CATALOGUE_MCC, {"mcc-letter", "\"5411\"", "\"54x1\"", ": /rows/0/mcc: ", "'54x1' is not"}},
    {CATALOGUE_MCC, {"mcc-zero", "\"5411\"", "\"0000\"", ": /rows/0/mcc: ", "other than 0000"}},
    {CATALOGUE_MCC,
     {"mcc-class", "\"preferential\"", "\"cheap\"",
      ": /rows/0/fee_class: ", "'cheap' is not one of"}},
    {CATALOGUE_MCC,
     {"mcc-permit", "\"food\"", "\"guns\"", ": /rows/0/permit: ", "'guns' is not one of"}},
    {CATALOGUE_BINS, {"bin-twice", "6220000001", "622", ": /rows/1/bin: ", "there already"}},
    {CATALOGUE_BINS, {"bin-short", "\"622\"", "\"62\"", ": /rows/0/bin: ", "3 to 10 digits"}},
    {CATALOGUE_BINS,
     {"bin-long", "6220000001", "62200000011", ": /rows/1/bin: ", "3 to 10 digits"}},
    {CATALOGUE_BINS, {"bin-letters", "6220000001", "62200x", ": /rows/1/bin: ", "3 to 10 digits"}},
    {CATALOGUE_BINS,
     {"bin-bank", "\"102\", \"kind\": \"semi", "\"999\", \"kind\": \"semi",
      ": /rows/1/bank: ", "'999' is not 3 digits of a bank"}},
    {CATALOGUE_BINS,
     {"bin-length-short", "\"length\": 16", "\"length\": 12",
      ": /rows/1/length: ", "12 is not 13 to 19 digits"}},
    {CATALOGUE_BINS,
     {"bin-length-long", "\"length\": 19", "\"length\": 20",
      ": /rows/0/length: ", "20 is not 13 to 19 digits"}},
    {CATALOGUE_BINS,
     {"bin-kind", "\"debit\"", "\"gift\"", ": /rows/0/kind: ", "'gift' is not one of"}},
    {CATALOGUE_AREAS,
     {"area-province", "\"province\": \"44\"", "\"province\": \"45\"",
      ": /rows/0/province: ", "'45' is unknown"}},
    {CATALOGUE_AREAS, {"area-code", "\"5840\"", "\"584000\"", ": /rows/0/code: ", "not 4 digits"}},
    {CATALOGUE_AREAS, {"area-letter", "\"5840\"", "\"58X0\"", ": /rows/0/code: ", "not 4 digits"}},
    {CATALOGUE_AREAS, {"area-zero", "\"5840\"", "\"0000\"", ": /rows/0/code: ", "other than 0000"}},
    {CATALOGUE_AREAS,
     {"province-unknown", "\"44\", \"zh-CN\"", "\"99\", \"zh-CN\"",
      ": /provinces/0/code: ", "2 digits of a province"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-prefix", "\"102\"", "\"8X8\"", ": /rows/0/prefix: ", "not 3 digits"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-zero", "\"102\"", "\"000\"", ": /rows/0/prefix: ", "other than 000"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-tpdu", "6000030000", "600003000", ": /rows/0/tpdu: ", "not 10 digits"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-tpdu-letter", "6000030000", "600003000z", ": /rows/0/tpdu: ", "not 10 digits"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-port", "10.0.0.1:8888", "10.0.0.1:65536", ": /rows/0/host_addr: ", "host:port"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-no-port", "10.0.0.1:8888", "10.0.0.1", ": /rows/0/host_addr: ", "host:port"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-version", "V2.1-a", "Va.1-a", ": /rows/0/app_version_min: ", "is not a version"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-txn-version", "320002", "new",
      ": /rows/0/txn_versions/preauth: ", "not a version"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-bank", "\"bank\": true", "\"bank\": \"yes\"", ": /rows/0/bank: ", "true or false"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-institution", "4845", "48450", ": /rows/0/institutions: ", "not 4 digits"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-band", "350000", "600001", ": /rows/0/debit_rate_low: ", "upper end"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-clause", "[\"fee\"]", "[\"fees\"]", ": /rows/0/clauses: ", "'fees' is not one of"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-txn", "\"preauth\"", "\"pre\"",
      ": /rows/0/txn_versions/pre: ", "not a transaction type"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-key-index", "\"key_index\": 1", "\"key_index\": 100",
      ": /rows/0/key_index: ", "is above 99"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-mac", "sm4_cbc", "cbc", ": /rows/0/sm4/mac_rule: ", "'cbc' is not one of"}},
    {CATALOGUE_ACQUIRERS,
     {"acquirer-code", "\"C1\"", "\"C\"", ": /rows/0/decline_codes/0/code: ", "2 letters"}},
    {CATALOGUE_DEVICES,
     {"device-certified", "2027-05-31", "2027-05-32",
      ": /rows/0/certified_to: ", "not a date YYYY-MM-DD"}},
    {CATALOGUE_DEVICES,
     {"device-initials", "\"bf\"", "\"BF\"", ": /rows/0/initials: ", "lower-case letters"}},
    {CATALOGUE_REGIONS,
     {"region-letter", "440300", "4403AB", ": /rows/0/code: ", "'4403AB' is not 6 digits"}},
    {CATALOGUE_REGIONS,
     {"region-province", "440300", "990300", ": /rows/0/code: ", "begin with a province"}},
    {CATALOGUE_DEVICES,
     {"device-version", "\"320001\"", "\"beta\"", ": /rows/0/app_version_min: ", "not a version"}},
    {CATALOGUE_DEVICES,
     {"device-type-code", "{\"code\": \"04\"", "{\"code\": \"0A\"",
      ": /device_types/0/code: ", "not 2 digits"}},
    {CATALOGUE_BANKS, {"bank-letter", "\"102\"", "\"10A\"", ": /rows/0/bank: ", "not 3 digits"}},
    {CATALOGUE_REGIONS, {"region-code", "440300", "4403", ": /rows/0/code: ", "not 6 digits"}},
    {CATALOGUE_BRANCHES,
     {"branch-letters", "102100099996", "10210009999X", ": /rows/0/branch: ", "not 12 digits"}},
    {CATALOGUE_BRANCHES,
     {"branch-twice", "102584000002", "102100099996", ": /rows/1/branch: ", "there already"}},
    {CATALOGUE_BRANCHES, {"branch-area", "5841", "584", ": /rows/1/area: ", "not 4 digits"}},
    {CATALOGUE_BANKS,
     {"bank-unknown-key", "\"aliases\"", "\"alias\"", ": /rows/0/alias: ", "not a known key"}},
    {CATALOGUE_DEVICES,
     {"device-word", "\"wifi\"", "\"wlan\"", ": /rows/0/network: ", "'wlan' is not one of"}},
    {CATALOGUE_DEVICES,
     {"device-reader", "\"nfc\"", "\"tap\"", ": /rows/0/readers: ", "'tap' is not one of"}},
    {CATALOGUE_DEVICES,
     {"device-type", "[\"04\"]", "[\"05\"]", ": /rows/0/device_types: ", "'05' is unknown"}},
    {CATALOGUE_DEVICES,
     {"device-vendor", "[\"000002\"]", "[\"000003\"]",
      ": /rows/0/vendor_digits: ", "'000003' is unknown"}},
    {CATALOGUE_DECLINE_CODES,
     {"decline-actor", "\"fixed_by\": \"operations\"", "\"fixed_by\": \"boss\"",
      ": /rows/0/fixed_by: ", "'boss' is unknown"}},
    {CATALOGUE_DECLINE_CODES,
     {"override-code", "\"C1\"", "\"C\"", ": /overrides/0/code: ", "2 letters"}},
};

static void
test_bad_catalogue(gconstpointer data)
{
    const BadCatalogue *bad = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Catalogue) catalogue = catalogue_new();
    g_autoptr(GBytes) bytes = spoil(good_catalogue[bad->kind], &bad->row);

    g_assert_false(catalogue_json_read(catalogue, bad->kind, bytes, "mine.json", &error));
    assert_told(error, &bad->row);
}

static Catalogue *
small_catalogue(void)
{
    Catalogue *catalogue = catalogue_new();

    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = bytes_of(good_catalogue[i]);
        catalogue_json_read(catalogue, (CatalogueKind)i, bytes, "mine.json", &error);
        g_assert_no_error(error);
        g_assert_true(catalogue->files[i].complete);
    }
    return catalogue;
}

static void
test_look_ups(void)
{
    g_autoptr(Catalogue) catalogue = small_catalogue();

    g_assert_cmpstr(catalogue_mcc(catalogue, "5411")->permit, ==, "food");
    g_assert_null(catalogue_mcc(catalogue, "5412"));
    g_assert_cmpstr(catalogue_area(catalogue, "5840")->province, ==, "44");
    g_assert_null(catalogue_area(catalogue, "584"));
    g_assert_true(catalogue_acquirer(catalogue, "102")->bank);
    g_assert_cmpstr(catalogue_bank(catalogue, "102")->aliases[0], ==, "工行");
    g_assert_true(catalogue_device_type(catalogue, "04")->serial_required);
    g_assert_cmpstr(catalogue_vendor(catalogue, "000002")->name[LANGUAGE_EN], ==, "PAX");
    const DeclineCode *code = catalogue_decline_code(catalogue, "03");
    g_assert_cmpstr(code->fixed_by[LANGUAGE_EN], ==, "operations");
    g_assert_cmpstr(code->note[LANGUAGE_EN], ==, "first");
    g_assert_null(code->cause[LANGUAGE_EN]);
    g_assert_null(code->old_name[LANGUAGE_ZH]);
    g_assert_cmpuint(catalogue->overrides->len, ==, 2);
    const DeclineOverride *own = g_ptr_array_index(catalogue->overrides, 0);
    g_assert_cmpstr(own->acquirer, ==, "102");
    g_assert_cmpstr(own->mistakes[0], ==, "T01");
}

static void
test_profile(void)
{
    g_autoptr(Catalogue) catalogue = small_catalogue();
    const AcquirerRow *known = catalogue_acquirer(catalogue, "102");
    const AcquirerRow *bare = catalogue_acquirer(catalogue, "103");
    const TxnVersion *version = &g_array_index(known->txn_versions, TxnVersion, 0);

    g_assert_cmpstr(known->institutions[0], ==, "4845");
    g_assert_cmpint(known->debit_rate_low, ==, 350000);
    g_assert_cmpint(known->limit_day_max, ==, 5000000);
    g_assert_cmpint(known->limit_single_max, ==, -1);
    g_assert_cmpstr(known->clauses[0], ==, "fee");
    g_assert_cmpuint(version->txn, ==, TXN_PREAUTH);
    g_assert_cmpstr(version->version, ==, "320002");
    g_assert_cmpint(known->key_index, ==, 1);
    g_assert_cmpstr(known->sm4_mac_rule, ==, "sm4_cbc");
    g_assert_null(known->sm4_sign_on_mode);
    g_assert_null(bare->institutions[0]);
    g_assert_null(bare->clauses[0]);
    g_assert_cmpint(bare->debit_rate_low, ==, -1);
    g_assert_cmpint(bare->key_index, ==, -1);
    g_assert_cmpuint(bare->txn_versions->len, ==, 0);
    g_assert_null(bare->tpdu);
}

static void
test_branch(void)
{
    g_autoptr(Catalogue) catalogue = small_catalogue();
    const BranchRow *head = catalogue_branch(catalogue, "102100099996");
    const BranchRow *own = catalogue_branch(catalogue, "102584000002");

    g_assert_cmpstr(head->bank, ==, "102");
    g_assert_cmpstr(head->area, ==, "1000");
    g_assert_null(head->name[LANGUAGE_EN]);
    g_assert_cmpstr(own->area, ==, "5841");
    g_assert_cmpstr(own->initials, ==, "sz");
    g_assert_null(catalogue_branch(catalogue, "102584000003"));
    g_assert_cmpstr(catalogue_region(catalogue, "440300")->initials, ==, "szs");
    g_assert_null(catalogue_region(catalogue, "440301"));
    g_assert_cmpuint(catalogue->files[CATALOGUE_BRANCHES].rows, ==, 2);
    g_assert_cmpstr(catalogue->files[CATALOGUE_BRANCHES].path, ==, "mine.json");
}

/* The longest BIN wins; one digit less of it falls back to the shorter. */
static void
test_bin(void)
{
    g_autoptr(Catalogue) catalogue = small_catalogue();

    g_assert_cmpint(catalogue_bin(catalogue, "6220000001123456")->kind, ==, CARD_KIND_SEMI_CREDIT);
    g_assert_cmpint(catalogue_bin(catalogue, "6220000002123456")->kind, ==, CARD_KIND_DEBIT);
    g_assert_cmpuint(catalogue_bin(catalogue, "622000000")->length, ==, 19);
    g_assert_cmpuint(catalogue_bin(catalogue, "622")->length, ==, 19);
    g_assert_null(catalogue_bin(catalogue, "62"));
    g_assert_null(catalogue_bin(catalogue, ""));
    g_assert_null(catalogue_bin(catalogue, "4000001234567890"));
}

static const struct {
    const char *brand, *model;
    gboolean found;
} spellings[] = {
    {"PAX", "A920 Pro", TRUE},     {NULL, "A920 Pro", TRUE},
    {"pax", "a920pro", TRUE},      {"Ｐａｘ", "Ａ９２０　ＰＲＯ", TRUE},
    {"百富", " a920p ", TRUE},     {"PAX 百富", "A920 Pro", TRUE},
    {"百富PAX", "A920 Pro", TRUE}, {"PAX 新大陆", "A920 Pro", FALSE},
    {"PA", "A920 Pro", FALSE},     {"PAX", "A920", FALSE},
    {"PAX", "A920 Pro 2", FALSE},  {"Newland", "A920 Pro", FALSE},
    {"", "A920 Pro", FALSE},       {NULL, "", FALSE},
};

static void
test_device(void)
{
    g_autoptr(Catalogue) catalogue = small_catalogue();

    for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++) {
        const DeviceModel *model =
            catalogue_device(catalogue, spellings[i].brand, spellings[i].model);
        if ((model != NULL) != spellings[i].found)
            g_error("spelling %" G_GSIZE_FORMAT " of the table", i);
    }
    const DeviceModel *model = catalogue_device(catalogue, NULL, "A920P");
    CivilDay certified_to = 0;

    g_assert_true(civil_from_ymd(2027, 5, 31, &certified_to));
    g_assert_cmpint(model->certified_to, ==, certified_to);
    g_assert_cmpstr(model->app_version_min, ==, "320001");
    g_assert_cmpstr(model->firmware_version_min, ==, "2.1");
    g_assert_cmpint(model->mobile, ==, -1);
    g_assert_cmpuint(model->network, ==, 3);          /* 4g wifi */
    g_assert_cmpuint(model->network_optional, ==, 4); /* ethernet */
    g_assert_cmpuint(model->till, ==, 1);             /* usb */
    g_assert_cmpuint(model->readers, ==, 1 << READER_MSR | 1 << READER_NFC);
    g_assert_cmpuint(model->readers_optional, ==, 1 << READER_CAMERA);
    g_assert_cmpuint(model->algorithms, ==, 1 << ALGORITHM_3DES | 1 << ALGORITHM_SM4);
    g_assert_cmpuint(model->algorithms_optional, ==, 1 << ALGORITHM_AES);
}

static void
test_province(void)
{
    g_autoptr(Catalogue) catalogue = small_catalogue();

    g_assert_cmpstr(catalogue_province_of_address(catalogue, "广东省深圳市")->code, ==, "44");
    g_assert_cmpstr(catalogue_province_of_address(catalogue, "广东深圳")->code, ==, "44");
    g_assert_null(catalogue_province_of_address(catalogue, "深圳市广东路"));
    g_assert_null(catalogue_province_of_address(catalogue, ""));
}

static void
test_builtin_catalogue(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Catalogue) catalogue = catalogue_json_load(&error);

    g_assert_no_error(error);
    for (int i = 0; i < CATALOGUE_COUNT; i++)
        g_assert_cmpuint(strlen(catalogue->files[i].sha256), ==, 64);
    g_assert_nonnull(catalogue_mcc(catalogue, "5411"));
    g_assert_nonnull(catalogue_acquirer(catalogue, "102"));
    g_assert_nonnull(catalogue_bank(catalogue, "102"));
    g_assert_nonnull(catalogue_device(catalogue, NULL, "A920"));
    g_assert_nonnull(catalogue_device(catalogue, "pax", "ａ９２０"));
    g_assert_nonnull(catalogue_decline_code(catalogue, "A0"));
    g_assert_cmpstr(catalogue_province_of_address(catalogue, "北京市海淀区")->code, ==, "11");
    g_assert_cmpuint(g_hash_table_size(catalogue->bin_by_digits), >, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(bad_catalogues); i++) {
        g_autofree char *path = g_strconcat("/catalogue/bad/", bad_catalogues[i].row.name, NULL);
        g_test_add_data_func(path, &bad_catalogues[i], test_bad_catalogue);
    }
    g_test_add_func("/catalogue/look-ups", test_look_ups);
    g_test_add_func("/catalogue/profile", test_profile);
    g_test_add_func("/catalogue/branch", test_branch);
    g_test_add_func("/catalogue/bin", test_bin);
    g_test_add_func("/catalogue/device", test_device);
    g_test_add_func("/catalogue/province", test_province);
    g_test_add_func("/catalogue/builtin", test_builtin_catalogue);
    return g_test_run();
}
