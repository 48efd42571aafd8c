import Foundation
import Inspecting
import Planning
import Speaking
import Testing
import Typesetting
import BundledFonts

@testable import Explaining

struct TestMeasurer: TextMeasurer {
    let typesetter: Typesetter
    init() throws { typesetter = try Typesetter(FontLibrary(files: BundledFonts.files())) }
    func extent(of text: String, in type: TypeSpec, width: Double) -> TextExtent {
        let layout = typesetter.layout(
            TextRequest(text: text, family: type.family ?? "Inter", size: type.size, weight: type.weight,
                lineHeight: type.lineHeight, spacing: type.spacing, maxWidth: width, lineLimit: 100))
        return TextExtent(width: layout.blockWidth, height: layout.blockHeight, lineCount: layout.lines.count)
    }
}

@Test func scratch() throws {
    let env = ProcessInfo.processInfo.environment
    guard let out = env["SCRATCH_OUT"] else { return }
    var facts = PictureFacts(file: "dusk.png", format: "png", width: 2400, height: 1600)
    facts.measures = PictureMeasures(
        palette: [("#1A1838", 0.30, 0.05), ("#5B3A6B", 0.24, 0.1), ("#A36A7E", 0.2, 0.08), ("#E9A06F", 0.16, 0.13), ("#FFE08A", 0.1, 0.12)].map {
            let c = Color(hex: $0.0)!
            return .init(red: c.red, green: c.green, blue: c.blue, share: $0.1, name: "dusky violet", chineseName: "紫", chroma: $0.2)
        }, brightness: 0.4, contrast: 0.2, darkShare: 0.4, brightShare: 0.1, histogram: [], sharpness: 100,
        focus: .init(x: 0.62, y: 0.47), details: [.init(x: 0.62, y: 0.47), .init(x: 0.3, y: 0.6)], transparentShare: 0)
    let zh = env["SCRATCH_LANG"] == "zh"
    let beats: [Beat] = zh ? [
        Beat(id: "hook", chapter: "开始", sentences: [.init("这张风景从未被拍摄过。")], visual: .hook(picture: 0, kicker: "它是怎么来的", title: "什么是 AI 图像？")),
        Beat(id: "what", sentences: [.init("它是由模型根据大量图片学到的规律计算出来的，而不是镜头拍下的。")], visual: .noising(picture: 0)),
        Beat(id: "how", sentences: [.init("网络一步一步去除噪声，直到画面出现。")], visual: .denoising(picture: 0, steps: 30, label: "去噪步数")),
        Beat(id: "prompt", sentences: [.init("每一步都朝着提示词的方向前进。")], visual: .prompt(picture: 0, kicker: "引导它的文字", words: "黄昏的层叠山峦，温暖的薄雾，低垂的太阳，简洁的插画风格")),
        Beat(id: "facts", sentences: [.init("一个数字，也就是随机种子，决定了最初的噪声。")], visual: .facts(picture: 0, kicker: "文件里的记录", rows: [.init("工具", "ComfyUI"), .init("模型", "sd_xl_base_1.0"), .init("步数 · 采样器", "30 · dpmpp_2m"), .init("引导系数", "6.5"), .init("随机种子", "3 782 896 554"), .init("尺寸", "2400 × 1600")], footnote: "按文件记录，未经验证。")),
        Beat(id: "tell", sentences: [.init("空白的文件不能说明它的来源。")], visual: .spotlight(picture: 0, x: 0.62, y: 0.47, kicker: "如何分辨", heading: "先问文件，再问来源。", badge: .init(title: "没有凭证", text: "文件里没有找到记录。这不能证明任何事。"))),
        Beat(id: "end", sentences: [.init("AI 图像是对一段描述的猜想。")], visual: .end(picture: 0, takeaway: "AI 图像，是对一段描述的猜想。")),
    ] : [
        Beat(id: "hook", chapter: "Start", sentences: [.init("This landscape was never photographed.")], visual: .hook(picture: 0, kicker: "How it was made", title: "What is an AI image?")),
        Beat(id: "what", sentences: [.init("It is computed by a model that learned patterns from many example images, not captured by a lens.")], visual: .noising(picture: 0)),
        Beat(id: "how", sentences: [.init("Step by step, a network removes the noise until a picture appears.")], visual: .denoising(picture: 0, steps: 30, label: "Denoising step")),
        Beat(id: "prompt", sentences: [.init("Each step is nudged towards the prompt that is stored in this file.")], visual: .prompt(picture: 0, kicker: "The words that steered it", words: "layered mountains at dusk, warm haze, low sun, clean graphic style, high detail")),
        Beat(id: "facts", sentences: [.init("One number, the seed, chose the starting noise.")], visual: .facts(picture: 0, kicker: "What the file records", rows: [.init("Tool", "ComfyUI"), .init("Model", "sd_xl_base_1.0"), .init("Steps · sampler", "30 · dpmpp_2m"), .init("Guidance", "6.5"), .init("Seed", "3 782 896 554"), .init("Size", "2400 × 1600")], footnote: "As recorded in the file. Declared, not verified.")),
        Beat(id: "tell", sentences: [.init("An empty file tells us nothing about where it came from.")], visual: .spotlight(picture: 0, x: 0.62, y: 0.47, kicker: "How to tell", heading: "Ask the file first, then the source.", badge: .init(title: "No credentials", text: "found in this file. That proves nothing either way."))),
        Beat(id: "pix", sentences: [.init("Look closely: a picture is a grid of tiny coloured squares.")], visual: .pixels(picture: 0, label: "A grid of coloured squares")),
        Beat(id: "call", sentences: [.init("Here is the part with the most detail.")], visual: .callout(picture: 0, x: 0.62, y: 0.47, number: 1, label: "Where the detail is")),
        Beat(id: "pal", sentences: [.init("These are its main colours.")], visual: .palette(picture: 0, kicker: "Main colours", swatches: [.init(hex: "#1A1838", label: "Deep blue", share: 0.3), .init(hex: "#5B3A6B", label: "Violet", share: 0.24), .init(hex: "#A36A7E", label: "Dusty rose", share: 0.2), .init(hex: "#E9A06F", label: "Warm orange", share: 0.16), .init(hex: "#FFE08A", label: "Pale yellow", share: 0.1)])),
        Beat(id: "end", sentences: [.init("An AI image is a rendered guess at a description.")], visual: .end(picture: 0, takeaway: "A rendered guess at a description.")),
    ]
    let board = Storyboard(title: "What is an AI image?", language: zh ? "zh-Hans" : "en", beats: beats)
    let lines = beats.flatMap(\.sentences).map { s in
        let pieces = WordTokens(s.text).words
        var t = 0
        let words = pieces.map { w in
            let d = w.count * (zh ? 220 : 65) + 40
            defer { t += d }
            return SpokenWord(start: t, duration: d, word: w)
        }
        return Narration.Line(text: s.text, path: nil, duration: t, words: words)
    }
    let size = (env["SCRATCH_SIZE"] ?? "1920x1080").split(separator: "x").compactMap { Int($0) }
    let composer = ExplainerComposer(theme: Theme.named(env["SCRATCH_THEME"] ?? "dusk")!, pixelWidth: size[0], pixelHeight: size[1],
        pictures: [.init(source: env["SCRATCH_PICTURE"]!, facts: facts)], measurer: try TestMeasurer())
    let draft = composer.draft(board, Narration(lines: lines, voice: nil), source: { $0 }, soundtrack: { _ in nil })
    try draft.text.write(toFile: out, atomically: true, encoding: .utf8)
}
