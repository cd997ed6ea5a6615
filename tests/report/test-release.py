#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes out to whom: audiences, the release check, and what was published held against what the store says later.

usage: test-release.py LIAISON [TEST…]
"""

import contextlib
import os
import pathlib
import re
import sqlite3
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from reporting import SAMPLE_REPORT, ReportTest  # noqa: E402

ReportTest.program = os.path.abspath(sys.argv[1])
del sys.argv[1]


SECRET = re.compile("X(?:engagement|place|contact|family|organisation|short|title|readout|issuer)")


class StoreTest(ReportTest):
    def setUp(self):
        super().setUp()
        self.make_sample()

    def find(self, kind, **fields):
        found = [record for record in self.export_records()
                 if record["record"] == kind and all(record.get(key) == value for key, value in fields.items())]
        self.assertEqual(len(found), 1, (kind, fields))
        return found[0]


class FactSheetTest(StoreTest):
    """What the sample's report says of those weeks, sentence by sentence, and what it does not say since no record bears it out."""

    SENTENCES = (
        "President of the United States Joe Biden spoke with 16 European leaders.",
        "Secretary of State Antony J. Blinken held more than two dozen calls and meetings with foreign counterparts (3 announced only).",
        "Blinken took part in four sessions: NATO (two), G7 (one) and OSCE (one).",
        "Secretary of Defense Lloyd J. Austin III spoke with eight European counterparts (stated, 1 dated).",
        "Chairman of the Joint Chiefs of Staff Mark A. Milley spoke with one European counterpart.",
        "National Security Advisor Jake Sullivan had dozens of calls and meetings: at least 28 (stated, 6 dated).",
        "Sullivan held two calls and meetings in multilateral formats: B9 (one) and Nordics (one).",
        "Biden spoke twice with President of Ukraine Volodymyr Zelenskyy.",
        "Blinken spoke twice with Minister for Foreign Affairs of Ukraine Dmytro Kuleba (1 announced only) and twice with Zelenskyy.",
        "Sullivan spoke seven times with Head of the Office of the President of Ukraine Andriy Yermak (stated).",
        "Milley spoke four times with Commander-in-Chief of the Armed Forces of Ukraine Valerii Zaluzhnyi (stated, 1 dated).",
        "Biden engaged members of B9 once in the B9 format.",
        "Blinken engaged members of B9 six times bilaterally and once in the B9 format.",
        "Sullivan engaged members of B9 once bilaterally and once in the B9 format.",
        "Biden hosted one counterpart: President of the European Commission Ursula von der Leyen. [1 Nov 2021 – 11 Jan 2022]",
        "Blinken spoke once with President of the European Council Charles Michel and once with High Representative of the European Union for "
        "Foreign Affairs and Security Policy Josep Borrell.",
        "The United States reached two of three countries: Sweden and Finland; not reached: Georgia.",
        "Department of the Treasury: calls and meetings with one counterpart from one country.",
        "U.S. Permanent Representative to NATO Julianne Smith took part in one session: NUC.",
        "together made at least 40 further calls (stated).",
    )
    NOT_BORNE_OUT = ("office:Energy", "office:USAID", 'by:"Julianne Smith","Michael Carpenter"')

    def test_every_sentence(self):
        text = self.report(SAMPLE_REPORT).split("Overview of engagements", 1)[0]
        said = " ".join(re.sub(r"\[\d+\]", "", text).split())
        for sentence in self.SENTENCES:
            self.assertIn(sentence, said)
        checked = self.run_liaison("report", SAMPLE_REPORT, "--check", status=1)[0]
        for query in self.NOT_BORNE_OUT:
            self.assertRegex(checked, rf"Without a record: .*\({query} ")
        self.assertIn("Michael Carpenter is in no engagement of this highlight", checked)
        self.assertNotIn("Carpenter", said)


class AudienceTest(StoreTest):
    def make_secret(self):
        """Marks some records of every kind as not public, each with a word of its own."""
        engagement = self.find("engagement", title="Biden and Niinistö speak by phone")
        contact = self.find("contact", name="Valerii Zaluzhnyi")
        organisation = self.find("organisation", name="Quint")
        post = self.find("post", title="Secretary of Defense")
        readouts = [record for record in self.export_records() if record["record"] == "readout"]
        records = [
            {**engagement, "title": "Xengagement", "place": "Xplace", "sensitivity": "internal"},
            {**contact, "name": "Xcontact", "family": "Xfamily", "other_names": ["Zaluzhnyi"], "sensitivity": "confidential"},
            {**organisation, "name": "Xorganisation", "short_name": "Xshort", "sensitivity": "internal"},
            {**post, "title": "Xtitle", "sensitivity": "internal"},
            {**readouts[0], "title": "Xreadout", "issuer": "Xissuer", "sensitivity": "internal"},
        ]
        self.change(*records)

    def test_no_word_of_what_is_not_public(self):
        self.make_secret()
        for name in (SAMPLE_REPORT, "--from=2021-11-01"):
            with zipfile.ZipFile(self.write_report("odt", name, "--annex")) as opened:
                texts = [opened.read("content.xml").decode("utf-8")]
            texts += [self.report(name, f"--format={form}", "--annex") for form in ("text", "markdown", "html")]
            for text in texts:
                self.assertEqual(SECRET.findall(text), [])
        internal = self.report(SAMPLE_REPORT, "--audience=internal", "--annex")
        for word in ("Xshort", "Xtitle", "Xreadout"):
            self.assertIn(word, internal)
        self.assertNotIn("Xcontact", internal)
        self.assertNotIn("Xfamily", internal)

    def test_counts_public_records_only(self):
        self.assertIn("spoke with 16[1] European leaders", self.report(SAMPLE_REPORT))
        self.make_secret()
        public = self.report(SAMPLE_REPORT)
        # Niinistö was spoken with in what is internal now.
        self.assertIn("spoke with 15[1] European leaders", public)
        self.assertIn("spoke with 16[1] European leaders", self.report(SAMPLE_REPORT, "--audience=internal"))
        check = self.run_liaison("report", SAMPLE_REPORT, "--check", status=1)[0]
        self.assertIn("For this audience the figure is 15, with all records 16: ", check)

    def test_a_report_that_is_not_public_is_not_written_for_the_public(self):
        report = self.find("report", name=SAMPLE_REPORT)
        self.change({**report, "title": "Xtitle", "sensitivity": "internal"})
        output, errors = self.run_liaison("report", SAMPLE_REPORT, status=1)
        self.assertEqual(output, "")
        self.assertIn("not for this audience", errors)
        self.assertIn("Xtitle", self.report(SAMPLE_REPORT, "--audience=internal"))


class ProseTest(StoreTest):
    def reword(self, measure, query, wording):
        highlight = self.find("highlight", measure=measure, query=query)
        self.change({**highlight, "wording": wording})

    def test_overclaims_are_refused_with_the_number(self):
        for wording in ("{who} spoke with dozens of leaders.", "{who} spoke with scores of them: {1}.", "More than 16 calls: {1}.",
                        "{who} spoke with 17 leaders, {1}.", "More than two dozen leaders: {1}."):
            self.reword("leaders", "by:Biden grouping:Europe", wording)
            path = self.folder / "report.html"
            path.write_text("as it was", encoding="utf-8")
            _, errors = self.run_liaison("report", SAMPLE_REPORT, f"--output={path}", status=1)
            self.assertIn("says more than its number, 16", errors)
            self.assertEqual(path.read_text(encoding="utf-8"), "as it was")
            self.assertIn("says more than its number, 16", self.run_liaison("report", SAMPLE_REPORT, "--check", status=1)[0])

    def test_wordings_that_the_number_bears_out(self):
        self.reword("leaders", "by:Biden grouping:Europe", "{who} spoke with more than a dozen leaders, at least 16.")
        self.assertIn("spoke with more than a dozen\n  leaders, at least 16 (16[1]).", self.report(SAMPLE_REPORT))
        self.reword("leaders", "by:Biden grouping:Europe", "{1 loosely}, or {1 times}.")
        self.assertIn("- more than a dozen[1], or 16 times[2].", self.report(SAMPLE_REPORT))

    def say(self, measure, position, query, wording=""):
        """What the highlight at a place says for another query, without the marks of footnotes."""
        highlight = self.find("highlight", measure=measure, position=position)
        self.change({**highlight, "query": query, "wording": wording})
        return re.sub(r"\[\d+\]", "", " ".join(self.report(SAMPLE_REPORT).split()))

    def find_missing(self):
        checked = self.run_liaison("report", SAMPLE_REPORT, "--check", status=1)[0]
        return sorted(re.findall(r"(?:\w+\.? )*?([A-Z][\w.]*) is in no engagement of this highlight", checked))

    def test_those_of_whom_a_source_speaks_together(self):
        total = self.find("stated_total", number=40)
        people = [self.find("contact", name=name)["uuid"] for name in ("Julianne Smith", "Michael Carpenter")]
        self.change({**total, "principals": people})
        before = self.find_missing()
        said = self.say("calls-and-meetings", 6, 'by:"Julianne Smith","Michael Carpenter"')
        self.assertRegex(said, r"- [^-]*Julianne Smith and [^-]*Michael Carpenter held at least 40 calls and meetings \(stated\)\.")
        self.assertEqual(self.find_missing(), before)

    def test_where_each_has_numbers_of_their_own(self):
        before = self.find_missing()
        for measure, position, query in (("pairs", 8, "country:UA by:Biden,Milley"), ("format", 9, "format:B9 by:Biden,Blinken")):
            said = self.say(measure, position, query, "For example {who}: {1}.")
            self.assertRegex(said, r"- For example [^:]*Biden and [^:]*(Milley|Blinken): ")
            self.assertEqual(self.find_missing(), before, measure)
        said = self.say("pairs", 8, 'country:UA by:Biden,"Michael Carpenter"', "For example {who}: {1}.")
        self.assertRegex(said, r"- For example [^:]*Biden: ")
        self.assertEqual(self.find_missing(), sorted([*before, "Carpenter"]))
        # Whom a wording does not name, nobody misses in it.
        self.say("pairs", 8, 'country:UA by:Biden,"Michael Carpenter"', "For example {1}.")
        self.assertEqual(self.find_missing(), before)

    def test_the_number_of_the_only_format(self):
        self.say("sessions", 16, 'by:"Julianne Smith"', "Only {1} of ours.")
        told = " ".join(self.report(SAMPLE_REPORT).split())
        self.assertRegex(told, r'Query: by:"Julianne Smith" from:\S+ to:\S+ group:sessions format:NUC')

    def test_the_verb_follows_the_form(self):
        self.assertRegex(self.say("calls-and-meetings", 6, "by:Blinken group:calls"), r"Blinken held \d\d calls\.")
        self.assertRegex(self.say("calls-and-meetings", 6, "by:Blinken form:meeting"), r"Blinken held \d\d meetings \(3 announced only\)\.")
        self.assertRegex(self.say("pairs", 11, "by:Blinken with:Kuleba group:meetings"), r"Blinken met once with Kuleba")
        self.assertRegex(self.say("pairs", 11, "by:Blinken with:Zelenskyy group:calls"), r"Blinken spoke by telephone or video twice with Zelenskyy")
        self.assertRegex(self.say("counterparts", 5, "by:Blinken grouping:Europe group:meetings"), r"met \w+ European counterparts")

    def test_no_section_stands_twice(self):
        heads = [head for head in re.findall(r"(?m)^(.+)\n-{3,}$", self.report("--from=2021-01-01"))]
        self.assertIn("North Atlantic Treaty Organization", heads)
        self.assertEqual(sorted(heads), sorted(set(heads)))

    def test_a_member_of_a_delegation_is_no_headline(self):
        def uuid(n):
            return f"017e0007-0000-7000-8000-{n:012}"

        def person(n, name, side):
            return {"record": "contact", "uuid": uuid(n), "name": name, "family": name, "side": side, "country": "US" if side == "ours" else "UA"}

        self.store.unlink()
        records = [person(1, "Behind", "ours"), person(2, "Before", "ours"), *(person(10 + n, f"Other {n}", "theirs") for n in range(12))]
        for n in range(12):
            records.append({"record": "engagement", "uuid": uuid(100 + n), "title": "Meeting", "form": "meeting", "status": "held",
                            "start": f"2021-12-{n + 1:02}", "precision": "day", "evidence": "report"})
            for m, (contact, side) in enumerate(((2, "ours"), (1, "ours"), (10 + n, "theirs"))):
                records.append({"record": "participation", "uuid": uuid(1000 + 10 * n + m), "engagement": uuid(100 + n), "contact": uuid(contact),
                                "side": side, "role": "principal", "attendance": "attended"})
        self.import_records(records)
        highlights = re.sub(r"\[\d+\]", "", self.report().split("Overview of engagements")[0])
        self.assertIn("Before held 12 calls and meetings", highlights)
        self.assertNotIn("Behind", highlights)

    def test_nothing_has_a_gender(self):
        sources = pathlib.Path(__file__).resolve().parents[2] / "src" / "report"
        told = {text for path in sources.glob("*.c") for text in re.findall(r'"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8"))}
        self.assertGreater(len(told), 200)
        gendered = re.compile(r"\b(he|she|his|her|hers|him|himself|herself|mr|mrs|ms|chairman|spokesman|businessm[ae]n)\b", re.IGNORECASE)
        self.assertEqual([text for text in told if gendered.search(text)], [])


class IssueTest(StoreTest):
    def change(self, *records):
        """Imports records again as changed now, within the second in which the report was published as well as later."""
        self.import_records({key: value for key, value in record.items() if key != "modified"} for record in records)

    def test_what_was_published_is_compared(self):
        self.assertIn("not been published", self.run_liaison("report", SAMPLE_REPORT, "--compare", status=1)[1])
        published = self.report(SAMPLE_REPORT, "--publish")
        issue = self.find("issue")
        self.assertEqual(issue["text"], published)
        self.assertEqual(len(issue["hash"]), 64)
        self.assertEqual(self.run_liaison("report", SAMPLE_REPORT, "--compare"), ("", ""))

        gone = self.find("engagement", title="Biden and Niinistö speak by phone")
        late = self.find("engagement", title="Sullivan convenes France, Germany, Italy, Poland and the United Kingdom")
        self.change({**gone, "status": "cancelled"}, {**late, "start": "2022-01-05", "precision": "day"})
        told = self.run_liaison("report", SAMPLE_REPORT, "--compare", status=1)[0]
        self.assertIn("Published 16, now 15: by:Biden grouping:Europe", told)
        self.assertIn("Not counted any more: “Biden and Niinistö speak by phone”. Changed: Status: Held, now Cancelled", told)
        self.assertIn("Published 28, now 29: by:Sullivan", told)
        self.assertRegex(told, "Counted now: 5 Jan 2022: National Security Advisor Jake Sullivan spoke .* Changed: .*Start: nothing, now 2022-01-05")

    def compare(self, *changed):
        """What is told after the changes, figure by figure: its head, and the reasons under it."""
        self.report(SAMPLE_REPORT, "--publish")
        self.change(*changed)
        lines = self.run_liaison("report", SAMPLE_REPORT, "--compare", status=1)[0].splitlines()
        told = {}
        for line in lines:
            if line.startswith("Published "):
                reasons = told[line.partition(":")[0] + ":" + line.partition(": ")[2].split(" from:")[0]] = []
            else:
                reasons.append(re.sub(r"  [0-9a-f-]{36}$", "", line.strip()))
        self.assertTrue(all(told.values()), "each figure that changed says why")
        return told

    def test_a_date_that_was_moved(self):
        moved = self.find("engagement", title="Biden and Niinistö speak by phone")
        told = self.compare({**moved, "start": "2022-02-13"})
        self.assertEqual(told["Published 16, now 15:by:Biden grouping:Europe"],
                         ["Not counted any more: “Biden and Niinistö speak by phone”. Changed: Start: 2021-12-13, now 2022-02-13"])

    def test_a_record_that_is_internal_now(self):
        hidden = self.find("engagement", title="Biden and Niinistö speak by phone")
        told = self.compare({**hidden, "sensitivity": "internal"})
        self.assertEqual(told["Published 16, now 15:by:Biden grouping:Europe"], [f"Not for this audience any more: {hidden['uuid']}"])

    def test_somebody_who_was_absent(self):
        contact = self.find("contact", name="Sauli Niinistö")
        part = self.find("participation", contact=contact["uuid"], side="theirs")
        told = self.compare({**part, "attendance": "absent"})
        self.assertEqual(told["Published 16, now 15:by:Biden grouping:Europe"],
                         ["Not counted any more: “Biden and Niinistö speak by phone”. Changed: those who took part"])

    def test_what_a_source_states_otherwise(self):
        total = self.find("stated_total", text="Sullivan and Yermak have spoken seven times in recent weeks.")
        told = self.compare({**total, "number": 9})
        self.assertEqual(told['Published 7, now 9:country:UA'],
                         ["Stated otherwise since it was published: “Sullivan and Yermak have spoken seven times in recent weeks.”"])

    def test_a_new_one(self):
        call = self.find("engagement", title="Biden and Niinistö speak by phone")
        parts = [record for record in self.export_records() if record["record"] == "participation" and record["engagement"] == call["uuid"]]
        uuids = iter(f"017e0007-0000-7000-8000-{n:012}" for n in range(10))
        new = {**call, "uuid": next(uuids), "title": "They speak again", "start": "2022-01-03", "created": "2022-01-04T00:00:00Z"}
        told = self.compare(new, *({**part, "uuid": next(uuids), "engagement": new["uuid"]} for part in parts))
        added = next(reasons for head, reasons in told.items() if head.startswith("Published 71, now 72"))
        self.assertRegex(added[0], "Added since it was published: 3 Jan 2022: President of the United States Joe Biden spoke by telephone")

    def test_what_was_changed_back(self):
        moved = self.find("engagement", title="Biden and Niinistö speak by phone")
        contact = self.find("contact", name="Sauli Niinistö")
        part = self.find("participation", contact=contact["uuid"], side="theirs")
        self.report(SAMPLE_REPORT, "--publish")
        self.change({**moved, "status": "cancelled"}, {**part, "attendance": "absent"})
        self.change({**moved, "start": "2022-02-13"}, part)
        told = self.run_liaison("report", SAMPLE_REPORT, "--compare", status=1)[0]
        self.assertIn("Changed: Start: 2021-12-13, now 2022-02-13\n", told)
        self.assertNotIn("Status:", told)
        self.assertNotIn("took part", told)

    def test_a_total_of_older_times(self):
        total = self.find("stated_total", text="Sullivan and Yermak have spoken seven times in recent weeks.")
        self.report(SAMPLE_REPORT, "--publish")
        self.import_records([{**total, "number": 9, "modified": total["created"]}])
        told = self.run_liaison("report", SAMPLE_REPORT, "--compare", status=1)[0]
        self.assertIn("Stated otherwise since it was published: “Sullivan and Yermak have spoken seven times in recent weeks.”", told)

    def test_a_query_is_told_with_each_term_once(self):
        self.report(SAMPLE_REPORT, "--publish")
        self.change({**self.find("engagement", title="Biden and Niinistö speak by phone"), "status": "cancelled"})
        heads = [line for line in self.run_liaison("report", SAMPLE_REPORT, "--compare", status=1)[0].splitlines() if line.startswith("Published ")]
        self.assertTrue(heads)
        for head in heads:
            self.assertEqual([head.count(term) for term in ("audience:public", "is:counted")], [1, 1], head)

    def test_an_issue_in_another_store(self):
        self.report(SAMPLE_REPORT, "--publish")
        records = self.export_records()
        self.store.unlink()
        self.import_records(records)
        self.assertEqual(self.run_liaison("report", SAMPLE_REPORT, "--compare"), ("", ""))
        moved = self.find("engagement", title="Biden and Niinistö speak by phone")
        self.change({**moved, "start": "2022-02-13"})
        told = self.run_liaison("report", SAMPLE_REPORT, "--compare", status=1)[0]
        self.assertIn("Changed: Start: 2021-12-13, now 2022-02-13", told)

    def test_an_issue_that_was_changed_is_told(self):
        self.report(SAMPLE_REPORT, "--publish")
        issue = self.find("issue")
        self.change({**issue, "text": issue["text"].replace("16", "17")})
        self.assertIn("its hash is another one", self.run_liaison("report", SAMPLE_REPORT, "--compare", status=1)[0])


class PartsTest(StoreTest):
    def test_footnotes_can_be_left_out(self):
        for form in ("text", "markdown", "html"):
            plain = self.report(SAMPLE_REPORT, f"--format={form}", "--no-notes")
            self.assertIn("President of the United States Joe Biden spoke with", plain)
            for mark in ("Query:", "Notes", "[1]", "note-1"):
                self.assertNotIn(mark, plain)
        self.assertIn("Joe Biden spoke with 16 European leaders.", self.report(SAMPLE_REPORT, "--no-notes"))
        with zipfile.ZipFile(self.write_report("odt", SAMPLE_REPORT, "--no-notes")) as opened:
            content = opened.read("content.xml").decode("utf-8")
        self.assertNotIn("text:note ", content)
        self.assertNotIn("Query:", content)

    def test_parts_are_kept_with_the_report(self):
        self.report(SAMPLE_REPORT, "--publish")
        record = self.find("report")
        self.assertFalse({"with_annex", "without_footnotes"} & set(record))
        self.change({**record, "with_annex": True, "without_footnotes": True})
        self.assertTrue(self.find("report", with_annex=True, without_footnotes=True))
        kept = self.report(SAMPLE_REPORT)
        self.assertIn("Annex: records and sources", kept)
        self.assertNotIn("Query:", kept)
        # What is asked for once goes before what is kept.
        self.assertIn("Query:", self.report(SAMPLE_REPORT, "--notes"))
        self.assertNotIn("Annex: records and sources", self.report(SAMPLE_REPORT, "--no-annex"))
        # What was published is no other one by it, neither its hash nor its figures.
        self.assertEqual(self.run_liaison("report", SAMPLE_REPORT, "--compare"), ("", ""))

    def read_schema(self):
        with contextlib.closing(sqlite3.connect(self.store)) as opened:
            return opened.execute("PRAGMA user_version").fetchone()[0]

    def test_a_store_of_before_says_the_same(self):
        of_today = self.report(SAMPLE_REPORT)
        with contextlib.closing(sqlite3.connect(self.store)) as opened:
            opened.executescript("DROP TABLE stale_traits; DROP TABLE traits; DROP INDEX participation_sensitivity; DROP TABLE stale_text; ALTER TABLE report DROP COLUMN with_annex;"
                                 "ALTER TABLE report DROP COLUMN without_footnotes; PRAGMA user_version = 3")
        self.assertEqual(self.report(SAMPLE_REPORT), of_today)
        self.assertEqual(self.read_schema(), 3)
        # Writing into it brings it up to date.
        self.assertEqual(self.report(SAMPLE_REPORT, "--publish"), of_today)
        self.assertEqual(self.read_schema(), 6)


class UsageTest(StoreTest):
    def test_wrong_usage(self):
        for words in (("--format=doc",), ("--audience=all",), ("--from=never",), ("a", "b"), ("--format=pdf",), ("--publish",), ("--compare",),
                      (f"--output={self.store}",)):
            errors = self.run_liaison("report", *words, status=2)[1]
            self.assertIn("liaison report --help", errors)
        self.assertIn("wiht", self.run_liaison("report", "--query=wiht:Biden", status=2)[1])
        self.assertIn("No report is called “none”", self.run_liaison("report", "none", status=1)[1])

    def test_an_empty_store(self):
        self.store.unlink()
        self.import_records([])
        self.assertIn("There is nothing to list: 0[1] engagements on record.", self.report())


tap.main()
