import Comparing
import Foundation
import Media
import TestSupport
import Testing

@Suite struct FileFactsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A film of two seconds at 25 fps with a key every 20 frames, and what `arguments` ask for.
    private func film(_ name: String, _ arguments: [String] = []) throws -> String? {
        guard let ffmpeg = FFmpeg.find(encoders: "libx264") else { return nil }
        let path = folder.path(name)
        try ffmpeg.run(
            [
                "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-f", "lavfi", "-i",
                "sine=d=2:r=48000", "-c:v", "libx264", "-g", "20", "-sc_threshold", "0",
                "-pix_fmt", "yuv420p", "-c:a", "aac",
            ] + arguments + [path])
        return path
    }

    @Test func factsAreFfprobes() throws {
        guard let ffprobe = Tool.find("ffprobe"),
            let path = try film(
                "a.mp4",
                [
                    "-movflags", "+faststart", "-colorspace", "bt709", "-color_primaries", "bt709",
                    "-color_trc", "bt709", "-color_range", "tv",
                ])
        else { return }
        let facts = try FileFacts.read(path: path)
        let said = try Tool.run(
            ffprobe,
            [
                "-v", "error", "-select_streams", "v", "-show_entries",
                "stream=codec_name,profile,width,height,pix_fmt,level", "-of", "csv=p=0", path,
            ])
        let level = facts.level.flatMap(Double.init).map { Int(($0 * 10).rounded()) } ?? 0
        let ours = [
            facts.video, facts.profile, facts.width.map(String.init), facts.height.map(String.init),
            facts.pixel_format, String(level),
        ].map { $0 ?? "" }.joined(separator: ",")
        #expect(said.text.trimmingCharacters(in: .whitespacesAndNewlines) == ours)
        #expect(facts.fps == 25)
        #expect(facts.gop == 20)
        #expect(abs(facts.seconds - 2) < 0.0214)
        #expect(facts.faststart == true)
        #expect(facts.matrix == "bt709")
        #expect(facts.full_range == false)
        #expect(facts.audio == "aac")
        #expect(facts.audio_rate == 48_000)
        #expect(facts.container == "mp4")
        #expect(facts.rates.count == 2)
        #expect(facts.notes == [])
    }

    /// Bytes of all packets are in the rates.
    @Test func ratesHoldAllPackets() throws {
        guard let ffprobe = Tool.find("ffprobe"), let path = try film("a.mp4") else { return }
        let said = try Tool.run(
            ffprobe, ["-v", "error", "-show_entries", "packet=size", "-of", "csv=p=0", path])
        let sizes = said.text.split { !$0.isNumber }.compactMap { Double($0) }
        let counted = try FileFacts.read(path: path).rates.reduce(0, +)
        let whole = sizes.reduce(0, +)
        #expect(abs(counted - whole) < whole * 0.03)
    }

    @Test(arguments: [
        ("late.mp4", ["-output_ts_offset", "0.5"], "its first time stamp is"),
        ("uneven.mkv", ["-vf", "select=not(eq(n\\,7))", "-fps_mode", "vfr"], "last unequally"),
        ("short.mp4", ["-af", "atrim=end=1.8"], "its sound ends 200 ms before its picture"),
        ("end.mp4", [], "its index (moov) stands at the end"),
        ("plain.mp4", [], "its colours are untagged"),
        ("mute.mp4", ["-an"], "it has no sound"),
        ("blind.mp4", ["-vn"], "it has no picture"),
        ("pieces.mp4", ["-movflags", "+frag_keyframe+empty_moov"], "it is a fragmented file"),
        ("full.mp4", ["-pix_fmt", "yuv444p"], "its pixels are yuv444p"),
    ])
    func oddThingsAreNoted(name: String, arguments: [String], note: String) throws {
        guard let path = try film(name, arguments) else { return }
        let notes = try FileFacts.read(path: path).notes
        #expect(notes.contains { $0.contains(note) }, "\(notes)")
    }

    @Test func badFilesAreRefused() throws {
        let (text, empty) = (folder.path("a.txt"), folder.path("empty.mp4"))
        try Data("hello there".utf8).write(to: URL(filePath: text))
        try Data().write(to: URL(filePath: empty))
        for (path, reason) in [
            (text, "it is a text"), (empty, "the file is empty"),
            (folder.path("none.mp4"), "no such file"),
        ] {
            let error = #expect(throws: MediaError.self) { try FileFacts.read(path: path) }
            #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
        }
    }

    /// A file that was cut is read as far as it goes where its index stands in front.
    @Test func cutFilesAreNamed() throws {
        for (name, option) in [("front.mp4", "+faststart"), ("end.mp4", "+use_metadata_tags")] {
            guard let path = try film(name, ["-movflags", option]) else { return }
            let bytes = try Data(contentsOf: URL(filePath: path))
            try bytes.prefix(bytes.count * 6 / 10).write(to: URL(filePath: path))
            if name == "front.mp4" {
                let notes = try FileFacts.read(path: path).notes
                #expect(notes.first?.contains("cut short") == true, "\(notes)")
            } else {
                let error = #expect(throws: MediaError.self) { try FileFacts.read(path: path) }
                #expect(error?.reason.contains("moov") == true)
            }
        }
    }
}
