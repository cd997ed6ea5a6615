#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Take the pictures that the metainfo shows of a release, from the sample.

usage: sh tests/ui/run-ui.sh /usr/bin/python3 build-aux/screenshots.py BUILD-FOLDER FOLDER
"""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests/ui"))
from driver import Program, wait_for      # noqa: E402

# Flathub's most, and the border that GTK draws around a window where nothing casts its shadow.
WIDTH, HEIGHT = 1000, 700
BORDER = 5
SETTINGS = f"""[io/github/liaison_app/Liaison]
window-width={WIDTH + 2 * BORDER}
window-height={HEIGHT + 2 * BORDER}
detail-width=360
"""
TODAY = "2022-01-14"


def show_engagement(program):
    program.press("ctrl+f")
    program.type("by:blinken")
    program.find(name=r"[23]\d engagements.*")
    program.press("Return", "Down")
    program.find(name="Secretary of State")


def show_contact(program):
    program.press("alt+2")
    program.wait_window("Contacts – .*")
    program.press("ctrl+f")
    program.type("country:DE,FR,GB,UA")
    program.find(name=r"\d+ contacts")
    program.press("Return", "Down")
    program.find(name="Posts")


def show_charts(program):
    program.press("alt+4")
    program.wait_window("Charts – .*")
    program.find(name=r"\d+ engagements.* more without a date of their own")


def show_form(program):
    program.press("ctrl+n")
    program.wait_window("New engagement")
    for field, text, suggestion in (("Add one of ours", "blink", ".*Blinken.*"), ("Add one of theirs", "kuleb", ".*Kuleba.*")):
        program.click(program.find("text box", field))
        program.wait_focus("text box", field)
        program.type(text)
        program.find(name=suggestion)
        program.press("Return")
    title = program.find("text box", "Title")
    wait_for("the proposed title", lambda: title.text == "Call with Kuleba")


PICTURES = {
    "engagements-light": show_engagement,
    "engagements-dark": show_engagement,
    "contact-light": show_contact,
    "charts-light": show_charts,
    "form-dark": show_form,
}


class Studio:
    def __init__(self, build, folder):
        self.build = build
        self.folder = folder
        self.scratch = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self.scratch.name)
        settings = self.home / "config/glib-2.0/settings"
        settings.mkdir(parents=True)
        (settings / "keyfile").write_text(SETTINGS, encoding="utf-8")
        self.store = self.home / "sample.liaison"
        self.liaison = build / "src/app/liaison"
        subprocess.run([self.liaison, "sample", f"--store={self.store}"], check=True)

    def take(self, name, show):
        theme = "Adwaita:dark" if name.endswith("-dark") else "Adwaita"
        program = Program(self.liaison, str(self.store), environment={
            "GTK_THEME": theme, "GSETTINGS_SCHEMA_DIR": str(self.build / "data"), "LIAISON_TODAY": TODAY,
            "XDG_CONFIG_HOME": str(self.home / "config"), "XDG_DATA_HOME": str(self.home / "data")})
        program.find(name="87 engagements · 90 records")
        show(program)
        window = program.xdotool("getactivewindow").strip()
        self.fit(program, window)
        self.settle(window, self.folder / f"{name}.png")
        program.process.terminate()
        program.process.wait()

    @staticmethod
    def fit(program, window):
        """Makes a form no higher than a picture may be."""
        size = dict(line.split("=") for line in program.xdotool("getwindowgeometry", "--shell", window).split())
        height = min(int(size["HEIGHT"]), HEIGHT + 2 * BORDER)
        program.xdotool("windowsize", "--sync", window, size["WIDTH"], str(height))

    @staticmethod
    def settle(window, path):
        """Takes pictures until two are the same: nothing is drawn any more."""
        def is_settled():
            before = path.read_bytes() if path.exists() else None
            subprocess.run(["import", "-window", window, path], check=True)
            subprocess.run(["mogrify", "-shave", f"{BORDER}x{BORDER}", "+repage", "-strip", path], check=True)
            return before == path.read_bytes()
        wait_for("a picture that stays", is_settled)


def main(build, folder):
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(build.resolve(), folder)
    for name, show in PICTURES.items():
        studio.take(name, show)
        print(folder / f"{name}.png")


if __name__ == "__main__":
    if len(sys.argv) != 3 or "DISPLAY" not in os.environ:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
