#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers under the window know nothing of GTK, only core knows SQLite, and each keeps its private headers to itself."""

import re

import lint

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
WINDOW = re.compile(r"^(gtk|gdk|gsk)/")
WITHOUT_WINDOW = {"core", "exchange", "report", "plot", "cli"}


def private_headers():
    """The layer of each private header."""
    headers = lint.sources(".h", folders=("src",))
    return {
        path.name: path.relative_to(lint.root() / "src").parts[0]
        for path in headers
        if path.stem.endswith("-private")
    }


def breach(layer, included, private):
    if layer in WITHOUT_WINDOW and WINDOW.match(included):
        return f"src/{layer} is below the window and must not include <{included}>"
    if layer != "core" and included == "sqlite3.h":
        return f"src/{layer} must not include <{included}>: SQL lives in src/core"
    if private.get(included, layer) != layer:
        return f"src/{layer} must not include <{included}>, which is private to src/{private[included]}"
    return None


def main():
    findings = []
    checked = 0
    private = private_headers()
    for path in lint.sources(".c", ".h", folders=("src",)):
        checked += 1
        layer = path.relative_to(lint.root() / "src").parts[0]
        for number, line in enumerate(lint.read(path).splitlines(), 1):
            include = INCLUDE.match(line)
            message = include and breach(layer, include[1], private)
            if message:
                findings.append(lint.finding(path, number, message))
    lint.finish(findings, checked)


main()
