#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The samples with facts that the README shows: applications that are ready, and the same with
answers that say why they are not. `ready.py --write` makes them anew."""
import copy
import json
import os
import sys

from clean_facts import load_sample
from tap import TOP, check, done, equal, ok

DATA = os.path.join(TOP, "tests", "data", "ready")
SAMPLES = ("household", "restaurant-till", "hotel-preauth")


def without_host_record(facts):
    """The merchant was never set up at the host: no fee record, no sign-on."""
    facts["host"]["merchant_state"] = "absent"
    facts["host"]["fee_record"] = "absent"
    facts["terminals"][0]["sign_on_result"] = "failed"


def with_keys_of_another(facts):
    """After a swap the second terminal kept another's master key, and was never read back since."""
    facts["terminals"][1]["kcv"]["value"] = "00D1CE00"
    facts["terminals"][0]["fallback"] = True


def with_old_answers(facts):
    """The contract still waits for the merchant, and the host was asked long ago."""
    facts["contract"]["raw_status"] = "05"
    facts["contract"]["bound"] = False
    facts["host"]["at"] = "2026-11-01T08:30:00+08:00"


SPOILT = dict(zip(SAMPLES, (without_host_record, with_keys_of_another, with_old_answers)))


def lines(objects):
    return "".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects)


def files():
    """Name -> text of each sample file."""
    pairs = [load_sample(name) for name in SAMPLES]
    spoilt = [copy.deepcopy(facts) for _, facts in pairs]
    for name, facts in zip(SAMPLES, spoilt):
        SPOILT[name](facts)
    return {
        "applications.ndjson": lines(app for app, _ in pairs),
        "facts.ndjson": lines(facts for _, facts in pairs),
        "facts-with-mistakes.ndjson": lines(spoilt),
    }


def write():
    os.makedirs(DATA, exist_ok=True)
    for name, text in files().items():
        with open(os.path.join(DATA, name), "w", encoding="utf-8") as file:
            file.write(text)


def test_files():
    for name, text in files().items():
        with open(os.path.join(DATA, name), encoding="utf-8") as file:
            ok(file.read() == text, "tests/data/ready/%s is what ready.py makes" % name)


def judged(facts):
    code, reports, _ = check(
        [os.path.join(DATA, "applications.ndjson")], "--facts", os.path.join(DATA, facts)
    )
    return code, reports


def test_ready():
    code, reports = judged("facts.ndjson")
    equal(code, 0, "ready samples have no blocker")
    for report in reports:
        open_layers = {n: v for n, v in report["layers"].items() if v["state"] != "PASSED"}
        equal(list(open_layers), ["callback"], "%s is ready" % report["external_ref"])


def test_not_ready():
    code, reports = judged("facts-with-mistakes.ndjson")
    equal(code, 1, "samples with mistakes have blockers")
    household, restaurant, hotel = reports
    heads = [f["code"] for f in household["findings"] if f["mistakes"] and not f["caused_by"]]
    equal(heads, ["BINDING.MERCHANT_ABSENT"], "one cause: the merchant is not at the host")
    codes = {f["code"] for f in restaurant["findings"]}
    ok({"KEYS.KCV_DIFFERS", "PARAMETERS.FALLBACK"} <= codes, "key and fallback are seen", codes)
    equal(hotel["layers"]["contract"]["state"], "PENDING", "a contract that waits is pending")
    equal(hotel["layers"]["limits"]["state"], "STALE", "old answers make a layer stale")


def main():
    if "--write" in sys.argv[1:]:
        write()
        return
    test_files()
    test_ready()
    test_not_ready()
    done()


main()
