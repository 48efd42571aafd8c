"""Pairs of videos that differ in one known way, and what a comparison has to say of each."""

import os

from sources import FPS, GOOD, SECONDS, SOURCES, caption, ffmpeg

# The captions of every A.
CAPTION = (1.5, 4.0)
OFFSET = 3.4 / FPS

KINDS = ["offset", "drift", "loudness", "matrix", "range", "crop", "dropped", "click", "caption",
         "blur", "banding", "tremble"]


def make_pair(work, source, kind, number):
    """Writes A and B; returns their paths and what judges a report: report → (hit, note)."""
    a, b = (os.path.join(work, f"{number:03}.{kind}.{side}.mp4") for side in "ab")
    # Small changes by number: no two pairs of a kind are alike.
    turn = number // len(KINDS)
    vary = 1 + 0.04 * (turn % 5 - 2)
    # Late on some of the sources, early on the others, and the other way round the next time.
    sign = -1 if (turn // len(SOURCES) + turn) % 2 else 1
    picture, sound, options, expected = PLANTS[kind](vary, sign)
    write(source, a, caption(*CAPTION), "anull", GOOD)
    late = 0.2 * sign if kind == "caption" else 0
    own = caption(*(time + late for time in CAPTION))
    write(source, b, ",".join(filter(None, [own, picture])), sound, [*GOOD, *options])
    return a, b, expected


# Good quality, by other encoders and settings.
ENCODERS = [["-crf", "16"], ["-crf", "18", "-preset", "medium"], ["-crf", "17", "-bf", "0"],
            ["-crf", "14", "-g", "30"], ["-crf", "16", "-b:a", "160k"],
            ["-crf", "20", "-preset", "veryfast"], ["-c:v", "libx265", "-crf", "18"]]


def make_same(work, source, number):
    """Writes a pair that differs in nothing but the encoder's settings: B is A, encoded anew."""
    a, b = (os.path.join(work, f"{number:03}.same.{side}.mp4") for side in "ab")
    write(source, a, caption(*CAPTION), "anull", GOOD)
    write(a, b, "null", "anull", [*GOOD, *ENCODERS[number % len(ENCODERS)]])
    return a, b


def write(source, path, picture, sound, options):
    if not os.path.exists(path):
        ffmpeg("-i", source, "-vf", picture, "-af", sound, *options, path)


def has(kind, side=None, value=None, within=0):
    """Judges by a finding of `kind`; `value` takes the report, its result must lie `within`."""
    def judge(said):
        kinds = sorted({f["kind"] for f in said["findings"] if f["severity"] != "info"})
        note = f"found {', '.join(kinds) or 'nothing'}"
        if kind not in kinds:
            return False, note
        if value is None:
            return True, note
        got = value(said)
        if got is None:
            return False, f"{note}; no value"
        return abs(got - side) <= within, f"{note}; {got:.4g}, planted {side:.4g}"
    return judge


def finding(kind, key):
    """The value of the first finding of a kind."""
    def read(said):
        found = [f for f in said["findings"] if f["kind"] == kind]
        return found[0].get(key) if found else None
    return read


def offset(vary, sign):
    late = OFFSET * vary
    whole, part = divmod(late * FPS, 1)
    if sign > 0:
        # Whole frames are held at the start, the rest is in the time stamps.
        picture = (f"tpad=start={int(whole)}:start_mode=clone,settb=1/90000,"
                   f"setpts=(N+{part:.6f})/{FPS}/TB,trim=end={SECONDS}")
        sound = f"adelay={round(late * 48000)}S:all=1,atrim=end={SECONDS}"
    else:
        # A frame more than that is cut off, and the rest stays in the time stamps.
        picture = (f"trim=start_frame={int(whole) + 1},settb=1/90000,"
                   f"setpts=(N+{1 - part:.6f})/{FPS}/TB")
        sound = f"atrim=start_sample={round(late * 48000)},asetpts=N/SR/TB"
    return picture, sound, ["-fps_mode", "passthrough", "-enc_time_base", "1:90000"], has(
        "offset", sign * late * 1000, lambda said: said["alignment"]["offset_ms"], 1000 / FPS / 3)


def drift(vary, sign):
    ppm = 1000 * vary * sign
    speed = 1 + ppm / 1e6
    picture = f"setpts=PTS*{speed:.8f}"
    sound = f"asetrate={48000 / speed:.4f},aresample=48000"
    rate = ["-r", f"{FPS * 1000000}/{round(speed * 1000000)}"]
    return picture, sound, rate, has(
        "drift", ppm, lambda said: said["alignment"]["drift_ppm"], 300)


def loudness(vary, sign):
    gain = 2 * vary * sign
    def value(said):
        return said["sound"]["lufs_b"] - said["sound"]["lufs_a"]
    return "", f"volume={gain}dB", [], has("loudness", gain, value, 0.3)


def matrix(vary, sign):
    # Encoded by BT.601's numbers and tagged as BT.709: what default conversions do. Or the tag alone
    # is wrong.
    mix = "scale=in_color_matrix=bt709:out_color_matrix=bt601,format=yuv420p" if sign > 0 else ""
    return mix, "anull", [] if sign > 0 else ["-colorspace", "smpte170m"], has("matrix")


def levels(vary, sign):
    # Full-range samples in a file that says limited, or limited ones taken for full range's.
    way = "in_range=tv:out_range=pc" if sign > 0 else "in_range=pc:out_range=tv"
    return f"scale={way},format=yuv420p", "anull", [], has("range")


def crop(vary, sign):
    keep = 0.9 / vary if 0.9 / vary < 0.96 else 0.94
    width = round(640 * keep / 2) * 2
    height = round(360 * keep / 2) * 2
    # From the middle, or from the upper left.
    place = "" if sign > 0 else f":{(640 - width) // 4}:{(360 - height) // 3}"
    picture = f"crop={width}:{height}{place},scale=640:360:flags=lanczos"
    def value(said):
        found = said["alignment"].get("crop")
        return found["width"] if found else None
    return picture, "anull", [], has("crop", width, value, 8)


def dropped(vary, sign):
    frame = round(90 * vary)
    picture = f"select='not(eq(n,{frame}))',setpts=N/{FPS}/TB"
    # What a careless encoder does: the frame before stays for one more.
    held = f"select='not(eq(n,{frame}))'"
    chosen = held if sign > 0 else picture
    return chosen, "anull", ["-fps_mode", "cfr", "-r", str(FPS)], any_of("dropped", "duplicated")


def any_of(*kinds):
    def judge(said):
        found = {f["kind"] for f in said["findings"] if f["severity"] != "info"}
        return bool(found & set(kinds)), f"found {', '.join(sorted(found)) or 'nothing'}"
    return judge


def click(vary, sign):
    time = 3 * vary
    sample = round(time * 48000)
    pulse = f"0.6*between(n,{sample},{sample + 2})"
    sound = f"aeval='val(0)+{pulse}|val(1)+{pulse}':c=same"
    return "", sound, [], has("click", time * 1000, finding("click", "at_ms"), 30)


def late_caption(vary, sign):
    def value(said):
        return (said.get("text") or {}).get("caption_offset_ms")
    return "", "anull", [], has("caption", 200 * sign, value, 40)


def blur(vary, sign):
    return f"gblur=sigma={1.4 * vary:.3f}", "anull", [], has("blur")


def banding(vary, sign):
    step = 10 if vary < 1 else 12
    # Without dither and with few steps, and encoded as well as A.
    return f"lutyuv=y='trunc(val/{step})*{step}+{step // 2}'", "anull", [], has("banding")


def tremble(vary, sign):
    # The picture jumps between whole pixels, as zoompan's rounding makes it do.
    pan = ("zoompan=z='1.02+0.02*on/180':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)'"
           f":d=1:s=640x360:fps={FPS}")
    return pan, "anull", [], has("tremble")


PLANTS = {"offset": offset, "drift": drift, "loudness": loudness, "matrix": matrix,
          "range": levels, "crop": crop, "dropped": dropped, "click": click,
          "caption": late_caption, "blur": blur, "banding": banding, "tremble": tremble}
