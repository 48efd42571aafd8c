"""x264 alone on the frames that Explainer made: the least that any renderer must spend."""

import mmap
import os
import re
import shutil

import common
import kit

# The options of x264's own report that presets and callers change, and their flags.
FLAGS = {
    "ref": "--ref",
    "me": "--me",
    "me_range": "--merange",
    "subme": "--subme",
    "trellis": "--trellis",
    "bframes": "--bframes",
    "b_adapt": "--b-adapt",
    "b_pyramid": "--b-pyramid",
    "weightp": "--weightp",
    "keyint": "--keyint",
    "keyint_min": "--min-keyint",
    "scenecut": "--scenecut",
    "rc_lookahead": "--rc-lookahead",
    "crf": "--crf",
    "qcomp": "--qcomp",
    "psy_rd": "--psy-rd",
    "aq": None,  # "mode:strength", two flags.
}
THREADING = {"threads", "lookahead_threads", "sliced_threads", "stitchable"}


def reported_options(path):
    """The options that x264 wrote into a stream about itself, {} where it wrote none."""
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        found = re.search(rb"x264 - core [^\0]*?options: ([\x20-\x7e]+)", data)
        words = found.group(1).decode().split() if found else []
    return dict(word.split("=", 1) for word in words if "=" in word)


def flags(options):
    """x264's flags that repeat `options`, on top of the preset veryfast."""
    result = ["--preset", "veryfast"]
    for name, flag in FLAGS.items():
        if name not in options:
            continue
        if name == "b_pyramid":
            result += [flag, {"0": "none", "1": "strict", "2": "normal"}[options[name]]]
        elif name == "aq":
            mode, _, strength = options["aq"].partition(":")
            result += ["--aq-mode", mode] + (["--aq-strength", strength] if strength else [])
        else:
            result += [flag, options[name]]
    if options.get("mbtree") == "0":
        result.append("--no-mbtree")
    return result


def differences(ours, theirs):
    """Names of the options in which two streams differ, threads aside."""
    names = (set(ours) | set(theirs)) - THREADING
    return sorted(name for name in names if ours.get(name) != theirs.get(name))


def raw_folder(work, size):
    """A RAM disk with room for `size` bytes, else the scratch folder."""
    ram = "/dev/shm"
    if os.path.isdir(ram) and shutil.disk_usage(ram).free > size * 1.2:
        return ram
    return work


def decode(path, job, work):
    """Decodes a lossless video into a raw yuv420p file and returns its path."""
    size = job["width"] * job["height"] * 3 // 2 * job["frames"]
    raw = os.path.join(raw_folder(work, size), f"explainer-bench-{os.getpid()}.yuv")
    kit.measure([
        common.FFMPEG, "-v", "error", "-y", "-i", path, "-an", "-f", "rawvideo",
        "-pix_fmt", "yuv420p", "-fps_mode", "passthrough", raw,
    ], log=path + ".decode.log")
    if os.path.getsize(raw) != size:
        raise ValueError(f"{path} holds {os.path.getsize(raw) / size * job['frames']} frames")
    return raw


def reading(raw):
    """What it costs to read the raw file alone: no renderer has to."""
    return kit.measure(["cat", raw])


def encode(raw, job, options, out):
    """Encodes the frames in two processes of half of them each, one thread each."""
    half = job["frames"] // 2
    lanes = []
    for index, (start, count) in enumerate([(0, half), (half, job["frames"] - half)]):
        command = [
            "x264", "--quiet", "--demuxer", "raw", "--input-csp", "i420",
            "--input-res", f"{job['width']}x{job['height']}", "--fps", str(job["fps"]),
            *options, "--threads", "1", "--seek", str(start), "--frames", str(count),
            "-o", f"{out}.{index}.264", raw,
        ]
        lanes.append("'" + "' '".join(command) + "'")
    script = f"{lanes[0]} & p=$!; {lanes[1]}; a=$?; wait $p && exit $a"
    return kit.measure(["sh", "-c", script], log=out + ".log")
