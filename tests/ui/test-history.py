#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was, by real keys: the last actions, the values that a record had, and what has been deleted."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402


class HistoryTest(SampleWindowTest):
    def start_on_first(self):
        """The sample with its newest engagement open beside the list."""
        program = self.start_on_sample()
        self.open_first(program, 'Blinken and Stoltenberg speak after the NATO-Russia Council')
        return program, self.list('engagements', '--sort=-date', '--limit=1')[0]['uuid']

    def open_first(self, program, title):
        program.press('Down', 'Up')
        program.find(name=title)

    def strip_times(self, shown):
        """Without when it was modified: what names the record again was, too."""
        if isinstance(shown, list):
            return [self.strip_times(item) for item in shown]
        if isinstance(shown, dict):
            return {key: self.strip_times(value) for key, value in shown.items() if key != 'modified'}
        return shown

    def press_button(self, program, name):
        program.click(program.find('button', name))

    def wait_buttons(self, program, name, n):
        """Waits until there are so many of that name, and returns them from the top down."""
        def find():
            buttons = program.find_all('button', name)
            return buttons if len(buttons) == n else None
        return sorted(wait_for(f'{n} buttons named “{name}”', find), key=lambda button: button.extents[1])

    def test_last_actions(self):
        program, _ = self.start_on_first()
        program.press('Delete')
        program.find(name='Deleted call with .*')
        wait_for('one engagement less', lambda: len(self.list('engagements')) == 89)
        program.press('Down')
        program.find('button', 'History')
        program.press('Delete')
        wait_for('two engagements less', lambda: len(self.list('engagements')) == 88)
        program.press('ctrl+alt+z')
        program.wait_window('Last actions')
        # The older one takes the newer one with it.
        program.find('button', 'Undo back to “Delete call with .*”')
        program.click(self.wait_buttons(program, 'Undo back to .*', 2)[-1])
        wait_for('both to be back', lambda: len(self.list('engagements')) == 90)
        # By the keyboard: the focus stays where it was, on the older one.
        program.click(self.wait_buttons(program, 'Redo up to .*', 2)[-1])
        wait_for('the older one to be done again', lambda: len(self.list('engagements')) == 89)
        program.press('Escape')
        program.wait_window('.*sample.*')

    def test_value_is_restored(self):
        self.make_sample()
        uuid = self.list('engagements', '--sort=-date', '--limit=1')[0]['uuid']
        self.change_record(uuid, place='Nowhere', title='Another title')
        program = self.start(str(self.store))
        program.find(name='87 engagements · 90 records')
        self.open_first(program, 'Another title')
        program.press('ctrl+h')
        program.wait_window('History of .*')
        program.find(name='Place: “Nowhere”, was empty')
        self.press_button(program, 'Restore Title: .*')
        wait_for('the title alone', lambda: self.show(uuid)['title'] != 'Another title')
        self.assertEqual(self.show(uuid)['place'], 'Nowhere')
        program.find(name='Restore Title of .*, .*')
        # The whole: as the sample had it, which is the oldest action.
        program.click(self.wait_buttons(program, 'Return to how it was after .*', 2)[-1])
        wait_for('the place', lambda: not self.show(uuid).get('place'))
        program.press('Escape')
        program.wait_window('.*sample.*')
        program.press('ctrl+z')
        wait_for('the place that was taken back', lambda: self.show(uuid).get('place') == 'Nowhere')

    def quit_from(self, key, title):
        """From a window over the main one, which has nothing to ask."""
        program = self.start_at('contacts')
        program.find('row', '.*')
        program.press('Home')
        program.wait_focus('row', '.*')
        program.press(key)
        program.wait_window(title)
        program.press('ctrl+q')
        wait_for('the program to end', lambda: program.process.poll() is not None)
        self.assertEqual(program.process.returncode, 0)

    def test_quitting_from_the_history(self):
        self.quit_from('ctrl+h', 'History of .*')

    def test_quitting_from_a_merge(self):
        self.quit_from('ctrl+m', 'Merge')

    def test_deleted_is_restored(self):
        program, uuid = self.start_on_first()
        before = self.show(uuid)
        program.press('Delete')
        wait_for('one engagement less', lambda: len(self.list('engagements')) == 89)
        self.assertNotIn(uuid, [record['uuid'] for record in self.list('engagements')])
        self.open_quick_find(program)
        program.type('Deleted records')
        program.find(name='Deleted records.*')
        program.press('Return')
        program.wait_window('Deleted records')
        self.press_button(program, 'Restore .*')
        program.find(name='Nothing has been deleted')
        after = self.show(uuid)
        self.assertEqual(self.strip_times(after), self.strip_times(before))
        program.press('Escape')
        program.find(name='87 engagements · 90 records')


if __name__ == '__main__':
    tap.main()
