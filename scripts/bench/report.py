"""Collects figures against bars and writes them as one Markdown table."""

import datetime
import os
import platform
import subprocess
from dataclasses import dataclass, field


@dataclass
class Row:
    what: str
    figure: str
    bar: str
    met: bool | None
    note: str

    def __str__(self):
        verdict = {True: "pass", False: "**fail**", None: "–"}[self.met]
        return f"| {self.what} | {self.figure} | {self.bar} | {verdict} | {self.note} |"


@dataclass
class Report:
    path: str
    rows: list = field(default_factory=list)

    def at_most(self, what, value, bar, unit="", note="", digits=2):
        shown = f"≤ {bar:g} {unit}".strip()
        self._add(what, value, shown, value <= bar, unit, note, digits)

    def at_least(self, what, value, bar, unit="", note="", digits=2):
        shown = f"≥ {bar:g} {unit}".strip()
        self._add(what, value, shown, value >= bar, unit, note, digits)

    def figure(self, what, value, unit="", note="", digits=2):
        """A figure without a bar."""
        self._add(what, value, "–", None, unit, note, digits)

    def holds(self, what, value, note=""):
        """A fact that is true or not."""
        self._append(Row(what, "yes" if value else "no", "yes", bool(value), note))

    def _add(self, what, value, bar, met, unit, note, digits):
        self._append(Row(what, f"{value:.{digits}f} {unit}".strip(), bar, met, note))

    def _append(self, row):
        self.rows.append(row)
        print(f"bench: {row}", flush=True)
        self.write()

    @property
    def failures(self):
        return [row for row in self.rows if row.met is False]

    def text(self):
        head = [
            f"# Benchmark of {datetime.date.today().isoformat()}",
            "",
            machine(),
            "",
            "Ratios are taken between programs that ran in turn, in this run; a range is the",
            "smallest and the largest round.",
            "",
            "| what | figure | bar | verdict | note |",
            "|---|---|---|---|---|",
        ]
        return "\n".join(head + [str(row) for row in self.rows]) + "\n"

    def write(self):
        with open(self.path, "w") as file:
            file.write(self.text())


def machine():
    """One line about the machine and the programs that were measured."""
    model = platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        model = names[0] if names else model
    versions = [first_line(["ffmpeg", "-version"], 3), first_line(["x264", "--version"], 2)]
    return f"{os.cpu_count()} × {model}; {'; '.join(versions)}."


def first_line(command, words):
    """The first words of what a program says about itself."""
    try:
        said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout
    except FileNotFoundError:
        return f"no {command[0]}"
    return " ".join(said.split("\n")[0].split()[:words])


def middle(values):
    return sorted(values)[len(values) // 2]


def spread(values, digits=2):
    """Smallest and largest, for a note."""
    return f"{min(values):.{digits}f}–{max(values):.{digits}f}"
