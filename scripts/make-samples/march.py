"""Sphere tracing of signed distance fields with numpy. Points and directions are float32 arrays of
shape (3, n).
"""

import numpy as np

from picture import smoothstep


def column(x, y, z):
    """A vector of shape (3, 1)."""
    return np.array([[x], [y], [z]], np.float32)


def unit(v):
    """`v` at length 1."""
    return v / np.sqrt(np.maximum((v * v).sum(0, keepdims=True), 1e-12))


def dot(a, b):
    """Dot products along the first axis."""
    return (a * b).sum(0)


def reflected(d, n):
    """Directions `d` mirrored at surfaces with normals `n`."""
    return d - 2 * dot(d, n) * n


# Shapes: distances to a surface centred on the origin, negative inside.


def ball(p, r):
    """A sphere of radius `r`."""
    return np.sqrt(dot(p, p)) - r


def egg(p, rx, ry, rz):
    """An ellipsoid (first-order distance)."""
    q = p / column(rx, ry, rz)
    k0 = np.sqrt(dot(q, q))
    k1 = np.sqrt(dot(q / column(rx, ry, rz), q / column(rx, ry, rz)))
    return k0 * (k0 - 1) / np.maximum(k1, 1e-6)


def block(p, hx, hy, hz, r):
    """A box of half sizes (hx, hy, hz) whose edges are rounded with radius `r`."""
    q = np.abs(p) - column(hx - r, hy - r, hz - r)
    outside = np.maximum(q, 0)
    return np.sqrt(dot(outside, outside)) + np.minimum(q.max(0), 0) - r


def plate(x, y, hx, hy, r):
    """A rounded rectangle in the plane."""
    qx, qy = np.abs(x) - (hx - r), np.abs(y) - (hy - r)
    return np.hypot(np.maximum(qx, 0), np.maximum(qy, 0)) + np.minimum(np.maximum(qx, qy), 0) - r


def drum(radial, axial, radius, half, r):
    """A cylinder given the distances from its axis and its middle; edges rounded with radius `r`."""
    qx, qy = radial - (radius - r), np.abs(axial) - (half - r)
    return np.hypot(np.maximum(qx, 0), np.maximum(qy, 0)) + np.minimum(np.maximum(qx, qy), 0) - r


def ring(radial, axial, major, minor):
    """A torus given the distances from its axis and its middle plane."""
    return np.hypot(radial - major, axial) - minor


def rod(p, a, b, r):
    """A capsule from point `a` to point `b` (columns)."""
    pa, ba = p - a, b - a
    h = np.clip(dot(pa, ba) / (ba * ba).sum(), 0, 1)
    return np.sqrt(((pa - ba * h) ** 2).sum(0)) - r


def arc(x, y, radius, half_angle, r):
    """A stroke of half width `r` along a circle, `half_angle` radians to both sides of straight
    down; round ends.
    """
    x = np.abs(x)
    ex, ey = radius * np.sin(half_angle), -radius * np.cos(half_angle)
    beside = x * np.cos(half_angle) > -y * np.sin(half_angle)
    return np.where(beside, np.hypot(x - ex, y - ey), np.abs(np.hypot(x, y) - radius)) - r


def melt(a, b, k):
    """Union whose seam is rounded over the length `k`."""
    h = np.maximum(k - np.abs(a - b), 0) / k
    return np.minimum(a, b) - h * h * k * np.float32(0.25)


def carve(a, b, k):
    """`a` without `b`, the edge rounded over the length `k`."""
    return -melt(-a, b, k)


def turned(p, yaw=0.0, pitch=0.0, roll=0.0):
    """Points seen from an object turned by yaw (about y), pitch (about x), roll (about z), in
    degrees.
    """
    return rotation(yaw, pitch, roll).T @ p


def rotation(yaw, pitch, roll):
    """The matrix that turns an object: roll first, then pitch, then yaw (degrees)."""
    a, b, c = np.radians([yaw, pitch, roll])
    ry = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    rx = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    rz = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return (ry @ rx @ rz).astype(np.float32)


# Light.


def softbox(d, towards, half_x, half_y, blur):
    """A glowing rectangle seen in direction `towards`, sized in tangents: 1 inside, 0 outside, soft
    over `blur`.
    """
    right = unit(np.stack([towards[2], np.zeros(1, np.float32), -towards[0]]))
    up = np.cross(towards[:, 0], right[:, 0])[:, None]
    ahead = dot(d, towards)
    safe = np.maximum(ahead, 1e-3)
    edge = plate(dot(d, right) / safe, dot(d, up) / safe, half_x, half_y, 0.06)
    return (1 - smoothstep(-blur, blur, edge)) * (ahead > 0.02)


# Rays.


def trace(distance, origin, direction, far, steps=90, precision=6e-4, start=0.0):
    """Lengths at which rays meet the surface; infinite where they miss."""
    n = direction.shape[1]
    origin = np.broadcast_to(origin, (3, n))
    result = np.full(n, np.inf, np.float32)
    alive = np.arange(n)
    t = np.full(n, start, np.float32)
    for _ in range(steps):
        step = distance(origin[:, alive] + direction[:, alive] * t)
        done = step < precision * np.maximum(t, 1)
        result[alive[done]] = t[done]
        t = t + step * np.float32(0.93)
        keep = ~done & (t < far)
        alive, t = alive[keep], t[keep]
        if not alive.size:
            break
    return result


def normals(distance, p, e=8e-4):
    """Unit normals from four samples of the field."""
    total = np.zeros_like(p)
    for corner in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        k = column(*corner)
        total += k * distance(p + k * np.float32(e))
    return unit(total)


def sunlit(distance, p, direction, far, softness, steps=28):
    """Visible share of a light about `softness` wide per unit of distance."""
    n = p.shape[1]
    result = np.ones(n, np.float32)
    t = np.full(n, 0.02, np.float32)
    alive = np.arange(n)
    direction = np.broadcast_to(direction, p.shape)
    for _ in range(steps):
        h = distance(p[:, alive] + direction[:, alive] * t)
        result[alive] = np.minimum(result[alive], 0.5 + 0.5 * h / (softness * t))
        t = t + np.clip(h, 0.015, 0.35)
        keep = (result[alive] > 0) & (t < far)
        alive, t = alive[keep], t[keep]
        if not alive.size:
            break
    result = np.clip(result, 0, 1)
    return result * result * (3 - 2 * result)


def openness(distance, p, n, reach=0.5, taps=5):
    """How open the half space above a surface is: 1 free, towards 0 in creases."""
    base, closed, weight = distance(p), np.zeros(p.shape[1], np.float32), 1.0
    for i in range(1, taps + 1):
        h = reach * (i / taps) ** 1.6
        closed += weight * (h + base - distance(p + n * np.float32(h))) / h
        weight *= 0.72
    return np.clip(1 - 0.42 * closed, 0, 1)


class Camera:
    """A pinhole camera: position, target, tangent of half the horizontal field of view, shift in
    picture widths.
    """

    def __init__(self, eye, target, half_width, shift=(0, 0)):
        self.eye = column(*eye)
        ahead = unit(column(*target) - self.eye)[:, 0]
        right = np.cross(ahead, [0, 1, 0])
        right /= np.linalg.norm(right)
        self.basis = np.stack([right, np.cross(right, ahead), ahead], 1).astype(np.float32)
        self.half_width, self.shift = half_width, shift

    def rays(self, x, y, width, height):
        """Unit directions through picture positions in pixels."""
        u = ((x / width) * 2 - 1 - 2 * self.shift[0]) * self.half_width
        v = (height - 2 * y) / width * self.half_width - 2 * self.shift[1] * self.half_width
        return unit(self.basis @ np.stack([u, v, np.ones_like(u)]).astype(np.float32))


def render(colours, camera, width, height, extra=5, threshold=0.045, chunk=12_000):
    """Linear light (height, width, 3): one sample a pixel, then `extra` more where neighbours
    differ.

    `colours(eye, directions, x, y)` gives the light of rays through picture positions (shares of the size), shape (3, n).
    """
    flat = np.empty((height * width, 3), np.float32)
    every = np.arange(height * width)
    _sample(flat, every, np.full(2, 0.5), colours, camera, width, height, chunk, add=False)
    picture = flat.reshape(height, width, 3)
    rough = np.flatnonzero(_edges(picture, threshold).ravel())
    for i in range(extra):
        offset = np.array([(0.5 + (i + 1) * 0.7548777) % 1, (0.5 + (i + 1) * 0.5698403) % 1])
        _sample(flat, rough, offset, colours, camera, width, height, chunk, add=True)
    flat[rough] /= extra + 1
    return picture


def _sample(flat, which, offset, colours, camera, width, height, chunk, add):
    """Takes one sample at `offset` inside each pixel of `which`; highlights are capped before they
    are averaged.
    """
    for start in range(0, len(which), chunk):
        part = which[start : start + chunk]
        x, y = part % width + offset[0], part // width + offset[1]
        light = np.minimum(
            colours(camera.eye, camera.rays(x, y, width, height), x / width, y / height), 4
        ).T
        flat[part] = flat[part] + light if add else light


def _edges(picture, threshold):
    """Pixels that differ from a neighbour by more than `threshold` after a rough tone curve, grown
    by one pixel.
    """
    tone = np.sqrt(np.clip(picture.max(-1), 0, 1))
    edge = np.zeros(tone.shape, bool)
    for axis in (0, 1):
        step = np.abs(np.diff(tone, axis=axis)) > threshold
        low, high = [slice(None)] * 2, [slice(None)] * 2
        low[axis], high[axis] = slice(0, -1), slice(1, None)
        edge[tuple(low)] |= step
        edge[tuple(high)] |= step
    return edge
