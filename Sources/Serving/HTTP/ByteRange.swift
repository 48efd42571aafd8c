import Foundation

/// What of a file a `Range` field asks for (RFC 9110, 14.2).
enum ByteRange: Hashable, Sendable {
    case whole
    case part(Range<Int>)
    /// No byte of the file is in it.
    case none

    /// Several ranges, other units and what can't be read give the whole, as the RFC allows.
    init(_ field: String?, size: Int) {
        self = .whole
        guard let field, field.lowercased().hasPrefix("bytes=") else { return }
        let parts = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            !(parts[0].isEmpty && parts[1].isEmpty)
        else { return }
        let (first, last) = (Int(parts[0]) ?? .max, Int(parts[1]) ?? .max)
        if parts[0].isEmpty {
            self = last == 0 || size == 0 ? .none : .part(max(size - last, 0)..<size)
        } else if first >= size {
            self = .none
        } else if last >= first {
            self = .part(first..<min(last, size - 1) + 1)
        }
    }
}
