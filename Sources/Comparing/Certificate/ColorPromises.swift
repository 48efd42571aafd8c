import Foundation
import Media

/// What the file says that its colours mean: in all that is read, in the coded pictures, and in the
/// container.
struct ColorPromises {
    private let video: StoredFile.Video
    private let coded: ColorTags?

    /// `coded` is what the coded pictures say; nil where none could be decoded.
    init(_ video: StoredFile.Video, _ coded: ColorTags?) {
        self.video = video
        self.coded = coded
    }

    var all: [Certificate.Promise] { [colour, bitstream, box, light] }

    private static let bar = "BT.709, limited range"

    private var colour: Certificate.Promise {
        let promise = Certificate.Promise(
            "colour", .colour, "Colours are tagged as what they are", bar: Self.bar)
        return judged(
            promise, [video.matrix, video.primaries, video.transfer], video.isFullRange)
    }

    private var bitstream: Certificate.Promise {
        let promise = Certificate.Promise(
            "colour-bitstream", .colour, "… in the coded pictures", bar: Self.bar)
        guard let coded else { return promise.lacking("no picture can be decoded") }
        return judged(promise, [coded.matrix, coded.primaries, coded.transfer], coded.isFullRange)
    }

    private var box: Certificate.Promise {
        let promise = Certificate.Promise(
            "colour-box", .colour, "… in the container (colr)", bar: Self.bar)
        guard video.isInMovie else { return promise.lacking("for MP4 and QuickTime only") }
        guard let box = video.containerColor else { return promise.judged(false, "no colr box") }
        // QuickTime's form of the box has no range, which is limited then.
        return judged(
            promise, [box.matrix, box.primaries, box.transfer], box.isFullRange ?? false)
    }

    private func judged(
        _ promise: Certificate.Promise, _ names: [String?], _ isFullRange: Bool?
    ) -> Certificate.Promise {
        let tags = names.map { $0 ?? "untagged" }
        let range = isFullRange.map { $0 ? "full" : "limited" } ?? "untagged"
        return promise.judged(
            tags.allSatisfy { $0 == "bt709" } && range == "limited",
            Set(tags).sorted().joined(separator: ", ") + ", \(range)")
    }

    private var light: Certificate.Promise {
        let promise = Certificate.Promise(
            "sdr", .colour, "Standard dynamic range", bar: "neither PQ nor HLG nor BT.2020")
        let tags = [video.transfer, video.primaries, coded?.transfer, coded?.primaries]
            .compactMap { $0 }
        let wide = Set(tags).intersection(["smpte2084", "arib-std-b67", "bt2020"])
        return promise.judged(
            wide.isEmpty, wide.isEmpty ? "yes" : wide.sorted().joined(separator: ", "))
    }
}
