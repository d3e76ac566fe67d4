#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Bad input: a clear error with its place, the rest of the batch goes on, exit code 2, and
nothing personal is told."""
import json
import os
import subprocess
import tempfile

from tap import PROGRAM, TOP, done, equal, ok, run

DATA = os.path.join(TOP, "tests", "data")
with open(os.path.join(DATA, "clean.ndjson"), "rb") as clean_file:
    CLEAN = clean_file.readline()
CARD = b"6217000012345678901"
DEEP = b"[" * 70 + b"]" * 70

# name, bytes of one bad NDJSON line, words of the error in English
LINES = [
    ("not JSON", b"{nonsense", "not valid JSON"),
    ("invalid UTF-8", b'{"merchant": {"short_name": "\xff\xfe"}}', "not UTF-8"),
    ("a NUL byte", b'{"merchant": {"short_name": "a\0b"}}', "NUL"),
    ("a duplicate key", b'{"kind": 1, "kind": 2}', "twice"),
    ("too deep", b'{"settle": {"account_no": ' + DEEP + b"}}", "64"),
    ("a number that does not fit", b'{"fee": {"debit_cap": 123456789012345678901234}}', "too big"),
    ("an unknown key", b'{"settle": {"acount_no": "' + CARD + b'"}}', "account_no"),
    ("a key for the CVN", b'{"settle": {"cvn2": "' + CARD + b'"}}', "refused"),
    (
        "a number where text belongs",
        b'{"settle": {"account_no": ' + CARD + b"}}",
        "/settle/account_no",
    ),
    ("a truncated record", b'{"settle": {"account_no": "' + CARD, "cut off"),
]

HEADER = "external_ref,merchant_kind,account_no,debit_cap,mcc".encode()
SHEETS = [
    (
        "a broken quote",
        HEADER + b'\nA,micro,"' + CARD + b'"x,20,5812\nB,micro,1,20,5812\n',
        ":2:",
        "quotation mark",
    ),
    ("a short row", HEADER + b"\nA,micro\nB,micro,1,20,5812\n", ":2:", "cells"),
    (
        "a long row",
        HEADER + b"\nA,micro,1,20,5812," + CARD + b"\nB,micro,1,20,5812\n",
        ":2:",
        "shifted",
    ),
    ("a truncated file", HEADER + b"\nB,micro,1,20,5812\nA,mi", ":3:", "cut off"),
    ("invalid UTF-8", "外部编号,MCC\n甲,5812\n".encode() + b"A,\xff\xff\xff\nB,5812\n", ":3:", "UTF-8"),
    (
        "invalid GB18030",
        "外部编号,MCC\n甲,5812\n".encode("gb18030") + b"A,\xff\xff\nB,5812\n",
        ":3:",
        "GB18030",
    ),
    ("a NUL", HEADER + b"\nA,mi\0cro,1,20,5812\nB,micro,1,20,5812\n", ":2:", "NUL"),
    ("an unknown column", HEADER + b",acount\nA,micro,1,20,5812,x\n", ":1:", "did you mean"),
    ("a column for track data", HEADER + ",磁道\nA,micro,1,20,5812,x\n".encode(), ":1:", "refused"),
    ("missing columns", HEADER + b"\nB,micro,1,20,5812\n", ":1:", "required columns"),
    ("no external_ref", b"mcc\n5812\n", ":1:", "external_ref"),
    ("no number", HEADER + b"\nA,micro,1,twenty,5812\nB,micro,1,20,5812\n", ":2:", "debit_cap"),
    ("a contradiction", HEADER + b"\nA,micro,1,20,5812\nA,micro,1,30,5812\n", ":3:", "contradicts"),
]


def check_file(name, suffix, data, words, place):
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(data)
        file.flush()
        code, out, err = run(["check", "--lang", "en", "--format", "ndjson", file.name])
        code_zh, _, err_zh = run(["check", "--lang", "zh", "--format", "ndjson", file.name])
    text = err.decode()
    equal(code, 2, "%s: exit code 2" % name)
    ok(
        words in text and place in text,
        "%s: the error names %s and says %r" % (name, place, words),
        text,
    )
    ok(
        code_zh == 2 and any(ord(c) > 0x3000 for c in err_zh.decode()),
        "%s: said in Chinese" % name,
        err_zh,
    )
    ok(
        CARD not in err and CARD not in out and CARD not in err_zh,
        "%s: nothing personal is told" % name,
        text,
    )
    return out


def test_lines():
    for name, line, words in LINES:
        out = check_file("NDJSON with " + name, ".ndjson", line + b"\n" + CLEAN, words, ":1:")
        ok(b'"S-0001"' in out, "NDJSON with %s: the next line is judged" % name)


def test_sheets():
    for name, data, place, words in SHEETS:
        out = check_file("CSV with " + name, ".csv", data, words, place)
        if data.endswith(b"B,micro,1,20,5812\n"):
            ok(b'"B"' in out, "CSV with %s: the other rows are judged" % name)


def test_long_line():
    with tempfile.NamedTemporaryFile(suffix=".ndjson") as file:
        file.write(b'{"merchant": {"short_name": "')
        for _ in range(100):
            file.write(b"x" * 1000000)
        file.write(b'"}}\n' + CLEAN)
        file.flush()
        # the address sanitizer needs terabytes of addresses, so that only a plain build
        # is held to 4 GB
        limit = "" if os.environ.get("INSTRUMENTED") == "yes" else "ulimit -v 4000000; "
        result = subprocess.run(
            [
                "/usr/bin/env",
                "bash",
                "-c",
                limit + 'exec "$0" "$@"',
                PROGRAM,
                "check",
                "--format",
                "ndjson",
                "--lang",
                "en",
                file.name,
            ],
            capture_output=True,
            timeout=120,
        )
    ok(
        result.returncode == 2 and b":1:" in result.stderr and b"1 MiB" in result.stderr,
        "a line of 100 MB is told",
        result.stderr,
    )
    ok(b'"S-0001"' in result.stdout, "a line of 100 MB: the next line is judged")


def test_files():
    with tempfile.TemporaryDirectory() as folder:
        empty = os.path.join(folder, "empty.csv")
        open(empty, "w", encoding="utf-8").close()
        good = os.path.join(folder, "good.ndjson")
        with open(good, "wb") as file:
            file.write(CLEAN)
        for name, path, words in (
            ("a missing file", os.path.join(folder, "none.csv"), "no such file"),
            ("a directory", folder, "directory"),
            ("an empty file", empty, "empty"),
        ):
            code, out, err = run(["check", "--lang", "en", "--format", "ndjson", path, good])
            equal(code, 2, "%s: exit code 2" % name)
            ok(words in err.decode(), "%s is named" % name, err)
            ok(b'"S-0001"' in out, "%s: the other file is judged" % name)


def test_track_data():
    track = b"6217000012345678=25121010000012300000"
    app = json.loads(CLEAN)
    app["settle"]["account_no"] = track.decode()
    code, out, err = run(
        ["check", "--format", "json", "--today", "2026-11-23", "-"],
        data=json.dumps(app).encode() + b"\n",
    )
    equal(code, 1, "track data in a known field is a blocker, not an input error")
    ok(b"DATA.TRACK_DATA" in out and b"G27" in out, "it is DATA.TRACK_DATA under G27")
    ok(track[:16] not in out + err and track[17:] not in out + err, "it is never echoed")


def test_pipe():
    process = subprocess.Popen(
        [PROGRAM, "check", "--format", "ndjson"] + [os.path.join(DATA, "clean.ndjson")] * 200,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read()
    code = process.wait(timeout=60)
    ok(err == b"" and code >= 0, "a reader that goes away ends the program quietly", (code, err))


def test_usage():
    for arguments in (
        ["check"],
        ["check", "--format", "xml", "x"],
        ["check", "--nonsense", "x"],
        ["nonsense"],
        ["check", "--stage", "x", "y"],
        ["check", "--today", "2026-13-01", "y"],
        ["id"],
        ["id", "nonsense"],
        ["explain"],
        ["template"],
        ["template", "--kind", "x"],
        ["schema", "x"],
        ["check", "--lang", "fr", "x"],
        [],
    ):
        code, _, err = run(arguments)
        ok(code == 2 and err, "usage: swipeready %s" % " ".join(arguments), (code, err))
    for command in ([], ["check"], ["id"], ["explain"], ["template"], ["schema"]):
        for language in ("zh", "en"):
            code, out, err = run(command + ["--help", "--lang", language])
            width = max(
                sum(2 if ord(c) > 0x2E80 else 1 for c in line) for line in out.decode().splitlines()
            )
            ok(
                code == 0 and not err and width <= 80,
                "help of %s in %s fits 80 columns" % (" ".join(command) or "all", language),
                (code, width, err),
            )


test_lines()
test_sheets()
test_long_line()
test_files()
test_track_data()
test_pipe()
test_usage()
done()
