/* SPDX-License-Identifier: Apache-2.0 */
/* Each terminal's application and firmware against the least versions that model and acquirer
 * demand, and its model's certificate (T05, P03, T10). */
#include "rules/terminal.h"

#include "base/version.h"

/* Adds a finding when the version in a field is below the least; NULL demands nothing. TRUE when it
 * has. */
static gboolean
judge_version(const RuleContext *context, FindingSink *sink, FieldId id, int device,
              const char *least)
{
    const char *version = terminal_text(context, device, id);

    if (version == NULL || least == NULL || !version_below(version, least))
        return FALSE;
    finding_param_text(sink, finding_add(sink, id, device), "least", least);
    return TRUE;
}

/* One finding for each terminal: the acquirer's demand is looked at where the model's is met. */
static void
judge_application(const RuleContext *context, FindingSink *sink, int device)
{
    const DeviceModel *model = terminal_model(context, device);
    const AcquirerRow *acquirer = terminal_acquirer(context, device);

    if (model != NULL &&
        judge_version(context, sink, FIELD_DEVICE_APP_VERSION, device, model->app_version_min))
        return;
    if (acquirer != NULL)
        judge_version(context, sink, FIELD_DEVICE_APP_VERSION, device, acquirer->app_version_min);
}
EACH_TERMINAL(rule_application, judge_application)

/* The label of a transaction type in the texts, by its position. */
static const char *const txn_keys[] = {
    "txn.sale",    "txn.void",        "txn.refund", "txn.preauth", "txn.preauth_complete",
    "txn.balance", "txn.contactless", "txn.qr",
};

static void
judge_transactions(const RuleContext *context, FindingSink *sink, int device)
{
    const AcquirerRow *acquirer = terminal_acquirer(context, device);
    const char *version = terminal_text(context, device, FIELD_DEVICE_APP_VERSION);

    if (acquirer == NULL || version == NULL)
        return;
    for (guint i = 0; i < acquirer->txn_versions->len; i++) {
        const TxnVersion *least = &g_array_index(acquirer->txn_versions, TxnVersion, i);
        if (!application_has(context->app, FIELD_FUNC_TXN_TYPES, least->txn) ||
            !version_below(version, least->version))
            continue;
        Finding *finding = finding_add(sink, FIELD_DEVICE_APP_VERSION, device);
        finding_param_text(sink, finding, "least", least->version);
        finding_param_key(finding, "txn", txn_keys[least->txn]);
    }
}
EACH_TERMINAL(rule_transactions, judge_transactions)

static void
judge_firmware(const RuleContext *context, FindingSink *sink, int device)
{
    const DeviceModel *model = terminal_model(context, device);

    if (model != NULL)
        judge_version(context, sink, FIELD_DEVICE_FIRMWARE_VERSION, device,
                      model->firmware_version_min);
}
EACH_TERMINAL(rule_firmware, judge_firmware)

static void
judge_certificate(const RuleContext *context, FindingSink *sink, int device)
{
    const DeviceModel *model = terminal_model(context, device);

    if (model == NULL || model->certified_to == 0 || model->certified_to >= context->today)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_TERM_MODEL, device);
    finding_param_text(sink, finding, "model", model->model);
    finding_param_number(finding, "date", PARAM_DATE, model->certified_to);
}
EACH_TERMINAL(rule_certificate, judge_certificate)

const RuleRow release_rules[] = {
    {"R-VER-001", rule_application, NULL},
    {"R-VER-002", rule_transactions, NULL},
    {"R-VER-003", rule_firmware, NULL},
    {"R-VER-004", rule_certificate, NULL},
    {NULL, NULL, NULL},
};
