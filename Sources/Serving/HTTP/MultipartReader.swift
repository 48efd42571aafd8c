import Foundation
import VideoAPI

/// Reads `multipart/form-data` (RFC 7578) as it arrives: part after part, and each in pieces.
final class MultipartReader {
    /// The name of a form field, of the file in it, and the kind that it claims to be.
    struct Part: Hashable {
        var name = ""
        var filename: String?
        var contentType: String?
    }

    private static let longestHeader = 8192
    private static let longestPiece = 65536

    private let body: RequestBody
    private let delimiter: Data
    private var buffer = Data("\r\n".utf8)
    private var place = Place.before

    private enum Place { case before, inPart, between, atEnd }

    /// - Throws: `badRequest` where the content type names no boundary.
    init(_ body: RequestBody, contentType: String) throws(APIFailure) {
        guard let boundary = Self.parameter("boundary", of: contentType),
            (1...70).contains(boundary.utf8.count)
        else { throw APIFailure(.badRequest, "the multipart request names no boundary") }
        self.body = body
        delimiter = Data("\r\n--\(boundary)".utf8)
    }

    /// Returns the next part, after skipping what is left of the one before; nil at the end.
    func nextPart() async throws(APIFailure) -> Part? {
        while place == .before || place == .inPart { _ = try await piece() }
        guard place == .between else { return nil }
        place = .inPart
        return try await header()
    }

    /// Returns the next bytes of the part; nil at its end.
    func nextBytes() async throws(APIFailure) -> Data? {
        place == .inPart ? try await piece() : nil
    }

    /// What comes before the next delimiter; nil once that is passed.
    private func piece() async throws(APIFailure) -> Data? {
        var search = ByteSearch(for: delimiter)
        while true {
            if let found = search.first(in: buffer) {
                let bytes = Data(buffer[..<found])
                guard bytes.isEmpty else {
                    buffer = Data(buffer[found...])
                    return bytes
                }
                buffer = Data(buffer.dropFirst(delimiter.count))
                try await passDelimiter()
                return nil
            }
            if buffer.count >= Self.longestPiece {
                let bytes = Data(buffer.dropLast(delimiter.count))
                buffer = Data(buffer.suffix(delimiter.count))
                return bytes
            }
            try await fill()
        }
    }

    /// After a boundary: `--` ends all, a line break begins a part.
    private func passDelimiter() async throws(APIFailure) {
        while buffer.count < 2 { try await fill() }
        if buffer.starts(with: Data("--".utf8)) {
            place = .atEnd
            return
        }
        place = .between
        while buffer.range(of: Data("\r\n".utf8)) == nil {
            guard buffer.count < 256 else { throw Self.broken }
            try await fill()
        }
        guard let end = buffer.range(of: Data("\r\n".utf8)),
            buffer[..<end.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
        else { throw Self.broken }
        // The break stays: a part without any header begins with its empty line.
        buffer = Data(buffer[end.lowerBound...])
    }

    private func header() async throws(APIFailure) -> Part {
        let end = Data("\r\n\r\n".utf8)
        while buffer.range(of: end) == nil {
            guard buffer.count <= Self.longestHeader else { throw Self.broken }
            try await fill()
        }
        guard let found = buffer.range(of: end) else { throw Self.broken }
        let text = String(decoding: buffer[..<found.lowerBound], as: UTF8.self)
        buffer = Data(buffer[found.upperBound...])
        return Self.part(text)
    }

    private func fill() async throws(APIFailure) {
        guard let bytes = try await body.next() else { throw Self.broken }
        buffer.append(bytes)
    }

    private static var broken: APIFailure {
        APIFailure(.badRequest, "the multipart body is broken or ends too early")
    }

    private static func part(_ header: String) -> Part {
        var part = Part()
        for line in header.components(separatedBy: "\r\n") {
            let name = line.prefix { $0 != ":" }.lowercased()
            if name == "content-disposition" {
                part.name = parameter("name", of: line) ?? ""
                part.filename = parameter("filename", of: line)
            } else if name == "content-type" {
                part.contentType = line.dropFirst(name.count + 1)
                    .trimmingCharacters(in: .whitespaces)
            }
        }
        return part
    }

    /// Returns the value of `key=VALUE` or `key="VALUE"` behind a semicolon.
    static func parameter(_ key: String, of field: String) -> String? {
        var rest = field[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard rest.lowercased().hasPrefix(key + "=") else { continue }
            return value(rest.dropFirst(key.count + 1))
        }
        return nil
    }

    private static func value(_ text: Substring) -> String {
        guard text.first == "\"" else {
            return text.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
        }
        var (value, isEscaped) = ("", false)
        for character in text.dropFirst() {
            if isEscaped {
                value.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                break
            } else {
                value.append(character)
            }
        }
        return value
    }
}
