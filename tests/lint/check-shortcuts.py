#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of keyboard shortcuts tells of every key that the program gives an action, and of none that it does not have."""

import re
import xml.etree.ElementTree as ElementTree

import lint

# What a key does is told once, where several keys do the same kind of thing.
UNITED = {"win.show-place": "<Alt>0...6"}
GIVEN = re.compile(r'^  \{ "((?:win|app|window)\.[^"]+)", \{ ((?:"[^"]+"(?:, )?)+) \} \},$', re.MULTILINE)


def list_shortcuts(overlay):
    """The actions and the keys that the window tells of, and its titles."""
    for shortcut in ElementTree.parse(overlay).getroot().iter("object"):
        if shortcut.get("class") == "GtkShortcutsShortcut":
            yield {prop.get("name"): prop.text for prop in shortcut.iter("property")}


def main():
    root = lint.root()
    source = root / "src/app/liaison-application.c"
    overlay = root / "ui/gtk/help-overlay.ui"
    given = {match[1] for match in GIVEN.finditer(lint.read(source))}
    shortcuts = list(list_shortcuts(overlay))
    told = {shortcut["action-name"] for shortcut in shortcuts if "action-name" in shortcut}
    keys = {shortcut["accelerator"] for shortcut in shortcuts if "accelerator" in shortcut}

    findings = []
    if len(given) != len(re.findall(r'^  \{ "(?:win|app|window)\.', lint.read(source), re.MULTILINE)):
        findings.append(lint.finding(source, 1, "this check does not understand the table of accelerators"))
    for action in sorted(given - told):
        united = UNITED.get(action.partition("(")[0])
        if united not in keys:
            findings.append(lint.finding(overlay, 1, f"{action} has a key and is not told of"))
    findings += [lint.finding(overlay, 1, f"{action} is told of and has no key") for action in sorted(told - given)]
    findings += [lint.finding(overlay, 1, "a shortcut has no title") for shortcut in shortcuts if not shortcut.get("title")]
    lint.finish(findings, len(given))


main()
