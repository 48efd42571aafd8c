import Foundation
package import Media

/// How the sound of B differs from that of A.
package struct SoundComparison: Sendable {
    package var sound = Comparison.Sound()
    package var findings: [Comparison.Finding] = []

    /// Levels of each 100 ms in dBFS, each on its own timeline.
    package var envelopes: (a: [Float], b: [Float])

    /// Mean levels in dBFS of the bands of `SoundSpectrum.centres`, over what both share.
    package var spectrum: (a: [Float], b: [Float])

    /// Where A's times lie in B; nil where either is silent or shorter than 0.2 s.
    package var alignment: SoundAlignment?

    /// Whether B has the sound of A at all; nil where there is no telling.
    package var isAlike: Bool? { alignment.map { $0.confidence >= SoundAlignment.alike } }

    /// Compares the sounds of two files.
    ///
    /// - Parameters:
    ///   - a: The path of the file that is the measure.
    ///   - b: The path of the file that is compared with it.
    ///   - pictureOffset: How late B's picture is, in milliseconds: a sound that is as late is in
    ///     its place. Nil where it is not known.
    /// - Returns: What differs; nil where one of the files has a picture only.
    /// - Throws: An error that names the file that can't be read.
    package static func run(
        _ a: String, _ b: String, pictureOffset: Double?
    ) throws(MediaError) -> SoundComparison? {
        guard let a = try store(a), let b = try store(b) else { return nil }
        return try SoundComparison(
            (try SoundAnalysis(a), a), (try SoundAnalysis(b), b), pictureOffset: pictureOffset)
    }

    private static func store(_ path: String) throws(MediaError) -> PCMStore? {
        do {
            return try PCMStore(decoding: path)
        } catch {
            if let film = try? FilmInfo.read(path: path), !film.hasSound { return nil }
            throw error
        }
    }

    private init(
        _ a: (analysis: SoundAnalysis, store: PCMStore),
        _ b: (analysis: SoundAnalysis, store: PCMStore), pictureOffset: Double?
    ) throws(MediaError) {
        envelopes = (a.analysis.envelope, b.analysis.envelope)
        let aligner = SoundAligner(a, b)
        let found = try aligner.alignment(expected: (pictureOffset ?? 0) / 1_000)
        alignment = found
        let same = SoundAlignment(offset: 0, drift: 0, confidence: 0)
        let used = found.flatMap { $0.confidence >= SoundAlignment.alike ? $0 : nil }
        spectrum = try SoundSpectrum.levels(a.store, b.store, used ?? same)
        sound.lufs_a = a.analysis.loudness.integrated.map { $0.rounded(toParts: 100) }
        sound.lufs_b = b.analysis.loudness.integrated.map { $0.rounded(toParts: 100) }
        sound.peak_a = a.analysis.loudness.truePeak.map { $0.rounded(toParts: 100) }
        sound.peak_b = b.analysis.loudness.truePeak.map { $0.rounded(toParts: 100) }
        sound.clicks_a = a.analysis.clicks.count
        sound.clicks_b = b.analysis.clicks.count
        if let used {
            sound.offset_ms = (used.offset * 1_000).rounded(toParts: 100)
            sound.drift_ppm = (used.drift * 1e6).rounded(toParts: 10)
        }
        let pair = SoundPair(a: a.analysis, b: b.analysis, line: used ?? same)
        findings = pair.timing(found, pictureOffset: pictureOffset) + pair.loudness()
        if let clipping = pair.clipping() { findings.append(clipping) }
        guard found == nil || used != nil else { return }
        let lost = pair.silences()
        sound.silence_ms = lost.reduce(0) { $0 + $1.milliseconds }.rounded(toParts: 10)
        findings += lost.map(\.finding)
        if let cut = pair.cutTail() { findings.append(cut) }
        let clicks = try pair.clicks(a.store, lost: lost)
        // Some are heard only beside A.
        sound.clicks_b = max(sound.clicks_b, clicks.count)
        findings += clicks
    }
}
