"""How steadily a picture moves: dots of known places, found again in every frame."""

import dataclasses
import json
import os

import common
import kit
import numpy as np
import smoothness
from PIL import Image

# Steps shorter than this, in output pixels, count as standing still.
STILL = 0.05


@dataclasses.dataclass
class Steadiness:
    """Figures in output pixels; the second difference of a path is what the eye sees as shaking."""

    dots: int
    bias: float
    rms: float
    shaking_mean: float
    shaking_rms: float
    backward: int


def reference_frames(job, count):
    """The first frames of a job by the float64 resampler, rounded to 8 bits: the measure's floor."""
    clip = job["clips"][0]
    picture = np.asarray(Image.open(common.src(job, clip["image"])).convert("L"))[..., None]
    frames = {}
    for index in range(count):
        rect = common.rect(clip, index)
        grey = common.reference(picture, rect, job["width"], job["height"])[..., 0]
        frames[index] = np.round(16 + 219 / 255 * grey)
    return frames


def steadiness(job, video):
    """Tracks every third dot that stays in the picture. `video` is a path or frames by index."""
    with open(os.path.join(job["dir"], "dots.json")) as file:
        centres = json.load(file)
    if not isinstance(video, dict):
        video = common.y_frames(video, range(job["frames"]), job["width"], job["height"])
    errors = smoothness.track(job, video, centres)
    bias = np.nanmean(errors, (0, 1))
    wander = np.hypot(*np.moveaxis(errors - bias, -1, 0))
    shaking = np.hypot(*np.moveaxis(np.diff(errors, 2, axis=1), -1, 0))
    return Steadiness(
        dots=len(errors),
        bias=float(np.abs(bias).max()),
        rms=float(np.sqrt(np.nanmean(wander**2))),
        shaking_mean=float(np.nanmean(shaking)),
        shaking_rms=float(np.sqrt(np.nanmean(shaking**2))),
        backward=backward_steps(paths(job, centres, len(video)), errors),
    )


def paths(job, centres, count):
    """Where the tracked dots should be, chosen as the kit's `track` chooses them."""
    clip, width, height, margin = job["clips"][0], job["width"], job["height"], 16
    found = []
    for cx, cy in centres:
        places = []
        for index in range(count):
            x, y, w, h = common.rect(clip, index)
            places.append(((cx - x) * width / w, (cy - y) * height / h))
        places = np.array(places)
        inside = places.min() > margin and places[:, 0].max() < width - margin
        if inside and places[:, 1].max() < height - margin:
            found.append(places)
    return np.array(found)[::3]


def backward_steps(expected, errors):
    """The steps that a dot makes against the direction in which it should go."""
    if expected.shape != errors.shape:
        raise ValueError(f"tracked {errors.shape} but expected {expected.shape}: the kit changed")
    wanted = np.diff(expected, axis=1)
    made = wanted + np.diff(errors, axis=1)
    length = np.hypot(wanted[..., 0], wanted[..., 1])
    return int(np.nansum(((wanted * made).sum(-1) < 0) & (length > STILL)))
