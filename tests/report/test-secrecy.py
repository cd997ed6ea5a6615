#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No word of a record that is not public is in a public report: records of the sample are taken at random, every text in them is replaced by a
word that would give it away, and this word is looked for in whatever comes out.

usage: test-secrecy.py LIAISON SCHEMA [TEST…]
"""

import json
import os
import pathlib
import random
import re
import subprocess
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from reporting import SAMPLE_REPORT, ReportTest  # noqa: E402

ReportTest.program = os.path.abspath(sys.argv[1])
SCHEMA = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))["$defs"]
del sys.argv[1:3]

SECRET = re.compile(r"Zsecret[a-z]+", re.IGNORECASE)
# What only the program reads; and what this test keeps of a record, so that queries go on finding it by its former name.
CODES = {"zone", "language", "query", "from", "to", "entity", "overview_order", "measure", "other_names", "hash", "text_hash"}
# What is public in any case: what the report is told under, and who tells it.
KEPT = ("report", "store", "issue")

KEYS = ("day", "week", "month", "quarter", "year", "form", "group", "country", "principal", "counterpart", "organisation", "format", "topic",
        "level", "initiated", "office", "our-level", "total")
MEASURES = ("engagements", "counterparts", "countries", "organisations")
# The charts, and by what of each.
CHARTS = {
    "over-time": ("stack=format", "stack=country", "stack=level"),
    "calendar": ("",),
    "gaps": ("of=countries", "of=counterparts", "of=NATO"),
    "matrix": ("with=country", "with=counterpart", "with=organisation", "with=level", "with=topic"),
    "ranking": ("of=counterpart", "of=country", "of=organisation", "of=principal", "of=topic", "of=format"),
    "reciprocity": ("by=country", "by=counterpart", "by=principal"),
    "map": ("",),
    "network": ("with=counterpart", "with=country", "with=organisation"),
    "overview": ("",),
}


def get_text_fields(kind):
    for name, field in SCHEMA[kind]["properties"].items():
        is_text = field.get("type") == "string" or field.get("$ref", "") in ("#/$defs/texts", "#/$defs/address")
        if is_text and name not in CODES and name != "countries":
            yield name, field.get("$ref", "")


def hide(record, rand):
    hidden = {**record, "sensitivity": rand.choice(["internal", "confidential"])}
    kind = record["record"]
    for name, reference in get_text_fields(kind):
        word = f"Zsecret{kind}{name}".replace("_", "")
        listed = [f"{word}@example.org" if name == "email" else word]
        hidden[name] = listed if reference.endswith("texts") else f"https://{word}.example/{word}" if reference.endswith("address") else word
    if "other_names" in SCHEMA[kind]["properties"]:
        hidden["other_names"] = [record[name] for name in ("name", "short_name", "family") if record.get(name)]
    return hidden


class SecrecyTest(ReportTest):
    def setUp(self):
        super().setUp()
        self.make_sample()
        # A wording over what is left of its number would be refused.
        self.change(*({**record, "wording": "{who}: {1}."} for record in self.export_records() if record.get("wording")), year=2029)
        self.public = self.export_records()

    def look(self, text, what):
        self.assertEqual(sorted(set(SECRET.findall(text))), [], what)

    def look_at_pdf(self, path, what):
        for command in (["pdftotext", path, "-"], ["pdfinfo", path], ["pdfinfo", "-meta", path], ["pdfinfo", "-struct-text", path],
                        ["pdfinfo", "-url", path], ["pdftohtml", "-xml", "-i", "-stdout", path]):
            self.look(subprocess.run(command, capture_output=True, check=True, text=True, errors="replace").stdout, (command[:2], what))
        self.look(path.read_bytes().decode("latin-1"), what)

    def look_at_reports(self, *words):
        for form in ("text", "markdown", "html"):
            self.look(self.report(*words, f"--format={form}", "--annex"), (form, words))
        with zipfile.ZipFile(self.write_report("odt", *words, "--annex")) as opened:
            for name in opened.namelist():
                self.look(name + opened.read(name).decode("utf-8"), (name, words))
        self.look_at_pdf(self.write_report("pdf", *words, "--annex"), words)

    def look_at_issue(self):
        self.report(SAMPLE_REPORT, "--publish")
        issues = [record for record in self.export_records() if record["record"] == "issue"]
        self.assertTrue(issues)
        for issue in issues:
            self.look(json.dumps([issue["text"], issue["figures"], issue["records"]]), "issue")

    def hide_some(self, seed, share):
        rand = random.Random(seed)
        hidden = [hide(record, rand) for record in self.public if record["record"] not in KEPT and rand.random() < share]
        self.assertGreater(len({record["record"] for record in hidden}), 8)
        return hidden

    def test_reports_of_stores_with_secrets(self):
        for seed, share in ((1, 0.1), (2, 0.5), (3, 0.9)):
            hidden = self.hide_some(seed, share)
            self.change(*hidden, year=2030 + seed)
            self.look_at_reports(SAMPLE_REPORT)
            self.look_at_reports("--from=2021-11-01")
            self.look_at_issue()
            # They are words of the store, and an audience that may hear some of them does.
            self.assertTrue(SECRET.search(self.run_liaison("export", "--output=-")[0]))
        self.assertTrue(SECRET.search(self.report("--audience=internal", "--annex")))

    def look_at_figures(self, query):
        for key in KEYS:
            for measure in MEASURES:
                self.look("".join(self.run_liaison("count", query, f"--by={key}", f"--measure={measure}", "--format=json")), (key, measure))
            other = "group" if key == "form" else "form"
            self.look("".join(self.run_liaison("count", query, f"--by={other}", f"--and-by={key}", "--format=csv")), key)
        for kind, choices in CHARTS.items():
            for choice in choices:
                path = self.folder / f"{kind}.csv"
                self.run_liaison("chart", kind, query, *([f"--set={choice}"] if choice else []), f"--output={path}")
                self.look(path.read_text(encoding="utf-8"), (kind, choice))
        for subject in ("country:UA", "country:RU", "with:Stoltenberg", "org:OSCE", "by:Blinken", "by:Sullivan"):
            path = self.folder / "timeline.csv"
            self.run_liaison("chart", "timeline", f"{query} {subject}", f"--output={path}")
            self.look(path.read_text(encoding="utf-8"), subject)

    def test_figures_and_charts_for_the_public(self):
        """By every key and of every kind, in counts, grids and charts."""
        for seed, share in ((6, 0.2), (7, 0.6)):
            self.change(*self.hide_some(seed, share), year=2030 + seed)
            self.look_at_figures("audience:public")
        # Everybody is told of them.
        for key in ("principal", "counterpart", "organisation", "office", "format", "topic"):
            self.assertTrue(SECRET.search(self.run_liaison("count", "", f"--by={key}")[0]), key)

    def test_what_was_published_before_it_became_secret(self):
        self.report(SAMPLE_REPORT, "--publish")
        self.change(*self.hide_some(4, 0.5), year=2031)
        told = self.run_liaison("report", SAMPLE_REPORT, "--compare", status=1)[0]
        self.assertIn("Published 16, now ", told)
        self.look(told, "compared")
        self.look(self.run_liaison("report", SAMPLE_REPORT, "--check", status=1)[0], "check")

    def test_nobody_is_told_to_have_become_what_is_secret(self):
        """By the word “then-” before the title of that day."""
        then = "then-Chairperson-in-Office of the OSCE Ann Linde"
        self.assertIn(then, " ".join(self.report(SAMPLE_REPORT, "--format=text").split()))
        linde = next(record for record in self.public if record["record"] == "contact" and record["name"] == "Ann Linde")
        self.change(*({**record, "sensitivity": "internal"} for record in self.public if record["record"] == "post"
                      and record["contact"] == linde["uuid"] and "OSCE" not in record["title"]), year=2031)
        text = " ".join(self.report(SAMPLE_REPORT, "--format=text").split())
        self.assertNotIn(then, text)
        self.assertIn(then.removeprefix("then-"), text)

    def test_each_record_alone(self):
        """One of each kind, so that what is around it is told."""
        rand = random.Random(5)
        for year, kind in enumerate(sorted({record["record"] for record in self.public} - set(KEPT)), 2031):
            hidden = hide(rand.choice([record for record in self.public if record["record"] == kind]), rand)
            self.change(hidden, year=year)
            self.look(self.report(SAMPLE_REPORT, "--format=html", "--annex"), hidden)
            self.look(self.report("--format=markdown", "--annex"), hidden)


tap.main()
