#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Speed and memory of `swipeready check`: rows `name value unit`, ratios measured in one run. Not
a test.

The file is APPLICATIONS clean applications of about 5 kB as NDJSON, with as many facts of about 4
kB. The floor is one thread of json_loadb per line of the applications (bench-floor). Before there
were facts, check took 1.6 of that floor; with facts it may take one and a half times as much, 2.4
of the floor."""
import json
import os
import subprocess
import sys
import tempfile
import time

TOP = os.path.abspath(
    os.environ.get("TOP_SRCDIR", os.path.join(os.path.dirname(__file__), "..", ".."))
)
sys.path.insert(0, os.path.join(TOP, "tests", "cases"))
from clean_facts import facts_of, merchant_no_of  # noqa: E402

PROGRAM = os.path.abspath(os.environ["SWIPEREADY"])
FLOOR = os.path.abspath(os.environ["BENCH_FLOOR"])
APPLICATIONS = int(os.environ.get("BENCH_APPLICATIONS", "200000"))
RUNS = int(os.environ.get("BENCH_RUNS", "3"))
TODAY = "2026-11-23"


def luhn(body):
    total = 0
    for place, digit in enumerate(reversed(body)):
        number = int(digit) * (2 if place % 2 == 0 else 1)
        total += number - 9 if number > 9 else number
    return body + str(-total % 10)


def resident_id(body):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(a) * b for a, b in zip(body, weights)) % 11]


def padded(app, number):
    """The sample with everything that must be unique made so, and about 5 kB long."""
    app["application"]["external_ref"] = "B-%08d" % number
    app["contract"]["contract_no"] = "XY2026%010d" % number
    app["settle"]["account_no"] = "%015d" % (298270000000000 + number)
    app["devices"][0]["tusn"] = "00000204S%011d" % number
    app["devices"][0]["terminal_no"] = "%08d" % (number % 100000000)
    app["shop"]["shop_address"] = app["merchant"]["register_address"][:-1] + "%d号" % number
    app["devices"][0]["install_address"] = app["shop"]["shop_address"]
    app["devices"][0]["merchant_no"] = merchant_no_of(app)
    return app


def line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def usccs():
    """Valid numbers of one region, without end."""
    digits, all36 = "0123456789ABCDEFGHJKLMNPQRTUWXY", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    for number in range(10**8):
        body = "%08d" % number
        rest = 11 - sum(all36.index(c) * w for c, w in zip(body, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
        code = "91440305" + body + {10: "X", 11: "0"}.get(rest, str(rest))
        yield code + digits[
            (31 - sum(digits.index(c) * w for c, w in zip(code, weights)) % 31) % 31
        ]


def write_files(path, facts_path, count):
    with open(
        os.path.join(TOP, "tests", "data", "clean", "enterprise.json"), encoding="utf-8"
    ) as file:
        app = json.load(file)
    app["licence"]["scope"] = app["licence"]["scope"] + "".join(
        ";样例经营项目%03d" % i for i in range(50)
    )
    with open(path, "w", encoding="utf-8") as file, open(
        facts_path, "w", encoding="utf-8"
    ) as facts_file:
        for number, uscc in zip(range(count), usccs()):
            app["licence"]["licence_no"] = uscc
            file.write(line(padded(app, number)))
            facts_file.write(line(facts_of(app)))


def measure(arguments):
    """User plus system seconds, wall seconds and peak kB of one run."""
    began = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    if status != 0:
        sys.exit("bench: %s ended with %d" % (arguments[0], status))
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss


def median(values):
    return sorted(values)[len(values) // 2]


def row(name, value, unit):
    print("%-34s %12s %s" % (name, value, unit), flush=True)


def measure_facts(check, small, facts, ours, floor):
    """The same applications with their facts, beside the runs without."""
    both = check + ["--facts", facts, small]
    measure(both)
    runs = [measure(both) for _ in range(RUNS)]
    row("facts_cpu", "%.2f" % median([m[0] for m in runs]), "s")
    row("facts_to_alone", "%.2f" % median([a[0] / b[0] for a, b in zip(runs, ours)]), "ratio")
    row("facts_to_floor", "%.2f" % median([a[0] / b[0] for a, b in zip(runs, floor)]), "ratio")
    row("facts_a_second", int(APPLICATIONS / median([m[1] for m in runs])), "1/s")
    row("facts_peak_memory", runs[0][2] // 1024, "MiB")


def main():
    with tempfile.TemporaryDirectory() as folder:
        small, large = os.path.join(folder, "small.ndjson"), os.path.join(folder, "large.ndjson")
        facts = os.path.join(folder, "facts.ndjson")
        write_files(small, facts, APPLICATIONS)
        row("applications", APPLICATIONS, "count")
        row("bytes_an_application", os.path.getsize(small) // APPLICATIONS, "B")
        check = [PROGRAM, "check", "--format", "ndjson", "--today", TODAY]
        measure(check + [small])
        ours = [measure(check + [small]) for _ in range(RUNS)]
        floor = [measure([FLOOR, small]) for _ in range(RUNS)]
        row("check_cpu", "%.2f" % median([m[0] for m in ours]), "s")
        row("check_wall", "%.2f" % median([m[1] for m in ours]), "s")
        row("floor_cpu", "%.2f" % median([m[0] for m in floor]), "s")
        row("cpu_to_floor", "%.2f" % median([a[0] / b[0] for a, b in zip(ours, floor)]), "ratio")
        row("cores_used", "%.2f" % median([m[0] / m[1] for m in ours]), "count")
        row("applications_a_second", int(APPLICATIONS / median([m[1] for m in ours])), "1/s")
        row("peak_memory", ours[0][2] // 1024, "MiB")
        measure_facts(check, small, facts, ours, floor)
        write_files(large, facts, APPLICATIONS * 10)
        tenfold = measure(check + [large])
        row("tenfold_cpu", "%.2f" % (tenfold[0] / median([m[0] for m in ours])), "ratio")
        row("tenfold_wall", "%.2f" % (tenfold[1] / median([m[1] for m in ours])), "ratio")
        row("tenfold_peak_memory", tenfold[2] // 1024, "MiB")
        row(
            "memory_an_application",
            "%.1f" % ((tenfold[2] - ours[0][2]) * 1024 / (APPLICATIONS * 9)),
            "B",
        )
        allowed = 64 * 1024 + 128 * APPLICATIONS * 10 / 1024
        row("memory_to_allowance", "%.2f" % (tenfold[2] / allowed), "ratio")


main()
