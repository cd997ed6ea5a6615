#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a language in which every string of the program is its own in brackets, and longer: what shows without is not translated.

usage: build-aux/pseudo_locale.py FOLDER

LIAISON_LOCALEDIR=FOLDER LANGUAGE=xx LC_ALL=C.UTF-8 liaison shows the program in it.
"""

import ast
import pathlib
import re
import subprocess
import sys

# A language that is complete, as the lint sees to, names every string.
COMPLETE = pathlib.Path(__file__).resolve().parent.parent / "po/fr.po"
LANGUAGE = "xx"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
STRING = re.compile(r'^(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) )?(".*")$')


def lengthen(text):
    """A string in brackets, by two fifths longer, as short strings are in other languages."""
    inner = text.rstrip("\n")
    return f"⟦{inner}{'~' * (len(text) * 2 // 5)}⟧" + text[len(inner):]


def read_entries(path):
    """The entries of a file of translations: a dictionary each, of the strings by their keywords."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        entry, key = {}, None
        for line in block.splitlines():
            match = STRING.match(line)
            if match:
                key = match[1] or key
                entry[key] = entry.get(key, "") + ast.literal_eval(match[2])
        if entry.get("msgid"):
            yield entry


def escape(text):
    return '"' + "".join({"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}.get(letter, letter) for letter in text) + '"'


def translate(entry):
    lines = [f"{key} {escape(entry[key])}" for key in ("msgctxt", "msgid", "msgid_plural") if key in entry]
    if "msgid_plural" in entry:
        lines += [f"msgstr[0] {escape(lengthen(entry['msgid']))}", f"msgstr[1] {escape(lengthen(entry['msgid_plural']))}"]
    else:
        lines.append(f"msgstr {escape(lengthen(entry['msgid']))}")
    return "\n".join(lines) + "\n\n"


def write(folder):
    """Returns the environment of a program that speaks it."""
    catalogue = folder / LANGUAGE / "LC_MESSAGES/liaison.mo"
    catalogue.parent.mkdir(parents=True)
    text = HEADER + "".join(map(translate, read_entries(COMPLETE)))
    subprocess.run(["msgfmt", "--output-file", catalogue, "-"], input=text, text=True, check=True)
    return {"LIAISON_LOCALEDIR": str(folder), "LANGUAGE": LANGUAGE}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(pathlib.Path(sys.argv[1]))
