#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Liaison as people install it: built from the manifest as it is, updated, run, given files, bundled and removed.

Flathub's runtime is stood in for (standin.py).  The steps follow each other in one home and one session; how long each took stands
in the table at the end.  Logs and pictures are left in the folder of the build.
"""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
UI = HERE.parent / 'ui'
sys.path[:0] = [str(HERE), str(HERE.parent), str(UI)]
import tap                                                                # noqa: E402
from desktop import Desktop                                               # noqa: E402
from driver import wait_for                                               # noqa: E402
from installation import Installation                                     # noqa: E402
from older import OlderVersion                                            # noqa: E402
from program import InstalledProgram                                      # noqa: E402
from readme import Readme                                                 # noqa: E402
from session import OUTPUT, WORK, in_session                              # noqa: E402
from standin import Standin                                               # noqa: E402

FLATHUB = 'https://dl.flathub.org/repo/flathub.flatpakrepo'
ID = 'io.github.liaison_app.Liaison'
MANIFEST = SOURCE / f'flatpak/{ID}.json'
# Without these there is nothing to go on with.
NEEDED = ('test_stand_in', 'test_older_version', 'test_use_of_the_older_version', 'test_build_over_the_older_version')
# The tests of the window that need no pointer: GTK 4.18 does not tell where a widget is.
WINDOW_TESTS = {
    'copies': ('CopiesTest.test_closing_asks', 'CopiesTest.test_conflict', 'CopiesTest.test_save_back'),
    'window': ('WindowTest.test_a_mistake_is_told', 'WindowTest.test_first_start', 'WindowTest.test_open_an_engagement',
               'WindowTest.test_search'),
}
SAMPLE = '87 engagements · 90 records'


def read_manifest():
    return json.loads(MANIFEST.read_text(encoding='utf-8'))


class FlatpakTest(unittest.TestCase):
    times = []
    failed = None       # the step that the others need

    @classmethod
    def setUpClass(cls):
        cls.cache = pathlib.Path(os.environ['LIAISON_FLATPAK_CACHE'])
        cls.standin = Standin(read_manifest(), cls.cache)
        cls.installation = Installation(WORK / 'first', ID)
        cls.documents = cls.installation.home / 'Documents'
        cls.readme = Readme(SOURCE / 'README.md', {
            FLATHUB: f'file://{cls.standin.address}', 'liaison.flatpak': OUTPUT / 'liaison.flatpak', '_flatpak': WORK / 'built', 'flatpak/': f'{SOURCE}/flatpak/',
            'FOLDER': cls.documents / 'granted'})

    @classmethod
    def tearDownClass(cls):
        print('#\n# What the steps took:')
        for name, seconds in cls.times:
            print(f'# {seconds:7.1f} s  {name}')
        print(f'# {sum(seconds for _, seconds in cls.times):7.1f} s  together', flush=True)

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if self._testMethodName in NEEDED and len(result.failures) + len(result.errors) > before:
            FlatpakTest.failed = self.failed or self._testMethodName

    def setUp(self):
        if self.failed:
            self.skipTest(f'{self.failed} has failed')
        self.begin = time.monotonic()

    def tearDown(self):
        if not self.failed:
            self.times.append((self._testMethodName.removeprefix('test_').replace('_', ' '), time.monotonic() - self.begin))

    # Building

    def build(self, command, log):
        """Runs the README's command in the stand-in's newer Debian."""
        state = WORK / 'state'
        state.mkdir(exist_ok=True)
        if not (state / 'ccache').exists():
            (self.cache / 'ccache').mkdir(exist_ok=True)
            (state / 'ccache').symlink_to(self.cache / 'ccache')
        options = ['--ccache', '--disable-cache', '--disable-rofiles-fuse', f'--state-dir={state}']
        with open(OUTPUT / log, 'w', encoding='utf-8') as output:
            done = self.standin.in_builder('dbus-run-session', '--', command[0], *options, *command[1:],
                                           folders=(WORK, self.cache, SOURCE, '/run/user'), env=self.installation.environment,
                                           check=False, stdout=output, stderr=subprocess.STDOUT)
        text = (OUTPUT / log).read_text(encoding='utf-8')
        self.assertEqual(done.returncode, 0, text[-4000:])
        return text

    def test_stand_in(self):
        self.standin.make()
        self.installation.make()

    def test_older_version(self):
        self.installation.run(*self.readme.take('flatpak', 'remote-add'))
        FlatpakTest.build_command = self.readme.take('flatpak-builder')
        older = OlderVersion(WORK / 'older')
        manifest = older.write_manifest()
        self.build([*self.build_command[:-1], manifest], 'older-version.log')
        FlatpakTest.older_commit = self.installation.read_flatpak('info', '--show-commit', ID)
        self.assertIn(older.GREETING, self.installation.liaison('--help', environment={'LC_ALL': 'de_DE.UTF-8'}))

    def test_use_of_the_older_version(self):
        program = FlatpakTest.program = InstalledProgram(self.installation)
        program.find(name='Welcome to Liaison')
        program.press_button('.*Look at the sample')
        program.find(name=SAMPLE)
        program.add_contact('Oksana', 'Before')

    def test_build_over_the_older_version(self):
        """While the older one has a store open."""
        log = self.build(self.build_command, 'build.log')
        self.assertNotRegex(log, r'(?i)unknown property|warning: .*\[-W')
        self.assertRegex(log, r'Run-time dependency gtk4 found: YES 4\.18')
        results = dict(re.findall(r'^(Ok|Fail|Timeout|Skipped): +(\d+)', log, re.MULTILINE))
        self.assertGreater(int(results['Ok']), 40)
        self.assertEqual((results['Fail'], results['Timeout']), ('0', '0'))
        self.assertNotEqual(self.installation.read_flatpak('info', '--show-commit', ID), self.older_commit)

    def test_nothing_is_lost_by_the_update(self):
        # The older program still runs, and writes what was begun in it.
        self.program.add_contact('Olena', 'During')
        self.program.leave()
        program = InstalledProgram(self.installation)
        self.addCleanup(program.close)
        program.find(name=SAMPLE)
        self.assertEqual(self.list_names(), ['Oksana Before', 'Olena During'])
        program.press('ctrl+z')
        program.find(name='Undone: .*Olena During')
        wait_for('the edit of the older version to be undone', lambda: self.list_names() == ['Oksana Before'])
        self.installation.liaison('check', f'--store={self.installation.data}/sample.liaison')

    def list_names(self):
        """The contacts that were added here."""
        names = []
        for word in ('Before', 'During'):
            answer = self.installation.liaison('list', 'contacts', word, '--format=json',
                                               f'--store={self.installation.data}/sample.liaison')
            names += [contact['name'] for contact in json.loads(answer)]
        return names

    # What is installed

    def test_files(self):
        files = self.installation.flatpaks / f'app/{ID}/current/active/files'
        exports = self.installation.exports
        entry = (exports / f'applications/{ID}.desktop').read_text(encoding='utf-8')
        self.assertEqual(len(re.findall(r'^Exec=\S*flatpak run .*--command=liaison', entry, re.MULTILINE)), 3, entry)
        for path in ('icons/hicolor/scalable/apps/{}.svg', 'icons/hicolor/symbolic/apps/{}-symbolic.svg',
                     'icons/hicolor/scalable/mimetypes/{}-store.svg', 'mime/packages/{}.xml', 'dbus-1/services/{}.service'):
            self.assertTrue((exports / path.format(ID)).exists(), path)
        self.assertIn(f'{ID}-store', (exports / f'mime/packages/{ID}.xml').read_text(encoding='utf-8'))
        self.assertTrue((files / f'share/licenses/{ID}/COPYING').exists())
        development = [path for path in files.rglob('*') if path.suffix in ('.h', '.pc', '.a', '.la')]
        self.assertEqual(development, [])
        self.standin.in_builder('desktop-file-validate', exports / f'applications/{ID}.desktop', folders=[WORK])
        self.standin.in_builder('appstreamcli', 'validate', '--no-net', '--pedantic', '--strict',
                                files / f'share/metainfo/{ID}.metainfo.xml',
                                folders=[WORK], stdout=subprocess.DEVNULL)

    def test_sandbox(self):
        permissions = self.installation.read_flatpak('info', '--show-permissions', ID)
        # Where X11 is the fallback, it is itself listed as well.
        self.assertEqual(permissions.replace('=x11;', '='), '[Context]\nshared=ipc;\nsockets=wayland;fallback-x11;\ndevices=dri;')
        (self.installation.home / 'secret').write_text('x', encoding='utf-8')
        seen = self.installation.in_sandbox('sh', '-c', f'ls {self.installation.home}/secret 2>&1; tail -n +3 /proc/net/dev | cut -d: -f1')
        self.assertIn('No such file', seen)
        self.assertEqual(seen.split()[-1], 'lo')
        self.assertNotIn('not found', self.installation.in_sandbox('ldd', '/app/bin/liaison'))

    def test_translations(self):
        store = f'--store={self.installation.data}/sample.liaison'
        german = self.installation.liaison('count', '--by=country', store, environment={'LC_ALL': 'de_DE.UTF-8'})
        self.assertIn('Deutschland', german)
        self.assertIn('Germany', self.installation.liaison('count', '--by=country', store))

    # The window

    def test_light_and_dark(self):
        for name, theme in (('light', 'Adwaita'), ('dark', 'Adwaita:dark')):
            program = InstalledProgram(self.installation, environment={'GTK_THEME': theme})
            # The second start shows what the first one ended with.
            program.find(name=r'\d+ engagements · \d+ records')
            program.press('ctrl+f')
            program.type('by:blinken')
            program.find(name=r'\d+ engagements · \d+ records')
            program.press('Return', 'Down')
            program.find(name='Secretary of State')
            program.shoot(OUTPUT / f'installed-{name}.png')
            program.close()

    def test_activation(self):
        desktop = Desktop(ID)
        desktop.activate_action('new-engagement')
        program = InstalledProgram.of_process(desktop.get_process())
        program.wait_window('New engagement')
        program.press('Escape')
        program.wait_window('Engagements.*')
        desktop.activate_action('new-contact')
        program.wait_window('New contact')
        program.press('Escape')
        program.wait_window('Engagements.*')
        program.close()

    def test_document_portal(self):
        """A file that the file manager hands over is edited in a copy, and saved back through the portal."""
        if not os.access('/dev/fuse', os.W_OK):
            self.skipTest('/dev/fuse is not there, which the document portal needs')
        self.documents.mkdir()
        store = self.documents / 'desk.liaison'
        shutil.copy(self.installation.data / 'sample.liaison', store)
        before = store.read_bytes()

        desktop = Desktop(ID)
        self.installation.run('gio', 'launch', self.installation.exports / f'applications/{ID}.desktop', store)
        program = InstalledProgram.of_process(desktop.get_process())
        program.find(name='You edit a copy of desk.liaison, .*')
        program.add_contact('Maria', 'Portal')
        program.find(name='.*your changes are not in the file yet.*')
        self.assertEqual(store.read_bytes(), before)
        program.press('ctrl+s')
        program.find(name='Saved to desk.liaison')
        program.shoot(OUTPUT / 'installed-portal.png')
        program.close()

        names = subprocess.run([os.environ['LIAISON'], 'list', 'contacts', 'Portal', f'--store={store}'], check=True,
                               capture_output=True, text=True).stdout
        self.assertIn('Maria Portal', names)

    def test_granted_folder(self):
        """Where a folder is granted, stores in it are edited in place."""
        folder = self.documents / 'granted'
        folder.mkdir(parents=True)
        store = folder / 'desk.liaison'
        shutil.copy(self.installation.data / 'sample.liaison', store)
        self.installation.run(*self.readme.take('flatpak', 'override'))
        program = InstalledProgram(self.installation, str(store))
        program.find(name=SAMPLE)
        program.add_contact('Maria', 'Granted')
        program.close()
        self.assertIn('Maria Granted', self.installation.liaison('list', 'contacts', 'Granted', f'--store={store}'))

    def test_window_on_the_newer_gtk(self):
        """The tests of the window, on what was built, with the runtime's GTK and without the sandbox."""
        program = self.write_wrapper()
        environment = {**os.environ, 'LIAISON': program, 'TMPDIR': '/tmp', 'GSETTINGS_SCHEMA_DIR': '/app/share/glib-2.0/schemas',
                       'G_DEBUG': 'fatal-warnings', 'LC_ALL': 'C.UTF-8', 'LIAISON_TODAY': '2022-01-14', 'TZ': 'UTC'}
        for name, tests in WINDOW_TESTS.items():
            with self.subTest(name=name):
                done = subprocess.run(['sh', UI / 'run-ui.sh', sys.executable, UI / f'test-{name}.py', *tests],
                                      capture_output=True, text=True, check=False, env=environment)
                (OUTPUT / f'window-{name}.log').write_text(done.stdout + done.stderr, encoding='utf-8')
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertRegex(done.stdout, r'(?m)^ok ')

    def write_wrapper(self):
        root = WORK / 'root'
        for name in ('app', 'dev', 'old', 'proc', 'run', 'sys', 'tmp', 'usr', 'var/tmp'):
            (root / name).mkdir(parents=True)
        for name, target in (('bin', 'usr/bin'), ('sbin', 'usr/sbin'), ('lib', 'usr/lib'), ('lib64', 'usr/lib64'), ('etc', 'usr/etc')):
            (root / name).symlink_to(target)
        runtime = self.installation.flatpaks / f'runtime/{self.standin.ids["platform"]}/x86_64/{self.standin.branch}/active/files'
        program = self.installation.flatpaks / f'app/{ID}/current/active/files'
        wrapper = WORK / 'liaison'
        enter = shlex.join(['sh', f'{HERE}/enter-root.sh', str(root), '/tmp', f'{runtime.resolve()}:/usr', f'{program.resolve()}:/app', '--'])
        wrapper.write_text(f'#!/bin/sh\nexport XDG_DATA_DIRS=/app/share:/usr/share\nexec {enter} /app/bin/liaison "$@"\n', encoding='utf-8')
        wrapper.chmod(0o755)
        return str(wrapper)

    # Handing it on, and taking it away

    def test_bundle(self):
        self.installation.run(*self.readme.take('flatpak', 'build-bundle'))
        other = Installation(WORK / 'second', ID)
        other.make()
        other.run(*self.readme.take('flatpak', 'install'), stdout=subprocess.DEVNULL)
        program = InstalledProgram(other)
        program.find(name='Welcome to Liaison')
        program.close()
        store = f'--store={other.kept}/data/desk.liaison'
        other.liaison('sample', store)
        self.assertIn('Kuleba', other.liaison('list', 'engagements', 'with:Kuleba', store))

    def test_removal(self):
        exported = list(self.installation.exports.rglob(f'{ID}*'))
        self.assertGreater(len(exported), 6)
        self.installation.run(*self.readme.take('flatpak', 'uninstall'), stdout=subprocess.DEVNULL)
        self.assertEqual(list(self.installation.exports.rglob(f'{ID}*')), [])
        self.assertTrue((self.installation.data / 'sample.liaison').exists())

        # It comes back with the stores, and goes for good where that is asked for.
        self.installation.run(*self.readme.adapt(['flatpak', 'install', '--user', 'liaison.flatpak']), stdout=subprocess.DEVNULL)
        self.assertEqual(self.list_names(), ['Oksana Before'])
        self.installation.run(*self.readme.take('flatpak', 'uninstall'), stdout=subprocess.DEVNULL)
        self.assertFalse(self.installation.kept.exists())
        self.assertEqual(self.installation.read_flatpak('list', '--app', '--columns=ref'), '')

    def test_readme_was_run(self):
        self.assertEqual(self.readme.take('flatpak', 'run'), InstalledProgram.get_command(ID))
        self.assertEqual(self.readme.left, [])


def load_tests(_loader, _tests, _pattern):
    """In the order in which they stand here."""
    return unittest.TestSuite(FlatpakTest(name) for name in FlatpakTest.__dict__ if name.startswith('test_'))


if __name__ == '__main__':
    in_session(tap.main)
