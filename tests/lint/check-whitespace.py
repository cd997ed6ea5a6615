#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text keeps to .editorconfig: UTF-8, lines that end in a line feed and in nothing else, no tabs, and a last line that ends, too."""

import lint

PICTURES = {".png"}


def check(path):
    content = path.read_bytes()
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        yield lint.finding(path, 1, "is not UTF-8")
        return
    if content and lines[-1]:
        yield lint.finding(path, len(lines), "the last line does not end")
    for number, line in enumerate(lines, 1):
        if line != line.rstrip():
            yield lint.finding(path, number, "ends in a blank or a carriage return")
        if line.startswith("\t"):
            yield lint.finding(path, number, "begins with a tab")


def main():
    paths = [path for path in lint.sources() if path.suffix not in PICTURES]
    lint.finish((finding for path in paths for finding in check(path)), len(paths))


main()
