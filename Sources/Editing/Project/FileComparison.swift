import Foundation

/// Two files that may hold the same bytes.
struct FileComparison {
    private let a: URL
    private let b: URL

    init(_ a: URL, _ b: URL) {
        self.a = a
        self.b = b
    }

    /// Whether they do; read in pieces, since films are large.
    func isEqual() throws -> Bool {
        guard let size = try Self.size(a), try size == Self.size(b) else { return false }
        let (first, second) = (
            try FileHandle(forReadingFrom: a), try FileHandle(forReadingFrom: b)
        )
        while true {
            let piece = try first.read(upToCount: 1 << 20) ?? Data()
            guard try piece == second.read(upToCount: 1 << 20) ?? Data() else { return false }
            if piece.isEmpty { return true }
        }
    }

    /// Nil for what is no plain file.
    private static func size(_ file: URL) throws -> Int? {
        let path = file.resolvingSymlinksInPath().path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        guard attributes[.type] as? FileAttributeType == .typeRegular else { return nil }
        return (attributes[.size] as? NSNumber)?.intValue
    }
}
