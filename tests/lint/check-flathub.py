#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manifest, the metainfo and the desktop entry meet what Flathub requires, and its guidelines of quality.

The rules are those of https://docs.flathub.org/docs/for-app-authors/requirements and …/metainfo-guidelines/quality-guidelines.

usage: check-flathub.py MANIFEST METAINFO DESKTOP-ENTRY
"""

import configparser
import datetime
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

OLDEST_RUNTIME = 50
# What a window needs; files come through the portals.
PERMISSIONS = {"--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"}
# Categories that say nothing of what a program is for.
EMPTY_CATEGORIES = {"Application", "GNOME", "GTK", "GUI", "KDE", "Qt"}
LEAST_CONTRAST = 3
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def check_manifest(manifest, identifier):
    yield manifest.get("id") == identifier, "the manifest is named after another id"
    yield manifest.get("runtime") == "org.gnome.Platform", "the runtime is not GNOME's"
    yield int(manifest.get("runtime-version", 0)) >= OLDEST_RUNTIME, "the runtime is out of support"
    yield set(manifest.get("finish-args", [])) == PERMISSIONS, f"the permissions are not {sorted(PERMISSIONS)}"
    yield "/" not in manifest.get("command", "/"), "the command is a path"
    yield "branch" not in manifest, "the manifest names a branch"
    modules = manifest.get("modules", [])
    yield len(modules) == 1 and modules[0].get("run-tests") is True, "there is more to be built than Liaison, or its tests are not run"
    yield "build-args" not in json.dumps(manifest), "the build asks for permissions"


def luminance(colour):
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722)))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def check_colours(component):
    colours = {colour.get("scheme_preference"): colour.text for colour in component.findall("branding/color[@type='primary']")}
    complete = set(colours) == {"light", "dark"} and all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours.values())
    yield complete, "there is no brand colour for light and for dark"
    if complete:
        # The name is written on them in the text's colour of each.
        yield contrast(colours["light"], "#000000") >= LEAST_CONTRAST, "black cannot be read on the light brand colour"
        yield contrast(colours["dark"], "#ffffff") >= LEAST_CONTRAST, "white cannot be read on the dark brand colour"


def check_texts(component):
    name = component.findtext("name", "")
    summary = component.findtext("summary", "")
    yield 0 < len(name) < 20, "the name is not shorter than 20 characters"
    yield 10 <= len(summary) <= 35, f"the summary has {len(summary)} characters, not 10 to 35"
    yield not summary.endswith("."), "the summary ends in a full stop"
    yield not re.match(r"(an?|the)\b", summary, re.IGNORECASE), "the summary begins with an article"
    yield name.lower() not in summary.lower(), "the summary repeats the name"
    parts = [part for part in component.findall("description/*") if part.get(LANGUAGE) is None]
    description = " ".join("".join(part.itertext()) for part in parts)
    yield 210 <= len(description) <= 480, f"the description has {len(description)} characters, not three to six lines of 70 to 80"


def check_screenshots(component):
    shots = component.findall("screenshots/screenshot")
    yield len(shots) >= 2, "there are not several screenshots"
    yield [shot.get("type") for shot in shots].count("default") == 1, "not one screenshot is the default"
    yield any(shot.get("environment") == "gnome:dark" for shot in shots), "no screenshot is dark"
    for shot in shots:
        caption = shot.findtext("caption", "")
        address = shot.findtext("image", "")
        yield caption and not caption.endswith("."), f"“{caption}” is no caption"
        yield re.fullmatch(r"https://.*/v[0-9.]+/[a-z-]+\.png", address), f"{address} is no picture of a release"


def check_releases(component):
    releases = component.findall("releases/release")
    dates = [release.get("date") for release in releases]
    yield releases and all(dates), "there are no releases with a date"
    yield dates == sorted(dates, reverse=True), "the releases are not in order"
    yield all(date <= datetime.date.today().isoformat() for date in dates), "a release is in the future"
    yield all(release.find("description") is not None for release in releases), "a release says nothing"


def check_metainfo(component, identifier):
    yield component.get("type") == "desktop-application", "the component is no desktop application"
    yield component.findtext("id") == identifier, "the metainfo has another id"
    yield component.findtext("metadata_license") == "CC0-1.0", "the metainfo's licence is none of Flathub's"
    yield component.findtext("project_license") == "GPL-3.0-or-later", "the licence is not told"
    yield component.findtext("launchable") == f"{identifier}.desktop", "the metainfo launches something else"
    developer = component.find("developer")
    yield developer is not None and re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)+", developer.get("id", "")), "the developer has no id"
    yield developer is not None and developer.findtext("name"), "the developer has no name"
    addresses = {url.get("type") for url in component.findall("url")}
    yield addresses >= {"homepage", "bugtracker", "vcs-browser"}, "an address is missing"
    rating = component.find("content_rating")
    yield rating is not None and rating.get("type") == "oars-1.1", "the content is not rated"
    yield component.find("requires/display_length") is not None, "it is not told which screens it fits"
    for check in (check_colours, check_texts, check_screenshots, check_releases):
        yield from check(component)


def check_entry(entry, identifier):
    categories = set(entry.get("Categories", "").split(";")) - {""}
    yield entry.get("Icon") == identifier, "the icon is named after another id"
    yield categories and not categories & EMPTY_CATEGORIES, "the categories do not say what it is for"
    yield entry.get("Keywords"), "there are no keywords"
    yield not {"NoDisplay", "Hidden"} & set(entry), "the entry is hidden"


def main(manifest_path, metainfo_path, entry_path):
    identifier = pathlib.Path(manifest_path).stem
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(entry_path, encoding="utf-8")
    manifest = json.loads(pathlib.Path(manifest_path).read_text(encoding="utf-8"))
    component = ElementTree.parse(metainfo_path).getroot()
    findings = [
        *(f"{manifest_path}: {finding}" for met, finding in check_manifest(manifest, identifier) if not met),
        *(f"{metainfo_path}: {finding}" for met, finding in check_metainfo(component, identifier) if not met),
        *(f"{entry_path}: {finding}" for met, finding in check_entry(parser["Desktop Entry"], identifier) if not met),
    ]
    for finding in findings:
        print(finding)
    sys.exit(bool(findings))


main(*sys.argv[1:])
