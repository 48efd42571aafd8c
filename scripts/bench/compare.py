"""`explainer compare` on made pairs: planted differences must be found, and none where none is.

Alone: python3 scripts/bench/compare.py --work FOLDER --pairs 12 --same 3
"""

import argparse
import collections
import json
import os
import subprocess
import sys

from planting import KINDS, make_pair, make_same
from sources import SOURCES, make_source

# Kinds of findings that say nothing about what a viewer sees or hears.
ASIDE = {"container"}

# What makes B the worse one; the rest is only a difference.
WORSE = {"matrix", "range", "crop", "dropped", "click", "blur", "banding", "tremble"}


def compare(bench):
    """Planted differences between two videos, and pairs without any."""
    found, same = run(bench.out("compare"), 200, 50)
    told(bench.report, found, same)


def run(work, pairs, same, keep=False):
    """Makes pairs and compares them; returns (kind, hit, note) and (name, reported kinds).

    What is kept is not made again, and each report lies beside its pair.
    """
    os.makedirs(work, exist_ok=True)
    sources = [make_source(work, name) for name in SOURCES]
    found, clean = [], []
    for number in range(pairs):
        kind = KINDS[number % len(KINDS)]
        source = sources[number // len(KINDS) % len(sources)]
        a, b, expected = make_pair(work, source, kind, number)
        said = report(a, b, keep)
        hit, note = expected(said)
        if kind in WORSE and said["verdict"]["better"] != "a":
            hit, note = False, f"{note}; called better: {said['verdict']['better']}"
        found.append((kind, hit, f"{os.path.basename(source)}: {note}"))
        show(kind, hit, found[-1][2])
        remove(keep, a, b)
    for number in range(same):
        source = sources[number % len(sources)]
        a, b = make_same(work, source, number)
        kinds = sorted({f["kind"] for f in report(a, b, keep)["findings"]
                        if f["severity"] != "info" and f["kind"] not in ASIDE})
        clean.append((f"{os.path.basename(source)} #{number}", kinds))
        show("same", not kinds, f"{clean[-1][0]}: {', '.join(kinds) or 'nothing reported'}")
        remove(keep, a, b)
    return found, clean


def report(a, b, keep):
    """The JSON that the program prints about a pair."""
    command = [os.environ["EXPLAINER"], "compare", a, b, "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"bench: exit status {done.returncode}: {' '.join(command)}\n{done.stderr}")
    if keep:
        with open(f"{b}.json", "w") as file:
            file.write(done.stdout)
    return json.loads(done.stdout)


def remove(keep, *paths):
    for path in paths if not keep else []:
        os.remove(path)


def show(kind, good, note):
    print(f"bench: compare: {'ok  ' if good else 'MISS'} {kind}: {note}", flush=True)


def told(table, found, same):
    """Adds the rows of the benchmark's table."""
    misses = collections.Counter(kind for kind, hit, _ in found if not hit)
    hits = sum(hit for _, hit, _ in found)
    note = ", ".join(f"{count} × {kind}" for kind, count in misses.items())
    table.at_least("compare: planted differences found with the right size",
                   100 * hits / max(len(found), 1), 95, "%",
                   f"{hits} of {len(found)}" + (f"; missed {note}" if note else ""), 1)
    wrong = [(name, kinds) for name, kinds in same if kinds]
    table.at_most("compare: re-encoded pairs with something reported", len(wrong), 0, "",
                  f"of {len(same)}" + "".join(f"; {n}: {', '.join(k)}" for n, k in wrong[:5]), 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", required=True, help="scratch folder")
    parser.add_argument("--pairs", type=int, default=200, help="planted pairs (200)")
    parser.add_argument("--same", type=int, default=50, help="re-encoded pairs (50)")
    parser.add_argument("--keep", action="store_true", help="keep the pairs and the reports")
    parser.add_argument("--only", help="one kind, of: " + ", ".join(KINDS))
    options = parser.parse_args()
    if options.only:
        KINDS[:] = [kind for kind in KINDS if kind == options.only]
    from report import Report
    os.makedirs(options.work, exist_ok=True)
    table = Report(os.path.join(options.work, "compare.md"))
    told(table, *run(options.work, options.pairs, options.same, options.keep))
    sys.exit(1 if table.failures else 0)


if __name__ == "__main__":
    os.environ.setdefault("EXPLAINER", ".build/release/explainer")
    main()
