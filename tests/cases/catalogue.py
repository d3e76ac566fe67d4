#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""catalogue import and list: good files replace the built-in ones, a bad row is named and changes
nothing, what is damaged is never passed over."""
import hashlib
import json
import os
import tempfile

from tap import TOP, TODAY, check, done, equal, ok, run

CLEAN = os.path.join(TOP, "tests", "data", "clean.ndjson")
HEAD = "# catalogue: %s\n# version: 1\n# source: made up\n# date: 2026-11-01\n# complete: %s\n"


def sheet(kind, rows, complete="false"):
    return (HEAD % (kind, complete) + "\n".join(rows) + "\n").encode()


def builtin(kind):
    with open(os.path.join(TOP, "schemas", kind + ".json"), encoding="utf-8") as file:
        return json.load(file)


class Place:
    """A folder of imports and one of files to import."""

    def __init__(self, folder):
        self.dir = os.path.join(folder, "kept")
        self.folder = folder

    def file(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def take(self, name, data, *options):
        """Imports bytes: exit code, standard output, standard error."""
        code, out, err = run(
            ["catalogue", "import", "--dir", self.dir, *options, self.file(name, data)]
        )
        return code, out.decode(), err.decode()

    def listed(self):
        _, out, _ = run(["catalogue", "list", "--dir", self.dir, "--format", "json"])
        return {row["name"]: row for row in json.loads(out)["catalogues"]}

    def kept(self, kind):
        with open(os.path.join(self.dir, kind + ".catalogue"), "rb") as file:
            return file.read()


BRANCHES = ["branch,zh-CN,initials", "102584000002,中国工商银行深圳分行,zggsyhszfh"]

GOOD = (
    ("branches", BRANCHES, 1),
    ("regions", ["code,zh-CN", "440300,深圳市", "440305,南山区"], 2),
    ("mcc", ["mcc,zh-CN,fee_class,permit", "5812,餐馆,standard,food"], 1),
    ("areas", ["code,city.zh-CN,city.en,province", "5840,深圳市,Shenzhen,44"], 1),
    ("bins", ["bin,bank,kind,length", "622848,103,debit,19", "622849,103,credit,"], 2),
    ("banks", ["bank,zh-CN,aliases", "102,中国工商银行,工商银行;工行"], 1),
    (
        "devices",
        [
            "brand,model,kind,device_types,network,readers,algorithms,certified_to",
            "PAX,A920,smart,04,4g;wifi,msr;icc,3des;sm4,2027-01-31",
        ],
        1,
    ),
    (
        "acquirers",
        [
            "prefix,zh-CN,bank,institutions,debit_rate_low,sm4.mac_rule,txn_versions.preauth,tpdu,"
            "app_version_min,host_addr",
            "898,银联商务,false,4802;4803,350000,sm4_cbc,320002,6000030000,310000,10.0.0.1:8888",
        ],
        1,
    ),
)


def test_good(place):
    for kind, rows, count in GOOD:
        data = sheet(kind, rows)
        code, out, err = place.take(kind + ".csv", data, "--lang", "en")
        ok(code == 0 and not err and "%s imported, rows: %d," % (kind, count) in out,
           "%s as CSV" % kind, (code, out, err))
        row = place.listed()[kind]
        equal(
            (row["rows"], row["imported"], row["complete"], row["sha256"], row["version"]),
            (count, True, False, hashlib.sha256(data).hexdigest(), "1"),
            "%s is listed as imported, by its own digest" % kind,
        )
    for kind in [kind for kind, _, _ in GOOD] + ["decline_codes"]:
        data = json.dumps(builtin(kind), ensure_ascii=False).encode()
        code, _, err = place.take(kind + ".json", data)
        equal((code, err), (0, ""), "%s as JSON" % kind)
        equal(place.kept(kind), data, "%s: the bytes are kept as they came" % kind)


def test_forms(place):
    plain = sheet("branches", BRANCHES, "true")
    forms = {
        "a byte order mark": b"\xef\xbb\xbf" + plain,
        "GB18030": plain.decode().encode("gb18030"),
        "line ends of spreadsheets": plain.replace(b"\n", b"\r\n"),
        "a head that a spreadsheet program has quoted": b"".join(
            b'"' + line + b'",,\n' if line.startswith(b"#") else line + b"\n"
            for line in plain.splitlines()
        ),
    }
    for name, data in forms.items():
        code, out, err = place.take("form.csv", data, "--lang", "en")
        ok(code == 0 and "complete: what it does not hold is wrong" in out, "CSV with " + name,
           (code, out, err))


# what is changed in the good sheet of branches, and the words that must be in the complaint
BAD = (
    ("a row with a letter", "102584000002,", "10258400000X,", ["line 7", "'branch'", "12 digits"]),
    ("a row that is short a digit", "102584000002,", "10258400000,", ["line 7", "'branch'"]),
    ("a row without a name", "中国工商银行深圳分行", "", ["line 7", "'zh-CN'", "is missing"]),
    ("a row twice", "zggsyhszfh\n", "z\n102584000002,又一家,y\n", ["line 8", "there already"]),
    ("a row of too many cells", "zggsyhszfh", "a,b", ["line 7", "4 cells under 3 columns"]),
    ("initials in capitals", "zggsyhszfh", "ZG", ["line 7", "'initials'"]),
    ("an unknown column", ",initials", ",pinyin", ["line 6", "column 3", "'pinyin'",
                                                     "branch zh-CN en bank area initials"]),
    ("a column twice", ",initials", ",zh-CN", ["line 6", "column 3", "twice"]),
    ("an unknown catalogue", "catalogue: branches", "catalogue: shops", ["'# catalogue: shops'"]),
    ("no version", "# version: 1\n", "", ["# version:"]),
    ("a wrong date", "2026-11-01", "1.11.2026", ["line 4", "YYYY-MM-DD"]),
    ("a wrong complete", "complete: false", "complete: maybe", ["line 5", "maybe"]),
    ("a head line of no meaning", "# source:", "# origin:", ["line 3", "# origin:"]),
    ("an open quote", "中国工商银行深圳分行", '"中国', ["line 7", "quote"]),
    ("no columns", "\n".join(BRANCHES) + "\n", "", ["column names"]),
    ("one that is no sheet", "catalogue: branches", "catalogue: decline_codes", ["JSON only"]),
)


# kind, the row of GOOD that is spoilt, what is changed in it, and the words of the complaint
BAD_CODES = (
    ("mcc", "5812", "58x2", ["'mcc'", "'58x2'", "such as 5812"]),
    ("mcc", "5812", "0000", ["'mcc'", "other than 0000"]),
    ("areas", "5840", "58X0", ["'code'", "4 digits", "such as 5840"]),
    ("areas", ",44", ",99", ["'province'", "such as 44"]),
    ("regions", "440300", "4403AB", ["'code'", "6 digits"]),
    ("regions", "440300", "990300", ["'code'", "begin with a province"]),
    ("acquirers", "898,", "8X8,", ["'prefix'", "3 digits"]),
    ("acquirers", "4802;", "480;", ["'institutions'", "4 digits"]),
    ("acquirers", "320002", "latest", ["'txn_versions.preauth'", "320001 or V2.1.10"]),
    ("acquirers", "6000030000", "zz", ["'tpdu'", "10 digits", "such as 6000030000"]),
    ("acquirers", "310000", "abc", ["'app_version_min'", "320001 or V2.1.10"]),
    ("acquirers", "10.0.0.1:8888", "10.0.0.1", ["'host_addr'", "host:port"]),
    ("bins", ",19", ",99", ["'length'", "13 to 19"]),
    ("bins", ",103,", ",999,", ["'bank'", "3 digits of a bank"]),
    ("banks", "102,", "1O2,", ["'bank'", "3 digits"]),
)


def test_bad_codes(place):
    """A code that no application can hold is refused, whether the list is complete or not."""
    sheets = {kind: rows for kind, rows, _ in GOOD}
    for kind, find, replace, words in BAD_CODES:
        rows = sheets[kind]
        good = sheet(kind, rows)
        place.take("good.csv", good)
        assert find in rows[1], (kind, find)
        bad = [rows[0], rows[1].replace(find, replace)] + rows[2:]
        for complete in ("true", "false"):
            code, out, err = place.take("bad.csv", sheet(kind, bad, complete), "--lang", "en")
            ok(code == 2 and not out and all(word in err for word in ["line 7, column"] + words),
               "%s: '%s' is refused, complete: %s" % (kind, replace, complete), (code, out, err))
        ok(place.kept(kind) == good, "%s: the good file stays" % kind)


def test_no_rows(place):
    """A list without rows is an export that went wrong; complete, it would stop everybody."""
    good = sheet("mcc", ["mcc,zh-CN,fee_class", "5812,餐馆,standard"], "true")
    equal(place.take("good.csv", good)[0], 0, "a complete list of one row is taken")
    for complete in (True, False):
        empty = dict(builtin("mcc"), complete=complete, rows=[])
        files = {"CSV": sheet("mcc", ["mcc,zh-CN,fee_class"], str(complete).lower()),
                 "JSON": json.dumps(empty).encode()}
        for form, data in files.items():
            for language, words in (("en", ["has no rows", "stays", "Export it again"]),
                                    ("zh", ["一行数据都没有", "原来的目录不变", "重新导出"])):
                code, out, err = place.take("empty", data, "--lang", language)
                ok(code == 2 and not out and all(word in err for word in ["empty"] + words),
                   "%s without rows, complete: %s, in %s" % (form, complete, language),
                   (code, out, err))
    equal(place.kept("mcc"), good, "and the good file stays")
    with open(os.path.join(place.dir, "mcc.catalogue"), "wb") as file:
        file.write(sheet("mcc", ["mcc,zh-CN,fee_class"], "true"))
    code, _, err = run(["check", "--catalogues", place.dir, CLEAN])
    ok(code == 2 and b"mcc.catalogue" in err and b"no rows" in err,
       "one that was put there by hand is an error that names it", (code, err))


def test_bad(place):
    good = sheet("branches", BRANCHES).decode()
    place.take("good.csv", good.encode())
    for name, find, replace, words in BAD:
        assert find in good, find
        code, out, err = place.take("bad.csv", good.replace(find, replace).encode(), "--lang", "en")
        ok(
            code == 2 and not out and all(word in err for word in ["bad.csv", "stays"] + words),
            "%s is named" % name,
            (code, out, err),
        )
        ok(place.kept("branches") == good.encode(), "%s: the good file stays" % name)
    code, _, err = place.take("bad.csv", good.replace("102584000002", "1").encode(), "--lang", "zh")
    ok(code == 2 and "原来的目录不变" in err and "bad.csv" in err, "in Chinese too", err)
    equal([name for name in os.listdir(place.dir) if not name.endswith(".catalogue")], [],
          "nothing half written is left")
    bad_json = dict(builtin("mcc"), rows=[{"mcc": "5812"}])
    code, _, err = place.take("bad.json", json.dumps(bad_json).encode(), "--lang", "en")
    ok(code == 2 and "/rows/0/" in err, "a bad row of JSON is named", err)
    code, _, err = place.take("none.json", b'{"name": "shops"}', "--lang", "en")
    ok(code == 2 and "is not one of: devices mcc" in err, "a JSON file of no kind", err)
    for name, data in (("empty", b""), ("binary", b"\xff\x00\xff"), ("text", b"hello\n")):
        code, _, err = place.take(name, data)
        ok(code == 2 and name in err, "a file that is %s" % name, err)
    code, out, err = run(["catalogue", "import", "--dir", place.dir, "/nonexistent",
                          place.file("good.csv", good.encode())])
    ok(code == 2 and b"nonexistent" in err and b"branches" in out,
       "a file that is refused does not keep the next one out", (code, out, err))


def codes_of(place, *options):
    code, reports, err = check([CLEAN], *options)
    return code, [{finding["code"] for finding in report["findings"]} for report in reports], err


def test_used(place):
    _, before, _ = codes_of(place)
    only = json.dumps(dict(builtin("mcc"), complete=True, rows=[row for row in
                      builtin("mcc")["rows"] if row["mcc"] == "0742"]))
    place.take("mcc.json", only.encode())
    code, after, _ = codes_of(place, "--catalogues", place.dir)
    ok(code == 1 and all("MCC_FEE.MCC_NOT_LISTED" in codes for codes in after)
       and not any("MCC_FEE.MCC_NOT_LISTED" in codes for codes in before),
       "what a complete list does not hold is wrong", (code, after))
    _, out, _ = run(["check", "--format", "json", "--today", TODAY, "--catalogues", place.dir,
                     CLEAN])
    used = {row["name"]: row for row in json.loads(out)["result"]["catalogues"]}
    equal((used["mcc"]["sha256"], used["mcc"]["complete"]),
          (hashlib.sha256(only.encode()).hexdigest(), True), "the report names the file it used")
    code, _, _ = run(["check", "--today", TODAY, CLEAN], env={"SWIPEREADY_CATALOGUES": place.dir})
    equal(code, 1, "$SWIPEREADY_CATALOGUES is where check looks")
    home = os.path.join(place.folder, "home")
    environment = {"SWIPEREADY_CATALOGUES": "", "XDG_DATA_HOME": home}
    code, _, err = run(["catalogue", "import", place.file("mcc.json", only.encode())],
                       env=environment)
    ok(code == 0 and os.path.exists(os.path.join(home, "swipeready", "catalogues",
                                                 "mcc.catalogue")),
       "without a folder, imports are the user's own", err)
    equal(run(["check", "--today", TODAY, CLEAN], env=environment)[0], 1, "and are used from there")


def test_profile(place):
    """What one acquirer's host means by a code is told with its name."""
    meaning = {"zh-CN": "没有这台终端", "en": "no such terminal"}
    row = {"prefix": "898", "zh-CN": "银联商务", "en": "China UMS", "bank": False,
           "confidence": "sure",
           "decline_codes": [{"code": "C1", "meaning": meaning, "mistakes": ["T01"]}]}
    place.take("a.json", json.dumps(dict(builtin("acquirers"), rows=[row])).encode())
    _, out, _ = run(["explain", "C1", "--lang", "en"], env={"SWIPEREADY_CATALOGUES": place.dir})
    ok(b"[China UMS] no such terminal T01" in out, "explain knows an acquirer's own codes", out)


def test_damaged(place):
    place.take("mcc.csv", sheet("mcc", ["mcc,zh-CN,fee_class", "5812,餐馆,standard"]))
    path = os.path.join(place.dir, "mcc.catalogue")
    with open(path, "ab") as file:
        file.write(b"58,x,y\n")
    for arguments in (["check", CLEAN], ["explain", "96"], ["catalogue", "list"]):
        code, out, err = run(arguments, env={"SWIPEREADY_CATALOGUES": place.dir})
        ok(code == 2 and not out and path.encode() in err and b"line 8" in err,
           "%s: a damaged import is an error that names it" % " ".join(arguments[:1]), (code, err))
    place.take("good.csv", sheet("regions", ["code,zh-CN", "440300,深圳市"]))
    os.replace(os.path.join(place.dir, "regions.catalogue"), path)
    code, _, err = run(["catalogue", "list", "--dir", place.dir])
    ok(code == 2 and b"another kind" in err, "a file under the name of another kind", err)
    os.remove(path)
    os.symlink("/nonexistent", path)
    equal(run(["catalogue", "list", "--dir", place.dir])[0], 2, "a link that leads nowhere")
    equal(run(["check", "--catalogues", "/nonexistent", CLEAN])[0], 2, "a folder that is not there")


def test_bounds(place):
    large = sheet("branches", ["branch,zh-CN"]) + b"# " + b"x" * (64 * 1024 * 1024)
    code, _, err = place.take("large.csv", large)
    ok(code == 2 and b"67108864" in err.encode(), "a file that is too large", err)
    rows = ["branch,zh-CN"] + ["1025840%05d,支行" % i for i in range(100000)]
    code, _, err = place.take("many.csv", sheet("branches", rows))
    ok(code == 0, "a hundred thousand branches", err)
    equal(place.listed()["branches"]["rows"], 100000, "and all of them are there")


def test_list(place):
    for language, words in (("zh", ["目录", "行数", "不完整", "内置", "已导入", place.dir]),
                            ("en", ["catalogue", "rows", "partial", "built in", "imported"])):
        place.take("r.csv", sheet("regions", ["code,zh-CN", "440300,深圳市"]))
        code, out, _ = run(["catalogue", "list", "--dir", place.dir, "--lang", language])
        text = out.decode().replace("\n", "")
        ok(code == 0 and all(word in text for word in words), "list in " + language, text)


def test_usage():
    for arguments in (["catalogue"], ["catalogue", "drop"], ["catalogue", "import"],
                      ["catalogue", "list", "x"], ["catalogue", "list", "--format", "xml"],
                      ["catalogue", "list", "--dir"], ["catalogue", "import", "--force", "x"]):
        code, out, err = run(arguments)
        ok(code == 2 and not out and err, "%s: usage" % " ".join(arguments), (code, out))


def main():
    for test in (test_good, test_forms, test_bad, test_bad_codes, test_no_rows, test_used,
                 test_profile, test_damaged, test_bounds, test_list):
        with tempfile.TemporaryDirectory() as folder:
            test(Place(folder))
    test_usage()
    done()


main()
