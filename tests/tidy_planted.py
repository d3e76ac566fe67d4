# SPDX-License-Identifier: Apache-2.0
"""What `tests/tidy --self-test` plants: a clean little checkout, breaches, and their nearest
allowed neighbours."""

C = "/* SPDX-License-Identifier: Apache-2.0 */\n"
H = C + "#pragma once\n"
PY = "# SPDX-License-Identifier: Apache-2.0\n"

CLEAN = {
    "README.md": "# A checkout\n",
    "service/Makefile.inc": "x = service/codec/csv.c service/codec/csv.h service/base/text.h "
    "service/more.x \\\n"
    + " ".join(
        "service/%s/%s" % (f, n)
        for f, n in (
            ("report", "text.c"),
            ("report", "fill.c"),
            ("flow", "check.c"),
            ("audit", "audit.h"),
            ("rehearse/terminal", "till.c"),
            ("rehearse/bank", "bank.h"),
            ("sandbox", "box.c"),
            ("api", "server.c"),
            ("api", "router.c"),
            ("rules", "rule.c"),
            ("wrong", "wrong.c"),
            ("codec", "big.c"),
            ("codec", "application_json.c"),
            ("codec", "once.h"),
        )
    )
    + "\n",
    "tests/Makefile.inc": "x = tests/unit/test-csv tests/cases/good.py\n",
    "service/base/text.h": H + "gboolean text_is_plain(const char *text);\n",
    "service/codec/csv.h": H
    + '#include "base/text.h"\n\n/* One row. */\ngboolean csv_read(const char *text);\n',
    "service/codec/csv.c": C
    + """#include "codec/csv.h"

#include <jansson.h>
#include <string.h>

/* "goto", malloc( and a->free() in a comment break nothing: double float. */
static const char *const words[] = {"goto", "free(x)", "a \\" /* b"};

static gboolean
has_row(const char *text)
{
    return text != NULL && words[0] != NULL;
}

gboolean
csv_read(const char *text)
{
    g_autofree char *copy = g_strdup(text);

    json_load_file(copy, 0, NULL);
    return has_row(copy);
}
""",
    "tests/unit/test-csv.c": C + "int\nmain(void)\n{\n    return 0;\n}\n",
    "tests/cases/good.py": "#!/usr/bin/env python3\n" + PY + "print('1..0')\n",
}


def body(*lines):
    """A file of one static function with these lines inside."""
    return C + "static int\nwork(int a)\n{\n" + "".join("    %s\n" % line for line in lines) + "}\n"


def nested(levels):
    """Control statements in one another, one of each kind in turn, with few braces."""
    kinds = ["for (int i = 0; i < a; i++)", "if (a > 1)", "while (a < 9)", "switch (a)"]
    return ["    " * i + kinds[i % 4] for i in range(levels)] + [
        "    " * levels + "a++;",
        "return a;",
    ]


def long_function(lines):
    """A function that is `lines` long from its type to its last brace."""
    return body(*["a++;"] * (lines - 4))


def parameters(count):
    return C + "static int\nwork(%s)\n{\n    return 0;\n}\n" % ", ".join(
        "int a%d" % i for i in range(count)
    )


def including(name, header):
    return {name: C + "#include %s\n" % header}


def in_csv(*lines):
    return {"service/codec/big.c": body(*lines)}


ELSE_IF = [
    "if (a == 1)",
    "    a = 2;",
    "else if (a == 2)",
    "    a = 3;",
    "else if (a == 3)",
    "    a = 4;",
    "else if (a == 4)",
    "    a = 5;",
    "else",
    "    a = 6;",
]
CASES = [
    "for (;;) {",
    "    switch (a) {",
    "    case 'a':",
    "    case 1:",
    "        if (a)",
    "            return 1;",
    "        break;",
    "    default:",
    "        if (a)",
    "            return 2;",
    "    }",
    "}",
]
VALUES = [
    "struct thing x[] = {{{{1}}, {{2}}}};",
    "do {",
    "    a++;",
    "} while (a < 3);",
    "return a;",
]

# title, files: nothing may be seen
ALLOWED = [
    ("60 lines", {"service/codec/big.c": long_function(60)}),
    ("3 levels", in_csv(*nested(3))),
    ("a chain of else-if is one level", in_csv(*ELSE_IF)),
    ("labels of a switch are no level", in_csv(*CASES)),
    ("braces of a value are no level", in_csv(*VALUES)),
    (
        "calls of a macro before a function",
        {
            "service/codec/big.c": C
            + "FIND(a, b, c)\n" * 2
            + "\nstatic int\nwork(int a, int b)\n{\n    return a;\n}\n"
        },
    ),
    (
        "a function as parameter",
        {
            "service/codec/big.c": C
            + "static int\nwork(int (*f)(int, int, int, int, int, int))\n{\n}\n"
        },
    ),
    ("5 parameters", {"service/codec/big.c": parameters(5)}),
    ("600 lines", {"service/codec/big.c": C + "\n" * 599}),
    ("100 columns", {"service/codec/big.c": C + "/* " + "x" * 94 + " */\n"}),
    ("100 columns of Chinese", {"service/codec/big.c": C + "/* " + "\u6587" * 94 + " */\n"}),
    (
        "a name in two parts",
        {"service/codec/application_json.c": C + "int\napplication_from_json(void)\n{\n}\n"},
    ),
    ("a lower layer", including("service/report/text.c", '"codec/csv.h"')),
    ("the field table", including("service/report/text.c", '"application.def"')),
    ("OpenSSL in the rehearsal", including("service/rehearse/terminal/till.c", "<openssl/evp.h>")),
    ("libmicrohttpd in the server", including("service/api/server.c", "<microhttpd.h>")),
    ("any library in the sandbox", including("service/sandbox/box.c", "<microhttpd.h>")),
    ("goto as a word of a script", {"tests/cases/tool.py": PY + "goto = 1\n"}),
    ("a freed line in the floor", {"tests/bench/bench-floor.c": body("free(a);")}),
]

# title, the one check that must see it, files
BREACHES = [
    ("an unknown name at the top", "check_top_names", {"docs/a.md": ""}),
    ("a name that is not ASCII", "check_ascii_names", {"tests/data/\u6587.json": ""}),
    ("an unknown folder of service/", "check_folders", {"service/wrong/wrong.c": C}),
    (
        "a source outside the folders",
        "check_folders",
        {
            "service/more.c": C,
            "service/Makefile.inc": CLEAN["service/Makefile.inc"].replace("more.x", "more.c"),
        },
    ),
    (
        "a higher layer",
        "check_layers",
        {**including("service/codec/csv.c", '"audit/audit.h"'), "service/audit/audit.h": H},
    ),
    (
        "a sibling",
        "check_layers",
        {**including("service/report/text.c", '"audit/audit.h"'), "service/audit/audit.h": H},
    ),
    ("a bare file name", "check_layers", including("service/codec/big.c", '"csv.h"')),
    ("a path with dots", "check_layers", including("service/codec/big.c", '"../base/text.h"')),
    (
        "a header that is not there",
        "check_layers",
        including("service/codec/big.c", '"codec/gone.h"'),
    ),
    (
        "a header of an unknown folder",
        "check_layers",
        including("service/codec/big.c", '"wrong/gone.h"'),
    ),
    (
        "an include with blanks",
        "check_layers",
        {"service/codec/big.c": C + '#  include  "flow/check.h"\n'},
    ),
    (
        "one side of the rehearsal in the other",
        "check_layers",
        {
            **including("service/rehearse/terminal/till.c", '"rehearse/bank/bank.h"'),
            "service/rehearse/bank/bank.h": H,
        },
    ),
    (
        "the sandbox off its island",
        "check_layers",
        including("service/sandbox/box.c", '"codec/csv.h"'),
    ),
    ("Jansson in the report", "check_libraries", including("service/report/text.c", "<jansson.h>")),
    ("Jansson in the rules", "check_libraries", including("service/rules/rule.c", "<jansson.h>")),
    ("libcurl outside net/", "check_libraries", including("service/codec/big.c", "<curl/curl.h>")),
    (
        "libxml2 outside codec/",
        "check_libraries",
        including("service/report/text.c", "<libxml/parser.h>"),
    ),
    (
        "OpenSSL outside crypto/",
        "check_libraries",
        including("service/flow/check.c", "<openssl/evp.h>"),
    ),
    ("SQLite outside store/", "check_libraries", including("service/flow/check.c", "<sqlite3.h>")),
    (
        "PostgreSQL outside store/",
        "check_libraries",
        including("service/flow/check.c", "<libpq-fe.h>"),
    ),
    (
        "libmicrohttpd outside api/server.c",
        "check_libraries",
        including("service/api/router.c", "<microhttpd.h>"),
    ),
    ("zlib outside api/server.c", "check_libraries", including("service/api/router.c", "<zlib.h>")),
    (
        "GnuTLS outside api/server.c",
        "check_libraries",
        including("service/api/router.c", "<gnutls/gnutls.h>"),
    ),
    (
        "systemd outside the programs",
        "check_libraries",
        including("service/flow/check.c", "<systemd/sd-daemon.h>"),
    ),
    (
        "seccomp outside the programs",
        "check_libraries",
        including("service/flow/check.c", "<seccomp.h>"),
    ),
    (
        "PKCS#11 outside keys/",
        "check_libraries",
        including("service/flow/check.c", "<p11-kit/pkcs11.h>"),
    ),
    (
        "a library without an owner",
        "check_libraries",
        including("service/codec/big.c", "<unicode/ucnv.h>"),
    ),
    (
        "JSON read outside codec/",
        "check_owned_calls",
        {"service/flow/check.c": body("json_loadb(a);")},
    ),
    (
        "JSON written outside codec/",
        "check_owned_calls",
        {"service/report/text.c": body("json_dumps(a);")},
    ),
    (
        "conversion outside codec/",
        "check_owned_calls",
        {"service/report/text.c": body("g_convert(a);")},
    ),
    ("a banned call", "check_banned_calls", in_csv("strcpy(a, a);")),
    ("a banned call with a blank", "check_banned_calls", in_csv("sprintf (a, a);")),
    ("malloc", "check_banned_calls", in_csv("a = malloc(3);")),
    ("free", "check_banned_calls", in_csv("free(a);")),
    ("sscanf in a test", "check_banned_calls", {"tests/unit/test-csv.c": body("sscanf(a, a);")}),
    (
        "atoi in a header",
        "check_banned_calls",
        {"service/codec/once.h": H + "#define NUMBER(x) atoi(x)\n"},
    ),
    ("goto", "check_goto", in_csv("goto out;")),
    ("double", "check_floating_point", in_csv("double x = 1;")),
    ("float", "check_floating_point", in_csv("float x = 1;")),
    ("61 lines", "check_functions", {"service/codec/big.c": long_function(61)}),
    ("61 lines in a test", "check_functions", {"tests/unit/test-csv.c": long_function(61)}),
    ("4 levels", "check_functions", in_csv(*nested(4))),
    (
        "4 levels after calls of a macro",
        "check_functions",
        {"service/codec/big.c": body(*nested(4)).replace("static int", "FIND(a)\n\nstatic int")},
    ),
    (
        "4 levels in a switch",
        "check_functions",
        in_csv(*["if (a) {"] + ["    " + c for c in CASES] + ["}"]),
    ),
    (
        "4 levels after an else",
        "check_functions",
        in_csv("if (a)", "    a++;", "else", *["    " + n for n in nested(3)]),
    ),
    (
        "4 levels in do",
        "check_functions",
        in_csv("do {", *["    " + n for n in nested(3)], "} while (a);"),
    ),
    ("6 parameters", "check_functions", {"service/codec/big.c": parameters(6)}),
    (
        "a function of 61 lines in Python",
        "check_script_functions",
        {"tests/cases/tool.py": PY + "def work():\n" + "    pass\n" * 60},
    ),
    ("601 lines", "check_file_lines", {"service/codec/big.c": C + "\n" * 600}),
    ("601 lines of a script", "check_file_lines", {"deploy/tool": "#!/bin/sh\n" + PY + "\n" * 599}),
    ("101 columns", "check_columns", {"service/codec/big.c": C + "/* " + "x" * 95 + " */\n"}),
    (
        "101 columns of a script",
        "check_columns",
        {"deploy/tool": "#!/bin/sh\n" + PY + "#" * 101 + "\n"},
    ),
    ("no licence in a source", "check_licence_line", {"service/codec/big.c": "\n" + C}),
    ("no licence in a header", "check_licence_line", {"service/codec/once.h": "#pragma once\n"}),
    ("no licence in a script", "check_licence_line", {"deploy/tool": "#!/bin/sh\necho\n"}),
    ("no #pragma once", "check_once", {"service/codec/once.h": C}),
    (
        "a function of another's name",
        "check_function_names",
        {"service/codec/big.c": C + "int\nsmall(void)\n{\n}\n"},
    ),
    (
        "half of a name in two parts",
        "check_function_names",
        {"service/codec/application_json.c": C + "int\napplication_read(void)\n{\n}\n"},
    ),
    (
        "a name without its end",
        "check_function_names",
        {"service/codec/big.c": C + "int\nbigger_one(void)\n{\n}\n"},
    ),
    ("a source in no list", "check_listed", {"service/codec/lost.c": C}),
    ("a unit test in no list", "check_listed", {"tests/unit/test-lost.c": C}),
    ("a fuzz target in no list", "check_listed", {"tests/fuzz/fuzz-lost.c": C}),
    ("a case in no list", "check_listed", {"tests/cases/lost.sh": "#!/bin/sh\n" + PY}),
    ("a machine's path", "check_machine_paths", in_csv('a = open("/%s/x");' % "work")),
    ("a temporary path", "check_machine_paths", in_csv('a = open("/%s/x");' % "tmp")),
    (
        "a registry's address",
        "check_hosts",
        {"tests/list.json": '{"a": "https://%s.example.org/x"}' % "registry"},
    ),
]
