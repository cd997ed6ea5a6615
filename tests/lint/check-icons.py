#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Symbolic icons can be recoloured by GTK, and the program carries each icon but that of the store's type, which the desktop shows.

GTK recolours the fill of paths, rectangles and circles, and nothing else.
"""

import xml.etree.ElementTree as ElementTree

import lint

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {SVG + "path", SVG + "rect", SVG + "circle"}
PAINT = {"stroke", "style", "class", "opacity", "fill-opacity"}


def faults(path):
    icon = ElementTree.parse(path).getroot()
    if (icon.get("width"), icon.get("height")) != ("16", "16"):
        yield "the icon is not 16 pixels wide and high"
    for shape in icon:
        if shape.tag not in SHAPES:
            yield f"<{shape.tag.removeprefix(SVG)}> is not recoloured by GTK"
        for attribute in sorted(PAINT & set(shape.attrib)):
            yield f"the attribute {attribute} is lost when GTK recolours the icon"
    if len({shape.get("fill") for shape in icon}) > 1:
        yield "a symbolic icon has one colour"


def main():
    icons = lint.root() / "data/icons"
    resource = ElementTree.parse(icons / "liaison-icons.gresource.xml")
    carried = {icons / entry.text for entry in resource.iter("file")}
    findings = []
    checked = 0
    for path in lint.sources(".svg", folders=("data/icons",)):
        checked += 1
        if path not in carried and path.parent.name != "mimetypes":
            findings.append(lint.finding(path, 1, "not listed in liaison-icons.gresource.xml"))
        if path.stem.endswith("-symbolic"):
            findings += [lint.finding(path, 1, fault) for fault in faults(path)]
    lint.finish(findings, checked)


main()
