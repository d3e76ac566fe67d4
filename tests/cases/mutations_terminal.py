# SPDX-License-Identifier: Apache-2.0
"""Every known set-up mistake of terminals, keys and parameters."""
import copy

from mutations import OTHER_MERCHANT
from plant import (
    MANY,
    MOBILE,
    WARNING,
    WITH_SIM,
    clash,
    drop,
    last_digit,
    mutation,
    other_number,
    plus,
    put,
)

OTHER_SERIAL = "00000204999999999999"


def version(text):
    """One old application everywhere: nothing contradicts it but the acquirer's demand."""
    where = ("app.devices.*.app_version", "devices.*.app_version", "terminals.*.app_version")
    return [put(place, text) for place in where]


def second_device(app, facts):
    """Another terminal answers under the number of the first."""
    twin = copy.deepcopy(facts["terminals"][0])
    twin["tusn"] = OTHER_SERIAL
    twin["kcv"]["value"] = "0BADCAFE"
    facts["terminals"].append(twin)


def second_record(app, facts):
    twin = copy.deepcopy(facts["host"]["terminals"][0])
    twin["tusn"] = OTHER_SERIAL
    twin["kcv"]["value"] = "0BADCAFE"
    facts["host"]["terminals"].append(twin)


def not_listed(app, facts):
    del facts["host"]["terminals"][0]


def two_merchants(app, facts):
    """The host holds the terminal a second time, under another merchant."""
    twin = copy.deepcopy(facts["host"]["terminals"][0])
    twin["merchant_no"] = last_digit(OTHER_MERCHANT)
    facts["host"]["terminals"].append(twin)


def two_merchants_in_register(app, facts):
    twin = copy.deepcopy(facts["devices"][0])
    twin["bound_to"] = OTHER_MERCHANT
    facts["devices"].insert(0, twin)


def swap_keys(app, facts):
    one, other = facts["terminals"][:2]
    one["kcv"], other["kcv"] = other["kcv"], one["kcv"]


def same_key(app, facts):
    """One key in two terminals, at both ends."""
    for records in (facts["host"]["terminals"], facts["terminals"]):
        records[1]["kcv"] = copy.deepcopy(records[0]["kcv"])


def not_loaded(app, facts):
    facts["terminals"][0].update(key_loaded=False)
    del facts["terminals"][0]["kcv"]


NUMBERS = [
    mutation("T01 absent", put("host.terminals.0.state", "absent")),
    mutation("T01 not-listed", not_listed),
    mutation("T01 other-merchant", put("host.terminals.0.merchant_no", OTHER_MERCHANT)),
    mutation("T01 other-number", put("host.terminals.0.terminal_no", other_number)),
    mutation("T01 no-number", drop("app.devices.*.terminal_no")),
    mutation("T02 readback", put("terminals.0.terminal_no", other_number)),
    mutation("T02 readback-zero-lost", put("terminals.0.terminal_no", lambda old: old[:-1])),
    mutation("T02 readback-letter-o",
             put("terminals.0.terminal_no", lambda old: old.replace("0", "O", 1))),
    mutation("T02 install", put("install.0.terminal_no", other_number), floor=WARNING,
             forecast=False),
    mutation("T02 applied-short", put("app.devices.0.terminal_no", lambda old: old[:-1])),
    mutation("T03 closed", put("host.terminals.0.state", "closed")),
    mutation("T03 repair", put("host.terminals.0.state", "repair")),
    mutation("T03 lost", put("host.terminals.0.state", "lost")),
    mutation("T04 unknown", put("devices.0.tusn_state", "unknown")),
    mutation("T04 reported", put("devices.0.tusn_state", "reported")),
    mutation("T04 void", put("devices.0.tusn_state", "void")),
    mutation("T04 in-stock", put("devices.0.tusn_state", "in_stock")),
    mutation("T04 bound-elsewhere", put("devices.0.bound_to", OTHER_MERCHANT)),
    mutation("T04 host", put("host.terminals.0.tusn", OTHER_SERIAL)),
    mutation("T04 register", put("devices.0.tusn", OTHER_SERIAL)),
    mutation("T04 applied-form", put("app.devices.0.tusn", lambda old: old[8:16])),
    mutation("T04 applied-type", put("app.devices.0.tusn",
                                     lambda old: old[:6] + "02" + old[8:]), floor=WARNING),
    mutation("T05 field-59", put("terminals.0.field59", False)),
    mutation("T05 no-cipher", put("devices.0.cipher_able", False)),
    mutation("T05 readback-version", put("terminals.0.app_version", "110001")),
    mutation("T05 register-version", put("devices.0.app_version", "110001")),
    mutation("T05 firmware", put("devices.0.firmware_version", "0.9.0"), floor=WARNING,
             forecast=False),
    mutation("T05 below-minimum", *version("299999")),
    mutation("T05 missing", drop("app.devices.0.app_version")),
]

DEVICES = [
    mutation("T06/chip no-reader", put("terminals.0.readers", ["msr", "nfc"])),
    mutation("T06/chip no-stripe-reader", put("terminals.0.readers", ["icc", "nfc"]),
             floor=WARNING, forecast=False),
    mutation("T06/chip other-model", put("devices.0.model", "S90")),
    mutation("T06/contactless no-reader", put("terminals.0.readers", ["msr", "icc"])),
    mutation("T07 place", put("terminals.0.lon", "87.61690"), put("terminals.0.lat", "43.82660")),
    mutation("T07 sim", put("terminals.0.sim_iccid", "89860099999999999999"), where=WITH_SIM),
    mutation("T07 applied-swapped", put("app.shop.lon", "32.04858"),
             put("app.shop.lat", "118.79783")),
    mutation("T07 no-area-of-use", drop("app.devices.0.geofence"), where=MOBILE),
    mutation("T08 host", put("host.terminals.0.merchant_no", OTHER_MERCHANT)),
    mutation("T08 register", put("devices.0.bound_to", OTHER_MERCHANT)),
    mutation("T08 host-twice", two_merchants),
    mutation("T08 register-twice", two_merchants_in_register),
    mutation("T09 two-devices", second_device),
    mutation("T09 two-records", second_record),
    mutation("T09 other-serial", put("terminals.0.tusn", OTHER_SERIAL)),
    mutation("T09 readback-clash", clash("terminals.terminal_no"), where=MANY),
    mutation("T09 applied", clash("app.devices.terminal_no"), where=MANY),
    mutation("T09 applied-serial", clash("app.devices.tusn"), where=MANY),
    mutation("T10 past", put("devices.0.certification_valid_to", "2026-10-31")),
    mutation("T10 empty", put("devices.0.certification_valid_to", "")),
    mutation("T10 applied-licence", put("app.devices.0.network_licence", "P31")),
    mutation("T10 missing", drop("app.devices.0.network_licence")),
]

KEYS = [
    mutation("K01 not-loaded", put("terminals.0.key_loaded", False)),
    mutation("K01 not-loaded-no-value", not_loaded),
    mutation("K01 index", put("terminals.0.key_index", 2), floor=WARNING),
    mutation("K02 kcv", put("terminals.0.kcv.value", "0BADCAFE")),
    mutation("K02 host", put("host.terminals.0.kcv.value", "0BADCAFE")),
    mutation("K02 swapped", swap_keys, where=MANY),
    mutation("K02 same-key", same_key, where=MANY),
    mutation("K02 method", put("terminals.0.kcv.method", "cmac_zero"), floor=WARNING,
             forecast=False),
    mutation("K03 scheme", put("terminals.0.key_scheme", "mk_sk_sm4")),
    mutation("K03 scheme-host", put("host.terminals.0.key_scheme", "mk_sk_sm4")),
    mutation("K03 mode", put("terminals.0.sign_on_mode", "001")),
    mutation("K03 algorithm", put("terminals.0.kcv.algorithm", "des")),
    mutation("K03 applied", put("app.devices.0.key_mode", "dukpt_tdes")),
    mutation("K04 failed", put("terminals.0.sign_on_result", "failed")),
    mutation("K04 never", put("terminals.0.sign_on_result", "never")),
    mutation("K04 old", put("terminals.0.sign_on_at", "2026-11-20T08:30:00+08:00")),
    mutation("K05 absent", put("host.terminals.0.hsm_record", "absent")),
    mutation("K06 pin-block", put("terminals.0.pin_block_rule", "without_pan")),
    mutation("K06 host", put("host.terminals.0.pin_block_rule", "without_pan")),
    mutation("K07 track", put("terminals.0.track_encryption", True)),
    mutation("K07 host", put("host.terminals.0.track_encryption", True)),
    mutation("K07 mode", put("terminals.0.sign_on_mode", "004")),
    mutation("K08 trace", put("terminals.0.last_trace", "000003")),
    mutation("K08 host-ahead", put("terminals.0.host_last_trace", "000200")),
    mutation("K08 batch", put("terminals.0.batch_no", "000000")),
    mutation("K09 mac", put("terminals.0.mac_rule", "x9_19")),
    mutation("K09 host", put("host.terminals.0.mac_rule", "sm4_cbc")),
]

PARAMETERS = [
    mutation("P01 aid-old", put("terminals.0.aid_date", "2023-01-01")),
    mutation("P01 capk-old", put("terminals.0.capk_date", "2023-01-01")),
    mutation("P01 aid-never", put("terminals.0.aid_date", "")),
    mutation("P02 failed", put("terminals.0.connection_test", "failed")),
    mutation("P02 never", put("terminals.0.connection_test", "never")),
    mutation("P02 tpdu", put("terminals.0.tpdu", "60000")),
    mutation("P02 other-tpdu", put("terminals.0.tpdu", "6000010000")),
    mutation("P02 other-address", put("terminals.0.host_addr", "10.0.0.2:8888")),
    mutation("P02 address", put("terminals.0.host_addr", "10.0.0.1")),
    mutation("P03 readback", put("terminals.0.app_version", "310000")),
    mutation("P03 below-minimum", *version("314999")),
    mutation("P03 register", put("devices.0.app_version", "310000")),
    mutation("P04 currency", put("terminals.0.currency", "840")),
    mutation("P05 hours", put("terminals.0.clock", "2026-11-23T03:30:00+08:00")),
    mutation("P05 year", put("terminals.0.clock", "2025-11-23T08:30:00+08:00")),
    mutation("P06/nopin high", put("terminals.0.limit_nopin", 500000)),
    mutation("P06/nopin differs", put("terminals.0.limit_nopin", plus(-50000))),
    mutation("P06/nopin applied", put("app.limit.limit_nopin", 300000), floor=WARNING),
    mutation("P06/fallback on", put("terminals.0.fallback", True)),
    mutation("P06/tip high", put("terminals.0.tip_percent", 50)),
]

TERMINAL_MUTATIONS = NUMBERS + DEVICES + KEYS + PARAMETERS
