"""The benchmark kit: it owns jobs, reference resampler, measures and the other programs' scripts.

Its modules (`bench`, `common`, `smoothness`) are on Python's path by `run`.
"""

import os
import subprocess
import sys

import bench
import common

FOLDER = os.path.abspath(os.environ["EXPLAINER_BENCH"])


def make_inputs(work):
    """Makes pictures, music and jobs in WORK/inputs, once."""
    if not os.path.exists(os.path.join(work, "inputs", "SMOOTH.json")):
        script = os.path.join(FOLDER, "make_inputs.py")
        subprocess.run([sys.executable, script, work], check=True)


def zoompan(job, out):
    """The command by which the ffmpeg program renders a job with its zoompan filter."""
    return [sys.executable, os.path.join(FOLDER, "peers", "ffmpeg_cli.py"), job, out]


def fidelity(job, video, samples):
    """PSNR and SSIM of luma against the float64 reference, and the matrix that fits better."""
    return bench.fidelity(job, video, samples)


def measure(command, log=None):
    """Runs a command and returns `wall`, `cpu` (user and system, children too) and `rss_mb`.

    Ends the benchmark where the command fails.
    """
    result = common.measure(command, log=log)
    if result["rc"] != 0:
        said = open(log, errors="replace").read()[-2000:] if log else ""
        sys.exit(f"bench: exit status {result['rc']}: {' '.join(command)}\n{said}")
    return result
