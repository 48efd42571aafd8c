import Foundation
import Media
import TestSupport
import Testing

/// What is dropped by mistake is refused with what it is.
struct ForeignFileTests {
    @Test(arguments: [
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
        ("\u{FEFF}<?xml version='1.0'?>\n<!-- made by hand -->\n<svg/>", "an SVG drawing"),
        ("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'><svg/>", "an SVG drawing"),
        ("\n<!DOCTYPE HTML>\n<html><body><svg/></body></html>", "a web page"),
        ("<!doctype html><title>404</title>", "a web page"),
        ("<?xml version='1.0'?><rss/>", "an XML document"),
        ("%PDF-1.7\n", "a PDF document"), ("%!PS-Adobe-3.0 EPSF-3.0", "a PostScript drawing"),
        ("{\\rtf1 hello}", "a text document"), ("PK\u{3}\u{4}0000", "an archive"),
        ("PK\u{3}\u{4}\(String(repeating: "0", count: 26))[Content_Types].xml", "an office"),
        ("\0\0\0\u{18}ftypcrx \0\0\0\u{1}", "a camera's raw picture"),
        ("just words\n", "it is a text"), ("ffconcat version 1.0\nfile a.wav\n", "a playlist"),
        ("#EXTM3U\na.wav\n", "a playlist"),
    ])
    func isNamed(content: String, words: String) throws {
        try expect(Data(content.utf8), words)
    }

    @Test func aCompressedDrawingAndAnOldDocumentAreNamed() throws {
        try expect(Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]), "SVGZ")
        try expect(Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), "an office document")
    }

    private func expect(_ content: Data, _ words: String) throws {
        let folder = try TemporaryFolder()
        for name in ["a.png", "a.svg", "a.mp3"] {
            let path = folder.path(name)
            try content.write(to: URL(filePath: path))
            let errors = [
                #expect(throws: MediaError.self) { try PictureInfo.read(path: path) },
                #expect(throws: MediaError.self) { try PictureReader(path: path) },
                #expect(throws: MediaError.self) { try SoundInfo.read(path: path) },
            ]
            for error in errors {
                #expect(error?.path == path)
                #expect(error?.reason.contains(words) == true, "\(String(describing: error))")
            }
        }
    }
}
