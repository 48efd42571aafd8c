"""The steps of the benchmark. Each takes the bench's state and adds rows to its report."""

import os

import contender
import encoder
import kit
import motion
from compare import compare
from preview import preview
from report import middle, spread

# The reference job's title in the table.
R30 = "30 s, 900 frames 1080p"


def r30(bench):
    """Speed, size and picture of the reference job, in turn with x264 alone and with zoompan."""
    task, report = bench.task("R30"), bench.report
    ours, theirs = bench.out("R30.mp4"), bench.out("R30.zoompan.mp4")
    raw = encoder.decode(bench.lossless("R30"), task.job, bench.work)
    try:
        rounds, same, notes = r30_rounds(bench, task, ours, theirs, raw)
    finally:
        os.remove(raw)

    cpu = [us["cpu"] / floor["cpu"] for us, floor, _ in rounds]
    report.at_most(f"CPU ÷ x264 alone on the same frames ({R30})", middle(cpu), 1.15,
                   note="; ".join([spread(cpu)] + notes))
    share = [us["wall"] / peer["wall"] for us, _, peer in rounds]
    report.at_most("wall time ÷ zoompan's", middle(share), 0.7, note=spread(share))
    cheaper = [peer["cpu"] / us["cpu"] for us, _, peer in rounds]
    report.figure("CPU of zoompan ÷ ours", middle(cheaper), note=spread(cheaper))
    for name, index in (("ours", 0), ("x264 alone", 1), ("zoompan", 2)):
        walls = [each[index]["wall"] for each in rounds]
        cpus = [each[index]["cpu"] for each in rounds]
        report.figure(f"wall, {name}", middle(walls), "s",
                      f"{spread(walls, 1)}; CPU {middle(cpus):.1f} s", 1)
    report.figure("frames per second", task.job["frames"] / middle([r[0]["wall"] for r in rounds]),
                  "fps", digits=1)
    bench.peak = max(r[0]["rss_mb"] for r in rounds)
    report.at_most("peak memory", bench.peak, 400, "MB",
                   f"zoompan {max(r[2]['rss_mb'] for r in rounds):.0f} MB", 0)
    report.holds("every round wrote the same bytes", same)
    fidelity_of_exports(bench, task, ours, theirs)


def r30_rounds(bench, task, ours, theirs, raw):
    """Runs ours, x264 alone and zoompan in turn; returns costs by round, sameness and notes."""
    rounds, digests = [], set()
    reading = encoder.reading(raw)["cpu"]
    for _ in range(bench.rounds):
        us = contender.render(task, ours, "--quality", "high")
        digests.add(contender.digest(ours))
        options = encoder.reported_options(ours)
        floor = encoder.encode(raw, task.job, encoder.flags(options), bench.out("R30.floor"))
        floor["cpu"] -= reading
        peer = kit.measure(kit.zoompan(task.job_path, theirs), log=theirs + ".log")
        rounds.append((us, floor, peer))
    notes = [f"reading the frames ({reading:.1f} s) left out"]
    if not options:
        notes.append("our stream names no x264 options: plain veryfast compared")
    else:
        differ = encoder.differences(
            options, encoder.reported_options(bench.out("R30.floor.0.264")))
        notes.append("x264 options differ: " + " ".join(differ) if differ else "same x264 options")
    return rounds, len(digests) == 1, notes


def fidelity_of_exports(bench, task, ours, theirs):
    """PSNR and SSIM of the encoded files against the float64 reference, and their sizes."""
    psnr, ssim, matrix = kit.fidelity(task.asked, ours, bench.samples)
    size = os.path.getsize(ours) / 1e6
    other_psnr, other_ssim, _ = kit.fidelity(task.job, theirs, bench.samples)
    other_size = os.path.getsize(theirs) / 1e6
    bench.report.at_least("PSNR-Y of the export against the reference", psnr, 40, "dB",
                          f"matrix {matrix}; zoompan {other_psnr:.1f} dB")
    bench.report.figure("SSIM-Y", ssim, note=f"zoompan {other_ssim:.3f}", digits=4)
    bench.report.at_most("size of the export", size, 20, "MB", f"zoompan {other_size:.1f} MB", 1)


def frames(bench):
    """The frames of the reference job before encoding, against the reference resampler."""
    task = bench.task("R30")
    psnr, ssim, matrix = kit.fidelity(task.asked, bench.lossless("R30"), bench.samples)
    bench.report.at_least("PSNR-Y of frames before encoding", psnr, 55, "dB",
                          f"float64 Lanczos-3 reference; SSIM-Y {ssim:.4f}, matrix {matrix}")


def compose(bench):
    """Making frames without encoding them, on one core."""
    cost = contender.composing(bench.task("R30"), 900)
    bench.report.at_most("making a frame, one core", cost, 4, "ms", "mean of 900")


def memory(bench):
    """Peak memory must not grow with the length of the video."""
    times = 20 if bench.long else 6
    task = bench.task("R30", times)
    cost = contender.render(task, bench.out("long.mp4"), "--quality", "high")
    minutes = task.asked["frames"] / task.job["fps"] / 60
    note = f"{cost['rss_mb']:.0f} MB, {task.asked['frames'] / cost['wall']:.1f} fps"
    if bench.peak is None:
        bench.peak = contender.render(bench.task("R30"), bench.out("R30.mp4"))["rss_mb"]
    bench.report.at_most(f"peak memory of a {minutes:.0f}-minute video ÷ the reference job's",
                         cost["rss_mb"] / bench.peak, 1.1, note=note)
    os.remove(bench.out("long.mp4"))


def smooth(bench):
    """Dots under a slow zoom and pan: their paths against the formula."""
    task = bench.task("SMOOTH")
    ours = motion.steadiness(task.asked, bench.lossless("SMOOTH"))
    floor = motion.steadiness(task.asked, motion.reference_frames(task.asked, 60))
    report, note = bench.report, f"{ours.dots} dots"
    report.at_most("dots off their path, RMS", ours.rms, 0.02, "px",
                   f"{note}; reference itself {floor.rms:.4f}", 4)
    report.at_most("constant offset of the dots", ours.bias, 0.01, "px", note, 4)
    report.at_most("shaking, mean", ours.shaking_mean, 0.02, "px/frame²",
                   f"reference itself {floor.shaking_mean:.4f}", 4)
    report.at_most("shaking ÷ that of the reference", ours.shaking_rms / floor.shaking_rms, 1.5,
                   note=f"RMS {ours.shaking_rms:.4f} ÷ {floor.shaking_rms:.4f} px/frame²")
    report.at_most("steps backward", ours.backward, 0, digits=0)


def resample(bench):
    """Sharpness and aliasing of a photo under a move, without coding errors."""
    task = bench.task("RESAMPLE")
    psnr, ssim, matrix = kit.fidelity(task.asked, bench.lossless("RESAMPLE"), 4)
    bench.report.at_least("PSNR-Y of a resampled photo (lossless)", psnr, 46, "dB",
                          f"SSIM-Y {ssim:.4f}, matrix {matrix}")


def workers(bench):
    """The number of workers must not show in the file."""
    task = bench.task("R30")
    digests = set()
    for count in (1, 2, 3):
        out = bench.out("workers.mp4")
        contender.render(task, out, "--quality", "high", "--size", "640x360", "--jobs", str(count))
        digests.add(contender.digest(out))
        os.remove(out)
    bench.report.holds("1, 2 and 3 workers write the same bytes", len(digests) == 1, "640x360")


# By the names that --only takes, in the order in which they run: cheap checks first.
ALL = {
    "smooth": smooth,
    "resample": resample,
    "workers": workers,
    "compose": compose,
    "frames": frames,
    "r30": r30,
    "memory": memory,
    "preview": preview,
    "compare": compare,
}
