import FlyingFox
import FlyingSocks
import Foundation
import Testing
import VideoAPI

@testable import Serving

/// Bytes that come in pieces of one size.
struct Pieces: AsyncBufferedSequence {
    typealias Element = UInt8
    let bytes: [UInt8]
    let size: Int

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes[...], size: size) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var rest: ArraySlice<UInt8>
        let size: Int

        mutating func next() async throws -> UInt8? { rest.popFirst() }

        mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
            guard !rest.isEmpty else { return nil }
            defer { rest = rest.dropFirst(size) }
            return rest.prefix(size)
        }
    }
}

@Suite struct MultipartTests {
    @Test(arguments: [1, 2, 3, 7, 64, 5000, 200_000])
    func partsAreTheSameInPiecesOfAnySize(size: Int) async throws {
        // A delimiter that almost begins again and again, and an empty part.
        let first = String(repeating: "\r\n--edg\r\n--ed", count: 9000)
        let text =
            "preamble\r\n--edge  \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\(first)"
            + "\r\n--edge\r\ncontent-disposition: form-data; name=b; filename=\"x \\\"y\\\".png\""
            + "\r\nContent-Type: image/png\r\n\r\n\r\n--edge\r\n\r\nbare\r\n--edge--epilogue"
        let bytes = Array(text.utf8)
        let body = RequestBody(
            HTTPBodySequence(from: Pieces(bytes: bytes, size: size), count: bytes.count),
            seconds: 600)
        let reader = try MultipartReader(body, contentType: "multipart/form-data; boundary=edge")
        var found: [(MultipartReader.Part, String)] = []
        while let part = try await reader.nextPart() {
            var data = Data()
            while let piece = try await reader.nextBytes() { data += piece }
            found.append((part, String(decoding: data, as: UTF8.self)))
        }
        #expect(found.map(\.0.name) == ["a", "b", ""])
        #expect(found.map(\.0.filename) == [nil, "x \"y\".png", nil])
        #expect(found.map(\.0.contentType) == [nil, "image/png", nil])
        #expect(found.map(\.1) == [first, "", "bare"])
    }

    @Test func whatIsLeftOfAPartIsSkipped() async throws {
        let text = "--e\r\n\r\none\r\n--e\r\n\r\ntwo\r\n--e--"
        let body = RequestBody(HTTPBodySequence(data: Data(text.utf8)), seconds: 600)
        let reader = try MultipartReader(body, contentType: "multipart/form-data;boundary=\"e\"")
        _ = try await reader.nextPart()
        _ = try await reader.nextPart()
        #expect(try await reader.nextBytes() == Data("two".utf8))
        #expect(try await reader.nextPart() == nil)
    }
}
