"""Explainer as a program to be measured: its jobs as drafts, and its commands."""

import dataclasses
import hashlib
import json
import os
import shutil
import subprocess

import common
import job_to_draft
import kit

PROGRAM = os.environ["EXPLAINER"]


@dataclasses.dataclass
class Task:
    """One job of the kit: the job file, our draft of it, and the job which the draft asks for."""

    name: str
    job: dict
    job_path: str
    draft: str
    asked: dict


def task(work, name, times=1):
    """Converts a job of WORK/inputs; `times` repeats its contents."""
    inputs = os.path.join(work, "inputs")
    job_path = os.path.join(inputs, name + ".json")
    draft, asked = job_to_draft.convert(common.load_job(job_path), times)
    suffix = "" if times == 1 else f"x{times}"
    # Beside the pictures, so that the names in the job serve the draft as they are.
    draft_path = os.path.join(inputs, f"{name}{suffix}.draft.json")
    with open(draft_path, "w") as file:
        json.dump(draft, file, indent=2, ensure_ascii=False)
    return Task(name + suffix, common.load_job(job_path), job_path, draft_path, asked)


def render(task, out, *options):
    """Renders and returns what it cost."""
    if os.path.exists(out):
        os.remove(out)
    command = [PROGRAM, "render", task.draft, "-o", out, "--progress", "none", *options]
    return kit.measure(command, log=out + ".log")


def composing(task, frames):
    """Milliseconds per frame of making frames alone, on one core."""
    command = [PROGRAM, "compose", task.draft, "--frames", str(frames)]
    if shutil.which("taskset"):
        command = ["taskset", "-c", "0", *command]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(said)["ms_per_frame"]


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()
