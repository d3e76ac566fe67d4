# SPDX-License-Identifier: Apache-2.0
"""Runs spoilt applications through the program and judges what it found in them."""
import atexit
import json
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor

from plant import INFO, RANK
from tap import TOP, check, run

WORKERS = 2
INSTRUMENTED = os.environ.get("INSTRUMENTED") == "yes"

with open(os.path.join(TOP, "schemas", "rulepack.json"), encoding="utf-8") as pack_file:
    PACK = json.load(pack_file)
FORECASTS = {(f["mistake"], f["variant"]): f for f in PACK["forecasts"]}


# What the acquirer of the samples demands, beyond what everybody knows of it.
PROFILE = {
    "institutions": ["4802"],
    "app_version_min": "300000",
    "txn_versions": {"contactless": "315000"},
    "tpdu": "6000000000",
    "host_addr": "10.0.0.1:8888",
}


def import_catalogue():
    """A folder with the built-in acquirers, one of them with its profile, as an operator has it."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    with open(os.path.join(TOP, "schemas", "acquirers.json"), encoding="utf-8") as file:
        acquirers = json.load(file)
    (row,) = [r for r in acquirers["rows"] if r["prefix"] == "898"]
    row.update(PROFILE)
    path = os.path.join(folder, "with-profile.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(acquirers, file, ensure_ascii=False)
    code, _, err = run(["catalogue", "import", "--dir", folder, path])
    if code != 0:
        raise RuntimeError(err)
    return folder


CATALOGUES = import_catalogue()


def write_lines(path, documents):
    with open(path, "w", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps(document, ensure_ascii=False) + "\n")


def reports_of(cases, *options, audience="risk"):
    """The reports of (application, facts) pairs of different samples, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("applications.ndjson", "facts.ndjson")]
        write_lines(paths[0], [app for app, _ in cases])
        write_lines(paths[1], [facts for _, facts in cases])
        code, reports, errors = check(
            [paths[0]], "--facts", paths[1], "--audience", audience, "--catalogues", CATALOGUES,
            *options
        )
    if len(reports) != len(cases):
        raise RuntimeError("exit code %d, %d reports: %s" % (code, len(reports), errors))
    return reports


def reports_of_batches(batches):
    """The reports of each of many batches; the samples of one batch are all different."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(reports_of, batches))


# ---- judging


def names(finding, identity):
    return identity in finding["mistakes"] or identity in finding["regulations"]


def chain(finding, by_key):
    """The finding and what is said to have caused it, up to the head."""
    seen = []
    while finding is not None and finding not in seen:
        seen.append(finding)
        cause = finding["caused_by"][0] if finding["caused_by"] else None
        finding = by_key.get(cause)
    return seen


def leads_to(finding, identity, by_key):
    return any(names(link, identity) for link in chain(finding, by_key))


def keyed(findings):
    return {finding["key"]: finding for finding in findings}


def found(m, findings):
    return [f for f in findings if names(f, m.id) and RANK[f["severity"]] >= RANK[m.floor]]


def foretold(m, findings):
    """One of the findings foretells what the research says of this mistake."""
    want = FORECASTS.get((m.id, m.variant))
    if want is None or not m.forecast:
        return True
    return any(
        (entry["stage"], entry["de39"]) == (want["stage"], want["de39"])
        for finding in findings
        for entry in finding["would_fail_as"]
    )


def extras_of_all(ids, findings):
    """What is above information and neither names one of the ids nor is caused by one that does."""
    by_key = keyed(findings)
    return [
        f
        for f in findings
        if RANK[f["severity"]] > RANK[INFO] and not any(leads_to(f, i, by_key) for i in ids)
    ]


def extras(m, findings):
    return extras_of_all((m.id,), findings)


def cell(m, report):
    """`+`, or what is wrong: `-` not found, F other forecast, X other findings too, B both."""
    hits = found(m, report["findings"])
    if not hits:
        return "-"
    right, more = foretold(m, hits), extras(m, report["findings"])
    if right and not more:
        return "+"
    return "B" if more and not right else "X" if more else "F"


def said(report):
    """The findings in short, for a failed test."""
    return "\n".join(
        "%s %s %s %s %s%s"
        % (
            f["severity"],
            f["rule"]["id"],
            f["code"],
            f["target"]["path"],
            ",".join(f["mistakes"] + f["regulations"]),
            " caused" if f["caused_by"] else "",
        )
        for f in report["findings"]
    )
