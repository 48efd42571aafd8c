"""A score of notes in beats, written as a Standard MIDI File of format 0.

Loops are written several times in a row, so that what rings over the end of one is heard at the
start of the next.
"""

import struct

TICKS = 960  # a beat
BEATS = 4  # a bar
DRUMS = 9  # General MIDI's percussion channel, counted from 0


class Dice:
    """Small deviations, the same on every machine and in every repetition."""

    def __init__(self, seed):
        self.state = seed

    def roll(self, spread):
        """The next number in -spread...spread."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return ((self.state >> 33) / 2**30 - 1) * spread


class Part:
    """One instrument: its channel, General MIDI program (from 0), level, place and reverb share."""

    def __init__(self, channel, program, level, pan=64, reverb=40):
        self.channel, self.program = channel, program
        self.level, self.pan, self.reverb = level, pan, reverb
        self.notes = []
        self.pedal = []

    def add(self, beat, length, pitch, velocity):
        """Adds a note; `beat` counts from the start of the loop."""
        self.notes.append((beat, length, pitch, velocity))

    def chord(self, beat, length, pitches, velocity, dice, roll=0.0):
        """Adds a chord from the lowest note up, `roll` beats apart, no two of equal strength."""
        for i, pitch in enumerate(pitches):
            late = i * roll + abs(dice.roll(0.008))
            self.add(beat + late, length - late, pitch, velocity + dice.roll(4))


class Score:
    """Parts that share a tempo; `bar` is the length of a bar in whole milliseconds."""

    def __init__(self, bars, bar, parts):
        self.bars, self.bar, self.parts = bars, bar, parts

    def midi(self, times):
        """The bytes of a file that plays the score `times` times."""
        events = []
        for part in self.parts:
            events += self._setup(part)
            for turn in range(times):
                events += self._turn(part, turn * self.bars * BEATS)
        events.sort(key=lambda event: event[:2])
        # Microseconds a beat: exact, because a bar has whole milliseconds and four beats.
        tempo = self.bar * 1000 // BEATS
        track = b"\0\xff\x51\x03" + tempo.to_bytes(3, "big")
        now = 0
        for tick, _, message in events:
            track += _variable(tick - now) + message
            now = tick
        end = times * self.bars * BEATS * TICKS
        track += _variable(max(end - now, 0)) + b"\xff\x2f\0"
        header = struct.pack(">4sIHHH", b"MThd", 6, 0, 1, TICKS)
        return header + struct.pack(">4sI", b"MTrk", len(track)) + track

    def _setup(self, part):
        control = 0xB0 | part.channel
        messages = [bytes([0xC0 | part.channel, part.program])] + [
            bytes([control, number, value])
            for number, value in ((7, part.level), (10, part.pan), (91, part.reverb), (93, 0))
        ]
        return [(0, 0, message) for message in messages]

    def _turn(self, part, start):
        events = []
        for beat, down in part.pedal:
            tick = round((start + beat) * TICKS)
            message = bytes([0xB0 | part.channel, 64, 127 if down else 0])
            events.append((tick, 2 if down else 1, message))
        for beat, length, pitch, velocity in part.notes:
            tick = max(round((start + beat) * TICKS), 0)
            until = max(round((start + beat + length) * TICKS), tick + 1)
            velocity = min(max(round(velocity), 1), 127)
            events.append((tick, 3, bytes([0x90 | part.channel, pitch, velocity])))
            events.append((until, 0, bytes([0x80 | part.channel, pitch, 0])))
        return events


def _variable(value):
    """A MIDI variable-length quantity."""
    out = [value & 0x7F]
    while value := value >> 7:
        out.append(0x80 | value & 0x7F)
    return bytes(reversed(out))


def lines(part, chords, velocity, dice):
    """Voices that move from chord to chord; a voice that keeps its note holds it on.

    `chords` is a list of (beat, length, notes), all with the same number of notes and without gaps.
    """
    for voice in range(len(chords[0][2])):
        held = None
        for beat, length, notes in chords:
            if held and held[2] == notes[voice]:
                held[1] += length
                continue
            if held:
                part.add(held[0], held[1], held[2], velocity + dice.roll(4))
            held = [beat, length, notes[voice]]
        part.add(held[0], held[1], held[2], velocity + dice.roll(4))
