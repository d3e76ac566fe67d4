/* SPDX-License-Identifier: Apache-2.0 */
/* An acquirer's profile: whose merchant numbers it gives out, and what it demands of its own. */
#include "codec/catalogue_rows.h"

#include <string.h>

enum { KEY_INDEX_MAX = 99 };

static const char acquirer_keys[] =
    "prefix zh-CN en bank shared confidence institutions debit_rate_low debit_rate_high"
    " credit_rate_low credit_rate_high debit_cap_low debit_cap_high limit_single_max limit_day_max"
    " limit_nopin_max clauses app_version_min txn_versions tpdu host_addr key_index sm4"
    " decline_codes";

static const char mac_rules[] = "cup_ecb x9_9 x9_19 sm4_cbc";
static const char pin_block_rules[] = "with_pan without_pan";
static const char sign_on_modes[] = "001 003 004 006";

/* The numbers of a profile and where they go. */
static const struct {
    const char *key;
    gsize offset;
} numbers[] = {
    {"debit_rate_low", offsetof(AcquirerRow, debit_rate_low)},
    {"debit_rate_high", offsetof(AcquirerRow, debit_rate_high)},
    {"credit_rate_low", offsetof(AcquirerRow, credit_rate_low)},
    {"credit_rate_high", offsetof(AcquirerRow, credit_rate_high)},
    {"debit_cap_low", offsetof(AcquirerRow, debit_cap_low)},
    {"debit_cap_high", offsetof(AcquirerRow, debit_cap_high)},
    {"limit_single_max", offsetof(AcquirerRow, limit_single_max)},
    {"limit_day_max", offsetof(AcquirerRow, limit_day_max)},
    {"limit_nopin_max", offsetof(AcquirerRow, limit_nopin_max)},
};

static void
check_band(const JsonPlace *row, const char *key, gint64 low, gint64 high)
{
    JsonPlace place = json_data_member(row, key);

    if (low >= 0 && high >= 0 && low > high)
        json_data_fail(&place, "is above its upper end");
}

static void
read_numbers(const JsonPlace *row, AcquirerRow *acquirer)
{
    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
        G_STRUCT_MEMBER(gint64, acquirer, numbers[i].offset) =
            json_data_optional_number(row, numbers[i].key);
    check_band(row, "debit_rate_low", acquirer->debit_rate_low, acquirer->debit_rate_high);
    check_band(row, "credit_rate_low", acquirer->credit_rate_low, acquirer->credit_rate_high);
    check_band(row, "debit_cap_low", acquirer->debit_cap_low, acquirer->debit_cap_high);
}

static void
read_txn_versions(const JsonPlace *row, AcquirerRow *acquirer)
{
    JsonPlace table = json_data_member(row, "txn_versions");
    const FieldSpec *spec = &field_specs[FIELD_FUNC_TXN_TYPES];

    acquirer->txn_versions = g_array_new(FALSE, FALSE, sizeof(TxnVersion));
    if (table.value == NULL)
        return;
    table = json_data_object(row, "txn_versions");
    for (void *at = json_object_iter(table.value); at != NULL;
         at = json_object_iter_next(table.value, at)) {
        const char *word = json_object_iter_key(at);
        int txn = field_word_find(spec, word, strlen(word));
        JsonPlace place = json_data_member(&table, word);
        if (txn < 0)
            json_data_fail(&place, "is not a transaction type");
        TxnVersion version = {(guint)MAX(txn, 0),
                              catalogue_form_text(&table, word, CATALOGUE_FORM_VERSION)};
        g_array_append_val(acquirer->txn_versions, version);
    }
}

static void
read_sm4(const JsonPlace *row, AcquirerRow *acquirer)
{
    JsonPlace sm4 = json_data_member(row, "sm4");

    if (sm4.value == NULL)
        return;
    sm4 = json_data_object(row, "sm4");
    json_data_keys(&sm4, "mac_rule pin_block_rule sign_on_mode");
    acquirer->sm4_mac_rule = json_data_optional_word(&sm4, "mac_rule", mac_rules);
    acquirer->sm4_pin_block_rule = json_data_optional_word(&sm4, "pin_block_rule", pin_block_rules);
    acquirer->sm4_sign_on_mode = json_data_optional_word(&sm4, "sign_on_mode", sign_on_modes);
}

static void
read_host(const JsonPlace *row, AcquirerRow *acquirer)
{
    JsonPlace place = json_data_member(row, "key_index");
    gint64 key_index = json_data_optional_number(row, "key_index");

    if (key_index > KEY_INDEX_MAX)
        json_data_fail(&place, "is above %d", KEY_INDEX_MAX);
    acquirer->key_index = (int)MIN(key_index, KEY_INDEX_MAX);
    acquirer->tpdu = catalogue_form_optional(row, "tpdu", CATALOGUE_FORM_TPDU);
    acquirer->host_addr = catalogue_form_optional(row, "host_addr", CATALOGUE_FORM_ADDRESS);
}

/* What the acquirer's own host means by a code: joins the overrides of decline_codes.json. */
static void
read_decline_codes(CatalogueReader *reader, const JsonPlace *row, const AcquirerRow *acquirer)
{
    JsonPlace array = json_data_member(row, "decline_codes");

    if (array.value == NULL)
        return;
    array = json_data_array(row, "decline_codes");
    for (gsize i = 0; i < json_data_count(&array); i++) {
        JsonPlace item = json_data_item(&array, i);
        json_data_keys(&item, "code meaning mistakes");
        catalogue_decline_rows_add(reader, &item, acquirer->prefix);
    }
}

void
catalogue_acquirer_rows_acquirer(CatalogueReader *reader, const JsonPlace *row)
{
    AcquirerRow *acquirer = g_new0(AcquirerRow, 1);

    g_ptr_array_add(reader->catalogue->acquirers, acquirer);
    json_data_keys(row, acquirer_keys);
    acquirer->prefix = catalogue_rows_unique(reader, row, "prefix", CATALOGUE_FORM_BANK);
    g_hash_table_insert(reader->catalogue->acquirer_by_prefix, (gpointer)(guintptr)acquirer->prefix,
                        acquirer);
    json_data_languages(row, acquirer->name);
    acquirer->bank = json_data_boolean(row, "bank");
    acquirer->shared = catalogue_rows_flag(row, "shared");
    json_data_confidence(row);
    acquirer->institutions = json_data_optional_list(row, "institutions");
    catalogue_form_list(row, "institutions", acquirer->institutions, CATALOGUE_FORM_INSTITUTION);
    catalogue_rows_bits(row, "clauses", &field_specs[FIELD_CONTRACT_CLAUSES]); /* known words */
    acquirer->clauses = json_data_optional_list(row, "clauses");
    acquirer->app_version_min =
        catalogue_form_optional(row, "app_version_min", CATALOGUE_FORM_VERSION);
    read_numbers(row, acquirer);
    read_txn_versions(row, acquirer);
    read_host(row, acquirer);
    read_sm4(row, acquirer);
    read_decline_codes(reader, row, acquirer);
}
