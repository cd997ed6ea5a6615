#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Liaison as a desktop starts it: by its entry, over D-Bus, and for a file that its type is known of."""

import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

from gi.repository import Gio

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from desktop import Desktop                           # noqa: E402
from driver import DEADLINE, Program, wait_for        # noqa: E402

ID = 'io.github.liaison_app.Liaison'
TYPE = 'application/vnd.liaison.store'
LIAISON = os.environ['LIAISON']
BUILT = pathlib.Path(os.environ['GSETTINGS_SCHEMA_DIR'])      # the data/ of the build folder
SOURCE = pathlib.Path(__file__).resolve().parents[2] / 'data'
DATA = pathlib.Path(os.environ['XDG_DATA_HOME'])
SETTINGS = pathlib.Path(os.environ['XDG_CONFIG_HOME'], 'glib-2.0/settings/keyfile')


def install():
    """Puts what a desktop reads into the folder of the user whom run-ui.sh makes, as an installation would."""
    for folder in ('applications', 'mime/packages'):
        (DATA / folder).mkdir(parents=True, exist_ok=True)
    shutil.copy(BUILT / f'{ID}.desktop', DATA / 'applications')
    shutil.copy(SOURCE / f'{ID}.mime.xml', DATA / f'mime/packages/{ID}.xml')
    subprocess.run(['update-desktop-database', DATA / 'applications'], check=True)
    subprocess.run(['update-mime-database', DATA / 'mime'], check=True)
    service = (BUILT / f'{ID}.service').read_text(encoding='utf-8')
    (DATA.parent / f'services/{ID}.service').write_text(
        ''.join(f'Exec={shlex.quote(LIAISON)} --gapplication-service\n' if line.startswith('Exec=') else line for line in service.splitlines(True)),
        encoding='utf-8')
    # An entry whose program is not in the PATH is none.
    os.environ['PATH'] = f'{pathlib.Path(LIAISON).parent}:{os.environ["PATH"]}'


class LaunchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        install()
        cls.desktop = Desktop(ID)

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.store = pathlib.Path(self.folder.name, 'sample.liaison')
        subprocess.run([LIAISON, 'sample', f'--store={self.store}'], check=True)
        SETTINGS.unlink(missing_ok=True)

    def attach(self):
        """The one program that has the name on the bus."""
        process = self.desktop.get_process()
        program = Program.of_process(process)
        self.addCleanup(process.wait, DEADLINE)
        self.addCleanup(program.close)
        return program

    def open_and_close(self):
        """Leaves a store that was opened last."""
        self.desktop.open(self.store)
        program = self.attach()
        program.find(name='87 engagements · 90 records')
        program.close()

    def count_windows(self, program):
        return len([window for window in program.root.children if window.role in ('window', 'frame') and window.has('visible')])

    def test_activate(self):
        self.desktop.activate()
        program = self.attach()
        program.find(name='Welcome to Liaison')
        self.desktop.activate()
        self.assertEqual(self.count_windows(program), 1)

    def test_open(self):
        self.desktop.open(self.store)
        program = self.attach()
        program.find(name='87 engagements · 90 records')
        self.desktop.open(self.store)
        self.assertEqual(self.count_windows(program), 1)

        second = self.store.with_name('second.liaison')
        shutil.copy(self.store, second)
        self.desktop.open(second)
        wait_for('a second window', lambda: self.count_windows(program) == 2)
        self.assertEqual(self.attach().process.pid, program.process.pid)

    def test_new_engagement_on_the_last_store(self):
        self.open_and_close()

        self.desktop.activate_action('new-engagement')
        program = self.attach()
        program.wait_window('New engagement')
        program.find('text box', 'Title')
        program.press('Escape')
        program.wait_window('Engagements.*')

    def test_new_contact_in_the_open_window(self):
        self.desktop.open(self.store)
        program = self.attach()
        program.find(name='87 engagements · 90 records')
        self.desktop.activate_action('new-contact')
        program.wait_window('New contact')
        program.press('Escape')
        program.wait_window('Engagements.*')
        self.assertEqual(self.count_windows(program), 1)

    def test_new_engagement_without_a_store(self):
        self.desktop.activate_action('new-engagement')
        program = self.attach()
        program.find(name='Welcome to Liaison')
        self.desktop.open(self.store)
        program.find(name='87 engagements · 90 records')
        self.assertEqual(self.count_windows(program), 1)

    def test_options_of_a_second_program(self):
        self.desktop.open(self.store)
        program = self.attach()
        program.find(name='87 engagements · 90 records')
        subprocess.run([LIAISON, '--new-contact'], check=True)
        program.wait_window('New contact')
        program.press('Escape')
        program.wait_window('Engagements.*')

    def test_options_of_the_first_program(self):
        self.open_and_close()

        program = Program(LIAISON, '--new-engagement')
        self.addCleanup(program.close)
        program.wait_window('New engagement')
        program.press('Escape')
        program.wait_window('Engagements.*')

    def test_actions_of_the_entry(self):
        entry = Gio.DesktopAppInfo.new(f'{ID}.desktop')
        offered = entry.list_actions()
        self.assertEqual(offered, ['new-engagement', 'new-contact'])
        self.desktop.activate()
        self.attach()
        known = self.desktop.list_actions()
        self.assertLessEqual(set(offered), set(known))

    def test_file_manager(self):
        subprocess.run(['gio', 'open', self.store], check=True)
        self.attach().find(name='87 engagements · 90 records')

    def test_type_of_a_store(self):
        def read_type(path):
            info = Gio.File.new_for_path(str(path)).query_info('standard::content-type,standard::icon', Gio.FileQueryInfoFlags.NONE)
            return info.get_content_type(), info.get_icon().get_names()

        content_type, icons = read_type(self.store)
        self.assertEqual(content_type, TYPE)
        self.assertEqual(icons[0], f'{ID}-store')
        self.assertTrue((SOURCE / f'icons/hicolor/scalable/mimetypes/{icons[0]}.svg').exists())

        # By what is in it where the name says nothing, and another database is none.
        nameless = self.store.with_name('store')
        shutil.copy(self.store, nameless)
        self.assertEqual(read_type(nameless)[0], TYPE)
        foreign = bytearray(self.store.read_bytes())
        foreign[68:72] = bytes(4)
        nameless.write_bytes(foreign)
        self.assertNotEqual(read_type(nameless)[0], TYPE)


if __name__ == '__main__':
    tap.main()
