#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts every number of reports again, from the raw tables: on the sample, on real visits, on a generated store, or on stores that are named.

usage: test-recount.py LIAISON [TEST… | STORE.liaison…]
"""

import json
import os
import pathlib
import random
import re
import sys
import unittest

import html5lib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from plain_query import TERM, Query  # noqa: E402
from plain_store import GROUPING, Store, day  # noqa: E402
from reporting import SAMPLE_REPORT, ReportTest  # noqa: E402

ReportTest.program = os.path.abspath(sys.argv[1])
STORES = [pathlib.Path(path).absolute() for path in sys.argv[2:] if path.endswith(".liaison")]
sys.argv[1:] = [name for name in sys.argv[2:] if not name.endswith(".liaison")]

RULES = {
    "Counts engagements that were held;": "engagements",
    "Counts engagements on record": "records",
    "Counts the engagements of the span that": "left-out",
    "Counts distinct counterparts": "counterparts",
    "Counts distinct countries and organisations": "countries",
    "Counts distinct countries for which": "named-countries",
    "Counts visits": "visits",
    "Adds up what sources state": "stated",
    "Counts the members": "members",
}
NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
LEAST = {"more than a hundred": 101, "more than three dozen": 37, "more than two dozen": 25, "more than a dozen": 13}
SPAN = ("--from=2021-11-29", "--to=2022-01-11")


def read_number(text):
    """What is claimed, and whether it may be more."""
    if text in LEAST:
        return LEAST[text], True
    plain = re.sub(r"^at least |( times?)$", "", text)
    value = {"once": 1, "twice": 2}.get(plain, NUMBERS.index(plain) if plain in NUMBERS else None)
    return (int(plain) if value is None else value), text.startswith("at least ")


class RecountTest(ReportTest):
    def read_figures(self, html):
        """Yields the number as it is written, its rule, its value where the footnote has to tell it, and its query."""
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
        notes = {note.get("id"): "".join(note.itertext()) for note in tree.iter("li") if note.get("id")}
        numbers = [span.text for span in tree.iter("span") if span.get("class") == "number"]
        self.assertEqual(len(numbers), len(notes))
        for index, written in enumerate(numbers, 1):
            note = notes[f"note-{index}"]
            like = re.match(r"Counted as in note (\d+)\. ", note)
            rule = next(rule for words, rule in RULES.items() if notes[f"note-{like[1]}" if like else f"note-{index}"].startswith(words))
            value = re.search(r"(?:(?:Exactly|At least): (\d+)\. )?Query: ", note)
            query = re.match(rf"(?:(?:{TERM.pattern})(?: (?={TERM.pattern}))?)*", note[value.end():])[0]
            yield written, rule, value[1] and int(value[1]), query.removesuffix(".")

    def count_members(self, store, text):
        query = Query(store, text)
        own = {record["own_country"] for record in store.store.values()}
        for _, key, values in query.terms:
            if key == "grouping":
                when = min(query.last, day(self.environment["LIAISON_TODAY"]))
                return len(store.members(next(iter(query.names(key, values[0]))), when) - own)
        return len(next(set(values) for _, key, values in query.terms if key == "country") - own)

    def check_names(self, store, html):
        """A highlight names a topic, a grouping or a rank only where one of its queries asks for it."""
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
        notes = {note.get("id"): "".join(note.itertext()) for note in tree.iter("li") if note.get("id")}
        titles = sorted({post["title"] for post in store.post.values()}, key=len, reverse=True)
        names = {record["uuid"]: {record["name"], record.get("short_name", "")} - {""}
                 for table in (store.topic, {key: one for key, one in store.organisation.items() if one["kind"] == GROUPING})
                 for record in table.values()}
        topics = {record["uuid"] for record in store.topic.values()}
        n_named = 0
        for item in tree.findall("body/main/ul[1]/li"):
            sentence = "".join(item.itertext())
            queries = " ".join(notes[link.get("href")[1:]].split("Query: ")[1] for link in item.iter("a") if link.get("href").startswith("#note"))
            for title in titles:
                sentence = sentence.replace(title, "")
            asked = {value.strip('"').casefold() for value in re.findall(r'(?:topic|grouping|format|org):("[^"]*"|[^ .]+)', queries)}
            for uuid, called in names.items():
                # Topics may be called as countries are; what is spoken of follows an "on".
                words = {f" on {name}" for name in called} if uuid in topics else called | ({"European leader", "European counterpart"} if "Europe" in called else set())
                if any(re.search(rf"{re.escape(word)}s?\b", sentence) for word in words):
                    self.assertTrue(asked & {one.casefold() for one in called | {str(uuid)}}, (called, sentence, queries))
                    n_named += 1
            if "leader" in sentence:
                self.assertIn("level:", queries, sentence)
            if "same rank" in sentence:
                self.assertIn("is:same-rank", queries)
            if "bilaterally" in sentence:
                self.assertRegex(queries, "by:.*is:bilateral")
            if re.search(r" in the .+? format\b", sentence):
                self.assertRegex(queries, "by:.*format:")
        return n_named

    def recount(self, *words):
        store = Store(self.store)
        html = self.report(*words, "--format=html")
        self.n_named = self.check_names(store, html)
        found = list(self.read_figures(html))
        self.assertTrue(found)
        before = []
        for written, rule, value, text in found:
            if rule == "members":
                expected = self.count_members(store, text)
            elif rule == "left-out":
                expected = before[-1] - before[-2]
            else:
                expected = Query(store, text).figure(rule)
            claimed, may_be_more = read_number(written)
            # What is written round is told exactly in the footnote, and nothing else is.
            self.assertEqual(written in LEAST, value is not None, (written, value))
            self.assertEqual(expected, claimed if value is None else value, (rule, text))
            self.assertTrue(claimed <= expected if may_be_more else claimed == expected, (written, expected))
            before.append(expected)
        return len(found)


class SampleTest(RecountTest):
    def setUp(self):
        super().setUp()
        self.make_sample()

    def test_sample_report(self):
        self.assertGreater(self.recount(SAMPLE_REPORT), 30)
        self.assertGreater(self.n_named, 5)

    def test_proposed(self):
        self.recount(*SPAN)
        self.recount()

    def test_narrowed(self):
        for query in ("grouping:Europe", "country:UA", "by:Sherman", "grouping:NATO by:Blinken", "org:\"European Union\"", "topic:Sanctions"):
            self.recount(*SPAN, f"--query={query}")


KINDS = ["leaders", "counterparts", "same-rank", "calls-and-meetings", "sessions", "formats", "pairs", "format", "hosted", "visits",
         "reached", "office", "further"]
NARROWER = {"format": ["grouping:G0", "format:G1"], "reached": ["grouping:G0", "grouping:G1 by:\"Ours 1\"", "country:UA,PL,DE"]}
QUERIES = ["", "by:\"Ours 0\"", "by:\"Ours 1\",\"Ours 2\"", "country:UA", "grouping:G0", "level:minister,head-of-state", "office:Office",
           "topic:\"Topic 1\"", "by:\"Ours 3\" grouping:G1", "org:Body"]


class GeneratedTest(RecountTest):
    """A store in which everything collides: absent and secret participants, former titles, odd dates, stated totals."""

    def uuid(self, kind, number):
        return f"{KINDS_OF_RECORDS.index(kind):08x}-0007-4000-8000-{number:012x}"

    def put(self, record, index, /, **fields):
        fields = {key: value for key, value in fields.items() if value not in ("", None, [])}
        fields.setdefault("sensitivity", "public")
        self.records.append({"record": record, "uuid": self.uuid(record, index), **fields})

    def some_day(self, rand):
        return f"2021-{rand.randint(10, 12)}-{rand.randint(1, 28):02}"

    def secrecy(self, rand):
        return rand.choice(["public"] * 8 + ["internal", "confidential"])

    def make_people(self, rand):
        for n, (name, kind) in enumerate([("G0", "grouping"), ("G1", "grouping"), ("Body", "international-organisation"), ("Office", "ministry"),
                                          ("Part of Body", "ministry")]):
            self.put("organisation", n, name=name, kind=kind, country="US" if n == 3 else "",
                     parent=self.uuid("organisation", 2) if n == 4 else "")
        self.put("store", 0, name="Generated", own_country="US")
        for n, country in enumerate(["UA", "PL", "DE", "FR", "GB", "US", "IT"]):
            for grouping in (0, 1):
                if rand.random() < 0.6:
                    self.put("membership", 2 * n + grouping, grouping=self.uuid("organisation", grouping), country=country,
                             **{"from": rand.choice(["", "2021-11-15"])})
        for n in range(24):
            self.put("contact", n, name=f"{'Ours' if n < 5 else 'Theirs'} {n}", family=f"Family {n % 20}", side="ours" if n < 5 else "theirs",
                     country="US" if n < 5 else rand.choice(["UA", "PL", "DE", "FR", "GB", "NO"]), sensitivity=self.secrecy(rand))
        for n in range(40):
            self.put("post", n, contact=self.uuid("contact", n % 24), title=f"Title {n}", primary=rand.random() < 0.5,
                     organisation=self.uuid("organisation", rand.choice([2, 3, 4])) if rand.random() < 0.5 else "",
                     level=rand.choice(["head-of-state", "head-of-government", "minister", "minister", "official"]),
                     portfolio=rand.choice(["foreign-affairs", "defence"]), **{rand.choice(["from", "to"]): self.some_day(rand)})
        for n in range(3):
            self.put("topic", n, name=f"Topic {n}")

    def make_engagement(self, rand, n):
        form = rand.choice(["phone-call", "phone-call", "meeting", "visit-made", "visit-hosted", "multilateral-session", "letter", "unspecified"])
        start, precision = rand.choice([(self.some_day(rand), "day"), (self.some_day(rand), "day"), ("2021-11", "month"), ("", "")])
        self.put("engagement", n, title=f"Engagement {n}", form=form, start=start, precision=precision,
                 status=rand.choice(["held"] * 5 + ["planned"]), evidence=rand.choice(["report", "report", "announcement", "none"]),
                 format=self.uuid("organisation", rand.randint(0, 1)) if rand.random() < 0.25 else "",
                 parent=self.uuid("engagement", rand.randrange(n)) if n and rand.random() < 0.2 else "",
                 topics=[self.uuid("topic", rand.randrange(3))] if rand.random() < 0.3 else [], sensitivity=self.secrecy(rand))
        return n

    def make_participation(self, rand, n, engagement):
        named = rand.random() < 0.85
        side = rand.choice(["ours", "theirs"])
        contact = rand.randint(0, 4) if side == "ours" else rand.randint(5, 23)
        self.put("participation", n, engagement=self.uuid("engagement", engagement), contact=self.uuid("contact", contact) if named else "",
                 country="" if named else rand.choice(["UA", "PL", "IT"]), side=side,
                 role=rand.choice(["principal"] * 4 + ["host", "note-taker"]), seat_country="NO" if rand.random() < 0.05 else "",
                 attendance=rand.choice(["attended"] * 5 + ["declined", "represented"]), sensitivity=self.secrecy(rand))

    def make_totals(self, rand):
        for n in range(6):
            self.put("stated_total", n, text=f"Total {n}", principals=[self.uuid("contact", k) for k in rand.sample(range(5), rand.choice([1, 1, 2]))],
                     counterparts=[self.uuid("contact", rand.randint(5, 23))] if n % 2 else [], countries=[] if n % 2 else ["UA"],
                     counts=["occasions", "occasions", "heads"][n % 3], form=rand.choice(["", "phone-call"]), number="" if n == 5 else rand.randint(2, 30),
                     bound=["exact", "at-least", "exact", "exact", "at-least", "unstated"][n], to="2021-12-31",
                     covered_engagements=[self.uuid("engagement", k) for k in rand.sample(range(200), 4)],
                     covered_totals=[self.uuid("stated_total", n - 3)] if n >= 3 else [], sensitivity=self.secrecy(rand), **{"from": "2021-10-01"})

    def make_reports(self):
        number = 0
        for index, (audience, start) in enumerate([("public", "2021-10-01"), ("internal", "2021-10-01"), ("internal", "2021-11-10")]):
            self.put("report", index, name=f"Report {index}", audience=audience, to="2021-12-31", **{"from": start})
            for kind in KINDS:
                for query in NARROWER.get(kind, QUERIES):
                    self.put("highlight", number, report=self.uuid("report", index), measure=kind, query=query, position=number % 1000 + 1)
                    number += 1

    def generate(self, seed):
        rand = random.Random(seed)
        self.records = []
        self.make_people(rand)
        engagements = [self.make_engagement(rand, n) for n in range(200)]
        for n in range(700):
            self.make_participation(rand, n, rand.choice(engagements))
        self.make_totals(rand)
        self.make_reports()
        self.import_records(self.records)

    def test_every_kind(self):
        self.generate(20211129)
        for index in range(3):
            self.assertGreater(self.recount(f"Report {index}"), 60)


class HistoryTest(RecountTest):
    """Real visits and travels, as dirty as they are: some of those of 1866 to 2025 that the Office of the Historian tells of (CC0)."""

    LEVELS = {"President": "head-of-state", "King": "head-of-state", "Queen": "head-of-state", "Prime Minister": "head-of-government",
              "Premier": "head-of-government", "Chancellor": "head-of-government", "Foreign Minister": "minister", "Foreign Secretary": "minister",
              "Secretary of State": "minister"}
    KINDS = {"hosted": ["", "country:GB,FR,DE"], "visits": [""], "leaders": ["", "grouping:Europe"], "counterparts": ["", "country:GB"], "same-rank": [""],
             "calls-and-meetings": ["", "country:MX"], "pairs": ["", "country:GB"], "reached": ["grouping:Europe", "country:GB,FR,CA,AR"]}

    @staticmethod
    def uuid(kind, number):
        return f"{KINDS_OF_RECORDS.index(kind):08x}-0008-4000-8000-{number:012x}"

    def put(self, record, /, **fields):
        """Adds a record, and tells its UUID."""
        number = [other["record"] for other in self.records].count(record)
        fields = {key: value for key, value in fields.items() if value not in ("", None, [])}
        self.records.append({"record": record, "uuid": self.uuid(record, number), "sensitivity": "public", **fields})
        return self.records[-1]["uuid"]

    def find_contact(self, name, role, country, side, start):
        """One contact for each name, with a post from its first visit on."""
        if (name, side) not in self.contacts:
            contact = self.put("contact", name=name, family=name.split()[-1], side=side, country=country)
            self.put("post", contact=contact, title=role or "Guest", level=self.LEVELS.get(role, "official"), portfolio="other", primary=True,
                     **{"from": start})
            self.contacts[name, side] = contact
        return self.contacts[name, side]

    def put_visit(self, visit):
        engagement = self.put("engagement", title=f"Visit to {visit['place']}"[:200], form="visit-made" if visit["made"] else "visit-hosted",
                              start=visit["start"], end=visit["end"], precision="day", place=visit["place"], country=visit["country"], status="held",
                              evidence="report" if visit["address"] else "none")
        ours = self.find_contact(*visit["ours"], "US", "ours", visit["start"])
        self.put("participation", engagement=engagement, contact=ours, side="ours", role="principal" if visit["made"] else "host",
                 attendance="attended")
        for name, role, country in visit["theirs"]:
            theirs = self.find_contact(name, role, country, "theirs", visit["start"])
            self.put("participation", engagement=engagement, contact=theirs, side="theirs", role="host" if visit["made"] else "principal",
                     attendance="attended")
        self.put("readout", issuer="Office of the Historian", title="Travels and visits", address=visit["address"], engagements=[engagement])

    def put_report(self, name, first, last, who=""):
        report = self.put("report", name=name, audience="public", query=who, to=last, **{"from": first})
        queries = [(kind, query) for kind, several in self.KINDS.items() for query in several]
        for position, (kind, query) in enumerate(queries, 1):
            self.put("highlight", report=report, measure=kind, query=f"{who} {query}".strip(), position=position)

    def setUp(self):
        super().setUp()
        self.records, self.contacts = [], {}
        self.put("store", name="Visits", own_country="US")
        europe = self.put("organisation", name="Europe", kind="grouping")
        for country in ("GB", "FR", "DE", "IT", "ES", "GR", "PL", "TR"):
            self.put("membership", grouping=europe, country=country)
        visits = pathlib.Path(__file__).with_name("visits.jsonl").read_text(encoding="utf-8").splitlines()
        for line in visits:
            self.put_visit(json.loads(line))
        self.assertGreater(len(visits), 150)
        self.put_report("All", "1866", "2025")
        self.put_report("Kennedy", "1961", "1962", 'by:"John F. Kennedy"')
        self.put_report("Clinton", "1993-10", "1994-01-15")
        self.import_records(self.records)

    def test_reports(self):
        for name in ("All", "Kennedy", "Clinton"):
            self.assertGreater(self.recount(name), 8, name)

    def test_proposed(self):
        for span in ((), ("--from=1961-05", "--to=1962-02"), ("--from=1993-12-31", "--to=1994-01-10"), ("--from=2001", "--query=country:MX,CA")):
            self.recount(*span)


KINDS_OF_RECORDS = ["organisation", "store", "membership", "contact", "post", "topic", "engagement", "participation", "stated_total", "report",
                    "highlight", "readout"]


@unittest.skipUnless(STORES, "no store is named")
class NamedTest(RecountTest):
    def test_stores(self):
        for self.store in STORES:
            self.recount()
            self.recount("--audience=internal")


tap.main()
