import Foundation

/// What a Chinese request names.
enum ChineseCues {
    private static let requests = [
        "请", "解释", "介绍", "说明", "讲", "告诉", "什么", "如何", "怎么", "怎样", "为什么", "展示", "用",
        "帮", "我想", "我要", "想知道", "给", "做", "生成", "能", "可以", "谈谈", "聊聊", "说说", "科普", "分析",
        "描述",
    ]

    /// Whether the text asks for something.
    static func isRequest(_ text: String) -> Bool {
        let start = text.drop { !$0.isLetter }
        guard text.count <= 120 else { return false }
        if requests.contains(where: start.hasPrefix) {
            return SentenceSplitter.sentences(of: text).count <= 2
        }
        return SentenceSplitter.sentences(of: text).count == 1
            && (text.contains("什么是") || text.contains("是什么") || text.contains("怎么")
                || text.contains("如何") || text.contains("怎样"))
    }

    /// The topics in the order in which they are named.
    static func topics(in text: String) -> [Topic] {
        let plain = text.lowercased().filter { !$0.isWhitespace }
        let found = Topic.allCases.compactMap { topic in
            place(of: topic, in: plain).map { ($0, topic) }
        }
        let sorted = found.sorted { $0.0 < $1.0 }.map(\.1)
        return sorted.filter { $0 != .thisPicture || sorted.count == 1 }
    }

    private static func place(of topic: Topic, in text: String) -> String.Index? {
        switch topic {
        case .whatIsIt: whatIsIt(in: text)
        case .howCreated: first(creation, in: text)
        case .howToTell: first(telling, in: text)
        case .responsibleUse: first(use, in: text)
        case .productPhoto: first(product, in: text)
        case .thisPicture: first(picture, in: text)
        }
    }

    private static func whatIsIt(in text: String) -> String.Index? {
        guard let subject = first(ai, in: text) else { return nil }
        if let what = first(["什么是", "是什么", "何为", "何谓", "什么叫"], in: text) {
            return min(what, subject)
        }
        let others: [Topic] = [.howCreated, .howToTell, .responsibleUse, .productPhoto]
        return others.contains { place(of: $0, in: text) != nil } ? nil : subject
    }

    private static let ai = [
        "ai图", "ai照片", "ai画", "ai绘", "ai生成", "ai作", "ai影像", "人工智能", "生成式", "aigc", "扩散模型",
        "机器生成", "ai",
    ]
    private static let making = ["生成", "制作", "创作", "创建", "产生", "做", "画", "形成", "来的", "诞生", "工作"]
    private static let creation: [String] =
        ["如何", "怎么", "怎样", "是怎么", "是如何", "是怎样"].flatMap { how in
            ["", "被", "一步步", "一步一步", "把它", "由ai", "用ai", "ai"].flatMap { middle in
                making.map { how + middle + $0 }
            }
        } + ["生成过程", "制作过程", "创作过程", "生成原理", "工作原理", "扩散模型", "来历"]
    private static let telling = [
        "辨别", "识别", "分辨", "鉴别", "判断", "真假", "真伪", "看出", "区分", "检测", "来源", "出处", "溯源",
        "内容凭证", "是不是ai", "怎么知道", "如何知道",
    ]
    private static let use = [
        "负责任", "版权", "合规", "授权", "伦理", "使用规范", "正确使用", "合理使用", "怎么用", "如何使用", "怎样使用",
        "合法", "商用", "标注", "许可",
    ]
    private static let product = [
        "商品", "产品", "带货", "店铺", "网店", "电商", "广告", "促销", "推广", "品牌", "售卖",
    ]
    private static let picture = [
        "这张图", "这张照片", "这幅", "这些图", "这些照片", "我的图", "我的照片", "这几张", "图里", "画面", "颜色", "配色",
        "构图", "光线", "图片", "照片",
    ]

    private static func first(_ phrases: [String], in text: String) -> String.Index? {
        phrases.compactMap { text.range(of: $0)?.lowerBound }.min()
    }
}
