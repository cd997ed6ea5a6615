# SPDX-License-Identifier: GPL-3.0-or-later
"""A test case in whose window charts are chosen, walked through and opened."""

import re
import subprocess

from sample_window import LIAISON, SampleWindowTest

# What the chart itself is called is a sentence, and ends with a full stop.
MARK = re.compile(r'.*: .*?\b(no|\d+) (?:engagement|of \d).*(?<!\.)')


class ChartsWindowTest(SampleWindowTest):
    def choose_kind(self, program, kind):
        """Chooses a kind of chart, which the command line tells the place of."""
        told = subprocess.run([LIAISON, 'chart'], capture_output=True, text=True, check=False).stderr
        kinds = re.search(r'there are ([a-z, -]+)', told)[1].split(', ')
        program.click(program.find('combo box', 'Chart'))
        program.press('Home', *['Down'] * kinds.index(kind), 'Return')

    def focus_mark(self, program):
        """Walks with the Tab key to the chart's current mark."""
        return program.walk_by('Tab', name=MARK.pattern)

    def open_mark(self, program):
        """Opens the mark that has the focus; the list has as many engagements as it says."""
        label = program.wait_focused('a mark with its figure', lambda node: MARK.fullmatch(node.name)).name
        program.press('Return')
        program.find(name=rf'{MARK.fullmatch(label)[1]} engagements?( · \d+ records?)?')
        return label
