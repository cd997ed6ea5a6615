#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The place “Follow-ups” by real keys: what is overdue, ticking, taking back, and the way to the engagement."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

# On 2022-01-14, the day of the tests.
FOLLOW_UPS = [
    ('00000000-0000-4000-8000-000000000001', 'Send the paper', '2022-01-10', 'needs-action'),
    ('00000000-0000-4000-8000-000000000002', 'Ask the embassy', '2022-01', 'in-progress'),
    ('00000000-0000-4000-8000-000000000003', 'Say thanks', '', 'needs-action'),
    ('00000000-0000-4000-8000-000000000004', 'Book the room', '2022-01-05', 'done'),
]


class FollowUpsTest(SampleWindowTest):
    def make_sample(self):
        super().make_sample()
        engagement = self.list('engagements', 'with:Kuleba')[0]
        owner = self.list('contacts', 'Blinken')[0]
        records = []
        for uuid, text, due, status in FOLLOW_UPS:
            record = {'record': 'follow_up', 'uuid': uuid, 'engagement': engagement['uuid'], 'text': text, 'status': status}
            if due:
                record.update(due=due, owner=owner['uuid'])
            records.append(record)
        self.import_records(records)
        self.engagement = engagement

    def status(self, number):
        return self.show(FOLLOW_UPS[number][0])['status']

    def open_place(self):
        program = self.start_on_sample()
        program.find('list item', 'Follow-ups, 1 overdue')
        program.press('alt+6')
        program.find('list item', 'Send the paper, overdue since 10 Jan 2022, Antony J. Blinken, .*')
        return program

    def test_listed_and_opened(self):
        program = self.open_place()
        for head in ('Overdue', 'Due', 'Without a date'):
            program.find(name=head)
        program.find('list item', 'Ask the embassy, due Jan 2022, Antony J. Blinken, .*')
        program.find(name='In progress')
        program.find(name='Open · 3')
        # Enter opens the engagement that it comes from.
        program.wait_focus('list item', 'Send the paper.*')
        program.press('Down')
        program.wait_focus('list item', 'Ask the embassy.*')
        program.press('Return')
        program.wait_window('Engagements.*')
        program.find(name=self.engagement['title'])
        program.find('button', 'Edit')
        program.press('alt+Left')
        program.find('list item', 'Ask the embassy.*')

    def test_ticked_and_taken_back(self):
        program = self.open_place()
        program.wait_focus('list item', 'Send the paper.*')
        program.press('Tab')
        program.wait_focus(name='Done: Send the paper')
        program.press('space')
        program.find('label', 'Done: Send the paper')
        program.find(name='Open · 2')
        # One goes on with the next one.
        program.wait_focus(name='Done: Ask the embassy')
        program.find('list item', 'Follow-ups')
        self.assertEqual(self.status(0), 'done')
        program.press('space')
        program.find(name='Open · 1')
        program.press('ctrl+z')
        program.find(name='Open · 2')
        self.assertEqual(self.status(1), 'in-progress')
        program.press('ctrl+z')
        program.find(name='Open · 3')
        self.assertEqual(self.status(0), 'needs-action')

    def test_taken_up_again(self):
        program = self.open_place()
        program.click(program.find(name='Done · 1'))
        program.find('list item', 'Book the room.*')
        program.click(program.find(name='Done: Book the room'))
        program.find(name='Nothing is done yet')
        wait_for('it to be open', lambda: self.status(3) == 'needs-action')
        # Where nothing is left in the list, the keys go on from what is listed.
        program.wait_focus(name='Open · 4')


if __name__ == '__main__':
    tap.main()
