"""Measures Explainer against fixed bars and prints one Markdown table."""

import argparse
import os
import sys

import contender
import kit
import report
import steps


class Bench:
    """What the steps share: the scratch folder, the report, and renders used more than once."""

    def __init__(self, options):
        self.work = os.path.abspath(options.work)
        self.rounds = options.rounds
        self.samples = options.samples
        self.long = options.long
        self.peak = None  # Peak memory of the reference job in MB, once it was measured.
        os.makedirs(os.path.join(self.work, "out"), exist_ok=True)
        self.report = report.Report(os.path.join(self.work, "report.md"))
        self._tasks, self._lossless = {}, {}

    def out(self, name):
        return os.path.join(self.work, "out", name)

    def task(self, name, times=1):
        if (name, times) not in self._tasks:
            self._tasks[name, times] = contender.task(self.work, name, times)
        return self._tasks[name, times]

    def lossless(self, name):
        """The path of a lossless render of a job, made once a run."""
        if name not in self._lossless:
            path = self.out(name + ".lossless.mp4")
            contender.render(self.task(name), path, "--quality", "lossless")
            self._lossless[name] = path
        return self._lossless[name]

    def remove_lossless(self):
        for path in self._lossless.values():
            os.remove(path)


def parse(arguments):
    parser = argparse.ArgumentParser(prog="scripts/bench/run", description=__doc__)
    parser.add_argument("--work", required=True, help="scratch folder, several GB")
    parser.add_argument(
        "--only", metavar="STEPS", default=",".join(steps.ALL),
        help="comma-separated, of: " + "; ".join(f"{k}: {f.__doc__}" for k, f in steps.ALL.items()))
    parser.add_argument("--rounds", type=int, default=3, help="rounds of the timed step (3)")
    parser.add_argument("--samples", type=int, default=12, help="frames compared per video (12)")
    parser.add_argument("--long", action="store_true", help="memory: 10 minutes instead of 3")
    options = parser.parse_args(arguments)
    options.only = options.only.split(",")
    unknown = set(options.only) - set(steps.ALL)
    if unknown:
        parser.error(f"no step named {', '.join(sorted(unknown))}")
    return options


def main(arguments):
    options = parse(arguments)
    if not os.access(contender.PROGRAM, os.X_OK):
        sys.exit(f"bench: {contender.PROGRAM} is not there: run `make build`, or set EXPLAINER")
    bench = Bench(options)
    kit.make_inputs(bench.work)
    for name, step in steps.ALL.items():
        if name in options.only:
            print(f"bench: {name}", flush=True)
            step(bench)
    bench.remove_lossless()
    print("\n" + bench.report.text())
    print(f"The table is also in {bench.report.path}")
    return 1 if bench.report.failures else 0


sys.exit(main(sys.argv[1:]))
