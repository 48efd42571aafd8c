"""The preview page on the reference job: how soon a person sees and hears what was asked for."""

import json
import os
import re
import shutil
import subprocess
import time

from browser import Browser

SHOWN = "(window.explainer.state().shownFrame || {})"


def preview(bench):
    """The preview page: scrubbing, start and rate of playback, reload, first paint."""
    source = bench.task("R30").draft
    shutil.copyfile(source, os.path.join(os.path.dirname(source), "preview.json"))
    draft = os.path.join(os.path.dirname(source), "preview.json")
    program = subprocess.Popen(
        [os.environ["EXPLAINER"], "preview", draft, "--no-open"], stdout=subprocess.PIPE,
        text=True)
    try:
        address = re.search(r"http\S+", program.stdout.readline()).group()
        with Browser() as browser:
            measure(bench.report, browser, address, draft)
    finally:
        program.terminate()
        program.wait()
        os.remove(draft)


def measure(report, browser, address, draft):
    browser.open(address)
    browser.wait("window.explainer && window.explainer.state().frames > 0")
    browser.wait(f"{SHOWN}.index === 0")
    paint = browser.run("return performance.getEntriesByName('first-contentful-paint')[0].startTime")
    report.at_most("preview: first paint", paint, 300, "ms", digits=0)
    time.sleep(4)
    scrub(report, browser)
    play(report, browser)
    reload(report, browser, draft)


def scrub(report, browser):
    box = browser.run("const b = document.querySelector('#scrub').getBoundingClientRect();"
                      "return [b.x, b.y, b.width, b.height]")
    path = [(box[0] + box[2] * (0.01 + 0.98 * i / 240), box[1] + box[3] / 2) for i in range(241)]
    browser.run("window.explainer.scrubLatencies.length = 0")
    browser.drag(path, 8)
    time.sleep(1)
    times = sorted(browser.run("return [...window.explainer.scrubLatencies]"))
    note = f"median {times[len(times) // 2]:.0f}, slowest {times[-1]:.0f} ms of {len(times)}"
    report.at_most("preview: 95 % of the frames of a drag show within",
                   times[int(len(times) * 0.95)], 80, "ms", note, 0)
    # Anywhere, one after the other: nothing is prefetched there.
    jumps = sorted(browser.run(f"""
        const times = [], count = window.explainer.state().frames;
        for (let i = 0; i < 100; i++) {{
          const frame = (i * 389 + 17) % count, start = performance.now();
          window.explainer.seek(frame);
          while ({SHOWN}.index !== frame) await new Promise(next => requestAnimationFrame(next));
          times.push(performance.now() - start);
        }}
        return times"""))
    report.at_most("preview: 95 % of jumps anywhere show within", jumps[95], 80, "ms",
                   f"median {jumps[50]:.0f}, slowest {jumps[-1]:.0f} ms", 0)


def play(report, browser):
    browser.run("window.explainer.seek(0)")
    time.sleep(1)
    seen = browser.run("""
        const video = document.querySelector("video"), start = performance.now();
        window.explainer.play();
        while (!(video.currentTime > 0 && video.readyState > 2))
          await new Promise(next => setTimeout(next, 2));
        const begun = performance.now() - start;
        const quality = () => video.getVideoPlaybackQuality();
        const at = {time: video.currentTime, now: performance.now(),
                    frames: quality().totalVideoFrames, dropped: quality().droppedVideoFrames};
        while (video.currentTime < 28) await new Promise(next => setTimeout(next, 50));
        const seconds = (performance.now() - at.now) / 1000;
        return {begun, seconds, played: video.currentTime - at.time,
                frames: quality().totalVideoFrames - at.frames,
                dropped: quality().droppedVideoFrames - at.dropped}""")
    report.at_most("preview: playback starts within", seen["begun"], 700, "ms", digits=0)
    shown = (seen["frames"] - seen["dropped"]) / seen["seconds"]
    report.at_least("preview: frames shown in a second of playback", shown, 29.5, "fps",
                    f"{seen['frames']} decoded, {seen['dropped']} dropped in {seen['seconds']:.1f} s;"
                    f" the clock ran {seen['played'] / seen['seconds']:.3f} of real time", 1)
    browser.run("window.explainer.pause()")


def reload(report, browser, draft):
    """From the draft's new name on the disk to the changed picture on the screen."""
    document, times = json.load(open(draft)), []
    frame = browser.run("return window.explainer.state().frame")
    for number in range(10):
        document["m"]["background"] = "#%06X" % (number * 4099 + 1)
        document["t"].append({"tt": 7, "sg": [{"s": 0, "d": 30000, "tx": f"Take {number}"}]})
        before = browser.run(f"return {SHOWN}.stamp")
        browser.run(f"""
            window.changed = new Promise(async done => {{
              while ({SHOWN}.stamp === given[0] || {SHOWN}.source !== "frame")
                await new Promise(next => requestAnimationFrame(next));
              done(Date.now());
            }})""", before)
        with open(draft + ".new", "w") as file:
            json.dump(document, file)
        start = time.time() * 1000
        os.replace(draft + ".new", draft)
        times.append(browser.run("return await window.changed") - start)
        document["t"].pop()
        time.sleep(0.3)
    times.sort()
    kept = browser.run("return window.explainer.state().frame") == frame
    report.at_most("preview: an edit on the disk shows within (worst of 10)", times[-1], 300, "ms",
                   f"median {times[5]:.0f} ms; position {'kept' if kept else 'lost'}", 0)
