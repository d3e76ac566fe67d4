# SPDX-License-Identifier: Apache-2.0
"""The rows of schemas/facts.def, and where each key stands in the facts of the sample."""
import os
import re
from collections import namedtuple

from tap import TOP

Key = namedtuple("Key", "section key type words need layer asked_by")
ROW = re.compile(
    r'^FACT\((\w+), \w+, "(\w+)",[^\n]*\n\s+(\w+), (?:NULL|"([^"]*)"), \w+, (\w+), (\w+), \w+, '
    r'(?:NULL|"([^"]*)")\)',
    re.MULTILINE,
)
# Where the first record of a section stands.
FIRST = {
    "BANK_ACCOUNT": "bank_account",
    "CONTRACT": "contract",
    "RISK": "risk.0",
    "HOST": "host",
    "HOST_TERMINAL": "host.terminals.0",
    "DEVICE": "devices.0",
    "TERMINAL": "terminals.0",
    "INSTALL": "install.0",
}
# A value of a type that no key of this type takes.
WRONG = {"TEXT": 7, "ENUM": True, "DATE": 20261123, "TIME": "yesterday", "COORDINATE": 113,
         "BOOL": "true", "MONEY": "100.00", "RATE": "0.5", "INTEGER": "1", "SET": "sale",
         "LIST": "none", "KCV": "0BADCAFE"}


def read_keys():
    with open(os.path.join(TOP, "schemas", "facts.def"), encoding="utf-8") as file:
        text = file.read()
    rows = [Key(s, k, t, (w or "").split(), n, layer.lower(), a)
            for s, k, t, w, n, layer, a in ROW.findall(text)]
    if len(rows) != len(re.findall(r"^FACT\(", text, re.MULTILINE)):
        raise RuntimeError("schemas/facts.def has rows that this does not read")
    return rows


def path_of(key):
    return "%s.%s" % (FIRST[key.section], key.key)
