import Foundation
import Networking

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is being loaded, hidden beside its place until it is whole.
///
/// One task writes it.
final class Download {
    let temporary: URL
    private let place: URL
    private let handle: FileHandle
    private(set) var count = 0
    /// Bytes of the whole file, once the service told.
    private(set) var total: Int?
    /// What says that the file is still the same: its ETag, or its date.
    private(set) var validator: String?

    init(to place: URL) throws(ClientProblem) {
        self.place = place
        temporary = place.deletingLastPathComponent()
            .appending(path: ".\(place.lastPathComponent)-\(UUID().uuidString).part")
        let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .local("\(place.path) can't be written: \(String(cString: strerror(errno)))")
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// The headers that ask for what is missing; none at the start.
    var resuming: [String: String] {
        guard count > 0, let validator else { return [:] }
        return ["Range": "bytes=\(count)-", "If-Range": validator]
    }

    /// Takes the head of an answer: goes on where it continues the file, else starts anew.
    func begin(_ answer: TransportAnswer) throws(ClientProblem) {
        let range = Self.range(answer.headers["content-range"])
        if answer.status == 206, let range, range.start == count {
            total = range.total ?? total
            return
        }
        try restart()
        // A part that was not asked for, or from elsewhere, is no whole file.
        total = answer.status == 200 ? answer.headers["content-length"].flatMap { Int($0) } : nil
        validator = Self.validator(answer.headers)
    }

    func restart() throws(ClientProblem) {
        do {
            try handle.truncate(atOffset: 0)
            count = 0
        } catch {
            throw .local("\(place.path) can't be written: \(error.localizedDescription)")
        }
    }

    func write(_ chunk: [UInt8]) throws(ClientProblem) {
        do {
            try handle.write(contentsOf: chunk)
            count += chunk.count
        } catch {
            throw .local("\(place.path) can't be written: \(error.localizedDescription)")
        }
    }

    /// Puts the file in its place, which holds the old file or the whole new one at any time.
    func finish() throws(ClientProblem) {
        do {
            try handle.synchronize()
            try handle.close()
        } catch {
            throw .local("\(place.path) can't be written: \(error.localizedDescription)")
        }
        guard rename(temporary.path, place.path) == 0 else {
            throw .local("\(place.path) can't be written: \(String(cString: strerror(errno)))")
        }
    }

    func discard() { unlink(temporary.path) }

    /// A weak ETag is no proof that bytes are the same (RFC 9110, 13.1.5).
    private static func validator(_ headers: [String: String]) -> String? {
        if let tag = headers["etag"], !tag.hasPrefix("W/") { return tag }
        return headers["last-modified"]
    }

    /// `bytes START-END/TOTAL`.
    static func range(_ text: String?) -> (start: Int, total: Int?)? {
        guard let text, text.lowercased().hasPrefix("bytes ") else { return nil }
        let parts = text.dropFirst(6).split(separator: "/")
        guard parts.count == 2, let first = parts[0].split(separator: "-").first,
            let start = Int(first)
        else { return nil }
        return (start, Int(parts[1]))
    }
}
