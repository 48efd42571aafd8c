import Foundation
import Media
import TestSupport
import Testing

@testable import Comparing

/// Films that ffmpeg makes, small and sound, and what becomes of their promises where one is broken.
struct Certified {
    let ffmpeg: FFmpeg
    let folder: TemporaryFolder

    /// Nil (with a printed reason) where ffmpeg or its encoder is absent.
    init?() throws {
        guard let ffmpeg = FFmpeg.find(encoders: "libx264", "aac") else { return nil }
        self.ffmpeg = ffmpeg
        folder = try TemporaryFolder()
        // Small once, for ffmpeg decodes it again for each frame.
        let photo = Fixtures.checkout.appending(path: "samples/landscape.jpg").path
        try ffmpeg.run(["-i", photo, "-vf", "scale=160:90", folder.path("photo.png")])
    }

    /// What a film is made of.
    struct Recipe {
        var name = "a.mp4"
        var size = "160:90"
        var rate = "25"
        var seconds = 2.0
        /// Filters of the picture, in front of its colours.
        var picture = "null"
        /// Filters of the sound.
        var sound = "volume=8dB,afade=out:st=1.7:d=0.2"
        /// A source of ffmpeg's; nil for a photograph that stands still.
        var source: String?
        var tone = "sine=frequency=440:sample_rate=48000,aformat=channel_layouts=stereo"
        /// Further arguments before the output.
        var more: [String] = []
    }

    static let tags = [
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range",
        "tv",
    ]

    /// Makes a film that keeps its promises but for what `recipe` changes, and returns its path.
    func film(_ recipe: Recipe = Recipe()) throws -> String {
        let path = folder.path(recipe.name)
        let length = String(recipe.seconds)
        try ffmpeg.run(
            (recipe.source.map { ["-f", "lavfi", "-t", length, "-i", $0] }
                ?? ["-loop", "1", "-r", recipe.rate, "-t", length, "-i", folder.path("photo.png")])
                + ["-f", "lavfi", "-t", length, "-i", recipe.tone]
                + [
                    "-vf",
                    "scale=\(recipe.size),\(recipe.picture),scale=out_color_matrix=bt709:out_range=tv",
                    "-af",
                    recipe.sound, "-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high",
                    "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "160k", "-movflags", "+faststart",
                    "-metadata", "title=Test",
                ] + Self.tags + recipe.more + [path])
        return path
    }

    static func certificate(
        _ path: String, _ reference: Certificate.Reference? = nil
    ) async throws -> Certificate {
        try await Certificate.of(
            try Certificate.source(at: path), at: path, reference: reference)
    }

    /// Measures no more than the promise takes.
    static func promise(
        _ id: String, of path: String, _ reference: Certificate.Reference? = nil
    ) async throws -> Certificate.Promise {
        try #require(try await promises([id], of: path, reference).first)
    }

    /// Measures no more than promises take, which are all of a film or all of its sound.
    static func promises(
        _ ids: [String], of path: String, _ reference: Certificate.Reference? = nil
    ) async throws -> [Certificate.Promise] {
        let file = try Certificate.source(at: path)
        let video = try #require(file.video)
        var found = FilePromises(file, reference).all + LabelPromises(file, reference?.labels).all
        func isLacking(_ some: [String]) -> Bool {
            ids.contains { id in some.contains(id) && !found.contains { $0.id == id } }
        }
        if isLacking(["colour", "colour-bitstream", "colour-box", "sdr"]) {
            found += ColorPromises(video, try BitstreamColor.read(path: path)).all
        }
        if isLacking(["banding", "picture", "colours", "matrix", "timing"]) {
            found += try await PicturePromises.all(path, video, reference)
        }
        if isLacking(["black", "tremble"]) {
            found += try await MotionPromises.all(path, lines: video.height, reference)
        }
        if ids.contains(where: { id in !found.contains { $0.id == id } }) {
            found += SoundPromises(try HeardSound(path, file, reference), reference).all
        }
        return found.filter { ids.contains($0.id) }
    }
}

extension Certificate {
    func promise(_ id: String) throws -> Promise {
        try #require(promises.first { $0.id == id })
    }

    func ids(_ verdict: Verdict) -> Set<String> {
        Set(promises.filter { $0.verdict == verdict }.map(\.id))
    }
}
