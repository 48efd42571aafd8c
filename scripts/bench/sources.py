"""Small videos to compare: 640x360, 30 fps, 6 s, with smooth moves and sound.

Everything is made by the ffmpeg program and is the same in every run.
"""

import os
import subprocess

SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples")
SECONDS, FPS, SIZE = 6, 30, "640x360"

TAGS = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
        "-color_range", "tv"]
# Near lossless: what differs in a pair is what was planted.
GOOD = ["-c:v", "libx264", "-preset", "fast", "-crf", "12", "-pix_fmt", "yuv420p", *TAGS,
        "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart"]
# Intermediate files that lose nothing.
KEPT = ["-c:v", "ffv1", "-pix_fmt", "yuv420p", *TAGS, "-c:a", "pcm_s16le"]

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"



def zoom(start, end):
    """A zoom whose borders go from one share of the picture to another."""
    share = f"({start}+{end - start}*on/180)"
    left, right = f"W*{share}", f"W-W*{share}"
    top, bottom = f"H*{share}", f"H-H*{share}"
    return ("perspective=eval=frame:interpolation=cubic"
            f":x0='{left}':y0='{top}':x1='{right}':y1='{top}'"
            f":x2='{left}':y2='{bottom}':x3='{right}':y3='{bottom}'")


# A picture under a zoom or a pan; perspective samples between pixels, so that nothing trembles.
# The calm one is what a video that is looked at for long has: 10 % in 6 s.
MOVES = {
    "zoom": zoom(0, 0.09),
    "calm": zoom(0, 0.045),
    "out": zoom(0.08, 0.01),
    "pan": "perspective=eval=frame:interpolation=cubic"
           ":x0='W*0.16*on/180':y0='H*0.08':x1='W*0.84+W*0.16*on/180':y1='H*0.08'"
           ":x2='W*0.16*on/180':y2='H*0.92':x3='W*0.84+W*0.16*on/180':y3='H*0.92'",
}

# Syllables with soft edges: what begins at once would be a click.
SPEECH = ("aevalsrc='0.25*sin(2*PI*140*t+9*sin(2*PI*0.7*t))*(0.5+0.5*sin(2*PI*2.3*t))"
          "*clip((mod(t,1.9)-0.35)*20,0,1)*clip((1.85-mod(t,1.9))*20,0,1)"
          f"+0.1*sin(2*PI*2100*t)*max(sin(2*PI*3.1*t)-0.6,0)':s=48000:d={SECONDS}")
MUSIC = os.path.join(SAMPLES, "music.ogg")

WALLPAPERS = "/usr/share/wallpapers"

# name: (picture, move, sound)
SOURCES = {
    "landscape": ("landscape.jpg", "zoom", "music"),
    "forest": ("forest.jpg", "pan", "speech"),
    "robot": ("robot.jpg", "zoom", "speech"),
    "card": (None, None, "music"),
    # No bar was chosen by what these show.
    "leaf": (f"{WALLPAPERS}/FallenLeaf/contents/images/2560x1600.jpg", "calm", "speech"),
    "evening": (f"{WALLPAPERS}/EveningGlow/contents/images/2560x1600.jpg", "pan", "music"),
    "cups": (f"{WALLPAPERS}/ColorfulCups/contents/images/2560x1600.jpg", "out", "speech"),
    "film": ("explainer.json", None, "speech"),
}


def ffmpeg(*arguments):
    """Runs the program; ends the benchmark where it fails."""
    command = ["ffmpeg", "-v", "error", "-nostdin", "-y", *arguments]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"bench: {' '.join(command)}\n{done.stderr[-2000:]}")


def caption(start, end):
    """A text on a box that is seen from `start` to `end`, in seconds."""
    shown = f"enable='gte(t,{start})*lt(t,{end})'"
    box = f"drawbox=x=120:y=290:w=400:h=44:color=black@0.75:t=fill:{shown}"
    text = (f"drawtext=fontfile={FONT}:text='A caption to read':fontcolor=white:fontsize=26"
            f":x=(w-tw)/2:y=300:{shown}")
    return f"{box},{text}"


def make_source(work, name):
    """The picture without a caption and the sound, lossless; returns its path."""
    path = os.path.join(work, f"{name}.source.mkv")
    if os.path.exists(path):
        return path
    picture, move, sound = SOURCES[name]
    if picture and picture.endswith(".json"):
        # Slides with texts that come and go, and what leads from one to the next.
        drawn = os.path.join(work, f"{name}.drawn.mp4")
        draft = os.path.join(SAMPLES, picture)
        subprocess.run([os.environ["EXPLAINER"], "render", draft, "-o", drawn],
                       stderr=subprocess.DEVNULL, check=True)
        shown = ["-ss", "2", "-i", drawn]
        chain = "scale=640:360:flags=area"
    elif picture:
        # Twice as fine as it is shown: shrinking afterwards leaves no jagged edges.
        shown = ["-loop", "1", "-framerate", str(FPS), "-i", os.path.join(SAMPLES, picture)]
        chain = (f"scale=1280:720:force_original_aspect_ratio=increase,crop=1280:720,"
                 f"{MOVES[move]},scale=640:360:flags=area:out_color_matrix=bt709:out_range=tv")
    else:
        shown = ["-f", "lavfi", "-i", f"testsrc2=s={SIZE}:r={FPS}"]
        chain = "gblur=0.6,scale=out_color_matrix=bt709:out_range=tv"
    heard = ["-i", MUSIC] if sound == "music" else ["-f", "lavfi", "-i", SPEECH]
    # Quiet enough that 2 dB more do not clip.
    level = "loudnorm=I=-19:TP=-5,aresample=48000"
    # A short fade, or the end itself would be a click.
    level += f",atrim=end={SECONDS},apad=whole_dur={SECONDS},afade=out:st={SECONDS - 0.2}:d=0.2"
    ffmpeg(*shown, *heard, "-t", str(SECONDS), "-map", "0:v", "-map", "1:a", "-vf", chain,
           "-af", level, "-ac", "2", *KEPT, path)
    return path
