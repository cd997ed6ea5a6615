#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/map/countries.txt, the outlines that the map is drawn from.

    make-map.py COUNTRIES-50M.JSON > data/map/countries.txt

The input is of the npm package world-atlas 2.0.2: Natural Earth 4.1.0 at 1:50 million, which is in the public domain, as TopoJSON. Borders
stay shared: they are made simpler once, by Visvalingam and Whyatt's areas, and less so in Europe, where countries are small and many.
"""

import collections
import heapq
import json
import math
import sys

UNIT = 0.01                         # of a degree: what the numbers of the output count
LEAST_AREA = 0.07                   # of a triangle that is kept, in square degrees at the equator
LEAST_ISLAND = 0.5
EUROPE = (-25, 33, 45, 72)          # west, south, east, north
EUROPE_SHARE = 0.12                 # of the two above, in Europe
KEPT_OF_SMALL = 6                   # points of an outline that would otherwise vanish
MOST_RADIUS = 8                     # degrees

# Natural Earth has no codes for Kosovo, and none that are ISO's for what few or none recognise: the latter are drawn, and have no figures.
CODES = {"Kosovo": "XK"}
LEFT_OUT = {"AQ"}
# The middle of its land is not where one looks for it.
CENTRES = {"RU": (37.6, 55.75)}


def read_codes():
    with open("/usr/share/iso-codes/json/iso_3166-1.json", encoding="utf-8") as opened:
        return {one["numeric"]: one["alpha_2"] for one in json.load(opened)["3166-1"]}


def read_arcs(topology):
    """The arcs as points of degrees."""
    (x_scale, y_scale), (x_first, y_first) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x += step[0]
            y += step[1]
            points.append((x * x_scale + x_first, y * y_scale + y_first))
        yield points


def is_european(point):
    return EUROPE[0] <= point[0] <= EUROPE[2] and EUROPE[1] <= point[1] <= EUROPE[3]


def triangle(a, b, c):
    twice = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    area = abs(twice) / 2 * math.cos(math.radians(b[1]))
    return area / EUROPE_SHARE if is_european(b) else area


def simplify(points, kept):
    """Takes out the points whose triangles are least, one after the other, but never the ends, and leaves `kept` others."""
    before = [i - 1 for i in range(len(points))]
    after = [i + 1 for i in range(len(points))]
    areas = [math.inf] * len(points)
    queue = []

    def weigh(i, least):
        areas[i] = max(least, triangle(points[before[i]], points[i], points[after[i]]))
        heapq.heappush(queue, (areas[i], i))

    for i in range(1, len(points) - 1):
        weigh(i, 0)
    left = len(points) - 2
    while queue and left > kept:
        area, i = heapq.heappop(queue)
        if areas[i] != area:
            continue
        if area >= LEAST_AREA:
            break
        areas[i] = -1
        left -= 1
        after[before[i]] = after[i]
        before[after[i]] = before[i]
        for neighbour in (before[i], after[i]):
            if 0 < neighbour < len(points) - 1:
                weigh(neighbour, area)
    result = [0]
    while result[-1] != len(points) - 1:
        result.append(after[result[-1]])
    return [points[i] for i in result]


def join(arcs, ring):
    """The points of a ring, its longitudes unrolled where it crosses the antimeridian."""
    points = []
    for index in ring:
        for x, y in arcs[index] if index >= 0 else reversed(arcs[~index]):
            while points and x - points[-1][0] > 180:
                x -= 360
            while points and x - points[-1][0] < -180:
                x += 360
            if not points or points[-1] != (x, y):
                points.append((x, y))
    return points


def measure(points):
    """The area of a ring in square degrees at the equator, and its middle."""
    twice = x = y = 0
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        cross = x0 * y1 - x1 * y0
        twice += cross
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    if twice == 0:
        return 0, points[0]
    centre = (x / (3 * twice), y / (3 * twice))
    return abs(twice) / 2 * math.cos(math.radians(centre[1])), centre


class Country:
    def __init__(self, code, polygons, arcs):
        measured = [(*measure(join(arcs, polygon[0])), polygon) for polygon in polygons]
        area, centre, main = max(measured, key=lambda one: one[0])
        self.code = code
        self.area = area
        self.main = main[0]
        self.centre = CENTRES.get(code, centre)
        self.rings = [ring for one, middle, polygon in measured for ring in polygon
                      if polygon is main or one >= LEAST_ISLAND * (EUROPE_SHARE if is_european(middle) else 1)]

    def write(self, places, out):
        x, y = self.centre
        x = (x + 180) % 360 - 180
        radius = min(math.sqrt(self.area / math.pi), MOST_RADIUS)
        rings = " ".join(",".join(str(places[i] if i >= 0 else ~places[~i]) for i in ring) for ring in self.rings)
        print(f"{self.code} {x:.2f} {y:.2f} {radius:.2f} {rings}", file=out)


def write_arc(points, out):
    x = y = 0
    numbers = []
    for point in points:
        step = (round(point[0] / UNIT) - x, round(point[1] / UNIT) - y)
        if numbers and step == (0, 0):
            continue
        x += step[0]
        y += step[1]
        numbers += step
    print(" ".join(map(str, numbers)), file=out)


def main():
    with open(sys.argv[1], encoding="utf-8") as opened:
        topology = json.load(opened)
    codes = read_codes()
    arcs = list(read_arcs(topology))
    polygons = collections.defaultdict(list)
    for number, geometry in enumerate(topology["objects"]["countries"]["geometries"]):
        code = codes.get(geometry.get("id")) or CODES.get(geometry["properties"]["name"], f"-{number}")
        polygons[code] += geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    countries = [Country(code[:2].rstrip("0123456789"), one, arcs) for code, one in polygons.items() if code not in LEFT_OUT]
    countries.sort(key=lambda country: (country.code == "-", country.code, country.centre))

    small = {i if i >= 0 else ~i for country in countries if country.area < 2 for i in country.main}
    places = {}
    for country in countries:
        for ring in country.rings:
            for i in ring:
                places.setdefault(i if i >= 0 else ~i, len(places))

    print("# Outlines of countries, made by build-aux/make-map.py from Natural Earth 4.1.0, 1:50 million, which is in the public domain,\n"
          "# by way of world-atlas 2.0.2. An arc a line: longitude and latitude in hundredths of a degree, the first as they are, the others\n"
          "# as steps. Then, after an empty line, a country a line: ISO 3166-1 alpha-2 (- for none), longitude and latitude of its middle,\n"
          "# its radius in degrees, and its rings, each the numbers of its arcs; of one that is run through backwards, that number's complement.")
    for i in places:
        is_ring = arcs[i][0] == arcs[i][-1]
        write_arc(simplify(arcs[i], KEPT_OF_SMALL if i in small or is_ring else 0), sys.stdout)
    print()
    for country in countries:
        country.write(places, sys.stdout)


main()
