#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The schema of facts and their reference are what the program prints, and ajv gives mutated facts
the same verdict as our reader."""
import copy
import json
import os
import random
import re
import tempfile

from ajv import ajv, places, put
from clean_facts import SAMPLES, load_sample
from tap import TOP, done, equal, ok, run

SCHEMA = os.path.join(TOP, "schemas", "facts.schema.json")
COUNT = 2000
ODD = [
    None, "", "x", "unknown", "open", 0, 1, -1, 7, 10**15, 10**15 + 1, 1.5, True, False, [], {},
    ["x"], ["sale", "sale"], [1], ["debit"] * 33, {"x": 1}, [{}], [[]], "2026-02-30", "2026-11-23",
    "长期", "2026-11-23T08:30:00", "2026-11-23T08:30:00Z", "2026-11-23T08:30:00+08:00",
    "2026-11-23T25:30:00Z", "113.94526", "1e5", "12.", "y" * 512, "y" * 513, "a\u0001b", "a\tb",
    {"algorithm": "tdes", "method": "ecb_zero", "length": 4, "value": "0011AABB"},
    {"algorithm": "tdes", "method": "cmac", "length": 4, "value": "0011AABB"},
]  # fmt: skip


def mutated(facts, source):
    """A copy with one place changed or a key added, and what was done to it."""
    facts = copy.deepcopy(facts)
    path = source.choice([p for p in places(facts) if p and p != ("external_ref",)])
    if source.random() < 0.1:
        parent = facts
        for key in path[:-1]:
            parent = parent[key]
        if isinstance(parent, dict):
            key, value = source.choice(["x", "note", "tusn", "state"]), source.choice(ODD)
            parent[key] = copy.deepcopy(value)
            return facts, (path, key, value)
    value = copy.deepcopy(source.choice(ODD))
    return put(facts, path, value), (path, value)


def readers_verdict(app, values):
    """Which facts have an error that names their line."""
    with tempfile.TemporaryDirectory() as folder:
        apps_file = os.path.join(folder, "apps.ndjson")
        facts_file = os.path.join(folder, "facts.ndjson")
        with open(apps_file, "w", encoding="utf-8") as file:
            for value in values:
                app["application"]["external_ref"] = value["external_ref"]
                file.write(json.dumps(app) + "\n")
        with open(facts_file, "w", encoding="utf-8") as file:
            file.write("".join(json.dumps(v) + "\n" for v in values))
        arguments = ["--format", "ndjson", "--lang", "en", "--today", "2026-11-23"]
        _, _, err = run(["check", *arguments, "--facts", facts_file, apps_file])
    bad = {int(n) for n in re.findall(r"facts\.ndjson:(\d+)", err.decode())}
    return ["invalid" if n in bad else "valid" for n in range(1, len(values) + 1)]


def test_printed():
    for arguments, name in (
        (["schema", "--facts"], "facts.schema.json"),
        (["schema", "--facts", "--reference"], "facts.md"),
    ):
        _, out, _ = run(arguments)
        with open(os.path.join(TOP, "schemas", name), "rb") as file:
            ok(
                file.read() == out,
                "schemas/%s is what `swipeready %s` prints" % (name, " ".join(arguments)),
                "run: swipeready %s > schemas/%s" % (" ".join(arguments), name),
            )


def test_mutated(samples):
    source = random.Random(20261123)
    values = [mutated(source.choice(samples)[1], source) for _ in range(COUNT)]
    facts = [value for value, _ in values]
    for number, value in enumerate(facts):
        value["external_ref"] = "F-%05d" % number
    theirs = [v.split(" ")[0] for v in ajv(SCHEMA, facts)]
    ours = readers_verdict(copy.deepcopy(samples[0][0]), facts)
    differing = [
        (verdict, own, told)
        for verdict, own, (_, told) in zip(theirs, ours, values)
        if verdict != own
    ]
    ok(not differing, "%d mutated facts: the same verdict" % COUNT, differing[:3])
    ok(
        min(theirs.count("valid"), theirs.count("invalid")) > COUNT / 10,
        "both verdicts occur often",
        (theirs.count("valid"), theirs.count("invalid")),
    )


def main():
    test_printed()
    samples = [load_sample(name) for name in SAMPLES]
    try:
        verdicts = ajv(SCHEMA, [facts for _, facts in samples])
    except (OSError, RuntimeError) as reason:
        ok(False, "ajv runs (npm ci --ignore-scripts in tests/)", reason)
        done()
    equal(verdicts, ["valid"] * len(samples), "ajv takes the clean facts")
    test_mutated(samples)
    done()


main()
