import CLibav

/// A sound file as one run of stereo samples at 48 kHz that starts at the source's second 0.
///
/// Timestamps are honoured: a late start and gaps are silence. Where they leap without reason (a
/// broadcast's clock that starts over), the sound simply goes on.
final class StereoSource {
    /// A stretch of the source.
    enum Piece {
        /// A number of samples of silence.
        case silence(Int)

        /// Interleaved samples.
        case samples([Float])
    }

    private let decoder: SoundDecoder
    private var resampler: StereoResampler?
    private var clock: SoundClock
    private var queue: [Piece] = []
    private var isOver = false
    private var gaps = 0

    /// Where the next sample lies; negative while the source is still before its second 0.
    private var position = 0

    /// Where the first sample lies that `next` gives, at 48 kHz.
    let start: Int

    /// Whether decoding began in the middle and has not come to `start` yet.
    private var isEntering = false

    /// How a source ends that was entered in the middle and never came to `start`.
    enum Ending {
        /// It ends before, here: in samples at 48 kHz.
        case before(Int)

        /// Its frames could not be told from one another.
        case missed
    }

    /// Nil where the source came to `start`, as it mostly does.
    private(set) var ending: Ending?

    /// What was decoded past the end that the edit list states: the encoder's padding.
    private var padding: [Float] = []
    private var end: Int?

    /// More padding than any codec adds, in samples: the edit list does not speak of this sound.
    static let mostPadding = 16_384

    /// What lies behind this many samples is not decoded for nothing: ten seconds.
    private static let farthest = 480_000

    /// Begins at `position`, in samples at 48 kHz, or somewhat before: see `start`.
    init(path: String, near position: Int = 0) throws(MediaError) {
        var input = try SoundInput(path: path)
        var walked = SoundInput.Walked.unknown
        if position > Self.farthest {
            walked = try input.approach(position)
            if case .unknown = walked { input = try SoundInput(path: path) }
        }
        decoder = try SoundDecoder(input)
        clock = SoundClock(input)
        end = clock.end
        switch walked {
        case .unknown: start = 0
        case .end(let length, _):
            start = length
            isOver = true
        case .entry(let entry):
            start = entry.position
            isEntering = true
            decoder.enter(at: entry)
        }
        self.position = start
    }

    /// The error for a file of which nothing comes out.
    func nothingHeard(_ operation: String) -> MediaError {
        decoder.input.nothingHeard(operation)
    }

    var path: String { decoder.input.path }

    /// The open file.
    var input: SoundInput { decoder.input }

    /// Remarks for people about what was wrong with the file, complete once `next` returned nil.
    var warnings: [String] {
        var warnings: [String] = []
        let damaged = decoder.damagedPackets
        if damaged > 0 {
            warnings.append("damaged sound: \(damaged) packet\(damaged == 1 ? "" : "s") left out")
        }
        if let failure = decoder.readFailure {
            warnings.append("the sound ends early: \(failure)")
        } else if isOver, let promise = clock.promised, promise - position > 24_000 {
            let (found, stated) = (Double(position) / 48_000, Double(promise) / 48_000)
            warnings.append("the sound ends after \(tenths(found)) s of \(tenths(stated)) s")
        }
        if gaps > 0 { warnings.append(Self.warning(ofGaps: gaps)) }
        return warnings
    }

    /// Says that there are `gaps` in the sound.
    static func warning(ofGaps gaps: Int) -> String {
        "gaps in the sound: \(gaps) filled with silence"
    }

    /// Returns the next stretch, nil at the end.
    func next() throws(MediaError) -> Piece? {
        while queue.isEmpty, !isOver { try advance() }
        return queue.isEmpty ? nil : queue.removeFirst()
    }

    private func advance() throws(MediaError) {
        guard let frame = try decoder.next() else {
            if let end = decoder.endBeforeEntry {
                ending = end > start ? .missed : .before(clock.clipped(end))
            }
            try endRun()
            isOver = true
            return
        }
        var offset = 0
        if isEntering {
            guard let place = decoder.place(in: frame.pointee) else { return }
            offset = place.offset
            enter(place)
        }
        try fill(clock.silence(before: frame.pointee))
        if let resampler, !resampler.accepts(frame) { try endRun() }
        push(try resampler(for: frame).convert(frame, from: offset))
    }

    /// Goes on where a frame in the middle is entered, mostly at `start`.
    private func enter(_ place: SoundEntry.Place) {
        isEntering = false
        clock.resume(at: place.frameStart)
        if place.position > position { queue.append(.silence(place.position - position)) }
        position = place.position
    }

    private func resampler(
        for frame: UnsafeMutablePointer<AVFrame>
    ) throws(MediaError) -> StereoResampler {
        if let resampler { return resampler }
        let fresh = try StereoResampler(like: frame, path: decoder.input.path)
        resampler = fresh
        return fresh
    }

    private func fill(_ silence: Int) throws(MediaError) {
        if silence > 0 {
            try endRun()
            if position > 0 { gaps += 1 }
            position += silence
            queue.append(.silence(silence))
        } else if silence < 0 {
            position = silence
        }
    }

    private func endRun() throws(MediaError) {
        guard let resampler else { return }
        self.resampler = nil
        push(try resampler.finish())
    }

    /// Queues what lies between the source's second 0 and its end, and sets the padding aside.
    private func push(_ samples: [Float]) {
        let early = min(max(-position, 0), samples.count / 2)
        let kept = min(max(end.map { $0 - position } ?? .max, early), samples.count / 2)
        position += kept
        if early < kept { queue.append(.samples(Array(samples[2 * early..<2 * kept]))) }
        padding.append(contentsOf: samples[(2 * kept)...])
        if padding.count > 2 * StereoSource.mostPadding { distrustEnd() }
    }

    private func distrustEnd() {
        end = nil
        let late = padding
        padding = []
        push(late)
    }

    private func tenths(_ seconds: Double) -> Double { (seconds * 10).rounded() / 10 }
}
