#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES lists exactly the files that hold something to translate, sorted, and xgettext reads every string to its end."""

import re

import lint

CALL = re.compile(r'(?<![\w"])(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?) ?\(\s*"')
# Of the macros that stand for a part of a format, xgettext knows only those of <inttypes.h>; at others it ends the string.
BROKEN = re.compile(CALL.pattern.rstrip('"') + r'(?:[^;"]|"(?:\\.|[^"\\])*")*?(?<=" )G_\w+_FORMAT')
ATTRIBUTE = re.compile(r'translatable="(yes|true|1)"')
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
# These hold nothing else; the settings schema is for machines and stays as it is.
ALWAYS = (".desktop.in", ".metainfo.xml.in")


def has_strings(path):
    if path.name.endswith(ALWAYS):
        return True
    if path.suffix == ".ui":
        return bool(ATTRIBUTE.search(lint.read(path)))
    return path.suffix in (".c", ".h") and bool(CALL.search(COMMENT.sub("", lint.read(path))))


def find_broken(path):
    text = lint.read(path)
    for match in BROKEN.finditer(text):
        yield lint.finding(path, text.count("\n", 0, match.start()) + 1, "a string to translate is cut by a macro of GLib: use PRId64 or PRIu64")


def main():
    root = lint.root()
    potfiles = root / "po/POTFILES"
    lines = [line.strip() for line in lint.read(potfiles).splitlines()]
    listed = [line for line in lines if line and not line.startswith("#")]
    holding = {str(path.relative_to(root))
               for path in lint.sources(folders=("data", "src", "ui")) if has_strings(path)}

    findings = [lint.finding(potfiles, 1, f"{name} is missing: it holds strings to translate")
                for name in sorted(holding - set(listed))]
    findings += [lint.finding(potfiles, lines.index(name) + 1,
                              f"{name} holds nothing to translate or is not there")
                 for name in sorted(set(listed) - holding)]
    findings += [lint.finding(potfiles, lines.index(name) + 1, f"{name} is listed twice")
                 for name in sorted(set(listed)) if listed.count(name) > 1]
    findings += [finding for path in lint.sources(".c", ".h", folders=("src",)) for finding in find_broken(path)]
    if not findings and listed != sorted(listed):
        findings.append(lint.finding(potfiles, 1, "the entries are not sorted"))
    lint.finish(findings, len(listed))


main()
