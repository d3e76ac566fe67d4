#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two mistakes at once, at random, in the clean samples: both are found, and nothing else that
neither causes."""
import random

from clean_facts import SAMPLES, load_sample
from harness import INSTRUMENTED, extras_of_all, found, reports_of_batches, said
from mutations import MERCHANT_MUTATIONS
from mutations_terminal import TERMINAL_MUTATIONS
from plant import apply, label
from tap import done, ok

SEED = 20261123
COUNT = 100 if INSTRUMENTED else 2000
MISTAKES = MERCHANT_MUTATIONS + TERMINAL_MUTATIONS

# What cannot be seen beside another mistake: (hidden, hiding).
HIDDEN = {
    # check values of two algorithms cannot be compared; that the keys differ is said already
    ("K02 kcv", "K03 algorithm"),
    ("K02 host", "K03 algorithm"),
    ("K02 method", "K03 algorithm"),
    # no check value in the terminal, nothing to compare
    ("K02 host", "K01 not-loaded-no-value"),
    # with the number applied for unreadable nobody knows which of host and terminal is right
    ("T01 other-number", "T02 applied-short"),
    # a damaged number is none, so two terminals do not share it
    ("T09 applied", "T02 applied-short"),
}


def planted(sample, *mutations):
    app, facts = load_sample(sample)
    for m in mutations:
        apply(m, app, facts)
    return app, facts


def both(sample, one, other):
    """The sample with both mistakes; None where one undoes the other, so that there is only one."""
    try:
        spoilt = planted(sample, one, other)
    except (KeyError, IndexError, TypeError):
        return None
    if spoilt in (planted(sample, one), planted(sample, other)):
        return None
    return spoilt


def draw(chance, sample):
    """Two mistakes that this sample can have together."""
    able = [m for m in MISTAKES if sample in m.where]
    while True:
        one, other = chance.sample(able, 2)
        spoilt = both(sample, one, other) if one.id != other.id else None
        if spoilt is not None:
            return one, other, spoilt


def draw_batches(chance):
    """Lists of (sample, one, other, spoilt); the samples of a list are all different."""
    left = COUNT
    while left > 0:
        some = chance.sample(SAMPLES, min(left, len(SAMPLES)))
        yield [(sample, *draw(chance, sample)) for sample in some]
        left -= len(some)


def is_hidden(m, by):
    return (label(m), label(by)) in HIDDEN


def problem(one, other, report):
    """What is wrong with the report of two mistakes, or None."""
    for m, by in ((one, other), (other, one)):
        if not found(m, report["findings"]) and not is_hidden(m, by):
            return "%s is not found" % label(m)
    more = extras_of_all((one.id, other.id), report["findings"])
    return "%s caused by neither" % more[0]["code"] if more else None


def main():
    chance = random.Random(SEED)
    batches = list(draw_batches(chance))
    reports = reports_of_batches([[case[3] for case in batch] for batch in batches])
    print("# seed %d, %d pairs" % (SEED, sum(len(b) for b in batches)))
    bad = []
    for batch, answers in zip(batches, reports):
        for (sample, one, other, _), report in zip(batch, answers):
            wrong = problem(one, other, report)
            if wrong:
                bad.append((sample, label(one), label(other), wrong, said(report)))
    ok(not bad, "%d pairs of mistakes: both are found" % COUNT,
       "\n".join("\n".join(case) for case in bad))
    done()


if __name__ == "__main__":
    main()
