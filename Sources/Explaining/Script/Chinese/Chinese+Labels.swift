import Foundation
import Inspecting

extension ChineseWording {
    var labels: Labels { Self.allLabels }

    private static let allLabels = Labels(
        denoiseRecorded: "记录的步数 · 示意", denoiseIllustration: "示意", promptKicker: "引导它的文字",
        recordKicker: "文件里的记录", measuredKicker: "可以量出来的",
        recordFootnote: "以文件记录为准。文件声明，未经验证。", measuredFootnote: "文件中没有嵌入来源信息。",
        tellKicker: "怎样分辨", tellHeading: "先问文件，再问来源。", marksHeading: "签名、标签、水印。",
        detailsHeading: "线索只是线索。", compositionHeading: "细节在这里。", compositionKicker: "构图",
        paletteKicker: "主要颜色", labelHeading: "文件怎么说。", productKicker: "商品图",
        overPicture: [
            .training: "从例子里学", .odd: "猜，也会猜错", .prompt: "文字引导每一步",
            .guidance: "引导系数", .seed: "随机种子", .negative: "要避开的", .extras: "附加模型与工作流",
            .families: "别的办法", .context: "谁最先发的？", .disclose: "说一声怎么来的",
            .people: "不造假", .licences: "先看规则", .inside: "文件里还有什么",
            .school: "分享之前", .light: "明暗",
        ])

    func chapter(_ part: Part) -> String {
        switch part {
        case .hook: "开场"
        case .what, .pixels, .training, .odd: "它是什么"
        case .denoise, .prompt, .guidance, .seed, .latent, .extras, .families, .negative: "怎么来的"
        case .record: "文件怎么说"
        case .tell, .marks, .details, .context: "怎样分辨"
        case .disclose, .people, .licences, .inside, .school: "怎样用好"
        case .whole, .size: "看整体"
        case .colours, .light, .composition: "颜色和光"
        case .first, .second, .third, .label, .missing: "看细节"
        case .end: "一句话"
        }
    }

    func rows(_ known: Known) -> [Visual.FactRow] {
        let recorded = recorded(known)
        let size = Visual.FactRow("尺寸", "\(known.width) × \(known.height)")
        if !recorded.isEmpty { return Array(recorded.prefix(5)) + [recordedSize(known) ?? size] }
        var rows = [size, Visual.FactRow("像素", pixelCount(known))]
        if let measures = known.measures {
            let colours = distinct(measures.palette.prefix(2).map(name))
            rows += colours.isEmpty ? [] : [.init("主要颜色", colours.joined(separator: "、"))]
            rows.append(.init("亮度", "\(percent(measures.brightness))%"))
            rows.append(.init("反差", measures.contrast > 0.22 ? "强" : "柔和"))
        }
        return rows + [.init("格式", known.facts.format.uppercased())]
    }

    /// The size on record beside the real one, where they differ.
    private func recordedSize(_ known: Known) -> Visual.FactRow? {
        known.otherDeclaredSize.map {
            .init(
                "记录 · 实际尺寸",
                "\($0.width) × \($0.height) · \(known.width) × \(known.height)")
        }
    }

    /// The rows that the file's own statements fill.
    private func recorded(_ known: Known) -> [Visual.FactRow] {
        var rows: [Visual.FactRow] = []
        func add(_ name: String, _ value: String?) {
            if let value { rows.append(.init(name, value)) }
        }
        add("工具", known.tool)
        add("模型", known.model)
        let steps = known.steps.map(String.init)
        switch (steps, known.sampler) {
        case (let steps?, let sampler?): add("步数 · 采样器", "\(steps) · \(sampler)")
        default:
            add("步数", steps)
            add("采样器", known.sampler)
        }
        add("引导系数", known.guidance)
        add("随机种子", known.seed)
        statements(known).forEach { add($0.name, $0.value) }
        return rows
    }

    private func statements(_ known: Known) -> [Visual.FactRow] {
        switch known.verdict {
        case .generationDataEmbedded, .nothingEmbedded: return []
        case .generatedDeclared: return [.init("声明", "出自训练过的模型")] + signed(known)
        case .editedDeclared: return [.init("声明", "一部分用 AI 改过")] + signed(known)
        case .labelDeclared:
            let levels = ["AI 生成", "可能是 AI 生成", "疑似 AI 生成"]
            return [.init("AI 标识", known.labelLevel.map { levels[$0 - 1] } ?? "有")]
        case .signatureLayout: return [.init("签名", "有，没写工具名")]
        case .cameraDataPresent: return camera(known)
        case .otherSourceDeclared:
            return [.init("来源", sourceName(known.sourceType) ?? "有声明")] + signed(known)
        case .credentialsWithoutSourceType: return [.init("内容凭证", "列出修改步骤")] + signed(known)
        case .remoteManifestOnly: return [.init("内容凭证", "存在别处")]
        case .noGenerationData: return known.software.map { [.init("软件", $0)] } ?? []
        }
    }

    private func signed(_ known: Known) -> [Visual.FactRow] {
        var rows: [Visual.FactRow] = []
        if let signer = known.signer { rows.append(.init("证书", signer)) }
        if let issuer = known.issuer { rows.append(.init("签发者", issuer)) }
        return rows
    }

    private func camera(_ known: Known) -> [Visual.FactRow] {
        let camera = known.facts.camera
        var rows: [Visual.FactRow] = []
        if let name = known.camera { rows.append(.init("相机", name)) }
        if let exposure = RecordedName.shown(camera?.exposure) {
            rows.append(.init("快门", "\(exposure) 秒"))
        }
        if let aperture = known.aperture { rows.append(.init("光圈", "f/\(aperture)")) }
        if let iso = camera?.iso, iso > 0 { rows.append(.init("感光度", String(iso))) }
        return rows
    }

    func badge(_ known: Known) -> Visual.Badge {
        switch known.verdict {
        case .generationDataEmbedded:
            .init(
                title: "有生成参数", text: known.tool.map { "由 \($0) 写入。文件声明，未经验证。" } ?? "文件声明，未经验证。")
        case .generatedDeclared where !known.hasCredentials:
            .init(title: "有来源标签", text: "写的是：出自训练过的模型。")
        case .generatedDeclared, .editedDeclared, .credentialsWithoutSourceType:
            .init(
                title: known.hasCredentials ? "有内容凭证" : "有来源标签",
                text: known.signer.map { "证书写的是 \($0)。读了，没有核对。" } ?? "读了，没有核对。")
        case .labelDeclared: .init(title: "有 AI 标识", text: "文件里的 AI 内容标识。")
        case .signatureLayout: .init(title: "有签名", text: "没写工具名，这里没法核对。")
        case .cameraDataPresent: .init(title: "有拍摄参数", text: "是线索，不是证明。")
        case .otherSourceDeclared: .init(title: "有来源声明", text: "文件里的说法，读了，没有核对。")
        case .remoteManifestOnly: .init(title: "凭证存在别处", text: "文件指向那里，不联网读不到。")
        case .noGenerationData: .init(title: "没有来源信息", text: "这什么也说明不了。")
        case .nothingEmbedded: .init(title: "没有记录", text: "文件里没有来源信息，这什么也说明不了。")
        }
    }
}
