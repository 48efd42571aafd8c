import Foundation
import Media
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Memory follows what is asked for, not what the file holds.
struct LargePictureTests {
    /// Runs in a process of its own: other tests would raise the peak.
    @Test func aStreamedPNGTakesLittleMemory() async {
        await #expect(processExitsWith: .success) {
            guard let ffmpeg = Tool.find("ffmpeg") else { return }
            let folder = try TemporaryFolder()
            let path = folder.path("large.png")
            let made = try Tool.run(
                ffmpeg,
                [
                    "-v", "error", "-f", "lavfi", "-i", "color=c=0x204060:s=6000x6000", "-frames:v",
                    "1", "-pix_fmt", "rgba64be", "-pred", "none", "-compression_level", "1", path,
                ])
            #expect(made.status == 0)
            let before = peakMegabytes()
            let reader = try PictureReader(path: path)
            var row = [UInt16](repeating: 0, count: 4 * reader.rowWidth)
            for _ in 0..<reader.rowCount {
                try row.withUnsafeMutableBufferPointer { try reader.readRow(into: $0) }
            }
            #expect(reader.rowCount == 6000)
            #expect(isClose(row.suffix(4).map { Int($0 >> 8) }, [32, 64, 96, 255], tolerance: 2))
            #expect(peakMegabytes() - before < 40)
        }
    }

    @Test func aHugeJPEGIsDecodedSmallerOnlyWhereTheCallerCanSpareIt() throws {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("huge.jpg")
        let made = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-f", "lavfi", "-i", "color=c=gray:s=8000x6200", "-frames:v", "1",
                "-pix_fmt", "gray", path,
            ])
        #expect(made.status == 0)
        for (shrink, width) in [
            (1.0, 8000), (2, 8000), (3.9, 5000), (4, 4000), (8, 2000), (100, 1000),
        ] {
            let reader = try PictureReader(path: path, largestShrink: shrink)
            #expect(reader.rowWidth == width)
            #expect(reader.rowCount == 6200 * width / 8000)
            #expect(reader.info.width == 8000)
        }
    }
}

/// The largest resident size of this process so far.
private func peakMegabytes() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    #else
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss / 1_048_576
    #endif
}
