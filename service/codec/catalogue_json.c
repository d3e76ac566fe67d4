/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_json.h"

#include "codec/json_data.h"
#include "codec/resource.h"
#include "model/field.h"

#include <string.h>

static const char device_keys[] =
    "brand aliases model model_aliases kind device_types mobile os network network_optional till"
    " till_optional readers readers_optional algorithms algorithms_optional vendor_digits pci_pts"
    " confidence";
static const char decline_code_keys[] =
    "code zh-CN en class given_by usual_cause mistakes fixed_by retry confidence note generation"
    " old";

static const char fee_classes[] = "standard preferential exempt special";
static const char permits[] = "food medicine fuel lodging beauty tobacco";
static const char card_kinds[] = "debit credit semi_credit prepaid"; /* as in CardKind */

/* Abilities that no field asks for; the positions are READER_* and ALGORITHM_*. */
static const FieldSpec reader_words = {.words = "msr icc nfc camera"};
static const FieldSpec algorithm_words = {.words = "3des aes sm4"};

/* A catalogue while one file of it is read. */
typedef struct {
    Catalogue *catalogue;
    GHashTable *seen; /* the codes of the array that is read */
    JsonPlace actors; /* of decline_codes.json: who mends what */
} CatalogueReader;

typedef void (*ReadRow)(CatalogueReader *reader, const JsonPlace *row);

static void
read_rows(CatalogueReader *reader, const JsonPlace *root, const char *key, ReadRow read)
{
    JsonPlace array = json_data_array(root, key);

    for (gsize i = 0; i < json_data_count(&array); i++) {
        JsonPlace row = json_data_item(&array, i);
        read(reader, &row);
    }
    g_hash_table_remove_all(reader->seen);
}

static const char *
read_unique(CatalogueReader *reader, const JsonPlace *row, const char *key, gsize length)
{
    const char *code = json_data_code(row, key, length);

    json_data_unique(row, key, reader->seen, code);
    return code;
}

/* The bits of the words of a list; none where it is missing. */
static guint
read_bits(const JsonPlace *row, const char *key, const FieldSpec *spec)
{
    g_auto(GStrv) list = json_data_optional_list(row, key);
    JsonPlace place = json_data_member(row, key);
    guint bits = 0;

    for (char **word = list; *word != NULL; word++) {
        int position = field_word_find(spec, *word, strlen(*word));
        if (position < 0)
            json_data_fail(&place, "'%s' is not one of: %s", *word, spec->words);
        else
            bits |= 1u << position;
    }
    return bits;
}

/* 1 yes, 0 no, -1 not known. */
static int
read_maybe(const JsonPlace *row, const char *key)
{
    JsonPlace place = json_data_member(row, key);

    return place.value != NULL ? json_data_boolean(row, key) : -1;
}

/* A flag that is mostly absent. */
static gboolean
read_flag(const JsonPlace *row, const char *key)
{
    return read_maybe(row, key) == TRUE;
}

static void
read_abilities(const JsonPlace *row, DeviceModel *model)
{
    model->network = read_bits(row, "network", &field_specs[FIELD_TILL_NETWORK]);
    model->network_optional = read_bits(row, "network_optional", &field_specs[FIELD_TILL_NETWORK]);
    model->till = read_bits(row, "till", &field_specs[FIELD_TILL_TILL_INTERFACES]);
    model->till_optional =
        read_bits(row, "till_optional", &field_specs[FIELD_TILL_TILL_INTERFACES]);
    model->readers = read_bits(row, "readers", &reader_words);
    model->readers_optional = read_bits(row, "readers_optional", &reader_words);
    model->algorithms = read_bits(row, "algorithms", &algorithm_words);
    model->algorithms_optional = read_bits(row, "algorithms_optional", &algorithm_words);
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

static void
read_device(CatalogueReader *reader, const JsonPlace *row)
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
    model->vendor_digits = json_data_list(row, "vendor_digits");
    model->mobile = read_maybe(row, "mobile");
    model->confidence = json_data_confidence(row);
    read_abilities(row, model);
    check_device(reader->catalogue, row, model);
}

static void
read_device_type(CatalogueReader *reader, const JsonPlace *row)
{
    DeviceTypeRow *type = g_new0(DeviceTypeRow, 1);

    g_ptr_array_add(reader->catalogue->device_types, type);
    json_data_keys(row, "code zh-CN en serial_required reserved");
    type->code = read_unique(reader, row, "code", 2);
    json_data_languages(row, type->name);
    type->serial_required = read_flag(row, "serial_required");
    type->reserved = read_flag(row, "reserved");
}

static void
read_vendor(CatalogueReader *reader, const JsonPlace *row)
{
    VendorRow *vendor = g_new0(VendorRow, 1);

    g_ptr_array_add(reader->catalogue->vendors, vendor);
    json_data_keys(row, "digits brand_key name confidence");
    vendor->digits = read_unique(reader, row, "digits", 6);
    json_data_localized(row, "name", vendor->name);
    vendor->confidence = json_data_confidence(row);
}

static void
read_devices(CatalogueReader *reader, const JsonPlace *root)
{
    read_rows(reader, root, "device_types", read_device_type);
    read_rows(reader, root, "vendors", read_vendor);
    read_rows(reader, root, "rows", read_device);
}

static void
read_mcc(CatalogueReader *reader, const JsonPlace *row)
{
    MccRow *mcc = g_new0(MccRow, 1);
    JsonPlace permit = json_data_member(row, "permit");

    json_data_keys(row, "mcc zh-CN en fee_class permit confidence");
    mcc->mcc = read_unique(reader, row, "mcc", 4);
    json_data_languages(row, mcc->name);
    mcc->fee_class = json_data_word(row, "fee_class", fee_classes);
    mcc->permit = permit.value != NULL ? json_data_word(row, "permit", permits) : NULL;
    mcc->confidence = json_data_confidence(row);
    g_hash_table_replace(reader->catalogue->mcc_by_code, (gpointer)(guintptr)mcc->mcc, mcc);
}

static void
read_mccs(CatalogueReader *reader, const JsonPlace *root)
{
    read_rows(reader, root, "rows", read_mcc);
}

static void
read_province(CatalogueReader *reader, const JsonPlace *row)
{
    ProvinceRow *province = g_new0(ProvinceRow, 1);

    g_ptr_array_add(reader->catalogue->provinces, province);
    json_data_keys(row, "code zh-CN en short");
    province->code = read_unique(reader, row, "code", 2);
    json_data_languages(row, province->name);
    province->short_name = json_data_text(row, "short");
}

static void
read_area(CatalogueReader *reader, const JsonPlace *row)
{
    AreaRow *area = g_new0(AreaRow, 1);
    JsonPlace province = json_data_member(row, "province");

    g_ptr_array_add(reader->catalogue->areas, area);
    json_data_keys(row, "code city province");
    area->code = read_unique(reader, row, "code", 4);
    json_data_localized(row, "city", area->city);
    area->province = json_data_code(row, "province", 2);
    if (catalogue_province(reader->catalogue, area->province) == NULL)
        json_data_fail(&province, "the province '%s' is unknown", area->province);
}

static void
read_areas(CatalogueReader *reader, const JsonPlace *root)
{
    read_rows(reader, root, "provinces", read_province);
    read_rows(reader, root, "rows", read_area);
}

static void
read_acquirer(CatalogueReader *reader, const JsonPlace *row)
{
    AcquirerRow *acquirer = g_new0(AcquirerRow, 1);

    g_ptr_array_add(reader->catalogue->acquirers, acquirer);
    json_data_keys(row, "prefix zh-CN en bank shared confidence");
    acquirer->prefix = read_unique(reader, row, "prefix", 3);
    json_data_languages(row, acquirer->name);
    acquirer->bank = json_data_boolean(row, "bank");
    acquirer->shared = read_flag(row, "shared");
    json_data_confidence(row);
}

static void
read_acquirers(CatalogueReader *reader, const JsonPlace *root)
{
    read_rows(reader, root, "rows", read_acquirer);
}

static void
read_bank(CatalogueReader *reader, const JsonPlace *row)
{
    BankRow *bank = g_new0(BankRow, 1);

    g_ptr_array_add(reader->catalogue->banks, bank);
    json_data_keys(row, "bank zh-CN aliases en shared confidence");
    bank->bank = read_unique(reader, row, "bank", 3);
    json_data_languages(row, bank->name);
    bank->aliases = json_data_optional_list(row, "aliases");
    bank->shared = read_flag(row, "shared");
}

static void
read_banks(CatalogueReader *reader, const JsonPlace *root)
{
    read_rows(reader, root, "rows", read_bank);
}

/* The position of a word that json_data_word has found in `words`. */
static guint
word_position(const char *words, const char *word)
{
    FieldSpec spec = {.words = words};
    int position = field_word_find(&spec, word, strlen(word));

    return position > 0 ? (guint)position : 0;
}

static void
read_bin(CatalogueReader *reader, const JsonPlace *row)
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

static void
read_bins(CatalogueReader *reader, const JsonPlace *root)
{
    read_rows(reader, root, "rows", read_bin);
}

/* Who mends it, by the name that the file's own table of actors gives in both languages. */
static void
read_fixed_by(CatalogueReader *reader, const JsonPlace *row, DeclineCode *code)
{
    JsonPlace place = json_data_member(row, "fixed_by");
    const char *actor = json_data_optional_text(row, "fixed_by");

    if (actor == NULL)
        return;
    if (json_object_get(reader->actors.value, actor) == NULL)
        json_data_fail(&place, "the actor '%s' is unknown", actor);
    json_data_optional_localized(&reader->actors, actor, code->fixed_by);
}

static void
read_decline_code(CatalogueReader *reader, const JsonPlace *row)
{
    DeclineCode *code = g_new0(DeclineCode, 1);

    g_ptr_array_add(reader->catalogue->decline_codes, code);
    json_data_keys(row, decline_code_keys);
    code->code = read_unique(reader, row, "code", 2);
    json_data_languages(row, code->name);
    json_data_optional_localized(row, "old", code->old_name);
    json_data_optional_localized(row, "usual_cause", code->cause);
    json_data_optional_localized(row, "note", code->note);
    code->klass = json_data_text(row, "class");
    code->generation = json_data_text(row, "generation");
    code->retry = json_data_optional_text(row, "retry");
    code->given_by = json_data_list(row, "given_by");
    code->mistakes = json_data_list(row, "mistakes");
    code->confidence = json_data_confidence(row);
    read_fixed_by(reader, row, code);
}

static void
read_override(CatalogueReader *reader, const JsonPlace *row)
{
    DeclineOverride *override = g_new0(DeclineOverride, 1);

    g_ptr_array_add(reader->catalogue->overrides, override);
    json_data_keys(row, "acquirer code meaning mistakes");
    override->acquirer = json_data_text(row, "acquirer");
    override->code = json_data_code(row, "code", 2);
    json_data_localized(row, "meaning", override->meaning);
    override->mistakes = json_data_list(row, "mistakes");
}

static void
read_decline_codes(CatalogueReader *reader, const JsonPlace *root)
{
    reader->actors = json_data_object(root, "actors");
    read_rows(reader, root, "rows", read_decline_code);
    read_rows(reader, root, "overrides", read_override);
}

static const struct {
    const char *name;
    const char *extra_keys; /* beside those of every file */
    void (*read)(CatalogueReader *reader, const JsonPlace *root);
} kinds[CATALOGUE_COUNT] = {
    [CATALOGUE_DEVICES] = {"devices.json", "device_types vendors", read_devices},
    [CATALOGUE_MCC] = {"mcc.json", "", read_mccs},
    [CATALOGUE_AREAS] = {"areas.json", "provinces", read_areas},
    [CATALOGUE_ACQUIRERS] = {"acquirers.json", "", read_acquirers},
    [CATALOGUE_BANKS] = {"banks.json", "", read_banks},
    [CATALOGUE_BINS] = {"bins.json", "", read_bins},
    [CATALOGUE_DECLINE_CODES] = {"decline_codes.json", "overrides actors", read_decline_codes},
};

const char *
catalogue_json_name(CatalogueKind kind)
{
    g_return_val_if_fail((guint)kind < CATALOGUE_COUNT, "");
    return kinds[kind].name;
}

static void
read_head(const JsonPlace *root, const char *extra_keys, CatalogueFile *file)
{
    g_autofree char *keys =
        g_strjoin(" ", "name version complete source date rows", extra_keys, NULL);

    json_data_keys(root, keys);
    file->name = json_data_text(root, "name");
    file->version = json_data_text(root, "version");
    file->source = json_data_text(root, "source");
    file->date = json_data_text(root, "date");
    file->complete = json_data_boolean(root, "complete");
}

gboolean
catalogue_json_read(Catalogue *catalogue, CatalogueKind kind, GBytes *bytes, const char *file,
                    GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    CatalogueReader reader = {.catalogue = catalogue, .seen = seen};
    JsonData data = {
        .file = file != NULL ? file : kinds[kind].name,
        .fault = file != NULL ? FAULT_INPUT : FAULT_INTERNAL,
        .strings = catalogue->strings,
    };
    JsonPlace root = json_data_open(&data, bytes);

    g_strlcpy(catalogue->files[kind].sha256, digest, sizeof catalogue->files[kind].sha256);
    read_head(&root, kinds[kind].extra_keys, &catalogue->files[kind]);
    kinds[kind].read(&reader, &root);
    return json_data_close(&data, error);
}

Catalogue *
catalogue_json_load(GError **error)
{
    g_autoptr(Catalogue) catalogue = catalogue_new();

    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        g_autoptr(GBytes) bytes = resource_builtin(kinds[i].name, error);
        if (bytes == NULL || !catalogue_json_read(catalogue, (CatalogueKind)i, bytes, NULL, error))
            return NULL;
    }
    return g_steal_pointer(&catalogue);
}
