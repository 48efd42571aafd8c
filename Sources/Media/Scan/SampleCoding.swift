/// How colours became stored samples: luma's weights and the range of values.
package struct SampleCoding: Hashable, Sendable {
    /// ITU-T H.273, table 4; raw values are libswscale's names.
    package enum Matrix: String, Hashable, Sendable {
        case bt601, bt709, bt2020

        /// What libav calls `name`; nil for none of these.
        package init?(libavName name: String) {
            switch name {
            case "bt709": self = .bt709
            case "bt470bg", "smpte170m": self = .bt601
            case "bt2020nc", "bt2020c": self = .bt2020
            default: return nil
            }
        }
    }

    package var matrix: Matrix
    package var isFullRange: Bool

    /// What our exports have.
    package static let ofExports = SampleCoding(matrix: .bt709, isFullRange: false)

    package init(matrix: Matrix, isFullRange: Bool) {
        self.matrix = matrix
        self.isFullRange = isFullRange
    }

    /// What a file says; what it leaves open counts as ours.
    package init(_ video: StoredFile.Video) {
        matrix = video.matrix.flatMap { Matrix(libavName: $0) } ?? .bt709
        isFullRange = video.isFullRange ?? false
    }
}

extension VideoScan {
    /// Samples that mean something else than is wanted, and what they shall mean.
    package struct Recoding: Hashable, Sendable {
        package var from: SampleCoding
        package var to: SampleCoding

        package init(from: SampleCoding, to: SampleCoding) {
            self.from = from
            self.to = to
        }

        /// Options of libavfilter's `scale`; stored values stay what they are where both are equal.
        var options: String {
            func name(_ coding: SampleCoding) -> String { coding.isFullRange ? "pc" : "tv" }
            // Without these, luma comes out a value too low where colours are coded anew.
            let exact = from == to ? "" : "+accurate_rnd+full_chroma_int"
            return "flags=area\(exact):in_color_matrix=\(from.matrix.rawValue)"
                + ":out_color_matrix=\(to.matrix.rawValue)"
                + ":in_range=\(name(from)):out_range=\(name(to))"
        }
    }
}

extension Orientation {
    /// libavfilter's filters that turn a stored picture upright.
    var filters: [(name: String, arguments: String)] {
        switch self {
        case .upright: []
        case .mirrored: [("hflip", "")]
        case .upsideDown: [("hflip", ""), ("vflip", "")]
        case .mirroredUpsideDown: [("vflip", "")]
        case .mirroredLeft: [("transpose", "cclock_flip")]
        case .right: [("transpose", "clock")]
        case .mirroredRight: [("transpose", "clock_flip")]
        case .left: [("transpose", "cclock")]
        }
    }
}
