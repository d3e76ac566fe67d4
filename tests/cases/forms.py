#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The clean samples: nothing found; and the same application gives the same findings in every
form."""
import copy
import csv
import glob
import io
import json
import os
import tempfile

from tap import TOP, check, done, equal, ok, run

DATA = os.path.join(TOP, "tests", "data")
SEVERE = ("warning", "blocker")


def stripped(report):
    """A report without places, which differ between forms, nor what only a spreadsheet has."""
    findings = []
    for finding in report["findings"]:
        if finding["code"] == "INTAKE.NORMALISED":
            continue
        finding = copy.deepcopy(finding)
        finding["target"].pop("source")
        if "file" in finding["params"]:  # where the first record stands
            finding.update(params={}, message={})
        findings.append(finding)
    return dict(report, findings=findings)


def loud(report):
    return [
        "%s %s %s" % (f["severity"], f["code"], f["target"]["path"])
        for f in report["findings"]
        if f["severity"] in SEVERE
    ]


def test_clean():
    files = sorted(glob.glob(os.path.join(DATA, "clean", "*.json")))
    ok(len(files) >= 12, "there are twelve samples or more", len(files))
    for file in files:
        for stage in ("approve", "contract", "submit"):
            code, reports, err = check([file], "--stage", stage)
            ok(
                code == 0 and not err and not loud(reports[0]),
                "%s is clean at %s" % (os.path.basename(file), stage),
                err + "\n".join(loud(reports[0]) if reports else []),
            )


def test_same_in_every_form():
    _, from_ndjson, _ = check([os.path.join(DATA, "clean.ndjson")])
    _, from_csv, _ = check([os.path.join(DATA, "clean.csv")])
    by_ref = {r["external_ref"]: stripped(r) for r in from_csv}
    for report in from_ndjson:
        equal(
            stripped(report),
            by_ref[report["external_ref"]],
            "%s: NDJSON and CSV agree" % report["external_ref"],
        )
    for file in sorted(glob.glob(os.path.join(DATA, "clean", "*.json"))):
        _, reports, _ = check([file])
        equal(
            stripped(reports[0]),
            by_ref[reports[0]["external_ref"]],
            "%s: JSON and CSV agree" % os.path.basename(file),
        )


def test_same_mistakes_in_every_form():
    _, from_ndjson, _ = check([os.path.join(DATA, "mistakes.ndjson")])
    _, from_csv, _ = check([os.path.join(DATA, "mistakes.csv")])
    by_ref = {r["external_ref"]: stripped(r) for r in from_csv}
    for report in from_ndjson:
        ref = report["external_ref"]
        equal(stripped(report), by_ref[ref], "%s: the same mistakes in NDJSON and CSV" % ref)
        ok(report["verdict"] == "blocked", "%s: the mistake blocks" % ref, loud(report))


def rewrite(rows, encoding, headers=None, order=None, line_end="\r\n"):
    order = order or list(range(len(rows[0])))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=line_end)
    writer.writerow([(headers or rows[0])[i] for i in order])
    for row in rows[1:]:
        writer.writerow([row[i] for i in order])
    return text.getvalue().encode(encoding)


def test_spreadsheet_spellings():
    with open(os.path.join(DATA, "clean.csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    with open(os.path.join(TOP, "schemas", "application.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    keys = {}
    groups = dict(schema["properties"], device=schema["$defs"]["device"])
    for group in groups.values():
        for key, spec in group.get("properties", {}).items():
            keys[spec["title"]] = key
    want = [stripped(r) for r in check([os.path.join(DATA, "clean.csv")])[1]]
    forms = {
        "GB18030": rewrite(rows, "gb18030"),
        "UTF-8 without byte order mark": rewrite(rows, "utf-8"),
        "line feeds": rewrite(rows, "utf-8", line_end="\n"),
        "keys as headers": rewrite(rows, "utf-8", headers=[keys[h] for h in rows[0]]),
        "columns reversed": rewrite(rows, "utf-8", order=list(range(len(rows[0])))[::-1]),
    }
    for name, data in forms.items():
        with tempfile.NamedTemporaryFile(suffix=".csv") as file:
            file.write(data)
            file.flush()
            equal(
                [stripped(r) for r in check([file.name])[1]], want, "the same findings: %s" % name
            )
        equal(
            [stripped(r) for r in check(["-"], data=data)[1]],
            want,
            "the same from standard input: %s" % name,
        )


def test_deterministic():
    for form in ("ndjson", "json", "text"):
        arguments = [
            "check",
            "--today",
            "2026-11-23",
            "--format",
            form,
            os.path.join(DATA, "clean.ndjson"),
            os.path.join(DATA, "clean.csv"),
        ]
        outs = {run(arguments)[1] for _ in range(4)}
        ok(len(outs) == 1, "%s output is the same each time" % form)


test_clean()
test_same_in_every_form()
test_same_mistakes_in_every_form()
test_spreadsheet_spellings()
test_deterministic()
done()
