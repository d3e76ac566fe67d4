/* SPDX-License-Identifier: Apache-2.0 */
/* What register and terminal say, against what model and acquirer demand: least versions,
 * addresses, the institution's own codes, the SM4 profile (T05, P02, P03, M06, K03, K06, K09). */
#include "rules/fact_case.h"
#include "rules/terminal.h"

#include "base/address.h"
#include "base/version.h"

#include <string.h>

#define PLAIN FIELD_NONE, FACT_NONE, 0, NULL

enum { INSTITUTION_PART = 4 };

/* The acquirer by the merchant number, whoever has said that. */
static const AcquirerRow *
acquirer_of(const FactCase *c)
{
    const char *number = fact_case_merchant_no(c);
    char prefix[4] = {0};

    if (number == NULL || strlen(number) < sizeof prefix)
        return NULL;
    memcpy(prefix, number, sizeof prefix - 1);
    return catalogue_acquirer(c->context->catalogue, prefix);
}

/* ---- versions ---- */

static gboolean
is_below(const FactCase *c, const char *least)
{
    return least != NULL && version_below(c->value->text, least);
}

static void
judge_application(const FactCase *c)
{
    const DeviceModel *model = terminal_model(c->context, c->device);
    const AcquirerRow *acquirer = acquirer_of(c);
    const char *least = NULL;

    if (model != NULL && is_below(c, model->app_version_min))
        least = model->app_version_min;
    else if (acquirer != NULL && is_below(c, acquirer->app_version_min))
        least = acquirer->app_version_min;
    if (least != NULL)
        finding_param_text(c->sink, fact_case_add(c), "least", least);
}

static void
judge_transactions(const FactCase *c)
{
    const AcquirerRow *acquirer = acquirer_of(c);

    for (guint i = 0; acquirer != NULL && i < acquirer->txn_versions->len; i++) {
        const TxnVersion *least = &g_array_index(acquirer->txn_versions, TxnVersion, i);
        if (!fact_case_takes(c, least->txn) || !is_below(c, least->version))
            continue;
        Finding *finding = fact_case_add(c);
        finding_param_text(c->sink, finding, "least", least->version);
        finding_param_text(c->sink, finding, "txn", field_word(FIELD_FUNC_TXN_TYPES, least->txn));
        return;
    }
}

static void
judge_firmware(const FactCase *c)
{
    const DeviceModel *model = terminal_model(c->context, c->device);

    if (model != NULL && is_below(c, model->firmware_version_min))
        finding_param_text(c->sink, fact_case_add(c), "least", model->firmware_version_min);
}

/* The version that the application names is the one that was checked; a newer one is told only. */
static gboolean
is_newer(const FactCase *c)
{
    const FieldValue *applied = fact_case_field(c, c->rule->field);

    return applied != NULL && version_below(applied->text, c->value->text);
}

static void
judge_older(const FactCase *c)
{
    if (!is_newer(c))
        fact_case_differs(c);
}

static void
judge_newer(const FactCase *c)
{
    if (is_newer(c))
        fact_case_differs(c);
}

/* ---- where messages go ---- */

static void
add_expected(const FactCase *c, const char *expected)
{
    if (expected != NULL && strcmp(expected, c->value->text) != 0)
        finding_param_text(c->sink, fact_case_add(c), "expected", expected);
}

static void
judge_tpdu(const FactCase *c)
{
    const AcquirerRow *acquirer = acquirer_of(c);
    g_autofree char *digits = fact_case_digits(c->value->text);

    if (acquirer != NULL && g_strcmp0(acquirer->tpdu, digits) != 0)
        add_expected(c, acquirer->tpdu);
}

static void
judge_address(const FactCase *c)
{
    const AcquirerRow *acquirer = acquirer_of(c);
    g_autofree char *own = address_without_zeros(c->value->text);
    g_autofree char *theirs = address_without_zeros(
        acquirer != NULL && acquirer->host_addr != NULL ? acquirer->host_addr : "");

    if (strcmp(own, theirs) != 0)
        add_expected(c, acquirer != NULL ? acquirer->host_addr : NULL);
}

/* The first four digits are the institution's; an acquirer may have several. */
static void
judge_institution(const FactCase *c)
{
    const AcquirerRow *acquirer = acquirer_of(c);
    g_autofree char *own = g_strndup(c->value->text, INSTITUTION_PART);

    if (acquirer == NULL || acquirer->institutions[0] == NULL ||
        g_strv_contains((const char *const *)acquirer->institutions, own))
        return;
    finding_param_text(c->sink, fact_case_add(c), "expected", acquirer->institutions[0]);
}

/* ---- the SM4 profile: variants differ between acquirers (domain.md 8) ---- */

static const AcquirerRow *
sm4_acquirer(const FactCase *c)
{
    const FieldValue *scheme = fact_case_field(c, FIELD_DEVICE_KEY_MODE);

    return scheme != NULL && scheme->number == KEY_MK_SK_SM4 ? acquirer_of(c) : NULL;
}

static void
judge_sm4_mac(const FactCase *c)
{
    const AcquirerRow *acquirer = sm4_acquirer(c);

    add_expected(c, acquirer != NULL ? acquirer->sm4_mac_rule : NULL);
}

static void
judge_sm4_pin(const FactCase *c)
{
    const AcquirerRow *acquirer = sm4_acquirer(c);

    add_expected(c, acquirer != NULL ? acquirer->sm4_pin_block_rule : NULL);
}

static void
judge_sm4_mode(const FactCase *c)
{
    const AcquirerRow *acquirer = sm4_acquirer(c);

    add_expected(c, acquirer != NULL ? acquirer->sm4_sign_on_mode : NULL);
}

/* The profile's key index; where it has none, the pack's. */
static void
judge_index(const FactCase *c)
{
    const AcquirerRow *acquirer = acquirer_of(c);
    gint64 expected = acquirer != NULL && acquirer->key_index >= 0
                          ? acquirer->key_index
                          : rule_number(c->context, "index");

    if (c->value->number != expected)
        finding_param_number(fact_case_add(c), "expected", PARAM_COUNT, expected);
}

const FactRule profile_fact_rules[] = {
    {"R-VER-005", judge_application, FACT_DEVICE_APP_VERSION, PLAIN},
    {"R-VER-005", judge_application, FACT_TERMINAL_APP_VERSION, PLAIN},
    {"R-VER-006", judge_transactions, FACT_TERMINAL_APP_VERSION, PLAIN},
    {"R-VER-007", judge_firmware, FACT_DEVICE_FIRMWARE_VERSION, PLAIN},
    {"R-REG-005", judge_older, FACT_DEVICE_APP_VERSION, FIELD_DEVICE_APP_VERSION, FACT_NONE, 0,
     NULL},
    {"R-REG-012", judge_newer, FACT_DEVICE_APP_VERSION, FIELD_DEVICE_APP_VERSION, FACT_NONE, 0,
     NULL},
    {"R-TERM-004", judge_older, FACT_TERMINAL_APP_VERSION, FIELD_DEVICE_APP_VERSION,
     FACT_DEVICE_APP_VERSION, 0, NULL},
    {"R-TERM-023", judge_newer, FACT_TERMINAL_APP_VERSION, FIELD_DEVICE_APP_VERSION, FACT_NONE, 0,
     NULL},
    {"R-KEY-010", judge_index, FACT_TERMINAL_KEY_INDEX, FIELD_NONE, FACT_NONE, 0, "index"},
    {"R-ACQ-007", judge_tpdu, FACT_TERMINAL_TPDU, PLAIN},
    {"R-ACQ-008", judge_address, FACT_TERMINAL_HOST_ADDR, PLAIN},
    {"R-ACQ-009", judge_institution, FACT_HOST_INSTITUTION_NO, PLAIN},
    {"R-ACQ-010", judge_sm4_mac, FACT_HOST_TERMINAL_MAC_RULE, PLAIN},
    {"R-ACQ-010", judge_sm4_mac, FACT_TERMINAL_MAC_RULE, PLAIN},
    {"R-ACQ-011", judge_sm4_pin, FACT_HOST_TERMINAL_PIN_BLOCK_RULE, PLAIN},
    {"R-ACQ-011", judge_sm4_pin, FACT_TERMINAL_PIN_BLOCK_RULE, PLAIN},
    {"R-ACQ-012", judge_sm4_mode, FACT_HOST_TERMINAL_SIGN_ON_MODE, PLAIN},
    {"R-ACQ-012", judge_sm4_mode, FACT_TERMINAL_SIGN_ON_MODE, PLAIN},
    {NULL, NULL, FACT_NONE, PLAIN},
};
