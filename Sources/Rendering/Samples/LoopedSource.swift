import Media

/// A source that repeats for ever, its tail cross-faded over its head.
///
/// The period is the source's length unless another is given, so that a loop cut to a beat keeps
/// it. Nothing follows the tail that could sound on over the head: it is mirrored at the seam, which
/// keeps the wave continuous.
struct LoopedSource: Sendable {
    let store: PCMStore
    private let period: Int

    /// `period` is in samples; nil is the source's own length.
    init(store: PCMStore, period: Int? = nil) {
        self.store = store
        self.period = max(period ?? store.sampleCount, 1)
    }

    /// 20 ms, less where the source is hardly longer.
    private var overlap: Int { min(960, period / 2) }

    /// Returns `count` samples from `start` on; negative positions are silent.
    func block(at start: Int, count: Int) throws(MediaError) -> AudioBlock {
        var block = AudioBlock(silence: 0)
        while block.count < count {
            let position = start + block.count
            let part = try part(at: position, atMost: count - block.count)
            block.left += part.left
            block.right += part.right
        }
        return block
    }

    /// Returns samples from `position` up to the next seam.
    private func part(at position: Int, atMost count: Int) throws(MediaError) -> AudioBlock {
        guard position >= 0 else { return AudioBlock(silence: min(count, -position)) }
        let offset = position % period
        var part = try store.block(at: offset, count: min(count, period - offset))
        if position >= period, offset < overlap { try soften(&part, at: offset) }
        return part
    }

    private func soften(_ part: inout AudioBlock, at offset: Int) throws(MediaError) {
        let count = min(part.count, overlap - offset)
        let mirrored = period - offset - count
        let tail = try store.block(at: mirrored, count: count)
        for index in 0..<count {
            let head = Float(EqualPower.rise(at: offset + index, over: overlap))
            let rest = Float(EqualPower.rise(at: overlap - 1 - offset - index, over: overlap))
            part.left[index] = part.left[index] * head + tail.left[count - 1 - index] * rest
            part.right[index] = part.right[index] * head + tail.right[count - 1 - index] * rest
        }
    }
}
