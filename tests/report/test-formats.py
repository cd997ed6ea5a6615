#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes reports in every format, holds them to golden files, and reads them back with other programs.

usage: test-formats.py LIAISON GOLDEN-FOLDER [--write | TEST…]
"""

import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import unittest
import xml.etree.ElementTree
import zipfile

import html5lib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from reporting import SAMPLE_REPORT, ReportTest  # noqa: E402

ReportTest.program, GOLDEN = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).absolute()
WRITE = sys.argv[3:] == ["--write"]
del sys.argv[1:4 if WRITE else 3]

UUID = "017e0007-0000-7000-8000-0000000000"
# Each is a text and nothing else, wherever it stands.
HOSTILE = [
    "<script>alert(1)</script>", "A & B &lt;", "a|b|c", "*star* _under_ `tick`", "=cmd|' /C calc'!A0", "1. not a list", "# no heading",
    "[no](javascript:alert(1))", "\\backslash", "\u202eoverridden\u202c", "\u05d0\u05d1\u05d2\u200f", "{1} {who}", "'quoted\" too",
]
# LibreOffice is too large for two tests (200 MB installed) to be in build-aux/packages.txt: whoever has it tests with it.
NEEDS_OFFICE = unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")


def read_odt(path):
    with zipfile.ZipFile(path) as opened:
        return opened.read("content.xml").decode("utf-8")


def convert_odt(path):
    """The text of what an office makes of it."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{path.parent}/office", "--headless", "--convert-to", "pdf", "--outdir", path.parent,
                    path], capture_output=True, check=True, timeout=100)
    return subprocess.run(["pdftotext", path.with_suffix(".pdf"), "-"], capture_output=True, check=True, text=True).stdout


def parse_html(text):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def squeeze(text):
    """Without blanks, and without the characters that steer or isolate the direction of writing."""
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


class GoldenTest(ReportTest):
    def setUp(self):
        super().setUp()
        self.make_sample()

    def compare(self, name, text):
        path = GOLDEN / name
        if WRITE:
            path.write_text(text, encoding="utf-8")
        self.assertEqual(path.read_text(encoding="utf-8").splitlines(), text.splitlines())

    def test_text(self):
        self.compare("sample.txt", self.report(SAMPLE_REPORT))

    def test_markdown(self):
        self.compare("sample.md", self.report(SAMPLE_REPORT, "--format=markdown", "--annex"))

    def test_html(self):
        self.compare("sample.html", self.report(SAMPLE_REPORT, "--format=html"))

    def test_odt(self):
        self.compare("sample-odt.txt", read_odt(self.write_report("odt", SAMPLE_REPORT)))

    def test_proposed(self):
        text = self.report("--from=2021-11-29", "--to=2022-01-11")
        self.compare("proposed.txt", text.split("Overview of engagements")[0])

    def test_check(self):
        self.compare("check.txt", self.run_liaison("report", SAMPLE_REPORT, "--check", status=1)[0])


class ValidTest(ReportTest):
    def setUp(self):
        super().setUp()
        self.make_sample()

    def test_html_is_strict_and_fetches_nothing(self):
        tree = parse_html(self.report(SAMPLE_REPORT, "--format=html", "--annex"))
        self.assertEqual(tree.get("lang"), "en")
        self.assertEqual([e.tag for e in tree.iter() if e.get("src") or e.tag in ("script", "link", "img", "iframe")], [])
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        self.assertEqual(len(ids), len(set(ids)))
        inside = [e.get("href")[1:] for e in tree.iter("a") if e.get("href").startswith("#")]
        self.assertTrue(inside)
        self.assertEqual([name for name in inside if name not in ids], [])
        levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]
        self.assertEqual(levels[0], 1)
        self.assertTrue(all(after <= before + 1 for before, after in zip(levels, levels[1:])))

    def test_odt_container(self):
        path = self.write_report("odt", SAMPLE_REPORT)
        data = path.read_bytes()
        name_length, extra_length = struct.unpack("<HH", data[26:30])
        self.assertEqual(data[:4], b"PK\x03\x04")
        self.assertEqual((data[30:30 + name_length], extra_length), (b"mimetype", 0))
        self.assertEqual(data[38:77], b"application/vnd.oasis.opendocument.text")
        with zipfile.ZipFile(path) as opened:
            self.assertIsNone(opened.testzip())
            self.assertEqual([(i.filename, i.compress_type) for i in opened.infolist()],
                             [("mimetype", 0), ("meta.xml", 8), ("styles.xml", 8), ("content.xml", 8), ("META-INF/manifest.xml", 8)])
            self.assertEqual([i.filename for i in opened.infolist() if i.extra], [])
            for info in opened.infolist()[1:]:
                xml.etree.ElementTree.fromstring(opened.read(info))
        text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
        tree = xml.etree.ElementTree.fromstring(read_odt(path))
        for tag in ("h", "list", "note", "a"):
            self.assertTrue(list(tree.iter(text + tag)), tag)

    @NEEDS_OFFICE
    def test_odt_opens_in_an_office(self):
        read = convert_odt(self.write_report("odt", SAMPLE_REPORT, "--annex"))
        for part in ("Consultations with allies and partners", "Highlights", "Bucharest Nine", "Annex: records and sources"):
            self.assertIn(part, read)
        self.assertIn(squeeze("Blinken took part in four3 sessions: NATO (two4), G7 (one5) and OSCE (one6)."), squeeze(read))

    def test_pdf(self):
        path = self.write_report("pdf", SAMPLE_REPORT)
        facts = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
        self.assertRegex(facts, r"Tagged: +yes")
        self.assertRegex(facts, r"Title: +Consultations with allies and partners over Ukraine")
        structure = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True, text=True).stdout
        for tag in ("H1", "H2", "H3", "L", "LI", "P", "Link"):
            self.assertRegex(structure, rf"(?m)^ *{tag} \(")
        outline = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", path], capture_output=True, check=True, text=True).stdout.split("<outline>", 1)[1]
        for head in ("Highlights", "Overview of engagements", "Bucharest Nine", "Notes"):
            self.assertIn(f">{head}</item>", outline)
        links = subprocess.run(["pdfinfo", "-url", path], capture_output=True, check=True, text=True).stdout
        self.assertIn("https://", links)
        read = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout
        spoken = self.report(SAMPLE_REPORT).split("Overview of engagements")[0].split("Highlights")[1]
        first = re.sub(r"\[\d+\]", "", spoken).strip("= \n").split("\n- ")[0].lstrip("- ")
        self.assertIn(squeeze(first)[:40], squeeze(read))
        pages = int(re.search(r"Pages: +(\d+)", facts)[1])
        self.assertEqual([n for n in range(1, pages + 1) if not re.search(rf"(?m)^{n}$", read)], [])

    def test_markdown_is_read_back(self):
        markdown = self.report(SAMPLE_REPORT, "--format=markdown")
        html = subprocess.run(["cmark"], input=markdown, capture_output=True, check=True, text=True).stdout
        again = subprocess.run(["cmark", "-t", "commonmark"], input=markdown, capture_output=True, check=True, text=True).stdout
        self.assertEqual(subprocess.run(["cmark"], input=again, capture_output=True, check=True, text=True).stdout, html)
        tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
        plain = "".join(tree.itertext())
        told = "".join(parse_html(self.report(SAMPLE_REPORT, "--format=html")).find("body/main").itertext())
        self.assertIn(re.sub(r"\[?\d+\]?", "", squeeze(told))[:4000], re.sub(r"\[?\d+\]?", "", squeeze(plain)))


def record(kind, number, **fields):
    return {"record": kind, "uuid": f"{UUID}{number:02}", "sensitivity": "public", **fields}


class HostileTest(ReportTest):
    def setUp(self):
        super().setUp()
        records = [record("store", 0, name="Store", own_country="US"), record("contact", 1, name="Ours", family="Ours", side="ours", country="US")]
        numbers = range(10, 10 + len(HOSTILE))
        records += [record("contact", n, name=text, family=text, side="theirs", country="UA") for n, text in zip(numbers, HOSTILE)]
        records += [record("engagement", 30 + n, title=text, form="meeting", status="held", place=text, start=f"2021-12-{n:02}", precision="day",
                           evidence="report") for n, text in zip(numbers, HOSTILE)]
        for n in numbers:
            records += [record("participation", 55 + n - 10, engagement=f"{UUID}{30 + n:02}", contact=f"{UUID}01", side="ours",
                               role="principal", attendance="attended"),
                        record("participation", 70 + n - 10, engagement=f"{UUID}{30 + n:02}", contact=f"{UUID}{n:02}", side="theirs",
                               role="principal", attendance="attended")]
        records += [record("readout", 90 + n, issuer=text, title=text, address="https://example.org/a'b?c=1&e=%20",
                           engagements=[f"{UUID}{40 + n:02}"]) for n, text in enumerate(HOSTILE[:5])]
        opening = "\n".join(HOSTILE) + "\n\nLast line"
        records += [record("report", 98, name="Hostile", title=HOSTILE[0] + HOSTILE[1], opening=opening, audience="public"),
                    record("highlight", 99, report=f"{UUID}98", measure="calls-and-meetings", wording=" ".join(HOSTILE[:4]) + " {1}")]
        self.import_records(records)

    def expect(self, text):
        squeezed = squeeze(text)
        for hostile in HOSTILE:
            self.assertIn(squeeze(hostile), squeezed)

    def test_text(self):
        self.expect(self.report("Hostile", "--annex"))

    def test_html(self):
        html = self.report("Hostile", "--format=html", "--annex")
        tree = parse_html(html)
        self.assertEqual([e.tag for e in tree.iter() if e.tag == "script" or any(str(name).startswith("on") for name in e.keys())], [])
        self.assertEqual([e.get("href") for e in tree.iter("a") if not re.match("https?:|#", e.get("href"))], [])
        self.expect("".join(tree.find("body").itertext()))

    def test_markdown(self):
        markdown = self.report("Hostile", "--format=markdown", "--annex")
        html = subprocess.run(["cmark"], input=markdown, capture_output=True, check=True, text=True).stdout
        tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
        self.assertEqual([e.tag for e in tree.iter() if e.tag in ("script", "em", "code", "img")], [])
        self.assertEqual([e.get("href") for e in tree.iter("a") if not e.get("href").startswith("https:")], [])
        self.assertEqual(len(list(tree.iter("h1"))), 1)
        self.expect("".join(tree.itertext()))

    def test_odt(self):
        self.expect("".join(xml.etree.ElementTree.fromstring(read_odt(self.write_report("odt", "Hostile", "--annex"))).itertext()))

    @NEEDS_OFFICE
    def test_odt_in_an_office(self):
        read = squeeze(convert_odt(self.write_report("odt", "Hostile", "--annex")))
        for hostile in HOSTILE:
            # What is written from right to left is read back in the order of the eye.
            if hostile.isascii():
                self.assertIn(squeeze(hostile), read)

    def test_pdf(self):
        path = self.write_report("pdf", "Hostile", "--annex")
        read = squeeze(subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout)
        for hostile in HOSTILE:
            # What is written from right to left is read back in the order of the eye.
            if hostile.isascii():
                self.assertIn(squeeze(hostile), read)
        links = subprocess.run(["pdfinfo", "-url", path], capture_output=True, check=True, text=True).stdout
        self.assertIn("https://example.org/a%27b?c=1&e=%20", links)


tap.main()
