"""Renders `robot.jpg`: a friendly robot, head and shoulders, in front of evening lights.

Lengths are about decimetres; y is up, the robot looks towards +z, turned a little to its right.

    python3 robot.py OUT [WIDTH]
"""

import sys

import numpy as np

from march import (
    Camera,
    arc,
    ball,
    block,
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
    ring,
    rod,
    softbox,
    sunlit,
    trace,
    turned,
    unit,
)
from picture import encoded, film, glow, linear, mix, save, smoothstep, vignette, with_grain

ASPECT = 4 / 3
SHELL, VISOR, RUBBER, ACCENT, METAL, LAMP, BADGE = range(7)
HEAD = column(0, 0.42, 0.05)
TURN = dict(yaw=-20, pitch=3, roll=-5)
TORSO_TURN = dict(yaw=-9)


def head_shape(q):
    """The helmet: a rounded box blown up a little in front."""
    return melt(
        block(q, 1.06, 0.86, 0.86, 0.62), egg(q - column(0, 0.02, 0.20), 0.98, 0.80, 0.80), 0.25
    )


def parts(p):
    """Distances of the robot's parts, in the order of `MATERIALS`."""
    q = turned(p - HEAD, **TURN)
    head = head_shape(q)
    front = np.maximum(plate(q[0], q[1] + 0.02, 0.83, 0.56, 0.46), -q[2])
    shell = carve(head, np.maximum(front, -(head + 0.075)), 0.05)
    shell = shell + 0.016 * np.maximum(1 - np.abs(q[2] + 0.18) / 0.014, 0)
    visor = -melt(-(head + 0.045), -(front + 0.030), 0.06)
    side = np.abs(q[0]) - 1.05
    radial = np.hypot(q[1], q[2] + 0.12)
    ear = drum(radial, side, 0.37, 0.15, 0.07)
    ear = carve(ear, drum(radial, side - 0.17, 0.235, 0.06, 0.03), 0.03)
    cap = drum(radial, side - 0.115, 0.19, 0.035, 0.03)
    band = ring(radial, side - 0.125, 0.29, 0.030)
    mast = rod(q, column(1.08, 0.30, -0.12), column(1.16, 1.22, -0.16), 0.024)
    bulb = ball(q - column(1.166, 1.27, -0.163), 0.085)
    neck = _neck(p)
    b = turned(p, **TORSO_TURN)
    torso, arm, joint, collar, badge = _body(b)
    shells = np.minimum(np.minimum(shell, torso), arm)
    return (
        shells,
        visor,
        np.minimum(neck, joint),
        np.minimum(band, collar),
        np.minimum(np.minimum(ear, mast), cap),
        bulb,
        badge,
    )


def _neck(p):
    """A ribbed rubber neck."""
    ribs = 0.022 * np.cos(p[1] * 42)
    return (drum(np.hypot(p[0], p[2] + 0.02), p[1] + 0.62, 0.36, 0.42, 0.05) - ribs) * 0.75


def _body(b):
    """Chest, arms, shoulder joints, collar and badge, in the turned torso's own axes."""
    t = b - column(0, -2.12, -0.05)
    torso = melt(
        block(t, 1.12, 1.22, 0.72, 0.60), egg(t - column(0, 0.35, 0.22), 0.98, 0.78, 0.66), 0.3
    )
    opening = drum(np.hypot(b[0], b[2] + 0.02), b[1] + 0.86, 0.50, 0.16, 0.08)
    torso = carve(torso, opening, 0.08)
    torso = torso + 0.016 * np.maximum(1 - np.abs(b[1] + 1.86 + 0.10 * b[0] * b[0]) / 0.014, 0)
    collar = ring(np.hypot(b[0], b[2] + 0.02), b[1] + 0.915, 0.55, 0.055)
    s = b.copy()
    s[0] = np.abs(s[0])
    joint = ball(s - column(1.13, -1.46, -0.05), 0.36)
    arm = egg(s - column(1.42, -1.66, -0.05), 0.40, 0.56, 0.44)
    arm = melt(arm, rod(s, column(1.45, -1.7, -0.05), column(1.56, -2.9, 0.05), 0.36), 0.2)
    arm = arm + 0.014 * np.maximum(1 - np.abs(s[1] + 2.02) / 0.012, 0)
    flat = np.hypot(b[0] - 0.50, b[1] + 1.42)
    badge = np.maximum(flat - 0.105, -(torso + 0.02))
    badge = np.maximum(badge, torso - 0.016)
    return torso, arm, joint, collar, badge


def distance(p):
    """Distance to the robot."""
    found = parts(p)
    least = found[0]
    for other in found[1:]:
        least = np.minimum(least, other)
    return least


# Light.

KEY = unit(column(-0.78, 0.66, 0.48))
RIM = unit(column(0.88, 0.30, -0.42))
RIM_COOL = unit(column(-0.92, 0.25, -0.42))


def room(d, blur):
    """Linear light that comes from direction `d`: a dim dusk room with three soft boxes; `blur` for
    rough surfaces.
    """
    up = d[1]
    base = mix(linear("#2a1f38")[:, None], linear("#4b3f78")[:, None], smoothstep(-0.3, 0.9, up))
    base = base * 0.55 + linear("#ff9a62")[:, None] * 0.22 * np.exp(
        -(((up - 0.02) / 0.20) ** 2)
    ) * smoothstep(-0.2, 0.8, d[0])
    light = base + softbox(d, KEY, 0.42, 0.58, blur) * np.array([[3.6], [3.25], [2.95]], np.float32)
    light = light + softbox(d, RIM, 0.22, 0.85, blur) * np.array([[6.0], [2.9], [1.25]], np.float32)
    return light + softbox(d, RIM_COOL, 0.20, 0.9, blur) * np.array(
        [[1.5], [1.9], [4.2]], np.float32
    )


def face(q, d):
    """Light of the eyes and the smile behind the visor at points `q` (head axes), seen along `d`."""
    x, y = q[0] - d[0] / np.minimum(d[2], -0.3) * 0.05, q[1] - d[1] / np.minimum(d[2], -0.3) * 0.05
    eye = plate(np.abs(x) - 0.345, y - 0.06, 0.115, 0.185, 0.115)
    smile = arc(x, y + 0.02, 0.25, 0.70, 0.021)
    shape = np.minimum(eye, smile)
    tint = mix(
        np.array([[0.35], [1.0], [1.0]]),
        np.array([[0.75], [1.0], [0.96]]),
        smoothstep(-0.02, -0.10, eye),
    )
    scan = 0.93 + 0.07 * np.cos(y * 260)
    core = (1 - smoothstep(-0.010, 0.010, shape)) * scan
    halo = 0.30 * np.exp(-np.maximum(shape, 0) / 0.06) + 0.07 * np.exp(-np.maximum(shape, 0) / 0.22)
    return (tint * core * 2.3 + np.array([[0.10], [0.75], [0.95]]) * halo * 0.8).astype(np.float32)


ALBEDO = {
    SHELL: "#e9e4dc",
    VISOR: "#07080c",
    RUBBER: "#22222a",
    ACCENT: "#f0803c",
    METAL: "#8d90a0",
    LAMP: "#ffb070",
    BADGE: "#ffb070",
}
GLOSS = {
    SHELL: (0.045, 0.10),
    VISOR: (0.055, 0.02),
    RUBBER: (0.03, 0.5),
    ACCENT: (0.05, 0.10),
    METAL: (0.55, 0.16),
    LAMP: (0.04, 0.1),
    BADGE: (0.04, 0.1),
}  # reflectance head on, blur


def lit(p, d, bounce=True):
    """Linear light that leaves the robot at points `p` towards the eye along -d."""
    which = np.argmin(np.stack(parts(p)), 0)
    n = normals(distance, p)
    albedo = np.stack([linear(ALBEDO[i]) for i in range(7)], 1)[:, which]
    f0 = np.array([GLOSS[i][0] for i in range(7)], np.float32)[which]
    blur = np.array([GLOSS[i][1] for i in range(7)], np.float32)[which]
    free = openness(distance, p, n, 0.55) if bounce else np.full(p.shape[1], 0.6, np.float32)
    light = albedo * _diffuse(p, n, free, bounce) * np.where(which == METAL, 0.35, 1)
    facing = np.clip(-dot(d, n), 0, 1)
    fresnel = f0 + (1 - f0) * (1 - facing) ** 5 * (0.35 + 0.65 * (blur < 0.3))
    r = reflected(d, n)
    mirror = room(r, blur * 0.9 + 0.03)
    if bounce:
        mirror = _mirrored(p, n, r, mirror, which != RUBBER)
    tint = np.where(which == METAL, albedo * 1.2, 1)
    light = light + mirror * tint * fresnel * mix(0.35, 1.0, free)
    return light + _glowing(p, d, n, which)


def _diffuse(p, n, free, shadows):
    """Light that falls on surfaces: key and two rims with soft shadows, dusk from all sides."""
    total = 0
    for towards, colour, softness in (
        (KEY, (2.1, 1.9, 1.72), 0.20),
        (RIM, (5.2, 2.1, 0.75), 0.15),
        (RIM_COOL, (0.8, 1.0, 2.6), 0.15),
    ):
        fall = np.clip((dot(n, towards) + 0.12) / 1.12, 0, 1)
        if shadows:
            on = np.flatnonzero(fall > 0)
            fall[on] *= sunlit(
                distance, p[:, on] + n[:, on] * np.float32(0.004), towards, 4.0, softness
            )
        total = total + fall * np.array(colour, np.float32)[:, None]
    above = mix(linear("#6d4a5c")[:, None], linear("#6f74b8")[:, None], 0.5 + 0.5 * n[1])
    warm = linear("#ffb084")[:, None] * 0.10 * np.clip(n[2], 0, 1)
    return total * mix(0.7, 1, free) * 0.42 + (above * 0.34 + warm) * free


def _mirrored(p, n, r, mirror, glossy):
    """Replaces the room's reflection where the robot sees itself."""
    on = np.flatnonzero(glossy)
    origin = p[:, on] + n[:, on] * np.float32(0.01)
    t = trace(distance, origin, r[:, on], 3.0, steps=30, precision=3e-3)
    hit = np.isfinite(t)
    if hit.any():
        spot = origin[:, hit] + r[:, on][:, hit] * t[hit]
        mirror = mirror.copy()
        mirror[:, on[hit]] = lit(spot, r[:, on][:, hit], bounce=False)
    return mirror


def _glowing(p, d, n, which):
    """Light of the face, the antenna lamp and the badge."""
    light = np.zeros(p.shape, np.float32)
    on = np.flatnonzero(which == VISOR)
    if on.size:
        light[:, on] = face(turned(p[:, on] - HEAD, **TURN), turned(d[:, on], **TURN))
    facing = np.clip(-dot(d, n), 0, 1)
    lamp = np.array([[1.0], [0.27], [0.04]], np.float32) * (0.5 + 0.9 * facing**2)
    return np.where(
        (which == LAMP) | (which == BADGE), lamp * np.where(which == BADGE, 0.5, 1), light
    )


# Background.


def backdrop(width, seed=11):
    """Linear light of the evening behind: a gradient and out-of-focus lamps, `width` pixels wide."""
    height = round(width / ASPECT)
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)
    t = np.clip(y + 0.10 * (x - 0.5), 0, 1)[..., None]
    stops = [
        (0, "#14122c"),
        (0.35, "#2b1f45"),
        (0.62, "#5a3358"),
        (0.80, "#8a4a55"),
        (1, "#2a1a2e"),
    ]
    colours = np.array([np.cbrt(linear(c)) for _, c in stops])
    light = (
        np.stack([np.interp(t[..., 0], [s for s, _ in stops], colours[:, i]) for i in range(3)], -1)
        ** 3
    )
    light = (
        light
        + linear("#ff8a50")
        * 0.30
        * np.exp(-(((x - 0.86) / 0.34) ** 2 + ((y - 0.66) / 0.26) ** 2))[..., None]
    )
    light = light * (0.55 + 0.45 * smoothstep(0.0, 0.55, x))[..., None]
    rng = np.random.default_rng(seed)
    for _ in range(74):
        _add_lamp(light, rng, width)
    return light.astype(np.float32)


def _add_lamp(light, rng, width):
    """Adds one out-of-focus lamp: a disc with a slightly brighter rim."""
    height = light.shape[0]
    cx, cy = rng.random(), np.clip(0.64 + 0.17 * rng.standard_normal(), 0.12, 0.98)
    radius = (0.008 + 0.034 * rng.random() ** 1.6) * width
    colour = linear(
        rng.choice(
            ["#ffb066", "#ff8f5a", "#ffd9a0", "#e8607a", "#7a7cf0", "#5fc8d8"],
            p=[0.3, 0.25, 0.15, 0.12, 0.12, 0.06],
        )
    )
    power = 0.05 + 0.26 * rng.random() ** 2
    power *= 0.35 + 0.65 * smoothstep(0.1, 0.6, cx)
    r = int(radius * 1.2) + 2
    x0, y0 = int(cx * width), int(cy * height)
    ys, xs = slice(max(y0 - r, 0), min(y0 + r, height)), slice(max(x0 - r, 0), min(x0 + r, width))
    yy, xx = np.mgrid[ys, xs]
    d = np.hypot(xx - cx * width, yy - cy * height) / radius
    soft = 0.05 + 1.5 / radius
    disc = (1 - smoothstep(1 - soft, 1 + soft, d)) * (0.75 + 0.25 * smoothstep(0.6, 0.97, d))
    light[ys, xs] += disc[..., None] * colour * power


def paint(width):
    """The finished picture as sRGB code values."""
    height = round(width / ASPECT)
    behind = backdrop(width)
    camera = Camera((0.0, 0.12, 9.2), (0.0, -0.12, 0), 0.318, shift=(0.125, -0.022))

    def colours(eye, d, x, y):
        column_, row = np.clip((x * width).astype(int), 0, width - 1), np.clip(
            (y * height).astype(int), 0, height - 1
        )
        light = behind[row, column_].T.copy()
        near = np.float32(6.5)
        t = trace(distance, eye, d, 13.0, start=near)
        hit = np.flatnonzero(np.isfinite(t))
        if hit.size:
            light[:, hit] = lit(eye + d[:, hit] * t[hit], d[:, hit])
        return light

    light = render(colours, camera, width, height)
    light = light + 0.16 * glow(light, 0.85, (0.004, 0.014, 0.045))
    code = encoded(film(light * vignette(height, width, 0.25), 1.0))
    return with_grain(code, 1.4).astype(np.float32)


if __name__ == "__main__":
    save(paint(int(sys.argv[2]) if len(sys.argv) > 2 else 2880), sys.argv[1])
