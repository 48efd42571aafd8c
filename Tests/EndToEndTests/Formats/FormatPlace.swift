import Foundation
import TestSupport
import Testing

/// A workplace for all formats: a picture that moves in two chunks, clicks, captions, chapters.
enum FormatPlace {
    /// The seconds at which clicks have their peaks.
    static let clicks = [0.25, 0.863, 1.457, 2.249, 6.5]

    /// 211 frames: 7.04 s.
    static let milliseconds = 7040

    static func make(fps: String = #""30000/1001""#, captions: Bool = true) throws -> Workplace {
        let words =
            #"{"tt":7,"m":{"role":"caption"},"sg":[{"s":333,"d":667,"tx":"One < two"},"#
            + #"{"s":1000,"d":834,"tx":"Second\nline"},{"s":5100,"d":500,"tx":"光是什么？"}]}"#
        let picture =
            ##"{"d":\##(milliseconds),"gen":{"k":"gradient","from":"#204060","to":"#A08040","##
            + ##""angle":70},"w":0.8,"ak":{"x":[[0,0.3],[\##(milliseconds),0.7]]}}"##
        let place = try Workplace(
            draft(
                fps: fps,
                meta: #","loudness":null,"title":"Größe","lang":"en","#
                    + #""chapters":[[0,"One"],[3000,"Zwei"]],"#
                    + #""source_type":"trainedAlgorithmicMedia""#,
                pictures(picture), sounds(#"{"d":\#(milliseconds),"src":"click.wav"}"#),
                captions ? words : #"{"tt":7,"sg":[]}"#))
        try Wave.write([clickSamples, clickSamples], to: place.path("click.wav"))
        return place
    }

    /// Clicks of a third of a millisecond.
    static let clickSamples: [Float] = {
        var samples = [Float](repeating: 0, count: milliseconds * 48)
        for click in clicks {
            for offset in -8...8 {
                samples[Int((click * 48_000).rounded()) + offset] = Float(
                    0.4 * (1 + cos(.pi * Double(offset) / 9)))
            }
        }
        return samples
    }()

    /// The second of the loudest sample within 50 ms of each click.
    static func heard(_ samples: [Float], shift: Double = 0) -> [Double] {
        clicks.map { click in
            let middle = Int((click - shift) * 48_000)
            let range = max(middle - 2400, 0)..<min(middle + 2400, samples.count)
            let loudest = range.max { abs(samples[$0]) < abs(samples[$1]) } ?? 0
            return Double(loudest) / 48_000 + shift
        }
    }
}

extension RenderedFile {
    /// Returns lines of values that ffprobe prints for `entries`; nil where it is not installed.
    func values(_ entries: String, _ options: String...) throws -> [String]? {
        guard let tool = Tool.find("ffprobe") else { return nil }
        let output = try Tool.run(
            tool,
            ["-v", "error"] + options + ["-show_entries", entries, "-of", "csv=p=0", path])
        #expect(output.standardError == "")
        return output.text.split(separator: "\n").map(String.init)
    }

    /// The time of the first sample that a decoder gives, in seconds.
    func soundStart() throws -> Double? {
        try values("frame=pts_time", "-select_streams", "a", "-read_intervals", "%+#1")?
            .first { !$0.isEmpty }.flatMap {
                Double($0.trimmingCharacters(in: .init(charactersIn: ",")))
            }
    }
}
