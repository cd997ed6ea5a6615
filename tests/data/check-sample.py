#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped records hold together, and yield the figures that the fact sheet of January 2022 states."""

import collections
import datetime
import pathlib
import re
import sys
import unittest
import uuid

import sample

DATA = pathlib.Path(sys.argv.pop(1))
FIRST, LAST = datetime.date(2021, 11, 29), datetime.date(2022, 1, 11)
UTC_SECOND = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
LEADERS = {"head-of-state", "head-of-government", "head-of-international-organisation"}

REFERENCE = sample.read_records(DATA / "reference" / "reference.jsonl")
SAMPLE = sample.read_records(DATA / "sample" / "sample.jsonl")
STORE = sample.Store(REFERENCE + SAMPLE)


def day(text):
    return datetime.date.fromisoformat(text)


class Form(unittest.TestCase):
    """What the exchange format asks of any file."""

    def test_canonical_order(self):
        for records in REFERENCE, SAMPLE:
            order = [(sample.KINDS.index(one["record"]), one["uuid"]) for one in records]
            self.assertEqual(order, sorted(order))

    def test_common_fields(self):
        for one in STORE.records.values():
            self.assertEqual(one["uuid"], str(uuid.UUID(one["uuid"])))
            self.assertRegex(one["created"], UTC_SECOND)
            self.assertRegex(one["modified"], UTC_SECOND)
            self.assertEqual(one["sensitivity"], "public")
            self.assertNotIn("", list(one.values()), one["uuid"])
            self.assertNotIn([], list(one.values()), one["uuid"])

    def test_links_lead_to_their_kind(self):
        for one in STORE.records.values():
            for field, kind in sample.LINKS.get(one["record"], {}).items():
                targets = one.get(field, [])
                for target in [targets] if isinstance(targets, str) else targets:
                    self.assertIn(target, STORE.records, (one["uuid"], field))
                    self.assertEqual(STORE.records[target]["record"], kind, (one["uuid"], field))

    def test_reference_stands_alone(self):
        alone = sample.Store(REFERENCE)
        for one in alone.of_kind("membership"):
            self.assertIn(one["grouping"], alone.records)
        self.assertEqual({one["record"] for one in REFERENCE}, {"organisation", "membership"})

    def test_spans_do_not_run_backwards(self):
        for one in STORE.of_kind("membership") + STORE.of_kind("post") + STORE.of_kind("stated_total"):
            if "from" in one and "to" in one:
                self.assertLessEqual(sample.first_day(one["from"]), sample.last_day(one["to"]), one["uuid"])

    def test_precision_fits_the_dates(self):
        for one in STORE.of_kind("engagement"):
            if "start" not in one:
                self.assertNotIn("precision", one)
                continue
            self.assertIn(one["precision"], ("day", "about"))
            self.assertLessEqual(day(one["start"]), day(one.get("end", one["start"])), one["title"])

    def test_readouts_are_dated_and_addressed(self):
        addresses = [one["address"] for one in STORE.of_kind("readout")]
        self.assertEqual(len(addresses), len(set(addresses)))
        for one in STORE.of_kind("readout"):
            self.assertRegex(one["address"], r"^https?://[^/\s]+/")
            if "published" in one:
                sample.first_day(one["published"])


class Groupings(unittest.TestCase):
    """The members that a grouping had on a day."""

    def count(self, name, text):
        return len(STORE.members(name, day(text)))

    def test_nato_grows(self):
        self.assertEqual(self.count("NATO", "1949-08-23"), 0)
        self.assertEqual(self.count("NATO", "1990-01-01"), 16)
        self.assertEqual(self.count("NATO", "2022-01-14"), 30)
        self.assertEqual(STORE.members("NATO", day("2024-03-07")) - STORE.members("NATO", day("2022-01-14")), {"FI", "SE"})

    def test_enlargements(self):
        for name, joined in (
                ("NATO", {"1949-08-24": 12, "1952-02-18": 2, "1955-05-06": 1, "1982-05-30": 1, "1999-03-12": 3, "2004-03-29": 7,
                          "2009-04-01": 2, "2017-06-05": 1, "2020-03-27": 1, "2023-04-04": 1, "2024-03-07": 1}),
                ("EU", {"1958-01-01": 6, "1973-01-01": 3, "1981-01-01": 1, "1986-01-01": 2, "1995-01-01": 3, "2004-05-01": 10,
                        "2007-01-01": 2, "2013-07-01": 1}),
                ("OSCE", {"1973-06-25": 32, "1991-06-19": 1, "1991-09-10": 3, "1992-01-30": 10, "1992-03-24": 3, "1992-04-30": 1,
                          "1993-01-01": 2, "1995-10-12": 1, "1996-04-25": 1, "2000-11-10": 1, "2006-06-22": 1, "2012-11-21": 1}),
                ("G7", {"1975-11-15": 6, "1976-06-27": 1}), ("B9", {"2015-11-04": 9})):
            body = STORE.organisation(name)["uuid"]
            self.assertEqual(collections.Counter(one["from"] for one in STORE.of_kind("membership") if one["grouping"] == body), joined)

    def test_the_united_kingdom_leaves_the_union(self):
        self.assertEqual(self.count("EU", "2020-01-31"), 28)
        self.assertEqual(STORE.members("EU", day("2020-01-31")) - STORE.members("EU", day("2020-02-01")), {"GB"})

    def test_councils_follow_the_alliance(self):
        for council, partner, founded in ("NRC", "RU", "2002-05-28"), ("NUC", "UA", "1997-07-09"):
            self.assertEqual(self.count(council, str(day(founded) - datetime.timedelta(days=1))), 0)
            for text in founded, "2004-03-28", "2004-03-29", "2022-01-12":
                self.assertEqual(STORE.members(council, day(text)), STORE.members("NATO", day(text)) | {partner})

    def test_sizes_in_the_winter_of_the_sample(self):
        sizes = {
            "NATO": 30, "EU": 27, "OSCE": 57, "G7": 7, "B9": 9, "Quad": 4, "Quint": 5, "Nordics": 5, "NRC": 31, "NUC": 31, "Europe": 45,
        }
        self.assertEqual({name: self.count(name, "2022-01-01") for name in sizes}, sizes)

    def test_europe_is_the_list_of_the_united_nations_amended(self):
        europe = STORE.members("Europe", LAST)
        self.assertFalse(europe & {"RU", "BY"})
        self.assertLessEqual({"TR", "CY", "GE", "UA", "VA"} | STORE.members("EU", LAST), europe)


class Records(unittest.TestCase):
    """The sample itself."""

    def test_counts(self):
        counts = collections.Counter(one["record"] for one in SAMPLE)
        wanted = {"store": 1, "contact": 86, "topic": 53, "engagement": 90, "readout": 80, "stated_total": 8}
        self.assertEqual({kind: counts[kind] for kind in wanted}, wanted)

    def test_everybody_has_one_primary_post(self):
        primary = collections.Counter(one["contact"] for one in STORE.of_kind("post") if one.get("primary"))
        self.assertEqual(primary, {one["uuid"]: 1 for one in STORE.of_kind("contact")})
        for one in STORE.of_kind("post"):
            self.assertTrue(one["level"] and one["portfolio"] and one["organisation"], one["title"])

    def test_participants(self):
        for one in STORE.of_kind("participation"):
            self.assertEqual(len({"contact", "organisation", "country"} & set(one)), 1, one["uuid"])
            engagement = STORE.records[one["engagement"]]
            if "contact" in one:
                self.assertEqual(one["side"], STORE.records[one["contact"]]["side"])
                if STORE.day(engagement):
                    post = STORE.post(one)
                    self.assertIsNotNone(post, (engagement["title"], STORE.name(one)))
                    self.assertTrue(sample.covers(post, STORE.day(engagement)), (engagement["title"], STORE.name(one)))

    def test_nobody_takes_part_twice_and_order_is_whole(self):
        for participations in STORE.participations.values():
            who = [one.get("contact") or one.get("organisation") or one["country"] for one in participations]
            self.assertEqual(len(who), len(set(who)))
            self.assertEqual(sorted(one["position"] for one in participations), list(range(1, len(who) + 1)))

    def test_both_sides_sit_except_on_journeys(self):
        for one in STORE.of_kind("engagement"):
            sides = {part["side"] for part in STORE.participations[one["uuid"]]}
            self.assertEqual(sides, {"ours"} if STORE.is_container(one) else {"ours", "theirs"}, one["title"])

    def test_journeys_contain_their_meetings(self):
        children = collections.Counter()
        for one in STORE.of_kind("engagement"):
            if "parent" in one:
                journey = STORE.records[one["parent"]]
                children[journey["start"]] += 1
                self.assertEqual(journey["form"], "visit-made")
                self.assertLessEqual(journey["start"], one["start"], one["title"])
                self.assertLessEqual(one.get("end", one["start"]), journey["end"], one["title"])
        self.assertEqual(children, {"2021-11-29": 11, "2021-12-13": 6, "2022-01-08": 8})

    def test_formats_seat_their_members(self):
        used = collections.Counter()
        for one in STORE.of_kind("engagement"):
            if "format" not in one:
                continue
            body = STORE.records[one["format"]]
            name = body.get("short_name") or body["name"]
            used[name] += 1
            if name in ("B9", "Nordics"):
                seats = {STORE.seat(part) for part in STORE.participations[one["uuid"]] if part["side"] == "theirs"}
                self.assertEqual(seats, STORE.members(name, STORE.day(one)), one["title"])
        self.assertEqual(used, {"B9": 3, "Quint": 4, "Quad": 1, "Nordics": 1, "NATO": 3, "OSCE": 2, "G7": 1, "NRC": 1, "NUC": 1, "EU": 1})

    def test_seats_with_nobody_named(self):
        unnamed = collections.Counter()
        for one in STORE.of_kind("participation"):
            if "contact" not in one:
                unnamed[STORE.records[one["engagement"]].get("start", "undated"), "country" in one] += 1
        self.assertEqual(unnamed, {
            ("2021-12-16", True): 9, ("2021-12-16", False): 2, ("2022-01-03", True): 8, ("2022-01-04", True): 4,
            ("2022-01-11", False): 2, ("undated", True): 5,
        })

    def test_hosts(self):
        hosted = [STORE.records[one["engagement"]] for one in STORE.of_kind("participation") if one["role"] == "host"]
        self.assertEqual(sorted(one["start"] for one in hosted), ["2021-11-10", "2021-11-10", "2021-11-18", "2021-12-03", "2022-01-05"])
        self.assertEqual({one["place"] for one in hosted}, {"Washington, DC"})

    def test_everything_is_sourced_but_one_call(self):
        shared = [one["engagements"] for one in STORE.of_kind("readout") if len(one["engagements"]) > 1]
        self.assertEqual((len(shared), sum(map(len, shared))), (5, 14))
        sourced = [target for one in STORE.of_kind("readout") for target in one["engagements"]]
        self.assertEqual(len(sourced), len(set(sourced)))
        for one in STORE.of_kind("engagement"):
            self.assertEqual(one["uuid"] in sourced, one["evidence"] != "none", one["title"])
        evidence = collections.Counter(one["evidence"] for one in STORE.of_kind("engagement"))
        self.assertEqual(evidence, {"report": 83, "announcement": 6, "none": 1})

    def test_posts_change_hands(self):
        for family, text, title in (
                ("Linde", "2021-12-02", "Chairperson-in-Office of the OSCE"),
                ("Rau", "2021-12-28", "Minister of Foreign Affairs of Poland"),
                ("Rau", "2022-01-13", "Chairperson-in-Office of the OSCE"),
                ("Merkel", "2021-12-07", "Federal Chancellor of Germany")):
            contact = STORE.contact(family)["uuid"]
            titles = {STORE.post(one)["title"] for one in STORE.of_kind("participation")
                      if one.get("contact") == contact and STORE.records[one["engagement"]].get("start") == text}
            self.assertEqual(titles, {title})
        self.assertFalse([one for one in STORE.of_kind("post") if one["contact"] == STORE.contact("Merkel")["uuid"]
                          and sample.covers(one, day("2021-12-09"))])


class Figures(unittest.TestCase):
    """What the fact sheet says of its weeks, counted from the records."""

    def spoken(self, principal):
        return list(STORE.spoken(principal, FIRST, LAST))

    def occasions(self, principal, counterpart):
        contact = STORE.contact(counterpart)["uuid"]
        return [engagement for engagement, theirs in self.spoken(principal) if any(one.get("contact") == contact for one in theirs)]

    def seats(self, principal, grouping):
        return {STORE.seat(one) for _, theirs in self.spoken(principal) for one in theirs} & STORE.members(grouping, LAST)

    def total(self, principal, **fields):
        contact = STORE.contact(principal)["uuid"]
        found = [one for one in STORE.of_kind("stated_total") if one.get("principals") == [contact]
                 and all(one.get(name) == value for name, value in fields.items())]
        self.assertEqual(len(found), 1)
        return found[0]

    def topped_up(self, engagements, total):
        """Adds to engagements what a total states beyond those that it may include."""
        covered = [one for one in engagements if one["uuid"] in total["covered_engagements"]]
        return len(engagements) + max(0, total["number"] - len(covered))

    def test_sixteen_european_leaders(self):
        europe = STORE.members("Europe", LAST)
        leaders = {STORE.name(one) for _, theirs in self.spoken("Biden") for one in theirs
                   if "contact" in one and STORE.post(one)["level"] in LEADERS and STORE.seat(one) in europe}
        self.assertEqual(leaders, {
            "Emmanuel Macron", "Angela Merkel", "Mario Draghi", "Boris Johnson", "Volodymyr Zelenskyy", "Olaf Scholz", "Sauli Niinistö",
            "Rumen Radev", "Andrej Babiš", "Alar Karis", "János Áder", "Egils Levits", "Gitanas Nausėda", "Andrzej Duda",
            "Klaus Iohannis", "Eduard Heger",
        })

    def test_more_than_two_dozen_calls_and_meetings(self):
        self.assertEqual(len(self.spoken("Blinken")), 29)

    def test_ministerial_sessions(self):
        contact = STORE.contact("Blinken")["uuid"]
        bodies = {STORE.records[engagement["format"]]["short_name"] for engagement in STORE.of_kind("engagement")
                  if engagement["form"] == "multilateral-session"
                  and any(one.get("contact") == contact for one in STORE.participations[engagement["uuid"]])}
        self.assertEqual(bodies, {"G7", "NATO", "OSCE"})

    def test_ukrainian_officials(self):
        for principal, counterpart in ("Biden", "Zelenskyy"), ("Blinken", "Zelenskyy"), ("Blinken", "Kuleba"):
            self.assertEqual(len(self.occasions(principal, counterpart)), 2, (principal, counterpart))
        for principal, counterpart, number in ("Sullivan", "Yermak", 7), ("Milley", "Zaluzhnyi", 4):
            total = self.total(principal, counterparts=[STORE.contact(counterpart)["uuid"]])
            self.assertEqual(self.topped_up(self.occasions(principal, counterpart), total), number)

    def test_eight_defence_counterparts(self):
        total = self.total("Austin", counts="heads")
        europe = STORE.members("Europe", LAST)
        heads = {one["contact"]: engagement for engagement, theirs in self.spoken("Austin") for one in theirs if STORE.seat(one) in europe}
        self.assertEqual(self.topped_up(list(heads.values()), total), 8)

    def test_eastern_flank_in_full(self):
        for principal in "Biden", "Blinken", "Sullivan":
            self.assertEqual(self.seats(principal, "B9"), STORE.members("B9", LAST), principal)

    def test_dozens_of_calls(self):
        total = self.total("Sullivan", bound="at-least")
        yermak = self.total("Sullivan", bound="exact")
        self.assertEqual(total["covered_totals"], [yermak["uuid"]])
        calls = [engagement for engagement, theirs in self.spoken("Sullivan")
                 if {STORE.seat(one) for one in theirs} & STORE.members("Europe", LAST)]
        self.assertGreaterEqual(self.topped_up(calls, total), 24)

    def test_union_leaders(self):
        for counterpart in "Michel", "Borrell":
            self.assertEqual(len(self.occasions("Blinken", counterpart)), 1)

    def test_totals_are_sourced(self):
        for one in STORE.of_kind("stated_total"):
            self.assertEqual((one["from"], one["to"]), (str(FIRST), str(LAST)))
            self.assertEqual(STORE.records[one["readout"]]["issuer"], "The White House")
            self.assertEqual("number" in one, one["bound"] != "unstated")


if __name__ == "__main__":
    unittest.main()
