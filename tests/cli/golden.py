#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the commands of a golden file on the sample store and compares what they write.

A golden file is a session as a terminal shows it: a line that begins with "$ " is a command of the program, without its
--store; what follows is its standard output, then its standard error, each line of which begins with "! ", then, unless it is 0,
its status in brackets. A carriage return is shown as ␍. Written anew with the argument --write.
"""

import os
import pathlib
import shlex
import subprocess
import sys
import tempfile


def run(program, store, line):
    words = shlex.split(line)
    assert words.pop(0) == "liaison", line
    done = subprocess.run([program, words[0], f"--store={store}", *words[1:]], capture_output=True, check=False)
    output = done.stdout.decode("utf-8").replace("\r", "␍")
    errors = done.stderr.decode("utf-8").replace(str(store), "STORE")
    text = output + "".join(f"! {one}\n" for one in errors.splitlines())
    return text + (f"[{done.returncode}]\n" if done.returncode else "")


def commands(text):
    return [line[2:] for line in text.splitlines() if line.startswith("$ ")]


def tell_difference(expected, found):
    wanted = expected.splitlines()
    given = found.splitlines()
    for number, (one, other) in enumerate(zip(wanted, given), 1):
        if one != other:
            return f"line {number}\n  expected: {one}\n  found:    {other}"
    return f"{len(wanted)} lines expected, {len(given)} found"


def main():
    program, golden = sys.argv[1], pathlib.Path(sys.argv[2])
    expected = golden.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="liaison-cli-") as folder:
        os.environ["HOME"] = os.environ["XDG_DATA_HOME"] = folder
        store = pathlib.Path(folder) / "sample.liaison"
        subprocess.run([program, "sample", f"--store={store}"], check=True)
        found = "".join(f"$ {line}\n{run(program, store, line)}" for line in commands(expected))
    if sys.argv[3:] == ["--write"]:
        golden.write_text(found, encoding="utf-8")
    elif found != expected:
        sys.exit(f"{golden}: {tell_difference(expected, found)}")


main()
