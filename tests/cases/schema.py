#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The schema file is what the program prints, and ajv gives mutated applications the same verdict
as our reader."""
import copy
import json
import os
import random

from ajv import ajv, places, put
from tap import SHARED, TOP, check, done, equal, ok, run, skip

SCHEMA = os.path.join(TOP, "schemas", "application.schema.json")
REPORT = os.path.join(TOP, "schemas", "report.schema.json")
ANSWERS = os.path.join(TOP, "schemas", "answers.schema.json")


REPLACEMENTS = [
    None,
    True,
    False,
    0,
    -1,
    10**15,
    10**15 + 1,
    -(10**15) - 1,
    "",
    "x",
    "x" * 512,
    "x" * 513,
    "文" * 512,
    "文" * 513,
    "a\u0001",
    "tab\tand\nline",
    "new",
    "Exempt",
    "2",
    [],
    {},
    ["debit"],
    ["debit", 1],
    ["gold"],
    [[]],
    ["debit"] * 32,
    ["debit"] * 33,
    0.5,
    "1.10105E+17",
    "2026-02-30",
    "长期",
]


def mutated(app, random_source):
    """A copy with one to three things changed: replaced, added, renamed or taken away."""
    copied = copy.deepcopy(app)
    for _ in range(random_source.choice((1, 1, 1, 2, 3))):
        path = random_source.choice([p for p in places(copied) if p])
        parent = copied
        for key in path[:-1]:
            parent = parent[key]
        change = random_source.randrange(5)
        if change == 0 and isinstance(parent, dict):
            del parent[path[-1]]
        elif change == 1 and isinstance(parent, dict):
            parent[
                random_source.choice(("zz", "kind", "mcc", "devices", "pin", path[-1] + "_"))
            ] = copy.deepcopy(random_source.choice(REPLACEMENTS))
        else:
            put(copied, path, copy.deepcopy(random_source.choice(REPLACEMENTS)))
    return copied


def readers_verdict(apps):
    """Ours: an application is of the right shape when its line has no input error."""
    data = "".join(json.dumps(a) + "\n" for a in apps).encode()
    code, out, err = run(["check", "--format", "ndjson", "--lang", "en", "-"], data=data)
    bad = {int(line.split(":")[1]) for line in err.decode().splitlines()}
    return ["invalid" if number in bad else "valid" for number in range(1, len(apps) + 1)], code


def answers(command, *rows):
    """What a command prints as JSON, once for each row of further arguments."""
    return [json.loads(run([command, "--format", "json", *row])[1]) for row in rows or [[]]]


def check_answers():
    declines = ["A0", "A0,77,94", "none", "51", "55", "XX", "69", "30", "10425", "09990"]
    asked = [["--code", code] for code in declines]
    asked += [["--code", "C1", "--acquirer", "host-b"], ["--code", "D9", "--acquirer", "host-b"]]
    mistakes = os.path.join(TOP, "tests", "data", "quickstart", "mistakes.json")
    asked += [["--code", "69", "--application", mistakes, "--today", "2026-11-23"]]
    for command, values, pointer in (
        ("rules", answers("rules"), "/$defs/rules"),
        ("causes", answers("causes"), "/$defs/causes"),
        ("diagnose", answers("diagnose", *asked), "/$defs/diagnosis"),
    ):
        *bad, nothing = ajv(ANSWERS, values + [{}], pointer)
        bad = [v for v in bad if v != "valid"]
        ok(
            not bad and nothing != "valid",
            "what %s prints is of schemas/answers.schema.json" % command,
            bad[:3],
        )


def main():
    code, out, _ = run(["schema"])
    with open(SCHEMA, "rb") as file:
        ok(
            code == 0 and file.read() == out,
            "schemas/application.schema.json is what `swipeready schema` prints",
            "run: swipeready schema > schemas/application.schema.json",
        )
    _, out, _ = run(["schema", "--reference"])
    with open(os.path.join(TOP, "schemas", "application.md"), "rb") as file:
        ok(
            file.read() == out,
            "schemas/application.md is what `swipeready schema --reference` prints",
            "run: swipeready schema --reference > schemas/application.md",
        )
    with open(os.path.join(TOP, "tests", "data", "clean.ndjson"), encoding="utf-8") as file:
        apps = [json.loads(line) for line in file]
    try:
        verdicts = ajv(SCHEMA, apps)
    except (OSError, RuntimeError) as reason:
        ok(False, "ajv runs (npm ci --ignore-scripts in tests/)", reason)
        done()
    equal(verdicts, ["valid"] * len(apps), "ajv takes the clean samples")
    source = random.Random(20261123)
    values = [mutated(source.choice(apps), source) for _ in range(3000)]
    theirs = [v.split(" ")[0] for v in ajv(SCHEMA, values)]
    ours, _ = readers_verdict(values)
    differing = [
        (v, o, json.dumps(a, ensure_ascii=False)[:2000])
        for a, v, o in zip(values, theirs, ours)
        if v != o
    ]
    ok(not differing, "3000 mutated applications: the same verdict", differing[:3])
    ok(
        theirs.count("valid") > 300 and theirs.count("invalid") > 300,
        "both verdicts occur often",
        (theirs.count("valid"), theirs.count("invalid")),
    )
    files = [
        os.path.join(TOP, "tests", "data", "clean.ndjson"),
        os.path.join(TOP, "tests", "data", "clean.csv"),
    ]
    messy = os.path.join(SHARED, "batch", "messy-a.csv")
    if os.path.exists(messy):
        files.append(messy)
    else:
        skip("reports on the messy batch", "the reference folder ../shared is not here")
    _, reports, _ = check(files)
    bad = [v for v in ajv(REPORT, reports, "/$defs/application") if v != "valid"]
    ok(not bad, "every NDJSON line is of schemas/report.schema.json", bad[:3])
    _, out, _ = run(["check", "--format", "json", "--today", "2026-11-23"] + files)
    equal(
        ajv(REPORT, [json.loads(out)]),
        ["valid"],
        "the JSON report is of schemas/report.schema.json",
    )
    check_answers()
    done()


main()
