/* SPDX-License-Identifier: Apache-2.0 */
#include "model/catalogue.h"

#include <string.h>

/* ISO/IEC 7812-1 gives an issuer 6 or 8 digits; UnionPay's list of BINs has 3 to 10. */
enum { BIN_DIGITS_MIN = 3, BIN_DIGITS_MAX = 10 };

static void
model_free(gpointer data)
{
    DeviceModel *model = data;

    g_strfreev(model->aliases);
    g_strfreev(model->model_aliases);
    g_strfreev(model->device_types);
    g_strfreev(model->vendor_digits);
    g_free(model);
}

static void
acquirer_free(gpointer data)
{
    AcquirerRow *acquirer = data;

    g_strfreev(acquirer->institutions);
    g_strfreev(acquirer->clauses);
    if (acquirer->txn_versions != NULL)
        g_array_unref(acquirer->txn_versions);
    g_free(acquirer);
}

static void
bank_free(gpointer data)
{
    BankRow *bank = data;

    g_strfreev(bank->aliases);
    g_free(bank);
}

static void
decline_code_free(gpointer data)
{
    DeclineCode *code = data;

    g_strfreev(code->given_by);
    g_strfreev(code->mistakes);
    g_free(code);
}

static void
override_free(gpointer data)
{
    DeclineOverride *override = data;

    g_strfreev(override->mistakes);
    g_free(override);
}

Catalogue *
catalogue_new(void)
{
    Catalogue *catalogue = g_new0(Catalogue, 1);

    catalogue->models = g_ptr_array_new_with_free_func(model_free);
    catalogue->device_types = g_ptr_array_new_with_free_func(g_free);
    catalogue->vendors = g_ptr_array_new_with_free_func(g_free);
    catalogue->areas = g_ptr_array_new_with_free_func(g_free);
    catalogue->provinces = g_ptr_array_new_with_free_func(g_free);
    catalogue->acquirers = g_ptr_array_new_with_free_func(acquirer_free);
    catalogue->banks = g_ptr_array_new_with_free_func(bank_free);
    catalogue->decline_codes = g_ptr_array_new_with_free_func(decline_code_free);
    catalogue->overrides = g_ptr_array_new_with_free_func(override_free);
    catalogue->area_by_code = g_hash_table_new(g_str_hash, g_str_equal);
    catalogue->acquirer_by_prefix = g_hash_table_new(g_str_hash, g_str_equal);
    catalogue->mcc_by_code = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    catalogue->bin_by_digits = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    catalogue->region_by_code = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    catalogue->branch_by_number = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    catalogue->strings = g_string_chunk_new(16384);
    return catalogue;
}

void
catalogue_free(Catalogue *catalogue)
{
    g_ptr_array_unref(catalogue->models);
    g_ptr_array_unref(catalogue->device_types);
    g_ptr_array_unref(catalogue->vendors);
    g_ptr_array_unref(catalogue->areas);
    g_ptr_array_unref(catalogue->provinces);
    g_ptr_array_unref(catalogue->acquirers);
    g_ptr_array_unref(catalogue->banks);
    g_ptr_array_unref(catalogue->decline_codes);
    g_ptr_array_unref(catalogue->overrides);
    g_hash_table_unref(catalogue->area_by_code);
    g_hash_table_unref(catalogue->acquirer_by_prefix);
    g_hash_table_unref(catalogue->mcc_by_code);
    g_hash_table_unref(catalogue->bin_by_digits);
    g_hash_table_unref(catalogue->region_by_code);
    g_hash_table_unref(catalogue->branch_by_number);
    g_string_chunk_free(catalogue->strings);
    g_free(catalogue);
}

const MccRow *
catalogue_mcc(const Catalogue *catalogue, const char *mcc)
{
    return g_hash_table_lookup(catalogue->mcc_by_code, mcc);
}

const AreaRow *
catalogue_area(const Catalogue *catalogue, const char *code)
{
    return g_hash_table_lookup(catalogue->area_by_code, code);
}

const AcquirerRow *
catalogue_acquirer(const Catalogue *catalogue, const char *three_digits)
{
    return g_hash_table_lookup(catalogue->acquirer_by_prefix, three_digits);
}

const RegionRow *
catalogue_region(const Catalogue *catalogue, const char *six_digits)
{
    return g_hash_table_lookup(catalogue->region_by_code, six_digits);
}

const BranchRow *
catalogue_branch(const Catalogue *catalogue, const char *twelve_digits)
{
    return g_hash_table_lookup(catalogue->branch_by_number, twelve_digits);
}

/* The lists differ in what they hold only; a macro keeps their look-ups alike. */
#define FIND_BY_TEXT(function, Row, list, member)                                                  \
    const Row *function(const Catalogue *catalogue, const char *text)                              \
    {                                                                                              \
        for (guint i = 0; i < catalogue->list->len; i++) {                                         \
            const Row *row = g_ptr_array_index(catalogue->list, i);                                \
            if (strcmp(row->member, text) == 0)                                                    \
                return row;                                                                        \
        }                                                                                          \
        return NULL;                                                                               \
    }

FIND_BY_TEXT(catalogue_province, ProvinceRow, provinces, code)
FIND_BY_TEXT(catalogue_bank, BankRow, banks, bank)
FIND_BY_TEXT(catalogue_device_type, DeviceTypeRow, device_types, code)
FIND_BY_TEXT(catalogue_vendor, VendorRow, vendors, digits)
FIND_BY_TEXT(catalogue_decline_code, DeclineCode, decline_codes, code)

const BinRow *
catalogue_bin(const Catalogue *catalogue, const char *card)
{
    char digits[BIN_DIGITS_MAX + 1];
    gsize length = 0;

    for (; length < BIN_DIGITS_MAX && card[length] != '\0'; length++)
        digits[length] = card[length];
    for (; length >= BIN_DIGITS_MIN; length--) {
        digits[length] = '\0';
        const BinRow *row = g_hash_table_lookup(catalogue->bin_by_digits, digits);
        if (row != NULL)
            return row;
    }
    return NULL;
}

/* The next character that is not blank, full width and case folded; 0 at the end. */
static gunichar
next_folded(const char **text)
{
    while (**text != '\0') {
        gunichar c = g_utf8_get_char(*text);
        *text = g_utf8_next_char(*text);
        if (c >= 0xFF01 && c <= 0xFF5E) /* full width forms of ASCII */
            c -= 0xFEE0;
        if (!g_unichar_isspace(c))
            return g_unichar_tolower(c);
    }
    return 0;
}

/* What follows `name` in `text`, NULL when it does not begin so. Nothing is allocated: this runs
 * over all models for each terminal. */
static const char *
skip_spelling(const char *text, const char *name)
{
    const char *rest = text;

    for (gunichar c = next_folded(&name); c != 0; c = next_folded(&name)) {
        if (next_folded(&rest) != c)
            return NULL;
    }
    return rest;
}

static gboolean
same_spelling(const char *text, const char *name)
{
    const char *rest = skip_spelling(text, name);

    return rest != NULL && next_folded(&rest) == 0;
}

static gboolean
is_spelling_of(const char *text, const char *name, char **aliases)
{
    if (same_spelling(text, name))
        return TRUE;
    for (; *aliases != NULL; aliases++) {
        if (same_spelling(text, *aliases))
            return TRUE;
    }
    return FALSE;
}

/* People write one name of a brand, or two of them in a row ("PAX 百富"). */
static gboolean
is_brand(const char *text, const DeviceModel *model)
{
    const char *rest = skip_spelling(text, model->brand);

    if (is_spelling_of(text, model->brand, model->aliases))
        return TRUE;
    if (rest != NULL)
        return is_spelling_of(rest, model->brand, model->aliases);
    for (char **alias = model->aliases; *alias != NULL; alias++) {
        rest = skip_spelling(text, *alias);
        if (rest != NULL && is_spelling_of(rest, model->brand, model->aliases))
            return TRUE;
    }
    return FALSE;
}

const DeviceModel *
catalogue_device(const Catalogue *catalogue, const char *brand, const char *model)
{
    for (guint i = 0; i < catalogue->models->len; i++) {
        const DeviceModel *row = g_ptr_array_index(catalogue->models, i);
        if (!is_spelling_of(model, row->model, row->model_aliases))
            continue;
        if (brand == NULL || is_brand(brand, row))
            return row;
    }
    return NULL;
}

const ProvinceRow *
catalogue_province_of_address(const Catalogue *catalogue, const char *address)
{
    for (guint i = 0; i < catalogue->provinces->len; i++) {
        const ProvinceRow *row = g_ptr_array_index(catalogue->provinces, i);
        if (g_str_has_prefix(address, row->short_name) ||
            g_str_has_prefix(address, row->name[LANGUAGE_ZH]))
            return row;
    }
    return NULL;
}
