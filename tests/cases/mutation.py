#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each known mistake, planted alone in each clean sample with clean facts: it is found, with its
forecast, and nothing else that it does not cause. The table is a golden file.

mutation.py          tests
mutation.py --write  writes the golden table
mutation.py --table  prints it"""
import os
import sys

from clean_facts import SAMPLES, load_sample
from harness import FORECASTS, INSTRUMENTED, PACK, cell, reports_of, reports_of_batches, said
from mutations import MERCHANT_MUTATIONS
from mutations_regulation import REGULATION_MUTATIONS
from mutations_terminal import TERMINAL_MUTATIONS
from plant import ALL, apply, label
from tap import SHARED, TOP, done, equal, ok, skip

MUTATIONS = MERCHANT_MUTATIONS + TERMINAL_MUTATIONS + REGULATION_MUTATIONS
GOLDEN = os.path.join(TOP, "tests", "data", "mutation.golden")
HEAD = """\
# Each mistake and regulation (lines) planted alone in each clean sample (columns).
# + found, its forecast right, nothing else that it does not cause   . cannot be planted there
# - not found   F another forecast   X findings it does not cause    B both F and X
"""


def samples():
    return ("restaurant-till", "micro") if INSTRUMENTED else SAMPLES


# ---- clean


def test_clean():
    for name, report in zip(samples(), reports_of([load_sample(s) for s in samples()])):
        states = {layer: result["state"] for layer, result in report["layers"].items()}
        want = {layer: "PASSED" for layer in states}
        want["callback"] = "NOT_STARTED"
        equal(states, want, "%s with clean facts: every layer that facts decide is passed" % name)
        loud = [f for f in report["findings"] if f["severity"] != "info"]
        ok(not loud, "%s with clean facts: nothing above information" % name, said(report))


# ---- one mistake at a time


def spoilt(m, sample):
    app, facts = load_sample(sample)
    apply(m, app, facts)
    return app, facts


def cells():
    """(mutation, sample) -> what the table says, and the report."""
    where = [[s for s in samples() if s in m.where] for m in MUTATIONS]
    batches = [[spoilt(m, s) for s in some] for m, some in zip(MUTATIONS, where)]
    table = {(m, s): (".", None) for m in MUTATIONS for s in samples()}
    for m, some, reports in zip(MUTATIONS, where, reports_of_batches(batches)):
        for s, report in zip(some, reports):
            table[m, s] = cell(m, report), report
    return table


def lines_of(table):
    width = max(len(label(m)) for m in MUTATIONS)
    heads = "".join(" %-9.9s" % s for s in samples())
    lines = ["%-*s%s" % (width, "", heads)]
    for m in MUTATIONS:
        row = "".join(" %-9s" % table[m, s][0] for s in samples())
        lines.append(("%-*s%s" % (width, label(m), row)).rstrip())
    return lines


def test_table(table):
    for m in MUTATIONS:
        bad = {s: table[m, s] for s in samples() if table[m, s][0] not in "+."}
        ok(
            not bad,
            "%s: found, foretold, and nothing else" % label(m),
            "\n".join("%s %s\n%s" % (s, c, said(report)) for s, (c, report) in bad.items()),
        )


def read_golden():
    with open(GOLDEN, encoding="utf-8") as file:
        return file.read()


def test_golden(table):
    if INSTRUMENTED:
        skip("the golden table", "two samples only under instrumentation")
        return
    equal(HEAD + "\n".join(lines_of(table)) + "\n", read_golden(), "the table is the golden one")


# ---- the harness itself


def test_coverage():
    """Every mistake, every variant and every regulation is planted, in most samples."""
    planted = {(m.id, m.variant) for m in MUTATIONS}
    mistakes = {(f["mistake"], f["variant"]) for f in PACK["forecasts"]}
    regulations = {(r["id"], "") for r in PACK["regulations"]}
    equal(planted, mistakes | regulations, "every variant and every regulation is planted")
    for identity, variant in sorted(mistakes):
        where = {s for m in MUTATIONS if (m.id, m.variant) == (identity, variant) for s in m.where}
        equal(where, ALL, "%s%s is planted in each sample" % (identity, variant and "/" + variant))


def shared_rows(name):
    path = os.path.join(SHARED, "domain", name)
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file][1:]


def test_forecasts():
    rows = shared_rows("forecasts.tsv")
    if rows is None:
        skip("forecasts of the reference", "the reference folder ../shared is not here")
        return
    want = {(r[0], r[1]): (r[2], r[3] or None, r[4].split(), r[7], r[8]) for r in rows}
    got = {
        key: (f["stage"], f["de39"], f["alternates"], f["confidence"],
              "yes" if f["waivable"] else "no")
        for key, f in FORECASTS.items()
    }
    equal(got, want, "the pack's forecasts are those of the reference")


def main():
    if "--table" in sys.argv:
        print(read_golden(), end="")
        return
    if "--write" in sys.argv:
        text = HEAD + "\n".join(lines_of(cells())) + "\n"
        with open(GOLDEN, "w", encoding="utf-8") as file:
            file.write(text)
        return
    test_coverage()
    test_forecasts()
    test_clean()
    table = cells()
    test_table(table)
    test_golden(table)
    for line in ["---- table", *lines_of(table), "---- end"]:
        print("# " + line)
    done()


main()
