# SPDX-License-Identifier: Apache-2.0
"""Reads C for tests/tidy: comments and texts taken out, functions with their length, depth and
parameters. A tokenizer, no parser: it trusts clang-format to have run."""
import re


def blank(match):
    """The same number of lines and columns, nothing in them; a text keeps its quotes."""
    text = match.group(0)
    if text[0] in "\"'":
        return text[0] + " " * (len(text) - 2) + text[-1]
    return re.sub(r"[^\n]", " ", text)


def without_comments(source, texts=False):
    """Comments blanked, and (unless `texts`) the inside of strings and characters too."""
    pattern = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)
    return pattern.sub(
        lambda m: m.group(0) if texts and m.group(0)[0] in "\"'" else blank(m), source
    )


def without_directives(code):
    """Lines of the preprocessor blanked, with their continuations."""
    return re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", blank, code, flags=re.M)


class Function:
    """One definition: its name, whether static, where, how long, how deep, its parameters."""

    def __init__(self, match, code):
        end = re.compile(r"^\}", re.M).search(code, match.end() - 1)
        stop = end.end() if end else len(code)
        self.name = match.group("name")
        self.static = bool(re.search(r"\bstatic\b", match.group("type")))
        self.line = code.count("\n", 0, match.start()) + 1
        self.lines = code.count("\n", match.start(), stop) + 1
        self.parameters = count_parameters(match.group("parameters"))
        self.levels = deepest(code[match.end() - 1 : stop])


def count_parameters(text):
    depth, count = 0, 1
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        count += char == "," and depth == 0
    return 0 if text.strip() in ("", "void") else count


DEFINITION = re.compile(
    r"^(?P<type>[A-Za-z_][^\n;{}#]*)\n(?P<name>[A-Za-z_]\w*)"
    r"\((?P<parameters>(?:[^;{}()]|\([^;{}()]*\))*)\)\s*\{",
    re.M,
)
TOKEN = re.compile(r"[A-Za-z_]\w*|[{}();]")


def functions(code):
    """Every function definition in blanked code."""
    return [Function(match, code) for match in DEFINITION.finditer(without_directives(code))]


class Walk:
    """Walks the statements of a body; remembers how deep they stood in one another."""

    def __init__(self, body):
        self.tokens = TOKEN.findall(body)
        self.at = 0
        self.deepest = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def skip_group(self, opening, closing):
        depth = 0
        while self.at < len(self.tokens):
            depth += (self.peek() == opening) - (self.peek() == closing)
            self.at += 1
            if depth == 0:
                return

    def simple(self):
        """Up to the semicolon; braces and brackets on the way belong to an initialiser."""
        while self.at < len(self.tokens) and self.peek() not in (";", "}"):
            if self.peek() == "(":
                self.skip_group("(", ")")
            elif self.peek() == "{":
                self.skip_group("{", "}")
            else:
                self.at += 1
        self.at += self.peek() == ";"

    def control(self, level):
        word = self.peek()
        self.at += 1
        if self.peek() == "(":
            self.skip_group("(", ")")
        self.deepest = max(self.deepest, level + 1)
        self.statement(level + 1)
        if word == "do":
            self.simple()
        elif word == "if" and self.peek() == "else":
            self.at += 1
            if self.peek() == "if":
                self.control(level)
            else:
                self.statement(level + 1)

    def statement(self, level):
        if self.peek() == "{":
            self.at += 1
            while self.peek() not in ("}", ""):
                self.statement(level)
            self.at += 1
        elif self.peek() in ("if", "for", "while", "do", "switch"):
            self.control(level)
        elif self.peek() in ("case", "default"):
            self.at += 1
        else:
            self.simple()


def deepest(body):
    # A label ends in a colon, which is no token: what follows is not part of its expression.
    walk = Walk(re.sub(r"\b(case\b[^:;{}]*|default\s*):", r" case ", body))
    walk.statement(0)
    return walk.deepest
