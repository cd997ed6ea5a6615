#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stores that were opened lately, in the menu."""

import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                                       # noqa: E402
from sample_window import SampleWindowTest                       # noqa: E402


class RecentTest(SampleWindowTest):
    def start_on_second(self):
        """The sample was opened before, and is the one that the menu offers beside."""
        self.start_on_sample().close()
        second = self.store.with_name('second_store.liaison')
        shutil.copy(self.store, second)
        program = self.start(str(second))
        program.find(name='87 engagements · 90 records')
        return program

    def choose(self, program, name):
        """Ctrl+K finds what the menu offers."""
        self.open_quick_find(program)
        program.type(name)
        program.find('label', name)
        program.press('Return')

    def test_opens(self):
        program = self.start_on_second()
        self.choose(program, 'sample.liaison')
        program.wait_window('Engagements – sample')

    def test_tells_what_is_gone(self):
        program = self.start_on_second()
        self.store.unlink()
        self.choose(program, 'sample.liaison')
        program.find(name='This store is not there')


if __name__ == '__main__':
    tap.main()
