import Testing

/// The reader that the layering rules stand on.
@Suite struct SourceFileTests {
    @Test(arguments: [
        ("import Foundation", "Foundation"),
        ("package import Media", "Media"),
        ("@preconcurrency import CLibav", "CLibav"),
        ("@testable internal import Planning  // why", "Planning"),
        ("import struct Foundation.URL", "Foundation"),
        ("    import Glibc", "Glibc"),
        ("import CPNG;", "CPNG"),
    ])
    func everyFormOfImportNamesItsModule(line: Substring, module: String) {
        #expect(SourceFile.importedModule(in: line) == module)
    }

    @Test(arguments: [
        "// import Media", "/// The import of Media.", "let import1 = 2", "#if canImport(Glibc)",
        "",
    ])
    func otherLinesImportNothing(line: Substring) {
        #expect(SourceFile.importedModule(in: line) == nil)
    }

    @Test func importsBehindConditionsAreFound() {
        let file = SourceFile(
            path: "a.swift",
            text: "import Foundation\n#if canImport(CLibav)\n    import CLibav\n#endif\n")
        #expect(file.imports == ["Foundation", "CLibav"])
        #expect(file.lines.count == 4)
    }

    @Test func aSignatureRunsOverLinesToItsBody() {
        let file = SourceFile(
            path: "a.swift",
            text: """
                package import CLibav
                package func decode(
                    _ frame: UnsafeMutablePointer<AVFrame>, size: (Int) -> Int
                ) throws -> Picture {
                    let packet = AVPacket()
                }
                private func scale(_ context: SwsContext) {}
                """)
        #expect(file.visibleSignatures.count == 1)
        #expect(file.visibleSignatures.flatMap(SourceFile.foreignTypes) == ["AVFrame"])
    }

    @Test(arguments: ["hb_font_t", "FT_Face", "cmsHPROFILE", "SwrContext", "OpaquePointer"])
    func namesOfCTypesAreSeen(name: String) {
        #expect(SourceFile.foreignTypes(in: "package var a: \(name)?") == [Substring(name)])
    }

    @Test(arguments: ["AudioBlock", "AVERAGE", "FontLibrary", "Swift", "Avatar"])
    func namesThatOnlyLookAlikeAreNot(name: String) {
        #expect(SourceFile.foreignTypes(in: "package var a: \(name)") == [])
    }
}
