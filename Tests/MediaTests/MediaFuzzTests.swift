import Foundation
import Media
import TestSupport
import Testing

/// Media files of every kind with random damage: what can be read of them, or an error.
///
/// `FUZZ_COUNT` sets how many files are tried, `FUZZ_START` the first one's number; `FUZZ_SAVE` is
/// where the last one is kept for a closer look.
struct MediaFuzzTests {
    @Test func damagedMediaGiveFramesAndSoundOrAnError() throws {
        MediaLibraries.prepareProcess()
        let environment = ProcessInfo.processInfo.environment
        let count = environment["FUZZ_COUNT"].flatMap { Int($0) } ?? 150
        let start = environment["FUZZ_START"].flatMap { Int($0) } ?? 0
        let corpus = try Self.corpus()
        guard !corpus.isEmpty else { return }
        let folder = try TemporaryFolder()
        let path = environment["FUZZ_SAVE"] ?? folder.path("damaged")
        let before = Self.mostMemory
        var slowest = (number: 0, time: Duration.zero)
        var hungriest = (number: 0, growth: 0)
        var read = 0
        for number in start..<start + count {
            try Data(Damage(number).applied(to: corpus)).write(to: URL(filePath: path))
            if environment["FUZZ_TRACE"] != nil { print("file \(number)") }
            let held = Self.mostMemory
            let time = ContinuousClock().measure { if Self.reads(path) { read += 1 } }
            if time > slowest.time { slowest = (number, time) }
            let growth = Self.mostMemory - held
            if growth > hungriest.growth { hungriest = (number, growth) }
        }
        #expect(slowest.time < .seconds(10), "file \(slowest.number)")
        #expect(Self.mostMemory - before < 1_000_000, "kilobytes")
        // Much damage is behind the header: else nothing would be decoded at all.
        #expect(read * 4 > count)
        if environment["FUZZ_COUNT"] != nil {
            print(
                "\(read) of \(count) read; slowest: number \(slowest.number), \(slowest.time); "
                    + "memory grew by \((Self.mostMemory - before) / 1000) MB, "
                    + "by \(hungriest.growth / 1000) MB with number \(hungriest.number)")
        }
    }

    /// Reads the first ten frames and the first second of sound; false where there is neither.
    private static func reads(_ path: String) -> Bool {
        let picture = (try? MediaKind.of(path: path)).map { shows(path, as: $0) } ?? false
        return hears(path) || picture
    }

    private static func shows(_ path: String, as kind: MediaKind) -> Bool {
        do {
            switch kind {
            case .film: try play(path)
            case .picture: try look(path)
            case .sound: return false
            }
            return true
        } catch {
            return false  // An error is as good: that it comes back is what counts.
        }
    }

    private static func play(_ path: String) throws {
        let info = try FilmInfo.read(path: path)
        #expect(info.width > 0 && info.height > 0 && info.end > info.start)
        let reader = try FilmReader(path: path)
        for index in 0..<10 { _ = try reader.frame(at: Double(index) / 25) }
        // Elsewhere, and back.
        _ = try reader.frame(at: info.end * 0.7)
        _ = try reader.frame(at: info.start)
    }

    private static func look(_ path: String) throws {
        let reader = try PictureReader(path: path)
        let row = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: 4 * reader.rowWidth)
        defer { row.deallocate() }
        for _ in 0..<reader.rowCount { try reader.readRow(into: row) }
    }

    private static func hears(_ path: String) -> Bool {
        do {
            let info = try SoundInfo.read(path: path)
            let store = try PCMStore(decoding: path, window: 0..<48_000)
            #expect(info.sampleCount > 0)
            return try store.block(at: 0, count: 48_000).left.allSatisfy(\.isFinite)
        } catch {
            return false
        }
    }

    /// The most memory that the process has held so far, in kilobytes; 0 where the system does not
    /// tell.
    private static var mostMemory: Int {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }

    /// All shared pictures, films and sounds.
    private static func corpus() throws -> [[UInt8]] {
        guard let folder = Fixtures.shared("media") else { return [] }
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let known = ["images", "video", "audio", "third_party"]
        return try (files?.allObjects as? [URL] ?? [])
            .filter { url in known.contains { url.path.contains("/media/\($0)/") } }
            .sorted { $0.path < $1.path }
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .map { try [UInt8](Data(contentsOf: $0)) }
            .filter { !$0.isEmpty && $0.count < 150_000 }
    }
}
