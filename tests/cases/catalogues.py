#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The catalogues of schemas/ are well formed, agree with each other and hold the facts they were
built from."""
import csv
import io
import json
import os
import re
import unicodedata

from tap import SHARED, TOP, done, ok, skip

CONFIDENCE = ("sure", "likely", "uncertain")
ALGORITHMS = ("3des", "aes", "sm4")
ABILITIES = {"network": ("4g", "wifi", "ethernet", "dial"),
             "till": ("usb", "rs232", "bluetooth", "ethernet", "wifi"),
             "readers": ("msr", "icc", "nfc", "camera"), "algorithms": ALGORITHMS}
# the device type of a TUSN that fits a kind; a small mPOS may be a smart POS too
TYPES_OF_KIND = {"smart": {"04"}, "traditional": {"02"}, "mpos": {"03", "04"}}
# the five codes whose meaning changed between the two tables
CHANGED = ["05", "12", "21", "22", "34"]
GENERATION_OF = {"old": "old", "reserved": "reserved", "POS table": "pos", "bank table": "bank",
                 "terminal": "terminal"}

HEAD = ["name", "version", "complete", "source", "date"]
DEVICE_KEYS = ("brand aliases model model_aliases kind device_types mobile os"
               " network network_optional till till_optional readers readers_optional"
               " algorithms algorithms_optional vendor_digits pci_pts confidence").split()
DECLINE_KEYS = ("code zh-CN en class given_by usual_cause mistakes fixed_by retry confidence note"
                " generation").split()
TYPE_KEYS = "code zh-CN en serial_required reserved".split()
ACQUIRER_KEYS = "prefix zh-CN en bank shared confidence".split()
PROFILE_KEYS = ("institutions debit_rate_low debit_rate_high credit_rate_low credit_rate_high"
                " debit_cap_low debit_cap_high limit_single_max limit_day_max limit_nopin_max"
                " clauses app_version_min txn_versions tpdu host_addr key_index sm4"
                " decline_codes").split()
VERSION_KEYS = ["app_version_min", "firmware_version_min", "certified_to"]

# array: (key that is unique and sorted, keys of a row, keys that a row may lack)
SHAPES = {
    "decline_codes": {"rows": (["code"], DECLINE_KEYS, ["old"]),
                      "overrides": (["acquirer", "code"],
                                    ["acquirer", "code", "meaning", "mistakes"], [])},
    "devices": {"rows": (["brand", "model"], DEVICE_KEYS, VERSION_KEYS + ["initials"]),
                "device_types": (["code"], TYPE_KEYS, []),
                "vendors": (["digits"], ["digits", "brand_key", "name", "confidence"], [])},
    "mcc": {"rows": (["mcc"], ["mcc", "zh-CN", "en", "fee_class", "permit", "confidence"],
                     ["initials"])},
    "areas": {"rows": (["code"], ["code", "city", "province"],
                       ["initials", "namesake", "confidence"]),
              "provinces": (["code"], ["code", "zh-CN", "en", "short"], [])},
    "acquirers": {"rows": (["prefix"], ACQUIRER_KEYS, PROFILE_KEYS)},
    "banks": {"rows": (["bank"], ["bank", "zh-CN", "aliases", "en", "shared", "confidence"],
                       ["initials"])},
    "bins": {"rows": (["bin"], ["bin", "bank", "kind", "length", "confidence"], [])},
    "regions": {"rows": (["code"], ["code", "zh-CN", "en"], ["initials"])},
    "branches": {"rows": (["branch"], ["branch", "zh-CN"], ["en", "bank", "area", "initials"])},
}
CODE_FORMS = {
    ("decline_codes", "rows"): ("code", r"[0-9A-Z]{2}"),
    ("decline_codes", "overrides"): ("code", r"[0-9A-Z]{2}"),
    ("devices", "device_types"): ("code", r"\d{2}"), ("devices", "vendors"): ("digits", r"\d{6}"),
    ("mcc", "rows"): ("mcc", r"(?!0000)\d{4}"), ("areas", "rows"): ("code", r"\d{4}"),
    ("areas", "provinces"): ("code", r"\d{2}"), ("acquirers", "rows"): ("prefix", r"\d{3}"),
    ("banks", "rows"): ("bank", r"\d{3}"), ("bins", "rows"): ("bin", r"\d{3,10}"),
    ("regions", "rows"): ("code", r"\d{6}"), ("branches", "rows"): ("branch", r"\d{12}"),
}


def none(faults, name):
    """One result: holds when nothing is wrong; else shows what is. Whether it holds."""
    return ok(not faults, name, "\n".join(str(fault) for fault in faults))


def no_duplicates(pairs):
    keys = [key for key, _ in pairs]
    repeated = twice(keys)
    if repeated:
        raise ValueError("key twice: %s" % ", ".join(repeated))
    return dict(pairs)


def load(name):
    with open(os.path.join(TOP, "schemas", name + ".json"), encoding="utf-8") as file:
        text = file.read()
    return text, json.loads(text, object_pairs_hook=no_duplicates)


def table(name):
    """The rows of a table of the reference folder, or None where that folder is not at hand."""
    path = os.path.join(SHARED, "domain", name)
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def against(table_name, name, compare):
    """One result of a comparison with a table of the reference folder; skipped without it."""
    rows = table(table_name)
    if rows is None:
        skip(name, "%s is not at hand" % os.path.join("..", "shared", "domain", table_name))
    else:
        none([] if rows else ["the table is empty"], "%s has rows" % table_name)
        none(compare(rows), name)


def unequal(table_rows, table_key, have, key, table_value):
    """The codes of the table whose row is missing here or says something else."""
    return [row[table_key] for row in table_rows
            if have.get(row[table_key], {}).get(key) != row[table_value]]


def pairs_of_texts(value, place=""):
    """Every pair of texts with its place; a lone language gives None for the other."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from pairs_of_texts(item, "%s/%d" % (place, index))
    elif isinstance(value, dict):
        if "zh-CN" in value or "en" in value:
            yield place, value.get("zh-CN"), value.get("en")
        for key, item in value.items():
            yield from pairs_of_texts(item, "%s/%s" % (place, key))


def has_cjk(text):
    return re.search("[\u4e00-\u9fff]", text) is not None


def text_fault(zh, en):
    if not isinstance(zh, str) or not isinstance(en, str) or not zh.strip() or not en.strip():
        return "a language is missing"
    if zh != zh.strip() or en != en.strip() or "  " in zh + en:
        return "stray blanks"
    if not has_cjk(zh) and zh != en:
        return "the Chinese text is not Chinese"
    if re.search("[^\x20-\x7e]", en):
        return "the English text is not ASCII"
    return None


def key_faults(row, required, optional):
    return ["%s missing" % key for key in required if key not in row] + \
           ["%s not known" % key for key in row if key not in required + optional]


def check_head(name, text, root):
    arrays = list(SHAPES[name])
    objects = ["actors"] if name == "decline_codes" else []
    faults = key_faults(root, HEAD + arrays + objects, [])
    if root.get("name") != name:
        faults.append("name is %r" % root.get("name"))
    if not re.fullmatch(r"\d{4}\.\d{2}", str(root.get("version"))):
        faults.append("version is %r" % root.get("version"))
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(root.get("date"))):
        faults.append("date is %r" % root.get("date"))
    if not isinstance(root.get("complete"), bool) or not root.get("source"):
        faults.append("complete or source")
    holds = none(faults, "%s: head" % name)
    rows = sum(len(root[array]) for array in arrays)
    lines = [line for line in text.splitlines() if line.startswith('    {')]
    ok(len(lines) == rows and text.endswith("}\n"), "%s: one row a line" % name,
       "%d rows, %d lines" % (rows, len(lines)))
    return holds


def twice(values):
    """What is there more than once, as text."""
    return sorted({str(value) for value in values if values.count(value) > 1})


def check_array(name, array, rows):
    unique, required, optional = SHAPES[name][array]
    faults = ["%s/%d: %s" % (array, i, fault) for i, row in enumerate(rows)
              for fault in key_faults(row, required, optional)]
    if not rows:
        faults.append("%s is empty" % array)
    holds = none(faults, "%s/%s: keys of each row" % (name, array))
    keys = [tuple(row.get(key, "") for key in unique) for row in rows]
    none(twice(keys), "%s/%s: nothing twice" % (name, array))
    none(["%s before %s" % pair for pair in zip(keys, keys[1:]) if pair[0] > pair[1]],
         "%s/%s: sorted" % (name, array))
    none([row for row in rows if row.get("confidence", "sure") not in CONFIDENCE],
         "%s/%s: confidence is one of the three words" % (name, array))
    if (name, array) in CODE_FORMS:
        key, form = CODE_FORMS[name, array]
        none([row for row in rows if not re.fullmatch(form, str(row.get(key)))],
             "%s/%s: form of %s" % (name, array, key))
    return holds


def check_form(name, text, root):
    """Whether head and rows have their keys, so that the checks of contents can look at them."""
    if any(array not in root for array in SHAPES[name]):
        return ok(False, "%s: has its arrays" % name, sorted(root))
    holds = [check_head(name, text, root)]
    holds += [check_array(name, array, root[array]) for array in SHAPES[name]]
    if name != "bins":  # it has no texts
        none(["%s: %s" % (place, text_fault(zh, en)) for place, zh, en in pairs_of_texts(root)
              if text_fault(zh, en)], "%s: every text in both languages" % name)
    return all(holds)


# ---- response codes ----

def mistake_faults(rows, known):
    return ["%s: %s" % (row["code"], mistake) for row in rows for mistake in row["mistakes"]
            if not re.fullmatch(r"[MTKP]\d\d", mistake) or mistake not in known
            or row["mistakes"].count(mistake) > 1]


def response_code_faults(rows, codes):
    extra = set(codes) - {row["code"] for row in rows}
    faults = ["%s is not in the reference table" % code for code in sorted(extra)]
    for want in rows:
        row = codes.get(want["code"])
        if row is None:
            faults.append("%s is missing" % want["code"])
            continue
        generation = GENERATION_OF.get(want["given_by"], "2015")
        given_by = want["given_by"].split() if generation == "2015" else []
        got = (row["class"], row["mistakes"], row["fixed_by"], row["retry"], row["confidence"],
               row["generation"], row["given_by"], row["zh-CN"], row["usual_cause"] is not None)
        expected = (want["class"], want["setup_ids"].split(), want["fixed_by"] or "nobody",
                    want["retry"], want["confidence"], generation, given_by,
                    want["zh"].split("(旧")[0], want["usual_cause"] != "")
        if got != expected:
            faults.append("%s: %r\n  is not %r" % (want["code"], got, expected))
        if want["note"] and row["note"] is None:
            faults.append("%s: its note is missing" % want["code"])
    return faults


def evidence_faults(rows, overrides):
    """The catalogue calls the hosts host-a, host-b in the order of the evidence."""
    hosts = list(dict.fromkeys(row["host"] for row in rows))
    have = {(row["acquirer"], row["code"]) for row in overrides}
    ids = {host: "host-" + letter for host, letter in zip(hosts, "abcdefgh")}
    want = {(ids[row["host"]], code) for row in rows for code in row["returned"].split()}
    return ["%s %s is missing" % pair for pair in sorted(want - have)] + \
           ["%s %s is not in the evidence" % pair for pair in sorted(have - want)]


def check_decline_codes(root):
    rows, overrides = root["rows"], root["overrides"]
    _, pack = load("rulepack")
    known = {mistake["id"] for mistake in pack["mistakes"]}
    codes = {row["code"]: row for row in rows}
    none(mistake_faults(rows, known), "decline_codes: mistakes are known ids, none twice in a row")
    none(mistake_faults(overrides, known), "decline_codes: so are those of the overrides")
    unreachable = known - {mistake for row in rows for mistake in row["mistakes"]}
    ok(unreachable == {"T10"},
       "decline_codes: every mistake but T10, which has no code, shows as some code", unreachable)
    actors = {row["fixed_by"] for row in rows}
    ok(actors == set(root["actors"]), "decline_codes: the actors are those of the rows",
       actors ^ set(root["actors"]))
    none([row for row in rows if row["class"] not in ("A", "B", "C", "D", "E")],
         "decline_codes: class A to E")
    none([row["code"] for row in rows if row["class"] == "A" and row["retry"] != "-"],
         "decline_codes: what succeeded needs no retry")
    none([row for row in rows if not set(row["given_by"]) <= {"AC", "SW", "IS"}
          or (row["given_by"] == []) != (row["generation"] != "2015")],
         "decline_codes: given by AC SW IS, and by them in the table of 2015 only")
    changed = [row["code"] for row in rows if "old" in row]
    ok(changed == CHANGED, "decline_codes: an older meaning for the five codes that changed",
       changed)
    none([row["code"] for row in rows if "旧" in row["zh-CN"] or "(old" in row["en"]],
         "decline_codes: names hold the new meaning only")
    none([row["code"] for row in rows
          if row.get("old") == {"zh-CN": row["zh-CN"], "en": row["en"]}],
         "decline_codes: the older meaning is another")
    none([row["acquirer"] for row in overrides if not re.fullmatch("host-[a-z]", row["acquirer"])],
         "decline_codes: overrides name no real acquirer")
    against("response_codes.tsv",
            "decline_codes: all response codes of the reference table, with their facts",
            lambda table_rows: response_code_faults(table_rows, codes))
    against("host_evidence.tsv", "decline_codes: an override for each code of the two hosts",
            lambda table_rows: evidence_faults(table_rows, overrides))


# ---- devices ----

def folded(text):
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def spellings(row):
    brands = {folded(name) for name in [row["brand"]] + row["aliases"]}
    models = {folded(name) for name in [row["model"]] + row["model_aliases"]}
    return {(brand, model) for brand in brands for model in models}


def ability_faults(row):
    faults = []
    for key, words in ABILITIES.items():
        both = row[key] + row[key + "_optional"]
        if not set(both) <= set(words) or len(both) != len(set(both)):
            faults.append("%s %s: %s" % (row["model"], key, both))
    return faults


def differing(want, row, key, words):
    """The words that one of the two has and the other has not."""
    have = row[key] + row[key + "_optional"]
    return ["%s: %s" % (row["model"], word) for word in words
            if (word.upper() in want[key]) != (word in have)]


def model_faults(rows, models):
    """A row of the reference table may name two models with a slash between blanks."""
    names = {(row["brand"], row["model"]): row for row in models}
    faults = []
    for want in rows:
        for model in want["model"].split(" / "):
            row = names.get((want["brand"], model))
            if row is None:
                faults.append("%s %s is missing" % (want["brand"], model))
            elif (row["pci_pts"], row["confidence"]) != (want["pci_pts"], want["confidence"]):
                faults.append("%s: %s %s" % (model, row["pci_pts"], row["confidence"]))
            else:
                faults += differing(want, row, "readers", ("msr", "icc", "nfc"))
                faults += differing(want, row, "algorithms", ALGORITHMS)
    return faults


def check_devices(root):
    rows, vendors = root["rows"], {row["digits"]: row for row in root["vendors"]}
    types = {row["code"]: row for row in root["device_types"]}
    usable = {code for code, row in types.items() if not row["reserved"]}
    none([row["model"] for row in rows
          if not row["device_types"] or not set(row["device_types"]) <= usable],
         "devices: models have known device types that are not reserved")
    none([row["model"] for row in rows
          if not set(row["device_types"]) <= TYPES_OF_KIND.get(row["kind"], set())],
         "devices: the device types fit the kind")
    none([row["model"] for row in rows if not set(row["vendor_digits"]) <= set(vendors)],
         "devices: vendors are known")
    none([row["model"] for row in rows if row["mobile"] not in (True, False, None)],
         "devices: mobile is yes, no or null")
    none([fault for row in rows for fault in ability_faults(row)],
         "devices: abilities are known words, each fitted or optional")
    none([row["model"] for row in rows
          if not {"msr", "icc"} <= set(row["readers"]) or "3des" not in row["algorithms"]],
         "devices: every card terminal reads stripe and chip, and does 3DES")
    all_spellings = [pair for row in rows for pair in sorted(spellings(row))]
    none(twice(all_spellings), "devices: a spelling of brand and model leads to one row")
    serial = sorted(code for code, row in types.items() if row["serial_required"])
    ok(serial == "02 03 04 05 06 08 09 10".split(), "devices: the types that must have a serial",
       serial)
    against("pos_models.tsv", "devices: all models of the reference table",
            lambda table_rows: model_faults(table_rows, rows))
    against("device_type.tsv", "devices: all device types of the reference table",
            lambda table_rows: unequal(table_rows, "code", types, "zh-CN", "zh"))
    against("tusn_vendor.tsv", "devices: all vendors of the reference table",
            lambda table_rows: unequal(table_rows, "vendor", vendors, "confidence", "confidence"))


# ---- the other catalogues ----

def check_mcc(root):
    rows = {row["mcc"]: row for row in root["rows"]}
    none([row for row in rows.values()
          if row["fee_class"] not in ("standard", "preferential", "exempt", "special")],
         "mcc: fee class is one of the four words")
    none([row for row in rows.values()
          if row["permit"] not in [None] + "food medicine fuel lodging beauty tobacco".split()],
         "mcc: permit is one of the six words or null")
    everyday = {"5812": "food", "5411": "food", "5912": "medicine", "5541": "fuel",
                "7011": "lodging", "7230": "beauty", "5993": "tobacco",
                "5311": None, "5732": None, "5651": None, "8062": None}
    got = {mcc: rows.get(mcc, {}).get("permit", "missing") for mcc in everyday}
    ok(got == everyday, "mcc: permits of the everyday codes", got)
    ok(len(rows) >= 300, "mcc: some three hundred", len(rows))
    names = [row["zh-CN"] for row in root["rows"]]
    none(twice(names), "mcc: no name twice")
    against("mcc_fee_class.tsv", "mcc: fee classes of the reference table, and no others",
            lambda table_rows: unequal(table_rows, "mcc", rows, "fee_class", "class") +
            unequal(table_rows, "mcc", rows, "confidence", "confidence") +
            sorted(mcc for mcc, row in rows.items() if row["fee_class"] != "standard"
                   and mcc not in {want["mcc"] for want in table_rows}))


def check_areas(root):
    provinces = {row["code"]: row for row in root["provinces"]}
    ok(len(provinces) == 34, "areas: 34 provinces", len(provinces))
    none([row["short"] for row in provinces.values() if not row["zh-CN"].startswith(row["short"])
          or row["short"][-1] in "省市"], "areas: a short name begins the full one")
    none([row for row in root["rows"] if row["province"] not in provinces],
         "areas: provinces are known")
    cities = {row["code"]: row for row in root["rows"]}
    against("area_codes_sample.tsv", "areas: all area codes of the reference table",
            lambda table_rows: unequal(table_rows, "bank_area_code", cities, "province",
                                       "gb2260_province"))
    against("area_codes_sample.tsv", "areas: with their cities",
            lambda table_rows: [row for row in table_rows
                                if not cities.get(row["bank_area_code"], {"city": {"zh-CN": ""}})
                                ["city"]["zh-CN"].startswith(row["city"])])


def check_regions(root, areas):
    regions = {row["code"]: row for row in root["rows"]}
    provinces = {row["code"] for row in areas["provinces"]}
    none([code for code in regions if code[:2] not in provinces], "regions: provinces are known")
    prefectures = [code for code in regions if re.fullmatch(r"\d\d(?!00)\d\d00", code)]
    ok(len(prefectures) >= 330, "regions: the prefectures", len(prefectures))
    named = {(row["zh-CN"], code[:2]): row for code, row in regions.items()}
    none([row for row in areas["rows"] if "区" not in row["city"]["zh-CN"][1:-1]
          and (row["city"]["zh-CN"], row["province"]) in named
          and [row["city"]["en"], row["initials"]] !=
          [named[row["city"]["zh-CN"], row["province"]][key] for key in ("en", "initials")]],
         "regions: named as the areas are")
    none([row for row in areas["rows"] if (row["city"]["zh-CN"], row["province"]) not in named
          and not row["city"]["zh-CN"].startswith("重庆市")],
         "areas: each city is a region of its province")
    ok(len(areas["rows"]) >= 330, "areas: the prefectures", len(areas["rows"]))
    none([row for row in root["rows"] + areas["rows"]
          if not re.fullmatch("[a-z]+", row["initials"])], "areas and regions: initials")


def check_branches(root, banks):
    own = {row["bank"] for row in banks["rows"]}
    none([row for row in root["rows"] if row["branch"][:3] not in own], "branches: banks are known")


def check_acquirers(root, banks):
    rows = {row["prefix"]: row for row in root["rows"]}
    by_code = {row["bank"]: row for row in banks["rows"]}
    none([prefix for prefix, row in rows.items() if row["bank"] != (prefix in by_code)],
         "acquirers: banks are those of banks.json, and no others")
    none([prefix for prefix, row in rows.items()
          if row["bank"] and row["shared"] != by_code.get(prefix, {}).get("shared")],
         "acquirers: shared as in banks.json")
    none([prefix for prefix, row in rows.items() if row["shared"] and not row["bank"]],
         "acquirers: payment companies have a prefix of their own")
    against("acquirer_prefix.tsv", "acquirers: all prefixes of the reference table",
            lambda table_rows: unequal(table_rows, "prefix", rows, "confidence", "confidence"))


def check_banks(root):
    names = [name for row in root["rows"] for name in [row["zh-CN"]] + row["aliases"]]
    none(twice(names), "banks: a name leads to one bank")
    own = [row for row in root["rows"] if not row["shared"]]
    full = {row["bank"]: row["zh-CN"] for row in own}
    # a rule looks for these names inside the name of a branch
    none(["%s in %s" % (name, full[other])
          for row in own for name in [row["zh-CN"]] + row["aliases"] for other in full
          if other != row["bank"] and name in full[other]],
         "banks: no name is part of another bank's full name")
    none([name for name in names if len(name) < 2 or not has_cjk(name)], "banks: names are Chinese")


WELL_KNOWN = (
    ("622848", "103", "debit"), ("621700", "105", "debit"), ("621483", "308", "debit"),
    ("622202", "102", "debit"), ("621661", "104", "debit"), ("622260", "301", "debit"),
    ("622188", "403", "debit"), ("622575", "308", "credit"), ("622230", "102", "credit"),
    ("622836", "103", "credit"), ("622252", "301", "credit"), ("518710", "308", "credit"))


def batch_cards():
    """First digits, length and branch's bank of the whole private cards in the batch; None
    where it is not at hand."""
    path = os.path.join(SHARED, "batch", "messy-a.csv")
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        text = file.read().decode("gb18030")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["账户性质"] == "private"]
    cards = [(unicodedata.normalize("NFKC", row["账号/卡号"]).strip(), row["开户行联行号"][:3])
             for row in rows]
    return {(card[:6], len(card), bank) for card, bank in cards if re.fullmatch(r"\d{16,19}", card)}


def longest(bins, card_start):
    """The row of the longest BIN that begins `card_start`, as catalogue_bin looks it up."""
    starts = [card_start[:n] for n in range(len(card_start), 2, -1)]
    return next((bins[start] for start in starts if start in bins), None)


def check_bins(root, banks):
    bins = {row["bin"]: row for row in root["rows"]}
    own = {row["bank"] for row in banks["rows"] if not row["shared"]}
    none([row for row in bins.values() if row["bank"] not in own],
         "bins: issuers are banks with a code of their own")
    none([row for row in bins.values()
          if row["kind"] not in ("debit", "credit", "semi_credit", "prepaid")],
         "bins: kind is one of the four words")
    none([row for row in bins.values() if not 15 <= row["length"] <= 19],
         "bins: cards have 15 to 19 digits")
    none([row for row in bins.values() if row["kind"] != "debit" and row["length"] > 16],
         "bins: credit cards have at most 16 digits")
    parents = [(row, longest(bins, row["bin"][:-1])) for row in bins.values()]
    none([row for row, parent in parents if parent is not None and parent["bank"] != row["bank"]],
         "bins: a longer BIN is of the same bank as the shorter one")
    for bin_, bank, kind in WELL_KNOWN:
        row = bins.get(bin_, {})
        ok((row.get("bank"), row.get("kind")) == (bank, kind),
           "bins: %s is a %s card of %s" % (bin_, kind, bank), row)
    cards = batch_cards()
    name = "bins: the private cards of the batch are debit cards of their branch's bank"
    if cards is None:
        skip(name, "../shared/batch/messy-a.csv is not at hand")
        return
    ok(len(cards) > 0, "messy-a.csv has private cards")
    rows = [(card, longest(bins, card[0])) for card in sorted(cards)]
    none([card for card, row in rows
          if row is None
          or (row["kind"], row["length"], row["bank"]) != ("debit", card[1], card[2])], name)


def main():
    roots = {}
    for name in SHAPES:
        try:
            text, roots[name] = load(name)
            ok(True, "%s: parses, no key twice" % name)
        except ValueError as error:
            ok(False, "%s: parses, no key twice" % name, error)
            continue
        if not check_form(name, text, roots[name]):
            del roots[name]
    if len(roots) == len(SHAPES):
        check_decline_codes(roots["decline_codes"])
        check_devices(roots["devices"])
        check_mcc(roots["mcc"])
        check_areas(roots["areas"])
        check_regions(roots["regions"], roots["areas"])
        check_branches(roots["branches"], roots["banks"])
        check_acquirers(roots["acquirers"], roots["banks"])
        check_banks(roots["banks"])
        check_bins(roots["bins"], roots["banks"])
    done()


main()
