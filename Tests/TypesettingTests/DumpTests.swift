import BundledFonts
import Foundation
import Testing
import Typesetting

@Test func dump() throws {
    let t = try Typesetter(FontLibrary(files: BundledFonts.files()))
    print(try FontLibrary(files: BundledFonts.files()).families)
    let cases: [(String, TextRequest)] = [
        ("title", TextRequest(text: "How diffusion models\nmake a picture", size: 104, weight: 600, lineHeight: 1.15, spacing: -1.04, maxWidth: 1500, lineLimit: 2)),
        ("caption", TextRequest(text: "Each step removes a little of the noise, until only the picture is left.", size: 44, weight: 500, lineHeight: 1.3, maxWidth: 900, lineLimit: 2, shadow: .init(dx: 0, dy: 4, blur: 12))),
        ("chinese", TextRequest(text: "“他说：《红楼梦》，是一部好书。”（真的！）《西游记》也是。", size: 64, weight: 600, language: "zh", lineHeight: 1.3, maxWidth: 700, lineLimit: 4, strokeWidth: 4, shadow: .init(dx: 6, dy: 6, blur: 10))),
        ("mixed", TextRequest(text: "用 Swift 5.9 渲染 1080p 视频，耗时 12.5 秒（约 30%）——“Hello”…", size: 64, weight: 600, language: "zh", lineHeight: 1.3, maxWidth: 900, lineLimit: 3)),
        ("stroke", TextRequest(text: "Ågè@&%$ fi ffi →", size: 90, weight: 600, italic: true, maxWidth: 1200, strokeWidth: 6)),
        ("missing", TextRequest(text: "Hi 😀 👨‍👩‍👧‍👦 שלום עולם ok", size: 64, maxWidth: 1200)),
        ("small", TextRequest(text: "The quick brown fox jumps over the lazy dog", size: 18, maxWidth: 1200)),
    ]
    for (name, r) in cases {
        let l = t.layout(r)
        let m = t.masks(for: l, centerX: 500.3, centerY: 300.7)
        print(name, l.size, l.blockWidth, l.blockHeight, l.notices, l.lines.map(\.text), m.originX, m.originY, m.width, m.height)
        for (k, p) in [("fill", m.fill), ("stroke", m.stroke), ("shadow", m.shadow)] {
            guard let p else { continue }
            try (Data("P5 \(m.width) \(m.height) 255\n".utf8) + p).write(to: URL(filePath: "/tmp/ts/\(name)-\(k).pgm"))
        }
    }
}
