#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts that lie in space, by real keys and clicks: what a mark says is what its list holds."""

import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402


class SpaceChartsTest(SampleWindowTest):
    def start_on(self, kind, subtitle):
        """Opens the charts and chooses a kind, which the command line tells the place of."""
        program = self.start_on_sample()
        program.click(program.find('list item', 'Charts'))
        program.find(name='86 engagements · 8 November 2021 – 16 January 2022.*')
        told = subprocess.run([os.environ['LIAISON'], 'chart'], capture_output=True, text=True, check=False).stderr
        kinds = re.search(r'there are ([a-z, -]+)', told)[1].split(', ')
        program.click(program.find('combo box', 'Chart'))
        program.press('Home')
        for _ in range(kinds.index(kind)):
            program.press('Down')
        program.press('Return')
        program.find(name=subtitle)
        return program

    def focus_mark(self, program):
        for _ in range(30):
            program.press('Tab')
            mark = program.focused
            if mark is not None and re.search(r': (no|\d+) engagement', mark.name):
                return mark
        raise AssertionError('no mark takes the focus')

    def open_mark(self, program):
        number = int(re.search(r': (\d+) engagement', program.focused.name)[1])
        program.press('Return')
        program.find(name=f'{number} engagements?( · \\d+ records?)?')

    def test_map(self):
        program = self.start_on('map', '87 engagements · all dates · 25 countries')
        # The last mark is one of those that are not in the picture.
        self.assertRegex(self.focus_mark(program).name, r'^Japan: 1 engagement, the last .* \(.*\)$')
        program.press('Left')
        wait_for('the one before it', lambda: program.focused.name.startswith('Canada: 2 engagements'))
        self.open_mark(program)
        program.press('alt+Left')
        program.find(name='87 engagements · all dates · 25 countries')
        self.focus_mark(program)
        program.press('Up')
        wait_for('a country on the map', lambda: not program.focused.name.startswith(('Canada', 'Japan')))

    def test_map_in_other_sizes(self):
        """With its size a map shows others: the focus stays on its country, and what is opened is what was told."""
        program = self.start_on('map', '87 engagements · all dates · 25 countries')
        if not program.tells_places:
            self.skipTest('GTK 4.10 and later tell no places')
        mark = self.focus_mark(program)
        wait_for('Japan', lambda: program.focused.name.startswith('Japan: 1 engagement'))
        for width in (500, 1200, 500):
            before = mark.extents
            program.xdotool('getactivewindow', 'windowsize', '--sync', str(width), '600')
            wait_for('the map in that size', lambda before=before: mark.extents != before)
        self.open_mark(program)

    def test_network(self):
        program = self.start_on('network', '87 engagements · all dates · 84 pairs')
        node = self.focus_mark(program).name
        # The first mark is the line of the two who met most.
        program.press('Home')
        wait_for('the broadest line', lambda: re.match(r'.+, .+: \d+ engagements', program.focused.name))
        pair = program.focused.name
        program.press('Right')
        wait_for('the next one', lambda: program.focused.name != pair)
        program.press('Up')
        wait_for('who is at its end', lambda: ', ' not in program.focused.name)
        program.press('plus')
        program.press('plus')
        program.press('ctrl+Right')
        program.press('0')
        program.press('End')
        wait_for('the last name', lambda: program.focused.name == node)
        program.press('Home')
        wait_for('the broadest line again', lambda: program.focused.name == pair)
        self.open_mark(program)


if __name__ == '__main__':
    tap.main()
