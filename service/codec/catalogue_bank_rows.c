/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_rows.h"

#include <string.h>

enum { CNAPS_DIGITS = 12, BANK_DIGITS = 3, AREA_DIGITS = 4 };

static const char card_kinds[] = "debit credit semi_credit prepaid"; /* as in CardKind */

void
catalogue_bank_rows_bank(CatalogueReader *reader, const JsonPlace *row)
{
    BankRow *bank = g_new0(BankRow, 1);

    g_ptr_array_add(reader->catalogue->banks, bank);
    json_data_keys(row, "bank zh-CN aliases en shared initials confidence");
    bank->bank = catalogue_rows_unique(reader, row, "bank", 3);
    json_data_languages(row, bank->name);
    bank->aliases = json_data_optional_list(row, "aliases");
    bank->initials = catalogue_rows_initials(row);
    bank->shared = catalogue_rows_flag(row, "shared");
}

/* The position of a word that json_data_word has found in `words`. */
static guint
word_position(const char *words, const char *word)
{
    FieldSpec spec = {.words = words};
    int position = field_word_find(&spec, word, strlen(word));

    return position > 0 ? (guint)position : 0;
}

void
catalogue_bank_rows_bin(CatalogueReader *reader, const JsonPlace *row)
{
    BinRow *bin = g_new0(BinRow, 1);
    JsonPlace place = json_data_member(row, "bin");

    json_data_keys(row, "bin bank kind length confidence");
    bin->bin = json_data_text(row, "bin");
    gsize length = strlen(bin->bin);
    if (length < 3 || length > 10 || strspn(bin->bin, "0123456789") != length)
        json_data_fail(&place, "'%s' is not 3 to 10 digits", bin->bin);
    json_data_unique(row, "bin", reader->seen, bin->bin);
    bin->bank = json_data_code(row, "bank", 3);
    bin->kind = (CardKind)word_position(card_kinds, json_data_word(row, "kind", card_kinds));
    bin->length = (guint)MAX(json_data_optional_number(row, "length"), 0);
    bin->confidence = json_data_confidence(row);
    g_hash_table_replace(reader->catalogue->bin_by_digits, (gpointer)(guintptr)bin->bin, bin);
}

/* The digits of a branch number that say the bank or the area, unless the row says them itself. */
static const char *
read_part(const JsonPlace *row, const char *key, const char *digits, gsize length)
{
    char part[8] = {0};
    const char *given = json_data_optional_code(row, key, length);

    if (given != NULL)
        return given;
    g_strlcpy(part, digits, MIN(length + 1, sizeof part));
    return g_string_chunk_insert_const(row->data->strings, part);
}

void
catalogue_bank_rows_branch(CatalogueReader *reader, const JsonPlace *row)
{
    BranchRow *branch = g_new0(BranchRow, 1);
    JsonPlace place = json_data_member(row, "branch");

    json_data_keys(row, "branch zh-CN en bank area initials");
    branch->number = catalogue_rows_unique(reader, row, "branch", CNAPS_DIGITS);
    if (branch->number[strspn(branch->number, "0123456789")] != '\0')
        json_data_fail(&place, "'%s' is not 12 digits", branch->number);
    catalogue_rows_chinese(row, branch->name);
    gboolean whole = strlen(branch->number) == CNAPS_DIGITS;
    branch->bank = read_part(row, "bank", branch->number, BANK_DIGITS);
    branch->area = read_part(row, "area", whole ? branch->number + BANK_DIGITS : "", AREA_DIGITS);
    branch->initials = catalogue_rows_initials(row);
    g_hash_table_replace(reader->catalogue->branch_by_number, (gpointer)(guintptr)branch->number,
                         branch);
}
