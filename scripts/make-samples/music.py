"""Composes `music`: 24 seconds of calm chords that loop without a seam (8 bars of 4/4 at 80 beats a
minute, 48 kHz stereo).

Everything is added into a circular buffer: a note or an echo that passes the end comes back in at
the start, so the last sample leads into the first as any sample leads into the next.

    python3 music.py OUT.wav
"""

import sys

import numpy as np
from scipy.io import wavfile
from scipy.signal import butter, sosfilt

RATE = 48_000
BEAT = 0.75  # seconds
BARS = 8
LENGTH = round(BARS * 4 * BEAT * RATE)

# One chord a bar: bass note, then the voicing, as MIDI numbers. D major: Dmaj9, Bm9, Gmaj9,
# A13sus, F#m11, Bm9, Em9, A9sus.
CHORDS = [
    (38, [57, 61, 64, 66]),
    (35, [57, 61, 62, 66]),
    (43, [57, 59, 62, 66]),
    (45, [57, 59, 62, 66]),
    (42, [57, 61, 64, 71]),
    (35, [57, 61, 62, 66]),
    (40, [55, 59, 62, 66]),
    (45, [55, 59, 62, 64]),
]
# Melody: (beat from the start, MIDI number, length in beats, strength).
MELODY = [
    (0.5, 78, 1.5, 0.8),
    (2, 76, 1, 0.6),
    (3, 73, 1, 0.55),
    (4.5, 74, 2.5, 0.7),
    (7.5, 69, 0.5, 0.4),
    (8, 71, 1, 0.6),
    (9, 74, 1, 0.65),
    (10, 78, 2, 0.75),
    (12.5, 76, 1.5, 0.65),
    (14, 74, 1, 0.5),
    (15, 71, 1, 0.5),
    (16.5, 73, 1.5, 0.7),
    (18, 76, 2, 0.7),
    (20.5, 74, 1, 0.6),
    (21.5, 73, 0.5, 0.45),
    (22, 69, 2, 0.6),
    (24.5, 71, 1.5, 0.6),
    (26, 74, 1, 0.65),
    (27, 76, 1, 0.65),
    (28.5, 74, 1.5, 0.6),
    (30, 71, 2, 0.5),
]


def pitch(note):
    """Hertz of a MIDI note number."""
    return 440 * 2 ** ((note - 69) / 12)


def add(mix, sound, at, pan=0.0):
    """Adds a mono sound at `at` seconds into the circular mix; `pan` from -1 (left) to 1, equal
    power.
    """
    where = (round(at * RATE) + np.arange(len(sound))) % LENGTH
    angle = (pan + 1) * np.pi / 4
    np.add.at(mix[0], where, sound * np.cos(angle))
    np.add.at(mix[1], where, sound * np.sin(angle))


def seconds(length):
    """Sample times of a sound `length` seconds long."""
    return np.arange(round(length * RATE)) / RATE


def envelope(t, length, attack, release):
    """Rises over `attack`, holds, falls over `release` before `length` (raised cosines, so no
    corner clicks).
    """
    up, down = np.clip(t / attack, 0, 1), np.clip((length - t) / release, 0, 1)
    return np.sin(np.pi / 2 * up) ** 2 * np.sin(np.pi / 2 * down) ** 2


def piano(note, strength, length):
    """An electric piano: two-operator phase modulation with a bell-like attack and a slow beat."""
    t = seconds(length + 1.2)
    f = pitch(note)
    bell = 0.55 * strength * np.exp(-t / 0.14) * np.sin(2 * np.pi * f * 7 * t)
    body = 0.9 * strength * np.exp(-t / 0.9) * np.sin(2 * np.pi * f * t)
    tone = np.sin(2 * np.pi * f * t + body + 0.35 * bell) + 0.22 * np.sin(
        4 * np.pi * f * 1.0007 * t
    ) * np.exp(-t / 0.5)
    fall = np.exp(-t / (1.9 - 0.011 * (note - 50)))
    return strength * tone * fall * envelope(t, length + 1.2, 0.006, 0.9)


def pad(note, length, rng):
    """A warm pad: seven detuned voices of few harmonics that open and close slowly."""
    t = seconds(length)
    total = np.zeros(len(t))
    for detune in (-7, -4, -1.5, 0, 2, 4.5, 7.5):
        f = pitch(note) * 2 ** (detune / 1200)
        phase = rng.random() * 2 * np.pi
        for harmonic in range(1, 6):
            total += np.sin(2 * np.pi * f * harmonic * t + phase * harmonic) / harmonic**2.1
    return total / 7 * envelope(t, length, 1.1, 1.3)


def bass(note, length):
    """A round bass: a sine with a little second and third harmonic."""
    t = seconds(length)
    f = pitch(note)
    tone = (
        np.sin(2 * np.pi * f * t)
        + 0.30 * np.sin(4 * np.pi * f * t) * np.exp(-t / 0.5)
        + 0.10 * np.sin(6 * np.pi * f * t) * np.exp(-t / 0.2)
    )
    return tone * np.exp(-t / 2.2) * envelope(t, length, 0.018, 0.22)


def pluck(note, strength):
    """A soft plucked tone whose upper partials fade first."""
    t = seconds(1.6)
    f = pitch(note)
    partials = sum(
        np.sin(2 * np.pi * f * k * t) * np.exp(-t * (2.4 + 2.6 * k)) / k**1.4 for k in range(1, 7)
    )
    return strength * partials * envelope(t, 1.6, 0.004, 0.3)


def kick():
    """A soft kick: a sine that falls from 110 to 46 Hz."""
    t = seconds(0.42)
    phase = 2 * np.pi * (46 * t + 64 * 0.035 * (1 - np.exp(-t / 0.035)))
    return np.sin(phase) * np.exp(-t / 0.13) * envelope(t, 0.42, 0.003, 0.1)


def brush(rng, length, low, high, decay):
    """A short burst of filtered noise: shaker, brushed snare."""
    t = seconds(length)
    noise = sosfilt(
        butter(2, [low, high], "bandpass", fs=RATE, output="sos"), rng.standard_normal(len(t))
    )
    return noise * np.exp(-t / decay) * envelope(t, length, 0.012, length / 3)


def strum(mix, rng):
    """Electric piano: each chord on the first beat and again, softer, before the third."""
    for bar, (_, notes) in enumerate(CHORDS):
        for beat, strength, length in ((0, 0.62, 2.0), (2.5, 0.36, 1.2)):
            for i, note in enumerate(notes):
                late = 0.012 * i + 0.006 * rng.random()
                loud = strength * (0.85 + 0.3 * rng.random())
                add(
                    mix,
                    0.135 * piano(note, loud, length * BEAT),
                    (bar * 4 + beat) * BEAT + late,
                    -0.35 + 0.22 * i,
                )


def arpeggio(mix, rng):
    """Plucked eighths that walk up and down the chord, an octave higher."""
    for bar, (_, notes) in enumerate(CHORDS):
        for step, i in enumerate((0, 2, 1, 3, 2, 1, 3, 2)):
            if (bar, step) in ((3, 7), (7, 6), (7, 7)) or step == 0:
                continue
            strength = 0.13 * (0.7 + 0.3 * (step % 2 == 0) + 0.15 * rng.random())
            add(
                mix,
                pluck(notes[i] + 12, strength),
                (bar * 4 + step / 2) * BEAT,
                0.45 * (-1) ** step,
            )


def rhythm(rng):
    """Drums in their own buffer: they stay nearly dry."""
    drums = np.zeros((2, LENGTH))
    for bar in range(BARS):
        at = bar * 4 * BEAT
        for beat, loud in ((0, 0.30), (2.5, 0.17)):
            add(drums, loud * kick(), at + beat * BEAT)
        for beat in (1, 3):
            add(drums, 0.075 * brush(rng, 0.24, 900, 5200, 0.07), at + beat * BEAT, 0.1)
        for eighth in range(8):
            swing = 0.03 if eighth % 2 else 0
            loud = 0.040 if eighth % 2 else 0.020
            add(
                drums,
                loud * brush(rng, 0.11, 5200, 13000, 0.028),
                at + eighth * BEAT / 2 + swing,
                -0.25,
            )
    return drums


def hall(rng, length=2.6, early=0.018):
    """A stereo impulse response: noise that fades and darkens, different on each side."""
    t = seconds(length)
    sides = []
    for _ in range(2):
        noise = rng.standard_normal(len(t)) * np.exp(-t / 0.55) * (1 - np.exp(-t / early))
        dark = sosfilt(butter(1, 2200, fs=RATE, output="sos"), noise)
        bright = sosfilt(butter(1, [250, 6500], "bandpass", fs=RATE, output="sos"), noise)
        sides.append(np.where(t < 0.25, bright, 0) * (1 - t / 0.25).clip(0) + dark)
    sides = np.array(sides)
    return sides / np.sqrt((sides**2).sum(1, keepdims=True))


def around(mix, response):
    """Circular convolution of each side with its response: the tail of the end rings over the
    start.
    """
    padded = np.zeros_like(mix)
    padded[:, : response.shape[1]] = response
    return np.fft.irfft(np.fft.rfft(mix) * np.fft.rfft(padded), LENGTH)


def tone(mix):
    """Linear-phase circular tone: removes rumble below 30 Hz and softens the top."""
    f = np.fft.rfftfreq(LENGTH, 1 / RATE)
    gain = (f**2 / (f**2 + 30**2)) / (1 + (f / 15_000) ** 4)
    return np.fft.irfft(np.fft.rfft(mix) * gain, LENGTH)


def compose():
    """The finished loop, shape (2, LENGTH), about -18 LUFS."""
    rng = np.random.default_rng(80)
    wet = np.zeros((2, LENGTH))
    strum(wet, rng)
    arpeggio(wet, rng)
    for bar, (_, notes) in enumerate(CHORDS):
        for i, note in enumerate(notes[:3]):
            add(wet, 0.15 * pad(note, 4 * BEAT + 1.3, rng), bar * 4 * BEAT - 0.5, (-0.6, 0.6, 0)[i])
    for beat, note, length, strength in MELODY:
        add(wet, 0.15 * piano(note, strength, length * BEAT), beat * BEAT + 0.01, 0.12)
    low = np.zeros((2, LENGTH))
    for bar, (root, _) in enumerate(CHORDS):
        add(low, 0.19 * bass(root, 2.3 * BEAT), bar * 4 * BEAT)
        add(low, 0.15 * bass(root, 1.2 * BEAT), (bar * 4 + 2.5) * BEAT)
    drums = rhythm(rng)
    response = hall(rng)
    total = wet + low + drums + 0.34 * around(wet, response) + 0.06 * around(drums, response)
    return np.tanh(tone(total) * 1.25) * 0.8


if __name__ == "__main__":
    loop = compose()
    gain = float(sys.argv[2]) if len(sys.argv) > 2 else 0.95
    dither = np.random.default_rng(1).triangular(-1, 0, 1, loop.shape) / 32768
    wavfile.write(
        sys.argv[1],
        RATE,
        np.round((loop * gain + dither) * 32767).clip(-32768, 32767).astype(np.int16).T,
    )
