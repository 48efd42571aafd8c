import Foundation
package import Planning

extension Suggestions {
    /// Returns the three example sentences that share most with `words` and fit the draft.
    ///
    /// English is compared by words, Chinese by characters and pairs of them; rare ones count
    /// more. Where nothing is shared, examples of different kinds stand in. Where the draft has
    /// pictures, file names in examples are those of its own.
    package static func nearest(
        to words: String, in draft: Draft, language: EditLanguage
    ) -> [String] {
        let state = DraftState(draft)
        let examples = EditExamples.all(in: language).filter { $0.needs.allSatisfy(state.meets) }
        let parts = examples.map { TellingParts($0.sentence, language: language) }
        let weights = PartWeights(parts)
        let asked = TellingParts(words, language: language)
        let alike = parts.indices.map { (likeness: weights.likeness(asked, parts[$0]), index: $0) }
            .filter { $0.likeness > 0 }
            .sorted { ($0.likeness, $1.index) > ($1.likeness, $0.index) }
            .map { examples[$0.index].sentence }
        let others = usual(language).filter { sentence in
            !alike.contains(sentence) && examples.contains { $0.sentence == sentence }
        }
        return (alike + others).prefix(3).map { own($0, state) }
    }

    /// Examples of different kinds, what most people want first.
    private static func usual(_ language: EditLanguage) -> [String] {
        switch language {
        case .english:
            [
                "title bigger", "slow zoom in", "music quieter", "add calm music",
                "make it vertical", "make it square", "add a title \"Hello\"", "status", "undo",
                "credits",
            ]
        case .chinese:
            [
                "标题大一点", "缓慢推近", "音乐小声一点", "添加平静的音乐", "改成竖屏", "改成方形", "添加标题“你好”", "状态",
                "撤销", "积分",
            ]
        }
    }

    /// Names a file of the draft instead of the example's.
    private static func own(_ sentence: String, _ state: DraftState) -> String {
        guard let file = state.pictureFile else { return sentence }
        return sentence.replacing("lake.jpg", with: file)
    }
}
