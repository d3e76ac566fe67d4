#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check --facts from outside: the forms of the file, which answers belong to which application and
terminal, and what the report says of them."""
import copy
import json
import os
import tempfile

from clean_facts import AT, load_sample
from harness import said
from plant import drop, put
from tap import TODAY, check, done, equal, ok

NAMES = ("household", "restaurant-till", "taxi-mobile")


def dumps(document):
    return json.dumps(document, ensure_ascii=False)


def run_check(apps, text, *options):
    """Exit code, reports by reference, standard error; `text` is the facts file."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("applications.ndjson", "facts.json")]
        with open(paths[0], "w", encoding="utf-8") as file:
            file.write("".join(dumps(app) + "\n" for app in apps))
        with open(paths[1], "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        code, reports, errors = check([paths[0]], "--facts", paths[1], *options)
    return code, {r["external_ref"]: r for r in reports}, errors


def of(name, *plants, options=(), audience="risk"):
    """The report of a sample after the plants."""
    app, facts = load_sample(name)
    for plant in plants:
        plant(app, facts)
    _, reports, _ = run_check([app], dumps(facts), "--audience", audience, *options)
    return reports[app["application"]["external_ref"]]


def state(report, layer):
    return report["layers"][layer]["state"]


def codes(report):
    return sorted({f["code"] for f in report["findings"] if f["severity"] != "info"})


def passed(report):
    return all(
        r["state"] == "PASSED" for layer, r in report["layers"].items() if layer != "callback"
    )


# ---- the file


def samples():
    return [load_sample(name) for name in NAMES]


def test_forms():
    pairs = samples()
    apps, facts = [a for a, _ in pairs], [f for _, f in pairs]
    lines = [dumps(f) for f in facts]
    forms = {
        "lines in the order of the applications": "\n".join(lines) + "\n",
        "lines in another order": "\n".join(lines[::-1]) + "\n",
        "lines with blank ones between": "\n\n".join(lines) + "\n\n",
        "lines that end as on Windows": "\r\n".join(lines) + "\r\n",
        "no newline at the end": "\n".join(lines),
        "a byte order mark": "\ufeff" + "\n".join(lines),
        "an array": json.dumps(facts, ensure_ascii=False, indent=1),
    }
    for what, text in forms.items():
        code, reports, errors = run_check(apps, text)
        ok(code == 0 and all(map(passed, reports.values())), "%s: all are passed" % what, errors)


def test_one_object():
    app, facts = load_sample("household")
    for indent in (None, 2):
        code, reports, errors = run_check([app], json.dumps(facts, indent=indent))
        ok(code == 0 and passed(reports["S-0002"]), "one object, indent %s" % indent, errors)


def test_missing_reference():
    pairs = samples()
    apps, facts = [a for a, _ in pairs], [f for _, f in pairs]
    code, reports, _ = run_check(apps, "\n".join(dumps(f) for f in facts[1:]))
    report = reports["S-0002"]
    ok(code == 0 and not codes(report), "facts of others only: nothing above information",
       said(report))
    waiting = {layer for layer, r in report["layers"].items() if r["state"] == "PENDING"}
    ok({"screening", "bank_account", "contract", "binding", "keys", "parameters"} <= waiting,
       "facts of others only: the layers wait", waiting)
    reasons = [report["layers"][layer].get("reason", {}).get("en") for layer in sorted(waiting)]
    ok(all(reasons), "and say what is missing", reasons)
    ok(passed(reports["S-0008"]), "the others are passed")


def test_bad_files():
    app, facts = load_sample("household")
    nameless = {k: v for k, v in facts.items() if k != "external_ref"}
    other = copy.deepcopy(facts)
    other["host"]["merchant_state"] = "absent"
    files = {
        "nobody's facts": dumps(nameless) + "\n" + dumps(facts),
        "twice": dumps(facts) + "\n" + dumps(other),
        "broken line": dumps(nameless)[:-1] + ", \"external_ref\": \"S-0002\"",
        "no JSON": "hello\n",
        "empty": "",
        "a number": "7",
        "bytes that are no UTF-8": dumps(facts).encode() + b"\n\xff\xfe{\n",
    }
    for what, text in files.items():
        code, reports, errors = run_check([app], text)
        ok(code == 2 and errors, "%s: exit code 2, and it is said" % what, (code, errors))
        equal(len(reports), 0 if text == "" else 1,
              "%s: the application is judged unless there is no file to read" % what)
    code, reports, _ = run_check([app], dumps(facts) + "\n" + dumps(other))
    states = {r["state"] for k, r in reports["S-0002"]["layers"].items() if k != "callback"}
    equal(states, {"PENDING"}, "twice: neither counts")
    equal(codes(reports["S-0002"]), ["DATA.FACTS_TWICE"], "twice: the report says so")
    code, reports, _ = run_check([app], "hello\n")
    ok(not passed(reports["S-0002"]), "no JSON: no layer is passed by it")
    code, _, errors = check([os.devnull], "--facts", os.path.join(os.sep, "no", "such", "file"))
    ok(code == 2 and errors, "no such file: exit code 2", errors)


def test_unknown_key():
    app, facts = load_sample("household")
    facts["host"]["merchant_stat"] = facts["host"].pop("merchant_state")
    code, reports, errors = run_check([app], dumps(facts))
    ok("merchant_state" in errors, "a key that does not exist: the nearest is named", errors)
    ok(state(reports["S-0002"], "binding") != "PASSED", "and what it meant is not asked")


def test_stage():
    unfinished = put("contract.raw_status", "02")
    contracting = of("household", unfinished, options=("--stage", "contract"))
    equal(codes(of("household", unfinished)), ["CONTRACT.NOT_EFFECTIVE"],
          "with facts the stage is ready")
    equal(codes(contracting), [], "an unfinished contract is no mistake while contracting")
    no_host = [drop("host", "devices", "terminals", "install", "contract")]
    early = of("household", *no_host, options=("--stage", "approve"))
    equal(early["layers"]["screening"]["state"], "PASSED", "approve: the lists were asked")
    equal(early["layers"]["bank_account"]["state"], "PASSED", "approve: the bank was asked")
    ok(not codes(early), "approve: the host is not asked for yet", said(early))


# ---- terminals


def test_joining():
    by_serial = put("terminals.0.terminal_no", "10999999")
    report = of("taxi-mobile", by_serial)
    equal(codes(report), ["BINDING.READBACK_TERMINAL"], "joined by serial: the number is wrong")
    by_number = put("terminals.0.tusn", "00000204999999999999")
    report = of("taxi-mobile", by_number)
    equal(codes(report), ["BINDING.READBACK_TUSN"], "joined by number: the serial is wrong")
    both = [put("terminals.0.terminal_no", "10999999"),
            put("terminals.0.tusn", "00000204999999999999")]
    report = of("taxi-mobile", *both)
    equal(codes(report), ["BINDING.READBACK_TERMINAL", "BINDING.READBACK_TUSN"],
          "joined as the only one left: both are wrong")

    def shuffle(app, facts):
        for records in (facts["devices"], facts["terminals"], facts["install"],
                        facts["host"]["terminals"]):
            records.append(records.pop(0))

    ok(passed(of("taxi-mobile", shuffle)), "the order of the records does not matter")


def test_unmatched():
    def strange(app, facts):
        twin = copy.deepcopy(facts["terminals"][0])
        twin.update(terminal_no="10999999", tusn="00000204999999999999")
        facts["terminals"].append(twin)

    report = of("taxi-mobile", strange)
    equal(codes(report), ["BINDING.UNMATCHED_READBACK"], "a read-back of no terminal is a finding")

    def two_left(app, facts):
        for i in (0, 1):
            facts["terminals"][i].update(terminal_no="1099999%d" % i,
                                         tusn="0000020499999999999%d" % i)

    report = of("taxi-mobile", two_left)
    equal(codes(report), ["BINDING.UNMATCHED_READBACK"], "two left over: neither is guessed")
    ok(state(report, "keys") != "PASSED", "and their keys are not passed", state(report, "keys"))
    gone = of("taxi-mobile", lambda app, facts: facts["terminals"].pop())
    equal(codes(gone), [], "one read-back is missing: nothing above information")
    equal(state(gone, "keys"), "PENDING", "and the keys wait")


def test_no_records():
    """An empty list is a list that says nothing; the host's is all that it has."""
    lists = {"risk": ["screening"], "devices": ["device", "binding"],
             "install": ["keys", "binding"],
             "terminals": ["keys", "parameters", "binding"]}
    for name, layers in lists.items():
        report = of("household", put(name, []))
        equal(codes(report), [], "%s empty: nothing above information" % name)
        states = {layer: state(report, layer) for layer in layers}
        equal(states, dict.fromkeys(layers, "PENDING"), "%s empty: the layers wait" % name)


    report = of("household", put("host.terminals", []))
    equal(codes(report), ["BINDING.TERMINAL_ABSENT"], "the host has no terminal: T01")
    equal(state(report, "binding"), "FAILED", "the host has no terminal: it will not do")
    equal(state(report, "keys"), "PENDING", "the host has no terminal: nothing is known of keys")


def replaced(app, facts):
    """The host still has the record of the terminal that stood there before."""
    old = copy.deepcopy(facts["host"]["terminals"][0])
    old.update(state="closed", tusn="00000204000000099999")
    facts["host"]["terminals"].append(old)
    gone = copy.deepcopy(facts["devices"][0])
    gone.update(tusn="00000204000000099999", tusn_state="void")
    facts["devices"].append(gone)


def test_replaced():
    ok(passed(of("household", replaced)), "a terminal that was given up is in nobody's way")
    turned = of("household", replaced, lambda app, facts: (facts["host"]["terminals"].reverse(),
                                                           facts["devices"].reverse()))
    ok(passed(turned), "in whatever order", said(turned))
    for key, state_of in (("state", "closed"), ("state", "lost"), ("tusn_state", "void")):
        def contradict(app, facts):
            records = facts["devices"] if key == "tusn_state" else facts["host"]["terminals"]
            records.append(dict(records[0], **{key: state_of}))
        report = of("household", contradict)
        equal(report["verdict"], "blocked", "%s of the very same terminal: blocked" % state_of)
    still = of("household", replaced, put("host.terminals.1.state", "open"))
    ok("BINDING.SHARED_NUMBER" in codes(still), "one that was not is", said(still))
    shared = [f for f in still["findings"] if f["code"] == "BINDING.SHARED_NUMBER"]
    equal(len(shared), 1, "and two of one number are told once")


# ---- whose they are


def test_references():
    """A reference in escapes is the same; records of nobody's are told, and are no fault."""
    app, facts = load_sample("household")
    for reference in ("S-0002", "门店-02", 'a"b\\c'):
        app["application"]["external_ref"] = facts["external_ref"] = reference
        code, reports, errors = run_check([app], json.dumps(facts))
        ok(code == 0 and passed(reports[reference]), "%s: found by its escapes" % reference, errors)
    other = dict(facts, external_ref="S-9999")
    code, reports, errors = run_check([app], dumps(facts) + "\n" + dumps(other))
    ok(code == 0 and ":2: " in errors, "facts of nobody's are told", (code, errors))
    code, reports, errors = run_check([app], dumps(facts))
    equal((code, errors), (0, ""), "and where there are none nothing is told")


def test_pipe():
    """`--facts <(command)`: a pipe with a name."""
    app, facts = load_sample("household")
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("applications.ndjson", "facts")]
        with open(paths[0], "w", encoding="utf-8") as file:
            file.write(dumps(app))
        os.mkfifo(paths[1])
        writer = os.fork()
        if writer == 0:
            with open(paths[1], "w", encoding="utf-8") as file:
                file.write(dumps(facts))
            os._exit(0)
        code, reports, errors = check([paths[0]], "--facts", paths[1])
        os.waitpid(writer, 0)
    ok(code == 0 and passed(reports[0]), "facts from a pipe with a name", errors)


def test_many_terminals():
    """A thousand terminals with all that may be said of each are one record."""
    app, facts = load_sample("household")
    for records in (facts["host"]["terminals"], facts["devices"], facts["terminals"],
                    facts["install"]):
        first = records[0]
        records.extend(dict(first, tusn="%020d" % i, terminal_no="%08d" % i)
                       for i in range(1, 1001))
    for record in facts["devices"] + facts["install"]:
        record.pop("terminal_no" if "model" in record else "tusn", None)
    code, reports, errors = run_check([app], dumps(facts))
    ok(len(dumps(facts)) > 1 << 20, "the record is over 1 MiB")
    equal((code, errors), (1, ""), "and can be read")
    ok("BINDING.UNMATCHED_READBACK" in codes(reports["S-0002"]), "all of it")


# ---- judged against what


def test_own_time():
    """Three days old and still good: sign-on and clock are those of the read-back's own time."""
    earlier = AT.replace(TODAY, "2026-11-20")
    moved = [put("terminals.0." + key, earlier) for key in ("at", "sign_on_at", "clock")]
    report = of("household", *moved)
    ok(passed(report), "sign-on and clock are held against the time of the read-back", said(report))
    report = of("household", *moved[:2])
    equal(codes(report), ["PARAMETERS.CLOCK"], "a clock of today in an answer of three days ago")
    zone = put("terminals.0.clock", "2026-11-23T00:30:00Z")
    ok(passed(of("household", zone)), "the same instant in another zone is the same")


def test_plan():
    """The date in the application is a plan."""
    for day in ("2026-11-25", "2026-12-01", "2026-11-20"):
        report = of("household", put("app.devices.0.install_date", day))
        drift = [f for f in report["findings"] if f["code"].startswith("BINDING.INSTALLED")]
        ok(not drift, "installed on another day than %s: no contradiction" % day, said(report))


def test_inspection():
    """After years the last inspection may have been today; the next is within a year of it."""
    dates = [put("install.0.installed_at", "2024-06-01"), put("install.0.trained_at", "2024-06-01"),
             put("contract.contract_from", "2024-05-01")]
    for day, want in (("2027-11-23", []), ("2027-11-24", ["BINDING.INSPECTION_LATE"])):
        report = of("household", *dates, put("install.0.inspection_next", day))
        equal(codes(report), want, "installed years ago, next inspection on %s" % day)


def test_screening():
    for result in ("listed", "similar"):
        plant = put("risk.0.result", result)
        risk = of("household", plant)
        sales = of("household", plant, audience="sales")
        shown = [f for f in risk["findings"] if f["layer"] == "screening"]
        hidden = [f for f in sales["findings"] if f["layer"] == "screening"]
        ok(shown and not hidden, "%s: risk staff see it, sales do not" % result, said(sales))
        text = dumps(sales)
        ok(result not in text and "RC-" not in text, "%s: not a word of it" % result, text)
        equal(state(sales, "screening"), "PENDING", "%s: sales see that it is in review" % result)
        ok(sales["verdict"] != "clear", "%s: and no clear verdict" % result, sales["verdict"])
    equal(state(of("household", put("risk.0.result", "listed")), "screening"), "FAILED",
          "listed: the layer fails")


def test_report():
    report = of("restaurant-till", put("host.terminals.1.kcv.value", "0BADCAFE"))
    (finding,) = [f for f in report["findings"] if f["severity"] == "blocker"]
    places = [(e["path"], e["source"], e["at"]) for e in finding["evidence"]]
    equal(places, [("/facts/terminals/1/kcv", "terminal", AT),
                   ("/facts/host/terminals/1/kcv", "host", AT)],
          "a finding rests on both answers, with source and time")
    equal(finding["target"]["path"], "/facts/terminals/1/kcv", "and names the first")
    layers = of("household")["layers"]
    for layer, result in layers.items():
        if layer not in ("callback", "identity"):
            ok(result.get("source") and result.get("as_of") == "2026-11-23T00:30:00Z",
               "%s: source and time of what decided it" % layer, result)
    equal(layers["contract"].get("external_status"), "03", "the partner's own word is kept")


def test_hidden_account():
    """Numbers of accounts and people are masked in what facts say, too."""
    app, facts = load_sample("household")
    report = of("household", put("host.account_no", "6217000275740559242"),
                put("host.usc_or_id", "92310115MA1EX0099X"))
    text = dumps(report)
    for number in ("6217000275740559242", "92310115MA1EX0099X", app["settle"]["account_no"]):
        ok(number not in text, "no number of an account or a person is shown whole", text[:300])
    for place in ("bank_account.result", "contract.raw_status", "host.merchant_state",
                  "contract.source", "devices.0.tusn", "devices.0.bound_to",
                  "host.merchant_no", "terminals.0.terminal_no"):
        text = dumps(of("household", put(place, "6217000275740559242"), audience="sales"))
        ok("6217000275740559242" not in text, "%s: nor one that is out of place" % place)
    text = dumps(of("household", put("contract.raw_status", "6217 0002 7574 0559 242"),
                    put("app.devices.0.term_model", "6217000275740559242"),
                    put("app.image.img_licence", "6217000275740559242"),
                    put("host.merchant_no", "13800138000"), audience="sales"))
    for number in ("6217000275740559242", "6217 0002 7574 0559 242", "13800138000"):
        ok(number not in text, "%s: nor in groups, nor in a hash's place" % number)


def test_unusable():
    """What cannot be used, or says nothing, passes nothing, whichever key it is."""
    keys = {"host.unrouted_bins": "parameters", "bank_account.debitable": "bank_account",
            "risk.0.score": "screening", "risk.0.list_id": "screening",
            "install.0.branch_province": "binding", "terminals.0.host_last_trace": "keys",
            "install.0.retention_years": "identity", "contract.contract_from": "contract"}
    for key, layer in keys.items():
        for value in ({}, "\u3000" if key != "install.0.branch_province" else 5):
            report = of("household", put(key, value))
            ok(state(report, layer) in ("PENDING", "FAILED"),
               "%s: %r passes nothing" % (key, value), said(report))
            ok([f for f in report["findings"] if f["target"]["path"].endswith(key.split(".")[-1])],
               "%s: %r is told" % (key, value))
    origins = {"bank_account.source": " ", "host.terminals.0.at": "gestern",
               "host.terminals.0.ttl_days": -1, "host.terminals.0.source": 5}
    for key, value in origins.items():
        report = of("household", put(key, value))
        ok("DATA.NO_ORIGIN" in codes(report), "%s: %r is no origin" % (key, value), said(report))
    short = [put(end + ".0.kcv", {"algorithm": "tdes", "method": "ecb_zero", "length": 1,
                                  "value": "4B"}) for end in ("terminals", "host.terminals")]
    equal(state(of("household", *short), "keys"), "PENDING", "one byte of a key proves nothing")


test_forms()
test_one_object()
test_missing_reference()
test_bad_files()
test_unknown_key()
test_stage()
test_joining()
test_unmatched()
test_no_records()
test_own_time()
test_plan()
test_inspection()
test_screening()
test_report()
test_hidden_account()
test_replaced()
test_references()
test_pipe()
test_many_terminals()
test_unusable()
done()
