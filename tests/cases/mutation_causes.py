#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Root causes first: for each pair of rules a combination in which both speak and the consequence
names the cause, and the nearest in which it must not: the consequence without the cause, and the
cause at another terminal."""
from cause_table import MERCHANT_PAIRS, MIXED_PAIRS, TERMINAL_PAIRS
from clean_facts import load_sample
from harness import chain, keyed, reports_of_batches, said
from mutations import OTHER_MERCHANT
from mutations_terminal import OTHER_SERIAL
from plant import last_digit, other_area, other_mcc, plus, put, without
from tap import done, ok

SAMPLE = "restaurant-till"  # two terminals
WITH_SIM = "taxi-mobile"

# ---- what is planted, by a short name: at the merchant, or at a terminal given by its index

MERCHANT = {
    "absent": put("host.merchant_state", "absent"),
    "frozen": put("host.merchant_state", "frozen"),
    "not filed": put("host.filed", False),
    "no fee record": put("host.fee_record", "absent"),
    "no limit record": put("host.limit_record", "absent"),
    "no agent": put("host.agent_state", "absent"),
    "no credit at the host": put("host.card_kinds", ["debit"]),
    "no refund at the host": put("host.txn_types", without("refund")),
    "no route": put("host.routes", without("credit")),
    "no route of a BIN": put("host.unrouted_bins", ["621700"]),
    "other rate at the host": put("host.debit_rate", plus(20000)),
    "other cap at the host": put("host.debit_cap", plus(500)),
    "low limit": put("host.limit_single_debit", lambda old: old // 100),
    "other area at the host": put("host.area_code", other_area),
    "other institution": put("host.institution_no", lambda old: "4802" + other_area(old[4:])),
    "other MCC at the host": put("host.mcc", other_mcc),
    "other account at the host": put("host.account_no", last_digit),
    "other number at the host": put("host.merchant_no", OTHER_MERCHANT),
    "refused": put("contract.raw_status", "04"),
    "unfinished": put("contract.raw_status", "02"),
    "not bound": put("contract.bound", False),
    "no credit on file": put("contract.card_kinds", ["debit"]),
    "no refund on file": put("contract.txn_types", without("refund")),
    "other MCC on file": put("contract.mcc", other_mcc),
    "other account on file": put("contract.account_no", last_digit),
    "other rate on file": put("contract.debit_rate", plus(20000)),
    "other number on file": put("contract.merchant_no", OTHER_MERCHANT),
    "account rejected": put("bank_account.result", "rejected"),
    "other holder": put("bank_account.holder_match", "no"),
    "account closed": put("bank_account.account_state", "closed"),
    "credit card": put("bank_account.card_kind", "credit"),
    "no debits": put("bank_account.debitable", "no"),
}
AT_TERMINAL = {
    "host: terminal absent": ("host.terminals.%d.state", "absent"),
    "host: terminal closed": ("host.terminals.%d.state", "closed"),
    "host: other merchant": ("host.terminals.%d.merchant_no", OTHER_MERCHANT),
    "host: no key": ("host.terminals.%d.hsm_record", "absent"),
    "host: other scheme": ("host.terminals.%d.key_scheme", "mk_sk_sm4"),
    "host: other serial": ("host.terminals.%d.tusn", OTHER_SERIAL),
    "register: other model": ("devices.%d.model", "S90"),
    "register: old version": ("devices.%d.app_version", "319999"),
    "register: no cipher": ("devices.%d.cipher_able", False),
    "register: unknown": ("devices.%d.tusn_state", "unknown"),
    "register: other merchant": ("devices.%d.bound_to", OTHER_MERCHANT),
    "other merchant number": ("terminals.%d.merchant_no", OTHER_MERCHANT),
    "other terminal number": ("terminals.%d.terminal_no", "10999999"),
    "other serial": ("terminals.%d.tusn", OTHER_SERIAL),
    "old version": ("terminals.%d.app_version", "319999"),
    "no field 59": ("terminals.%d.field59", False),
    "no chip reader": ("terminals.%d.readers", ["msr", "nfc"]),
    "no contactless reader": ("terminals.%d.readers", ["msr", "icc"]),
    "no key": ("terminals.%d.key_loaded", False),
    "other index": ("terminals.%d.key_index", 2),
    "other check value": ("terminals.%d.kcv.value", "0BADCAFE"),
    "other algorithm": ("terminals.%d.kcv.algorithm", "des"),
    "other scheme": ("terminals.%d.key_scheme", "mk_sk_sm4"),
    "other mode": ("terminals.%d.sign_on_mode", "001"),
    "track mode": ("terminals.%d.sign_on_mode", "004"),
    "track encryption": ("terminals.%d.track_encryption", True),
    "other PIN block": ("terminals.%d.pin_block_rule", "without_pan"),
    "other MAC": ("terminals.%d.mac_rule", "sm4_cbc"),
    "no sign-on": ("terminals.%d.sign_on_result", "failed"),
    "old sign-on": ("terminals.%d.sign_on_at", "2026-11-20T08:30:00+08:00"),
    "low trace": ("terminals.%d.last_trace", "000003"),
    "no connection": ("terminals.%d.connection_test", "failed"),
    "bad TPDU": ("terminals.%d.tpdu", "60000"),
    "bad address": ("terminals.%d.host_addr", "10.0.0.1"),
    "other SIM": ("terminals.%d.sim_iccid", "89860099999999999999"),
    "elsewhere": ("terminals.%d.lon", "87.61690"),
    "old AID list": ("terminals.%d.aid_date", "2023-01-01"),
    "wrong clock": ("terminals.%d.clock", "2026-11-23T03:30:00+08:00"),
    "high no-PIN limit": ("terminals.%d.limit_nopin", 500000),
    "menu without refund": ("terminals.%d.txn_types", ["sale", "void", "contactless", "qr"]),
}


def plant_at(names, terminal, app, facts):
    """Plants what the names say, separated by commas; of a terminal at that one."""
    for name in names.split(", "):
        if name in MERCHANT:
            MERCHANT[name](app, facts)
        else:
            path, value = AT_TERMINAL[name]
            put(path % terminal, value)(app, facts)


def spoilt(*planted):
    """The sample with each (names, terminal) planted; with SIM cards where one is exchanged."""
    sims = any("other SIM" in names for names, _ in planted)
    app, facts = load_sample(WITH_SIM if sims else SAMPLE)
    for names, terminal in planted:
        plant_at(names, terminal, app, facts)
    return app, facts


# ---- judging


def names_cause(report, cause, consequence):
    """(the consequence is there, it leads to the cause)"""
    by_key = keyed(report["findings"])
    those = [f for f in report["findings"] if f["rule"]["id"] == consequence]
    leads = [f for f in those if cause in [link["rule"]["id"] for link in chain(f, by_key)[1:]]]
    return bool(those), bool(leads)


def test_pair(row, report, near):
    cause, consequence, planted, follows = row
    there, leads = names_cause(report, cause, consequence)
    ok(
        there and leads,
        "%s (%s) explains %s (%s)" % (cause, planted, consequence, follows),
        said(report),
    )
    for what, other in near:
        there, leads = names_cause(other, cause, consequence)
        ok(there and not leads, "%s explains %s not: %s" % (cause, consequence, what), said(other))


def near_cases(row):
    """What is nearest without the cause: (what it is, planted)."""
    _, _, planted, follows = row
    if planted == follows:
        return []
    near = [("there is no cause", spoilt((follows, 0)))]
    if row in TERMINAL_PAIRS:
        near.append(("it is at another terminal", spoilt((planted, 1), (follows, 0))))
    return near


def main():
    rows = MERCHANT_PAIRS + MIXED_PAIRS + TERMINAL_PAIRS
    cases = []
    for row in rows:
        cases.append(spoilt((row[2], 0), (row[3], 0)))
        cases += [case for _, case in near_cases(row)]
    reports = iter(reports_of_batches([[case] for case in cases]))
    for row in rows:
        ((report,), *near) = [next(reports) for _ in range(1 + len(near_cases(row)))]
        test_pair(row, report, [(w, r[0]) for (w, _), r in zip(near_cases(row), near)])
    done()


main()
