"""Paints `landscape.jpg`: a mountain lake at dusk, seen over a height field.

Every column of the picture is one vertical plane through the eye. Heights are sampled along it from
near to far;
the running maximum of their slopes tells which distance each pixel sees. Lengths are kilometres.

    python3 landscape.py OUT [WIDTH] [SAMPLES]
"""

import sys

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter, map_coordinates

import noise
from conifer import draw_conifer
from picture import (
    encoded,
    film,
    glow,
    halved,
    linear,
    mix,
    save,
    smoothstep,
    split_toned,
    vignette,
    with_grain,
)

ASPECT = 16 / 9
HALF_WIDTH = 0.50  # tangent of half the horizontal field of view
HORIZON = 0.635  # row of the horizon, as a share of the height
EYE = 0.085  # height of the eye above the lake
NEAR, FAR = 0.35, 60.0
SUN = np.array([0.150, 0.046])  # tangents: to the right, above the horizon
WATER = 0.0


def ground(x, z, octaves=11):
    """Height of the ground above the lake at `x` to the right and `z` away."""
    relief = noise.eroded(x * 0.22 + 3.7, z * 0.22 + 11.2, octaves, seed=21)
    broad = noise.fractal(x * 0.075 + 1.3, z * 0.075 + 4.4, 2, seed=5)
    rise = smoothstep(3.2, 15, z) * (1 + 0.5 * smoothstep(14, 40, z))
    valley = smoothstep(0.0, 0.30, np.abs(x / z - 0.14)) * 0.66 + 0.34
    peaks = rise * valley * (1.45 + 2.5 * relief + 0.9 * broad)
    hills = 0.34 * smoothstep(3.6, 6, z) * (1 - smoothstep(12, 18, z)) * valley
    hills = hills * np.abs(
        0.25 + 1.3 * noise.eroded(x * 0.75 + 8.1, z * 0.75 + 2.2, octaves - 1, seed=27)
    )
    shore = 0.085 * smoothstep(2.0, 4.2, z + 1.2 * noise.value(x * 0.9, z * 0.6, 33)) - 0.03
    left = (
        0.20
        * smoothstep(0.16, 0.75, -x / z + 0.05 * noise.value(x * 3, z * 3, 34))
        * smoothstep(0.7, 1.5, z)
    )
    right = (
        0.15
        * smoothstep(0.30, 0.72, x / z + 0.05 * noise.value(x * 3, z * 3, 35))
        * smoothstep(1.1, 2.0, z)
    )
    near = (
        (left + right) * (1 - smoothstep(4, 7, z)) * (1 + 0.4 * noise.value(x * 1.7, z * 1.7, 36))
    )
    return np.maximum(peaks, 0) * 0.9 + hills + shore + near


def conifers(x, z, height):
    """Height of the treetops above the ground: a jittered cone in each cell of a fine grid."""
    cell = np.float32(0.010)
    gx, gz = x / cell, z / cell
    ix, iz = np.floor(gx), np.floor(gz)
    top = np.zeros_like(x)
    for dx in (-1, 0, 1):
        for dz in (-1, 0, 1):
            cx, cz = ix + dx, iz + dz
            r1, r2 = noise.hashed(cx, cz, 1.0), noise.hashed(cx, cz, 2.0)
            r3 = noise.hashed(cx, cz, 3.0)
            distance = np.hypot(gx - cx - r1, gz - cz - r2)
            top = np.maximum(top, (0.012 + 0.016 * r3) * (1 - distance * (1.15 - 0.3 * r2)))
    rim = smoothstep(0.004, 0.02, height) * (
        1 - smoothstep(0.55, 0.95, height + 0.25 * noise.value(x * 2, z * 2, 40))
    )
    stand = smoothstep(-0.25, 0.15, noise.fractal(x * 1.6, z * 1.6, 3, seed=41) + 0.25)
    return np.maximum(top, 0) * rim * stand * (z < 14)


def sky(u, v):
    """Linear light of the sky at tangents `u` (right) and `v` (up)."""
    stops = [
        (-0.2, "#f59a55"),
        (0.0, "#f7a25c"),
        (0.035, "#f8a062"),
        (0.085, "#e58766"),
        (0.15, "#99647c"),
        (0.23, "#55507f"),
        (0.33, "#2a376b"),
        (0.46, "#13234a"),
    ]
    away = np.abs(u - SUN[0])
    v_eff = v * (1 + 0.55 * smoothstep(0, 0.7, away)) + 0.022 * smoothstep(0.1, 0.65, away)
    light = _gradient(v_eff, stops) * (1 - 0.30 * smoothstep(0.1, 0.7, away))[..., None]
    light += _clouds(u, v, light)
    d = np.hypot((u - SUN[0]) * 0.82, v - SUN[1])
    light += np.exp(-d / 0.020)[..., None] * linear("#ffdc9a") * 1.5
    light += np.exp(-d / 0.085)[..., None] * linear("#ff8c3c") * 1.05
    light += np.exp(-d / 0.28)[..., None] * linear("#f0684a") * 0.26
    disc = np.hypot(u - SUN[0], v - SUN[1])
    return light + (1 - smoothstep(0.0125, 0.0136, disc))[..., None] * np.array(
        [3.4, 2.3, 0.95], np.float32
    )


def _gradient(t, stops):
    """Piecewise-linear colour over `t`, interpolated in linear light's cube root (even steps to the
    eye).
    """
    at = [s for s, _ in stops]
    colours = np.array([np.cbrt(linear(c)) for _, c in stops])
    return np.stack([np.interp(t, at, colours[:, i]) for i in range(3)], -1).astype(np.float32) ** 3


def _clouds(u, v, sky_light):
    """Light added by thin high cloud: streaks on a plane above, lit from below by the low sun."""
    height = np.maximum(v, 0.012) + 0.02
    px, pz = u / height * 0.55, 1 / height * 0.22
    warp = noise.fractal(px * 0.8, pz * 0.8, 3, seed=61)
    streak = noise.fractal(px * 1.5 + 1.3 * warp, pz * 3.4 + 0.9 * warp, 7, gain=0.55, seed=71)
    density = (
        smoothstep(0.02, 0.55, streak)
        * smoothstep(0.015, 0.07, v)
        * (1 - smoothstep(0.24, 0.42, v))
    )
    d = np.hypot((u - SUN[0]) * 0.7, v - SUN[1])
    lit = np.exp(-d / 0.16)[..., None] * linear("#ff9a64") * 0.95 + linear("#b0527a") * 0.16
    density = density * (0.30 + 0.70 * smoothstep(-0.42, 0.05, u))
    return density[..., None] * (lit - sky_light * 0.20)


def stars(shape, u, v, rng):
    """Sparse stars that fade towards the horizon and the glow."""
    light = np.zeros(shape, np.float32)
    height, width = shape
    count = 300
    y = (rng.random(count) ** 1.4 * height * 0.42).astype(int)
    x = rng.integers(0, width, count)
    light[y, x] = rng.random(count) ** 4 * 1.0 + 0.06
    light = gaussian_filter(light, 0.8 * width / 3200) * 5.5 * (width / 3200) ** 2
    return (
        light * smoothstep(0.14, 0.36, v) * smoothstep(0.12, 0.45, np.hypot(u - SUN[0], v - SUN[1]))
    )


class Terrain:
    """The height field as the eye sees it, with sun shadows and sheltered hollows on a coarse grid."""

    def __init__(self, columns, steps):
        self.u = ((np.arange(columns, dtype=np.float32) + 0.5) / columns * 2 - 1) * HALF_WIDTH
        self.z = np.geomspace(NEAR, FAR, steps).astype(np.float32)
        self.heights = np.empty((columns, steps), np.float32)
        for start in range(0, columns, 128):
            part = slice(start, start + 128)
            x, z = self.u[part, None] * self.z, np.broadcast_to(self.z, (len(self.u[part]), steps))
            h = ground(x, z)
            self.heights[part] = h + conifers(x, z, h)
        self._light_grid()

    def _light_grid(self, across=1100, along=1500):
        """Sun visibility on a grid whose second axis runs along the sun's azimuth, away from the
        sun.
        """
        self.sun_side, self.sun_ahead = -SUN[0] / np.hypot(1, SUN[0]), 1 / np.hypot(1, SUN[0])
        self.p0, self.p1, self.q0, self.q1 = -38.0, 28.0, 0.3, 66.0
        p = np.linspace(self.p0, self.p1, across, dtype=np.float32)[:, None]
        q = np.linspace(self.q1, self.q0, along, dtype=np.float32)[None, :]
        x, z = p * self.sun_ahead - q * self.sun_side, p * self.sun_side + q * self.sun_ahead
        h = np.where(z > 0.5, ground(x, np.maximum(z, 0.5), 8), 0).astype(np.float32)
        fall = (self.q1 - q) * np.float32(0.075)
        edge = np.maximum.accumulate(h + fall, axis=1) - fall
        self.shade = np.clip(1 - (edge - h) / 0.06, 0, 1).astype(np.float32)
        self.hollow = np.clip(0.5 + (h - gaussian_filter(h, 9)) * 2.2, 0, 1).astype(np.float32)

    def lookup(self, grid, x, z):
        """The grid's value at points of the ground."""
        p, q = x * self.sun_ahead + z * self.sun_side, -x * self.sun_side + z * self.sun_ahead
        row = (p - self.p0) / (self.p1 - self.p0) * (grid.shape[0] - 1)
        column = (self.q1 - q) / (self.q1 - self.q0) * (grid.shape[1] - 1)
        return map_coordinates(grid, [row, column], order=1, mode="nearest")

    def distances(self, slopes, eye):
        """The distance seen at each slope (rows x columns; infinite for sky), from height `eye`."""
        result = np.full(slopes.shape, np.inf, np.float32)
        for i in range(len(self.u)):
            h = (
                self.heights[i]
                if eye > 0
                else np.where(self.heights[i] > WATER, self.heights[i], -9)
            )
            rising = np.maximum.accumulate((h - eye) / self.z)
            at = np.searchsorted(rising, slopes[:, i])
            seen = at < len(self.z)
            hit = np.minimum(at, len(self.z) - 1)
            before = np.maximum(hit - 1, 0)
            low, high = rising[before], rising[hit]
            share = np.clip((slopes[:, i] - low) / np.maximum(high - low, 1e-9), 0, 1)
            result[:, i] = np.where(seen, mix(self.z[before], self.z[hit], share), np.inf)
        return result


def shaded(terrain, u, v, z, eye):
    """Linear light of the ground seen at tangents (u, v) and distance `z`, behind its air."""
    x = u * z
    e = np.maximum(z * 0.0006, 0.002).astype(np.float32)
    h = ground(x, z, 13)
    trees = conifers(x, z, h)
    sx = (ground(x + e, z, 13) - h) / e
    sz = (ground(x, z + e, 13) - h) / e
    normal = np.stack([-sx, np.ones_like(sx), -sz], -1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    to_sun = np.array([SUN[0], 0.17, 1.0], np.float32)
    to_sun /= np.linalg.norm(to_sun)
    sun = np.clip(normal @ to_sun, 0, 1) * terrain.lookup(terrain.shade, x, z)
    hollow = terrain.lookup(terrain.hollow, x, z)
    snow = smoothstep(
        0.62, 0.80, normal[..., 1] + 0.12 * noise.fractal(x * 5, z * 5, 4, seed=51)
    ) * smoothstep(0.75, 1.35, h)
    rock = mix(linear("#3a2f3d"), linear("#5b4a4e"), hollow[..., None])
    albedo = mix(rock, linear("#d9d4e6"), snow[..., None] * 0.9)
    wood = (
        smoothstep(0.001, 0.006, trees)[..., None]
        * mix(0.55, 1.0, smoothstep(0.0, 0.02, trees))[..., None]
    )
    albedo = mix(
        albedo, linear("#16252b"), np.clip(wood + smoothstep(0.9, 0.5, h)[..., None] * 0.75, 0, 1)
    )
    side = (0.5 + 0.5 * normal[..., 0])[..., None]
    ambient = (
        mix(linear("#3b4580"), linear("#a0607c"), side)
        * (0.35 + 0.65 * normal[..., 1:2])
        * (0.45 + 0.75 * hollow[..., None])
    )
    light = albedo * (ambient * 0.6 + sun[..., None] * np.array([3.4, 1.55, 0.75], np.float32))
    return behind_air(light, u, v, z, h, eye)


def behind_air(light, u, v, z, h, eye):
    """`light` dimmed by the air on its way and joined by the air's own glow (denser near the lake)."""
    low = np.clip((h - 0.02) / 0.16, 1e-3, None)
    depth = z * (0.018 + 0.125 * (1 - np.exp(-low)) / low)
    keep = np.exp(-depth[..., None] * np.array([0.85, 1.0, 1.22], np.float32))
    toward = np.hypot((u - SUN[0]) * 0.8, np.maximum(v, 0) - SUN[1])
    air = linear("#66508a") * 0.62 + np.exp(-toward / 0.22)[..., None] * linear("#ff8e4c") * 0.85
    air = air + np.exp(-toward / 0.05)[..., None] * linear("#ffc070") * 0.35
    return light * keep + air * (1 - keep)


def view(terrain, u, v, z, eye):
    """Linear light at tangents (u, v): ground where its distance `z` is finite, else sky."""
    light = np.empty(v.shape + (3,), np.float32)
    hit = np.isfinite(z)
    light[~hit] = sky(u[~hit], v[~hit])
    light[hit] = shaded(terrain, u[hit], v[hit], z[hit], eye)
    return light


def water(terrain, u, v, z, wet):
    """The lake where `wet`, at distance `z`: the mirrored view, broken by ripples, over dark water."""
    x = u * z
    ripple = noise.fractal(x * 26, z * 9, 4, seed=91) + 0.3 * noise.fractal(
        x * 80, z * 24, 2, seed=95
    )
    calm = smoothstep(-0.35, 0.45, noise.fractal(x * 1.4, z * 0.55, 3, seed=97))
    slopes = np.maximum(-v + (0.004 + 0.012 * calm) * ripple, 0.0005)
    mirrored = terrain.distances(slopes, -EYE)[wet]
    light = view(terrain, (u + 0.0012 * ripple)[wet], slopes[wet], mirrored, -EYE)
    steep = np.clip(-v / np.hypot(1, v), 0, 1)[wet]
    mirror = (0.04 + 0.96 * (1 - steep) ** 5)[..., None]
    return light * mirror * np.array([0.86, 0.86, 0.95], np.float32) + linear("#10132a") * 0.5


# Trees at the edge of the picture: position of the trunk and of the top (shares of width and
# height).
PINES = [
    (-0.012, 0.50),
    (0.030, 0.63),
    (0.062, 0.74),
    (0.088, 0.70),
    (0.121, 0.83),
    (0.152, 0.875),
    (0.181, 0.93),
    (1.005, 0.58),
    (0.968, 0.72),
    (0.934, 0.81),
    (0.905, 0.90),
    (0.878, 0.945),
]


def pines(width, height, seed=8):
    """Coverage (0...1) of conifers drawn branch by branch along the lower corners."""
    rng = np.random.default_rng(seed)
    sheet = Image.new("L", (width * 2, height * 2), 0)
    draw = ImageDraw.Draw(sheet)
    for x, top in PINES:
        draw_conifer(draw, rng, x * width * 2, top * height * 2, 1.04 * height * 2)
    return np.asarray(sheet.resize((width, height), Image.BOX), np.float32) / 255


def paint(width, over=2):
    """The finished picture as sRGB code values, `width` pixels wide; `over` x `over` samples a
    pixel.
    """
    columns, rows = width * over, round(width / ASPECT) * over
    terrain = Terrain(columns, 2600)
    row_v = (HORIZON - (np.arange(rows, dtype=np.float32) + 0.5) / rows) * 2 * HALF_WIDTH / ASPECT
    light = np.empty((rows, columns, 3), np.float32)
    band = max(rows // 24, 1)
    for top in range(0, rows, band):
        v = np.repeat(row_v[top : top + band, None], columns, 1)
        u = np.broadcast_to(terrain.u, v.shape)
        light[top : top + band] = _band(terrain, u, v)
    for _ in range(over - 1):
        light = halved(light)
    return _developed(light)


def _band(terrain, u, v):
    """Linear light of some rows: land, sky and lake."""
    z = terrain.distances(v, EYE)
    lake = np.minimum(EYE / np.maximum(-v, 1e-6), FAR).astype(np.float32)
    wet = (v < 0) & (lake <= z * 1.001)
    light = np.empty(v.shape + (3,), np.float32)
    light[~wet] = view(terrain, u[~wet], v[~wet], z[~wet], EYE)
    if wet.any():
        light[wet] = water(terrain, u, v, lake, wet)
    return light


def _developed(light):
    """Stars, glare, tone curve, vignette and grain."""
    height, width = light.shape[:2]
    v = ((HORIZON - (np.arange(height) + 0.5) / height) * 2 * HALF_WIDTH / ASPECT)[:, None]
    u = (((np.arange(width) + 0.5) / width * 2 - 1) * HALF_WIDTH)[None, :]
    light += stars((height, width), u, v, np.random.default_rng(3))[..., None] * np.array(
        [0.9, 0.92, 1.0], np.float32
    )
    near = pines(width, height)[..., None]
    light = mix(
        light, linear("#0e0b1c") * 0.8 + 0.05 * light, near * mix(1.0, 0.93, v[..., None] > -0.1)
    )
    light += 0.10 * glow(light, 0.9, (0.006, 0.02, 0.06))
    code = encoded(film(light * vignette(height, width, 0.26), 1.12))
    code = split_toned(mix(code, smoothstep(-0.02, 1.02, code), 0.32), (-0.26, 0.07, 0.13))
    return with_grain(code, 1.5).astype(np.float32)


if __name__ == "__main__":
    out = sys.argv[1]
    save(
        paint(
            int(sys.argv[2]) if len(sys.argv) > 2 else 3200,
            int(sys.argv[3]) if len(sys.argv) > 3 else 2,
        ),
        out,
        91,
    )
