#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window about the program tells who made it, under which licence, and what it runs on, which can be copied into a report of a fault."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

VERSIONS = ('Liaison', 'GTK', 'GLib', 'SQLite', 'json-glib')


class AboutTest(SampleWindowTest):
    def test_credits_and_licence(self):
        program = self.start_on_sample()
        self.open_about(program)
        program.find('label', '(?s).*GNU General Public License, version 3 or later.*')
        program.click(program.find('tab', 'Credits'))
        for text in ('Created by', 'The Liaison authors', 'Outlines of countries', 'Names of countries', '.*iso-codes.*'):
            program.find('label', text)
        program.press('Escape')
        program.wait_window('.*sample')

    def test_debug_information_is_copied(self):
        program = self.start_on_sample()
        self.open_about(program)
        program.walk_to(self.find_system_information(program))
        program.press('ctrl+a', 'ctrl+c', 'Escape')
        program.wait_window('.*sample')
        program.press('ctrl+f', 'ctrl+v')
        field = program.find('search box', 'Search')
        copied = wait_for('what was copied', lambda: field.text)
        for name in VERSIONS:
            self.assertRegex(copied, rf'\b{re.escape(name)} \d+\.\d+', copied)


if __name__ == '__main__':
    tap.main()
