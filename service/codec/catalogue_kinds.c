/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_kinds.h"

#include <string.h>

static const CatalogueKindSpec kinds[CATALOGUE_COUNT] = {
    [CATALOGUE_DEVICES] = {"devices",
                           "devices.json",
                           "device_types vendors",
                           {{"device_types", catalogue_device_rows_type},
                            {"vendors", catalogue_device_rows_vendor},
                            {"rows", catalogue_device_rows_model}},
                           "brand aliases[] model model_aliases[] kind device_types[] mobile? os"
                           " network[] network_optional[] till[] till_optional[] readers[]"
                           " readers_optional[] algorithms[] algorithms_optional[] vendor_digits[]"
                           " pci_pts confidence app_version_min firmware_version_min certified_to"
                           " initials"},
    [CATALOGUE_MCC] = {"mcc",
                       "mcc.json",
                       "",
                       {{"rows", catalogue_place_rows_mcc}},
                       "mcc zh-CN en= fee_class permit confidence initials"},
    [CATALOGUE_AREAS] = {"areas",
                         "areas.json",
                         "provinces",
                         {{"provinces", catalogue_place_rows_province},
                          {"rows", catalogue_place_rows_area}},
                         "code city.zh-CN city.en= province initials namesake? confidence"},
    [CATALOGUE_ACQUIRERS] = {"acquirers",
                             "acquirers.json",
                             "",
                             {{"rows", catalogue_acquirer_rows_acquirer}},
                             "prefix zh-CN en= bank? shared? confidence institutions[]"
                             " debit_rate_low# debit_rate_high# credit_rate_low# credit_rate_high#"
                             " debit_cap_low# debit_cap_high# limit_single_max# limit_day_max#"
                             " limit_nopin_max# clauses[] app_version_min txn_versions.sale"
                             " txn_versions.void txn_versions.refund txn_versions.preauth"
                             " txn_versions.preauth_complete txn_versions.balance"
                             " txn_versions.contactless txn_versions.qr tpdu host_addr key_index#"
                             " sm4.mac_rule sm4.pin_block_rule sm4.sign_on_mode"},
    [CATALOGUE_BANKS] = {"banks",
                         "banks.json",
                         "",
                         {{"rows", catalogue_bank_rows_bank}},
                         "bank zh-CN aliases[] en= shared? confidence initials"},
    [CATALOGUE_BINS] = {"bins",
                        "bins.json",
                        "",
                        {{"rows", catalogue_bank_rows_bin}},
                        "bin bank kind length# confidence"},
    [CATALOGUE_DECLINE_CODES] = {"decline_codes",
                                 "decline_codes.json",
                                 "overrides actors",
                                 {{"rows", catalogue_decline_rows_code},
                                  {"overrides", catalogue_decline_rows_override}},
                                 NULL},
    [CATALOGUE_REGIONS] = {"regions",
                           "regions.json",
                           "",
                           {{"rows", catalogue_place_rows_region}},
                           "code zh-CN en initials"},
    [CATALOGUE_BRANCHES] = {"branches",
                            "branches.json",
                            "",
                            {{"rows", catalogue_bank_rows_branch}},
                            "branch zh-CN en bank area initials"},
};

const CatalogueKindSpec *
catalogue_kinds_get(CatalogueKind kind)
{
    g_return_val_if_fail((guint)kind < CATALOGUE_COUNT, NULL);
    return &kinds[kind];
}

gboolean
catalogue_kinds_find(const char *name, CatalogueKind *kind)
{
    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            *kind = (CatalogueKind)i;
            return TRUE;
        }
    }
    return FALSE;
}

char *
catalogue_kinds_names(void)
{
    GString *names = g_string_new(NULL);

    for (int i = 0; i < CATALOGUE_COUNT; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", kinds[i].name);
    return g_string_free(names, FALSE);
}

static CatalogueCell
cell_of_mark(char mark)
{
    switch (mark) {
    case '=':
        return CATALOGUE_CELL_ENGLISH;
    case '[':
        return CATALOGUE_CELL_LIST;
    case '#':
        return CATALOGUE_CELL_NUMBER;
    case '?':
        return CATALOGUE_CELL_FLAG;
    default:
        return CATALOGUE_CELL_TEXT;
    }
}

CatalogueCell
catalogue_kinds_column(const CatalogueKindSpec *spec, const char *name)
{
    gsize wanted = strlen(name);
    const char *word = spec->columns != NULL ? spec->columns : "";

    while (*word != '\0') {
        gsize length = strcspn(word, " ");
        gsize plain = strcspn(word, " []#?=");
        if (plain == wanted && strncmp(word, name, plain) == 0)
            return cell_of_mark(word[plain]);
        word += length + (word[length] == ' ' ? 1 : 0);
    }
    return CATALOGUE_CELL_UNKNOWN;
}

char *
catalogue_kinds_column_names(const CatalogueKindSpec *spec)
{
    g_auto(GStrv) parts = g_strsplit_set(spec->columns != NULL ? spec->columns : "", "[]#?=", -1);

    return g_strjoinv("", parts);
}
