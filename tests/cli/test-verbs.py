#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the verbs that make, fill and write stores as processes: what they write, their statuses, and what they leave behind.

usage: test-verbs.py LIAISON DATA-FOLDER [TEST…]
"""

import contextlib
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

LIAISON, DATA = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).absolute()
del sys.argv[1:3]

HEADER = '{"format": "liaison-json", "version": 1}\n'
UUID = "017e0003-0000-7000-8000-0000000000"


def topic(number, **more):
    return json.dumps({"record": "topic", "uuid": f"{UUID}{number:02}", "name": f"Topic {number}", **more}) + "\n"


class VerbTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="liaison-verbs-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = self.folder / "store.liaison"
        runtime = tempfile.TemporaryDirectory(prefix="liaison-verbs-")
        self.addCleanup(runtime.cleanup)
        self.runtime = pathlib.Path(runtime.name)
        self.environment = {**os.environ, "HOME": folder.name, "XDG_DATA_HOME": f"{folder.name}/share", "XDG_RUNTIME_DIR": runtime.name}

    def run_liaison(self, *words, status=0, **options):
        done = subprocess.run([LIAISON, *map(str, words)], capture_output=True, check=False, env=self.environment,
                              cwd=self.folder, **options)
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def on_store(self, verb, *words, **options):
        return self.run_liaison(verb, f"--store={self.store}", *words, **options)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return path

    def export(self, store=None):
        output, _ = self.run_liaison("export", f"--store={store or self.store}", "--output=-")
        return output

    def files(self):
        """What lies in the folder, but for the files that SQLite keeps beside a store that has been read."""
        return sorted(path.name for path in self.folder.iterdir() if not path.name.endswith(("-shm", "-wal")))


class ProgramTest(VerbTest):
    def test_words_in_another_encoding(self):
        self.on_store("sample")
        for words in (("list", "engagements", b"with:Niinist\xf6"), ("count", "--by=country", b"Niinist\xf6"), ("report", b"--query=Niinist\xf6"),
                      ("show", b"\xf6"), ("export", "--output=-", b"\xf6"), ("chart", "gaps", "--output=a.svg", b"\xf6")):
            self.assertEqual(self.run_encoded(words), (2, f"liaison: A word of the command is not text in UTF-8. “liaison {words[0]} --help” tells the "
                                                          "options.\n"))
        # Files may be called so.
        self.assertEqual(self.run_encoded(("export", b"--output=Niinist\xf6.jsonl")), (0, ""))
        self.assertIn(b"Niinist\xf6.jsonl", os.listdir(os.fsencode(self.folder)))

    def test_words_in_a_locale_without_them(self):
        self.on_store("sample")
        self.environment["LC_ALL"] = "C"
        status, told = self.run_encoded(("list", "engagements", "with:Niinistö"))
        self.assertEqual(status, 2)
        self.assertIn("A word of the command is not text in ANSI_X3.4-1968, the character set of the locale.", told)

    def run_encoded(self, words):
        done = subprocess.run([LIAISON, words[0], f"--store={self.store}", *words[1:]], capture_output=True, check=False, env=self.environment,
                              cwd=self.folder)
        return done.returncode, done.stderr.decode("utf-8")

    def test_help(self):
        output, errors = self.run_liaison("--help")
        self.assertEqual(errors, "")
        for verb in ("sample", "import", "export", "list", "show", "chart"):
            self.assertRegex(output, rf"(?m)^  {verb} +\w")

    def test_help_of_each_verb(self):
        for verb in ("sample", "import", "export", "chart"):
            output, _ = self.run_liaison(verb, "--help")
            self.assertIn(f"liaison {verb} [OPTION", output)
            self.assertIn("--store=FILE", output)

    def test_version(self):
        output, _ = self.run_liaison("--version")
        self.assertRegex(output, r"^Liaison \d+\.\d+\.\d+\n$")

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([LIAISON, "--help"], stdout=full, stderr=subprocess.PIPE, check=False, env=self.environment)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"No space left", done.stderr)


class SampleTest(VerbTest):
    def test_makes_the_sample(self):
        self.on_store("sample")
        self.assertEqual(self.files(), ["store.liaison"])
        self.assertEqual(self.store.stat().st_mode & 0o777, 0o600)
        shipped = set()
        for name in ("reference", "sample"):
            shipped.update((DATA / name / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
        self.assertEqual(set(self.export().splitlines()), shipped)

    def test_refuses_an_existing_file(self):
        self.write("store.liaison", "mine")
        _, errors = self.on_store("sample", status=1)
        self.assertIn("store.liaison", errors)
        self.assertEqual(self.store.read_text(encoding="utf-8"), "mine")

    def test_own_store(self):
        self.run_liaison("sample")
        self.assertTrue((self.folder / "share/liaison/store.liaison").is_file())
        self.run_liaison("sample", status=1)

    def test_missing_folder(self):
        _, errors = self.run_liaison("sample", "--store=none/store.liaison", status=1)
        self.assertIn("none", errors)
        self.assertEqual(self.files(), [])

    def test_wrong_usage(self):
        for words in (("extra",), ("--no-such-option",), ("--store",)):
            _, errors = self.run_liaison("sample", *words, status=2)
            self.assertIn("liaison sample --help", errors)


class PortalTest(VerbTest):
    """A store under the document portal: SQLite cannot lock it there."""

    def setUp(self):
        super().setUp()
        (self.runtime / "doc/a1b2").mkdir(parents=True)
        self.store = self.runtime / "doc/a1b2/store.liaison"

    def test_made_but_not_opened(self):
        self.on_store("sample")
        self.assertEqual([path.name for path in self.store.parent.iterdir()], ["store.liaison"])
        self.assertEqual(list((self.folder / "share/liaison/working").iterdir()), [])
        before = self.store.read_bytes()
        topics = self.write("topics.jsonl", HEADER + topic(1))
        for words in (("list", "engagements"), ("check",), ("import", topics), ("export", "--output=-")):
            _, errors = self.on_store(*words, status=1)
            self.assertIn("document portal", errors)
            self.assertIn("Copy it to a folder of your own", errors)
        self.assertEqual(self.store.read_bytes(), before)
        copy = self.folder / "copy.liaison"
        copy.write_bytes(before)
        self.run_liaison("check", f"--store={copy}")


class ChartTest(VerbTest):
    def setUp(self):
        super().setUp()
        self.on_store("sample")

    def draw(self, name, *words):
        self.on_store("chart", "over-time", "by:Blinken", f"--output={name}", *words)
        return (self.folder / name).read_bytes()

    def test_formats(self):
        for name, start in (("chart.svg", b"<?xml"), ("chart.pdf", b"%PDF-"), ("chart.png", b"\x89PNG"), ("chart.csv", b"Time,")):
            self.assertTrue(self.draw(name).startswith(start), name)
            self.assertEqual((self.folder / name).stat().st_mode & 0o777, 0o666 & ~self.umask(), name)

    def test_size_and_look(self):
        light = self.draw("light.png", "--width=400", "--height=300")
        self.assertEqual((int.from_bytes(light[16:20], "big"), int.from_bytes(light[20:24], "big")), (800, 600))
        self.assertEqual(light, self.draw("again.png", "--width=400", "--height=300"))
        self.assertNotEqual(light, self.draw("dark.png", "--width=400", "--height=300", "--look=dark"))

    def test_table_has_the_figures_of_count(self):
        counted = [line.split(",") for line in self.on_store("count", "by:Blinken", "--by=month", "--format=csv")[0].splitlines()[1:]]
        drawn = [line.split(",") for line in self.draw("chart.csv", "--set=step=month").decode("utf-8").splitlines()[1:]]
        self.assertEqual([line[1] for line in drawn], [line[2] for line in counted if line[0] != "undated"])

    def test_refuses_the_store_itself(self):
        store = self.folder / "store.svg"
        self.store.rename(store)
        before = store.read_bytes()
        self.run_liaison("chart", "over-time", f"--store={store}", f"--output={store}", status=2)
        self.assertEqual(store.read_bytes(), before)

    @staticmethod
    def umask():
        mask = os.umask(0)
        os.umask(mask)
        return mask


class ImportTest(VerbTest):
    def test_round_trip(self):
        self.on_store("sample")
        export = self.write("export.jsonl", self.export())
        copy = self.folder / "copy.liaison"
        output, errors = self.run_liaison("import", f"--store={copy}", export)
        records = len(export.read_text(encoding="utf-8").splitlines()) - 1
        self.assertIn(f"export.jsonl: {records} added, 0 changed, 0 same, 0 refused\n", output)
        self.assertEqual(errors, "")
        self.assertEqual(self.export(copy), export.read_text(encoding="utf-8"))

        output, _ = self.run_liaison("import", f"--store={copy}", export)
        self.assertIn(f": 0 added, 0 changed, {records} same, 0 refused\n", output)
        self.assertEqual(self.export(copy), export.read_text(encoding="utf-8"))

    def test_refused_records(self):
        text = HEADER + topic(1) + topic(2, form="call") + "{\n" + topic(3, parent=UUID + "99")
        output, errors = self.on_store("import", self.write("topics.jsonl", text), status=1)
        self.assertIn("topics.jsonl: 1 added, 0 changed, 0 same, 3 refused", output)
        self.assertRegex(errors, r"topics.jsonl, line 3: refused: .*has no “form”")
        self.assertRegex(errors, r"topics.jsonl, line 4: refused: byte 2:")
        self.assertRegex(errors, rf"topics.jsonl, line 5: refused: .*{UUID}99")
        self.assertEqual(len(errors.splitlines()), 3)

    def test_strict(self):
        self.on_store("import", self.write("first.jsonl", HEADER + topic(1)))
        before = self.export()
        output, errors = self.on_store("import", "--strict", self.write("second.jsonl", HEADER + topic(2) + "{}\n"), status=1)
        self.assertEqual(output, "")
        self.assertIn("second.jsonl, line 3: refused", errors)
        self.assertIn("nothing was imported", errors)
        self.assertEqual(self.export(), before)

    def test_dry_run(self):
        topics = self.write("topics.jsonl", HEADER + topic(1))
        output, _ = self.on_store("import", "--dry-run", topics)
        self.assertIn("would be 1 added", output)
        self.assertEqual(self.files(), ["topics.jsonl"])
        self.on_store("import", self.write("other.jsonl", HEADER + topic(2)))
        before = self.export()
        self.on_store("import", "--dry-run", topics)
        self.assertEqual(self.export(), before)

    def test_several_files_and_standard_input(self):
        first = self.write("first.jsonl", HEADER + topic(1))
        output, _ = self.on_store("import", first, "-", input=(HEADER + topic(2, parent=UUID + "01")).encode())
        self.assertEqual(output.count("1 added"), 2)
        self.assertEqual(self.export().count('"topic"'), 2)

    def test_files_that_are_refused_whole(self):
        files = {
            "nothing in it": "",
            "neither Liaison JSON nor": "name,date\nKuleba,2021\n",
            "the header": '{"format": "something else", "version": 1}\n',
            "newer Liaison": '{"format": "liaison-json", "version": 2}\n',
            "line 3: the file is cut": HEADER + topic(1) + topic(2)[:-20],
        }
        for reason, text in files.items():
            _, errors = self.on_store("import", self.write("bad.jsonl", text), status=1)
            self.assertRegex(errors, rf"^liaison: .*bad.jsonl: .*{reason}")
            self.assertEqual(len(errors.splitlines()), 1)
            self.assertEqual(self.files(), ["bad.jsonl"])

    def test_plain_lists(self):
        document = {"source": "Desk", "people": [{"id": "a", "name": "Ann", "side": "us"}, {"id": "b", "name": "Bob", "side": "both"}],
                    "engagements": [{"id": "e1", "date": "2021-12-09", "form": "call", "title": "Call", "ours": ["a"], "theirs": ["b"]}]}
        path = self.write("desk.json", json.dumps(document))
        output, errors = self.on_store("import", path, status=1)
        self.assertIn("desk.json: 3 added, 0 changed, 0 same, 1 refused", output)
        self.assertRegex(errors, r"desk.json, person b: refused: ")
        self.assertRegex(errors, r"desk.json, engagement e1: “b” is not among the people")
        before = self.export()
        self.on_store("import", "--format=plain", path, status=1)
        self.assertEqual(self.export(), before)

    def test_older_store(self):
        topics = self.write("topics.jsonl", HEADER + topic(1))
        self.on_store("import", topics)
        with contextlib.closing(sqlite3.connect(self.store)) as store:
            store.executescript("DROP TABLE stale_traits; DROP TABLE traits; DROP INDEX participation_sensitivity; PRAGMA user_version = 5;")
        self.on_store("import", topics)
        copies = list((self.folder / "share/liaison/backups").glob("store-*-before-update.liaison"))
        self.assertEqual(len(copies), 1)
        with contextlib.closing(sqlite3.connect(copies[0])) as copy:
            self.assertEqual(copy.execute("PRAGMA user_version").fetchone(), (5,))

    def test_no_store(self):
        topics = self.write("topics.jsonl", HEADER + topic(1))
        self.store = self.write("store.liaison", "this is no database, but long enough to be looked at" * 10)
        before = self.store.read_bytes()
        _, errors = self.on_store("import", topics, status=1)
        self.assertIn("store.liaison", errors)
        self.assertEqual(self.store.read_bytes(), before)

    def test_wrong_usage(self):
        topics = self.write("topics.jsonl", HEADER + topic(1))
        for words in ((), ("--format=xml", topics), ("--nonsense", topics)):
            _, errors = self.on_store("import", *words, status=2)
            self.assertIn("liaison import --help", errors)
        self.on_store("import", "missing.jsonl", status=1)
        self.assertEqual(self.files(), ["topics.jsonl"])

    def test_interrupted(self):
        self.on_store("import", self.write("first.jsonl", HEADER + topic(1)))
        before = self.export()
        process = subprocess.Popen([LIAISON, "import", f"--store={self.store}", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment)
        process.stdin.write((HEADER + "".join(topic(number) for number in range(2, 90))).encode())
        process.stdin.flush()
        # It has begun to read when another writer finds the store taken.
        self.wait_until_locked()
        process.send_signal(signal.SIGINT)
        # Its input does not end before, or it could be done in time.
        process.wait(60)
        _, errors = process.communicate()
        self.assertEqual(process.returncode, 1)
        self.assertEqual(errors, b"liaison: Cancelled; the store is as it was.\n")
        self.assertEqual(self.export(), before)

    def wait_until_locked(self):
        connection = sqlite3.connect(self.store, timeout=0, isolation_level=None)
        with contextlib.closing(connection):
            while True:
                try:
                    connection.execute("BEGIN IMMEDIATE")
                    connection.execute("ROLLBACK")
                except sqlite3.OperationalError:
                    return


class ExportTest(VerbTest):
    def setUp(self):
        super().setUp()
        self.on_store("sample")

    def test_query(self):
        output, _ = self.on_store("export", "--output=-", "with:kuleba")
        lines = [json.loads(line) for line in output.splitlines()]
        kinds = [line.get("record") for line in lines]
        self.assertEqual(kinds[0], None)
        self.assertGreaterEqual(kinds.count("engagement"), 4)
        self.assertLess(kinds.count("engagement"), 20)
        self.assertTrue(any(line.get("name") == "Dmytro Kuleba" for line in lines))
        self.run_liaison("import", f"--store={self.folder}/part.liaison", "--strict", self.write("part.jsonl", output))

    def test_nothing_matches(self):
        output, _ = self.on_store("export", "--output=-", "from:1900 to:1901")
        self.assertEqual(output, HEADER)

    def test_replaces_a_file(self):
        path = self.write("export.jsonl", "before")
        self.on_store("export", f"--output={path}")
        self.assertEqual(path.read_text(encoding="utf-8"), self.export())
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)

    def test_into_a_device_or_through_a_link(self):
        output, _ = self.on_store("export", "--output=/dev/stdout")
        self.assertEqual(output, self.export())
        self.on_store("export", "--output=/dev/null")
        path = self.write("export.jsonl", "before")
        link = self.folder / "link.jsonl"
        link.symlink_to(path.name)
        self.on_store("export", f"--output={link}")
        self.assertTrue(link.is_symlink())
        self.assertEqual(path.read_text(encoding="utf-8"), self.export())

    def test_failures(self):
        for output in ("none/export.jsonl", ".", "/dev/full"):
            _, errors = self.on_store("export", f"--output={output}", status=1)
            self.assertIn(output, errors)
        self.assertEqual(self.files(), ["store.liaison"])
        self.run_liaison("export", "--store=none.liaison", "--output=-", status=1)

    def test_wrong_usage(self):
        before = self.store.read_bytes()
        for words in ((), ("--output=-", "--format=xml"), ("--output=-", "wiht:kuleba"), (f"--output={self.store}",)):
            self.on_store("export", *words, status=2)
        self.assertEqual(self.store.read_bytes(), before)


class FullDiskTest(VerbTest):
    """On a file system with no room left; only root can make one."""

    def setUp(self):
        super().setUp()
        self.small = self.folder / "small"
        self.small.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(self.small)]
        if os.geteuid() != 0 or shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
            self.skipTest("a small file system cannot be mounted here")
        self.addCleanup(subprocess.run, ["umount", str(self.small)], check=True)

    def test_sample(self):
        _, errors = self.run_liaison("sample", f"--store={self.small}/store.liaison", status=1)
        self.assertIn("full", errors)
        self.assertIn("store.liaison", errors)
        self.assertEqual(list(self.small.iterdir()), [])

    def test_reading(self):
        """SQLite needs some room beside a store even to read it."""
        self.on_store("sample")
        content = self.store.read_bytes()
        subprocess.run(["mount", "-o", "remount,size=2m", str(self.small)], check=True)
        store = self.small / "store.liaison"
        store.write_bytes(content)
        with open(self.small / "filler", "wb") as filler, contextlib.suppress(OSError):
            filler.write(b"x" * 2 * 1024 * 1024)
        for words in (("list", "engagements"), ("import", self.write("topics.jsonl", HEADER + topic(1)))):
            _, errors = self.run_liaison(*words, f"--store={store}", status=1)
            self.assertIn("The disk is full", errors)
            self.assertIn("store.liaison", errors)
        self.assertEqual(store.read_bytes(), content)

    def test_export(self):
        self.on_store("sample")
        path = self.small / "export.jsonl"
        path.write_text("before", encoding="utf-8")
        (self.small / "filler").write_bytes(b"x" * 200 * 1024)
        _, errors = self.on_store("export", f"--output={path}", status=1)
        self.assertIn("No space left", errors)
        self.assertIn("export.jsonl", errors)
        self.assertEqual(path.read_text(encoding="utf-8"), "before")
        self.assertEqual(sorted(entry.name for entry in self.small.iterdir()), ["export.jsonl", "filler"])
        path.unlink()
        self.on_store("export", f"--output={path}", status=1)
        self.assertEqual([entry.name for entry in self.small.iterdir()], ["filler"])


class BadStoreTest(VerbTest):
    """What is no sound store of ours is refused with its name and the reason, and left as it is."""

    def refuse(self, content, *reasons):
        self.store.write_bytes(content)
        topics = self.write("topics.jsonl", HEADER + topic(1))
        for words in (("list", "engagements"), ("check",), ("export", "--output=-"), ("import", topics)):
            output, errors = self.on_store(*words, status=1)
            for reason in ("store.liaison", *reasons):
                self.assertIn(reason, errors)
            self.assertEqual(errors.count("\n"), 1)
        self.assertEqual(self.store.read_bytes(), content)
        self.assertEqual(self.files(), ["store.liaison", "topics.jsonl"])

    def make_sample(self):
        self.on_store("sample")
        content = self.store.read_bytes()
        self.store.unlink()
        return content

    def test_no_database(self):
        self.refuse(b"", "not a Liaison store")
        self.refuse(b"hello\n" * 1000, "not a Liaison store")

    def test_of_another_application(self):
        with contextlib.closing(sqlite3.connect(self.store)) as other:
            other.executescript("PRAGMA journal_mode = WAL; CREATE TABLE t (x)")
        self.refuse(self.store.read_bytes(), "another application")

    def test_newer(self):
        content = bytearray(self.make_sample())
        content[60:64] = (99).to_bytes(4, "big")
        self.refuse(bytes(content), "newer Liaison", "Update Liaison")

    def test_cut(self):
        content = self.make_sample()
        self.refuse(content[:len(content) // 2], "incomplete", "backup copy")

    def test_altered(self):
        content = bytearray(self.make_sample())
        content[100:4096] = bytes(byte ^ 0x55 for byte in content[100:4096])
        self.refuse(bytes(content), "damaged", "backup copy")

    def test_any_bits(self):
        """Whatever is altered: an answer, or one clear sentence; no crash, and nothing written."""
        content = self.make_sample()
        generator = random.Random(20220114)
        for _ in range(25):
            altered = bytearray(content)
            for _ in range(40):
                place = generator.randrange(100, len(altered))
                altered[place] ^= 1 << generator.randrange(8)
            self.store.write_bytes(altered)
            for words in (("list", "engagements", "kuleba"), ("count", "--by=month"), ("export", "--output=-"), ("check",)):
                done = subprocess.run([LIAISON, *words, f"--store={self.store}"], capture_output=True, check=False, env=self.environment)
                self.assertIn(done.returncode, (0, 1), (words, done.stderr))
                self.assertNotRegex(done.stderr, b"CRITICAL|WARNING|ERROR")
                done.stdout.decode("utf-8")
            self.assertEqual(self.store.read_bytes(), bytes(altered))


LIMIT = 80 * 1024     # more than SQLite's shared memory, less than each of the files


class LimitTest(VerbTest):
    """A limit to the size of files is met as a full disk is."""

    def run_limited(self, *words):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
        return self.on_store(*words, status=1, preexec_fn=limit)[1]

    def test_import(self):
        self.on_store("sample")
        before = self.export()
        topics = self.write("topics.jsonl", HEADER + "".join(json.dumps(
            {"record": "topic", "uuid": f"017e0003-0000-7000-8000-{number:012}", "name": f"Topic {number}"}) + "\n" for number in range(20000)))
        errors = self.run_limited("import", topics)
        self.assertIn("topics.jsonl", errors)
        self.assertIn("store.liaison", errors)
        self.assertEqual(self.export(), before)
        self.on_store("check")

    def test_outputs(self):
        """What cannot be written whole is not there, and what was there before stays."""
        self.on_store("sample")
        chart = ("chart", "matrix", "--output=out.png", "--width=4000", "--height=4000")
        report = ("report", "--format=pdf", "--annex", "--output=out.pdf")
        for words in (("export", "--output=out.jsonl"), chart, report):
            name = words[-1] if words[0] == "export" else next(word for word in words if word.startswith("--output"))
            name = name.partition("=")[2]
            with self.subTest(name):
                self.assertIn(name, self.run_limited(*words))
                self.assertEqual(self.files(), ["store.liaison"])
                self.write(name, "before")
                self.run_limited(*words)
                self.assertEqual((self.folder / name).read_text(encoding="utf-8"), "before")
                (self.folder / name).unlink()


tap.main()
