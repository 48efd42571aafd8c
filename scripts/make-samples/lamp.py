"""Renders `lamp.jpg`: a table lamp of frosted glass and brass, lit, on a seamless sweep.

Lengths are about decimetres; y is up, the floor is y = 0, the eye looks along -z. The file carries no
record of how it was made.

    python3 lamp.py OUT [WIDTH]
"""

import sys

import numpy as np

from march import (
    Camera,
    ball,
    column,
    dot,
    drum,
    melt,
    normals,
    openness,
    reflected,
    render,
    ring,
    rod,
    softbox,
    sunlit,
    trace,
    unit,
)
from picture import encoded, film, glow, linear, mix, save, smoothstep, vignette, with_grain

SWEEP, STONE, BRASS, GLOBE = range(4)
GLOBE_AT = column(0, 1.62, 0)
RADIUS = 0.62
LIGHT = unit(column(-0.55, 0.78, 0.45))


def parts(p):
    """Distances of sweep, stone foot, brass and globe."""
    sweep = melt(p[1], p[2] + 3.6, 3.6)
    radial = np.hypot(p[0], p[2])
    foot = drum(radial, p[1] - 0.11, 0.56, 0.11, 0.05)
    stem = drum(radial, p[1] - 0.60, 0.065, 0.42, 0.01)
    collar = melt(drum(radial, p[1] - 1.03, 0.20, 0.05, 0.02), stem, 0.10)
    hoop = ring(radial, p[1] - 0.225, 0.30, 0.018)
    chain = rod(p, column(0.26, 1.02, 0.10), column(0.26, 0.62, 0.10), 0.008)
    bead = ball(p - column(0.26, 0.60, 0.10), 0.035)
    brass = np.minimum(np.minimum(collar, hoop), np.minimum(chain, bead))
    arm = rod(p, column(0.14, 1.03, 0.055), column(0.26, 1.03, 0.10), 0.014)
    return sweep, foot, np.minimum(brass, arm), ball(p - GLOBE_AT, RADIUS)


def distance(p):
    """Distance to the nearest surface."""
    return np.min(np.stack(parts(p)), 0)


def solid(p):
    """Distance to the nearest thing that throws a shadow from the globe's own light."""
    return np.minimum(parts(p)[1], parts(p)[2])


def standing(p):
    """Distance to the nearest thing that throws a shadow from the room's light."""
    return np.min(np.stack(parts(p)[1:]), 0)


def room(d, blur):
    """Linear light from direction `d`: a dim room with a tall soft box on either side."""
    base = mix(linear("#4a3f52")[:, None], linear("#c9bfd2")[:, None], smoothstep(-0.3, 0.8, d[1]))
    left = softbox(d, unit(column(-0.9, 0.4, 0.35)), 0.30, 0.85, blur)
    right = softbox(d, unit(column(0.95, 0.15, 0.25)), 0.10, 0.9, blur)
    return base * 0.4 + left * column(3.4, 3.5, 3.8) + right * column(1.6, 1.4, 1.3)


def own_light(p, n, shadows):
    """What the globe gives to points `p`: a ball of light, softly shadowed by the lamp's parts."""
    way = GLOBE_AT - p
    far = np.sqrt(dot(way, way))
    way = way / far
    # A ball that half sinks below the horizon still gives something: wrap by its angular size.
    size = np.clip(RADIUS / np.maximum(far, RADIUS), 0, 1)
    fall = np.clip((dot(n, way) + 0.5 * size) / (1 + 0.5 * size), 0, 1) * size**2
    if shadows:
        on = np.flatnonzero(fall > 0)
        start = p[:, on] + n[:, on] * np.float32(0.006)
        fall[on] *= sunlit(solid, start, way[:, on], 1.6, 0.42, steps=24)
    return fall * column(3.6, 2.35, 1.25)


def globe(p, d):
    """Frosted glass that glows: brighter in the middle, warm at the rim."""
    n = unit(p - GLOBE_AT)
    facing = np.clip(-dot(d, n), 0, 1)
    core = mix(column(0.80, 0.44, 0.19), column(1.75, 1.36, 0.88), facing**0.9)
    below = smoothstep(0.5, -1.0, n[1])
    shine = room(reflected(d, n), 0.12) * (0.03 + 0.35 * (1 - facing) ** 5)
    return core * (1 - 0.18 * below) + shine


def lit(p, d, bounce=True):
    """Linear light that leaves points `p` towards the eye along -d."""
    which = np.argmin(np.stack(parts(p)), 0)
    n = normals(distance, p)
    free = openness(standing, p, n, 0.45) if bounce else np.full(p.shape[1], 0.8, np.float32)
    fall = np.clip(dot(n, LIGHT), 0, 1)
    if bounce:
        on = np.flatnonzero(fall > 0)
        fall[on] *= sunlit(standing, p[:, on] + n[:, on] * np.float32(0.006), LIGHT, 4, 0.30, 28)
    sky = (0.5 + 0.5 * n[1]) * free**1.2
    light = fall * column(0.42, 0.44, 0.52) + sky * column(0.26, 0.27, 0.34)
    light = light + own_light(p, n, bounce)
    albedo = np.empty(p.shape, np.float32)
    for material, colour in ((SWEEP, "#7fa39b"), (STONE, "#e6ded2"), (BRASS, "#b98a48")):
        albedo[:, which == material] = linear(colour)[:, None]
    albedo[:, which == GLOBE] = 0
    colour = albedo * light
    facing = np.clip(-dot(d, n), 0, 1)
    mirror = reflected(d, n)
    on = np.flatnonzero(which == BRASS)
    if on.size:
        metal = linear("#e8b562")[:, None] + (1 - facing[on]) ** 5 * 0.4
        seen = room(mirror[:, on], 0.10)
        if bounce:
            seen = reflection(p[:, on] + n[:, on] * np.float32(0.01), mirror[:, on], seen)
        colour[:, on] = albedo[:, on] * light[:, on] * 0.25 + metal * seen
    on = np.flatnonzero(which == STONE)
    if on.size and bounce:
        share = 0.03 + 0.4 * (1 - facing[on]) ** 5
        seen = reflection(
            p[:, on] + n[:, on] * np.float32(0.01), mirror[:, on], room(mirror[:, on], 0.3)
        )
        colour[:, on] += share * seen
    on = np.flatnonzero(which == GLOBE)
    if on.size:
        colour[:, on] = globe(p[:, on], d[:, on])
    return colour


def reflection(origin, direction, otherwise):
    """What a mirror sees: the scene where a ray meets it, else `otherwise`."""
    t = trace(distance, origin, direction, 5.0, steps=40, precision=3e-3)
    hit = np.flatnonzero(np.isfinite(t))
    if hit.size:
        spot = origin[:, hit] + direction[:, hit] * t[hit]
        otherwise[:, hit] = lit(spot, direction[:, hit], bounce=False)
    return otherwise


def paint(width):
    """The finished picture as sRGB code values."""
    camera = Camera((1.1, 1.95, 6.6), (0.0, 1.06, 0), 0.245)

    def colours(eye, d, x, y):
        t = trace(distance, eye, d, 30.0, steps=120, precision=2e-4, start=np.float32(4.0))
        t = np.where(np.isfinite(t), t, 30.0).astype(np.float32)
        return lit(eye + d * t, d)

    light = render(colours, camera, width, width)
    light = light + 0.20 * glow(light, 0.7, (0.01, 0.04, 0.10))
    code = encoded(film(light * vignette(width, width, 0.25), 0.85))
    return with_grain(code, 1.2).astype(np.float32)


if __name__ == "__main__":
    save(paint(int(sys.argv[2]) if len(sys.argv) > 2 else 1200), sys.argv[1])
