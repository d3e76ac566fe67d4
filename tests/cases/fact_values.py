#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each key of the facts: not asked, null, of a wrong type, of a word that nobody knows; and each
object absent, old, dated ahead, or of nobody knows whom. Silence and doubt never pass a layer."""
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor

from clean_facts import load_sample
from fact_keys import FIRST, WRONG, path_of, read_keys
from harness import INSTRUMENTED, WORKERS, said, write_lines
from plant import drop, put
from tap import SHARED, check, done, equal, ok, skip

SAMPLE = "household"  # settles to a private account, and its terminal has a SIM card
STEP = 6 if INSTRUMENTED else 1
KEYS = read_keys()[::STEP]


def checked(*plants):
    """(exit code, report, standard error) of the sample with spoilt facts."""
    app, facts = load_sample(SAMPLE)
    for plant in plants:
        plant(app, facts)
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("application.ndjson", "facts.ndjson")]
        write_lines(paths[0], [app])
        write_lines(paths[1], [facts])
        code, reports, errors = check([paths[0]], "--facts", paths[1], "--audience", "risk")
    (report,) = reports
    return code, report, errors.replace(folder, "")


def each_checked(plants):
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(checked, plants))


def state(report, layer):
    return report["layers"][layer]["state"]


def loud(report):
    return [f for f in report["findings"] if f["severity"] != "info"]


def at(report, path, code):
    """The findings of this code whose place is below the path."""
    place = "/facts/" + path.replace(".", "/")
    return [
        f for f in report["findings"]
        if f["code"] == code and f["target"]["path"].startswith(place)
    ]


# ---- one key


def test_not_asked():
    answers = each_checked([drop(path_of(key)) for key in KEYS])
    nulls = each_checked([put(path_of(key), None) for key in KEYS])
    for key, (code, report, _), null in zip(KEYS, answers, nulls):
        name = path_of(key)
        ok(code == 0 and not loud(report), "%s not asked: nothing above information" % name,
           said(report))
        if key.need == "GATE":
            equal(state(report, key.layer), "PENDING", "%s not asked: %s waits" % (name, key.layer))
        if key.asked_by:
            asks = [f["rule"]["id"] for f in at(report, name, "DATA.NOT_ASKED")]
            equal(asks, [key.asked_by], "%s not asked: it is said" % name)
        same = null[0] == code and null[1]["layers"] == report["layers"]
        ok(same, "%s null: as not asked" % name, null[2])


def test_wrong_type():
    answers = each_checked([put(path_of(key), WRONG[key.type]) for key in KEYS])
    for key, (code, report, errors) in zip(KEYS, answers):
        name = path_of(key)
        ok(code == 2 and key.key in errors, "%s of a wrong type: exit code 2, and it is named"
           % name, (code, errors))
        if key.need == "GATE":
            ok(state(report, key.layer) != "PASSED", "%s of a wrong type: %s is not passed"
               % (name, key.layer), state(report, key.layer))


def is_word(key):
    return key.type in ("ENUM", "SET")


def test_strange_word():
    keys = [key for key in KEYS if is_word(key)]
    words = {"ENUM": "perhaps", "SET": ["perhaps"]}
    answers = each_checked([put(path_of(key), words[key.type]) for key in keys])
    for key, (_, report, _) in zip(keys, answers):
        name = path_of(key)
        ok(at(report, name, "DATA.UNKNOWN_WORD"), "%s says a strange word: it is a finding" % name,
           said(report))
        if key.need == "GATE":
            ok(state(report, key.layer) != "PASSED", "%s says a strange word: %s is not passed"
               % (name, key.layer), state(report, key.layer))


def test_unknown():
    """Of a serial, unknown is what the register knows of it, and another finding."""
    keys = [k for k in KEYS if "unknown" in k.words and k.key != "tusn_state"]
    answers = each_checked([put(path_of(key), "unknown") for key in keys])
    for key, (_, report, _) in zip(keys, answers):
        name = path_of(key)
        ok(at(report, name, "DATA.UNKNOWN_ANSWER"), "%s is unknown: it is a finding" % name,
           said(report))
        equal(state(report, key.layer), "PENDING", "%s is unknown: %s waits" % (name, key.layer))


# ---- one object

OLD = "2026-06-01T08:30:00+08:00"


def layers_of(section):
    return sorted({k.layer for k in read_keys() if k.section == section and k.need == "GATE"})


def test_objects():
    """The terminals of the host's record take over what they do not say of their origin."""
    sections = [s for s in FIRST if s != "HOST_TERMINAL"][::STEP]
    cases = [
        ("absent", lambda p: drop(p.split(".")[0]), "PENDING", None),
        ("old", lambda p: put(p + ".at", OLD), "STALE", "DATA.STALE"),
        ("dated ahead", lambda p: put(p + ".at", "2026-12-01T08:30:00+08:00"), "PENDING",
         "DATA.AHEAD"),
        ("without source", lambda p: drop(p + ".source"), "PENDING", "DATA.NO_ORIGIN"),
        ("without time", lambda p: drop(p + ".at"), "PENDING", "DATA.NO_ORIGIN"),
        ("without time to live", lambda p: drop(p + ".ttl_days"), "PENDING", "DATA.NO_ORIGIN"),
    ]
    for what, plant, want, code in cases:
        answers = each_checked([plant(FIRST[s]) for s in sections])
        for section, (_, report, _) in zip(sections, answers):
            states = {layer: state(report, layer) for layer in layers_of(section)}
            equal(states, dict.fromkeys(states, want), "%s %s: %s" % (FIRST[section], what, want))
            codes = {f["code"] for f in loud(report)}
            equal(codes, {code} - {None}, "%s %s: what is said" % (FIRST[section], what))


def test_fields_of_reference():
    path = os.path.join(SHARED, "domain", "facts_fields.tsv")
    if not os.path.exists(path):
        skip("keys of the reference", "the reference folder ../shared is not here")
        return
    kinds = {"bank_account": "BANK_ACCOUNT", "contract": "CONTRACT", "risk[]": "RISK",
             "host": "HOST", "host.terminals[]": "HOST_TERMINAL", "devices[]": "DEVICE",
             "terminals[]": "TERMINAL", "install[]": "INSTALL"}
    have = {(k.section, k.key) for k in read_keys()}
    with open(path, encoding="utf-8") as file:
        rows = [line.split("\t") for line in file][1:]
    lacking = [r[:2] for r in rows if (kinds[r[0].split(" ")[0]], r[1]) not in have]
    ok(not lacking, "%d keys of the reference are read" % len(rows), lacking)


test_fields_of_reference()
test_not_asked()
test_wrong_type()
test_strange_word()
test_unknown()
test_objects()
done()
