# SPDX-License-Identifier: Apache-2.0
"""The clean samples with clean facts: what bank, UnionPay, host, lists, register and terminals
would say of an application that has no mistake. Everything is made up."""
import copy
import hashlib
import json
import os

from tap import TOP

AT = "2026-11-23T08:30:00+08:00"
# Twelve of the thirteen samples of tests/data/clean; pharmacy is another household.
SAMPLES = (
    "branch",
    "chain-forty",
    "enterprise",
    "foreign-legal-person",
    "fuel",
    "hospital",
    "hotel-preauth",
    "household",
    "micro",
    "restaurant-till",
    "supermarket",
    "taxi-mobile",
)
TERMINALS_MOST = 3


def origin(source, ttl_days):
    return {"source": source, "at": AT, "ttl_days": ttl_days}


def kcv_of(text):
    """A check value like no other."""
    value = hashlib.sha256(text.encode()).hexdigest()[:8].upper()
    return {"algorithm": "tdes", "method": "ecb_zero", "length": 4, "value": value}


def merchant_no_of(app):
    merchant = app["merchant"]
    serial = app["application"]["external_ref"][-4:]
    return "898" + merchant["area_code"] + merchant["mcc"] + serial


def bank_account_of(app):
    kind = app["settle"]["account_kind"]
    account = {
        "result": "verified",
        "reason": "",
        "holder_match": "match",
        "account_state": "open",
        "account_kind": kind,
        "debitable": "yes",
        **origin("bank", 30),
    }
    if kind == "private":
        account["card_kind"] = "debit"
    return account


def contract_of(app):
    return {
        "raw_status": "03",
        "bound": True,
        "contract_no": app["contract"]["contract_no"],
        "merchant_no": merchant_no_of(app),
        "register_name": app["merchant"]["register_name"],
        "mcc": app["merchant"]["mcc"],
        "account_no": app["settle"]["account_no"],
        "card_kinds": app["func"]["card_kinds"],
        "txn_types": app["func"]["txn_types"],
        "debit_rate": app["fee"]["debit_rate"],
        "credit_rate": app["fee"]["credit_rate"],
        "contract_from": app["contract"]["contract_from"],
        "contract_to": app["contract"]["contract_to"],
        **origin("unionpay", 30),
    }


def risk_of(app):
    reference = app["application"]["external_ref"]
    return [
        {
            "list_id": list_id,
            "result": "clear",
            "score": 0,
            "checked_at": AT,
            "receipt": "RC-%s-%s" % (list_id, reference),
            **origin("risk", 30),
        }
        for list_id in ("unionpay", "pcac")
    ]


# What both ends must agree on.
AGREED = {
    "sign_on_mode": "003",
    "pin_block_rule": "with_pan",
    "mac_rule": "cup_ecb",
    "track_encryption": False,
}


def host_terminal_of(app, device):
    return {
        "terminal_no": device["terminal_no"],
        "state": "open",
        "merchant_no": merchant_no_of(app),
        "tusn": device["tusn"],
        "hsm_record": "present",
        "kcv": kcv_of(device["tusn"]),
        "key_scheme": device["key_mode"],
        **AGREED,
    }


def host_of(app):
    licence, limit, fee = app.get("licence", {}), app["limit"], app["fee"]
    return {
        "merchant_state": "open",
        "filed": True,
        "merchant_no": merchant_no_of(app),
        "institution_no": "4802" + app["merchant"]["area_code"],
        "mcc": app["merchant"]["mcc"],
        "area_code": app["merchant"]["area_code"],
        "name_sent": app["merchant"]["short_name"],
        "account_no": app["settle"]["account_no"],
        "fee_record": "present",
        "debit_rate": fee["debit_rate"],
        "credit_rate": fee["credit_rate"],
        "debit_cap": fee["debit_cap"],
        "limit_record": "present",
        "limit_single_debit": limit["limit_single_debit"],
        "limit_single_credit": limit["limit_single_credit"],
        "limit_day_debit": limit["limit_day_debit"],
        "limit_day_credit": limit["limit_day_credit"],
        "agent_state": "open",
        "usc_or_id": licence.get("licence_no") or app["person"]["legal_id_no"],
        "risk_grade": "low",
        "card_kinds": app["func"]["card_kinds"],
        "txn_types": app["func"]["txn_types"],
        "routes": sorted({"debit", "credit", "prepaid", *app["func"]["card_kinds"]}),
        "unrouted_bins": [],
        "terminals": [host_terminal_of(app, device) for device in app["devices"]],
        **origin("host", 7),
    }


def register_of(app, device):
    return {
        "tusn": device["tusn"],
        "tusn_state": "bound",
        "bound_to": merchant_no_of(app),
        "model": device["term_model"],
        "app_version": device["app_version"],
        "firmware_version": device["firmware_version"],
        "certification_valid_to": "2029-12-31",
        "cipher_able": True,
        "source_of_device": "acquirer stock",
        **origin("register", 30),
    }


def terminal_of(app, device):
    terminal = {
        "merchant_no": merchant_no_of(app),
        "terminal_no": device["terminal_no"],
        "tusn": device["tusn"],
        "app_version": device["app_version"],
        "field59": True,
        "readers": ["msr", "icc", "nfc"],
        "key_loaded": True,
        "key_index": 1,
        "kcv": kcv_of(device["tusn"]),
        "key_scheme": device["key_mode"],
        "sign_on_result": "ok",
        "sign_on_at": AT,
        "batch_no": "000001",
        "last_trace": "000123",
        "host_last_trace": "000123",
        "aid_date": "2026-09-01",
        "capk_date": "2026-09-01",
        "connection_test": "ok",
        "tpdu": "6000000000",
        "host_addr": "10.0.0.1:8888",
        "currency": "156",
        "clock": AT,
        "limit_nopin": app["limit"]["limit_nopin"],
        "fallback": False,
        "tip_percent": 0,
        "txn_types": app["func"]["txn_types"],
        "lon": app["shop"]["lon"],
        "lat": app["shop"]["lat"],
        "coord_system": app["shop"]["coord_system"],
        **AGREED,
        **origin("terminal", 7),
    }
    if "sim_iccid" in device:
        terminal["sim_iccid"] = device["sim_iccid"]
    return terminal


def install_of(app, device):
    return {
        "terminal_no": device["terminal_no"],
        "installed_at": "2026-11-21",
        "trained_at": "2026-11-21",
        "inspection_next": "2026-12-21",
        "last_transaction_at": "2026-11-22",
        "slip_retention_years": 2,
        "key_loaded_by": "op01",
        "key_witness": "op02",
        "branch_province": app["shop"]["shop_region"][:2],
        "retention_years": 10,
        "outsourced_roles": [],
        **origin("field", 30),
    }


def facts_of(app):
    """Clean facts for a clean application, whose terminals are given their merchant number."""
    for device in app["devices"]:
        device["merchant_no"] = merchant_no_of(app)
    facts = {
        "external_ref": app["application"]["external_ref"],
        "bank_account": bank_account_of(app),
        "contract": contract_of(app),
        "risk": risk_of(app),
        "host": host_of(app),
        "devices": [register_of(app, device) for device in app["devices"]],
        "terminals": [terminal_of(app, device) for device in app["devices"]],
        "install": [install_of(app, device) for device in app["devices"]],
    }
    return copy.deepcopy(facts)


def load_sample(name):
    """A clean application and its clean facts, fresh copies that may be spoilt."""
    path = os.path.join(TOP, "tests", "data", "clean", name + ".json")
    with open(path, encoding="utf-8") as file:
        app = json.load(file)
    del app["devices"][TERMINALS_MOST:]
    return app, facts_of(app)
