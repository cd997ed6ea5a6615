#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What saving asks, by real keys: an engagement that is on record already, and a record that was changed underneath; and what it keeps."""

import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

TITLE = 'Blinken and Stoltenberg speak after the NATO-Russia Council'


class SavingTest(SampleWindowTest):
    def begin_twin(self, program):
        """The call of 14 January, noted once more."""
        program.press('ctrl+n')
        program.wait_window('New engagement')
        line = program.wait_focus('text box', 'Quick entry')
        program.type('blinken call stoltenberg')
        wait_for('both to be understood', lambda: 'Ours: ' in line.description and 'Theirs: ' in line.description)
        program.press('ctrl+s')
        program.wait_window('Is it one of these.*')
        program.find(name=TITLE)
        program.wait_focus('button', 'Save anyway')

    def test_twin_is_opened(self):
        program = self.start_on_sample()
        self.begin_twin(program)
        program.click(program.find('button', f'Open {TITLE}'))
        program.wait_window('.*sample.*')
        program.find('button', 'History')
        self.assertEqual(len(self.list('engagements')), 90)

    def test_twin_is_saved_anyway(self):
        program = self.start_on_sample()
        self.begin_twin(program)
        # Back to the form, and once more.
        program.press('Escape')
        program.wait_window('New engagement')
        program.press('ctrl+s')
        program.wait_window('Is it one of these.*')
        program.wait_focus('button', 'Save anyway')
        program.press('Return')
        wait_for('one engagement more', lambda: len(self.list('engagements')) == 91)

    def test_changed_underneath(self):
        program = self.start_on_sample()
        program.press('Down', 'Up')
        program.find(name=TITLE)
        uuid = self.list('engagements', '--sort=-date', '--limit=1')[0]['uuid']
        program.press('ctrl+e')
        program.wait_window('Edit engagement')
        self.fill(program, 'Title', 'My title')
        self.fill(program, 'Summary', 'My summary')
        # Somebody else changes the title, too, and the place.
        self.change_record(uuid, title='Their title', place='Their place')
        self.assertEqual(self.show(uuid)['place'], 'Their place')

        program.press('ctrl+s')
        program.wait_window('Changed in the meantime')
        program.find(name='Title, yours: My title')
        self.assertFalse(program.find_all(name='(Place|Summary), .*'))
        program.click(program.find(name='Title, on record: Their title'))
        program.press('alt+s')
        wait_for('what both have changed', lambda: self.show(uuid).get('summary') == 'My summary')
        shown = self.show(uuid)
        self.assertEqual((shown['title'], shown['place']), ('Their title', 'Their place'))

    def test_what_is_saved_beside_another_program_survives_a_kill(self):
        """The other one closes the store when it has written, and would delete the log if it took itself for the last."""
        program = self.start_on_sample()
        program.press('Down', 'Up')
        program.find(name=TITLE)
        uuid = self.list('engagements', '--sort=-date', '--limit=1')[0]['uuid']
        self.change_record(uuid, place='Their place')
        program.find(name='Their place')
        program.press('ctrl+e')
        program.wait_window('Edit engagement')
        self.fill(program, 'Summary', 'My summary')
        program.press('ctrl+s')
        program.find(name='My summary')
        program.kill()
        shown = self.show(uuid)
        self.assertEqual((shown['place'], shown.get('summary')), ('Their place', 'My summary'))
        self.run_liaison('check')

    def test_a_store_that_is_replaced(self):
        """Nothing is saved into a file that nobody could open any more, and nothing that was entered is lost."""
        program = self.start_on_sample()
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.fill(program, 'Title', 'A call of importance')
        other = self.store.with_name('other.liaison')
        shutil.copy(self.store, other)
        other.replace(self.store)
        program.find(name='The store was replaced')
        program.wait_focus('button', 'Close')
        program.press('Return')
        program.wait_window('New engagement')
        program.press('ctrl+s')
        program.find(name='.*was replaced or taken away by another program.*')
        self.assertEqual(program.find('text box', 'Title').text, 'A call of importance')
        program.kill()
        self.assertEqual(len(self.list('engagements')), 90)


if __name__ == '__main__':
    tap.main()
