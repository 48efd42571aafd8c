import Foundation
import TestSupport
import Testing

/// A folder with a draft, in which the program runs.
struct Workplace {
    let folder: TemporaryFolder

    // `draft` is what draft.json says; nil leaves it out.
    init(_ draft: String? = nil) throws {
        folder = try TemporaryFolder()
        if let draft { try write(draft, to: "draft.json") }
    }

    func path(_ name: String) -> String { folder.path(name) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }

    func data(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

    /// The names of all files, hidden ones too.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
    }

    func run(_ arguments: String...) throws -> Program.Run {
        try Program.run(arguments, in: folder.url)
    }

    /// Renders `draft.json` to `output`, fast unless `options` say otherwise.
    func render(_ options: String..., to output: String = "out.mp4") throws -> Program.Run {
        let quality = options.contains("--quality") ? [] : ["--quality", "draft"]
        let progress = options.contains("--progress") ? [] : ["--progress", "none"]
        return try Program.run(
            ["render", "draft.json", "-o", output] + quality + progress + options, in: folder.url)
    }

    /// Renders, and requires that nothing came up.
    func renderCleanly(_ options: String..., to output: String = "out.mp4") throws -> RenderedFile {
        let quality = options.contains("--quality") ? [] : ["--quality", "draft"]
        let run = try Program.run(
            ["render", "draft.json", "-o", output, "--progress", "none"] + quality + options,
            in: folder.url)
        try #require(run.status == 0, "\(run.errors)")
        #expect(run.errors == "")
        return RenderedFile(path: path(output), folder: folder)
    }
}

// A draft of one line, small enough to be drawn in no time.
//
// - Parameters:
//   - tracks: JSON objects.
//   - more: further keys of the document, each behind a comma.
func draft(
    width: Int = 96, height: Int = 54, fps: String = "10", meta: String = "", _ tracks: String...,
    more: String = ""
) -> String {
    #"{"v":1,"m":{"width":\#(width),"height":\#(height),"fps":\#(fps)\#(meta)},"#
        + #""t":[\#(tracks.joined(separator: ","))]\#(more)}"#
}

func pictures(_ segments: String...) -> String {
    #"{"tt":0,"sg":[\#(segments.joined(separator: ","))]}"#
}

func sounds(_ segments: String...) -> String {
    #"{"tt":1,"m":{"role":"sfx"},"sg":[\#(segments.joined(separator: ","))]}"#
}

func texts(_ segments: String...) -> String {
    #"{"tt":7,"sg":[\#(segments.joined(separator: ","))]}"#
}

/// Half a second of plain green.
let plain = pictures(##"{"d":500,"color":"#00FF00"}"##)
