"""lo-fi: eight bars in F at 82 beats a minute. Electric piano, brushes and a walking-pace bass.

The chords fall by fifths from B flat to F (IV, iii-VI, ii, V, I, vi-II, ii-V, I); each voice moves by
a step or stays. The last bar holds F major 6/9 and empties out.
"""

from score import DRUMS, Dice, Part, Score

BAR = 2925  # ms, 82.05 beats a minute
SWING = 2 / 3 - 0.04  # where the second eighth of a beat lies: a little straighter than a triplet

# Bar, beat, length, bass note, voicing without the root.
CHORDS = [
    (0, 0, 4, 34, [57, 60, 62, 65]),  # B flat maj9
    (1, 0, 2, 33, [55, 59, 60, 64]),  # A m9
    (1, 2, 2, 38, [54, 57, 60, 63]),  # D 7 flat 9
    (2, 0, 4, 43, [53, 57, 58, 62]),  # G m9
    (3, 0, 2, 36, [53, 57, 58, 62]),  # C 13 sus
    (3, 2, 2, 36, [52, 57, 58, 61]),  # C 13 flat 9
    (4, 0, 4, 41, [52, 55, 57, 60]),  # F maj9
    (5, 0, 2, 38, [53, 57, 60, 64]),  # D m9
    (5, 2, 2, 31, [53, 57, 59, 64]),  # G 13
    (6, 0, 2, 43, [53, 57, 58, 62]),  # G m9
    (6, 2, 2, 36, [52, 57, 58, 61]),  # C 13 flat 9
    (7, 0, 4, 41, [50, 55, 57, 60]),  # F 6/9
]

# The room of the records that this style comes from: soft top, no rumble, a hollow where speech is.
TONE = (
    "highpass=f=40,equalizer=f=1700:t=o:w=1.6:g=-4,lowpass=f=5200:p=1,lowpass=f=9000:p=1,"
    "acompressor=threshold=0.08:ratio=2:attack=20:release=200"
)
REVERB = {"room-size": 0.45, "damp": 0.5, "level": 0.5, "width": 0.7}
QUALITY = 3.5  # of libvorbis: what 300 kB allow


def keys(dice):
    """Each chord on its beat and once more, softer, on the swung eighth before the next."""
    part = Part(0, 4, 104, pan=58, reverb=50)
    for bar, beat, length, _, notes in CHORDS:
        at = bar * 4 + beat
        if bar == 7:
            part.chord(at, 4, notes, 62, dice, roll=0.06)
            part.add(at + 1 + SWING, 3 - SWING, 67, 44)
            continue
        part.chord(at, 1 + SWING - 0.06, notes, 64, dice, roll=0.02)
        part.chord(at + length - 1 + SWING - 0.02, 0.34, notes[1:], 44, dice, roll=0.015)
        if length == 4:
            part.chord(at + 1 + SWING, 1.94, notes[:1] + notes[2:], 50, dice, roll=0.015)
    return part


def bass(dice):
    """Roots on the beat, fifths and octaves on the swing."""
    part = Part(1, 33, 100, reverb=8)
    for bar, beat, length, root, _ in CHORDS:
        at = bar * 4 + beat
        if bar == 7:
            part.add(at, 4, root, 72)
            continue
        part.add(at, 1.2 if length == 2 else 1.5, root, 76 + dice.roll(3))
        if length == 4:
            part.add(at + 1 + SWING, 0.6, root + 7 if root < 36 else root - 5, 58)
            part.add(at + 2 + SWING, 1.0, root, 66 + dice.roll(3))
        else:
            part.add(at + 1 + SWING, 0.28, root, 54)
    return part


def drums(dice):
    """A brushed kit: kick and brush, eighths that lean back; nothing after the last chord's echo."""
    part = Part(DRUMS, 40, 96, reverb=24)
    for bar in range(8):
        at = bar * 4
        part.add(at, 0.5, 36, 62 + dice.roll(3))
        if bar == 7:
            part.add(at + 1.015, 0.5, 38, 30)
            continue
        part.add(at + 1 + SWING if bar % 2 else at + 2 + SWING, 0.5, 36, 46 + dice.roll(4))
        for beat in (1, 3):
            part.add(at + beat + 0.02, 0.5, 38, 46 + dice.roll(5))
        for beat in range(4):
            part.add(at + beat + 0.01, 0.2, 42, 30 + dice.roll(4))
            part.add(at + beat + SWING, 0.2, 42, 22 + dice.roll(4))
    return part


def compose():
    dice = Dice(82)
    return Score(8, BAR, [keys(dice), bass(dice), drums(dice)])
