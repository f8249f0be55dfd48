# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the coroutine forms that GCC 12.2 miscompiles, and those that dangle with any compiler.

condition   co_await in the condition of an if, while, for or switch. Harmless, as measured, when it
            initialises a variable there: if (auto v = co_await f()), while (auto v = co_await f()),
            for (auto v : co_await f()).
operand     a lambda or anything else in braces in what is awaited: name it first.
ternary     ?: in the same statement as co_await.
braces      co_await inside a braced initialiser.
capture     a coroutine that is a lambda with captures: they are gone after its first suspension.
reference   a coroutine's parameter that is a reference: so may be what it refers to.

It reads tokens, not C++; what it cannot tell apart it forbids, for naming a variable always helps.
"""

import re
import sys
from dataclasses import dataclass, field

from sources import ROOT, shown, sources, without_words

TOKEN = re.compile(r"[A-Za-z_]\w*|\d[\w.']*|::|->|&&|\|\||[<>=!+\-*/%^|&]=|<<|\S")
CLOSING = {")": "(", "]": "[", "}": "{"}
COROUTINE_WORDS = ("co_await", "co_return", "co_yield")
CONDITION_WORDS = ("if", "while", "for", "switch")
TYPE_WORDS = ("namespace", "struct", "class", "union", "enum", "extern")
# A brace after one of these opens a block.
BLOCK_BEFORE = ("", ";", "{", "}", ")", "else", "do", "try", "const", "noexcept", "override", "final",
                "mutable", "constexpr", ":")
HARMLESS_CONDITION = re.compile(r"^(?:[\w:<>,]+ )+(?:[&*]+ )?\w+ [=:]$")


@dataclass
class Token:
    text: str
    line: int


@dataclass
class Bracket:
    text: str  # ( [ {
    index: int
    kind: str = ""  # condition, block, braces, lambda; empty for the rest
    captures: bool = False
    references: bool = False


@dataclass
class Lambda:
    """A lambda's introducer has been read, its body has not."""
    depth: int
    captures: bool
    references: bool = False


@dataclass
class Statement:
    """The part of the code between two of ; { } on one level."""
    start: int
    awaits: list = field(default_factory=list)
    ternary: bool = False


def tokens_of(text):
    tokens = []
    line = 1
    position = 0
    code = without_words(text)
    for match in TOKEN.finditer(code):
        line += code.count("\n", position, match.start())
        position = match.start()
        tokens.append(Token(match[0], line))
    return tokens


class Checker:
    def __init__(self, text):
        self.tokens = tokens_of(text)
        self.found = set()
        self.stack = []
        self.statements = [Statement(0)]
        self.lambdas = []

    def text(self, index):
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def report(self, index, form):
        self.found.add((self.tokens[index].line, form))

    def run(self):
        for index, token in enumerate(self.tokens):
            if token.text in ("(", "[", "{"):
                self.open(index)
            elif token.text in CLOSING:
                self.close(index)
            elif token.text == ";":
                if not (self.stack and self.stack[-1].text == "("):
                    self.next_statement(index)
            elif token.text == "?":
                self.statements[-1].ternary = True
            elif token.text in COROUTINE_WORDS and self.text(index - 1) != "operator":
                self.coroutine_word(index)
            elif token.text == "Task" and self.text(index + 1) == "<":
                self.task_function(index)
        return sorted(self.found)

    # -- brackets ---------------------------------------------------------------------------------
    def open(self, index):
        opened = Bracket(self.text(index), index)
        if opened.text == "(" and self.is_condition(index):
            opened.kind = "condition"
        elif opened.text == "[" and self.opens_lambda(index):
            opened.kind = "captures"
        elif opened.text == "{":
            self.open_brace(index, opened)
        self.stack.append(opened)

    def open_brace(self, index, opened):
        pending = self.lambdas[-1] if self.lambdas else None
        if pending and pending.depth == len(self.stack):
            self.lambdas.pop()
            opened.kind = "lambda"
            opened.captures = pending.captures
            opened.references = pending.references
        else:
            opened.kind = "block" if self.opens_block(index) else "braces"
        if opened.kind == "block":
            self.next_statement(index)
        if opened.kind != "braces":
            self.statements.append(Statement(index + 1))

    def close(self, index):
        if not self.stack or self.stack[-1].text != CLOSING[self.text(index)]:
            return
        closed = self.stack.pop()
        if closed.kind == "captures":
            self.lambdas.append(Lambda(len(self.stack), captures=index > closed.index + 1))
        elif closed.text == "(" and self.lambdas and self.lambdas[-1].depth == len(self.stack):
            self.lambdas[-1].references = self.has_reference(closed.index, index)
        elif closed.kind in ("block", "lambda"):
            self.next_statement(index)
            self.statements.pop()
            if closed.kind == "block":
                self.statements[-1] = Statement(index + 1)
        if self.lambdas and self.lambdas[-1].depth > len(self.stack):
            self.lambdas.pop()

    def is_condition(self, index):
        before = self.text(index - 1)
        return before in CONDITION_WORDS or (before == "constexpr" and self.text(index - 2) == "if")

    def opens_lambda(self, index):
        before = self.text(index - 1)
        if before == "[" or self.text(index + 1) == "[":
            return False  # an attribute
        binding = before == "auto" or (before in ("&", "&&") and self.text(index - 2) == "auto")
        value = re.match(r"\w", before) and before not in ("return",) + COROUTINE_WORDS
        return not (binding or value or before in (")", "]"))

    def opens_block(self, index):
        if self.text(index - 1) in BLOCK_BEFORE:
            return not (self.stack and self.stack[-1].text == "(")
        start = index
        while start > 0 and self.text(start - 1) not in (";", "{", "}", ")", "="):
            start -= 1
        words = [token.text for token in self.tokens[start:index]]
        return "->" in words or any(word in TYPE_WORDS for word in words) or "requires" in words

    # -- statements -------------------------------------------------------------------------------
    def next_statement(self, index):
        statement = self.statements[-1]
        if statement.ternary:
            for await_index in statement.awaits:
                self.report(await_index, "ternary")
        self.statements[-1] = Statement(index + 1)

    def coroutine_word(self, index):
        for bracket in reversed(self.stack):
            if bracket.kind == "lambda":
                if bracket.captures:
                    self.report(bracket.index, "capture")
                if bracket.references:
                    self.report(bracket.index, "reference")
                break
        if self.text(index) != "co_await":
            return
        self.statements[-1].awaits.append(index)
        if self.operand_has_braces(index):
            self.report(index, "operand")
        for bracket in reversed(self.stack):
            if bracket.kind in ("block", "lambda"):
                break
            if bracket.kind == "braces":
                self.report(index, "braces")
            if bracket.kind == "condition" and not self.is_harmless(bracket, index):
                self.report(index, "condition")

    def operand_has_braces(self, index):
        depth = 0
        for token in self.tokens[index + 1:]:
            if token.text in ("(", "["):
                depth += 1
            elif token.text == "{":
                return True
            elif token.text in CLOSING:
                depth -= 1
            if depth < 0 or (depth == 0 and token.text in (";", ",")):
                return False
        return False

    def is_harmless(self, condition, index):
        before = " ".join(token.text for token in self.tokens[condition.index + 1:index])
        return bool(HARMLESS_CONDITION.match(before))

    # -- parameters -------------------------------------------------------------------------------
    def task_function(self, index):
        """Task<...> name(parameters)"""
        at = self.after_angles(index + 1)
        if not re.match(r"[A-Za-z_]", self.text(at)) or self.text(at) == "operator":
            return
        while self.text(at + 1) in ("::", "<"):
            at = self.after_angles(at + 1) - 1 if self.text(at + 1) == "<" else at + 2
        if self.text(at + 1) != "(":
            return
        end, depth = at + 2, 1
        while depth > 0 and end < len(self.tokens):
            depth += {"(": 1, ")": -1}.get(self.text(end), 0)
            end += 1
        if self.has_reference(at + 1, end - 1):
            self.report(at, "reference")

    def after_angles(self, index):
        depth = 0
        while index < len(self.tokens):
            depth += {"<": 1, ">": -1}.get(self.text(index), 0)
            index += 1
            if depth == 0:
                break
        return index

    def has_reference(self, start, end):
        """Is there an & of a parameter itself, and not inside its type's brackets?"""
        depth = 0
        for token in self.tokens[start + 1:end]:
            if token.text in ("<", "(", "[", "{"):
                depth += 1
            elif token.text in (">", ")", "]", "}"):
                depth -= 1
            elif token.text in ("&", "&&") and depth == 0:
                return True
        return False


def findings(text):
    """Sorted (line, form) of one source."""
    return Checker(text).run()


# Holds the forbidden forms on purpose, each run alone, to tell when a compiler gets them right.
CANARY = ROOT / "tests" / "task" / "tst_canary.cpp"


def main():
    found = [f"{shown(path, line)}: {form}" for path in sources() if path != CANARY
             for line, form in findings(path.read_text(encoding="utf-8"))]
    print("\n".join(found) or "no coroutine form to be afraid of")
    if found:
        print(__doc__)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
