# SPDX-License-Identifier: GPL-3.0-or-later
"""The README's commands, which the test runs as they stand there but for folders and questions."""

import re
import shlex

HEADING = '## Install with Flatpak'
QUIET = {'install': ['--noninteractive'], 'uninstall': ['--noninteractive']}


class Readme:
    def __init__(self, path, places):
        """@places: what stands for a folder or file in the README, and what it is here."""
        text = path.read_text(encoding='utf-8').partition(HEADING)[2].partition('\n## ')[0]
        blocks = re.findall(r'^```\n(.*?)^```$', text, re.MULTILINE | re.DOTALL)
        self.commands = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
        self.places = places
        self.left = list(self.commands)

    def take(self, *beginning):
        """The command that begins with these words and has not been taken yet."""
        command = next((command for command in self.left if command[:len(beginning)] == list(beginning)), None)
        if command is None:
            raise AssertionError(f'the README has no command “{" ".join(beginning)}”')
        self.left.remove(command)
        return self.adapt(command)

    def adapt(self, command):
        words = [self.fit(word) for word in command]
        return [*words[:2], *QUIET.get(words[1], []), *words[2:]]

    def fit(self, word):
        for place, here in self.places.items():
            word = re.sub(rf'(^|=){re.escape(place)}', lambda match: match[1] + str(here), word)
        return word
