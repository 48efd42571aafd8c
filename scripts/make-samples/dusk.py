"""Paints `dusk.png`: ranges of mountains one behind the other, a low sun, haze between.

The picture carries a record of how it was made, in the two forms that makers of pictures use: the text
chunk `parameters`, and an XMP packet with the IPTC digital source type. Both say what is true: the
painter is this script, and the words below do steer it. Nothing here is a trained model.

    python3 dusk.py OUT.png [WIDTH]
"""

import sys

import numpy as np
from PIL import Image, PngImagePlugin
from scipy.ndimage import gaussian_filter1d

import noise
from picture import encoded, film, linear, mix, smoothstep, vignette

WIDTH, HEIGHT = 1536, 1024
SEED = 42
STEPS = 12  # layers painted: the sky, the sun, ten ranges

PROMPT = "layered mountains at dusk, warm haze, low sun, few stars, clean graphic style"
WITHOUT = "people, buildings, text"

# What each phrase of the prompt sets; a phrase that is left out leaves its setting at the default.
WORDS = {
    "layered mountains at dusk": {"sky": ["#141a3c", "#3c2a5c", "#8d4a72", "#e88a5c", "#ffc878"]},
    "warm haze": {"haze": "#ef9a78", "depth": 1.0},
    "low sun": {"sun": (0.635, 0.525)},
    "few stars": {"stars": 120},
    "clean graphic style": {"detail": 5},
}
DEFAULTS = {
    "sky": ["#8090a0", "#a0b0c0", "#c0c8d0", "#d0d8e0", "#e0e8f0"],
    "haze": "#c0c8d0",
    "depth": 0.6,
    "sun": (0.5, 0.2),
    "stars": 0,
    "detail": 8,
}


def settings(prompt):
    """What the painter takes from the words of `prompt`."""
    chosen = dict(DEFAULTS)
    for phrase in prompt.split(", "):
        chosen |= WORDS.get(phrase, {})
    return chosen


def sky(u, v, chosen):
    """Linear light at `u` (0 left ... aspect ratio) and `v` (0 top ... 1 bottom)."""
    stops = np.array([np.cbrt(linear(colour)) for colour in chosen["sky"]])
    at = [0.0, 0.24, 0.42, 0.53, 0.62]
    around = np.abs(u - chosen["sun"][0] * 1.5)
    height = v - 0.05 * smoothstep(0.1, 1.0, around)
    return np.stack([np.interp(height, at, stops[:, i]) for i in range(3)], -1) ** 3


def sun(light, u, v, chosen):
    """Adds the disc and its glow."""
    distance = np.hypot(u - chosen["sun"][0] * 1.5, v - chosen["sun"][1])[..., None]
    light = light + np.exp(-distance / 0.045) * linear("#ffd890") * 0.9
    light = light + np.exp(-distance / 0.16) * linear("#ff9a4c") * 0.75
    light = light + np.exp(-distance / 0.42) * linear("#e8506c") * 0.22
    disc = 1 - smoothstep(0.0415, 0.0435, distance)
    return light * (1 - disc) + disc * np.array([2.9, 2.25, 1.1])


def stars(light, u, v, chosen):
    """Adds stars that fade towards the horizon and the glow."""
    rng = np.random.default_rng(SEED)
    height, width = u.shape
    for _ in range(chosen["stars"]):
        x, y, strength = rng.random() * width, rng.random() ** 1.5 * 0.40 * height, rng.random()
        near = np.hypot(x / height - chosen["sun"][0] * 1.5, y / height - chosen["sun"][1])
        bright = 0.40 * strength**3 * smoothstep(0.30, 0.62, near)
        radius = (0.6 + 0.5 * strength) * height / HEIGHT
        box = np.s_[max(int(y) - 3, 0) : int(y) + 4, max(int(x) - 3, 0) : int(x) + 4]
        spot = np.exp(-((u[box] * height - x) ** 2 + (v[box] * height - y) ** 2) / radius**2)
        light[box] += (bright * spot)[..., None]
    return light


def ridge(u, index, chosen):
    """The height of range `index` along `u`: coarse, sharp crests from folded noise."""
    near = index / (STEPS - 3)
    base = 0.545 + 0.43 * near**1.25
    tall = 0.10 + 0.085 * np.sin(3.1 * near + 0.4)
    x = u * (1.1 + 1.5 * near) + 7.3 * index
    total, amplitude = np.zeros_like(u), 1.0
    for octave in range(chosen["detail"] + 2):
        folded = 1 - np.abs(noise.value(x, np.full_like(x, 3.7 * index), SEED + 11 * octave))
        total += amplitude * (folded**1.6 if octave < 2 else folded - 0.6)
        x, amplitude = x * 2.03 + 1.7, amplitude * 0.46
    return base - tall * (total - 0.75)


def ranges(light, u, v, chosen):
    """Paints the ranges from far to near; the farther, the more haze lies before them."""
    pixel = 1.0 / v.shape[0]
    haze = linear(chosen["haze"])
    glow = np.exp(0.3 - np.hypot(u - chosen["sun"][0] * 1.5, 0.165) / 0.55)[..., None]
    for index in range(STEPS - 2):
        near = index / (STEPS - 3)
        crest = ridge(u[0], index, chosen)[None, :]
        cover = smoothstep(-0.7 * pixel, 0.7 * pixel, v - crest)[..., None]
        rock = mix(linear("#5c3f78"), linear("#0a0b20"), near**0.7)
        air = mix(linear("#8a4a78"), haze, glow**0.8) * (0.55 + 0.65 * glow) * (1 - 0.35 * near)
        share = chosen["depth"] * (0.90 * (1 - near) ** 1.5 + 0.03)
        # Mist gathers in the valley below each crest and lets the next range stand out.
        broad = gaussian_filter1d(crest, 90 / WIDTH * v.shape[1])
        low = smoothstep(0.0, 0.26, v - broad)[..., None]
        share = np.clip(share + 0.34 * low * (1 - near) ** 0.8, 0, 1)
        colour = mix(rock, air, share)
        rim = np.exp(-np.maximum(v - crest, 0) / 0.012)[..., None] * glow**3 * (1 - near) ** 2
        colour = colour + rim * linear("#ff9a60") * 0.22
        light = mix(light, colour, cover)
    return light


def paint(width, prompt):
    """The picture as sRGB code values 0...1."""
    chosen = settings(prompt)
    height = width * HEIGHT // WIDTH
    v, u = np.mgrid[0:height, 0:width].astype(np.float32)
    u, v = (u + 0.5) / height, (v + 0.5) / height
    light = sky(u, v, chosen)
    light = stars(sun(light, u, v, chosen), u, v, chosen)
    light = ranges(light, u, v, chosen)
    return encoded(film(light * vignette(height, width, 0.30), 0.80))


def record(width, height):
    """The text chunks: what was asked, with which settings, and what kind of picture it is."""
    parameters = (
        f"{PROMPT}\nNegative prompt: {WITHOUT}\n"
        f"Steps: {STEPS}, Sampler: back to front, Seed: {SEED}, Size: {width}x{height}, "
        "Model: sample-painter, Version: Explainer sample painter 1"
    )
    xmp = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
        ' xmp:CreatorTool="Explainer sample painter"'
        ' Iptc4xmpExt:DigitalSourceType='
        '"http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"/>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("parameters", parameters)
    chunks.add_text("Software", "Explainer sample painter")
    chunks.add_text(
        "Comment",
        "A sample: painted by scripts/make-samples/dusk.py, not by a trained model. "
        "The record above is that script's own.",
    )
    chunks.add_itxt("XML:com.adobe.xmp", xmp)
    return chunks


if __name__ == "__main__":
    wide = int(sys.argv[2]) if len(sys.argv) > 2 else WIDTH
    picture = paint(wide, PROMPT)
    # No grain and no dither: noise would be most of a PNG.
    eight = np.round(picture * 255).clip(0, 255).astype(np.uint8)
    image = Image.fromarray(eight)
    image.save(sys.argv[1], optimize=True, pnginfo=record(*image.size))
