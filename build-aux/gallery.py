#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Take a picture of every page, form and dialog in every look, to be looked at.

usage: sh tests/ui/run-ui.sh /usr/bin/python3 build-aux/gallery.py BUILD-FOLDER FOLDER [LOOK…] [-- SCENE…]

The looks are light, dark, high-contrast, high-contrast-dark, right-to-left, large-text, narrow, french and pseudo-locale; each gets a folder
of its own.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / folder) for folder in ("tests/ui", "tests")]
import pseudo_locale                             # noqa: E402
from locales import load_words, make_locale      # noqa: E402
from tour import STILL, Tour                     # noqa: E402

# Around a window GTK draws a border where nothing casts its shadow.
BORDER = 5
NARROW = f"[io/github/liaison_app/Liaison]\nwindow-width={360 + 2 * BORDER}\nwindow-height=720\n"
# Twice the usual size; that of the dots is what the display says it is.
LARGE_TEXT = f"{STILL}gtk-font-name=Cantarell 20\n"
LOOKS = {
    "light": {"GTK_THEME": "Adwaita"},
    "dark": {"GTK_THEME": "Adwaita:dark"},
    "high-contrast": {"GTK_THEME": "HighContrast"},
    "high-contrast-dark": {"GTK_THEME": "HighContrast:dark"},
    "right-to-left": {"GTK_DEBUG": "invert-text-dir"},
    "large-text": {},
    "narrow": {},
    "french": {},
    "pseudo-locale": {},
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def narrow_window(program, window):
    """Makes a window of its own as narrow as the main one."""
    size = dict(line.split("=") for line in program.xdotool("getwindowgeometry", "--shell", window).split())
    if int(size["WIDTH"]) > 360 + 2 * BORDER:
        program.xdotool("windowsize", window, str(360 + 2 * BORDER), size["HEIGHT"])


def speak(build, look, home):
    """The environment of a look that is a language, and what the program says there for an English string."""
    if look == "french":
        return make_locale(home, "fr_FR", build / "po"), load_words(build / "po", "fr")
    if look == "pseudo-locale":
        return pseudo_locale.write(pathlib.Path(home, "pseudo")), pseudo_locale.lengthen
    return {}, str


def take(build, look, folder, scenes):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        if look == "narrow":
            write(pathlib.Path(home, "config/glib-2.0/settings/keyfile"), NARROW)
        if look == "large-text":
            write(pathlib.Path(home, "config/gtk-4.0/settings.ini"), LARGE_TEXT)
        language, say = speak(build, look, home)
        environment = {"GSETTINGS_SCHEMA_DIR": str(build / "data"), "LIAISON_TODAY": "2022-01-14", **LOOKS[look], **language}
        tour = Tour(build / "src/app/liaison", home, environment, say)
        for scene in tour.visit(scenes):
            if look == "narrow":
                narrow_window(tour.program, tour.read_window())
                tour.settle()
            path = folder / f"{scene}.png"
            subprocess.run(["import", "-window", "root", path], check=True)
            subprocess.run(["mogrify", "-trim", "+repage", "-strip", path], check=True)
            print(path, flush=True)


def main(build, folder, *choices):
    looks, _, scenes = " ".join(choices).partition("--")
    for look in looks.split() or LOOKS:
        take(build, look, folder / look, scenes.split() or None)


if __name__ == "__main__":
    if len(sys.argv) < 3 or "DISPLAY" not in os.environ:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]).resolve(), *map(pathlib.Path, sys.argv[2:3]), *sys.argv[3:])
