"""Paints `forest.jpg`: ranks of conifers in morning mist, painted from far to near.

python3 forest.py OUT [WIDTH]
"""

import sys

import numpy as np
from PIL import Image, ImageDraw

import noise
from conifer import draw_conifer
from picture import (
    encoded,
    film,
    glow,
    linear,
    mix,
    save,
    smoothstep,
    split_toned,
    vignette,
    with_grain,
)

ASPECT = 16 / 9
SUN = (0.64, 0.30)  # shares of width and height
LAYERS = 9


def sky(x, y):
    """Linear light of the mist above the trees at shares (x, y)."""
    stops = [(0.0, "#24505f"), (0.22, "#4b8084"), (0.45, "#8fb3a4"), (0.75, "#d8c9a0")]
    at = [s for s, _ in stops]
    colours = np.array([np.cbrt(linear(c)) for _, c in stops])
    t = y + 0.10 * (x - 0.5) + 0.05 * noise.fractal(x * 3, y * 7, 4, seed=3)
    light = np.stack([np.interp(t, at, colours[:, i]) for i in range(3)], -1) ** 3
    d = np.hypot((x - SUN[0]) * ASPECT, y - SUN[1])
    light = (
        light
        + np.exp(-d / 0.30)[..., None] * linear("#ffb45e") * 0.80
        + np.exp(-d / 0.075)[..., None] * linear("#ffcf80") * 0.8
    )
    disc = 1 - smoothstep(0.027, 0.031, d)
    return (light + disc[..., None] * np.array([1.5, 1.1, 0.55])).astype(np.float32)


def ridge(layer, x):
    """Height of the ground (share of the picture, from the top) of a layer at shares `x`; 0 is the
    farthest.
    """
    depth = layer / (LAYERS - 1)
    base = 0.40 + 0.56 * depth**1.25
    valley = np.abs(x - 0.60 + 0.10 * np.sin(layer * 2.1))
    slope = (0.06 - 0.46 * valley**1.4) * (0.9 - 0.25 * depth) * (1 if layer % 2 else 0.8)
    lean = 0.07 * np.sin(layer * 1.7 + 0.4) * (x - 0.5)
    rough = 0.030 * noise.fractal(
        (x * 3 + 7 * layer).astype(np.float32), x.astype(np.float32) * 0 + layer, 4, seed=50 + layer
    )
    return base + slope + lean + rough


def rank(layer, width, height):
    """Coverage (0...1) of one layer: its ground and the trees that stand on it."""
    rng = np.random.default_rng(200 + layer)
    sheet = Image.new("L", (width * 2, height * 2), 0)
    draw = ImageDraw.Draw(sheet)
    xs = np.linspace(-0.02, 1.02, 160)
    ground = ridge(layer, xs)
    outline = [(x * width * 2, y * height * 2) for x, y in zip(xs, ground)]
    draw.polygon(outline + [(width * 2.1, height * 2.1), (-0.1 * width, height * 2.1)], fill=255)
    depth = layer / (LAYERS - 1)
    tall = 0.030 + 0.36 * depth**1.9
    x = -0.02
    while x < 1.02:
        size = tall * (0.42 + 0.80 * rng.random() ** 1.4)
        foot = float(ridge(layer, np.array([x]))[0]) + 0.10 * tall
        draw_conifer(draw, rng, x * width * 2, (foot - size) * height * 2, foot * height * 2)
        x += tall * (0.05 + 0.13 * rng.random() + (0.40 if rng.random() < 0.10 else 0))
    return np.asarray(sheet.resize((width, height), Image.BOX), np.float32) / 255


def paint_layer(light, layer, x, y):
    """Lays one rank of trees over the picture and lets mist gather at its feet."""
    height, width = light.shape[:2]
    depth = layer / (LAYERS - 1)
    d = np.hypot((x - SUN[0]) * ASPECT, y - SUN[1])
    near, far = linear("#04171c"), linear("#78aca0")
    colour = mix(far, near, min(1.0, 0.16 + 0.95 * depth**0.62))
    warm = np.exp(-d / 0.34)[..., None] * linear("#ffb566") * 0.62 * (1 - depth) ** 1.3
    cover = rank(layer, width, height)[..., None]
    light = mix(light, colour + warm, cover)
    ground = np.interp(x[0], np.linspace(0, 1, 200), ridge(layer, np.linspace(0, 1, 200)))[None, :]
    below = smoothstep(-0.045 - 0.03 * depth, 0.10 + 0.06 * depth, y - ground)
    drift = 0.62 + 0.55 * noise.fractal(x * 4 + layer * 5, y * 11 + layer * 3, 5, seed=90 + layer)
    mist = (
        mix(linear("#98c9bb"), linear("#2a6670"), depth)
        + np.exp(-d / 0.38)[..., None] * linear("#ffb763") * 0.55
    )
    amount = np.clip(below * drift, 0, 1) * (0.72 - 0.42 * depth)
    return mix(light, mist, amount[..., None] if layer < LAYERS - 1 else 0)


def shafts(x, y):
    """Light of the sun's rays in the mist: streaks around the sun that fade with distance."""
    dx, dy = (x - SUN[0]) * ASPECT, y - SUN[1]
    angle, d = np.arctan2(dy, dx), np.hypot(dx, dy)
    streak = noise.fractal(
        (angle * 5).astype(np.float32), (d * 0.5).astype(np.float32), 4, seed=120
    )
    return smoothstep(0.0, 0.55, streak) * np.exp(-d / 0.36) * smoothstep(-0.02, 0.12, dy)


def paint(width):
    """The finished picture as sRGB code values."""
    height = round(width / ASPECT)
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)
    light = sky(x, y)
    for layer in range(LAYERS):
        light = paint_layer(light, layer, x, y)
        if layer == 5:
            light = light + shafts(x, y)[..., None] * linear("#ffc070") * 0.34
    light = light + 0.10 * glow(light, 0.8, (0.006, 0.02, 0.06))
    code = encoded(film(light * vignette(height, width, 0.30), 0.95))
    grey = code.mean(-1, keepdims=True)
    return with_grain(split_toned(mix(grey, code, 1.14), (-0.10, 0.02, 0.05)), 1.5).astype(
        np.float32
    )


if __name__ == "__main__":
    save(paint(int(sys.argv[2]) if len(sys.argv) > 2 else 3200), sys.argv[1])
