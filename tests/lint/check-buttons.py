#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A button that shows an icon only has a tooltip, and a name for those who do not see it: in its .ui file, or from the code of its widget."""

import re
import xml.etree.ElementTree as ElementTree

import lint

BUTTONS = ("GtkButton", "GtkToggleButton", "GtkMenuButton")
TEXTS = ("GtkLabel", "GtkInscription")
# What gives the control in it a name.
NAMES_ITS_CONTROL = "LiaisonPreferenceRow"


def find_icon_buttons(element, named=False):
    """The buttons without a text under an element, each with whether what is around it names it."""
    for child in element:
        is_named = named or child.get("class") == NAMES_ITS_CONTROL
        if child.tag == "object" and child.get("class") in BUTTONS:
            names = {prop.get("name") for prop in child.findall("property")}
            texts = [part for part in child.iter("object") if part.get("class") in TEXTS]
            if "icon-name" in names or ("label" not in names and not texts and child.find(".//object") is not None):
                yield child, is_named
        yield from find_icon_buttons(child, is_named)


def is_set(source, identifier, function):
    """Whether the code of the widget calls the function for the button, or one of its own that gives it both."""
    return identifier is not None and re.search(rf"(?:{function}|set_button_name) \([^;]*self->{identifier}\b[^;]*;", source) is not None


def check(path, source):
    for button, named in find_icon_buttons(ElementTree.parse(path).getroot()):
        identifier = button.get("id")
        names = {prop.get("name") for prop in button.findall("property")}
        named = named or any(prop.get("name") in ("label", "labelled-by") for prop in button.iterfind("accessibility/*"))
        what = identifier or "a button without an id"
        if "tooltip-text" not in names and not is_set(source, identifier, "gtk_widget_set_tooltip_text"):
            yield lint.finding(path, 1, f"{what} shows an icon only and has no tooltip")
        if not named and not is_set(source, identifier, "gtk_accessible_update_property"):
            yield lint.finding(path, 1, f"{what} shows an icon only and has no name")


def main():
    sources = {path.stem: path for path in lint.sources(".c", folders=("src",))}
    paths = list(lint.sources(".ui", folders=("ui",)))
    findings = []
    for path in paths:
        findings += check(path, lint.read(sources[path.stem]) if path.stem in sources else "")
    lint.finish(findings, len(paths))


main()
