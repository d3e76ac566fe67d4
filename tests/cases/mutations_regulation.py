# SPDX-License-Identifier: Apache-2.0
"""Every regulation broken, and the evidence of each withheld where evidence is asked."""
from plant import (
    INFO,
    MICRO,
    MOBILE,
    PERSONS,
    UNITS,
    WARNING,
    drop,
    last_digit,
    mutation,
    plus,
    put,
    without,
)

from mutations import OTHER_MERCHANT



def other_number(old):
    """The sixth character is a digit in a licence number and in an identity number."""
    return old[:5] + str((int(old[5]) + 1) % 10) + old[6:]


def other_check(old):
    """The last character checks the others."""
    return old[:-1] + ("0" if old[-1] != "0" else "1")


def more_qr(old):
    return old + ["qr"]


QR_EVERYWHERE = (
    put("app.func.txn_types", more_qr),
    put("contract.txn_types", more_qr),
    put("host.txn_types", more_qr),
    put("terminals.*.txn_types", more_qr),
)

BROKEN = [
    mutation("G01 person-expired", put("app.person.legal_id_to", "2026-10-31")),
    mutation("G01 licence-number", put("app.licence.licence_no", other_check),
             where=UNITS | PERSONS - MICRO),
    mutation("G01 no-identity-image", drop("app.image.img_id_front")),
    mutation("G02 holder", put("bank_account.holder_match", "no")),
    mutation("G02 applied", put("app.settle.account_name", "别家样例贸易有限公司"), where=UNITS),
    mutation("G03 applied", put("app.settle.account_name", "别人甲"), where=PERSONS),
    mutation("G03 holder", put("bank_account.holder_match", "no")),
    mutation("G04 kind", put("bank_account.account_kind", "private"), where=UNITS),
    mutation("G04 applied", put("app.settle.account_kind", "private"), where=UNITS),
    mutation("G05 clause", put("app.contract.clauses", without("errors"))),
    mutation("G06 clause", put("app.contract.clauses", without("no_surcharge"))),
    mutation("G07 address", drop("app.shop.shop_address")),
    mutation("G08 province", put("install.0.branch_province", "65"), floor=WARNING),
    mutation("G09 never", put("install.0.trained_at", ""), floor=WARNING),
    mutation("G09 ahead", put("install.0.trained_at", "2026-12-10"), floor=WARNING),
    mutation("G09 late", put("install.0.trained_at", "2026-11-23"), floor=WARNING),
    mutation("G10 late", put("install.0.inspection_next", "2028-01-01"), floor=WARNING),
    mutation("G10 late-after-years", put("install.0.installed_at", "2024-06-01"),
             put("contract.contract_from", "2024-05-01"), put("install.0.trained_at", "2024-06-01"),
             put("install.0.inspection_next", "2027-12-01"), floor=WARNING),
    mutation("G10 overdue", put("install.0.inspection_next", "2026-11-01"), floor=WARNING),
    mutation("G11 identity-card-alone", drop("app.image.img_licence"),
             where=UNITS | PERSONS - MICRO),
    mutation("G11 micro-identity-card-alone", drop("app.licence.micro_proof"), where=MICRO),
    mutation("G12 listed", put("risk.0.result", "listed")),
    mutation("G12 old", put("risk.0.checked_at", "2026-08-01T08:30:00+08:00"), floor=WARNING),
    mutation("G12 ahead", put("risk.0.checked_at", "2026-11-30T08:30:00+08:00"), floor=WARNING),
    mutation("G12 no-receipt", put("risk.0.receipt", ""), floor=WARNING),
    mutation("G13 no-area-of-use", drop("app.devices.0.geofence"), where=MOBILE),
    mutation("G13 elsewhere", put("terminals.0.lon", "87.61690"),
             put("terminals.0.lat", "43.82660")),
    mutation("G14 idle", put("install.0.last_transaction_at", "2026-07-01"), floor=WARNING),
    mutation("G14 idle-a-year", put("install.0.last_transaction_at", "2025-06-01")),
    mutation("G15 online", put("devices.0.source_of_device", "网购"), floor=WARNING),
    mutation("G15 empty", put("devices.0.source_of_device", ""), floor=WARNING),
    mutation("G15 no-date", put("install.0.installed_at", ""), floor=WARNING),
    mutation("G15 not-installed", put("install.0.installed_at", "2026-12-05"), floor=WARNING),
    mutation("G16 two-merchants", put("devices.0.bound_to", OTHER_MERCHANT)),
    mutation("G16 two-serials", put("terminals.0.tusn", "00000204999999999999")),
    mutation("G17 identity", put("host.usc_or_id", other_number)),
    mutation("G17 account", put("host.account_no", last_digit)),
    mutation("G17 serial", put("host.terminals.0.tusn", "00000204999999999999")),
    mutation("G17 name", put("host.name_sent", "别家"), floor=WARNING),
    mutation("G18 no-cipher", put("devices.0.cipher_able", False)),
    mutation("G19 personal-code", *QR_EVERYWHERE,
             floor=INFO, where=PERSONS),
    mutation("G20 limits", *QR_EVERYWHERE,
             put("app.limit.limit_month_credit", plus(1000000)), where=MICRO),
    mutation("G21 limits", put("app.limit.limit_month_credit", plus(1000000)), floor=WARNING,
             where=MICRO),
    mutation("G22 short", put("install.0.retention_years", 3)),
    mutation("G22 eight", put("install.0.retention_years", 8), floor=WARNING),
    mutation("G23 one", put("install.0.slip_retention_years", 1), floor=WARNING),
    mutation("G24 class", put("app.merchant.fee_class",
                              lambda old: "exempt" if old != "exempt" else "preferential")),
    mutation("G25 same-person", put("install.0.key_witness", "op01")),
    mutation("G25 no-witness", put("install.0.key_witness", "")),
    mutation("G25 not-loaded", put("terminals.0.key_loaded", False)),
    mutation("G26 fallback", put("terminals.0.fallback", True), floor=WARNING),
    mutation("G27 track", put("app.shop.shop_name",
                              ";6217000275740559242=29122011234567890?")),
    mutation("G28 listed", put("risk.1.result", "listed"), floor=WARNING),
    mutation("G28 similar", put("risk.1.result", "similar"), floor=WARNING),
    mutation("G29 high", put("host.risk_grade", "high"), floor=WARNING),
    mutation("G30 keys", put("install.0.outsourced_roles", ["key_loading"]), floor=WARNING),
    mutation("G30 review", put("install.0.outsourced_roles", ["maintenance", "实名审核"]),
             floor=WARNING),
]


def withheld(name, *paths, where=UNITS | PERSONS):
    return mutation(name, drop(*paths), floor=INFO, where=where)


WITHHELD = [
    withheld("G02 not-asked", "bank_account.holder_match"),
    withheld("G03 not-asked", "bank_account.holder_match"),
    withheld("G04 not-asked", "bank_account.account_kind"),
    withheld("G08 not-asked", "install.0.branch_province"),
    withheld("G09 not-asked", "install.0.trained_at"),
    withheld("G10 not-asked", "install.0.inspection_next"),
    withheld("G12 not-asked", "risk.0.receipt"),
    withheld("G13 not-asked", "terminals.0.lon", "terminals.0.lat"),
    withheld("G14 not-asked", "install.0.last_transaction_at"),
    withheld("G15 not-asked", "devices.0.source_of_device"),
    withheld("G16 not-asked", "devices.0.bound_to"),
    withheld("G17 not-asked", "host.usc_or_id"),
    withheld("G18 not-asked", "devices.0.cipher_able"),
    withheld("G22 not-asked", "install.0.retention_years"),
    withheld("G23 not-asked", "install.0.slip_retention_years"),
    withheld("G25 not-asked", "install.0.key_witness"),
    withheld("G26 not-asked", "terminals.0.fallback"),
    withheld("G29 not-asked", "host.risk_grade"),
    withheld("G30 not-asked", "install.0.outsourced_roles"),
]

REGULATION_MUTATIONS = BROKEN + WITHHELD
