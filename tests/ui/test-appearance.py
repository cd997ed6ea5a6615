#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window follows how the desktop wants things to look, as the settings portal tells it, while it is open."""

import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                                       # noqa: E402
from driver import Program, wait_for                             # noqa: E402
from portal import Portal                                        # noqa: E402
from sample_window import SampleWindowTest                       # noqa: E402


class AppearanceTest(SampleWindowTest):
    def start_with(self, **values):
        portal = Portal(**values)
        self.addCleanup(portal.close)
        return portal, self.start_on_sample()

    def measure(self, what, *operations):
        """A figure of the middle of the screen, which the window fills."""
        picture = f'{self.folder.name}/screen.png'
        Program.screenshot(picture)
        answer = subprocess.run(['convert', picture, '-gravity', 'center', '-crop', '600x400+0+0', '+repage', '-colorspace', 'gray',
                                 *operations, '-format', f'%[fx:{what}]', 'info:'], check=True, capture_output=True, text=True).stdout
        return float(answer)

    def wait_bright(self):
        wait_for('a bright window', lambda: self.measure('mean') > 0.7)

    def wait_dark(self):
        wait_for('a dark window', lambda: self.measure('mean') < 0.4)

    def test_follows_the_dark_preference(self):
        portal, _ = self.start_with(color_scheme=1)
        self.wait_dark()
        portal.set('color-scheme', 2)
        self.wait_bright()
        portal.set('color-scheme', 1)
        self.wait_dark()
        portal.set('color-scheme', 0)
        self.wait_bright()

    def test_follows_high_contrast(self):
        portal, program = self.start_with()
        self.wait_bright()
        # Over a name that is cut, the pointer brings up a tooltip after a while.
        program.xdotool('mousemove', '0', '0')
        program.settle()
        # The lines between the rows stand out there.
        def count_strong():
            return self.measure('mean', '-threshold', '65%', '-negate')
        usual = count_strong()
        portal.set('contrast', 1)
        wait_for('strong lines', lambda: count_strong() > usual + 0.02)
        portal.set('color-scheme', 1)
        self.wait_dark()
        portal.set('color-scheme', 0)
        portal.set('contrast', 0)
        wait_for('the usual colours', lambda: count_strong() == usual)

    def test_follows_reduced_motion(self):
        portal, program = self.start_with(reduced_motion=1)
        for reduced in (1, 0, 1):
            portal.set('reduced-motion', reduced)
            self.open_about(program)
            self.assertIn(f'Animations: {"no" if reduced else "yes"}', self.find_system_information(program).text)
            program.press('Escape')
            program.wait_window('.*sample')


if __name__ == '__main__':
    tap.main()
