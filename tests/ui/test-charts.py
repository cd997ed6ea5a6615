#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts by real keys: every kind is chosen, walked through, and opened, and its figures are those of the lists under them."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from charts_window import ChartsWindowTest            # noqa: E402

# What the subtitle says on the sample.
KINDS = {'over-time': '86 engagements · 8 November 2021 – 16 January 2022.*',
         'calendar': '86 engagements on 42 days · 10 November 2021 – 14 January 2022',
         'timeline': 'Whose timeline\\?',
         'gaps': '0 of 24 not reached in 30 days.*',
         'matrix': '87 engagements · all dates · 296 of 375 pairs have none',
         'ranking': '87 engagements · all dates · 69 in the ranking',
         'reciprocity': '1 initiated by ours, 1 by theirs, 85 not known.*'}


class ChartsTest(ChartsWindowTest):
    def start_on_charts(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Charts'))
        program.find(name=KINDS['over-time'])
        return program

    def test_every_kind_leads_to_its_lists(self):
        program = self.start_on_charts()
        for kind in KINDS:
            self.choose_kind(program, kind)
            program.find(name=KINDS[kind])
            if kind == 'timeline':
                # Nobody is named in the search.
                continue
            # The last mark of a matrix is a pair that never met.
            self.focus_mark(program)
            program.press('Home')
            program.wait_focused('a mark with engagements', lambda mark: re.search(r'\d engagement|of \d', mark.name))
            self.open_mark(program)
            program.press('alt+Left')
            program.find(name=KINDS[kind])

    def test_arrow_keys_walk(self):
        program = self.start_on_charts()
        last = self.focus_mark(program).name
        program.press('Left')
        earlier = program.wait_focused('an earlier bar', lambda mark: mark.name != last).name
        program.press('Down')
        program.wait_focused('a stack in it', lambda mark: mark.name not in (last, earlier))
        program.press('End')
        program.wait_focused('the last bar', lambda mark: mark.name == last)

    def test_narrow_and_widen(self):
        program = self.start_on_charts()
        self.focus_mark(program)
        program.press('plus')
        program.find(name='18 engagements · 10 January 2022 – 16 January 2022.*|18 engagements · 10 January 2022 – 14 January 2022.*')
        self.focus_mark(program)
        program.press('Escape')
        program.find(name=KINDS['over-time'])

    def test_as_a_table(self):
        program = self.start_on_charts()
        program.click(program.find('button', 'Show as a table'))
        program.find(name='week from 6 December 2021')

    def test_overview(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Overview'))
        program.find(name='16 December 2021 – 14 January 2022 · compared with the 30 days before')
        program.find(name='Who has not been reached\\?')


if __name__ == '__main__':
    tap.main()
