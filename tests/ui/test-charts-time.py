#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar, timelines and the comparison of two queries: by real keys and clicks, each mark leads to as many engagements as it says."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from charts_window import ChartsWindowTest            # noqa: E402
from driver import wait_for                           # noqa: E402

class ChartsTimeTest(ChartsWindowTest):
    def start_on_chart(self, kind, *, query=None):
        """Opens the place, and chooses a kind of chart."""
        program = self.start_on_sample()
        if query is not None:
            self.search(program, query)
        program.click(program.find('list item', 'Charts'))
        self.choose_kind(program, kind)
        return program

    def search(self, program, query):
        program.press('ctrl+f')
        program.wait_focus(name='Search.*')
        program.press('ctrl+a')
        program.type(query)
        # Enter leaves the suggestions, and the search for the list.
        program.press('Return')

    def test_calendar(self):
        program = self.start_on_chart('calendar')
        program.find(name='86 engagements on 42 days · 10 November 2021 – 14 January 2022')
        mark = self.focus_mark(program)
        self.assertEqual(mark.name, 'Fri, 14 January 2022: 1 engagement (1 %)')
        program.press('Up')
        program.wait_focus(name=r'Thu, 13 January 2022: 4 engagements \(5 %\)')
        program.press('Left')
        program.wait_focus(name=r'Thu, 6 January 2022: 3 engagements \(3 %\)')
        self.assertIn('6 January', self.open_mark(program))

    def test_calendar_begins_with_the_latest_days(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Charts'))
        program.xdotool('getactivewindow', 'windowsize', '--sync', '1290', '480')
        self.choose_kind(program, 'calendar')
        subtitle = program.find(name='86 engagements on 42 days · 10 November 2021 – 14 January 2022')
        # Until the focus is on a day, what stands for all of them is where the chart begins: above what is seen.
        whole = program.find('button', 'The busiest day is .*')
        wait_for('the end of the calendar', lambda: whole.extents[1] < subtitle.extents[1])

    def test_timeline_of_a_contact(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Contacts'))
        self.search(program, 'Kuleba')
        program.find(name='1 contact')
        program.press('Down')
        program.click(program.find('link', 'Timeline'))
        program.find(name='When did we speak with Dmytro Kuleba\\?')
        program.find(name='4 engagements · 10 November 2021 – 11 January 2022')
        mark = self.focus_mark(program)
        self.assertRegex(mark.name, r'^13 December 2021, .*: 1 engagement$')
        self.open_mark(program)
        program.press('alt+Left')
        self.focus_mark(program)
        program.press('Home')
        program.wait_focus(name='Minister for Foreign Affairs of Ukraine, since .*: 4 engagements')
        self.open_mark(program)

    def test_timeline_of_nobody(self):
        program = self.start_on_chart('timeline')
        program.find(name='Whose timeline\\?')
        program.click(program.find('button', 'Search'))
        program.wait_focus(name='Search.*')
        program.type('country:UA')
        program.find(name='When did we speak with Ukraine\\?')

    def compare(self, program, query):
        program.click(program.find('button', 'Compare with…'))
        program.wait_focus(name='Second search')
        program.type(query)
        program.press('Return')

    def test_compare_over_time(self):
        program = self.start_on_chart('over-time', query='by:Blinken group:calls')
        self.compare(program, 'by:Sherman group:calls')
        program.find(name='by:Blinken group:calls: 20 engagements, against by:Sherman group:calls: 4 engagements')


if __name__ == '__main__':
    tap.main()
