# SPDX-License-Identifier: Apache-2.0
"""What the case scripts share: TAP results, the program under test, the reference folder."""
import json
import os
import subprocess
import sys

TOP = os.path.abspath(
    os.environ.get("TOP_SRCDIR", os.path.join(os.path.dirname(__file__), "..", ".."))
)
SHARED = os.path.join(TOP, "..", "shared")
PROGRAM = os.path.abspath(os.environ.get("SWIPEREADY", os.path.join(TOP, "build", "swipeready")))
TODAY = "2026-11-23"

_count = 0
_failed = 0


def ok(holds, name, detail=""):
    """One TAP result; `detail` is shown when it does not hold."""
    global _count, _failed
    _count += 1
    print("%s %d - %s" % ("ok" if holds else "not ok", _count, name), flush=True)
    if not holds:
        _failed += 1
        for line in str(detail).splitlines()[:20]:
            print("# " + line)
    return holds


def equal(got, want, name):
    return ok(got == want, name, "got  %r\nwant %r" % (got, want))


def skip(name, reason):
    global _count
    _count += 1
    print("ok %d - %s # SKIP %s" % (_count, name, reason), flush=True)


def done():
    print("1..%d" % _count, flush=True)
    sys.exit(1 if _failed else 0)


def run(arguments, data=None, timeout=120, env=None):
    """Runs the program; (exit code, standard output, standard error) as bytes."""
    environment = dict(os.environ, G_DEBUG="fatal-warnings", **(env or {}))
    result = subprocess.run(
        [PROGRAM] + list(arguments),
        input=data,
        capture_output=True,
        timeout=timeout,
        env=environment,
    )
    return result.returncode, result.stdout, result.stderr


def check(files, *options, data=None):
    """`check --format ndjson` of files: exit code, list of reports, standard error as text."""
    code, out, err = run(
        ["check", "--format", "ndjson", "--today", TODAY, *options, *files], data=data
    )
    return code, [json.loads(line) for line in out.splitlines()], err.decode("utf-8", "replace")
