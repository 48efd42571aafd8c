"""Renders `product.jpg`: a stoneware mug on a round plinth, in window light on a seamless sweep.

Lengths are about decimetres; y is up, the floor is y = 0, the eye looks along -z.

    python3 product.py OUT [WIDTH]
"""

import sys

import numpy as np

import noise
from march import (
    Camera,
    ball,
    carve,
    column,
    dot,
    drum,
    egg,
    melt,
    normals,
    openness,
    plate,
    reflected,
    render,
    rod,
    softbox,
    sunlit,
    trace,
    turned,
    unit,
)
from picture import encoded, film, glow, linear, mix, save, smoothstep, vignette, with_grain

ASPECT = 3 / 2
SWEEP, PLINTH, MUG, COFFEE, BEAN = range(5)
PLINTH_TOP = 0.16
MUG_AT = column(-0.06, PLINTH_TOP + 0.56, 0)
MUG_TURN = 24  # degrees the handle is turned towards the eye
LIGHT = unit(column(-0.66, 0.66, 0.42))
BEANS = [
    (0.66, 0.42, 30),
    (0.80, 0.26, 100),
    (0.50, 0.60, 160),
    (-0.72, 0.50, 60),
    (1.24, 0.60, 5),
    (-1.34, 0.62, 130),
    (1.42, 0.50, 75),
    (-1.62, 0.24, 20),
]  # x, z, turn in degrees


def mug_axes(p):
    """Points in the mug's own axes: handle along +x, origin in the middle of its height."""
    return turned(p - MUG_AT, yaw=-MUG_TURN)


def mug(q):
    """A slightly bellied cup with a thin rim and a strap handle; the glaze ends in a small step."""
    radial = np.hypot(q[0], q[2])
    belly = 0.022 * np.cos(q[1] * 2.6 + 0.35)
    outside = drum(radial - belly, q[1], 0.50, 0.56, 0.10)
    loop = np.stack([(q[0] - 0.50) * 0.92, (q[1] - 0.02) * 0.80, q[2]])
    strap_r, strap_z = np.hypot(loop[0], loop[1]) - 0.265, loop[2]
    strap = plate(strap_r, strap_z, 0.046, 0.082, 0.044)
    cup = melt(outside, strap, 0.09)
    cup = carve(cup, drum(radial - belly, q[1] - 0.10, 0.447, 0.60, 0.14), 0.035)
    return cup + 0.007 * smoothstep(0.012, -0.012, q[1] - glaze_edge(q))


def glaze_edge(q):
    """The height at which the glaze ends: a wavering dip line."""
    angle = np.arctan2(q[2], q[0])
    return -0.25 + 0.022 * np.sin(angle * 2 + 0.6) + 0.010 * np.sin(angle * 5 + 2)


def bean(p):
    """The nearest of the coffee beans: half an egg with a groove."""
    least = np.full(p.shape[1], 9, np.float32)
    for x, z, turn in BEANS:
        base = PLINTH_TOP if np.hypot(x, z) < 0.98 else 0.0
        centre = column(x, base + 0.036, z)
        far = np.sqrt(dot(p - centre, p - centre)) - 0.13
        near = np.flatnonzero(far < 0.25)
        least = np.minimum(least, np.maximum(far, 0.02))
        if near.size:
            q = turned(p[:, near] - centre, yaw=turn, roll=8)
            body = egg(q, 0.092, 0.046, 0.064)
            groove = rod(q, column(-0.09, 0.05, 0), column(0.09, 0.05, 0), 0.011)
            least[near] = np.where(far[near] < 0.02, carve(body, groove, 0.015), least[near])
            least[near] = np.minimum(
                least[near], np.where(far[near] < 0.02, 9, np.maximum(far[near], 0.02))
            )
    return least


def parts(p):
    """Distances of sweep, plinth, mug, coffee and beans."""
    sweep = melt(p[1], p[2] + 4.2, 4.5)
    radial = np.hypot(p[0], p[2])
    plinth = drum(radial, p[1] - PLINTH_TOP / 2, 1.12, PLINTH_TOP / 2, 0.022)
    cup, coffee = np.maximum(ball(p - MUG_AT, 1.05), 0.05), np.full(p.shape[1], 9, np.float32)
    near = np.flatnonzero(cup < 0.25)
    if near.size:
        q = mug_axes(p[:, near])
        cup[near] = mug(q)
        coffee[near] = drum(np.hypot(q[0], q[2]), q[1] - 0.43, 0.462, 0.02, 0.004)
    return sweep, plinth, cup, coffee, bean(p)


def distance(p):
    """Distance to the nearest surface."""
    found = parts(p)
    least = found[0]
    for other in found[1:]:
        least = np.minimum(least, other)
    return least


def obstacles(p):
    """Distance to the nearest thing that can throw a shadow: all but the sweep, whose hollow side
    faces the light.
    """
    least = None
    for other in parts(p)[1:]:
        least = other if least is None else np.minimum(least, other)
    return least


# Light.


def window(p):
    """The share of sunlight that the window's bars and frame let through to points `p`."""
    right = unit(column(float(LIGHT[2, 0]), 0, -float(LIGHT[0, 0])))
    up = np.cross(LIGHT[:, 0], right[:, 0])[:, None]
    s, t = dot(p, right) + 0.30, dot(p, up) - 0.42
    s, t = s + 0.10 * t, t
    blur = 0.10
    frame = 1 - smoothstep(-blur, blur, plate(s, t, 1.62, 1.62, 0.05))
    bars = smoothstep(0.02, 0.02 + 1.3 * blur, np.abs(s - 0.78)) * smoothstep(
        0.02, 0.02 + 1.3 * blur, np.abs(t - 0.78)
    )
    return frame * mix(0.25, 1, bars)


def room(d, blur):
    """Linear light from direction `d`: a pale room with a tall soft box on the left and a strip on
    the right.
    """
    base = (
        mix(linear("#8a5a44")[:, None], linear("#f3e3d6")[:, None], smoothstep(-0.25, 0.7, d[1]))
        * 0.42
    )
    left = softbox(d, unit(column(-0.86, 0.36, 0.36)), 0.34, 0.80, blur)
    right = softbox(d, unit(column(0.92, 0.22, 0.10)), 0.10, 0.85, blur)
    top = softbox(d, unit(column(0.0, 1.0, -0.55)), 0.75, 0.28, blur)
    return (
        base
        + left * column(6.0, 5.7, 5.2)
        + right * column(1.5, 1.35, 1.2)
        + top * column(1.5, 1.45, 1.4)
    )


# Surfaces: albedo (3, n), reflectance head on, blur.


def surface(p, which):
    """The materials at points `p`."""
    albedo = np.empty(p.shape, np.float32)
    f0, blur = np.full(p.shape[1], 0.02, np.float32), np.full(p.shape[1], 0.6, np.float32)
    for material, paint_one in (
        (SWEEP, _sweep),
        (PLINTH, _plinth),
        (MUG, _glaze),
        (COFFEE, _coffee),
        (BEAN, _bean),
    ):
        on = np.flatnonzero(which == material)
        if on.size:
            albedo[:, on], f0[on], blur[on] = paint_one(p[:, on])
    return albedo, f0, blur


def _sweep(p):
    """Matt paper."""
    return linear("#d08a66")[:, None], 0.0, 0.7


def _plinth(p):
    """Plaster with a faint mottle."""
    mottle = noise.fractal(p[0] * 3 + p[1] * 5, p[2] * 3 - p[1] * 4, 5, seed=4)
    return linear("#e3b89c")[:, None] * (1 + 0.05 * mottle), 0.015, 0.6


def _glaze(p):
    """Cream glaze with iron specks above, bare clay below the dip line."""
    q = mug_axes(p)
    height = q[1]
    around, along = _glaze_axes(q)
    specks = np.zeros(p.shape[1], np.float32)
    for scale, salt, size in ((26, 1, 0.20), (52, 2, 0.24)):
        specks = np.maximum(specks, _specks(around * scale, along * scale, salt, size))
    cloud = noise.fractal(around * 5, height * 5, 4, seed=14)
    cream = linear("#e6d9c4")[:, None] * (1 + 0.035 * cloud)
    cream = mix(cream, linear("#7b573c")[:, None], specks * 0.72)
    grain = noise.fractal(around * 60, height * 60, 4, seed=15)
    clay = linear("#a8694a")[:, None] * (1 + 0.16 * grain)
    glazed = smoothstep(-0.008, 0.008, height - glaze_edge(q))
    toasted = smoothstep(0.05, 0.0, height - glaze_edge(q)) + smoothstep(0.525, 0.555, height)
    cream = mix(cream, linear("#c08a5c")[:, None], np.clip(toasted, 0, 1) * 0.45)
    return mix(clay, cream, glazed), mix(0.012, 0.045, glazed), mix(0.7, 0.05, glazed)


def _glaze_axes(q):
    """Coordinates on the glaze, about 0.5 a length unit: around and up the cup; along and across
    the handle.
    """
    loop = np.hypot(q[0] - 0.50, q[1] - 0.02)
    on_handle = np.hypot(q[0], q[2]) > 0.60
    around = np.where(
        on_handle, 7 + 0.30 * np.arctan2(q[1] - 0.02, q[0] - 0.50), 0.5 * np.arctan2(q[2], q[0])
    )
    return around, np.where(on_handle, q[2] + loop, q[1])


def _specks(x, y, salt, size):
    """Round specks, one in some cells of a grid."""
    ix, iy = np.floor(x), np.floor(y)
    r = [noise.hashed(ix, iy, salt * 7 + k) for k in range(4)]
    d = np.hypot(x - ix - 0.3 - 0.4 * r[0], y - iy - 0.3 - 0.4 * r[1])
    radius = size * (0.35 + 0.65 * r[2])
    return (1 - smoothstep(radius * 0.6, radius, d)) * (r[3] > 0.72)


def _coffee(p):
    """Dark coffee with a ring of crema at the wall."""
    q = mug_axes(p)
    radial = np.hypot(q[0], q[2])
    froth = noise.fractal(q[0] * 14, q[2] * 14, 5, seed=23)
    crema = smoothstep(0.30, 0.445, radial + 0.06 * froth)
    return mix(linear("#2a1209")[:, None], linear("#a8672f")[:, None], crema * 0.85), 0.035, 0.03


def _bean(p):
    """Roasted coffee beans."""
    return (
        linear("#3d2013")[:, None] * (1 + 0.25 * noise.fractal(p[0] * 30, p[2] * 30, 3, seed=3)),
        0.04,
        0.28,
    )


def lit(p, d, bounce=True):
    """Linear light that leaves points `p` towards the eye along -d."""
    which = np.argmin(np.stack(parts(p)), 0)
    n = normals(distance, p)
    albedo, f0, blur = surface(p, which)
    free = openness(distance, p, n, 0.5) if bounce else np.full(p.shape[1], 0.75, np.float32)
    light = albedo * _diffuse(p, n, free, bounce)
    facing = np.clip(-dot(d, n), 0, 1)
    fresnel = f0 + (0.9 - f0) * (1 - facing) ** 5 * np.clip(1 - blur * 1.4, 0, 1)
    if bounce:
        light = light + fresnel * _mirrored(p, n, reflected(d, n), blur) * mix(0.3, 1, free)
    return light


def _diffuse(p, n, free, shadows):
    """Window light, its soft spill, and light from walls and floor."""
    fall = np.clip(dot(n, LIGHT), 0, 1)
    spill = np.clip(0.25 + 0.75 * dot(n, unit(column(-0.8, 0.5, 0.35))), 0, 1)
    if shadows:
        on = np.flatnonzero(fall > 0)
        start = p[:, on] + n[:, on] * np.float32(0.004)
        fall[on] *= sunlit(obstacles, start, LIGHT, 4.5, 0.075, steps=40)
        on = np.flatnonzero(spill > 0)
        spill[on] *= sunlit(
            obstacles,
            p[:, on] + n[:, on] * np.float32(0.004),
            unit(column(-0.62, 0.70, 0.1)),
            2.5,
            0.55,
            steps=16,
        )
    sun = fall * window(p) * np.array([[2.25], [1.84], [1.38]], np.float32)
    sky = mix(0.35, 1.0, 0.5 + 0.5 * n[1]) * column(0.40, 0.40, 0.46)
    floor = np.clip(0.5 - 0.5 * n[1], 0, 1) * column(0.62, 0.36, 0.24) * smoothstep(2.2, 0.0, p[1])
    return sun + spill * column(0.30, 0.28, 0.27) + (sky + floor) * free**1.3


def _mirrored(p, n, r, blur):
    """What glossy surfaces reflect: the room, or the scene where it is in the way."""
    mirror = room(r, blur * 0.9 + 0.04)
    on = np.flatnonzero(blur < 0.4)
    if not on.size:
        return mirror
    origin = p[:, on] + n[:, on] * np.float32(0.012)
    t = trace(distance, origin, r[:, on], 5.0, steps=36, precision=3e-3)
    hit = np.isfinite(t)
    if hit.any():
        spot = origin[:, hit] + r[:, on][:, hit] * t[hit]
        floor = smoothstep(3.0, 0.8, t[hit])
        mirror[:, on[hit]] = mix(
            mirror[:, on[hit]], lit(spot, r[:, on][:, hit], bounce=False), floor
        )
    return mirror


def with_steam(light):
    """Adds three thin wisps that rise from the cup and fade."""
    height, width = light.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / np.float32(width)
    rise = (STEAM[1] - y) / 0.20  # 0 at the coffee, 1 where the last of it is gone
    steam = np.zeros((height, width), np.float32)
    for k, (offset, thick) in enumerate(((-0.030, 0.010), (0.004, 0.014), (0.032, 0.009))):
        bend = 0.030 * noise.value(
            rise * 1.5 + 9 * k, rise * 0 + k, 81
        ) * rise + 0.008 * noise.value(rise * 4, rise * 0 + k, 83)
        across = (x - STEAM[0] - offset - bend) / (thick * (0.6 + 1.7 * np.clip(rise, 0, 2)))
        wisp = np.exp(-(across**2)) * (
            0.55 + 0.45 * noise.fractal(x * 26, y * 9 + k, 4, seed=85 + k)
        )
        steam += wisp * smoothstep(0.0, 0.45, rise) * (1 - smoothstep(0.35, 1.0, rise))
    return mix(light, linear("#fff1e2") * 0.9, np.clip(steam, 0, 1)[..., None] * 0.17)


STEAM = (0.470, 0.192)  # where the coffee is in the picture, in picture widths


def paint(width):
    """The finished picture as sRGB code values."""
    height = round(width / ASPECT)
    camera = Camera((0.25, 2.45, 6.4), (0.05, 0.60, 0), 0.300)

    def colours(eye, d, x, y):
        t = trace(distance, eye, d, 30.0, steps=130, precision=1.5e-4, start=np.float32(4.0))
        t = np.where(np.isfinite(t), t, 30.0).astype(np.float32)
        return lit(eye + d * t, d)

    light = render(colours, camera, width, height)
    light = with_steam(light)
    light = light + 0.05 * glow(light, 0.9, (0.005, 0.02, 0.05))
    code = encoded(film(light * vignette(height, width, 0.22), 0.80))
    return with_grain(code, 1.3).astype(np.float32)


if __name__ == "__main__":
    save(paint(int(sys.argv[2]) if len(sys.argv) > 2 else 2880), sys.argv[1])
