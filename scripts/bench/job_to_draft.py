#!/usr/bin/env python3
"""Writes a job of the benchmark kit as a draft, and the job that the draft really asks for.

usage: job_to_draft.py JOB.json DRAFT.json ASKED.json [TIMES]

A job gives the rectangle of its first and its last frame; a draft's move is at frame k of N at
progress k / N, so it never quite shows its `to`. The draft's `to` is therefore put one frame
further along the same line: frame N - 1 then shows exactly the job's rectangle. Where that would
need a view larger than the picture (zoom below 1), the zoom stays 1. ASKED.json holds the
rectangles after that clamp; pictures are compared with those.

TIMES repeats clips and texts, for long videos.
"""

import copy
import json
import sys


def milliseconds(frames, fps):
    exact = frames * 1000 / fps
    if exact != int(exact):
        raise ValueError(f"frame {frames} at {fps} fps falls on no whole millisecond")
    return int(exact)


def repeated(job, times):
    """The job with its clips and texts played `times` times, cross-fading at the seams."""
    period = job["frames"] - job["crossfade_frames"]
    long = copy.deepcopy(job)
    long["clips"], long["texts"] = [], []
    for turn in range(times):
        for clip in job["clips"]:
            long["clips"].append({**clip, "start_frame": clip["start_frame"] + turn * period})
        for text in job["texts"]:
            shift = turn * period / job["fps"]
            long["texts"].append(
                {**text, "start": text["start"] + shift, "end": text["end"] + shift})
    long["frames"] = times * period + job["crossfade_frames"]
    if job["audio"]:
        fade = job["audio"]["fade_out"][1]
        long["audio"]["fade_out"] = [long["frames"] / job["fps"] - fade, fade]
    return long


def clamped(rect, size, aspect):
    """The rectangle nearest to `rect` of the output's shape that lies inside a picture."""
    x, y, w, h = rect
    width = min(w, size[0], size[1] * aspect)
    height = width / aspect
    left = min(max(x + w / 2 - width / 2, 0), size[0] - width)
    top = min(max(y + h / 2 - height / 2, 0), size[1] - height)
    return [left, top, width, height]


def view(rect, size, aspect):
    """A rectangle in source pixels as the draft's view: centre in fractions, and zoom."""
    x, y, w, h = rect
    largest = min(size[0], size[1] * aspect)
    return {
        "x": round((x + w / 2) / size[0], 12),
        "y": round((y + h / 2) / size[1], 12),
        "z": round(largest / w, 12),
    }


def move(clip, aspect):
    """The draft's `kb` of a clip, and the rectangle that its last frame then shows."""
    size, frames, start = clip["image_size"], clip["frames"], clip["from"]
    beyond = [a + (b - a) * frames / (frames - 1) for a, b in zip(start, clip["to"])]
    beyond = clamped(beyond, size, aspect)
    last = [a + (b - a) * (frames - 1) / frames for a, b in zip(start, beyond)]
    kb = {
        "from": view(start, size, aspect),
        "to": view(beyond, size, aspect),
        "ease": "linear",
        "path": "linear",
    }
    return kb, last


def pictures(job, asked):
    """The picture track and its transitions; cuts lie in the middle of each cross-fade."""
    fps, fade, aspect = job["fps"], job["crossfade_frames"], job["width"] / job["height"]
    segments, transitions = [], []
    for index, clip in enumerate(job["clips"]):
        first, last = index == 0, index == len(job["clips"]) - 1
        half = milliseconds(fade, fps) // 2
        start = milliseconds(clip["start_frame"], fps) + (0 if first else half)
        end = milliseconds(clip["start_frame"] + clip["frames"], fps) - (0 if last else half)
        kb, asked["clips"][index]["to"] = move(clip, aspect)
        segments.append(
            {"id": f"c{index}", "s": start, "d": end - start, "src": clip["image"], "kb": kb})
        if not first:
            transitions.append(
                {"k": "fade", "a": f"c{index - 1}", "b": f"c{index}", "d": milliseconds(fade, fps)})
    return {"tt": 0, "n": "pictures", "m": {"role": "main"}, "sg": segments}, transitions


def text_segment(text, role, job):
    fade = round(text["fade"] * 1000)
    style = {
        "preset": role,
        "size": round(text["size"] * 1080 / min(job["width"], job["height"])),
        "color": text["color"],
        "stroke": {"color": "#000000", "width": text["outline"]},
    }
    if text["box"]:
        alpha = format(round(text["box_alpha"] * 255), "02x")
        pad = text["box_pad"]
        style["box"] = {"color": f"#000000{alpha}", "padX": pad, "padY": pad, "radius": 0}
    return {
        "s": round(text["start"] * 1000),
        "d": round((text["end"] - text["start"]) * 1000),
        "fi": fade,
        "fo": fade,
        "tx": text["text"],
        "x": 0.5,
        "y": text["cy"],
        "st": style,
        "anim": {"in": "none", "out": "none"},
    }


def texts(job):
    """One track of titles and one of captions, where the job has them."""
    for role, boxed in (("title", False), ("caption", True)):
        found = [text for text in job["texts"] if bool(text["box"]) == boxed]
        if found:
            segments = [text_segment(text, role, job) for text in found]
            yield {"tt": 7, "n": role, "m": {"role": role}, "sg": segments}


def music(job):
    audio, length = job["audio"], milliseconds(job["frames"], job["fps"])
    segment = {
        "s": 0,
        "d": length,
        "src": audio["file"],
        "vol": audio["volume"],
        "fo": round(audio["fade_out"][1] * 1000),
        "loop": True,
    }
    return {"tt": 1, "n": "music", "m": {"role": "bgm"}, "sg": [segment]}


def convert(job, times=1):
    """Returns a draft that shows `job`, and the job that it asks for after the clamp."""
    job = repeated(job, times) if times > 1 else job
    asked = copy.deepcopy(job)
    asked["name"] = job["name"] + " as asked"
    track, transitions = pictures(job, asked)
    tracks = [track] + ([music(job)] if job["audio"] else []) + list(texts(job))
    canvas = {
        "title": job["name"],
        "width": job["width"],
        "height": job["height"],
        "fps": job["fps"],
        "loudness": None,  # The other programs leave the level alone too.
    }
    length = milliseconds(job["frames"], job["fps"])
    return {"v": 1, "m": canvas, "d": length, "t": tracks, "tr": transitions}, asked


def main(arguments):
    if len(arguments) not in (3, 4):
        sys.exit(__doc__)
    with open(arguments[0]) as file:
        job = json.load(file)
    results = convert(job, int(arguments[3]) if len(arguments) == 4 else 1)
    for path, value in zip(arguments[1:3], results):
        with open(path, "w") as file:
            json.dump(value, file, indent=2, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1:])
