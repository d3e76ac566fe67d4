/* SPDX-License-Identifier: Apache-2.0 */
/* Reference data. A catalogue that is not complete cannot say "no": absence from it is unknown. */
#pragma once

#include "base/civil.h"
#include "model/terms.h"

/* Bits of the abilities of a device model; the positions are those of the field words. */
typedef struct {
    const char *brand, *model, *kind;
    char **aliases;                        /* other spellings of the brand, NULL-terminated */
    char **model_aliases;                  /* other spellings of the model */
    char **device_types;                   /* "04": term_kind and TUSN type that fit */
    char **vendor_digits;                  /* "000002": TUSN vendors that fit; empty = not known */
    guint network, network_optional;       /* 1 << NETWORK_x */
    guint till, till_optional;             /* 1 << TILL_x */
    guint readers, readers_optional;       /* 1 << READER_x */
    guint algorithms, algorithms_optional; /* 1 << ALGORITHM_x */
    int mobile;                            /* 1 yes, 0 no, -1 not known */
    const char *app_version_min;           /* the first that sends field 59; NULL = not known */
    const char *firmware_version_min;      /* NULL = not known */
    CivilDay certified_to;                 /* 0 = not known */
    const char *initials;                  /* of the Chinese name, "bf"; NULL = not known */
    Confidence confidence;
} DeviceModel;

enum { READER_MSR, READER_ICC, READER_NFC, READER_CAMERA };
enum { ALGORITHM_3DES, ALGORITHM_AES, ALGORITHM_SM4 };

typedef struct {
    const char *mcc;
    const char *name[LANGUAGE_COUNT];
    const char *fee_class; /* standard preferential exempt special */
    const char *permit;    /* food medicine fuel lodging beauty tobacco, or NULL */
    const char *initials;  /* pinyin initials of the Chinese name, lower case; NULL = not known */
    Confidence confidence;
} MccRow;

typedef struct {
    const char *code; /* bank/UnionPay area code, 4 digits */
    const char *city[LANGUAGE_COUNT];
    const char *province; /* two digits of GB/T 2260 */
    const char *initials; /* NULL = not known */
    gboolean namesake;    /* a district elsewhere has the same name: 朝阳, 中山 */
} AreaRow;

typedef struct {
    const char *code;                 /* six digits of GB/T 2260 */
    const char *name[LANGUAGE_COUNT]; /* English: NULL = not known */
    const char *initials;             /* NULL = not known */
} RegionRow;

typedef struct {
    const char *number;               /* 12 digits of CNAPS */
    const char *name[LANGUAGE_COUNT]; /* English: NULL = not known */
    const char *bank, *area;          /* three and four digits */
    const char *initials;             /* NULL = not known */
} BranchRow;

typedef struct {
    const char *code; /* two digits */
    const char *name[LANGUAGE_COUNT];
    const char *short_name; /* Chinese, without 省 or 市, as addresses begin */
} ProvinceRow;

/* The least application version for a transaction type. */
typedef struct {
    guint txn; /* TXN_x: position of the word of FIELD_FUNC_TXN_TYPES */
    const char *version;
} TxnVersion;

/* An acquirer and what is known of its own demands. Of numbers -1, of texts NULL and of lists the
 * empty one say that nothing is known. */
typedef struct {
    const char *prefix; /* three digits of a merchant number */
    const char *name[LANGUAGE_COUNT];
    gboolean bank, shared;
    char **institutions;                                                       /* 4 digits each */
    gint64 debit_rate_low, debit_rate_high, credit_rate_low, credit_rate_high; /* 1e-8 */
    gint64 debit_cap_low, debit_cap_high;                                      /* fen */
    gint64 limit_single_max, limit_day_max, limit_nopin_max;                   /* fen */
    char **clauses; /* beside the legal ones */
    const char *app_version_min;
    GArray *txn_versions; /* TxnVersion */
    const char *tpdu, *host_addr;
    int key_index;
    const char *sm4_mac_rule;       /* cup_ecb x9_9 x9_19 sm4_cbc */
    const char *sm4_pin_block_rule; /* with_pan without_pan */
    const char *sm4_sign_on_mode;   /* 001 003 004 006 */
} AcquirerRow;

typedef struct {
    const char *bank; /* three digits of a CNAPS number */
    const char *name[LANGUAGE_COUNT];
    char **aliases;       /* Chinese short names */
    const char *initials; /* NULL = not known */
    gboolean shared;
} BankRow;

typedef enum {
    CARD_KIND_DEBIT,
    CARD_KIND_CREDIT,
    CARD_KIND_SEMI_CREDIT,
    CARD_KIND_PREPAID
} CardKind;

typedef struct {
    const char *bin;
    const char *bank; /* three digits of CNAPS */
    CardKind kind;
    guint length; /* digits of the card number, 0 = not known */
    Confidence confidence;
} BinRow;

typedef struct {
    const char *code; /* "04" */
    const char *name[LANGUAGE_COUNT];
    gboolean serial_required, reserved;
} DeviceTypeRow;

typedef struct {
    const char *digits; /* six */
    const char *name[LANGUAGE_COUNT];
    Confidence confidence;
} VendorRow;

/* A response code of field 39 for `explain`. */
typedef struct {
    const char *code;
    const char *name[LANGUAGE_COUNT];
    const char
        *old_name[LANGUAGE_COUNT];     /* meaning in the older table, NULL when it did not change */
    const char *cause[LANGUAGE_COUNT]; /* NULL when there is none */
    const char *note[LANGUAGE_COUNT];
    const char *klass, *generation, *retry;
    const char *fixed_by[LANGUAGE_COUNT];
    char **given_by;
    char **mistakes;
    Confidence confidence;
} DeclineCode;

typedef struct {
    const char *acquirer, *code;
    const char *meaning[LANGUAGE_COUNT];
    char **mistakes;
} DeclineOverride;

/* One file of reference data. */
typedef struct {
    const char *name, *version, *source, *date;
    const char *path; /* of a file of somebody's own; NULL = built in */
    guint rows;
    gboolean complete;
    char sha256[65];
} CatalogueFile;

typedef enum {
    CATALOGUE_DEVICES,
    CATALOGUE_MCC,
    CATALOGUE_AREAS,
    CATALOGUE_ACQUIRERS,
    CATALOGUE_BANKS,
    CATALOGUE_BINS,
    CATALOGUE_DECLINE_CODES,
    CATALOGUE_REGIONS,
    CATALOGUE_BRANCHES,
    CATALOGUE_COUNT
} CatalogueKind;

typedef struct {
    CatalogueFile files[CATALOGUE_COUNT];
    GPtrArray *models;              /* DeviceModel */
    GPtrArray *device_types;        /* DeviceTypeRow */
    GPtrArray *vendors;             /* VendorRow */
    GPtrArray *areas;               /* AreaRow */
    GPtrArray *provinces;           /* ProvinceRow */
    GPtrArray *acquirers;           /* AcquirerRow */
    GPtrArray *banks;               /* BankRow */
    GPtrArray *decline_codes;       /* DeclineCode */
    GPtrArray *overrides;           /* DeclineOverride */
    GHashTable *area_by_code;       /* text -> AreaRow of areas */
    GHashTable *acquirer_by_prefix; /* text -> AcquirerRow of acquirers */
    GHashTable *mcc_by_code;        /* text -> MccRow */
    GHashTable *bin_by_digits;      /* text -> BinRow */
    GHashTable *region_by_code;     /* text -> RegionRow */
    GHashTable *branch_by_number;   /* text -> BranchRow */
    GStringChunk *strings;
} Catalogue;

/* An empty catalogue for a loader to fill; owns all it holds. */
Catalogue *catalogue_new(void);
void catalogue_free(Catalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Catalogue, catalogue_free)

/* Each look-up returns a borrowed row or NULL for "not in this catalogue". */
const MccRow *catalogue_mcc(const Catalogue *catalogue, const char *mcc);
const AreaRow *catalogue_area(const Catalogue *catalogue, const char *code);
const RegionRow *catalogue_region(const Catalogue *catalogue, const char *six_digits);
const BranchRow *catalogue_branch(const Catalogue *catalogue, const char *twelve_digits);
const ProvinceRow *catalogue_province(const Catalogue *catalogue, const char *two_digits);
const AcquirerRow *catalogue_acquirer(const Catalogue *catalogue, const char *three_digits);
const BankRow *catalogue_bank(const Catalogue *catalogue, const char *three_digits);
const DeviceTypeRow *catalogue_device_type(const Catalogue *catalogue, const char *code);
const VendorRow *catalogue_vendor(const Catalogue *catalogue, const char *six_digits);
const DeclineCode *catalogue_decline_code(const Catalogue *catalogue, const char *code);

/* The longest BIN that begins `card` (digits); NULL when none does. */
const BinRow *catalogue_bin(const Catalogue *catalogue, const char *card);

/* The model of a brand and model in any known spelling (case, blanks and full width do not matter);
 * brand may be NULL. NULL when it is not in the catalogue. */
const DeviceModel *catalogue_device(const Catalogue *catalogue, const char *brand,
                                    const char *model);

/* The province whose name or short name an address begins with, or NULL. */
const ProvinceRow *catalogue_province_of_address(const Catalogue *catalogue, const char *address);
