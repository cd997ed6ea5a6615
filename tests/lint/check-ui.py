#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every .ui file keeps to GTK's schema, builds with stock GTK, and marks what is to be translated.

gtk4-builder-tool knows no class of ours, so it is given a copy in which each of them stands for
its nearest stock ancestor, without the properties, signals and expressions that only the program
can resolve: the tests of the window build the real ones. Removed elements leave their line breaks, so
that the lines of a message are those of the file. Needs a display.
"""

import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

import lint

SCHEMA = "/usr/share/gtk-4.0/gtk4builder.rng"
DEFINITION = re.compile(r"G_DEFINE_\w*TYPE\w*\s*\(\s*(Liaison\w+),\s*\w+,\s*(\w+)")
MEMBER = re.compile(r'(?:g_param_spec_\w+|g_signal_new\w*) \(\s*"([a-z-]+)"')
SHOWN = {"label", "title", "subtitle", "tooltip-text", "placeholder-text", "accessible-label"}
# Abstract classes, and a concrete one that can stand for them.
CONCRETE = {"GtkWidget": "GtkBox"}
# A function that the tool can find, in place of a callback of ours: the name of the signal counts.
CALLBACK = "gtk_widget_queue_draw"


class Classes:
    """The classes that the sources define: their parents, their properties and signals."""

    def __init__(self):
        self.parents = {}
        self.members = {}
        for path in lint.sources(".c", folders=("src",)):
            text = lint.read(path)
            for name, parent in DEFINITION.findall(text):
                self.parents[name] = "".join(
                    word.capitalize() for word in parent.replace("_TYPE_", "_").split("_"))
                self.members[name] = set(MEMBER.findall(text))

    def stock(self, name):
        while name in self.parents:
            name = self.parents[name]
        return CONCRETE.get(name, name.replace("GObject", "GtkBox"))

    def own_members(self, name):
        own = set()
        while name in self.parents:
            own |= self.members[name]
            name = self.parents[name]
        return own


def is_ours(name):
    return name.startswith("Liaison")


def needs_program(element):
    """Whether a property or binding can be resolved by the program only."""
    if is_ours(element.get("bind-source", "")):
        return True
    for part in element.iter():
        if part.tag == "closure":
            return True
        if part.tag == "lookup" and (is_ours(part.get("type", "")) or is_ours(part.text or "")):
            return True
    return False


def remove(parent, child):
    breaks = ElementTree.tostring(child, encoding="unicode").count("\n")
    breaks -= (child.tail or "").count("\n")
    child_before = None
    for other in parent:
        if other is child:
            break
        child_before = other
    kept = "\n" * breaks + (child.tail or "")
    if child_before is None:
        parent.text = (parent.text or "") + kept
    else:
        child_before.tail = (child_before.tail or "") + kept
    parent.remove(child)


def simplify(root, classes):
    for element in list(root.iter()):
        if element.tag == "signal":
            element.set("handler", CALLBACK)
        own = set()
        for attribute in ("class", "parent"):
            name = element.get(attribute, "")
            if is_ours(name):
                own |= classes.own_members(name)
                if element.tag == "object" or attribute == "parent":
                    element.set(attribute, classes.stock(name))
        for child in list(element):
            if child.tag not in ("property", "binding", "signal"):
                continue
            name = child.get("name", "").removeprefix("notify::")
            if name in own or needs_program(child):
                remove(element, child)


def build_with_stock_classes(path, classes, scratch):
    tree = ElementTree.parse(path)
    simplify(tree.getroot(), classes)
    copy = scratch / path.name
    # The declaration takes the first line, as it does in the file.
    tree.write(copy, encoding="UTF-8", xml_declaration=True)
    tool = subprocess.run(["gtk4-builder-tool", "validate", str(copy)], check=False, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = tool.stdout.replace(str(scratch), "ui").strip()
    if output or tool.returncode:
        return [output or f"{path}: gtk4-builder-tool ended with status {tool.returncode}"]
    return []


def check_schema(path):
    tool = subprocess.run(["xmllint", "--noout", "--relaxng", SCHEMA, str(path)], check=False,
                          text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return [tool.stdout.strip()] if tool.returncode else []


def check_translatable(path):
    for number, line in enumerate(lint.read(path).splitlines(), 1):
        shown = re.search(r'<property name="([a-z-]+)"\s*>([^<]*[A-Za-z]{2}[^<]*)</property>', line)
        if shown and shown[1] in SHOWN:
            yield lint.finding(path, number, f"“{shown[2]}” is shown but not translatable")


def main():
    classes = Classes()
    findings = []
    checked = 0
    with tempfile.TemporaryDirectory(prefix="liaison-lint-") as scratch:
        for path in lint.sources(".ui", folders=("data", "src", "ui")):
            checked += 1
            schema = check_schema(path)
            findings += schema
            findings += check_translatable(path)
            if not schema:
                findings += build_with_stock_classes(path, classes, pathlib.Path(scratch))
    lint.finish(findings, checked)


main()
