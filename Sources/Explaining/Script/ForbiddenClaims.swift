import Foundation
package import Inspecting

/// Phrases that claim more than a file's statements carry.
package enum ForbiddenClaims {
    /// Returns the first phrase of `text` that must not be said with `verdict`, nil where there is
    /// none.
    package static func first(in text: String, verdict: PictureFacts.Verdict) -> String? {
        let plain = modest.reduce(text.lowercased()) { text, phrase in
            text.replacingOccurrences(of: phrase, with: " ")
        }
        return phrases(for: verdict).first { plain.contains($0) }
    }

    /// Whether a name is itself a claim, as a program called "Verified".
    static func isClaim(_ name: String) -> Bool {
        let plain = name.lowercased()
        return everything.contains { plain.contains($0) }
    }

    private static let everything = always + generated + notGenerated

    /// Negations that contain a forbidden word and are the honest wording.
    private static let modest = [
        "not verified", "proves nothing", "not proof", "no proof", "does not prove",
        "doesn't prove", "未经验证", "不能证明", "并不证明", "不证明", "不是证明", "证明不了", "无法证明", "不等于证明",
    ]

    private static let always = [
        "verified", "proves", "proven", "authentic", "guaranteed", "trusted", "nobody edited",
        "未被修改过", "已验证", "经过验证", "已证实", "证明了", "可信", "千真万确", "保证",
    ]
    private static let generated = [
        "ai-generated", "ai generated", "made by ai", "ai生成", "ai 生成", "由ai", "由 ai",
    ]
    private static let notGenerated = [
        "not ai", "isn't ai", "no ai was used", "real photo", "a plain photo", "genuine photo",
        "不是ai", "不是 ai", "非ai", "真实照片", "真照片",
    ]

    private static func phrases(for verdict: PictureFacts.Verdict) -> [String] {
        switch verdict {
        case .generationDataEmbedded, .generatedDeclared, .labelDeclared:
            always + notGenerated
        case .editedDeclared: always + notGenerated + ["fully ai", "完全由ai", "完全由 ai"]
        case .signatureLayout: always + notGenerated + ["made by grok", "由grok", "由 grok"]
        case .remoteManifestOnly:
            always + generated + notGenerated + ["nothing embedded", "没有嵌入"]
        case .cameraDataPresent, .otherSourceDeclared, .credentialsWithoutSourceType,
            .noGenerationData, .nothingEmbedded:
            always + generated + notGenerated
        }
    }
}
