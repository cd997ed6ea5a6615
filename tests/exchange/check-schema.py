#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares data/liaison-json.schema.json with the tables of the kinds, and the sample's export with the schema.

usage: check-schema.py PRINT-KINDS LIAISON SCHEMA [--write]

With --write the schema is made anew from the tables.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP the Python module jsonschema is not installed")
    sys.exit()

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

PRINT_KINDS, LIAISON, SCHEMA = sys.argv[1:4]

UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?"

COMMON = {
    "uuid": {"type": "string", "pattern": f"^{UUID}$"},
    "uuids": {"type": "array", "items": {"$ref": "#/$defs/uuid"}, "uniqueItems": True},
    "time": {
        "description": "UTC, to the second (RFC 3339)",
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
    },
    "date": {
        "description": "ISO 8601, cut off where knowledge ends: 2021, 2021-12, 2021-12-09, 2021-12-09T15:30",
        "type": "string",
        "pattern": f"^({DATE})?$",
    },
    "country": {
        "description": "ISO 3166-1 alpha-2; codes since withdrawn, and XK",
        "type": "string",
        "pattern": "^([A-Z]{2})?$",
    },
    "address": {"type": "string", "pattern": "^(https?://.*)?$"},
    "texts": {"type": "array", "items": {"type": "string", "pattern": "^[^\\n]+$"}, "uniqueItems": True},
    "integer": {"type": "integer", "minimum": -2**63, "maximum": 2**63 - 1},
}

REFERENCES = {
    "address": "address", "country": "country", "date": "date", "integer": "integer", "link": "uuid", "links": "uuids", "list": "texts",
}

# What the fields of a record say of each other.
ONE_OF = {
    "membership": ("country", "organisation"),
    "participation": ("contact", "organisation", "country"),
    "former": ("contact", "organisation"),
}


def field_schema(field):
    if field["type"] == "token":
        return {"enum": field["tokens"] + ([] if field["required"] else [""])}
    if field["type"] == "boolean":
        return {"type": "boolean"}
    if field["type"] == "text":
        return {"type": "string", "minLength": 1} if field["required"] else {"type": "string"}
    return {"$ref": f"#/$defs/{REFERENCES[field['type']]}"}


def kind_schema(kind, sensitivities):
    required = [field["name"] for field in kind["fields"] if field["required"]]
    schema = {
        "type": "object",
        "properties": {
            "record": {"const": kind["name"]},
            "uuid": {"$ref": "#/$defs/uuid"},
            "created": {"$ref": "#/$defs/time"},
            "modified": {"$ref": "#/$defs/time"},
            "sensitivity": {"enum": sensitivities},
            **{field["name"]: field_schema(field) for field in kind["fields"]},
        },
        "required": ["record", "uuid", *required],
        "additionalProperties": False,
    }
    if kind["name"] in ONE_OF:
        schema["oneOf"] = [{"required": [name]} for name in ONE_OF[kind["name"]]]
    return schema


def make_schema(tables):
    kinds = tables["kinds"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Liaison JSON, version 1",
        "description": "One line of a file: the first is the header, each other one a record. Made by tests/exchange/check-schema.py.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in ["header", *(kind["name"] for kind in kinds)]],
        "$defs": {
            "header": {
                "type": "object",
                "properties": {"format": {"const": "liaison-json"}, "version": {"const": 1}},
                "required": ["format", "version"],
                "additionalProperties": False,
            },
            **COMMON,
            **{kind["name"]: kind_schema(kind, tables["sensitivities"]) for kind in kinds},
        },
    }


def read_tables():
    return json.loads(subprocess.run([PRINT_KINDS], check=True, capture_output=True).stdout)


def export_sample():
    with tempfile.TemporaryDirectory(prefix="liaison-schema-") as folder:
        store = f"--store={folder}/sample.liaison"
        subprocess.run([LIAISON, "sample", store], check=True)
        done = subprocess.run([LIAISON, "export", store, "--output=-"], check=True, capture_output=True)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


class SchemaTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.schema = json.loads(pathlib.Path(SCHEMA).read_text(encoding="utf-8"))

    def definition(self, name):
        return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": self.schema["$defs"]})

    def test_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_agrees_with_the_tables(self):
        self.assertEqual(make_schema(read_tables()), self.schema)

    def test_accepts_the_export_of_the_sample(self):
        lines = export_sample()
        self.assertGreater(len(lines), 900)
        self.definition("header").validate(lines[0])
        kinds = set()
        for line in lines[1:]:
            self.definition(line["record"]).validate(line)
            kinds.add(line["record"])
        self.assertLessEqual({"organisation", "store", "membership", "contact", "post", "topic", "engagement", "participation",
                              "readout", "stated_total"}, kinds)

    def test_each_line_is_of_one_definition(self):
        whole = jsonschema.Draft202012Validator(self.schema)
        for line in export_sample()[::50]:
            whole.validate(line)

    def test_refuses(self):
        uuid = "017e0003-0000-7000-8000-000000000001"
        topic = {"record": "topic", "uuid": uuid, "name": "Energy"}
        part = {"record": "participation", "uuid": uuid, "engagement": uuid, "side": "ours", "country": "US"}
        self.assertTrue(self.definition("topic").is_valid(topic))
        self.assertTrue(self.definition("participation").is_valid(part))
        for wrong in ({"uuid": "1"}, {"name": 1}, {"name": ""}, {"name": None}, {"titel": "x"}, {"created": "2022-01-14"},
                      {"sensitivity": "secret"}, {"record": "contact"}, {"parent": ""}):
            self.assertFalse(self.definition("topic").is_valid({**topic, **wrong}), wrong)
        for wrong in ({"side": "us"}, {"country": "us"}, {"contact": uuid}, {"head_count": "1"}, {"role": "boss"}):
            self.assertFalse(self.definition("participation").is_valid({**part, **wrong}), wrong)


if sys.argv[4:] == ["--write"]:
    text = json.dumps(make_schema(read_tables()), indent=2, ensure_ascii=False) + "\n"
    pathlib.Path(SCHEMA).write_text(text, encoding="utf-8")
else:
    del sys.argv[1:4]
    tap.main()
