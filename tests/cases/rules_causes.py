#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""rules and causes: every known mistake and regulation has a rule, the sixteen everyday causes
have theirs, and both commands show what the data files hold."""
import csv
import json
import os
import re
import tempfile

from tap import SHARED, TOP, done, equal, ok, run, skip

RULE_KEYS = (
    "id code severity layer due_by confidence waivable mistakes regulations forecasts products"
    " caused_by message remedies from to source"
).split()
CAUSE_KEYS = "id zh-CN en rules mistakes regulations later".split()


def load(name):
    with open(os.path.join(TOP, "schemas", name), encoding="utf-8") as file:
        return json.load(file)


def table(name):
    """The rows of a table of the reference folder, or None."""
    path = os.path.join(SHARED, "domain", name)
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def answer(*arguments):
    code, out, err = run(arguments)
    return json.loads(out) if code == 0 and not err else {"error": err.decode()}


def widest(text):
    return max(sum(2 if ord(c) > 0x2E80 else 1 for c in line) for line in text.splitlines())


def test_rules():
    pack = load("rulepack.json")
    got = answer("rules", "--format", "json")
    equal([got["pack"], got["version"]], [pack["name"], pack["version"]], "rules: names the pack")
    equal([r["id"] for r in got["rules"]], [r["id"] for r in pack["rules"]], "rules: all, in order")
    keys = {tuple(r) for r in got["rules"]}
    equal(keys, {tuple(RULE_KEYS)}, "rules: the keys of each")
    wrong = []
    for ours, theirs in zip(got["rules"], pack["rules"]):
        same = [k for k in RULE_KEYS if k not in ("forecasts", "confidence")]
        wrong += [(ours["id"], k) for k in same if ours[k] != theirs[k]]
        names = [f["mistake"] + "/" + f["variant"] for f in ours["forecasts"]]
        wanted = [n if "/" in n else n + "/" for n in theirs["forecasts"]]
        if any(not n.startswith(w) for n, w in zip(names, wanted)) or len(names) != len(wanted):
            wrong.append((ours["id"], names, wanted))
    ok(not wrong, "rules: each says what the pack says", wrong[:5])
    return got["rules"]


def test_coverage(rules):
    named = {
        "mistakes": {m for r in rules for m in r["mistakes"]},
        "regulations": {g for r in rules for g in r["regulations"]},
    }
    for key, name in (
        ("mistakes", "setup_errors.tsv"),
        ("regulations", "regulatory_rules.tsv"),
    ):
        rows = table(name)
        if rows is None:
            skip("every row of %s has a rule" % name, "the reference folder is not here")
            continue
        equal({r["id"] for r in rows} - named[key], set(), "every row of %s has a rule" % name)


def test_causes(rules):
    got = answer("causes", "--format", "json")["causes"]
    equal([c["id"] for c in got], list(range(1, 17)), "causes: the sixteen")
    equal({tuple(c) for c in got}, {tuple(CAUSE_KEYS)}, "causes: the keys of each")
    ids = [r["id"] for r in rules]
    known = [r for c in got for r in c["rules"]]
    ok(set(known) <= set(ids), "causes: only rules that are there")
    empty = [c["id"] for c in got if not c["rules"] and not c["later"]]
    ok(not empty, "causes: each has rules or says who will see it later", empty)
    equal({c["id"] for c in got if c["later"]}, {9, 10, 12, 14}, "causes: four need life after")
    pack = load("rulepack.json")
    for key in ("mistakes", "regulations"):
        lacking = {t["id"] for t in pack[key]} - {x for c in got for x in c[key]}
        ok(not lacking, "causes: each of the %s belongs to one" % key, lacking)
    test_derived(got, rules)
    test_names(got)


def test_derived(causes, rules):
    """A rule is in the list by its mistakes, regulations, code or id, and for no other reason."""
    data = {c["id"]: c for c in load("causes.json")["causes"]}
    wrong = []
    for cause in causes:
        own = data[cause["id"]]
        wanted = [
            r["id"]
            for r in rules
            if set(r["mistakes"]) & set(own["mistakes"])
            or set(r["regulations"]) & set(own["regulations"])
            or r["code"].startswith(tuple(own["codes"]))
            or r["id"] in own["rules"]
        ]
        if wanted != cause["rules"]:
            wrong.append((cause["id"], set(wanted) ^ set(cause["rules"])))
    ok(not wrong, "causes: their rules follow from the pack", wrong)


def test_names(causes):
    path = os.path.join(SHARED, "research", "everyday-causes.md")
    if not os.path.exists(path):
        skip("causes: named as merchants name them", "the reference folder is not here")
        return
    with open(path, encoding="utf-8") as file:
        rows = re.findall(r"^\| (\d+) \| (\S+)", file.read(), re.M)
    wrong = [(i, zh) for i, zh in rows if not causes[int(i) - 1]["zh-CN"].startswith(zh)]
    ok(len(rows) == 16 and not wrong, "causes: named as merchants name them", wrong)


def test_new_rule():
    """A mistake added to a rule brings the rule into the causes of that mistake."""
    pack = load("rulepack.json")
    next(r for r in pack["rules"] if r["id"] == "R-ID-023")["mistakes"] = ["M04"]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(pack, file, ensure_ascii=False)
        file.flush()
        got = answer("causes", "--format=json", "--rulepack", file.name)["causes"]
        rules = answer("rules", "--format=json", "--rulepack", file.name)["rules"]
    ok("R-ID-023" in got[14]["rules"], "causes: a pack of one's own counts")
    changed = next(r for r in rules if r["id"] == "R-ID-023")
    equal(changed["mistakes"], ["M04"], "rules: a pack of one's own counts")


def test_text():
    for command in ("rules", "causes"):
        for language in ("zh", "en"):
            code, out, err = run([command, "--lang", language])
            text = out.decode()
            ok(
                code == 0
                and not err
                and widest(text) <= 80
                and not re.search(r" $|[a-z]+\.[a-z_]+$", text, re.M),
                "%s in %s: 80 columns, no gaps in the texts" % (command, language),
                text[:300],
            )
        _, out, _ = run([command, "--lang", "zh"])
        _, json_out, _ = run([command, "--format", "json", "--lang", "zh"])
        _, english, _ = run([command, "--format", "json", "--lang", "en"])
        equal(json_out, english, "%s: JSON does not depend on the language" % command)


def test_usage():
    for arguments in (
        ["rules", "x"],
        ["causes", "--format", "xml"],
        ["rules", "--rulepack"],
        ["causes", "--rulepack", "/no/such/file"],
        ["rules", "--today", "2026-01-01"],
    ):
        code, out, err = run(arguments)
        ok(code == 2 and not out and err, "%s: exit code 2" % " ".join(arguments), (code, out))


RULES = test_rules()
test_coverage(RULES)
test_causes(RULES)
test_new_rule()
test_text()
test_usage()
done()
