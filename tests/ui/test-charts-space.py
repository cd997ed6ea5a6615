#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts that lie in space, by real keys and clicks: what a mark says is what its list holds."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from charts_window import ChartsWindowTest            # noqa: E402
from driver import wait_for                           # noqa: E402


class SpaceChartsTest(ChartsWindowTest):
    def start_on(self, kind, subtitle):
        """Opens the charts and chooses a kind."""
        program = self.start_on_sample()
        program.click(program.find('list item', 'Charts'))
        program.find(name='86 engagements · 8 November 2021 – 16 January 2022.*')
        self.choose_kind(program, kind)
        program.find(name=subtitle)
        return program

    def test_map(self):
        program = self.start_on('map', '87 engagements · all dates · 25 countries')
        # The last mark is one of those that are not in the picture.
        self.assertRegex(self.focus_mark(program).name, r'^Japan: 1 engagement, the last .* \(.*\)$')
        program.press('Left')
        program.wait_focus(name='Canada: 2 engagements.*')
        self.open_mark(program)
        program.press('alt+Left')
        program.find(name='87 engagements · all dates · 25 countries')
        self.focus_mark(program)
        program.press('Up')
        program.wait_focused('a country on the map', lambda mark: not mark.name.startswith(('Canada', 'Japan')))

    def test_map_in_other_sizes(self):
        """With its size a map shows others: the focus stays on its country, and what is opened is what was told."""
        program = self.start_on('map', '87 engagements · all dates · 25 countries')
        if not program.tells_places:
            self.skipTest('GTK 4.10 and later tell no places')
        mark = self.focus_mark(program)
        program.wait_focus(name='Japan: 1 engagement.*')
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
        pair = program.wait_focused('the broadest line', lambda mark: re.match(r'.+, .+: \d+ engagements', mark.name)).name
        program.press('Right')
        program.wait_focused('the next one', lambda mark: mark.name != pair)
        program.press('Up')
        program.wait_focused('who is at its end', lambda mark: ', ' not in mark.name)
        program.press('plus')
        program.press('plus')
        program.press('ctrl+Right')
        program.press('0')
        program.press('End')
        program.wait_focused('the last name', lambda mark: mark.name == node)
        program.press('Home')
        program.wait_focused('the broadest line again', lambda mark: mark.name == pair)
        self.open_mark(program)


if __name__ == '__main__':
    tap.main()
