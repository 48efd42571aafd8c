import Foundation

/// The bytes of a request's body while they are sent: of a file, nothing but one piece is in memory.
struct BodyReader {
    /// Bytes of the whole body.
    let length: Int
    private var before: ArraySlice<UInt8>
    private var after: ArraySlice<UInt8> = []
    private var file: FileHandle?
    private var left = 0
    private var size = 0
    /// Told how much of a file was read.
    private let sending: (@Sendable (Int) -> Void)?

    /// - Throws: where the file can't be opened.
    init(_ request: TransportRequest) throws {
        sending = request.sending
        switch request.body {
        case .none:
            (length, before) = (0, [])
        case .bytes(let bytes):
            (length, before) = (bytes.count, bytes[...])
        case .form(let form):
            (length, before, after) = (form.length, form.prologue[...], form.epilogue[...])
            (size, left) = (form.size, form.size)
            file = try FileHandle(forReadingFrom: form.file)
        }
    }

    /// Fills `buffer` as far as it goes; 0 at the end.
    ///
    /// - Throws: where the file can't be read, or became shorter: the body would not be whole.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if !before.isEmpty { return Self.take(&before, buffer) }
        if left > 0, let file {
            guard let piece = try file.read(upToCount: min(buffer.count, left)), !piece.isEmpty
            else { throw CocoaError(.fileReadUnknown) }
            piece.copyBytes(to: buffer)
            left -= piece.count
            sending?(size - left)
            return piece.count
        }
        return Self.take(&after, buffer)
    }

    private static func take(
        _ bytes: inout ArraySlice<UInt8>, _ buffer: UnsafeMutableRawBufferPointer
    ) -> Int {
        let piece = bytes.prefix(buffer.count)
        buffer.copyBytes(from: piece)
        bytes = bytes.dropFirst(piece.count)
        return piece.count
    }
}
