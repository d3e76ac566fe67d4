#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""explain, template and --rulepack: every code is explained in both languages, templates read
back, bad packs refused."""
import csv
import io
import json
import os
import re
import tempfile

from tap import TOP, TODAY, check, done, equal, ok, run

SCHEMAS = os.path.join(TOP, "schemas")


def load(name):
    with open(os.path.join(SCHEMAS, name), encoding="utf-8") as file:
        return json.load(file)


PACK = load("rulepack.json")
CODES = load("decline_codes.json")


def widths(text):
    return [sum(2 if ord(c) > 0x2E80 else 1 for c in line) for line in text.splitlines()]


def test_explain():
    names = (
        [row["code"] for row in CODES["rows"]]
        + [m["id"] for m in PACK["mistakes"]]
        + [r["id"] for r in PACK["regulations"]]
        + [r["id"] for r in PACK["rules"]]
        + sorted({r["code"] for r in PACK["rules"]})
    )
    bad = []
    for name in names:
        for language in ("zh", "en"):
            code, out, err = run(["explain", name, "--lang", language])
            text = out.decode()
            if (
                code != 0
                or err
                or not text.startswith(name[:3])
                and name not in text
                or max(widths(text)) > 80
            ):
                bad.append((name, language, code, text[:200]))
    ok(
        not bad,
        "%d codes, mistakes, regulations, rules and findings are explained in both languages"
        % len(names),
        bad[:5],
    )
    _, out, _ = run(["explain", "96", "--lang", "en"])
    mistakes = next(row["mistakes"] for row in CODES["rows"] if row["code"] == "96")
    places = [out.decode().find(m) for m in mistakes]
    ok(
        mistakes and places == sorted(places) and places[0] >= 0,
        "explain 96 lists its mistakes in order",
        out,
    )
    equal(run(["explain", "a0"])[1], run(["explain", "A0"])[1], "case does not matter")
    for name in ("ZZ", "M99", "R-NONE-001", "NO.SUCH", "98765"):
        code, out, err = run(["explain", name])
        ok(code == 1 and not out and err, "explain %s: unknown, exit code 1" % name, (code, out))


def test_every_mistake_has_its_rules():
    named = {m for r in PACK["rules"] for m in r["mistakes"]}
    seen = {f["mistake"] for f in PACK["forecasts"] if "check" in f["seen_from"]}
    equal(seen - named, set(), "each mistake that the application can show has a rule")


def test_every_rule_is_tested():
    folder = os.path.join(TOP, "tests", "unit")
    names = [name for name in os.listdir(folder) if name.startswith("test-rules-")]
    text = ""
    for name in names:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            text += file.read()
    lacking = [r["id"] for r in PACK["rules"] if text.count('"%s"' % r["id"]) < 2]
    ok(not lacking, "each rule has a row that fires and one that does not", lacking)


def test_template():
    for kind in ("enterprise", "household", "micro", "institution"):
        for language in ("zh", "en"):
            code, out, _ = run(["template", "--kind", kind, "--lang", language])
            text = out.decode("utf-8-sig")
            headers = next(csv.reader(io.StringIO(text)))
            row = ["T-1" if i == 0 else "" for i in range(len(headers))]
            body = io.StringIO()
            csv.writer(body).writerows([headers, row])
            _, reports, err = check(["-"], data=body.getvalue().encode())
            ok(
                code == 0
                and len(reports) == 1
                and "column" not in err.replace("required columns", ""),
                "the template for %s in %s reads back" % (kind, language),
                err,
            )
    _, out, _ = run(["template", "--kind", "micro", "--lang", "en"])
    ok(
        b"licence_no" not in out and b"micro_proof" in out,
        "a micro merchant is not asked for a licence",
    )


def with_pack(change):
    """Checks the clean samples with a changed pack: exit code, reports, standard error."""
    pack = json.loads(json.dumps(PACK))
    change(pack)
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(pack, file, ensure_ascii=False)
        file.flush()
        code, out, err = run(
            [
                "check",
                "--format",
                "ndjson",
                "--lang",
                "en",
                "--today",
                TODAY,
                "--rulepack",
                file.name,
                os.path.join(TOP, "tests", "data", "clean.ndjson"),
            ]
        )
    return code, out, err.decode()


def rule(pack, name):
    return next(r for r in pack["rules"] if r["id"] == name)


def test_rulepack():
    code, out, err = with_pack(lambda pack: None)
    ok(code == 0 and out, "a pack of one's own that is the same gives the same", err)
    code, _, err = with_pack(lambda pack: pack["rules"].remove(rule(pack, "R-LIM-002")))
    ok(code != 0 and "R-LIM-002" in err, "a rule without an entry fails the start", err)
    code, _, err = with_pack(lambda pack: rule(pack, "R-LIM-002").update(id="R-LIM-999"))
    ok(code != 0 and "R-LIM-" in err, "an entry without a rule fails the start", err)
    code, _, err = with_pack(lambda pack: rule(pack, "R-LIM-005")["parameters"].clear())
    ok(code != 0 and "R-LIM-005" in err, "a missing parameter fails the start", err)
    code, out, _ = with_pack(lambda pack: rule(pack, "R-LIM-005")["parameters"].update(most=50000))
    ok(code == 0 and b"LIMITS.NOPIN" in out, "a parameter of one's own counts")
    code, out, _ = with_pack(
        lambda pack: rule(pack, "R-LIM-005").update(severity="blocker", parameters={"most": 50000})
    )
    ok(code == 1, "a severity of one's own counts")


def test_stage_and_time():
    files = [os.path.join(TOP, "tests", "data", "clean.ndjson")]
    _, at_approve, _ = check(files)
    code, at_ready, _ = check(files, "--stage", "ready")
    missing = [
        f["target"]["path"] for r in at_ready for f in r["findings"] if f["code"] == "DATA.MISSING"
    ]
    ok(
        code == 1 and any(p.endswith("/merchant_no") for p in missing),
        "at ready the numbers are due, which at approve are not",
        missing[:5],
    )
    pending = {r["layers"]["bank_account"]["state"] for r in at_approve}
    equal(pending, {"PENDING"}, "without the bank's word the account layer is PENDING")
    _, out, _ = run(["check", "--format", "ndjson", "--today", "2030-01-01"] + files)
    ok(b"CONTRACT.EXPIRED" in out, "--today decides what has expired")
    _, out, _ = run(["check", "--format", "ndjson", "--today", "2015-01-01"] + files)
    ok(b"MCC_FEE.BELOW_COST" not in out, "a rule is not in force before its day")


CLI = os.path.join(TOP, "service", "cli")


def source(*path):
    with open(os.path.join(TOP, "service", *path), encoding="utf-8") as file:
        return file.read()


def command_table():
    """Command -> the text of the file that runs it."""
    pairs = re.findall(r'\{"([a-z]+)", cmd_([a-z]+)_run, "help\.', source("cli", "main.c"))
    return {name: source("cli", "cmd_%s.c" % file) for name, file in pairs}


def accepted(text):
    """The options that a command's file names, and those of what it shares."""
    if "listing_parse(" in text:
        text += source("cli", "listing.c")
    if "diagnosis_sign_option(" in text:
        text += source("model", "diagnosis.c")
    return set(re.findall(r'"(--[a-z][a-z-]*)"', text))


def test_help():
    """Help names every command and every option that is taken, and no other."""
    table = command_table()
    rows = re.findall(r"_run\b", source("cli", "main.c"))
    files = {name for name in os.listdir(CLI) if re.fullmatch(r"cmd_[a-z]+\.c", name)}
    equal((len(table), len(files)), (len(rows), len(rows)), "each row of the table is read")
    for language in ("zh", "en"):
        _, out, _ = run(["--help", "--lang", language])
        named = re.findall(r"^  ([a-z]+)  +\S", out.decode(), re.MULTILINE)
        equal(named, sorted(table), "help in %s names each command, by the alphabet" % language)
        ok(max(widths(out.decode())) <= 80, "and fits 80 columns")
        for command, text in sorted(table.items()):
            code, out, err = run([command, "--help", "--lang", language])
            told = set(re.findall(r"--[a-z][a-z-]*", out.decode()))
            equal((code, err, accepted(text) - told), (0, b"", set()),
                  "%s: its help in %s names each option it takes" % (command, language))
            equal(told - accepted(text) - {"--lang", "--help"}, set(),
                  "%s: its help in %s names no other" % (command, language))
            ok(max(widths(out.decode())) <= 80, "%s: and fits 80 columns" % command)


test_explain()
test_help()
test_every_mistake_has_its_rules()
test_every_rule_is_tested()
test_template()
test_rulepack()
test_stage_and_time()
done()
