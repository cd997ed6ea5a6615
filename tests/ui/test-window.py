#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a newcomer meets it: first start, lists, details, search."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402


class WindowTest(SampleWindowTest):
    def test_first_start(self):
        program = self.start()
        program.find(name='Welcome to Liaison')
        program.click(program.find('button', '.*Look at the sample'))
        program.find(name='87 engagements · 90 records')
        program.close()

        again = self.start()
        again.find(name='87 engagements · 90 records')

    def test_what_is_no_store(self):
        self.make_sample()
        sample = self.store.read_bytes()
        newer = bytearray(sample)
        newer[60:64] = (99).to_bytes(4, 'big')
        for content, title, reason in ((b'hello', 'This is not a Liaison store', '.*left untouched.*'),
                                       (sample[:len(sample) // 2], 'This store is damaged', '.*backup copy.*'),
                                       (newer, 'This store was written by a newer Liaison', '.*Update Liaison.*'),
                                       (None, 'This store is not there', '.*No such file.*')):
            self.store.unlink()
            if content is not None:
                self.store.write_bytes(content)
            program = self.start(str(self.store))
            program.find('label', title)
            program.find('label', reason)
            program.wait_focus('button', 'Try again')
            program.close()
            if content is not None:
                self.assertEqual(self.store.read_bytes(), bytes(content))

    def test_open_an_engagement(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('rinkevics')
        program.find(name='1 engagement')
        program.press('Return')
        program.press('Down')
        program.find(name='.*Foreign Minister Rinkēvičs.*')
        program.find(name='.*Minister of Foreign Affairs of Latvia.*')
        program.find(name='.*30 November 2021.*')

    def test_search(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('zelenski')
        found = self.list('engagements', 'zelenski', 'is:counted')
        self.assertGreaterEqual(len(found), 5)
        program.find(name=f'{len(found)} engagements?.*')
        program.find('list', 'Suggestions')
        program.press('Escape')
        program.wait_gone('list', 'Suggestions')
        program.press('Escape')
        program.find(name='87 engagements · 90 records')
        program.type('nobody-of-this-name')
        program.find(name='Nothing matches.*')

    def test_a_mistake_is_told(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('foo:bar')
        program.find(name='.*“foo:” is no key.*')

    def test_places(self):
        program = self.start_on_sample()
        for place in ('Contacts', 'Organisations', 'Overview', 'Charts', 'Engagements'):
            program.click(program.find('list item', place))
            wait_for(f'the place {place}', lambda: program.root.has_one('window', f'{place} – .*'))

    def test_places_by_keys(self):
        program = self.start_on_sample()
        program.press('alt+2')
        program.find(name='86 contacts')
        program.press('alt+4')
        program.find('window', 'Charts – .*')
        wait_for('the focus in the charts', lambda: program.focused and program.focused.role not in ('window', 'row'))
        program.press('alt+2')
        program.find(name='86 contacts')
        program.press('Down')
        program.find('button', 'Edit')
        program.click(program.find('list item', 'Contacts'))
        program.wait_focus('list item', 'Contacts')
        program.press('Down')
        program.wait_focus('list item', 'Organisations')
        program.press('Return')
        program.find(name='\\d+ organisations')
        # The places are one stop and the searches another; back comes where one was.
        program.press('Tab')
        program.wait_focus('list item', 'Last 30 days, .*')
        program.press('Tab')
        program.wait_focused('the focus to leave the sidebar', lambda node: node.role != 'list item')
        program.press('shift+Tab')
        program.wait_focus('list item', 'Last 30 days, .*')
        program.press('shift+Tab')
        program.wait_focus('list item', 'Organisations')


if __name__ == '__main__':
    tap.main()
