#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window follows how the desktop wants things to look, as the settings portal tells it, while it is open."""

import pathlib
import signal
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                                       # noqa: E402
from driver import Program, Screen, wait_for                     # noqa: E402
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

    def follow_dots(self):
        """Starts what tells the dots per inch on an X display, as a desktop that makes texts larger does; returns what changes them."""
        settings = pathlib.Path(self.folder.name, 'xsettings')

        def tell(dots):
            # In 1024ths.
            settings.write_text(f'Xft/DPI {dots * 1024}\n', encoding='utf-8')
        tell(96)
        desktop = subprocess.Popen(['xsettingsd', '-c', settings], stderr=subprocess.DEVNULL)
        self.addCleanup(desktop.wait)
        self.addCleanup(desktop.terminate)

        def change(dots):
            tell(dots)
            desktop.send_signal(signal.SIGHUP)
        return change

    def test_follows_the_size_of_texts(self):
        """While it is open: a form, and behind it a chart, whose texts are drawn."""
        change = self.follow_dots()
        program = self.start_on_sample()
        # By the pointer: after a key the focus is shown for some seconds.  And what is under the pointer is told after a while.
        program.click(program.find('list item', 'Charts'))
        program.xdotool('mousemove', '0', '0')
        program.find('button', '86 engagements, .*')
        usual_chart = program.settle()
        change(192)
        program.settle(other_than=usual_chart)
        change(96)
        wait_for('the chart as it was', lambda: Screen.open().read() == usual_chart)

        program.press('ctrl+shift+n')
        caption = program.find('label', 'Given name')
        usual = caption.extents[3]
        for dots, times in ((192, 2), (96, 1), (144, 1.5)):
            change(dots)
            wait_for(f'texts for {dots} dots', lambda: abs(caption.extents[3] / usual - times) < 0.1)

    def test_columns_follow_the_size_of_texts(self):
        """While they are shown, as wide as when the list is opened with texts of that size."""
        change = self.follow_dots()
        program = self.start_on_sample()
        if not program.tells_places:
            self.skipTest('this GTK tells wrong places')
        date = program.find('column header', 'Date')
        usual = date.extents[2]
        for dots, times in ((144, 1.4), (96, 1)):
            change(dots)
            wait_for(f'the dates for {dots} dots', lambda: abs(date.extents[2] / usual - times) < 0.1)

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
