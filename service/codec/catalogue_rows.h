/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of the catalogues, one file a family. Each function reads one row and adds it to the
 * catalogue; what is wrong is noted at the row's place (json_data_failed). */
#pragma once

#include "codec/catalogue_form.h"
#include "codec/json_data.h"
#include "model/catalogue.h"
#include "model/field.h"

/* A catalogue while one file of it is read. */
typedef struct {
    Catalogue *catalogue;
    GHashTable *seen; /* the codes of the array that is read */
    JsonPlace actors; /* of decline_codes.json: who mends what */
} CatalogueReader;

typedef void (*CatalogueReadRow)(CatalogueReader *reader, const JsonPlace *row);

/* A code of that form that no other row of the array has. */
const char *catalogue_rows_unique(CatalogueReader *reader, const JsonPlace *row, const char *key,
                                  CatalogueForm form);

/* The bits of the words of a list; none where it is missing. */
guint catalogue_rows_bits(const JsonPlace *row, const char *key, const FieldSpec *spec);

/* 1 yes, 0 no, -1 not known; and a flag that is mostly absent. */
int catalogue_rows_maybe(const JsonPlace *row, const char *key);
gboolean catalogue_rows_flag(const JsonPlace *row, const char *key);

/* The optional member "initials": pinyin initials, lower case. */
const char *catalogue_rows_initials(const JsonPlace *row);

/* The members "zh-CN" and "en", of which the English one may be missing. */
void catalogue_rows_chinese(const JsonPlace *row, const char *name[LANGUAGE_COUNT]);

/* What every file says of itself; `extra_keys` are those of its kind. */
void catalogue_rows_head(const JsonPlace *root, const char *extra_keys, CatalogueFile *file);

/* devices.json */
void catalogue_device_rows_type(CatalogueReader *reader, const JsonPlace *row);
void catalogue_device_rows_vendor(CatalogueReader *reader, const JsonPlace *row);
void catalogue_device_rows_model(CatalogueReader *reader, const JsonPlace *row);

/* mcc.json, areas.json, regions.json */
void catalogue_place_rows_mcc(CatalogueReader *reader, const JsonPlace *row);
void catalogue_place_rows_province(CatalogueReader *reader, const JsonPlace *row);
void catalogue_place_rows_area(CatalogueReader *reader, const JsonPlace *row);
void catalogue_place_rows_region(CatalogueReader *reader, const JsonPlace *row);

/* banks.json, bins.json, branches.json */
void catalogue_bank_rows_bank(CatalogueReader *reader, const JsonPlace *row);
void catalogue_bank_rows_bin(CatalogueReader *reader, const JsonPlace *row);
void catalogue_bank_rows_branch(CatalogueReader *reader, const JsonPlace *row);

/* acquirers.json */
void catalogue_acquirer_rows_acquirer(CatalogueReader *reader, const JsonPlace *row);

/* decline_codes.json */
void catalogue_decline_rows_code(CatalogueReader *reader, const JsonPlace *row);
void catalogue_decline_rows_override(CatalogueReader *reader, const JsonPlace *row);

/* Adds what `acquirer` means by a code: the members code, meaning and mistakes of `row`. */
void catalogue_decline_rows_add(CatalogueReader *reader, const JsonPlace *row,
                                const char *acquirer);
