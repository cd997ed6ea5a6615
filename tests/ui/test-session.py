#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store is opened again with what was shown when it was closed, or with what the person prefers."""

import hashlib
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                                       # noqa: E402
from charts_window import ChartsWindowTest                       # noqa: E402
from driver import wait_for                                      # noqa: E402
from preferences_window import prefer                            # noqa: E402


class SessionTest(ChartsWindowTest):
    def restart(self, program):
        program.close()
        return self.start(str(self.store))

    def search(self, program, query):
        program.press('ctrl+f')
        program.wait_focus(name='Search.*')
        program.type(query)
        program.press('Return')

    def test_place_query_and_record(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Contacts'))
        program.wait_window('Contacts.*')
        self.search(program, 'Kuleba')
        program.find(name='1 contact')
        program.press('Down')
        program.find('label', 'Minister for Foreign Affairs of Ukraine.*')

        program = self.restart(program)
        program.wait_window('Contacts.*')
        program.find(name='1 contact')
        program.find('label', 'Minister for Foreign Affairs of Ukraine.*')
        self.assertEqual(program.find('search box').text, 'Kuleba')

    def test_what_was_typed_last(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.wait_focus(name='Search.*')
        program.type('by:Blinken')
        program = self.restart(program)
        wait_for('the search', lambda: program.find('search box').text == 'by:Blinken')

    def test_chart(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Charts'))
        self.choose_kind(program, 'calendar')
        program.find(name='On which days do we speak\\?')
        program = self.restart(program)
        program.wait_window('Charts.*')
        program.find(name='On which days do we speak\\?')
        program.click(program.find('list item', 'Overview'))
        program.wait_window('Overview.*')
        before = hashlib.sha256(self.store.read_bytes()).digest()
        program.close()
        # The store itself is not written for that.
        self.assertEqual(hashlib.sha256(self.store.read_bytes()).digest(), before)

    def test_each_store_has_its_own(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Follow-ups'))
        program.wait_window('Follow-ups.*')
        program.close()
        second = self.store.with_name('second.liaison')
        shutil.copy(self.store, second)
        program = self.start(str(second))
        program.wait_window('Engagements – second')
        program.click(program.find('list item', 'Organisations'))
        program.wait_window('Organisations.*')
        program.close()
        program = self.start(str(self.store))
        program.wait_window('Follow-ups – sample')
        program.close()
        self.start(str(second)).wait_window('Organisations – second')

    def test_what_is_kept_wrongly_is_ignored(self):
        program = self.start_on_sample()
        program.close()
        kept = self.settings_file.read_text(encoding='utf-8')
        line = next(line for line in kept.splitlines() if line.startswith('sessions='))
        for broken in (f"{{'{self.store}': {{'place': <'attic'>, 'query': <''>}}}}",
                       f"{{'{self.store}': {{'place': <'contacts'>, 'query': <7>}}}}",
                       f"{{'{self.store}': {{'place': <'engagements'>, 'query': <''>, 'kind': <'engagement'>, 'record': <'../../x'>, 'chart': <'pie'>}}}}",
                       '{'):
            self.settings_file.write_text(kept.replace(line, f'sessions={broken}'), encoding='utf-8')
            program = self.start(str(self.store))
            program.wait_window('Engagements – sample')
            program.find(name='87 engagements · 90 records')
            program.close()

    def test_what_a_person_prefers(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Contacts'))
        program.wait_window('Contacts.*')
        for place, found in ((1, '87 engagements · 90 records'), (2, '50 engagements.*'), (3, '31 engagements.*')):
            prefer(program, 'Begin with', place)
            program = self.restart(program)
            program.wait_window('Engagements – sample')
            program.find(name=found)


if __name__ == '__main__':
    tap.main()
