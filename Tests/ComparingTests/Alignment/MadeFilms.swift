import Foundation
import Media
import TestSupport
import Testing

@testable import Comparing

/// Films that ffmpeg makes, with faults of known size.
struct MadeFilms {
    let ffmpeg: String
    let folder: TemporaryFolder

    /// Nil, with a printed reason, where there is no ffmpeg.
    init?() throws {
        guard let found = Tool.find("ffmpeg") else { return nil }
        ffmpeg = found
        folder = try TemporaryFolder()
    }

    func run(_ arguments: [String]) throws {
        let made = try Tool.run(ffmpeg, ["-v", "error", "-y"] + arguments)
        try #require(made.status == 0, "\(made.standardError)")
    }

    /// Makes `name` of a lavfi `source` and returns its path.
    func film(_ name: String, _ source: String, _ options: [String] = ["-crf", "12"]) throws
        -> String
    {
        let path = folder.path(name)
        try run(
            ["-f", "lavfi", "-i", source, "-pix_fmt", "yuv420p", "-c:v", "libx264"]
                + ["-preset", "veryfast"] + options + [path])
        return path
    }

    /// Makes `name` of the film at `path`, with filters, as a cloud would: x264 at crf 23.
    func copy(_ path: String, _ name: String, _ filters: String = "null", _ more: [String] = [])
        throws -> String
    {
        let out = folder.path(name)
        try run(
            ["-i", path, "-vf", filters, "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset"]
                + ["veryfast", "-crf", "23"] + more + [out])
        return out
    }

    /// A zoom into a photograph at fractions of a pixel, `late` frames into it at the start.
    func zoom(
        _ name: String, frames: Int = 75, late: Double = 0, size: String = "640x360",
        crf: Int = 14, speed: Double = 0.0016
    ) throws -> String {
        let margin = "(W/2*(1-1/(1+\(speed)*(in+\(late)))))"
        let corners =
            "x0='\(margin)':y0='\(margin)*H/W':x1='W-\(margin)':y1='\(margin)*H/W'"
            + ":x2='\(margin)':y2='H-\(margin)*H/W':x3='W-\(margin)':y3='H-\(margin)*H/W'"
        return try still(
            name, frames, "scale=\(size),perspective=\(corners):interpolation=cubic:eval=frame",
            crf: crf)
    }

    /// The same zoom with its window at whole pixels.
    func roundedZoom(_ name: String, frames: Int = 75) throws -> String {
        try still(
            name, frames,
            "zoompan=z='1+0.0016*on':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d=1:s=1280x720:fps=25",
            crf: 14)
    }

    /// A film of a photograph of 1280x720 pixels with filters.
    func still(_ name: String, _ frames: Int, _ filters: String, crf: Int) throws -> String {
        let out = folder.path(name)
        let picture = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../samples/landscape.jpg").standardizedFileURL.path
        // Read and shrunk once.
        let held = "loop=loop=-1:size=1,setpts=N/25/TB"
        try run([
            "-r", "25", "-i", picture, "-vf",
            "scale=1280:720:force_original_aspect_ratio=increase,crop=1280:720,\(held),\(filters)",
            "-frames:v", "\(frames)", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset",
            "veryfast", "-crf", "\(crf)", out,
        ])
        return out
    }
}

/// What two films are found to have.
func compared(_ a: String, _ b: String, sound: Double? = nil) throws -> (
    alignment: PictureAlignment, faults: FrameFaults
) {
    let (one, other) = (try VideoSignature.read(path: a), try VideoSignature.read(path: b))
    let alignment = PictureAlignment.find(one, other, soundOffset: sound)
    return (alignment, FrameFaults.find(one, other, alignment))
}
