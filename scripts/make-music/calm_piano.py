"""calm-piano: eight bars in E flat at 68 beats a minute. A soft, damped piano over faint strings.

The left hand breaks wide chords, the right hand says little: IV, I, vi, V, IV, ii, V, I.
"""

from score import Dice, Part, Score, lines

BAR = 3530  # ms, 67.99 beats a minute

# Left hand in eighths (None rests); right hand as (beat, length, notes).
BARS = [
    (  # A flat maj9
        [44, 51, 55, 60, 55, 60, 55, 51],
        [(0, 1.5, [63, 67]), (1.5, 1.5, [70]), (3, 1, [67])],
    ),
    ([43, 51, 55, 58, 55, 58, 55, 51], [(0, 2.5, [63, 70]), (2.5, 1.5, [67])]),  # E flat over G
    (  # C m9
        [36, 43, 51, 55, 51, 55, 51, 43],
        [(0, 1.5, [62, 67]), (1.5, 1.5, [63]), (3, 1, [65])],
    ),
    (  # B flat over D
        [38, 46, 53, 58, 53, 58, 53, 46],
        [(0, 2.5, [65, 70]), (2.5, 1, [63]), (3.5, 0.5, [62])],
    ),
    (  # A flat maj9
        [44, 51, 55, 60, 55, 60, 55, 51],
        [(0, 1.5, [63, 67]), (1.5, 1.5, [72]), (3, 1, [70])],
    ),
    ([41, 48, 56, 60, 56, 60, 56, 48], [(0, 2, [63, 67]), (2, 1, [68]), (3, 1, [67])]),  # F m9
    ([46, 53, 56, 60, 56, 60, 56, 53], [(0, 2, [63, 65]), (2, 2, [62, 65])]),  # B flat 9 sus, 9
    ([39, 46, 51, 55, 58, None, None, None], [(0, 1, [65]), (1, 3, [63]), (2.5, 1.5, [67])]),
]

# The strings' three voices, one chord a bar.
STRINGS = [
    [51, 55, 60],
    [51, 55, 58],
    [51, 55, 58],
    [50, 53, 58],
    [51, 55, 60],
    [51, 56, 60],
    [50, 56, 60],
    [51, 55, 58],
]

# Felt between hammer and string takes the top away.
TONE = (
    "highpass=f=35,lowpass=f=2000:p=2:w=0.6,lowpass=f=5000:p=1,equalizer=f=1600:t=o:w=1.8:g=-3,"
    "equalizer=f=220:t=o:w=1.5:g=-2"
)
REVERB = {"room-size": 0.65, "damp": 0.45, "level": 0.6, "width": 0.9}
QUALITY = 2.5  # of libvorbis: what 300 kB allow


def compose():
    dice = Dice(68)
    piano = Part(0, 0, 110, reverb=56)
    for bar, (left, right) in enumerate(BARS):
        at = bar * 4
        piano.pedal += [(at + 0.06, True), (at + (3.9 if bar < 7 else 3.94), False)]
        for step, pitch in enumerate(left):
            if pitch is None:
                continue
            velocity = 60 if step == 0 else 46 + (4 if step in (3, 5) else 0)
            late = dice.roll(0.012) + (0.02 * step * step / 4 if bar == 7 else 0)
            piano.add(at + step / 2 + max(late, 0), 0.9, pitch, velocity + dice.roll(3))
        for beat, length, notes in right:
            late = 0.02 + abs(dice.roll(0.015)) + (0.05 if bar == 7 else 0)
            for i, pitch in enumerate(notes):
                velocity = 62 if i == len(notes) - 1 else 52
                piano.add(at + beat + late + 0.012 * i, length, pitch, velocity + dice.roll(3))
    strings = Part(1, 49, 52, reverb=90)
    lines(strings, [(bar * 4, 4, notes) for bar, notes in enumerate(STRINGS)], 38, dice)
    return Score(8, BAR, [piano, strings])
