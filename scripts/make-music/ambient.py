"""ambient: eight slow bars in D at 60 beats a minute. Pads whose voices hold what they share.

G, G 6/9, B minor, F sharp minor, E minor 9, A 9 sus, and two bars of D, where it may end.
"""

from score import Dice, Part, Score, lines

BAR = 4000  # ms, 60 beats a minute

CHORDS = [
    (0, 43, [54, 57, 59, 62]),  # G maj9
    (1, 43, [54, 57, 59, 64]),  # G 6/9
    (2, 47, [54, 57, 62, 64]),  # B m7 add11
    (3, 42, [52, 57, 61, 64]),  # F sharp m7
    (4, 40, [55, 59, 62, 66]),  # E m9
    (5, 45, [55, 59, 62, 64]),  # A 9 sus
    (6, 38, [54, 57, 62, 64]),  # D add9
    (7, 38, [54, 57, 62, 66]),  # D
]

# Far and faint: (beat, note, velocity). The fifth and the ninth of what sounds below.
GLINTS = [
    (1.5, 81, 34),
    (6, 83, 28),
    (10.5, 81, 32),
    (14, 76, 26),
    (17.5, 78, 32),
    (21, 83, 30),
    (24.5, 81, 34),
    (26, 78, 26),
]

TONE = "highpass=f=35,equalizer=f=1500:t=o:w=2:g=-5,lowpass=f=6500:p=1"
REVERB = {"room-size": 0.85, "damp": 0.35, "level": 0.8, "width": 1.0}
QUALITY = 2.6  # of libvorbis: what 300 kB allow


def compose():
    dice = Dice(60)
    held = [(bar * 4, 4, notes) for bar, _, notes in CHORDS]
    warm = Part(0, 89, 100, pan=56, reverb=90)
    lines(warm, held, 58, dice)
    low = Part(1, 89, 84, reverb=30)
    lines(low, [(bar * 4, 4, [root - 12, root]) for bar, root, _ in CHORDS], 60, dice)
    keys = Part(2, 4, 66, pan=70, reverb=110)
    for bar, root, notes in CHORDS:
        keys.add(bar * 4, 3, root, 34)
        if bar < 7:
            keys.add(bar * 4 + 2.5, 1.4, notes[1], 26 + dice.roll(3))
    glints = Part(3, 98, 46, pan=44, reverb=127)
    for beat, note, velocity in GLINTS:
        glints.add(beat, 2, note, velocity)
    return Score(8, BAR, [warm, low, keys, glints])
