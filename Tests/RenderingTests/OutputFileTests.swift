import Foundation
import Media
import TestSupport
import Testing

@testable import Rendering

@Suite struct OutputFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path) }
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    private func text(at path: String) throws -> String {
        try String(contentsOf: URL(filePath: path), encoding: .utf8)
    }

    /// The reason why `path` can't be written to; empty where it can.
    private func refusal(_ path: String) -> String {
        do throws(MediaError) {
            _ = try OutputFile(path: path)
            return ""
        } catch {
            #expect(error.path == path)
            return error.reason
        }
    }

    @Test func aFileAppearsOnlyWhenItIsCommitted() throws {
        let path = folder.path("film.mp4")
        let output = try OutputFile(path: path)
        try write("new", to: output.temporaryPath)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(URL(filePath: output.temporaryPath).lastPathComponent.hasPrefix("."))
        try output.commit()
        #expect(try text(at: path) == "new")
        #expect(try names == ["film.mp4"])
    }

    @Test func afterAFailureNothingIsLeftAndTheOldFileIsKept() throws {
        let path = folder.path("film.mp4")
        try write("old", to: path)
        do {
            let output = try OutputFile(path: path)
            try write("half", to: output.temporaryPath)
            #expect(try names.count == 2)
        }
        #expect(try names == ["film.mp4"])
        #expect(try text(at: path) == "old")
    }

    @Test func committingReplacesTheOldFile() throws {
        let path = folder.path("film.mp4")
        try write("old", to: path)
        let output = try OutputFile(path: path)
        try write("new", to: output.temporaryPath)
        try output.commit()
        #expect(try text(at: path) == "new")
    }

    @Test func twoRendersToOneNameDoNotShareATemporaryFile() throws {
        let outputs = try (0..<2).map { _ in try OutputFile(path: folder.path("film.mp4")) }
        #expect(outputs[0].temporaryPath != outputs[1].temporaryPath)
    }

    @Test func aMissingFolderIsToldWithItsName() {
        let reason = refusal(folder.path("none/film.mp4"))
        #expect(reason.contains("none") && reason.contains("does not exist"))
    }

    @Test func aFolderIsNoFile() {
        #expect(refusal(folder.url.path).contains("is a folder"))
    }

    @Test func aFileIsNoFolder() throws {
        try write("x", to: folder.path("file"))
        #expect(refusal(folder.path("file/film.mp4")).contains("not a folder"))
    }

    @Test func aFolderThatMayNotBeWrittenToIsRefused() throws {
        guard geteuid() != 0 else {
            print("skipped: root may write to any folder")
            return
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
        #expect(refusal(folder.path("film.mp4")).contains("may write"))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    }

    @Test func aNameAloneMeansTheCurrentFolder() throws {
        let output = try OutputFile(path: "film-that-is-never-written.mp4")
        let parent = URL(filePath: output.temporaryPath).deletingLastPathComponent()
        #expect(
            parent.standardizedFileURL.path
                == URL(filePath: FileManager.default.currentDirectoryPath).standardizedFileURL.path)
    }
}
