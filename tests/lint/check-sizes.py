#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file has more than 1,000 lines and no function more than 60.

Excepted are class_init, whose length is that of the class, and the rows of a table inside a
function: lines that hold nothing but strings or initialisers in braces.
"""

import ast
import re

import lint

MOST_LINES_OF_A_FILE = 1000
MOST_LINES_OF_A_FUNCTION = 60
SUFFIXES = (".build", ".c", ".css", ".h", ".py", ".sh", ".sql", ".ui")

FUNCTION_NAME = re.compile(r"^([A-Za-z_]\w*) \(")
TABLE_ROW = re.compile(r'^\s*(\{.*\},?|"[^"]*"[,;)]*)\s*$')


def c_functions(lines):
    """Yields name, number of the first line, and the lines between the braces."""
    name = None
    start = None
    for number, line in enumerate(lines, 1):
        if start is None:
            named = FUNCTION_NAME.match(line)
            if named:
                name = named[1]
            if line.startswith(("}", "#")) or line.endswith(";"):
                name = None
            if line == "{" and name:
                start = number
        elif line.startswith("}"):
            yield name, start, lines[start:number - 1]
            name = start = None


def search_c(path, lines):
    for name, number, body in c_functions(lines):
        length = sum(1 for line in body if not TABLE_ROW.match(line))
        if length > MOST_LINES_OF_A_FUNCTION and not name.endswith("_class_init"):
            yield lint.finding(path, number, f"{name} () has {length} lines, "
                                             f"{MOST_LINES_OF_A_FUNCTION} are the most")


def search_python(path, text):
    for node in ast.walk(ast.parse(text, str(path))):
        if not isinstance(node, ast.FunctionDef):
            continue
        length = node.end_lineno - node.lineno
        if length > MOST_LINES_OF_A_FUNCTION:
            yield lint.finding(path, node.lineno, f"{node.name} () has {length} lines, "
                                                  f"{MOST_LINES_OF_A_FUNCTION} are the most")


def main():
    findings = []
    checked = 0
    for path in lint.sources(*SUFFIXES):
        checked += 1
        text = lint.read(path)
        lines = text.splitlines()
        if len(lines) > MOST_LINES_OF_A_FILE:
            findings.append(lint.finding(path, len(lines), f"{len(lines)} lines, "
                                         f"{MOST_LINES_OF_A_FILE} are the most"))
        if path.suffix in (".c", ".h"):
            findings += search_c(path, lines)
        elif path.suffix == ".py":
            findings += search_python(path, text)
    lint.finish(findings, checked)


main()
