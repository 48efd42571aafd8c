import Foundation
import TestSupport
import Testing

/// The rules of ARCHITECTURE.md that can be read off the source text.
@Suite struct LayeringTests {
    @Test(arguments: ImportTable.allowed.keys.sorted())
    func eachTargetImportsOnlyWhatItsLineAllows(folder: String) throws {
        let allowed = try #require(ImportTable.allowed[folder])
        let files = try SourceFile.all(below: folder)
        #expect(!files.isEmpty, "\(folder) holds no Swift file")
        for file in files {
            let extra = file.imports.subtracting(allowed).sorted()
            #expect(extra.isEmpty, "\(file.path) imports \(extra.joined(separator: ", "))")
        }
    }

    @Test func everyFolderOfSourcesHasALineInTheTable() throws {
        let sources = Fixtures.checkout.appending(path: "Sources").path
        let folders = try FileManager.default.contentsOfDirectory(atPath: sources)
            .filter { !$0.hasPrefix(".") }
            .map { "Sources/\($0)" }
        let known = ImportTable.foreign.union(ImportTable.allowed.keys)
        #expect(Set(folders).isSubset(of: known))
    }

    @Test func noSwiftFileIsLongerThan400Lines() throws {
        for file in try ["Sources", "Fonts", "Music", "Tests"].flatMap(SourceFile.all(below:)) {
            #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test(arguments: ["Sources/Media", "Sources/Typesetting", "Sources/Rendering"])
    func noTypeOfACLibraryStandsInASignatureThatOthersSee(folder: String) throws {
        for file in try SourceFile.all(below: folder) {
            for signature in file.visibleSignatures {
                let types = SourceFile.foreignTypes(in: signature)
                #expect(types.isEmpty, "\(file.path): \(types.joined(separator: ", "))")
            }
        }
    }
}
