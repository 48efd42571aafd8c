import Foundation

/// A three-dimensional colour table as `.cube` files hold it (Adobe, "Cube LUT Specification" 1.0).
package struct ColorTable: Hashable, Sendable {
    /// The number of entries along each axis, 2...65.
    package let size: Int

    /// The red, green and blue that the first and the last entry of each axis stand for.
    package let lowest: SIMD4<Float>
    package let highest: SIMD4<Float>

    /// Red, green and blue (and nothing) of each entry; red varies fastest, then green.
    package let entries: [SIMD4<Float>]

    /// The largest table; programs that grade write 17, 33 or 65.
    package static let largestSize = 65

    /// A table of the largest size has some 8 MB.
    private static let largestFile = 32 << 20

    /// Reads the table of a file.
    ///
    /// - Throws: where the file can't be read or is no three-dimensional table of a size in range.
    package static func read(path: String) throws(MediaError) -> ColorTable {
        func failure(_ reason: String) -> MediaError {
            MediaError("read the colour table", path: path, reason: reason)
        }
        let bytes: Data
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            bytes = try handle.read(upToCount: largestFile + 1) ?? Data()
        } catch {
            let isMissing = !FileManager.default.fileExists(atPath: path)
            throw failure(isMissing ? "no such file" : error.localizedDescription)
        }
        guard bytes.count <= largestFile else { throw failure("it is larger than 32 MB") }
        var parser = ColorTableParser()
        for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            if let reason = parser.add(line) { throw failure(reason) }
        }
        switch parser.finished() {
        case .success(let table): return table
        case .failure(let reason): throw failure(reason.description)
        }
    }

    /// Whether the file at `path` begins as a table does, whatever its name.
    package static func isLikely(path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        guard let start = try? file.read(upToCount: 4096) else { return false }
        return start.firstRange(of: Data("LUT_3D_SIZE".utf8)) != nil
    }

    fileprivate init(
        size: Int, lowest: SIMD4<Float>, highest: SIMD4<Float>, entries: [SIMD4<Float>]
    ) {
        (self.size, self.lowest, self.highest, self.entries) = (size, lowest, highest, entries)
    }
}

/// Takes a `.cube` file line by line.
private struct ColorTableParser {
    private var size: Int?
    private var lowest = SIMD4<Float>(0, 0, 0, 0)
    private var highest = SIMD4<Float>(1, 1, 1, 1)
    private var entries: [SIMD4<Float>] = []
    private var number = 0

    /// Why a file is no table.
    struct Reason: Error, CustomStringConvertible {
        var description: String
    }

    /// Takes the next line that is not empty; returns what is wrong with it.
    mutating func add(_ line: Data.SubSequence) -> String? {
        number += 1
        let words = line.split { $0 == 32 || $0 == 9 }.map { String(decoding: $0, as: UTF8.self) }
        guard let first = words.first, !first.hasPrefix("#") else { return nil }
        switch first {
        case "LUT_3D_SIZE": return setSize(words)
        case "LUT_1D_SIZE":
            return "it is a one-dimensional table; a three-dimensional one is needed"
        case "DOMAIN_MIN": return set(words.dropFirst(), to: \.lowest)
        case "DOMAIN_MAX": return set(words.dropFirst(), to: \.highest)
        case _ where first.first?.isLetter ?? false && Float(first) == nil: return nil  // A title.
        default: return addEntry(words)
        }
    }

    private mutating func setSize(_ words: [String]) -> String? {
        guard words.count == 2, let size = Int(words[1]), (2...ColorTable.largestSize) ~= size
        else { return "LUT_3D_SIZE must be 2 to \(ColorTable.largestSize)" }
        self.size = size
        return nil
    }

    private mutating func set(
        _ words: some Sequence<String>, to bound: WritableKeyPath<Self, SIMD4<Float>>
    ) -> String? {
        guard let color = Self.color(Array(words)) else { return "a domain needs three numbers" }
        self[keyPath: bound] = color
        return nil
    }

    private mutating func addEntry(_ words: [String]) -> String? {
        guard let color = Self.color(words) else {
            return "entry \(entries.count + 1) is not three numbers"
        }
        guard let size, entries.count < size * size * size else {
            return size == nil ? "it has no LUT_3D_SIZE" : "it has too many entries"
        }
        entries.append(color)
        return nil
    }

    private static func color(_ words: [String]) -> SIMD4<Float>? {
        let numbers = words.compactMap { Float($0) }.filter { abs($0) <= 1000 }
        guard words.count == 3, numbers.count == 3 else { return nil }
        return SIMD4(numbers[0], numbers[1], numbers[2], 0)
    }

    func finished() -> Result<ColorTable, Reason> {
        guard let size else { return .failure(Reason(description: "it has no LUT_3D_SIZE")) }
        let count = size * size * size
        guard entries.count == count else {
            let reason = "it has \(entries.count) entries, \(count) are needed"
            return .failure(Reason(description: reason))
        }
        let span = highest - lowest
        guard span.x > 1e-6, span.y > 1e-6, span.z > 1e-6 else {
            return .failure(Reason(description: "its domain is empty"))
        }
        return .success(
            ColorTable(size: size, lowest: lowest, highest: highest, entries: entries))
    }
}
