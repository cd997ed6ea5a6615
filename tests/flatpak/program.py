# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program's window: its process is out of sight, behind the sandbox."""

import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))
from driver import DEADLINE, REGISTRY, ROOT, Failure, Node, Peer, Program, wait_for      # noqa: E402

LEAST_COLOURS = 200


class InstalledProgram(Program):
    def __init__(self, installation, *arguments, environment=None):
        errors = tempfile.TemporaryFile(mode='w+')
        self.attach(subprocess.Popen([*self.get_command(installation.application), *arguments], stderr=errors,
                                     env={**installation.full_environment(), **(environment or {})}), errors)

    @staticmethod
    def get_command(application):
        return ['flatpak', 'run', application]

    def find_root(self):
        """By its name: what speaks for it on the bus is a proxy of the sandbox."""
        if self.process.poll() not in (None, 0):
            raise Failure(f'the program ended with {self.process.returncode}: {self.read_errors()}')
        for node in Node(Peer(self.bus, REGISTRY), ROOT).children:
            if node.name == 'liaison':
                return node
        return None

    def close(self):
        super().close()
        wait_for('the program to leave the bus', lambda: not self.find_root())

    def leave(self):
        """Closes a version whose complaints are past."""
        self.press('ctrl+q')
        self.process.wait(DEADLINE)
        self.forget()

    def shoot(self, path):
        """Takes a picture once there is something to be seen."""
        def has_colours():
            self.screenshot(path)
            return int(subprocess.run(['convert', path, '-format', '%k', 'info:'], check=True, capture_output=True, text=True).stdout) > LEAST_COLOURS
        wait_for('a picture that is not blank', has_colours)

    def press_button(self, name):
        """By the keyboard: GTK 4.18 leaves out paddings where it tells assistive technology a place, so nothing can be clicked by that."""
        button = self.find('button', name)
        for _ in range(30):
            if button.has('focused'):
                break
            self.press('Tab')
            wait_for('a focus', lambda: self.focused)
        self.wait_focus('button', name)
        self.press('Return')

    def add_contact(self, given, family):
        self.press('ctrl+shift+n')
        self.wait_window('New contact')
        for name, text in (('Given name', given), ('Family name', family)):
            field = self.wait_focus('text box', name)
            self.type(text)
            wait_for(f'“{text}” in {name}', lambda text=text, field=field: field.text == text)
            self.press('Tab')
        # The side, whose list is called by what is chosen in it.
        wait_for('the focus on the side', lambda: self.focused is not None and self.focused.role != 'text box')
        self.press('space', 'Down', 'Return', 'ctrl+s')
        self.wait_gone('text box', 'Given name')
        self.find(name=f'.*{re.escape(given)} {re.escape(family)}.*')
