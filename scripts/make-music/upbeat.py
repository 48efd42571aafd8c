"""upbeat: twelve light bars in G at 112 beats a minute. Marimba, plucked strings, shaker.

Twice IV V vi I, then IV ii V I; everything stops on the first half of the last bar.
"""

from score import DRUMS, Dice, Part, Score

BAR = 2144  # ms, 111.9 beats a minute

# Bass note and four tones a bar.
CHORDS = [
    (36, [55, 60, 62, 67]),  # C add9
    (38, [57, 62, 66, 69]),  # D
    (40, [55, 59, 64, 67]),  # E m
    (35, [55, 59, 62, 67]),  # G over B
    (36, [55, 60, 62, 64]),  # C add9
    (38, [57, 62, 64, 66]),  # D add9
    (40, [59, 62, 64, 67]),  # E m7
    (43, [59, 62, 67, 71]),  # G
    (36, [60, 64, 67, 71]),  # C maj7
    (33, [60, 64, 67, 69]),  # A m7
    (38, [57, 62, 67, 69]),  # D sus
    (43, [55, 59, 62, 67]),  # G
]
TWICE = [0, 2, 1, 3, 2, 1, 3, 2]  # which tone each eighth of the marimba plays
PUSH = (0, 1.5, 3)  # three, three, two

TONE = "highpass=f=45,equalizer=f=1900:t=o:w=1.8:g=-4,lowpass=f=10000:p=1"
REVERB = {"room-size": 0.4, "damp": 0.4, "level": 0.45, "width": 0.8}
QUALITY = 2.7  # of libvorbis: what 300 kB allow


def marimba(dice):
    part = Part(0, 12, 104, pan=52, reverb=44)
    for bar, (_, notes) in enumerate(CHORDS[:-1]):
        for step, tone in enumerate(TWICE):
            # The fourth of D sus falls to its third.
            pitch = 66 if bar == 10 and step >= 4 and notes[tone] == 67 else notes[tone]
            accent = 10 if step / 2 in PUSH else 0
            part.add(bar * 4 + step / 2, 0.45, pitch, 48 + accent + dice.roll(4))
    part.chord(44, 3, CHORDS[-1][1], 58, dice, roll=0.03)
    return part


def plucked(dice):
    """Pizzicato on the off-beats, a nylon guitar on the push; from bar five both."""
    pizzicato = Part(1, 45, 80, pan=84, reverb=56)
    guitar = Part(2, 24, 88, pan=40, reverb=36)
    for bar, (_, notes) in enumerate(CHORDS[:-1]):
        at = bar * 4
        for beat in PUSH:
            length = 1.4 if beat < 3 else 0.95
            top = [66 if bar == 10 and beat > 1 and n == 67 else n for n in notes[:3]]
            guitar.chord(at + beat, length, top, 46 + dice.roll(4), dice, roll=0.02)
        if bar >= 4:
            for beat in (0.5, 2.5, 3.5):
                pizzicato.add(at + beat, 0.4, notes[1] + 12, 42 + dice.roll(4))
    guitar.chord(44, 3.9, CHORDS[-1][1], 58, dice, roll=0.05)
    pizzicato.add(44, 0.5, 79, 44)
    pizzicato.add(45.5, 0.5, 74, 34)
    pizzicato.add(46, 0.5, 67, 38)
    return [pizzicato, guitar]


def bass(dice):
    part = Part(3, 32, 84, reverb=10)
    for bar, (root, _) in enumerate(CHORDS[:-1]):
        at = bar * 4
        part.add(at, 1.3, root, 72 + dice.roll(3))
        part.add(at + 1.5, 0.9, root, 60 + dice.roll(3))
        part.add(at + 3, 0.8, root + 7 if root < 40 else root - 5, 62 + dice.roll(3))
    part.add(44, 3.8, 43, 68)
    return part


def percussion(dice):
    part = Part(DRUMS, 0, 80, reverb=20)
    for bar in range(11):
        at = bar * 4
        for beat in (0, 2):
            part.add(at + beat, 0.4, 36, 52 - 6 * (beat > 0) + dice.roll(3))
        for beat in (1, 3):
            part.add(at + beat, 0.4, 37, 34 + dice.roll(4))
            if bar >= 4:
                part.add(at + beat + 0.01, 0.4, 39, 22 + dice.roll(3))
        for eighth in range(8):
            part.add(at + eighth / 2, 0.2, 70, (26 if eighth % 2 else 38) + dice.roll(5))
        if bar >= 8:
            part.add(at + 2, 0.4, 54, 24)
    part.add(44, 0.4, 36, 54)
    part.add(44, 0.4, 70, 40)
    part.add(45.5, 0.4, 70, 24)
    part.add(46, 0.4, 36, 34)
    return part


def compose():
    dice = Dice(112)
    return Score(12, BAR, [marimba(dice), *plucked(dice), bass(dice), percussion(dice)])
