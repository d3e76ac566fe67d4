#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""diagnose: each pattern names the right mistake first, also when little is told; what is not
set-up is said to be; acquirers' own codes count; both languages fit 80 columns."""
import json
import os
import re

from tap import TODAY, TOP, check, done, equal, ok, run

KEYS = "codes acquirer meaning verdict who causes message ask".split()
CAUSE_KEYS = (
    "mistake variant score title reasons check_first fixed_by rules forecast findings".split()
)

# What domain knowledge says of a decline: options, and which mistakes may come first.
FIRST = [
    ("97 or 03 at sign-on", "97 --sign-on failed", "T01 M01 M02 T02"),
    ("97 or 03 at sign-on", "03 --sign-on failed", "T01 M01 M02 T02"),
    ("97 or 03 at sign-on", "97", "T01 M01 M02 T02"),
    ("97 or 03 at sign-on", "03", "T01 M01 M02 T02"),
    ("97 or 03 at sign-on", "03 --txn sign_on", "T01 M01 M02 T02"),
    ("sign-on ok, then A0", "A0 --sign-on ok", "K02 K09"),
    ("sign-on ok, then A0", "A0 --sign-on ok --cards many", "K02 K09"),
    ("sign-on ok, then A0", "a0", "K02 K09"),
    ("PIN fails on every card", "55 --pin yes --cards many --sign-on ok", "K02 K06 K03"),
    ("PIN fails on every card", "99 --pin yes --cards many --sign-on ok", "K02 K06 K03"),
    ("PIN fails on every card", "55 --cards many", "K02 K06 K03"),
    ("PIN fails on every card", "99", "K02 K06 K03"),
    ("PIN fails on every card", "38 --cards many", "K02 K06 K03"),
    ("two devices, one number", "A0,77,94 --terminals many", "T09"),
    ("two devices, one number", "A0,77,94", "T09"),
    ("two devices, one number", "77,A0", "T09"),
    ("two devices, one number", "94", "T09"),
    ("two devices, one number", "A0 --terminals many", "T09"),
    ("96 for one new merchant", "96", "M09 M10 M12 M13"),
    ("96 for one new merchant", "96 --merchants one", "M09 M10 M12 M13"),
    ("96 for one new merchant", "96 --merchants one --sign-on ok", "M09 M10 M12 M13"),
    ("58 on one card kind", "58 --cards many --card-kind one", "M08"),
    ("58 on one card kind", "58 --cards many", "M08"),
    ("58 on one card kind", "58", "M08"),
    ("45 on every chip card", "45 --entry chip --cards many", "T06 P01"),
    ("45 on every chip card", "45", "T06 P01"),
    ("25 after a swap", "25 --after swap", "K08 T09 M02"),
    ("25 after a swap", "25 --after swap --txn void", "K08 T09 M02"),
    ("61 on small amounts", "61 --amount small", "M09"),
    ("61 on small amounts", "61 --cards many", "M09"),
    ("62 in one shop", "62 --merchants one", "M07 M08"),
    ("62 in one shop", "62 --cards many", "M07 M08"),
    ("no code", "none", "P02"),
    ("no code", "NONE --sign-on failed", "P02"),
]

# One row a pattern of schemas/diagnosis.json: told so, it names this mistake first.
PATTERNS = {
    "number_pair": ("97 --sign-on failed", "T01"),
    "invalid_merchant_at_sale": ("03 --sign-on ok", "M03"),
    "mac_after_sign_on": ("A0 --sign-on ok", "K02"),
    "pin_after_sign_on": ("55 --pin yes --cards many --sign-on ok", "K02"),
    "no_working_keys": ("77 --sign-on failed", "K04"),
    "key_record": ("A7 --sign-on failed", "K05"),
    "record_at_sign_on": ("96 --sign-on failed", "K05"),
    "shared_number": ("A0,94 --terminals many", "T09"),
    "repeated_trace": ("94", "T09"),
    "keys_overwritten": ("77 --terminals many", "T09"),
    "record_missing": ("96 --merchants one", "M09"),
    "kind_not_opened": ("57 --cards many --card-kind one", "M08"),
    "terminal_barred": ("58 --card-kind all", "T03"),
    "wrong_area": ("62 --merchants one --cards many", "M07"),
    "chip_refused": ("45 --entry chip --cards many", "T06"),
    "chip_declined": ("34 --entry chip --cards many", "P01"),
    "track_not_read": ("14 --cards many", "K07"),
    "stripe_format": ("30 --entry stripe", "K07"),
    "tap_format": ("30 --entry tap", "T06"),
    "type_not_supported": ("12 --txn preauth", "P03"),
    "void_after_swap": ("25 --txn void --after swap", "K08"),
    "small_amount": ("65 --amount small --cards many", "M09"),
    "nopin_limit": ("61 --pin no --cards many", "P06"),
    "no_answer": ("none", "P02"),
    "line_at_sign_on": ("92 --sign-on failed", "P02"),
    "route_closed": ("92 --sign-on ok --cards many", "M13"),
    "bin_not_routed": ("15 --cards many", "M13"),
    "many_merchants": ("30 --merchants many", "M06"),
    "clock": ("54 --cards many", "P05"),
    "swapped_serial": ("97 --after swap", "T04"),
    "moved_line": ("58 --after move", "T07"),
    "after_swap": ("A0 --after swap", "K02"),
    "after_move": ("58 --after move", "T07"),
    "after_update": ("45 --after update --entry chip", "P01"),
}

# One row an answer of schemas/diagnosis.json: verdict and whose matter it is.
ANSWERS = {
    "approved": ("00", "not_setup", "nobody"),
    "balance": ("51", "not_setup", "cardholder"),
    "pick_up": ("41", "not_setup", "issuer"),
    "issuer_refuses": ("05", "not_setup", "cardholder_or_issuer"),
    "busy": ("90", "not_setup", "switch_team"),
    "switch_busy": ("20000", "not_setup", "switch_team"),
    "expired": ("54 --cards one", "not_setup", "cardholder"),
    "wrong_pin": ("55 --cards one", "not_setup", "cardholder"),
    "worn_card": ("14 --cards one --entry stripe", "not_setup", "cardholder"),
    "one_card": ("14 --cards one", "not_setup", "cardholder_or_issuer"),
    "own_limit": ("61 --cards one", "not_setup", "cardholder_or_issuer"),
    "issuer_down": ("91 --cards one", "not_setup", "issuer"),
    "first_of_kind": ("58 --cards one", "unclear", "issuer"),
    "pin_untold": ("55", "unclear", "cardholder"),
    "expiry_untold": ("54", "unclear", "cardholder"),
    "card_untold": ("59", "unclear", "issuer"),
    "limit_untold": ("61", "unclear", "cardholder_or_issuer"),
    "large_amount": ("61 --amount large", "unclear", "risk"),
    "issuer_untold": ("91", "unclear", "issuer"),
}

# What happened before raises these mistakes, where the code has brought them up.
RAISED = [
    ("swap", "A0", "K02 T09"),
    ("swap", "25", "K08 T09"),
    ("swap", "97", "T04"),
    ("move", "58", "T07"),
    ("update", "12", "P03"),
    ("update", "30", "T05 P03"),
    ("update", "45", "P01"),
    ("update", "D2", "P05"),
]


def load(name):
    with open(os.path.join(TOP, "schemas", name), encoding="utf-8") as file:
        return json.load(file)


CODES = load("decline_codes.json")
TABLE = load("diagnosis.json")


def diagnose(options, *more):
    code, out, err = run(["diagnose", "--format", "json", "--code", *options.split(), *more])
    if code != 0 or err:
        return {"verdict": (code, err.decode()), "who": None, "causes": []}
    return json.loads(out)


def first(answer):
    """The mistake that a set-up answer names first."""
    named = [cause["mistake"] for cause in answer["causes"]]
    return named[0] if named and answer["verdict"] == "setup" else answer["verdict"]


def score(answer, mistake):
    return next((c["score"] for c in answer["causes"] if c["mistake"] == mistake), 0)


def test_first():
    for what, options, wanted in FIRST:
        answer = diagnose(options)
        got = first(answer)
        ok(got in wanted.split(), "%s (%s): %s" % (what, options, wanted), json.dumps(answer)[:600])
    answer = diagnose("A0 --sign-on ok")
    k01 = next(c for c in answer["causes"] if c["mistake"] == "K01")
    ok(
        k01["score"] < answer["causes"][0]["score"]
        and any("sign-on check value was skipped" in r["en"] for r in k01["reasons"]),
        "A0 after sign-on: K01 comes after, should the check value have been skipped",
        k01,
    )
    ahead = [c["mistake"] for c in diagnose("96")["causes"]][:4]
    equal(set(ahead), set("M09 M10 M12 M13".split()), "96: missing records are ahead of all others")


def test_patterns():
    equal(sorted(PATTERNS), sorted(p["id"] for p in TABLE["patterns"]), "each pattern has its test")
    for name, (options, wanted) in PATTERNS.items():
        answer = diagnose(options)
        pattern = next((p for p in TABLE["patterns"] if p["id"] == name), {"causes": []})
        texts = {c["reason"]["en"] for c in pattern["causes"]}
        said = {r["en"].split(" (Assumes --")[0] for c in answer["causes"] for r in c["reasons"]}
        ok(
            first(answer) == wanted and said & texts,
            "pattern %s: %s names %s first, and says why" % (name, options, wanted),
            "%s %s" % (first(answer), said),
        )


def test_answers():
    equal(sorted(ANSWERS), sorted(a["id"] for a in TABLE["answers"]), "each answer has its test")
    for name, (options, verdict, who) in ANSWERS.items():
        answer = diagnose(options)
        row = next((a for a in TABLE["answers"] if a["id"] == name), {})
        got = (answer["verdict"], answer["who"], answer.get("message"))
        equal(got, (verdict, who, row.get("message")), "answer %s: %s" % (name, options))
        if verdict == "not_setup":
            equal([answer["causes"], answer["ask"]], [[], []], "answer %s: no suspects" % name)
    equal(diagnose("51,55 --cards one")["verdict"], "not_setup", "no code of several is set-up")
    equal(first(diagnose("51,A0 --sign-on ok")), "K02", "one code of several is set-up")


def test_raised():
    for after, code, mistakes in RAISED:
        before, then = diagnose(code), diagnose(code + " --after " + after)
        for mistake in mistakes.split():
            ok(
                score(then, mistake) > score(before, mistake) > 0,
                "%s after %s raises %s" % (code, after, mistake),
                (score(before, mistake), score(then, mistake)),
            )


def test_table():
    lost, unanswered = [], []
    for row in CODES["rows"]:
        answer = diagnose(row["code"])
        named = [cause["mistake"] for cause in answer["causes"]]
        lost += [(row["code"], m) for m in row["mistakes"] if m not in named]
        if not named and answer["verdict"] != "not_setup":
            unanswered.append((row["code"], answer["verdict"]))
    ok(not lost, "every mistake of the response codes can be reached", lost)
    ok(not unanswered, "a code without mistakes is not set-up", unanswered)
    known = {m["id"] for m in load("rulepack.json")["mistakes"]} - {"T10"}  # T10 has no code
    reached = {c["mistake"] for r in CODES["rows"] for c in diagnose(r["code"])["causes"]}
    equal(known - reached, set(), "every mistake that has a code can be reached")


def test_acquirers():
    equal(first(diagnose("C1")), "M06", "C1 is UnionPay's: the acquirer has signed off")
    ours = diagnose("C1 --acquirer host-b")
    equal(first(ours), "T01", "C1 at host-b: terminal not found")
    equal(ours["meaning"]["en"], "merchant and terminal not found, or terminal not open",
          "C1 at host-b: its own meaning")
    wrong = []
    for row in CODES["overrides"]:
        answer = diagnose("%s --acquirer %s" % (row["code"], row["acquirer"]))
        named = {cause["mistake"] for cause in answer["causes"]}
        verdict = "setup" if row["mistakes"] else "not_setup"
        if named != set(row["mistakes"]) or answer["verdict"] != verdict:
            wrong.append((row["acquirer"], row["code"], named, answer["verdict"]))
        if answer["meaning"] != row["meaning"]:
            wrong.append((row["acquirer"], row["code"], answer["meaning"]))
    ok(not wrong, "each acquirer's own code names its own mistakes and no others", wrong)
    for alias in ("chinaljp/posp", "CHINALJP/POSP", "HOST-B"):
        equal(first(diagnose("C1 --acquirer " + alias)), "T01", "C1 at %s: an alias" % alias)
    equal(diagnose("C1 --acquirer chinaljp/posp")["acquirer"], "host-b", "JSON: the name")
    equal(first(diagnose("C1 --acquirer chinaljp")), "M06", "C1 at chinaljp: half a name is none")
    for arguments in (["--help"], ["--code", "C1", "--acquirer", "chinaljp"]):
        for language in ("zh", "en"):
            code, out, _ = run(["diagnose", "--lang", language, *arguments])
            text = " ".join(out.decode().split())
            lost = [row["acquirer"] for row in CODES["overrides"] if row["acquirer"] not in text]
            lost += [a for row in TABLE["acquirers"] for a in row["aliases"] if a not in text]
            ok(code == 0 and not lost and widest(out.decode()) <= 80,
               "%s in %s: names the acquirers that are known" % (arguments[0], language), text)
    names = {row["acquirer"] for row in CODES["overrides"]}
    ok({row["name"] for row in TABLE["acquirers"]} <= names, "aliases are of known acquirers")
    for options in ("96 --acquirer somebody", "96 --acquirer host-b"):
        code, out, _ = run(["diagnose", "--lang", "en", "--code", *options.split()])
        told = b"Nothing is known of somebody's own codes" in out
        ok(code == 0 and told == ("somebody" in options), "%s: says what is known" % options, out)


def test_unknown():
    for options in ("XX", "D9", "zz9", "C2 --acquirer host-a"):
        answer = diagnose(options)
        equal(
            [answer["verdict"], answer["causes"], answer["meaning"]],
            ["unclear", [], None],
            "%s: an unknown code is unclear" % options,
        )
        ok("Ask the acquirer" in answer["message"]["en"], "%s: says whom to ask" % options)
    answer = diagnose("97 --merchants many")
    equal([answer["verdict"], answer["causes"]], ["unclear", []], "what contradicts all is unclear")
    answer = diagnose("97 --merchants one")
    equal(first(answer), "T01", "what contradicts none is set-up")


# One card: with these codes it says nothing, with those it speaks against set-up.
ONE_CARD = [
    ("97", "97 --cards one", "T01"),
    ("MAC", "A0 --cards one", "K02"),
    ("no code", "none --cards one", "P02"),
    ("two devices, one number", "A0,77,94 --cards one", "T09"),
    ("a missing record", "96 --cards one", "M09"),
    ("sign-on", "77 --cards one --sign-on failed", "K04"),
    ("an acquirer's own code", "C1 --cards one --acquirer host-b", "T01"),
    ("an acquirer's own code, in no table", "C2 --cards one --acquirer host-b", "M01"),
    ("a reject code", "10425 --cards one", "M02"),
    ("sign-on, no answer", "98 --cards one --sign-on failed", "P02"),
    ("PIN", "55 --cards one", "not_setup"),
    ("PIN format", "99 --cards one", "not_setup"),
    ("issuer silent", "98 --cards one", "not_setup"),
    ("card kind", "58 --cards one", "unclear"),
]

# The issuer's centre may give these too, but of the message and its keys, not of the card.
OF_THE_MESSAGE = {"94", "A0", "A1", "A7", "D1", "D2"}


def test_one_card():
    for what, options, wanted in ONE_CARD:
        equal(first(diagnose(options)), wanted, "one card, %s: %s" % (what, options))
        if " host-" not in options and wanted not in ("not_setup", "unclear"):
            more = options.replace("--cards one", "--cards many")
            equal(first(diagnose(more)), wanted, "many cards, %s: the same" % what)
    got = first(diagnose("98 --cards one --sign-on ok"))
    equal(got, "not_setup", "once sign-on has worked, one card counts")
    codes = {row["code"]: row["given_by"] for row in CODES["rows"]}
    issuers = {c for c in TABLE["cardless"] if "IS" in codes.get(c, [])}
    equal(issuers, OF_THE_MESSAGE, "cards count with the codes that an issuer gives of a card")
    lone = {c for c, by in codes.items() if by and "IS" not in by} - {"15", "98", "A2", "A6"}
    ok(lone <= set(TABLE["cardless"]), "and not with those that only hosts give", lone)


# Reject codes: which mistakes, and what is said in English.
REJECTS = [
    ("10425", ["M02", "M01"], "body, field 42 (merchant number): illegal content"),
    ("10416", ["T02", "T01"], "body, field 41 (terminal number): missing"),
    ("10325", ["M06"], "body, field 32 (acquiring institution): illegal content"),
    ("10434", ["M14"], "body, field 43 (merchant's name and place): too long"),
    ("09991", ["T06"], "cannot tell chip, stripe or fallback"),
    ("10045", [], "body, field 4 (amount): illegal content"),
    ("00425", [], "header, field 42: illegal content"),
    ("10002", [], "body: wrong bitmap"),
    ("09990", [], "the message cannot be unpacked"),
]


def test_rejects():
    for code, mistakes, said in REJECTS:
        answer = diagnose(code)
        equal([cause["mistake"] for cause in answer["causes"]], mistakes, "%s: causes" % code)
        equal(answer["meaning"]["en"], "reject code of the switch: " + said, "%s: meaning" % code)
        equal(answer["verdict"], "setup" if mistakes else "unclear", "%s: verdict" % code)
        if not mistakes:
            equal(answer["who"], "switch_team", "%s: the switch team looks" % code)
            ok("not in UnionPay's table" not in answer["message"]["en"], "%s: is known" % code)
    for code in ("30425", "10427", "10420", "11295", "09992", "1042", "104255"):
        answer = diagnose(code)
        got = [answer["meaning"], answer["verdict"]]
        equal(got, [None, "unclear"], "%s: no reject code" % code)


def test_shape():
    bad = []
    for row in CODES["rows"]:
        answer = diagnose(row["code"] + " --after update")
        if list(answer) != KEYS or answer["codes"] != [row["code"]]:
            bad.append((row["code"], list(answer)))
        for cause in answer["causes"]:
            if list(cause) != CAUSE_KEYS or not 0 < cause["score"] <= 100 or cause["findings"]:
                bad.append((row["code"], cause))
            if not cause["reasons"] or not cause["check_first"]:
                bad.append((row["code"], cause["mistake"], "no reason or nothing to check"))
        scores = [cause["score"] for cause in answer["causes"]]
        mistakes = [cause["mistake"] for cause in answer["causes"]]
        if scores != sorted(scores, reverse=True) or len(set(mistakes)) != len(mistakes):
            bad.append((row["code"], scores))
    ok(not bad, "JSON: the same shape for each code", bad[:3])
    answer = diagnose("A0,a0,none")
    equal(answer["codes"], ["A0", "none"], "codes are given once, in capitals")
    equal(diagnose("55")["ask"], ["--sign-on", "--pin", "--cards"], "says what else to tell")
    equal(diagnose("58 --cards one")["acquirer"], None, "no acquirer is null")
    equal(diagnose("96 --lang zh"), diagnose("96 --lang en"), "JSON does not depend on --lang")
    rules = {r["id"]: r["mistakes"] for r in load("rulepack.json")["rules"]}
    cause = diagnose("61 --cards many")["causes"][0]
    equal(cause["rules"], [i for i in rules if "M09" in rules[i]], "a cause names its rules")
    equal([cause["variant"], cause["forecast"]["de39"]], ["low", "61"], "and how it shows")


def application(change):
    """A clean application with one thing changed, as a file's contents."""
    with open(os.path.join(TOP, "tests", "data", "clean", "restaurant-till.json")) as file:
        record = json.load(file)
    change(record)
    return json.dumps(record, ensure_ascii=False).encode()


def diagnose_with(options, data):
    arguments = options.split() + ["--today", TODAY, "--application", "-"]
    code, out, err = run(["diagnose", "--format", "json", "--code", *arguments], data=data)
    return json.loads(out) if code == 0 else {"verdict": (code, err), "causes": []}


def test_application():
    clean = application(lambda record: None)
    equal(
        diagnose_with("61 --cards many", clean),
        diagnose("61 --cards many"),
        "a clean application changes nothing",
    )

    low = application(lambda record: record["limit"].update(limit_day_debit=1))
    before, then = diagnose("61 --cards many"), diagnose_with("61 --cards many", low)
    ok(score(then, "M09") > score(before, "M09"), "an open finding raises its cause", then)
    _, reports, _ = check(["-"], data=low)
    keys = {f["key"] for r in reports for f in r["findings"] if "M09" in f["mistakes"]}
    cause = then["causes"][0]
    ok(cause["findings"] and set(cause["findings"]) <= keys, "and is named by its key", cause)
    ok(
        any("An open finding (/limit/" in reason["en"] for reason in cause["reasons"]),
        "and by its place",
        cause["reasons"],
    )
    equal(
        [c["findings"] for c in then["causes"] if c["mistake"] == "P06"],
        [[]],
        "it raises no other cause",
    )
    equal(diagnose_with("51", low), diagnose("51"), "what is not set-up stays so")
    answer = diagnose_with("XX", low)
    equal(
        [answer["verdict"], [c["mistake"] for c in answer["causes"]]],
        ["unclear", ["M09"]],
        "of an unknown code, what is open is shown",
    )


def test_many_findings():
    """Many terminals with one mistake are one reason; of many reasons a few are shown."""
    path = os.path.join(TOP, "tests", "data", "quickstart", "mistakes.json")
    arguments = ["diagnose", "--code", "69", "--application", path, "--all", "--lang", "en"]
    code, out, err = run(arguments + ["--today", TODAY])
    text = out.decode()
    shown = text.count("An open finding")
    ok(code == 0 and not err and 0 < shown <= 3, "few findings are shown", text)
    ok(max(len(line) for line in text.splitlines()) <= 80, "findings: 80 columns", text)


def test_bad_application():
    both = os.path.join(TOP, "tests", "data", "clean.ndjson")
    for name, arguments, data in (
        ("many applications", [both], None),
        ("no such file", ["/no/such/file.json"], None),
        ("not JSON", ["-"], b"{"),
        ("nothing", ["-"], b""),
    ):
        code, out, err = run(["diagnose", "--code", "96", "--application", *arguments], data=data)
        ok(code == 2 and not out and err, "--application, %s: exit code 2" % name, (code, out))
    clean = application(lambda record: None)
    for name, facts in (("a file that is not there", os.path.join(os.sep, "no", "such")),
                        ("a file of applications", both)):
        code, _, err = run(["diagnose", "--code", "96", "--application", "-", "--facts", facts],
                           data=clean)
        ok(code == 2 and err, "--facts, %s: exit code 2" % name, (code, err))


def widest(text):
    return max(sum(2 if ord(c) > 0x2E80 else 1 for c in line) for line in text.splitlines())


def test_text():
    asked = [row["code"] for row in CODES["rows"]] + ["none", "ZZ9", "A0,77,94", "00,51,54,55,96"]
    asked += [code for code, _, _ in REJECTS] + ["10425,10045,09990"]
    for language in ("zh", "en"):
        bad = []
        for codes in asked:
            code, out, err = run(["diagnose", "--code", codes, "--lang", language, "--all"])
            text = out.decode()
            gap = re.search(r" $|\bdiagnose\.[a-z_]+", text, re.M)
            if code != 0 or err or widest(text) > 80 or gap:
                bad.append((codes, widest(text), gap))
        ok(not bad, "text in %s: 80 columns for each code" % language, bad)
    _, approved, _ = run(["diagnose", "--code", "00", "--lang", "en"])
    _, poor, _ = run(["diagnose", "--code", "51", "--lang", "en"])
    ok(b"up to" in poor and b"up to" not in approved, "whose matter it is, where it is anybody's")
    _, five, _ = run(["diagnose", "--code", "97", "--lang", "en"])
    _, every, _ = run(["diagnose", "--code", "97", "--lang", "en", "--all"])
    count = len(diagnose("97")["causes"])
    heads = [len(re.findall(rb"^ ?\d+\.  [MTKP]\d\d", text, re.M)) for text in (five, every)]
    equal(heads, [5, count], "five causes are shown, with --all all of them")
    ok(b"--all" in five and b"--all" not in every, "what is left out is said")


def test_usage():
    for arguments in (
        [],
        ["--sign-on", "ok"],
        ["--code"],
        ["--code", ""],
        ["--code", "A0,"],
        ["--code", "A 0"],
        ["--code", "=A0"],
        ["--code", "123456789"],
        ["--code", "01,02,03,04,05,06,07,09,10"],
        ["--code", "A0", "--sign-on", "yes"],
        ["--code", "A0", "--cards"],
        ["--code", "A0", "--format", "xml"],
        ["--code", "A0", "--acquirer", ""],
        ["--code", "A0", "--colour"],
        ["--code", "A0", "--application", ""],
        ["--code", "A0", "--today", "tomorrow"],
        ["--code", "A0", "extra"],
        ["--code", "A0", "--rulepack", "/no/such/file"],
    ):
        code, out, err = run(["diagnose", *arguments])
        ok(code == 2 and not out and err, "diagnose %s: exit code 2" % " ".join(arguments), code)


test_first()
test_patterns()
test_answers()
test_raised()
test_table()
test_acquirers()
test_unknown()
test_one_card()
test_rejects()
test_shape()
test_application()
test_many_findings()
test_bad_application()
test_text()
test_usage()
done()
