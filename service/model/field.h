/* SPDX-License-Identifier: Apache-2.0 */
/* The field table: what an application may say, from schemas/application.def. */
#pragma once

#include "model/terms.h"

typedef enum {
    FIELD_TYPE_TEXT,       /* free text; length judged by a rule */
    FIELD_TYPE_CODE,       /* letters and digits with a rule of their own */
    FIELD_TYPE_ENUM,       /* number = index of the word */
    FIELD_TYPE_SET,        /* number = bits of the words */
    FIELD_TYPE_BOOL,       /* number = 0 or 1 */
    FIELD_TYPE_MONEY,      /* number = fen */
    FIELD_TYPE_RATE,       /* number = 1e-8 */
    FIELD_TYPE_DATE,       /* number = CivilDay */
    FIELD_TYPE_DATE_LONG,  /* as DATE; CIVIL_LONG_TERM = no end */
    FIELD_TYPE_DATETIME,   /* number = CivilDay in Shanghai; text keeps the instant */
    FIELD_TYPE_SHA256,     /* 64 hexadecimal digits */
    FIELD_TYPE_COORDINATE, /* number = 1e-6 degrees */
    FIELD_TYPE_HOURS,      /* HHMM-HHMM */
    FIELD_TYPE_COUNT
} FieldType;

typedef enum {
    NEED_R,
    NEED_C,
    NEED_O,
    NEED_N
} Need; /* required, conditional, optional, not asked */

typedef enum {
    MASK_NONE,
    MASK_NAME,    /* of a firm: the last characters stay; of a person: the last one */
    MASK_PERSON,  /* the last character stays */
    MASK_PARTS,   /* name, number, date ...: the last character of each stays */
    MASK_ID,      /* first and last characters stay */
    MASK_ACCOUNT, /* the last four stay */
    MASK_PHONE,
    MASK_ADDRESS, /* the beginning stays */
    MASK_PLACE    /* whole degrees stay */
} Mask;

typedef enum {
    MERCHANT_ENTERPRISE,
    MERCHANT_HOUSEHOLD,
    MERCHANT_MICRO,
    MERCHANT_INSTITUTION,
    MERCHANT_KIND_COUNT
} MerchantKind;

/* FIELD_<GROUP>_<KEY> for each row, in the order of the table. */
typedef enum {
#define FIELD(GROUP, KEY, ...) FIELD_##GROUP##_##KEY,
#include "application.def"
#undef FIELD
    FIELD_COUNT,
    FIELD_NONE = -1 /* a finding about the application as a whole */
} FieldId;

#define FIELD_DEVICE_FIRST FIELD_DEVICE_TERM_KIND
#define FIELD_DEVICE_LAST FIELD_DEVICE_TERMINAL_NO
#define FIELD_DEVICE_COUNT (FIELD_DEVICE_LAST - FIELD_DEVICE_FIRST + 1)

typedef enum {
    GROUP_APPLICATION,
    GROUP_MERCHANT,
    GROUP_LICENCE,
    GROUP_PERSON,
    GROUP_CONSENT,
    GROUP_SETTLE,
    GROUP_SHOP,
    GROUP_TILL,
    GROUP_IMAGE,
    GROUP_FEE,
    GROUP_LIMIT,
    GROUP_FUNC,
    GROUP_DEVICE,
    GROUP_CONTRACT,
    GROUP_COUNT
} Group;

typedef struct {
    FieldId id;
    Group group;
    const char *group_name; /* as in JSON; devices stand in the array "devices" */
    const char *key;
    const char *zh; /* Chinese column header, with its unit */
    const char *en;
    FieldType type;
    const char *words; /* of ENUM and SET: "word=alias word", else NULL */
    guint low, high;   /* length in characters the counterparties accept; 0, 0 = no length */
    Need need[MERCHANT_KIND_COUNT];
    Stage due_by;
    Layer layer;
    Mask mask;
} FieldSpec;

extern const FieldSpec field_specs[FIELD_COUNT];

/* Words of the ENUM and SET fields by name, so that rules do not count positions. */
enum { ACCOUNT_CORPORATE, ACCOUNT_PRIVATE };
enum { FEE_STANDARD, FEE_PREFERENTIAL, FEE_EXEMPT };
enum { ID_CARD, ID_PASSPORT, ID_HKMO_PERMIT, ID_TAIWAN_PERMIT, ID_FOREIGN_RESIDENCE };
enum { SETTLE_TO_OTHER, SETTLE_TO_LEGAL_PERSON };
enum { COORD_WGS84, COORD_GCJ02, COORD_BD09 };
enum { KEY_MK_SK_3DES, KEY_MK_SK_SM4, KEY_DUKPT_TDES, KEY_DUKPT_AES };
enum { CARD_DEBIT, CARD_CREDIT, CARD_PREPAID, CARD_FOREIGN };
enum {
    TXN_SALE,
    TXN_VOID,
    TXN_REFUND,
    TXN_PREAUTH,
    TXN_PREAUTH_COMPLETE,
    TXN_BALANCE,
    TXN_CONTACTLESS,
    TXN_QR
};
enum { NETWORK_4G, NETWORK_WIFI, NETWORK_ETHERNET, NETWORK_DIAL };
enum { TILL_USB, TILL_RS232, TILL_BLUETOOTH, TILL_ETHERNET, TILL_WIFI, TILL_NONE };
enum {
    KIND_NEW,
    KIND_CHANGE_ACCOUNT,
    KIND_CHANGE_FEE,
    KIND_CHANGE_FUNCTIONS,
    KIND_ADD_TERMINAL,
    KIND_SWAP_TERMINAL,
    KIND_MOVE_TERMINAL,
    KIND_CLOSE,
    KIND_COUNT
};

/* TRUE when the row stands once for each terminal. */
static inline gboolean
field_is_device(FieldId id)
{
    return id >= FIELD_DEVICE_FIRST && id <= FIELD_DEVICE_LAST;
}

/* The field of a group's name and a key, FIELD_NONE when there is none. */
FieldId field_find(const char *group_name, const char *key);

/* The field whose key or Chinese header is `header`, FIELD_NONE when there is none. Keys are unique
 * over groups. */
FieldId field_find_header(const char *header);

/* The field whose key or header is nearest to `header` (least edits); never FIELD_NONE. For "did
 * you mean". */
FieldId field_nearest(const char *header);

/* The position of a word or its alias in the words of an ENUM or SET field, -1 when it is not one.
 * `length` bytes. */
int field_word_find(const FieldSpec *spec, const char *word, gsize length);

/* The word at a position of words written as in the table, and of a field; static, NULL past the
 * end. */
const char *field_words_at(const char *words, guint position);
const char *field_word(FieldId id, guint position);

/* Appends what may be chosen, for people: "enterprise 企业, household 个体户". */
void field_choices(const FieldSpec *spec, GString *out);

/* The number of words. */
guint field_word_count(FieldId id);

/* Writes the JSON pointer of a field (/settle/account_no, /devices/0/tusn) to `text`; "" for
 * FIELD_NONE. `device` is the index of the terminal, ignored for other fields. */
void field_path(FieldId id, int device, GString *text);

/* Bits of the groups that an application of this kind must fill; others are judged when given. */
guint field_groups_required(int kind);
