import Foundation
import Planning
import TestSupport
import Testing

@testable import Editing

/// Files that come into a project.
@Suite struct ProjectAddingTests {
    private let place: ProjectPlace
    private let outside: TemporaryFolder

    init() throws {
        place = try ProjectPlace()
        outside = try TemporaryFolder()
    }

    /// What is called `.png` is a still, and `.wav` a sound.
    private static func media(_ path: String) -> ProjectMedia {
        if path.hasSuffix(".png") { return .still }
        return path.hasSuffix(".wav")
            ? .sound(milliseconds: 800) : .unusable(reason: "it is no media")
    }

    private func make(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: outside.url.appending(path: name))
        return outside.path(name)
    }

    @discardableResult
    private func add(_ names: String...) throws -> ProjectStep {
        let files = try ProjectFile.examine(names, media: Self.media)
        return try place.project.withLock { try $0.add(files) { _ in nil } }
    }

    private func sources() throws -> [String?] {
        try Draft(parsing: Array(place.text().utf8)).tracks.flatMap(\.segments).map(\.source)
    }

    @Test func filesAreCopiedAndShown() throws {
        let step = try add(make("猫 一.png", "cat"), make("ding.wav", "ding"))
        #expect(step.kind == .add)
        #expect(step.files == ["猫 一.png", "ding.wav"])
        #expect(try place.text("assets/猫 一.png") == "cat")
        #expect(try place.names("assets") == ["ding.wav", "猫 一.png"])
        #expect(try sources() == ["assets/猫 一.png", "assets/ding.wav"])
    }

    @Test func namesAreUniqueAndSameBytesAreUsedAgain() throws {
        let cat = try make("cat.png", "cat")
        try FileManager.default.createDirectory(
            at: outside.url.appending(path: "other"), withIntermediateDirectories: true)
        try add(cat, make("other/cat.png", "dog"))
        try add(make("CAT.png", "fox"), make("copy.png", "dog"), cat)
        #expect(try place.names("assets") == ["CAT-3.png", "cat-2.png", "cat.png"])
        #expect(
            try sources() == [
                "assets/cat.png", "assets/cat-2.png", "assets/CAT-3.png", "assets/cat-2.png",
                "assets/cat.png",
            ])
        #expect(try place.text("assets/CAT-3.png") == "fox")
    }

    @Test func aFileThatLiesInAssetsIsNotCopied() throws {
        try place.write("mine", to: "assets/mine.png")
        try add(place.path("assets/mine.png").path)
        #expect(try place.names("assets") == ["mine.png"])
        #expect(try sources() == ["assets/mine.png"])
    }

    @Test func linksAreFollowed() throws {
        let cat = try make("cat.png", "cat")
        try FileManager.default.createSymbolicLink(
            atPath: outside.path("link.png"), withDestinationPath: cat)
        try add(outside.path("link.png"))
        let facts = try FileManager.default.attributesOfItem(
            atPath: place.path("assets/link.png").path)
        #expect(facts[.type] as? FileAttributeType == .typeRegular)
        #expect(try place.text("assets/link.png") == "cat")
    }

    @Test func oneBadFileKeepsAllOut() throws {
        let before = try place.text()
        let names = [
            try make("cat.png", "cat"), try make("note.txt", "note"), outside.url.path,
            outside.path("nowhere.png"),
        ]
        let error = #expect(throws: ProjectError.self) {
            try ProjectFile.examine(names, media: Self.media)
        }
        #expect(error?.kind == .files)
        #expect(
            error?.cause == """
                \(names[1]): it is no media
                \(names[2]): this is a folder; name the files in it
                \(names[3]): there is no such file; check the name
                nothing was added
                """)
        #expect(try place.text() == before)
        #expect(try place.names("assets") == [])
    }

    @Test func hiddenAndOddNamesBecomePlainOnes() throws {
        try add(make(".cat.png", "cat"), make("a\nb.png", "ab"))
        #expect(try place.names("assets") == ["a-b.png", "cat.png"])
    }

    @Test func nothingIsLeftWhereTheDraftCannotBeRead() throws {
        let cat = try make("cat.png", "cat")
        try place.write("nonsense")
        #expect(place.error { try add(cat) }?.kind == .draft)
        #expect(try place.names("assets") == [])
        #expect(try place.text() == "nonsense")
    }

    @Test func copiesGoWhereTheDraftWasSavedMeanwhile() throws {
        let files = try ProjectFile.examine([make("cat.png", "cat")], media: Self.media)
        let error = place.error {
            try place.project.withLock {
                try place.write(#"{"t":[]}"#)
                return try $0.add(files) { _ in nil }
            }
        }
        #expect(error?.kind == .changedMeanwhile)
        #expect(try place.names("assets") == [])
    }

    @Test func whatAKilledCopyLeftIsReplacedAndNeverListed() throws {
        try place.write("half", to: "assets/.adding")
        #expect(try ProjectMaterial(place.project, media: Self.media).files == [])
        try add(make("cat.png", "cat"))
        #expect(try place.names("assets") == ["cat.png"])
    }

    @Test func materialListsFilesAndTellsTheirLengths() throws {
        try add(make("cat.png", "cat"), make("ding.wav", "ding"))
        try FileManager.default.createDirectory(
            at: place.path("assets/more"), withIntermediateDirectories: true)
        try place.write("x", to: "assets/more/x.png")
        let material = try ProjectMaterial(place.project, media: Self.media)
        #expect(material.files == ["assets/cat.png", "assets/ding.wav", "assets/more/x.png"])
        #expect(material.milliseconds(of: "assets/ding.wav") == 800)
        #expect(material.milliseconds(of: "assets/cat.png") == nil)
    }
}
