#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers under the window know nothing of GTK, and only core knows SQLite."""

import re

import lint

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
WINDOW = re.compile(r"^(gtk|gdk|gsk)/")
WITHOUT_WINDOW = {"core", "exchange", "report", "plot", "cli"}


def breach(layer, included):
    if layer in WITHOUT_WINDOW and WINDOW.match(included):
        return f"src/{layer} is below the window and must not include <{included}>"
    if layer != "core" and included == "sqlite3.h":
        return f"src/{layer} must not include <{included}>: SQL lives in src/core"
    return None


def main():
    findings = []
    checked = 0
    for path in lint.sources(".c", ".h", folders=("src",)):
        checked += 1
        layer = path.relative_to(lint.root() / "src").parts[0]
        for number, line in enumerate(lint.read(path).splitlines(), 1):
            include = INCLUDE.match(line)
            message = include and breach(layer, include[1])
            if message:
                findings.append(lint.finding(path, number, message))
    lint.finish(findings, checked)


main()
