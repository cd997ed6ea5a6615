#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the search of the desktop asks of the program over the bus, as the overview of GNOME does."""

import configparser
import hashlib
import os
import pathlib
import subprocess
import sys

from gi.repository import GLib

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                                       # noqa: E402
from desktop import Desktop                                      # noqa: E402
from driver import DEADLINE, Program, wait_for                   # noqa: E402
from sample_window import LIAISON, SampleWindowTest              # noqa: E402

ID = 'io.github.liaison_app.Liaison'
BUILT = pathlib.Path(os.environ['GSETTINGS_SCHEMA_DIR'])      # the data/ of the build folder


class DesktopSearchTest(SampleWindowTest):
    def setUp(self):
        super().setUp()
        self.desktop = Desktop(ID)
        told = configparser.ConfigParser()
        told.read(BUILT / f'{ID}.search-provider.ini')
        self.provider = told['Shell Search Provider']

    def start_service(self):
        """The program as the bus starts it, without a window."""
        service = subprocess.Popen([LIAISON, '--gapplication-service'], env={**os.environ, **self.environment})
        self.addCleanup(service.wait, DEADLINE)
        wait_for('the program on the bus', self.desktop.is_running)
        return service

    def ask(self, method, signature, *arguments):
        return self.desktop.ask(self.provider['BusName'], self.provider['ObjectPath'], 'org.gnome.Shell.SearchProvider2', method,
                                GLib.Variant(signature, arguments))

    def remember_sample(self):
        """Leaves the sample as the store that was opened last."""
        self.start_on_sample().close()

    def search(self, *terms):
        ids, = self.ask('GetInitialResultSet', '(as)', terms)
        metas, = self.ask('GetResultMetas', '(as)', ids)
        self.assertEqual([meta['id'] for meta in metas], ids)
        return metas

    def test_finds_and_opens(self):
        self.remember_sample()
        before = hashlib.sha256(self.store.read_bytes()).digest()
        service = self.start_service()

        metas = self.search('Kuleba')
        self.assertEqual(metas[0]['name'], 'Dmytro Kuleba')
        self.assertIn('Minister for Foreign Affairs of Ukraine', metas[0]['description'])
        contact = metas[0]['id']
        self.assertEqual(contact, self.list('contacts', 'Kuleba')[0]['uuid'])
        engagements = [meta['id'] for meta in metas[1:]]
        known = [line['uuid'] for line in self.list('engagements', 'Kuleba')]
        self.assertTrue(engagements)
        self.assertLessEqual(set(engagements), set(known))
        for meta in metas:
            self.assertTrue(meta['name'] and meta['icon'], meta)

        narrowed, = self.ask('GetSubsearchResultSet', '(asas)', [contact], ['Kuleba', 'Blinken'])
        self.assertNotIn(contact, narrowed)
        self.assertTrue(narrowed)
        self.assertEqual(self.search('zzzz'), [])
        self.assertEqual(self.ask('GetResultMetas', '(as)', ['nothing'])[0], [])
        # Nothing was written.
        self.assertEqual(hashlib.sha256(self.store.read_bytes()).digest(), before)

        self.ask('ActivateResult', '(sasu)', contact, ['Kuleba'], 0)
        program = Program.of_process(service)
        self.addCleanup(program.close)
        program.wait_window('Contacts.*')
        program.find('label', 'Dmytro Kuleba')
        self.ask('LaunchSearch', '(asu)', ['with:Kuleba', 'form:phone-call'], 0)
        program.wait_window('Engagements.*')
        program.find(name='1 engagement')

    def test_leaves_out_what_is_confidential(self):
        self.make_sample()
        uuid = self.list('contacts', 'Kuleba')[0]['uuid']
        self.change_record(uuid, sensitivity='confidential')
        self.assertEqual(self.show(uuid)['sensitivity'], 'confidential')
        program = self.start(str(self.store))
        program.find(name='87 engagements · 90 records')
        self.assertNotIn(uuid, [meta['id'] for meta in self.search('Kuleba')])

    def test_without_a_store(self):
        self.start_service()
        self.assertEqual(self.search('Kuleba'), [])


if __name__ == '__main__':
    tap.main()
