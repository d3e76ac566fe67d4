#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The messy spreadsheet of the reference folder against its answer key, both ways."""
import os

from tap import SHARED, check, done, ok, skip

RANK = {"info": 0, "warning": 1, "blocker": 2}


def read_key(path):
    with open(path, encoding="utf-8") as key:
        rows = [line.rstrip("\n").split("\t") for line in key][1:]
    return [(r[0], r[1].split(","), r[2].split("|"), r[3]) for r in rows if len(r) == 4]


def names(finding):
    code = finding["code"]
    return {
        code,
        code.split(".")[0],
        finding["layer"].upper(),
        *finding["mistakes"],
        *finding["regulations"],
    }


def matches(finding, ids, paths, severity):
    path = finding["target"]["path"]
    return (
        bool(names(finding) & set(ids))
        and any(path.startswith(p) for p in paths)
        and RANK[finding["severity"]] >= RANK[severity]
    )


def main():
    batch = os.path.join(SHARED, "batch")
    csv_file, key_file = os.path.join(batch, "messy-a.csv"), os.path.join(batch, "messy-a.key.tsv")
    if not os.path.exists(csv_file):
        skip("messy batch", "the reference folder ../shared is not here")
        done()
    code, reports, _ = check([csv_file])
    by_ref = {report["external_ref"]: report for report in reports}
    key = read_key(key_file)
    ok(code == 1, "the batch has blockers and nothing unreadable", code)
    ok(len(by_ref) == 170, "all applications are judged", len(by_ref))
    for ref, ids, paths, severity in key:
        findings = by_ref.get(ref, {"findings": []})["findings"]
        ok(
            any(matches(f, ids, paths, severity) for f in findings),
            "%s: %s at %s" % (ref, ",".join(ids), "|".join(paths)),
            "\n".join(
                "%s %s %s %s" % (f["severity"], f["code"], f["target"]["path"], f["mistakes"])
                for f in findings
            ),
        )
    for ref in sorted(set(by_ref) - {row[0] for row in key}):
        loud = [f for f in by_ref[ref]["findings"] if f["severity"] != "info"]
        ok(
            not loud and by_ref[ref]["verdict"] == "clear",
            "%s: clean" % ref,
            "\n".join("%s %s %s" % (f["severity"], f["code"], f["target"]["path"]) for f in loud),
        )
    facts = os.path.join(batch, "with-facts.csv")
    _, reports, _ = check([facts])
    for report in reports:
        loud = [f for f in report["findings"] if f["severity"] != "info"]
        ok(
            not loud,
            "%s of the clean batch" % report["external_ref"],
            "\n".join("%s %s %s" % (f["severity"], f["code"], f["target"]["path"]) for f in loud),
        )
    done()


main()
