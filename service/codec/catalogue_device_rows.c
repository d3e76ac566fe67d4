/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_rows.h"

#include <string.h>

static const char device_keys[] =
    "brand aliases model model_aliases kind device_types mobile os network network_optional till"
    " till_optional readers readers_optional algorithms algorithms_optional vendor_digits pci_pts"
    " app_version_min firmware_version_min certified_to initials confidence";

/* Abilities that no field asks for; the positions are READER_* and ALGORITHM_*. */
static const FieldSpec reader_words = {.words = "msr icc nfc camera"};
static const FieldSpec algorithm_words = {.words = "3des aes sm4"};

static void
read_abilities(const JsonPlace *row, DeviceModel *model)
{
    model->network = catalogue_rows_bits(row, "network", &field_specs[FIELD_TILL_NETWORK]);
    model->network_optional =
        catalogue_rows_bits(row, "network_optional", &field_specs[FIELD_TILL_NETWORK]);
    model->till = catalogue_rows_bits(row, "till", &field_specs[FIELD_TILL_TILL_INTERFACES]);
    model->till_optional =
        catalogue_rows_bits(row, "till_optional", &field_specs[FIELD_TILL_TILL_INTERFACES]);
    model->readers = catalogue_rows_bits(row, "readers", &reader_words);
    model->readers_optional = catalogue_rows_bits(row, "readers_optional", &reader_words);
    model->algorithms = catalogue_rows_bits(row, "algorithms", &algorithm_words);
    model->algorithms_optional = catalogue_rows_bits(row, "algorithms_optional", &algorithm_words);
}

static void
check_device(const Catalogue *catalogue, const JsonPlace *row, const DeviceModel *model)
{
    JsonPlace types = json_data_member(row, "device_types");
    JsonPlace vendors = json_data_member(row, "vendor_digits");

    for (char **code = model->device_types; *code != NULL; code++) {
        if (catalogue_device_type(catalogue, *code) == NULL)
            json_data_fail(&types, "the device type '%s' is unknown", *code);
    }
    for (char **digits = model->vendor_digits; *digits != NULL; digits++) {
        if (catalogue_vendor(catalogue, *digits) == NULL)
            json_data_fail(&vendors, "the vendor '%s' is unknown", *digits);
    }
}

void
catalogue_device_rows_model(CatalogueReader *reader, const JsonPlace *row)
{
    DeviceModel *model = g_new0(DeviceModel, 1);

    g_ptr_array_add(reader->catalogue->models, model);
    json_data_keys(row, device_keys);
    model->brand = json_data_text(row, "brand");
    model->aliases = json_data_optional_list(row, "aliases");
    model->model = json_data_text(row, "model");
    model->model_aliases = json_data_optional_list(row, "model_aliases");
    model->kind = json_data_text(row, "kind");
    model->device_types = json_data_list(row, "device_types");
    model->vendor_digits = json_data_optional_list(row, "vendor_digits");
    model->mobile = catalogue_rows_maybe(row, "mobile");
    model->app_version_min =
        catalogue_form_optional(row, "app_version_min", CATALOGUE_FORM_VERSION);
    model->firmware_version_min =
        catalogue_form_optional(row, "firmware_version_min", CATALOGUE_FORM_VERSION);
    model->certified_to = json_data_optional_day(row, "certified_to");
    model->initials = catalogue_rows_initials(row);
    model->confidence = json_data_confidence(row);
    read_abilities(row, model);
    check_device(reader->catalogue, row, model);
}

void
catalogue_device_rows_type(CatalogueReader *reader, const JsonPlace *row)
{
    DeviceTypeRow *type = g_new0(DeviceTypeRow, 1);

    g_ptr_array_add(reader->catalogue->device_types, type);
    json_data_keys(row, "code zh-CN en serial_required reserved");
    type->code = catalogue_rows_unique(reader, row, "code", CATALOGUE_FORM_DEVICE_TYPE);
    json_data_languages(row, type->name);
    type->serial_required = catalogue_rows_flag(row, "serial_required");
    type->reserved = catalogue_rows_flag(row, "reserved");
}

void
catalogue_device_rows_vendor(CatalogueReader *reader, const JsonPlace *row)
{
    VendorRow *vendor = g_new0(VendorRow, 1);

    g_ptr_array_add(reader->catalogue->vendors, vendor);
    json_data_keys(row, "digits brand_key name confidence");
    vendor->digits = catalogue_rows_unique(reader, row, "digits", CATALOGUE_FORM_VENDOR);
    json_data_localized(row, "name", vendor->name);
    vendor->confidence = json_data_confidence(row);
}
