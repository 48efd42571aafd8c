import Foundation
import Media
import TestSupport
import Testing

@testable import Rendering

/// A stored picture that a frame must look like.
struct Golden {
    var name: String

    /// A channel may differ by so much, no pixel by more.
    private static let tolerance = 1

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Goldens")

    private var path: String { Self.folder.appending(path: "\(name).png").path }

    /// Compares `actual` with the stored picture; with RECORD_GOLDENS=1 stores it, and fails.
    func expect(_ actual: RGBPicture) throws {
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try write(actual, to: path)
            Issue.record("recorded \(name).png: look at it, then run without RECORD_GOLDENS")
            return
        }
        guard FileManager.default.fileExists(atPath: path) else {
            Issue.record("there is no \(name).png; record it with RECORD_GOLDENS=1")
            return
        }
        let expected = try read(path)
        guard expected.width == actual.width, expected.height == actual.height else {
            Issue.record("\(name).png has another size")
            return
        }
        let worst = zip(expected.pixels, actual.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
        guard worst > Self.tolerance else { return }
        let report = FileManager.default.temporaryDirectory.appending(path: "golden-\(name).png")
        try write(sideBySide(expected, actual), to: report.path)
        Issue.record("\(name) differs by up to \(worst): see \(report.path)")
    }

    /// What was expected, the difference times 16 around grey, what came.
    private func sideBySide(_ expected: RGBPicture, _ actual: RGBPicture) -> RGBPicture {
        var difference = expected
        for index in difference.pixels.indices {
            let delta = Int(actual.pixels[index]) - Int(expected.pixels[index])
            difference.pixels[index] = UInt8(min(max(128 + 16 * delta, 0), 255))
        }
        var sheet = RGBPicture(
            width: 3 * expected.width, height: expected.height, gray: 0)
        for (number, part) in [expected, difference, actual].enumerated() {
            sheet.place(part, x: number * expected.width, y: 0)
        }
        return sheet
    }

    private func write(_ picture: RGBPicture, to path: String) throws {
        try PNGWriter.write(
            pixels: picture.pixels, width: picture.width, height: picture.height, channels: 3,
            to: path)
    }

    private func read(_ path: String) throws -> RGBPicture {
        let reader = try PictureReader(path: path)
        var picture = RGBPicture(width: reader.rowWidth, height: reader.rowCount, gray: 0)
        var row = [UInt16](repeating: 0, count: 4 * reader.rowWidth)
        for y in 0..<reader.rowCount {
            try row.withUnsafeMutableBufferPointer { try reader.readRow(into: $0) }
            for x in 0..<reader.rowWidth {
                for channel in 0..<3 {
                    picture.pixels[3 * (y * picture.width + x) + channel] =
                        UInt8(row[4 * x + channel] >> 8)
                }
            }
        }
        return picture
    }
}
