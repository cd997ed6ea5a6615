#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts by a real pointer: a click on a mark opens as many engagements as it says, a stretch that is drawn over is looked at closer."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from charts_window import MARK, ChartsWindowTest      # noqa: E402
from driver import ACCESSIBLE, Node                   # noqa: E402

ALL = '86 engagements · 8 November 2021 – 16 January 2022.*'

# The keys to a mark with engagements, and what the subtitle says of the sample; a timeline is of somebody who is searched for.
KINDS = {'over-time': (['Home'], ALL),
         'calendar': (['End'], '86 engagements on 42 days .*'),
         'gaps': (['Home'], '0 of 24 not reached in 30 days.*'),
         'matrix': (['Home'], '87 engagements · all dates · 296 of 375 pairs have none'),
         'ranking': (['Home'], '87 engagements · all dates · 69 in the ranking'),
         'reciprocity': (['Home'], '1 initiated by ours, 1 by theirs, 85 not known.*'),
         'map': (['End', 'Left'], '87 engagements · all dates · 25 countries'),
         'network': (['End'], '87 engagements · all dates · 84 pairs')}


class ChartsPointerTest(ChartsWindowTest):
    def start_on_charts(self):
        program = self.start_on_sample()
        if not program.tells_places:
            self.skipTest('GTK 4.10 and later tell no places')
        program.click(program.find('list item', 'Charts'))
        program.find(name=ALL)
        return program

    def find_mark(self, program, keys):
        self.focus_mark(program)
        program.press(*keys)
        return program.wait_focused('a mark with engagements', lambda mark: re.search(r'\d engagement|of \d', mark.name))

    def test_click_on_a_mark_of_each_kind(self):
        program = self.start_on_charts()
        for kind, (keys, subtitle) in KINDS.items():
            with self.subTest(kind=kind):
                self.choose_kind(program, kind)
                program.find(name=subtitle)
                mark = self.find_mark(program, keys)
                label, place = mark.name, mark.extents
                count = MARK.fullmatch(label)[1]
                # The current mark is another one then, which is near: nothing scrolls.
                program.press(*(['Left', 'Up'] if keys[0] == 'End' else ['Right', 'Down']))
                program.wait_focused('another mark', lambda one, label=label: one.name != label)
                self.point(program, place)
                program.xdotool('click', '1')
                program.find(name=rf'{count} engagements?( · \d+ records?)?')
                program.press('alt+Left')
                program.find(name=subtitle)

    def point(self, program, place, at=(0.5, 0.5)):
        """Moves the pointer to the middle of a place in the window, or to where @at says, in shares of its size."""
        x, y, width, height = place
        window_x, window_y = program.get_window_origin()
        program.xdotool('mousemove', str(window_x + int(x + width * at[0])), str(window_y + int(y + height * at[1])))

    def brush(self, program, chart, start, end):
        self.point(program, chart.extents, (start, 0.1))
        program.xdotool('mousedown', '1')
        for share in (0.25, 0.5, 0.75, 1):
            self.point(program, chart.extents, (start + (end - start) * share, 0.2))
        program.xdotool('mouseup', '1')

    def find_chart(self, program):
        """The chart itself, around the mark that has the focus."""
        mark = self.focus_mark(program)
        return Node(mark.peer, mark.get(ACCESSIBLE, 'Parent')[1])

    def test_brush_and_widen(self):
        program = self.start_on_charts()
        chart = self.find_chart(program)
        for widen in ('double click', 'Escape', 'Back'):
            with self.subTest(widen=widen):
                self.brush(program, chart, 0.6, 0.9)
                program.wait_gone(name=ALL)
                closer = program.find(name=r'\d+ engagements · .* 2021 – .* 2022.*').name
                self.assertLess(int(closer.split()[0]), 86)
                # The days are a chip above the chart now, which has moved down.
                program.settle()
                if widen == 'double click':
                    self.point(program, chart.extents, (0.5, 0.02))
                    program.xdotool('click', '--repeat', '2', '--delay', '40', '1')
                elif widen == 'Escape':
                    self.focus_mark(program)
                    program.press('Escape')
                else:
                    program.press('alt+Left')
                program.find(name=ALL)


if __name__ == '__main__':
    tap.main()
