#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was, by real keys: the last actions, the values that a record had, and what has been deleted."""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import LIAISON, SampleWindowTest   # noqa: E402


class HistoryTest(SampleWindowTest):
    def change(self, uuid, **fields):
        """A record changed from outside, as another action."""
        exported = pathlib.Path(self.folder.name, 'all.json')
        subprocess.run([LIAISON, 'export', f'--output={exported}', f'--store={self.store}'], check=True, capture_output=True)
        line = next(line for line in map(json.loads, exported.read_text().splitlines()) if line.get('uuid') == uuid)
        line.update(fields)
        line.pop('modified', None)
        path = pathlib.Path(self.folder.name, 'change.json')
        path.write_text(json.dumps({'format': 'liaison-json', 'version': 1}) + '\n' + json.dumps(line) + '\n')
        subprocess.run([LIAISON, 'import', str(path), f'--store={self.store}'], check=True, capture_output=True)
        exported.unlink()

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
        buttons = program.find_all('button', 'Undo back to .*')
        self.assertEqual(len(buttons), 2)
        program.click(max(buttons, key=lambda button: button.extents[1]))
        program.find('button', 'Redo up to .*')
        wait_for('both to be back', lambda: len(self.list('engagements')) == 90)
        buttons = program.find_all('button', 'Redo up to .*')
        self.assertEqual(len(buttons), 2)
        # By the keyboard: the focus stays where it was, on the older one.
        program.click(max(buttons, key=lambda button: button.extents[1]))
        wait_for('the older one to be done again', lambda: len(self.list('engagements')) == 89)
        program.press('Escape')
        program.wait_window('.*sample.*')

    def test_value_is_restored(self):
        self.make_sample()
        uuid = self.list('engagements', '--sort=-date', '--limit=1')[0]['uuid']
        self.change(uuid, place='Nowhere', title='Another title')
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
        heads = program.find_all('button', 'Return to how it was after .*')
        program.click(max(heads, key=lambda button: button.extents[1]))
        wait_for('the place', lambda: not self.show(uuid).get('place'))
        program.press('Escape')
        program.wait_window('.*sample.*')
        program.press('ctrl+z')
        wait_for('the place that was taken back', lambda: self.show(uuid).get('place') == 'Nowhere')

    def test_deleted_is_restored(self):
        program, uuid = self.start_on_first()
        before = self.show(uuid)
        program.press('Delete')
        wait_for('one engagement less', lambda: len(self.list('engagements')) == 89)
        self.assertNotIn(uuid, [record['uuid'] for record in self.list('engagements')])
        program.press('ctrl+k')
        program.wait_window('.*')
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
