#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a chart tells of what is pointed at: a card of a day on a timeline, names that are cut on it, and who they have to do with."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from charts_window import ChartsWindowTest            # noqa: E402
from driver import Failure                            # noqa: E402

# GTK draws a border of its own around a window where nothing composes windows, as in these tests; a point of a timeline is as small as that.
BORDER = 5


class ChartsHoverTest(ChartsWindowTest):
    def start_on_charts(self):
        program = self.start_on_sample()
        if not program.tells_places:
            self.skipTest('GTK 4.10 and later tell no places')
        program.click(program.find('list item', 'Charts'))
        return program

    def hover(self, program, mark, at=(0.5, 0.5)):
        """Points at a mark, or at what lies beside it, in shares of its size."""
        x, y, width, height = mark.extents
        window_x, window_y = program.get_window_origin()
        for away in (3, 0):
            program.xdotool('mousemove', str(window_x + BORDER + int(x + width * at[0]) - away),
                            str(window_y + BORDER + int(y + height * at[1])))

    def find_tip(self, program, mark, name, **where):
        # GTK forgets a tip that was asked for while the window is busy; who points again gets it.
        for _ in range(3):
            self.hover(program, mark, **where)
            try:
                return program.find('label', name, deadline=5)
            except Failure:
                continue
        return program.find('label', name)

    def find_mark(self, program, kind, key, name):
        self.choose_kind(program, kind)
        self.focus_mark(program)
        program.press(key)
        return program.wait_focus(name=name)

    def test_card_of_a_day(self):
        program = self.start_on_charts()
        program.press('ctrl+f')
        program.wait_focus(name='Search.*')
        program.type('with:Kuleba')
        program.press('Return')
        self.choose_kind(program, 'timeline')
        program.find(name='When did we speak with Dmytro Kuleba\\?')
        mark = self.focus_mark(program)
        self.assertRegex(mark.name, '^13 December 2021, ')
        card = self.find_tip(program, mark, '(?s)13 December 2021 · .*').name
        self.assertEqual(card.splitlines()[0], '13 December 2021 · Meetings')
        self.assertIn('Kuleba', card.splitlines()[1])
        # A band tells a post and since when, and what took place while it was held.
        program.press('Home')
        band = program.wait_focus(name='Minister for Foreign Affairs of Ukraine, since .*: 4 engagements')
        self.find_tip(program, band, 'Minister for Foreign Affairs of Ukraine, since .*: 4 engagements')

    def test_names_that_are_cut(self):
        program = self.start_on_charts()
        program.xdotool('getactivewindow', 'windowsize', '--sync', '412', '700')
        self.find_mark(program, 'ranking', 'Home', 'Jens Stoltenberg.*: 4 engagements')
        program.press('Down')
        bar = program.wait_focus(name='Volodymyr Zelenskyy.*: 4 engagements')
        self.assertLess(bar.extents[0] + bar.extents[2], 412)
        # Beside the bar is the name, for which there may be less room than it needs.
        self.find_tip(program, bar, 'Volodymyr Zelenskyy: 5 engagements', at=(-0.2, 0.5))

    def test_both_names_of_a_cell(self):
        program = self.start_on_charts()
        cell = self.find_mark(program, 'matrix', 'Home', 'Antony J. Blinken, Ukraine: 5 engagements.*')
        self.find_tip(program, cell, 'Antony J. Blinken, Ukraine: 5 engagements, the last 3 days ago')

    def test_neighbours_in_the_network(self):
        program = self.start_on_charts()
        node = self.find_mark(program, 'network', 'End', '.*')
        name = node.name
        self.find_tip(program, node, name.replace('(', r'\(').replace(')', r'\)'))


if __name__ == '__main__':
    tap.main()
