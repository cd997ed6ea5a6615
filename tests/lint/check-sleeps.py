#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No test waits by the clock.

C tests iterate the main context until what they wait for has come. A program of Python that looks
at another process may nap between two looks, inside a function whose name begins with wait_ or
poll_; a shell script has no need to.
"""

import ast
import re

import lint

C_SLEEP = re.compile(r"\b(g_usleep|usleep|sleep|nanosleep|clock_nanosleep)\s*\(")
SHELL_SLEEP = re.compile(r"^\s*(?:.*[;&|]\s*)?sleep\s+[\d.$\"]")
WAITER = re.compile(r"^_?(wait|poll)(_|$)")


def search_lines(path, pattern):
    for number, line in enumerate(lint.read(path).splitlines(), 1):
        if pattern.search(line):
            yield lint.finding(path, number, "a test must not sleep: wait for what is to come")


def is_sleep(node):
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
    return name in ("sleep", "usleep")


def search_python(path, node, inside_waiter=False):
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        inside_waiter = bool(WAITER.match(node.name))
    if is_sleep(node) and not inside_waiter:
        yield lint.finding(path, node.lineno,
                           "only a function called wait_… or poll_… may nap between two looks")
    for child in ast.iter_child_nodes(node):
        yield from search_python(path, child, inside_waiter)


def main():
    findings = []
    checked = 0
    for path in lint.sources(".c", ".h", ".py", ".sh", folders=("tests",)):
        checked += 1
        if path.suffix == ".py":
            findings += search_python(path, ast.parse(lint.read(path), str(path)))
        elif path.suffix == ".sh":
            findings += search_lines(path, SHELL_SLEEP)
        else:
            findings += search_lines(path, C_SLEEP)
    lint.finish(findings, checked)


main()
