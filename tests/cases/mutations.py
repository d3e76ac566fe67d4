# SPDX-License-Identifier: Apache-2.0
"""Every known set-up mistake, planted where it is really made: in the merchant's side."""

from plant import (
    PERSONS,
    UNITS,
    WARNING,
    drop,
    last_digit,
    mutation,
    other_area,
    other_mcc,
    plus,
    put,
    third_area,
    without,
)

def region_as_area(app, facts):
    """The region of GB/T 2260 where the bank's area code belongs."""
    app["merchant"]["area_code"] = app["shop"]["shop_region"][:4]


def region_as_area_at_host(app, facts):
    facts["host"]["area_code"] = app["shop"]["shop_region"][:4]


OTHER_MERCHANT = "898100059990999"
TOO_LONG = "样例晨光" * 6  # 48 bytes at the host, which takes 40


def lose_digit(text):
    return text[:-1]


MERCHANT_NUMBERS = [
    mutation("M01 host-absent", put("host.merchant_state", "absent")),
    mutation("M01 not-filed", put("host.filed", False)),
    mutation("M01 not-bound", put("contract.bound", False)),
    mutation("M02 readback", put("terminals.0.merchant_no", OTHER_MERCHANT)),
    mutation("M02 readback-typo", put("terminals.0.merchant_no", last_digit)),
    mutation("M02 readback-empty", put("terminals.0.merchant_no", "")),
    mutation("M02 host", put("host.merchant_no", last_digit)),
    mutation("M02 contract", put("contract.merchant_no", last_digit)),
    mutation("M02 applied", put("app.devices.*.merchant_no", last_digit)),
    mutation("M02 applied-short", put("app.devices.*.merchant_no", lose_digit)),
    mutation("M03 host", put("host.mcc", other_mcc)),
    mutation("M03 contract", put("contract.mcc", other_mcc)),
    mutation("M03 applied", put("app.merchant.mcc", other_mcc)),
    mutation("M03 applied-form", put("app.merchant.mcc", "581")),
    mutation("M03 missing", drop("app.merchant.mcc")),
    mutation("M04 listed", put("risk.0.result", "listed")),
    mutation("M04 listed-second", put("risk.1.result", "listed")),
    mutation("M04 score", put("risk.0.score", 95), floor=WARNING),
    mutation("M04 similar", put("risk.0.result", "similar"), floor=WARNING),
]

STATES = [
    mutation("M05 frozen", put("host.merchant_state", "frozen")),
    mutation("M05 closed", put("host.merchant_state", "closed")),
    mutation("M05 refused", put("contract.raw_status", "04")),
    mutation("M05 refused-28", put("contract.raw_status", "28")),
    mutation("M05 unfinished", put("contract.raw_status", "02")),
    mutation("M05 action", put("contract.raw_status", "05")),
    mutation("M05 no-status", put("contract.raw_status", "77"), floor=WARNING),
    mutation("M05 ended", put("contract.contract_to", "2026-11-20")),
    mutation("M05 not-started", put("contract.contract_from", "2026-12-20")),
    mutation("M05 not-bound", put("contract.bound", False)),
    mutation("M05 other-number", put("contract.contract_no", "XY20269999999")),
    mutation("M05 other-name", put("contract.register_name", "上海市别家样例贸易有限公司")),
    mutation("M05 applied-ended", put("app.contract.contract_to", "2026-11-20")),
    mutation("M06 seven-digits", put("host.institution_no", lose_digit)),
    mutation("M06 letters", put("host.institution_no", "4802ABCD")),
    mutation("M06 other-area",
             put("host.institution_no", lambda old: "4802" + third_area(old[4:]))),
    mutation("M06 other-acquirer",
             put("host.institution_no", lambda old: "4803" + old[4:])),
    mutation("M06 empty", put("host.institution_no", "")),
    mutation("M07 host", put("host.area_code", other_area)),
    mutation("M07 host-gb2260", region_as_area_at_host),
    mutation("M07 applied", put("app.merchant.area_code", other_area), floor=WARNING),
    mutation("M07 applied-gb2260", region_as_area),
    mutation("M07 missing", drop("app.merchant.area_code")),
]

OPENED = [
    mutation("M08 contract-no-credit", put("contract.card_kinds", ["debit"])),
    mutation("M08 contract-no-refund", put("contract.txn_types", without("refund"))),
    mutation("M08 host-no-credit", put("host.card_kinds", ["debit"])),
    mutation("M08 host-no-contactless", put("host.txn_types", without("contactless"))),
    mutation("M08 host-nothing", put("host.txn_types", [])),
    mutation("M08 menu-no-void", put("terminals.0.txn_types", without("void"))),
    mutation("M08 menu-more", put("terminals.0.txn_types", lambda old: old + ["balance"]),
             floor=WARNING),
    mutation("M08 missing", drop("app.func.txn_types")),
    mutation("M09/missing host", put("host.limit_record", "absent")),
    mutation("M09/missing host-no-figures", put("host.limit_record", "absent"),
             drop("host.limit_single_debit", "host.limit_single_credit", "host.limit_day_debit",
                  "host.limit_day_credit")),
    mutation("M09/missing applied", drop("app.limit.limit_single_debit")),
    mutation("M09/low host-yuan", put("host.limit_single_debit", lambda old: old // 100)),
    mutation("M09/low host-zero", put("host.limit_single_credit", 0)),
    mutation("M09/low host-day", put("host.limit_day_credit", 100)),
    mutation("M09/low applied-zero", put("app.limit.limit_single_credit", 0)),
    mutation("M09/low applied-yuan", put("app.limit.limit_single_debit", 5000), floor=WARNING),
    mutation("M10/missing host", put("host.fee_record", "absent")),
    mutation("M10/missing host-no-figures", put("host.fee_record", "absent"),
             drop("host.debit_rate", "host.credit_rate", "host.debit_cap")),
    mutation("M10/missing applied", drop("app.fee.credit_rate")),
    mutation("M10/bounds host-rate", put("host.debit_rate", plus(20000))),
    mutation("M10/bounds host-credit-rate", put("host.credit_rate", plus(20000))),
    mutation("M10/bounds host-cap", put("host.debit_cap", plus(500))),
    mutation("M10/bounds contract-rate", put("contract.credit_rate", plus(20000))),
    mutation("M10/bounds contract-cap", put("contract.debit_cap", 99900)),
    mutation("M10/bounds applied", put("app.fee.debit_rate", 5000000)),
    mutation("M10/bounds applied-negative", put("app.fee.credit_rate", -1)),
]

ACCOUNT = [
    mutation("M11 rejected", put("bank_account.result", "rejected")),
    mutation("M11 holder", put("bank_account.holder_match", "no")),
    mutation("M11 holder-close", put("bank_account.holder_match", "close"), floor=WARNING),
    mutation("M11 closed", put("bank_account.account_state", "closed")),
    mutation("M11 frozen", put("bank_account.account_state", "frozen")),
    mutation("M11 private", put("bank_account.account_kind", "private"), where=UNITS),
    mutation("M11 corporate", put("bank_account.account_kind", "corporate"), where=PERSONS),
    mutation("M11 credit-card", put("bank_account.card_kind", "credit")),
    mutation("M11 prepaid-card", put("bank_account.card_kind", "prepaid")),
    mutation("M11 no-debits", put("bank_account.debitable", "no"), floor=WARNING),
    mutation("M11 host", put("host.account_no", last_digit)),
    mutation("M11 contract", put("contract.account_no", last_digit)),
    mutation("M11 applied-name", put("app.settle.account_name", "别人甲乙丙")),
    mutation("M11 applied-branch", put("app.settle.bank_branch_no", lose_digit)),
    mutation("M11 applied-check-digit", put("app.settle.bank_branch_no", last_digit),
             floor=WARNING),
    mutation("M12 absent", put("host.agent_state", "absent")),
    mutation("M12 disabled", put("host.agent_state", "disabled")),
    mutation("M12 applied-form", put("app.merchant.agent_no", "?"), floor=WARNING),
    mutation("M13/bin unrouted", put("host.unrouted_bins", ["621700"])),
    mutation("M13/route no-credit", put("host.routes", without("credit"))),
    mutation("M13/route none", put("host.routes", [])),
    mutation("M14 host-long", put("host.name_sent", TOO_LONG)),
    mutation("M14 host-sign", put("host.name_sent", lambda old: old + "😀")),
    mutation("M14 host-empty", put("host.name_sent", "")),
    mutation("M14 applied-long", put("app.merchant.short_name", TOO_LONG)),
    mutation("M14 applied-sign", put("app.merchant.short_name", lambda old: old + "😀")),
    mutation("M14 missing", drop("app.merchant.short_name")),
]

MERCHANT_MUTATIONS = MERCHANT_NUMBERS + STATES + OPENED + ACCOUNT
