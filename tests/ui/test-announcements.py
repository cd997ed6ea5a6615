#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told when rows, chips, errors and toasts change: the events of the accessibility bus, as they come.

GTK 4.8 has no announcements: what has the focus is described anew, and a field tells by its state that it is wrong.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import Node, wait_for                     # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402
from watched_tour import Events                       # noqa: E402


class AnnouncementsTest(SampleWindowTest):
    def setUp(self):
        super().setUp()
        self.program = self.start_on_sample()
        self.told = []
        self.focus = wait_for('the focus', lambda: self.program.focused).path
        for member, detail in (('PropertyChange', 'accessible-description'), ('StateChanged', 'focused'), ('StateChanged', 'invalid')):
            self.addCleanup(Events(self.program, member, detail, self.told).close)

    def wait_told(self, text):
        """Waits for a description that fits, of what has the focus; what was told before counts no more."""
        def find():
            return next((place for place, (_, kind, _, _, value) in enumerate(self.told)
                         if kind == 'accessible-description' and re.fullmatch(text, value)), None)
        place = wait_for(f'“{text}” to be told', lambda: None if find() is None else (find(),))[0]
        path = self.told[place][0]
        self.focus = [self.focus, *(other for other, kind, value, *_ in self.told[:place] if kind == 'focused' and value)][-1]
        self.assertEqual(path, self.focus, f'{Node(self.program.root.peer, path)} was told of, {Node(self.program.root.peer, self.focus)} had the focus')
        del self.told[:place + 1]

    def wait_invalid(self, field, invalid):
        wait_for(f'{field} to be told of as {"wrong" if invalid else "right"}',
                 lambda: [value for path, kind, value, *_ in self.told if path == field.path and kind == 'invalid'][-1:] == [invalid])

    def search(self, text):
        self.program.press('ctrl+f', 'ctrl+a')
        self.program.type(text)

    def test_rows(self):
        counted = len(self.list('engagements', 'kuleba', 'is:counted'))
        self.search('kuleba')
        self.wait_told(rf'{counted} engagements.*')
        self.search('nobody of this name')
        self.wait_told('Nothing matches “nobody of this name”')

    def test_chips(self):
        self.search('by:blinken form:phone-call')
        counted = len(self.list('engagements', 'by:blinken', 'form:phone-call', 'is:counted'))
        self.wait_told(rf'{counted} engagements.*')
        self.program.press('Return')
        chip = self.program.find('button', '.*[Pp]hone call.*')
        self.program.walk_to(chip)
        counted = len(self.list('engagements', 'by:blinken', 'is:counted'))
        self.program.press('Delete')
        self.wait_told(rf'{counted} engagements.*')

    def test_errors(self):
        self.program.press('ctrl+shift+n')
        self.program.wait_window('New contact')
        self.fill(self.program, 'E-mail', 'nobody')
        self.program.press('ctrl+s')
        field = self.program.find('text box', 'E-mail')
        self.wait_invalid(field, 1)
        self.assertRegex(field.description, '.*nobody.*|.*e-mail.*|.*@.*')
        self.fill(self.program, 'E-mail', 'nobody@example.org')
        self.wait_invalid(field, 0)
        self.discard()

    def tell_of_country(self, name):
        """Writes a country that there is not, which is told when the field is left, and then one that there is."""
        field = self.fill(self.program, name, 'Jap')
        self.wait_told('Japan, JP, 1 of 1.*')
        self.fill(self.program, name, 'Utopia')
        self.program.press('Tab')
        self.wait_invalid(field, 1)
        self.assertRegex(wait_for('what is wrong', lambda: field.description), 'There is no country of this name: .*')
        self.fill(self.program, name, 'Japan')
        self.program.press('Tab')
        self.wait_invalid(field, 0)
        wait_for('nothing to be wrong', lambda: field.description == '')

    def discard(self):
        self.program.press('Escape')
        self.program.click(self.program.find('button', '.*Discard'))
        self.program.wait_window('.*sample')

    def test_country_of_a_contact(self):
        self.program.press('ctrl+shift+n')
        self.program.wait_window('New contact')
        self.tell_of_country('Country')
        self.discard()

    def test_country_of_a_seat(self):
        self.program.press('ctrl+n')
        self.program.wait_window('New engagement')
        self.program.wait_focus('text box', 'Quick entry')
        self.program.type('call kuleba')
        self.program.click(self.program.find(name='Details of Dmytro Kuleba'))
        self.tell_of_country('Dmytro Kuleba: On behalf of country')
        self.discard()

    def test_toast(self):
        self.program.press('Down', 'Up', 'Delete')
        self.wait_told('Deleted .*')
        self.assertTrue(self.program.find_all('alert'))
        self.program.press('ctrl+z')
        self.wait_told('Undone: .*')


if __name__ == '__main__':
    tap.main()
