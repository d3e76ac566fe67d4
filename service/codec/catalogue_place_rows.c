/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_rows.h"

#include <string.h>

static const char fee_classes[] = "standard preferential exempt special";
static const char permits[] = "food medicine fuel lodging beauty tobacco";

void
catalogue_place_rows_mcc(CatalogueReader *reader, const JsonPlace *row)
{
    MccRow *mcc = g_new0(MccRow, 1);

    json_data_keys(row, "mcc zh-CN en fee_class permit initials confidence");
    mcc->mcc = catalogue_rows_unique(reader, row, "mcc", CATALOGUE_FORM_MCC);
    json_data_languages(row, mcc->name);
    mcc->fee_class = json_data_word(row, "fee_class", fee_classes);
    mcc->permit = json_data_optional_word(row, "permit", permits);
    mcc->initials = catalogue_rows_initials(row);
    mcc->confidence = json_data_confidence(row);
    g_hash_table_replace(reader->catalogue->mcc_by_code, (gpointer)(guintptr)mcc->mcc, mcc);
}

void
catalogue_place_rows_province(CatalogueReader *reader, const JsonPlace *row)
{
    ProvinceRow *province = g_new0(ProvinceRow, 1);

    g_ptr_array_add(reader->catalogue->provinces, province);
    json_data_keys(row, "code zh-CN en short");
    province->code = catalogue_rows_unique(reader, row, "code", CATALOGUE_FORM_PROVINCE);
    json_data_languages(row, province->name);
    province->short_name = json_data_text(row, "short");
}

void
catalogue_place_rows_area(CatalogueReader *reader, const JsonPlace *row)
{
    AreaRow *area = g_new0(AreaRow, 1);
    JsonPlace province = json_data_member(row, "province");

    g_ptr_array_add(reader->catalogue->areas, area);
    json_data_keys(row, "code city province initials namesake confidence");
    area->code = catalogue_rows_unique(reader, row, "code", CATALOGUE_FORM_AREA);
    g_hash_table_insert(reader->catalogue->area_by_code, (gpointer)(guintptr)area->code, area);
    json_data_localized(row, "city", area->city);
    area->initials = catalogue_rows_initials(row);
    area->namesake = catalogue_rows_flag(row, "namesake");
    area->province = catalogue_form_text(row, "province", CATALOGUE_FORM_PROVINCE);
    if (catalogue_province(reader->catalogue, area->province) == NULL)
        json_data_fail(&province, "the province '%s' is unknown", area->province);
}

void
catalogue_place_rows_region(CatalogueReader *reader, const JsonPlace *row)
{
    RegionRow *region = g_new0(RegionRow, 1);

    json_data_keys(row, "code zh-CN en initials");
    region->code = catalogue_rows_unique(reader, row, "code", CATALOGUE_FORM_REGION);
    catalogue_rows_chinese(row, region->name);
    region->initials = catalogue_rows_initials(row);
    g_hash_table_replace(reader->catalogue->region_by_code, (gpointer)(guintptr)region->code,
                         region);
}
