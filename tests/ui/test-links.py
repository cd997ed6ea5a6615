#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Links to records, as other programs hand them over."""

import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                                       # noqa: E402
from driver import wait_for                                      # noqa: E402
from sample_window import LIAISON, SampleWindowTest              # noqa: E402


class LinksTest(SampleWindowTest):
    def open(self, link):
        """A second program hands what it is given to the first."""
        subprocess.run([LIAISON, link], check=True)

    def get_uuid(self, entity, *query):
        return self.list(entity, *query)[0]['uuid']

    def test_leads_to_the_page_of_a_record(self):
        program = self.start_on_sample()
        self.open(f'liaison:{self.get_uuid("contacts", "Kuleba")}')
        program.wait_window('Contacts.*')
        program.find('label', 'Dmytro Kuleba')
        self.open(f'LIAISON:///{self.get_uuid("engagements", "with:Kuleba", "form:meeting").upper()}')
        program.wait_window('Engagements.*')
        program.find('label', 'Donfried meets Kuleba in Kyiv')

    def test_starts_on_the_last_store(self):
        program = self.start_on_sample()
        link = f'liaison:{self.get_uuid("contacts", "Kuleba")}'
        program.close()
        program = self.start(link)
        program.wait_window('Contacts.*')
        program.find('label', 'Dmytro Kuleba')

    def test_tells_what_it_cannot_open(self):
        program = self.start()
        program.find(name='Welcome to Liaison')
        self.open('liaison:017e0003-0000-7000-8000-000000000000')
        program.find(name='Open the store that holds the record, then the link once more.')
        program.close()

        program = self.start_on_sample()
        self.open('liaison:017e0003-0000-7000-8000-000000000000')
        program.find(name='There is no record with the UUID “017e0003-0000-7000-8000-000000000000”.')
        self.open('liaison:../sample.liaison')
        program.find(name='This is not a link to a record: it holds no UUID.')
        program.wait_window('Engagements.*')

    def test_is_copied(self):
        program = self.start_on_sample()
        self.open(f'liaison:{self.get_uuid("contacts", "Kuleba")}')
        program.find('label', 'Dmytro Kuleba')
        program.click(program.find('button', 'Copy link'))
        program.find(name='Copied the link to this record')
        program.press('ctrl+f')
        search = program.wait_focus('search box', 'Search')
        program.press('ctrl+v')
        wait_for('the link in the search', lambda: search.text == f'liaison:{self.get_uuid("contacts", "Kuleba")}')


if __name__ == '__main__':
    tap.main()
