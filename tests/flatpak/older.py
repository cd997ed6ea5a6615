# SPDX-License-Identifier: GPL-3.0-or-later
"""The version that an update replaces, out of the history of the sources, as a release of that time would have been."""

import pathlib
import subprocess
import sys

from standin import read, run

# The first version whose window could be used.  It stands for the last release until there is one.
FIRST = '9c707b5f176b'

CATALOGUE = '''msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: de\\n"

msgid "Usage:"
msgstr "{greeting}"
'''


SOURCE = pathlib.Path(__file__).resolve().parents[2]


def find_commit():
    """The last release before the present sources, else the first version."""
    done = subprocess.run(['git', '-C', str(SOURCE), 'describe', '--tags', '--abbrev=0', '--match=v*', 'HEAD^'],
                          capture_output=True, text=True, check=False)
    return done.stdout.strip() or FIRST


def has_history():
    return subprocess.run(['git', '-C', str(SOURCE), 'cat-file', '-e', f'{find_commit()}^{{commit}}'],
                          capture_output=True, check=False).returncode == 0


class OlderVersion:
    GREETING = 'Aufruf:'      # what a catalogue that only the test has makes of “Usage:”

    def __init__(self, folder):
        self.folder = folder

    def git(self, *words, **options):
        return read('git', '-C', self.folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', *words, **options).strip()

    def write_manifest(self):
        """Tags that version in a clone, adds a German catalogue, and lets pin-release.py make its manifest."""
        run('git', 'clone', '--quiet', '--no-checkout', f'file://{SOURCE}', self.folder)
        self.git('checkout', '--quiet', find_commit())
        (self.folder / 'po/de.po').write_text(CATALOGUE.format(greeting=self.GREETING), encoding='utf-8')
        with open(self.folder / 'po/LINGUAS', 'a', encoding='utf-8') as linguas:
            linguas.write('de\n')
        self.git('add', '.')
        self.git('commit', '--quiet', '--message=Add a catalogue')
        version = next(line.split("'")[1] for line in self.git('show', 'HEAD:meson.build').splitlines() if 'version:' in line)
        self.git('tag', '--force', f'v{version}')
        # The script of today: that version may have none.
        (self.folder / 'flatpak').mkdir(exist_ok=True)
        for path in (SOURCE / 'flatpak').iterdir():
            (self.folder / 'flatpak' / path.name).write_bytes(path.read_bytes())
        pinned = read(sys.executable, self.folder / 'flatpak/pin-release.py', f'v{version}', f'file://{self.folder}')
        path = self.folder.with_suffix('.json')
        # Its tests were run when it was new.
        path.write_text(pinned.replace('"run-tests": true', '"run-tests": false'), encoding='utf-8')
        return path
