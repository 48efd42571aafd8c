/// The assertion c2pa.hash.data: a digest of the file without some ranges (C2PA, "Data hash").
struct DataHash {
    /// Byte ranges that are left out, because the manifest itself stands there; sorted by start.
    var exclusions: [Range<Int>]

    var algorithm: String
    var digest: [UInt8]

    /// The most ranges that are read.
    static let mostExclusions = 1024

    /// Reads the assertion; nil where it has no digest or its ranges are none.
    init?(_ assertion: CBOR, claimAlgorithm: String?) {
        guard let digest = assertion["hash"]?.bytes else { return nil }
        let items = assertion["exclusions"]?.items ?? []
        let ranges = items.prefix(Self.mostExclusions).compactMap(Self.range)
        guard ranges.count == items.count else { return nil }
        self.digest = digest
        algorithm = assertion["alg"]?.text ?? claimAlgorithm ?? "sha256"
        exclusions = ranges.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Returns whether `file` without the ranges has this digest; nil where the algorithm is not
    /// known or the ranges leave out more than the store of `storeSize` bytes needs.
    ///
    /// Ranges are written by whoever wrote the file: if they covered the picture, a match would
    /// mean nothing.
    func fits(_ file: [UInt8], storeSize: Int) -> Bool? {
        // A JPEG repeats 20 bytes of header in each segment of 64 KiB; PNG and WebP need 12.
        let allowance = storeSize + storeSize / 64 + 4096
        let kept = keptRanges(of: file.count)
        let left = kept.reduce(file.count) { $0 - $1.count }
        guard left <= allowance else { return nil }
        return HashMathematics.digest(kept.map { file[$0] }, algorithm: algorithm)
            .map { $0 == digest }
    }

    private func keptRanges(of size: Int) -> [Range<Int>] {
        var kept: [Range<Int>] = []
        var index = 0
        for range in exclusions where range.upperBound > index {
            let start = min(range.lowerBound, size)
            if start > index { kept.append(index..<start) }
            index = min(range.upperBound, size)
        }
        if index < size { kept.append(index..<size) }
        return kept
    }

    private static func range(_ item: CBOR) -> Range<Int>? {
        guard let start = item["start"]?.integer, let length = item["length"]?.integer,
            start >= 0, length >= 0
        else { return nil }
        let (end, overflow) = start.addingReportingOverflow(length)
        return overflow ? nil : start..<end
    }
}
