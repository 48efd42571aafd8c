import Media

/// What the samples of both files mean.
struct SampleCodings: Hashable, Sendable {
    var a: SampleCoding
    var b: SampleCoding

    /// What both files say; where one says nothing, players' guess: BT.709 from 720 lines on, and
    /// below what the other file says, so that a mix-up shows.
    init(_ files: Comparison.Files, heightA: Int, heightB: Int) {
        func matrix(_ facts: FileFacts) -> SampleCoding.Matrix? {
            facts.matrix.flatMap { SampleCoding.Matrix(libavName: $0) }
        }
        func coding(_ own: FileFacts, _ height: Int, _ other: FileFacts)
            -> SampleCoding
        {
            let guess = height >= 720 ? .bt709 : matrix(other) ?? .bt709
            return SampleCoding(
                matrix: matrix(own) ?? guess, isFullRange: own.full_range ?? false)
        }
        a = coding(files.a, heightA, files.b)
        b = coding(files.b, heightB, files.a)
    }

    /// B's samples are compared as A would have stored what they show.
    var recoding: VideoScan.Recoding? { a == b ? nil : VideoScan.Recoding(from: b, to: a) }

    /// What both codings are where they differ and are no mistake for that.
    var finding: Comparison.Finding? {
        guard a != b else { return nil }
        func name(_ coding: SampleCoding) -> String {
            let matrix = "BT." + coding.matrix.rawValue.dropFirst(2)
            return "\(matrix), \(coding.isFullRange ? "full" : "limited") range"
        }
        return Comparison.Finding(
            a.matrix != b.matrix ? .matrix : .range, .info,
            "A is coded in \(name(a)), B in \(name(b)), and both say so: they are compared as shown"
        )
    }
}
