"""Lattice noise on float32 arrays: smooth, repeatable and free of visible tiling at picture scale."""

import numpy as np

_SIZE = 512
_OCTAVE_TURN = (np.float32(0.8), np.float32(0.6))  # cosine and sine of the turn between octaves


def _table(seed):
    """A square table of lattice values in -1...1."""
    return np.random.default_rng(seed).uniform(-1, 1, (_SIZE, _SIZE)).astype(np.float32)


_TABLES = {}


def _lattice(seed):
    """The lattice of `seed`, made once."""
    if seed not in _TABLES:
        _TABLES[seed] = _table(seed).ravel()
    return _TABLES[seed]


def value(x, y, seed=0):
    """Value noise in -1...1 at (x, y); features are about one unit wide."""
    return value_and_slope(x, y, seed)[0]


def value_and_slope(x, y, seed=0):
    """Value noise and its two partial derivatives (quintic interpolation, so slopes are
    continuous).
    """
    table = _lattice(seed)
    fx, fy = np.floor(x), np.floor(y)
    u, v = x - fx, y - fy
    ix, iy = fx.astype(np.int32) & (_SIZE - 1), fy.astype(np.int32) & (_SIZE - 1)
    jx, jy = (ix + 1) & (_SIZE - 1), (iy + 1) & (_SIZE - 1)
    a, b = table[iy * _SIZE + ix], table[iy * _SIZE + jx]
    c, d = table[jy * _SIZE + ix], table[jy * _SIZE + jx]
    su, sv = u * u * u * (u * (u * 6 - 15) + 10), v * v * v * (v * (v * 6 - 15) + 10)
    du, dv = 30 * u * u * (u * (u - 2) + 1), 30 * v * v * (v * (v - 2) + 1)
    k1, k2, k4 = b - a, c - a, a - b - c + d
    return a + k1 * su + k2 * sv + k4 * su * sv, du * (k1 + k4 * sv), dv * (k2 + k4 * su)


def fractal(x, y, octaves=6, gain=0.5, seed=0):
    """Sum of `octaves` of value noise, each twice as fine and `gain` times as strong; about -1...1."""
    total, amplitude, norm = np.zeros(np.broadcast(x, y).shape, np.float32), 1.0, 0.0
    for octave in range(octaves):
        total += amplitude * value(x, y, seed + octave)
        norm += amplitude
        amplitude *= gain
        x, y = _next_octave(x, y)
    return total / np.float32(norm)


def eroded(x, y, octaves=10, seed=0):
    """Fractal noise whose detail fades on steep ground, which leaves valleys smooth and ridges
    sharp.
    """
    shape = np.broadcast(x, y).shape
    total, sx, sy = (np.zeros(shape, np.float32) for _ in range(3))
    amplitude = np.float32(1)
    for octave in range(octaves):
        n, dx, dy = value_and_slope(x, y, seed + octave)
        sx += dx
        sy += dy
        total += amplitude * n / (1 + 0.6 * (sx * sx + sy * sy))
        amplitude *= np.float32(0.5)
        x, y = _next_octave(x, y)
    return total


def hashed(x, y, salt):
    """A pseudo-random number in 0...1 for each cell of a grid (whole numbers x, y)."""
    s = np.sin(x * 12.9898 + y * 78.233 + salt * 37.719) * 43758.5453
    return (s - np.floor(s)).astype(np.float32)


def _next_octave(x, y):
    """Doubles the frequency and turns the lattice, so that octaves do not line up."""
    c, s = _OCTAVE_TURN
    return 2 * (c * x - s * y) + np.float32(17.3), 2 * (s * x + c * y) + np.float32(9.1)
