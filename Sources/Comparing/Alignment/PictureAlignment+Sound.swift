extension PictureAlignment {
    /// Returns the alignment by the sound's clock where the pictures agree with it as well.
    ///
    /// A text that is late in a picture that hardly moves looks like lost frames. So where the sound
    /// says another time, both are tried, and what differs in a few cells alone does not count.
    func settled(
        _ a: VideoSignature, _ b: VideoSignature, by sound: SoundAlignment?
    ) -> PictureAlignment {
        guard isSameContent, let sound, sound.confidence >= SoundAlignment.alike else {
            return self
        }
        var other = self
        other.offset = sound.offset
        other.drift = sound.drift * 1e6
        other.pairs = a.frames.indices.prefix(a.pictureCount).compactMap { index in
            let time = other.timeInB(a.frames[index].time)
            guard (b.frames.first?.time ?? 0) - 0.02...b.end ~= time else { return nil }
            let match = b.nearest(to: time)
            return match < b.pictureCount ? (a: index, b: match) : nil
        }
        other.path = [Int](repeating: -1, count: path.count)
        for pair in other.pairs where other.path.indices.contains(pair.b) {
            other.path[pair.b] = pair.a
        }
        // A lost frame or two are lost; what leaves out more may be a text.
        let isOther = abs(offset - sound.offset) > 0.05 || other.pairs.count > pairs.count + 4
        guard isOther, other.pairs.count >= pairs.count * 9 / 10, !other.pairs.isEmpty else {
            return self
        }
        let (own, its) = (rest(a, b), other.rest(a, b))
        return its <= own * 1.15 + 0.25 ? other : self
    }

    /// The mean over pairs of what differs in most cells, in luma levels.
    private func rest(_ a: VideoSignature, _ b: VideoSignature) -> Double {
        let step = max(pairs.count / 120, 1)
        let some = stride(from: 0, to: pairs.count, by: step).map { pairs[$0] }
        let size = VideoSignature.width * VideoSignature.height
        return some.map { pair in
            let (from, other) = (pair.a * size, pair.b * size)
            let differences = stride(from: 0, to: size, by: 3).map { place in
                abs(
                    Double(a.pictures[from + place])
                        - (levelGain * Double(b.pictures[other + place]) + levelBias))
            }.sorted()
            // Seven eighths: texts take less.
            return differences.prefix(differences.count * 7 / 8).reduce(0, +)
                / Double(max(differences.count * 7 / 8, 1))
        }.mean ?? 0
    }
}
