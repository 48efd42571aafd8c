import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of a form while they are sent: nothing but one piece of the file is in memory.
///
/// A request sends it from one thread.
final class MultipartStream: InputStream {
    private var before: ArraySlice<UInt8>
    private var after: ArraySlice<UInt8>
    private var left: Int
    private let path: String
    private var handle: FileHandle?
    private var state = Stream.Status.notOpen
    private var failure: (any Error)?

    /// Told how much of the file was read.
    private let sending: (@Sendable (Int) -> Void)?
    private let size: Int

    init(_ form: MultipartFile, sending: (@Sendable (Int) -> Void)? = nil) {
        self.sending = sending
        size = form.size
        before = form.prologue[...]
        after = form.epilogue[...]
        left = form.size
        path = form.file.path
        super.init(data: Data())
    }

    override func open() {
        do {
            handle = try FileHandle(forReadingFrom: URL(filePath: path))
            state = .open
        } catch {
            fail(error)
        }
    }

    override func close() {
        handle = nil
        state = .closed
    }

    override var streamStatus: Stream.Status { state }
    override var streamError: (any Error)? { failure }

    override var hasBytesAvailable: Bool {
        state == .open && (!before.isEmpty || left > 0 || !after.isEmpty)
    }

    override func getBuffer(
        _ buffer: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>,
        length: UnsafeMutablePointer<Int>
    ) -> Bool { false }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
        guard state == .open else { return state == .error ? -1 : 0 }
        if !before.isEmpty { return take(&before, buffer, maxLength) }
        if left > 0 { return readFile(buffer, min(maxLength, left)) }
        let count = take(&after, buffer, maxLength)
        if after.isEmpty { state = .atEnd }
        return count
    }

    private func take(
        _ bytes: inout ArraySlice<UInt8>, _ buffer: UnsafeMutablePointer<UInt8>, _ most: Int
    ) -> Int {
        let count = min(most, bytes.count)
        for (place, byte) in bytes.prefix(count).enumerated() { buffer[place] = byte }
        bytes = bytes.dropFirst(count)
        return count
    }

    private func readFile(_ buffer: UnsafeMutablePointer<UInt8>, _ most: Int) -> Int {
        guard let handle else { return -1 }
        #if canImport(Darwin)
            let count = Darwin.read(handle.fileDescriptor, buffer, most)
        #elseif canImport(Musl)
            let count = Musl.read(handle.fileDescriptor, buffer, most)
        #else
            let count = Glibc.read(handle.fileDescriptor, buffer, most)
        #endif
        // A file that became shorter meanwhile would leave a form that is not whole.
        guard count > 0 else {
            fail(CocoaError(.fileReadUnknown))
            return -1
        }
        left -= count
        sending?(size - left)
        return count
    }

    private func fail(_ error: any Error) {
        failure = error
        state = .error
    }
}
