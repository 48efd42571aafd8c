import Foundation
import Media
import TestSupport
import Testing

/// What is mixed down, against ffmpeg's `pan` with the coefficients of ITU-R BS.775-3.
@Suite struct SoundLayoutTests {
    /// A layout by ffmpeg's name, and what each side is made of.
    struct Layout: Sendable, CustomTestStringConvertible {
        var name: String
        var channels: Int
        var left: String
        var right: String

        var testDescription: String { name }
    }

    private static let half = "0.70710678118654752"

    /// Annex 4, table 2: front at 1, centre and surround at √½ to the sides they belong to, no LFE.
    static let layouts = [
        Layout(name: "mono", channels: 1, left: "FC", right: "FC"),
        Layout(name: "stereo", channels: 2, left: "FL", right: "FR"),
        Layout(name: "2.1", channels: 3, left: "FL", right: "FR"),
        Layout(
            name: "3.0", channels: 3, left: "FL+\(half)*FC", right: "FR+\(half)*FC"),
        Layout(
            name: "quad", channels: 4, left: "FL+\(half)*BL", right: "FR+\(half)*BR"),
        Layout(
            name: "5.1", channels: 6, left: "FL+\(half)*FC+\(half)*BL",
            right: "FR+\(half)*FC+\(half)*BR"),
        Layout(
            name: "5.1(side)", channels: 6, left: "FL+\(half)*FC+\(half)*SL",
            right: "FR+\(half)*FC+\(half)*SR"),
        Layout(
            name: "6.1", channels: 7, left: "FL+\(half)*FC+\(half)*SL+0.5*BC",
            right: "FR+\(half)*FC+\(half)*SR+0.5*BC"),
        Layout(
            name: "7.1", channels: 8, left: "FL+\(half)*FC+\(half)*BL+\(half)*SL",
            right: "FR+\(half)*FC+\(half)*BR+\(half)*SR"),
    ]

    @Test(arguments: layouts)
    func isMixedAsTheRecommendationSays(_ layout: Layout) throws {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.wav")
        let tones = (0..<layout.channels).map { "0.3*sin(2*PI*\(200 + 170 * $0)*t)" }
        let made = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-f", "lavfi", "-i",
                "aevalsrc='\(tones.joined(separator: "|"))':s=48000:d=0.2:c=\(layout.name)",
                "-c:a", "pcm_f32le", path,
            ])
        try #require(made.status == 0, "\(made.standardError)")
        let judged = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-i", path, "-af", "pan=stereo|FL=\(layout.left)|FR=\(layout.right)",
                "-f", "f32le", "-c:a", "pcm_f32le", "-",
            ])
        let wanted = judged.standardOutput.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        try #require(wanted.count == 2 * 9_600, "\(judged.standardError)")
        let block = try PCMStore(decoding: path).block(at: 0, count: 9_600)
        for index in 0..<9_600 {
            guard abs(block.left[index] - wanted[2 * index]) < 1e-5,
                abs(block.right[index] - wanted[2 * index + 1]) < 1e-5
            else {
                Issue.record("sample \(index): \(block.left[index]), \(block.right[index])")
                return
            }
        }
    }
}
