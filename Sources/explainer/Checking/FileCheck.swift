import Foundation
import Media
import Planning

/// All that was found out about a media file that was named itself.
struct FileCheck {
    var source: CheckedSource

    /// What is odd about it, as clauses without its name.
    var remarks: [String] = []

    /// Opens the file called `name`; `decodes` tells that all of it is decoded.
    init(_ name: String, decodes: Bool) {
        source = CheckedSource(
            path: URL(filePath: name).absoluteURL.standardizedFileURL.path, name: name)
        guard FileManager.default.fileExists(atPath: name) else {
            fail("there is no such file; check the name")
            return
        }
        do {
            let file = try FileInspector(decodesPictures: decodes).inspect(name)
            source.file = file
            remarks = file.warnings.map { Self.without(name, $0) }
            if decodes { remarks += try DecodingCheck.remarks(file, name) }
        } catch let error as MediaError {
            fail(error.reason)
        } catch {
            fail("\(error)")
        }
    }

    private mutating func fail(_ reason: String) {
        source.file = nil
        source.problem = reason
    }

    /// Some readers name the file themselves.
    private static func without(_ name: String, _ remark: String) -> String {
        remark.hasPrefix("\(name): ") ? String(remark.dropFirst(name.count + 2)) : remark
    }

    /// Whether the file called `name` is to be read as a draft: by its content, and for what is
    /// missing, empty or no media by its name.
    static func isDraft(_ name: String) -> Bool {
        let handle = FileHandle(forReadingAtPath: name)
        defer { try? handle?.close() }
        let start = (try? handle?.read(upToCount: 4096)) ?? Data()
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
        let first = start.first { !blanks.contains($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return true }
        return name.lowercased().hasSuffix(".json") && !Self.isMedia(name)
    }

    private static func isMedia(_ name: String) -> Bool { (try? MediaKind.of(path: name)) != nil }
}
