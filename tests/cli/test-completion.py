#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands are completed in Bash, Zsh and Fish as people type them, and what is offered is what the program takes.

usage: test-completion.py LIAISON COMPLETIONS [TEST…]
"""

import os
import pathlib
import pty
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

LIAISON, COMPLETIONS = pathlib.Path(sys.argv[1]).absolute(), pathlib.Path(sys.argv[2]).absolute()
del sys.argv[1:3]
DEADLINE = 60.0
BASH_COMPLETION = '/usr/share/bash-completion/bash_completion'
OPTION = re.compile(r'(?<![\w-])--[a-z][a-z-]*=?')


class CompletionTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix='liaison-completion-')
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        # The program by its name, and the sample as the store that is meant where no other is named.
        (cls.folder / 'liaison').symlink_to(LIAISON)
        (cls.folder / 'notes.jsonl').touch()
        store = cls.folder / 'data/liaison/store.liaison'
        store.parent.mkdir(parents=True)
        cls.environment = {**os.environ, 'HOME': folder.name, 'PATH': f'{folder.name}:{os.environ["PATH"]}', 'TERM': 'dumb',
                           'XDG_DATA_HOME': str(cls.folder / 'data'), 'XDG_CONFIG_HOME': str(cls.folder / 'config')}
        subprocess.run([LIAISON, 'sample', f'--store={store}'], check=True)

    def ask(self, *words):
        """The ways to go on after the last word."""
        answer = subprocess.run([LIAISON, 'complete', *words], env=self.environment, capture_output=True, text=True, check=True)
        self.assertEqual(answer.stderr, '')
        return [line.partition('\t')[0] for line in answer.stdout.splitlines()]

    def run_verb(self, *words):
        return subprocess.run([LIAISON, *words], env=self.environment, cwd=self.folder, capture_output=True, text=True, check=False)


class WaysTest(CompletionTest):
    def test_verbs(self):
        verbs = re.findall(r'^  (\w+) ', self.run_verb('--help').stdout.partition('Verbs:')[2], re.MULTILINE)
        self.assertGreater(len(verbs), 5)
        self.assertEqual(self.ask(''), [*verbs, '--help', '--version'])

    def test_options(self):
        for verb in self.ask('')[:-2]:
            with self.subTest(verb):
                ways = self.ask(verb, '--')
                # The help names a value behind the equals sign.
                usage = self.run_verb(verb, '--help').stdout.partition('Help Options:')[2].partition('\nQUERY is')[0]
                lines = [line for line in usage.splitlines() if line.startswith('  -')]
                self.assertEqual(sorted(ways), sorted(OPTION.search(line)[0] for line in lines))

    def test_values_are_what_the_program_takes(self):
        verbs = {'count': ('--by', '--and-by', '--measure', '--format'), 'list': ('--sort', '--format'), 'show': ('--format',),
                 'report': ('--format', '--audience'), 'export': ('--format',), 'import': ('--format',), 'chart': ('--look',)}
        needed = {'count': ['--by=day'], 'list': ['engagements', '--limit=1'], 'export': ['--output=-', 'on:1900'],
                  'import': ['--dry-run', 'notes.jsonl'], 'chart': ['gaps', '--output=chart.svg'], 'report': ['--output=report', '--from=2022'],
                  'show': [self.list_one()]}
        for verb, options in verbs.items():
            for option in options:
                ways = self.ask(verb, *needed[verb], f'{option}=')
                self.assertGreater(len(ways), 0, option)
                for way in ways:
                    with self.subTest(f'{verb} {way}'):
                        rest = [word for word in needed[verb] if not word.startswith(f'{option}=')]
                        # One cannot count twice by the same.
                        done = self.run_verb(verb, *(['--by=total'] if way == '--and-by=day' else rest), way)
                        self.assertNotEqual(done.returncode, 2, done.stderr)

    def list_one(self):
        listed = self.run_verb('list', 'contacts', '--limit=1', '--format=json').stdout
        return re.search('"uuid" ?: ?"([^"]+)"', listed)[1]

    def test_what_the_program_refuses_names_every_value(self):
        for verb, option in (('count', '--by'), ('list', '--format'), ('count', '--measure')):
            known = self.run_verb(verb, *(['engagements'] if verb == 'list' else ['--by=day']), f'{option}=?').stderr
            known = known.partition('there are ')[2].partition('.')[0].replace(' and ', ', ').split(', ')
            self.assertEqual([way.partition('=')[2] for way in self.ask(verb, f'{option}=')], known)

    def test_charts(self):
        kinds = self.ask('chart', '')
        self.assertIn('over-time', kinds)
        for kind in kinds:
            for way in self.ask('chart', kind, '--set='):
                done = self.run_verb('chart', kind, way, '--output=chart.csv')
                self.assertEqual(done.returncode, 0, (kind, way, done.stderr))

    def test_queries(self):
        self.assertIn('with:', self.ask('list', 'engagements', 'wi'))
        self.assertIn('form:phone-call', self.ask('count', 'form:'))
        self.assertEqual(self.ask('list', 'engagements', 'by:Blin'), ['by:"Antony J. Blinken"'])
        self.assertEqual(self.ask('list', 'engagements', '--store=missing.liaison', 'by:Blin'), [])

    def test_values_in_a_word_of_their_own(self):
        self.assertEqual(self.ask('count', '--by', 'mon'), ['month'])
        self.assertEqual(self.ask('list', '--sort', 'title', 'con'), ['contacts'])
        self.assertEqual(self.ask('import', '--format=plain', ''), [])


class ShellTest(CompletionTest):
    """What stands in the line after Tab, read as the shell reads it."""

    def type(self, command, ready, line):
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execvpe(command[0], command, self.environment)
        self.addCleanup(os.close, terminal)
        self.addCleanup(os.waitpid, child, 0)
        self.addCleanup(os.kill, child, signal.SIGKILL)
        os.write(terminal, f'{ready}; echo rea""dy\r'.encode())
        self.read(terminal, 'ready\r\n')
        # The shell takes key by key: what is typed ahead waits until it has completed.
        os.write(terminal, f'{line}\t\x01 printf "<%s>" \x05; echo do""ne\r'.encode())
        return re.findall('<([^<>]*)>', self.read(terminal, 'done\r\n').rpartition('\n<')[2].join(['<', '']))

    def read(self, terminal, end):
        text = ''
        deadline = time.monotonic() + DEADLINE
        while end not in text:
            if not select.select([terminal], [], [], max(0, deadline - time.monotonic()))[0]:
                self.fail(f'waited in vain for {end!r} in {text!r}')
            text += os.read(terminal, 65536).decode(errors='replace')
        return text

    def check(self, complete):
        for line, words in (('liaison cou', ['liaison', 'count']),
                            ('liaison count --mea', ['liaison', 'count', '--measure=']),
                            ('liaison count --by=mon', ['liaison', 'count', '--by=month']),
                            ('liaison count --by mon', ['liaison', 'count', '--by', 'month']),
                            ('liaison chart gaps --set=of=Qu', ['liaison', 'chart', 'gaps', '--set=of=Quint']),
                            ('liaison list engagements form:pho', ['liaison', 'list', 'engagements', 'form:phone-call']),
                            ('liaison list engagements by:Blin', ['liaison', 'list', 'engagements', 'by:"Antony J. Blinken"']),
                            ('liaison import no', ['liaison', 'import', 'notes.jsonl']),
                            ('liaison show --store=no', ['liaison', 'show', '--store=notes.jsonl'])):
            with self.subTest(line):
                self.assertEqual(complete(line), words)

    @unittest.skipUnless(os.path.exists(BASH_COMPLETION), 'bash-completion is not installed')
    def test_bash(self):
        ready = f'. {BASH_COMPLETION}; . {shlex.quote(str(COMPLETIONS / "liaison.bash"))}; bind "set enable-bracketed-paste off"; PS1='
        self.check(lambda line: self.type(['bash', '--norc', '--noprofile', '-i'], ready, line))

    @unittest.skipUnless(shutil.which('zsh'), 'zsh is not installed')
    def test_zsh(self):
        ready = f'fpath=({shlex.quote(str(COMPLETIONS))} $fpath); autoload -Uz compinit; compinit -D -u; PS1=; bindkey -e; unset zle_bracketed_paste'
        self.check(lambda line: self.type(['zsh', '-f', '-i'], ready, line))

    @unittest.skipUnless(shutil.which('fish'), 'fish is not installed')
    def test_fish(self):
        def complete(line):
            command = f'source {shlex.quote(str(COMPLETIONS / "liaison.fish"))}; complete --do-complete "{line}"'
            answer = subprocess.run(['fish', '--no-config', '--command', command], env=self.environment, cwd=self.folder,
                                    capture_output=True, text=True, check=True)
            ways = [way.partition('\t')[0] for way in answer.stdout.splitlines()]
            self.assertEqual(len(ways), 1, answer)
            return line.split(' ')[:-1] + ways
        self.check(complete)


tap.main()
