#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of keyboard shortcuts tells of every key that the program gives an action, and of none that it does not have."""

import re
import xml.etree.ElementTree as ElementTree

import lint

# What a key does is told once, where several keys do the same kind of thing.
UNITED = {"win.show-place": "<Alt>0...{}"}
# What these do is the same in every program.
EVERYWHERE = {"Escape", "Return", "Menu"}
BINDING = re.compile(r"gtk_widget_class_add_binding\w* \(widget_class, GDK_KEY_(\w+), ([^,]+),")
MODIFIERS = {"0": "", "GDK_CONTROL_MASK": "<Control>", "GDK_ALT_MASK": "<Alt>", "GDK_SHIFT_MASK": "<Shift>"}
GIVEN = re.compile(r'^  \{ "((?:win|app|window)\.[^"]+)", \{ ((?:"[^"]+"(?:, )?)+) \} \},$', re.MULTILINE)


def list_shortcuts(overlay):
    """The actions and the keys that the window tells of, and its titles."""
    for shortcut in ElementTree.parse(overlay).getroot().iter("object"):
        if shortcut.get("class") == "GtkShortcutsShortcut":
            yield {prop.get("name"): prop.text for prop in shortcut.iter("property")}


def list_bound(root):
    """The keys that widgets give their actions, in the sources and in .ui files, each with its file and line."""
    for path in lint.sources(".c", folders=("src",)):
        for number, line in enumerate(lint.read(path).splitlines(), 1):
            for key, modifiers in BINDING.findall(line):
                yield "".join(MODIFIERS[name] for name in modifiers.split(" | ")) + key, path, number
    for path in lint.sources(".ui", folders=("ui",)):
        for shortcut in ElementTree.parse(path).getroot().iter("object"):
            trigger = shortcut.find("property[@name='trigger']")
            if shortcut.get("class") == "GtkShortcut" and trigger is not None:
                yield from ((key, path, 1) for key in trigger.text.split("|"))


def is_untold(key, keys):
    """Those of the numeric pad do what their twins do."""
    twin = re.sub(r"KP_(\w+)$", lambda match: {"Enter": "Return", "Add": "plus", "Subtract": "minus"}.get(match[1], match[1]), key)
    return twin not in keys | EVERYWHERE


def main():
    root = lint.root()
    source = root / "src/app/liaison-application.c"
    overlay = root / "ui/gtk/help-overlay.ui"
    given = {match[1] for match in GIVEN.finditer(lint.read(source))}
    shortcuts = list(list_shortcuts(overlay))
    told = {shortcut["action-name"] for shortcut in shortcuts if "action-name" in shortcut}
    keys = {key for shortcut in shortcuts for key in shortcut.get("accelerator", "").split()}
    bound = list(list_bound(root))

    findings = []
    if len(given) != len(re.findall(r'^  \{ "(?:win|app|window)\.', lint.read(source), re.MULTILINE)):
        findings.append(lint.finding(source, 1, "this check does not understand the table of accelerators"))
    for action in sorted(given - told):
        name = action.partition("(")[0]
        united = UNITED.get(name, "").format(sum(other.startswith(name + "(") for other in given) - 1)
        if united not in keys:
            findings.append(lint.finding(overlay, 1, f"{action} has a key and is not told of"))
    findings += [lint.finding(path, line, f"{key} is not told of in the window of shortcuts") for key, path, line in bound if is_untold(key, keys)]
    findings += [lint.finding(overlay, 1, f"{action} is told of and has no key") for action in sorted(told - given)]
    findings += [lint.finding(overlay, 1, "a shortcut has no title") for shortcut in shortcuts if not shortcut.get("title")]
    lint.finish(findings, len(given) + len(bound))


main()
