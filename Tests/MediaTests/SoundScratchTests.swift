import Foundation
import TestSupport
import Testing

@testable import Media

@Suite struct SoundScratchTests {
    @Test func whatWasNotWrittenReadsAsZeros() throws {
        let file = try ScratchFile()
        try [UInt8]([1, 2, 3]).withUnsafeBytes { try file.write($0, at: 4) }
        var bytes = [UInt8](repeating: 9, count: 10)
        try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
        #expect(bytes == [0, 0, 0, 0, 1, 2, 3, 0, 0, 0])
    }

    @Test func theFileHasNoName() throws {
        let folder = try TemporaryFolder()
        let file = try ScratchFile(in: folder.url.path)
        try [UInt8]([1]).withUnsafeBytes { try file.write($0, at: 0) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test func aFolderThatIsNotThereIsAnErrorThatNamesIt() {
        let error = #expect(throws: MediaError.self) { try ScratchFile(in: "/none/at/all") }
        #expect(error?.path == "/none/at/all")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func aFullDiskIsAnErrorThatSaysWhatToDo() {
        let file = ScratchFile(owning: open("/dev/full", O_RDWR))
        let error = #expect(throws: MediaError.self) {
            try [UInt8](repeating: 1, count: 10).withUnsafeBytes { try file.write($0, at: 0) }
        }
        #expect(error?.reason.contains("TMPDIR") == true)
    }
}
