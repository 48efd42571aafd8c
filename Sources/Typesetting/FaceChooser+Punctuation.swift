extension FaceChooser {
    /// Takes quotes, dashes and ellipses that Latin and Han text share from the face of their
    /// neighbours.
    ///
    /// In a Chinese or Japanese text one neighbour in the Han face is enough, elsewhere both must
    /// be in it. The two quotes of a pair always match.
    func giveSharedPunctuationToHanText(in paragraph: inout Paragraph) {
        guard let han = candidates.first(where: { $0.face.scale < 1 }),
            paragraph.clusters.contains(where: { $0.face == han.index })
        else { return }
        var shared = paragraph.clusters.indices.filter {
            isShared(paragraph.clusters[$0].text) && han.face.has(firstScalar($0, paragraph))
        }
        let isHanLanguage = ["zh", "ja"].contains(language.lowercased().prefix(2))
        let strong = strongNeighbours(paragraph, han: han.index)
        var chosen = Set(
            shared.filter { index in
                let (before, after) = strong[index]
                return isHanLanguage ? before || after : before && after
            })
        matchPairs(shared, paragraph, &chosen)
        shared.removeAll { !chosen.contains($0) }
        for index in shared { paragraph.clusters[index].face = han.index }
    }

    private func firstScalar(_ index: Int, _ paragraph: Paragraph) -> UInt32 {
        paragraph.scalars[paragraph.clusters[index].scalars.lowerBound]
    }

    /// Returns for each cluster whether the nearest letters before and after it are in the Han
    /// face.
    private func strongNeighbours(
        _ paragraph: Paragraph, han: Int
    ) -> [(before: Bool, after: Bool)] {
        var result = [(before: Bool, after: Bool)](
            repeating: (false, false), count: paragraph.clusters.count)
        var state = false
        for (index, cluster) in paragraph.clusters.enumerated() {
            result[index].before = state
            if isStrong(cluster) { state = cluster.face == han }
        }
        state = false
        for (index, cluster) in paragraph.clusters.enumerated().reversed() {
            result[index].after = state
            if isStrong(cluster) { state = cluster.face == han }
        }
        return result
    }

    private func isStrong(_ cluster: Paragraph.Cluster) -> Bool {
        !cluster.isSpace && !isShared(cluster.text)
    }

    /// Adds the mate of each chosen quote; an apostrophe has no opening mate and stays as it is.
    private func matchPairs(_ shared: [Int], _ paragraph: Paragraph, _ chosen: inout Set<Int>) {
        var open: [Int] = []
        for index in shared {
            switch paragraph.clusters[index].text {
            case "“", "‘":
                open.append(index)
            case "”", "’":
                let opening: Character = paragraph.clusters[index].text == "”" ? "“" : "‘"
                guard let mate = open.lastIndex(where: { paragraph.clusters[$0].text == opening })
                else { continue }
                if chosen.contains(open[mate]) || chosen.contains(index) {
                    chosen.formUnion([open[mate], index])
                }
                open.removeSubrange(mate...)
            default:
                continue
            }
        }
    }
}

/// Whether Latin and Han typography write this character with different widths.
private func isShared(_ character: Character) -> Bool {
    "“”‘’…—―·‧–".contains(character)
}
