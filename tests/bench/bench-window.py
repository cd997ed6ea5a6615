#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window on a large store, compared with the same window on the sample: first rows, memory, and how long it does not answer.

    bench-window.py BENCH_STORE BENCH_FRAMES GENERATE LIAISON N FOLDER

To be run under run-ui.sh.  The first rows are there when a frame that shows them has been painted.  Beside the sample stands a store that just
fills the window: what is above it is the large store's, and not GTK's.
"""

import os
import pathlib
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'ui'))
from gi.repository import GLib                        # noqa: E402
from driver import Failure, Program                   # noqa: E402

ROUNDS = 5
FEW = 300    # GTK makes widgets for about 205 rows of a list, however long it is; the sample has fewer
TICKS = os.sysconf('SC_CLK_TCK')
SCANS = 0.2         # that the first rows may take longer
MOST_MEBIBYTES = 40 # that a large store may take more


def pause(milliseconds):
    """Lets the window work between two questions."""
    loop = GLib.MainLoop()
    GLib.timeout_add(milliseconds, loop.quit)
    loop.run()


class Started:
    """One start of the window, until a frame with the first rows has been painted."""

    def __init__(self, bench_frames, store):
        with tempfile.TemporaryDirectory() as folder:
            home = {**os.environ, 'XDG_DATA_HOME': f'{folder}/data', 'XDG_CONFIG_HOME': f'{folder}/config'}
            start = time.monotonic() * 1000
            told = subprocess.run([bench_frames, '--first-rows', store], env=home, check=True, stdout=subprocess.PIPE, text=True).stdout
            painted, self.work = map(float, told.split())
            self.first_rows = painted - start


class Measured:
    """One run of the window, from its start until it is at rest."""

    def __init__(self, liaison, store):
        with tempfile.TemporaryDirectory() as folder:
            home = {'XDG_DATA_HOME': f'{folder}/data', 'XDG_CONFIG_HOME': f'{folder}/config'}
            self.program = Program(liaison, store, environment=home)
            self.longest = 0.0
            self.list = self.ask_until('the list', self.find_list)
            self.ask_until('the first row', self.has_row)
            self.settle()
            self.memory = self.resident()
            self.program.close()

    def ask_until(self, what, question):
        """Times each answer: while it owes one the main thread does something else.  Asks little, for answering is work, too."""
        end = time.monotonic() + 120
        while time.monotonic() < end:
            start = time.monotonic()
            try:
                answer = question()
            except GLib.Error:
                answer = None
            self.longest = max(self.longest, (time.monotonic() - start) * 1000)
            if answer:
                return answer
            pause(2)
        raise Failure(f'waited in vain for {what}')

    def find_list(self):
        """Goes down the tree, and not into the rows."""
        nodes = [self.program.root]
        while nodes:
            node = nodes.pop()
            role = node.role
            if role == 'tree grid' and node.name == 'Engagements':
                return next((child for child in node.children if child.role == 'list'), None)
            if role != 'row':
                nodes += node.children
        return None

    def has_row(self):
        rows = self.list.children
        return rows and re.search(r'\d\d\d\d', rows[0].name)

    def settle(self):
        """At rest is who uses no more CPU time than the questions take."""
        last = []

        def question():
            self.program.root.role
            last.append(self.cpu())
            return len(last) > 100 and last[-1] - last[-100] < 30
        self.ask_until('the window to rest', question)

    def cpu(self):
        fields = pathlib.Path(f'/proc/{self.program.process.pid}/stat').read_text().rpartition(')')[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / TICKS

    def resident(self):
        text = pathlib.Path(f'/proc/{self.program.process.pid}/smaps_rollup').read_text()
        return sum(int(size) for size in re.findall(r'^Private_(?:Clean|Dirty): +(\d+)', text, re.MULTILINE)) / 1024


def measure_scan(store):
    """The CPU time of reading the table of engagements once, in milliseconds."""
    connection = sqlite3.connect(f'file:{store}?mode=ro', uri=True)
    times = []
    for _ in range(ROUNDS):
        start = time.thread_time()
        connection.execute('SELECT sum (length (x_title_key)) FROM engagement NOT INDEXED').fetchone()
        times.append((time.thread_time() - start) * 1000)
    connection.close()
    return statistics.median(times)


def tell(name, unit, ours, theirs, goal=None):
    """A row of the table; @goal: the most that it should be, and how that is said."""
    verdict = f'  ≤ {goal[1]} {"met" if ours <= goal[0] else "missed"}' if goal else ''
    print(f'{name:46} {ours:8.0f} {unit:3} {theirs:8.0f} {unit:3} {ours / theirs:7.2f}{verdict}', flush=True)


def make_stores(arguments, folder):
    """The large store, the sample, and one that fills the window and no more."""
    bench_store, _, generate, liaison, number, data = arguments
    paths = [f'{folder}/sample.liaison', f'{folder}/few.liaison']
    large = subprocess.run([bench_store, generate, liaison, number, data], check=True, capture_output=True, text=True).stdout.strip()
    subprocess.run([liaison, 'sample', f'--store={paths[0]}'], check=True)
    subprocess.run([generate, str(FEW), folder], check=True)
    subprocess.run([liaison, 'import', f'--store={paths[1]}', f'{folder}/store.jsonl'], check=True, stdout=subprocess.DEVNULL)
    return [large, *paths]


def main():
    arguments = [*sys.argv[1:4], os.path.realpath(sys.argv[4]), *sys.argv[5:]]
    with tempfile.TemporaryDirectory() as folder:
        stores = make_stores(arguments, folder)
        starts = [[] for _ in stores]
        runs = [[] for _ in stores]
        for _ in range(ROUNDS):
            for store, started in zip(stores, starts):
                started.append(Started(arguments[1], store))
        for _ in range(ROUNDS):
            for store, measured in zip(stores, runs):
                measured.append(Measured(arguments[3], store))
        scan = measure_scan(stores[0])

    def medians(measured, what):
        return [statistics.median(getattr(one, what) for one in of_store) for of_store in measured]

    large, sample, few = medians(starts, 'first_rows')
    print(f'\n{"The window":46} {"large":>12} {"other":>12} {"ratio":>7}  goal')
    for name, other in (('sample', sample), (f'{FEW} rows', few)):
        tell(f'time until the first rows, {name}', 'ms', large, other, (other + SCANS * scan, f'other + {SCANS} × {scan:.0f} ms (one scan)'))
    large, sample, few = medians(starts, 'work')
    tell(f'CPU time of all threads until then, {FEW} rows', 'ms', large, few)
    large, sample, few = medians(runs, 'memory')
    tell('memory of its own, sample', 'MiB', large, sample, (sample + MOST_MEBIBYTES, f'other + {MOST_MEBIBYTES} MiB'))
    tell(f'memory of its own, {FEW} rows', 'MiB', large, few)
    large, sample, few = medians(runs, 'longest')
    tell(f'longest time without an answer, {FEW} rows', 'ms', large, few)


main()
