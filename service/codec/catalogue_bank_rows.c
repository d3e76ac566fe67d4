/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_rows.h"

#include "identifiers/bankcard.h"
#include "identifiers/cnaps.h"

#include <string.h>

enum { BANK_DIGITS = CNAPS_CITY - CNAPS_BANK, AREA_DIGITS = CNAPS_BRANCH - CNAPS_CITY };

static const char card_kinds[] = "debit credit semi_credit prepaid"; /* as in CardKind */

void
catalogue_bank_rows_bank(CatalogueReader *reader, const JsonPlace *row)
{
    BankRow *bank = g_new0(BankRow, 1);

    g_ptr_array_add(reader->catalogue->banks, bank);
    json_data_keys(row, "bank zh-CN aliases en shared initials confidence");
    bank->bank = catalogue_rows_unique(reader, row, "bank", CATALOGUE_FORM_BANK);
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

/* 0 where it is not known. */
static guint
read_card_length(const JsonPlace *row)
{
    JsonPlace place = json_data_member(row, "length");
    gint64 length = json_data_optional_number(row, "length");

    if (length != -1 && (length < BANKCARD_LENGTH_MIN || length > BANKCARD_LENGTH_MAX))
        json_data_fail(&place, "%" G_GINT64_FORMAT " is not %d to %d digits", length,
                       BANKCARD_LENGTH_MIN, BANKCARD_LENGTH_MAX);
    return (guint)CLAMP(length, 0, BANKCARD_LENGTH_MAX);
}

void
catalogue_bank_rows_bin(CatalogueReader *reader, const JsonPlace *row)
{
    BinRow *bin = g_new0(BinRow, 1);

    json_data_keys(row, "bin bank kind length confidence");
    bin->bin = catalogue_rows_unique(reader, row, "bin", CATALOGUE_FORM_BIN);
    bin->bank = catalogue_form_text(row, "bank", CATALOGUE_FORM_ISSUER);
    bin->kind = (CardKind)word_position(card_kinds, json_data_word(row, "kind", card_kinds));
    bin->length = read_card_length(row);
    bin->confidence = json_data_confidence(row);
    g_hash_table_replace(reader->catalogue->bin_by_digits, (gpointer)(guintptr)bin->bin, bin);
}

/* The digits of a branch number that say the bank or the area, unless the row says them itself. */
static const char *
read_part(const JsonPlace *row, const char *key, CatalogueForm form, const char *digits,
          gsize length)
{
    char part[8] = {0};
    const char *given = catalogue_form_optional(row, key, form);

    if (given != NULL)
        return given;
    g_strlcpy(part, digits, MIN(length + 1, sizeof part));
    return g_string_chunk_insert_const(row->data->strings, part);
}

void
catalogue_bank_rows_branch(CatalogueReader *reader, const JsonPlace *row)
{
    BranchRow *branch = g_new0(BranchRow, 1);

    json_data_keys(row, "branch zh-CN en bank area initials");
    branch->number = catalogue_rows_unique(reader, row, "branch", CATALOGUE_FORM_BRANCH);
    catalogue_rows_chinese(row, branch->name);
    gboolean whole = strlen(branch->number) == CNAPS_LENGTH;
    branch->bank = read_part(row, "bank", CATALOGUE_FORM_BANK, branch->number, BANK_DIGITS);
    branch->area = read_part(row, "area", CATALOGUE_FORM_AREA,
                             whole ? branch->number + CNAPS_CITY : "", AREA_DIGITS);
    branch->initials = catalogue_rows_initials(row);
    g_hash_table_replace(reader->catalogue->branch_by_number, (gpointer)(guintptr)branch->number,
                         branch);
}
