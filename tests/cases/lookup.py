#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""lookup: codes by Chinese and English name, code and initials, with small mistakes; and the papers
that a merchant brings, as the field table has them."""
import json
import os
import tempfile

from tap import done, equal, ok, run


def lookup(*arguments):
    """The codes (of models: brand and model) that are found, best first."""
    code, out, err = run(["lookup", *arguments, "--format", "json"])
    rows = json.loads(out)["results"] if out else []
    return code, [row.get("code") or row["brand"] + " " + row["model"] for row in rows], err


# what is asked, and what must come first
FIRST = (
    (["area", "深圳"], "5840"), (["area", "深圳市"], "5840"), (["area", "Shenzhen"], "5840"),
    (["area", "shenzen"], "5840"), (["area", "5840"], "5840"), (["area", "440300"], "440300"),
    (["area", "szs", "shenzhen"], "5840"), (["area", "kms"], "7310"),
    (["area", "ＳＨＡＮＧＨＡＩ"], "2900"),
    (["area", "石家装"], "1210"), (["mcc", "餐馆"], "5812"), (["mcc", "5411"], "5411"),
    (["mcc", "supermarket"], "5411"), (["mcc", "supermaket"], "5411"), (["mcc", "超级"], "5411"),
    (["mcc", "fast", "food"], "5814"), (["branch", "招商"], "308584000013"),
    (["branch", "工行"], "102100099996"), (["branch", "zsyh"], "308584000013"),
    (["branch", "1021"], "102100099996"), (["branch", "Merchants"], "308584000013"),
    (["model", "A920"], "PAX 百富 A920"), (["model", "a920 pro"], "PAX 百富 A920 Pro"),
    (["model", "a920pro"], "PAX 百富 A920 Pro"), (["model", "百富", "A80"], "PAX 百富 A80"),
)


def test_first():
    for arguments, first in FIRST:
        code, found, err = lookup(*arguments)
        ok(code == 0 and found[:1] == [first], "%s: %s first" % (" ".join(arguments), first),
           (code, found, err))
    code, found, _ = lookup("area", "sz", "--limit", "30")
    ok(code == 0 and {"5840", "3050"} <= set(found), "area sz: Shenzhen and Suzhou", found)
    code, found, _ = lookup("model", "bf", "--limit", "50")
    ok(found and all(name.startswith("PAX") for name in found), "model bf: the initials of PAX",
       found)
    equal(len(lookup("mcc", "5", "--limit", "3")[1]), 3, "--limit")
    equal(len(lookup("mcc", "5")[1]), 10, "ten without it")
    equal(lookup("mcc", "5", "--limit", "300")[1], lookup("mcc", "5", "--limit", "300")[1],
          "the same order each time")


def test_nothing():
    for arguments in (["area", "xyzzy"], ["mcc", "0000"], ["branch", "999999999999"],
                      ["model", "不存在的机型"], ["documents", "household", "0000"],
                      ["documents", "company"]):
        code, out, err = run(["lookup", *arguments, "--lang", "en"])
        ok(code == 1 and not out and b"nothing was found" in err,
           "%s: nothing, exit code 1" % " ".join(arguments), (code, out, err))
    equal(lookup("area", "xyzzy")[:2], (1, []), "as JSON, an empty list")
    for arguments in ([], ["area"], ["street", "x"], ["mcc", "x", "--limit", "0"],
                      ["mcc", "x", "--format", "xml"], ["mcc", "x", "--best"],
                      ["documents", "5812"], ["mcc", b"\xff\xfe"],
                      ["mcc", "x", "--catalogues", "/nonexistent"]):
        code, out, err = run(["lookup", *arguments])
        ok(code == 2 and not out and err, "lookup %r: exit code 2" % arguments, (code, out, err))


def test_imported():
    """A list of branches that was imported, in one's own folder."""
    rows = ["# catalogue: branches", "# version: 1", "# source: made up", "# date: 2026-11-01",
            "# complete: true", "branch,zh-CN,initials"]
    rows += ["102584000%03d,中国工商银行股份有限公司深圳%s支行,zggsyh%s" % (i, name, initials)
             for i, (name, initials) in enumerate((("福田", "szftzh"), ("罗湖", "szlhzh"),
                                                   ("福民", "szfmzh")))]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "b.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(rows) + "\n")
        kept = os.path.join(folder, "kept")
        run(["catalogue", "import", "--dir", kept, path])
        for words in (["工行", "福田"], ["工行福田"], ["福田支行"], ["深圳福田"], ["10258400000"]):
            code, found, err = lookup("branch", *words, "--catalogues", kept)
            ok(code == 0 and found[:1] == ["102584000000"], "branch %s" % " ".join(words),
               (code, found, err))
        equal(lookup("branch", "招商", "--catalogues", kept)[0], 1,
              "the built-in branches are replaced")
        code, out, _ = run(["lookup", "branch", "罗湖", "--catalogues", kept, "--lang", "zh"])
        text = out.decode()
        ok(code == 0 and "102584000001" in text and "深圳市" in text, "with bank and city", text)


def papers(*words):
    code, out, _ = run(["lookup", "documents", *words, "--format", "json"])
    rows = json.loads(out)["documents"]
    return code, {row["key"]: row for row in rows}


def test_documents():
    code, rows = papers("household", "5812")
    ok(code == 0 and rows["special_permit"]["need"] == "required"
       and rows["special_permit"]["zh-CN"] == "食品经营许可证"
       and rows["img_licence"]["need"] == "required", "a household shop of 5812", rows)
    _, same = papers("个体户", "5812")
    equal(same, rows, "the kind in Chinese")
    _, rows = papers("enterprise", "5732")
    ok("special_permit" not in rows and "nonprofit_proof" not in rows, "a trade without a permit",
       rows)
    _, rows = papers("企业")
    ok(rows["special_permit"]["need"] == "conditional", "a company of any trade", rows)
    equal(rows["special_permit"]["when"]["en"], "where the trade needs one",
          "when it is needed, without the mark before it")
    _, rows = papers("小微")
    ok("img_licence" not in rows and rows["micro_proof"]["need"] == "required",
       "a micro merchant brings no licence", rows)
    _, rows = papers("institution", "8062")
    ok(rows["nonprofit_proof"]["need"] == "required", "a hospital that pays no fee", rows)
    for language, words in (("zh", ["必须提供", "视情况提供", "营业执照照片", "进件时"]),
                            ("en", ["Needed", "Where it applies", "photo of the licence"])):
        _, out, _ = run(["lookup", "documents", "household", "--lang", language])
        text = out.decode()
        ok(all(word in text for word in words), "documents in " + language, text)


def main():
    test_first()
    test_nothing()
    test_imported()
    test_documents()
    done()


main()
