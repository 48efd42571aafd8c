"""From linear light to a picture file: colour, glow, tone curve, grain."""

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, zoom


def smoothstep(low, high, x):
    """0 below `low`, 1 above `high`, a smooth S between."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def mix(a, b, t):
    """Linear interpolation from `a` to `b`."""
    return a + (b - a) * t


def linear(code):
    """The linear-light colour (float32, 3 values) of `#RRGGBB` in sRGB."""
    srgb = np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)], np.float32) / 255
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4).astype(
        np.float32
    )


def encoded(light):
    """sRGB code values 0...1 of linear light 0...1 (IEC 61966-2-1)."""
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def film(light, exposure=1.0):
    """A filmic shoulder and toe per channel (Narkowicz's fit of the ACES curve), mapped to 0...1."""
    x = np.maximum(light * np.float32(exposure), 0)
    return np.clip(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0, 1)


def halved(light):
    """Means of 2 x 2 pixels."""
    h, w = light.shape[0] // 2 * 2, light.shape[1] // 2 * 2
    light = light[:h, :w]
    return (light[::2, ::2] + light[1::2, ::2] + light[::2, 1::2] + light[1::2, 1::2]) / 4


def glow(light, threshold, radii):
    """Light above `threshold` spread by lens glare; `radii` are shares of the picture's width."""
    small = halved(halved(np.maximum(light - threshold, 0)))
    total = np.zeros_like(small)
    for radius in radii:
        sigma = radius * small.shape[1]
        total += gaussian_filter(small, (sigma, sigma, 0), mode="nearest") / len(radii)
    factors = (light.shape[0] / small.shape[0], light.shape[1] / small.shape[1], 1)
    return zoom(total, factors, order=1, mode="nearest", grid_mode=True)


def split_toned(code, shift):
    """Shifts the channels of dark code values by the shares `shift`; bright ones keep their colour."""
    luma = code @ np.array([0.25, 0.6, 0.15], np.float32)
    dark = np.clip(1 - luma / 0.55, 0, 1)[..., None]
    return code * (1 + dark * np.array(shift, np.float32))


def vignette(height, width, strength):
    """A factor that falls from 1 in the centre to 1 - `strength` in the corners."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    return (1 - strength * smoothstep(0.35, 1.5, np.hypot(x, y)))[..., None].astype(np.float32)


def with_grain(code_values, strength, seed=1):
    """Adds film grain (standard deviation `strength` in 8-bit steps), which also hides banding."""
    rng = np.random.default_rng(seed)
    height, width = code_values.shape[:2]
    noise = rng.standard_normal((height, width, 1), dtype=np.float32)
    noise = 1.35 * gaussian_filter(noise, (0.55, 0.55, 0))
    return code_values + noise * np.float32(strength / 255)


def save(code_values, path, quality=92):
    """Writes sRGB code values 0...1 as JPEG or PNG, rounding with a uniform dither."""
    rng = np.random.default_rng(7)
    dither = rng.random(code_values.shape, dtype=np.float32)
    eight = np.clip(code_values * 255 + dither, 0, 255).astype(np.uint8)
    Image.fromarray(eight).save(path, quality=quality, subsampling=0, optimize=True)
