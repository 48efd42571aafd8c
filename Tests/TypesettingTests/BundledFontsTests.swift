import Foundation
import TestSupport
import Testing

@testable import BundledFonts

@Suite struct BundledFontsTests {
    @Test func allFilesAreThere() throws {
        let files = try BundledFonts.files()
        #expect(files.count == 4)
        #expect(files.allSatisfy(FileManager.default.isReadableFile(atPath:)))
    }

    @Test func aLostFolderIsAnErrorThatNamesTheFilesAndThePlaces() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: MissingFonts.self) {
            try BundledFonts.files(in: [folder.url])
        }
        #expect(error?.searched == [folder.url.path])
        #expect(error?.description.contains("Inter-Medium.otf") == true)
    }

    @Test func licencesStandBesideTheFonts() throws {
        let folder = URL(filePath: try #require(BundledFonts.files().first))
            .deletingLastPathComponent()
        for name in ["Inter-OFL.txt", "NotoSansCJKsc-OFL.txt"] {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(text.contains("SIL OPEN FONT LICENSE Version 1.1"))
        }
    }
}
