# SPDX-License-Identifier: Apache-2.0
"""How a mistake is planted in an application and its facts.

A plant is a function of (application, facts). A path begins with `app` or with a section of the
facts, its parts are keys and positions, and `*` means each element."""
from collections import namedtuple

from clean_facts import SAMPLES

BLOCKER, WARNING, INFO = "blocker", "warning", "info"
RANK = {INFO: 0, WARNING: 1, BLOCKER: 2}

# What is planted: `id` of a mistake or a regulation, its variant in the forecasts, a name of ours.
# `floor` is the severity it must have at least; `where` the samples that can have it; `forecast`
# is False where the finding is a doubt of ours and no decline is foretold.
Mutation = namedtuple("Mutation", "id variant name plants floor where forecast")

ALL = frozenset(SAMPLES)
MANY = frozenset({"chain-forty", "restaurant-till", "taxi-mobile"})  # more than one terminal
MOBILE = frozenset({"taxi-mobile"})
WITH_SIM = ALL - {"chain-forty", "restaurant-till"}
MICRO = frozenset({"micro"})
PERSONS = frozenset({"household", "micro"})  # settle to a private account
UNITS = ALL - PERSONS


def mutation(name, *plants, floor=BLOCKER, where=ALL, forecast=True):
    """`name` is "ID name" or "ID/variant name"."""
    full, short = name.split(" ")
    identity, _, variant = full.partition("/")
    return Mutation(identity, variant, short, plants, floor, where, forecast)


def label(m):
    return "%s%s %s" % (m.id, "/" + m.variant if m.variant else "", m.name)


# ---- plants


def places(root, parts):
    """(container, key) of each place that the path names."""
    if len(parts) == 1:
        return [(root, key) for key in keys_of(root, parts[0])]
    return [p for key in keys_of(root, parts[0]) for p in places(root[key], parts[1:])]


def keys_of(container, part):
    if part == "*":
        return list(range(len(container)))
    return [int(part) if isinstance(container, list) else part]


def root_of(app, facts, path):
    parts = path.split(".")
    return (app, parts[1:]) if parts[0] == "app" else (facts, parts)


def put(path, value):
    """Sets each place to a value, or to what a function makes of the old one."""

    def plant(app, facts):
        root, parts = root_of(app, facts, path)
        for container, key in places(root, parts):
            container[key] = value(container[key]) if callable(value) else value

    return plant


def drop(*paths):
    """Takes keys away: nobody was asked, or nothing was filled in."""

    def plant(app, facts):
        for path in paths:
            root, parts = root_of(app, facts, path)
            for container, key in places(root, parts):
                container.pop(key, None)

    return plant


def without(*words):
    return lambda old: [word for word in old if word not in words]


def plus(number):
    return lambda old: old + number


def last_digit(old):
    """Another number of the same form."""
    return old[:-1] + str((int(old[-1]) + 1) % 10)


def other_number(old):
    """A number that no neighbour has."""
    return old[:-1] + str((int(old[-1]) + 5) % 10)


def other_area(code):
    """A bank area of another province."""
    return "7910" if code != "7910" else "5210"


def third_area(code):
    """As other_area, and not the same."""
    return "8710" if code != "8710" else "8510"


def other_mcc(mcc):
    """Another kind of shop of the same fee class."""
    swaps = {"5411": "5541", "5541": "5411", "8062": "8211"}
    return swaps.get(mcc, "5691")


def clash(path):
    """The second element carries the number of the first; `path` ends in the number's key."""

    def plant(app, facts):
        root, parts = root_of(app, facts, path)
        ((records, _),) = places(root, [*parts[:-1], "0"])
        records[1][parts[-1]] = records[0][parts[-1]]

    return plant


def each(*plants):
    def plant(app, facts):
        for one in plants:
            one(app, facts)

    return plant


def apply(m, app, facts):
    for plant in m.plants:
        plant(app, facts)
