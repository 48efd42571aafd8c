import Foundation
import Media

/// Compares two videos: what is the same moment is found first, then all is measured there.
package struct Comparer {
    package typealias Progress = @Sendable (_ phase: String, _ share: Double) -> Void

    private let a: String
    private let b: String
    private let progress: Progress

    /// Compares the videos at the paths `a` and `b`; `progress` gets the name of what is done and
    /// how much of it is, 0...1.
    ///
    /// - Returns: what differs, and what a report shows beside it.
    /// - Throws: an error that names the file which is no video or can't be read.
    package static func run(
        _ a: String, _ b: String, progress: @escaping Progress = { _, _ in }
    ) async throws -> (comparison: Comparison, input: ReportInput) {
        try await Comparer(a: a, b: b, progress: progress).run()
    }

    private func run() async throws -> (comparison: Comparison, input: ReportInput) {
        progress("read", 0)
        let files = Comparison.Files(
            a: try FileFacts.read(path: a), b: try FileFacts.read(path: b))
        var comparison = Comparison(file: files)
        comparison.findings = files.findings
        let haveSound = files.a.audio != nil && files.b.audio != nil
        let havePicture = files.a.video != nil && files.b.video != nil
        async let sounds = haveSound ? sound() : nil
        let signatures = try await havePicture ? self.signatures() : nil
        let sound = try await sounds
        let series = add(sound, to: &comparison)
        var input = ReportInput(comparison: comparison)
        (input.envelopeA, input.envelopeB) = (series?.a, series?.b)
        if let signatures {
            try await add(signatures, sound?.alignment, &comparison, &input)
        }
        comparison.findings = Self.ordered(comparison.findings)
        comparison.verdict = Comparison.Verdict(of: comparison)
        input.comparison = comparison
        return (comparison, input)
    }

    // MARK: - Sound

    private func sound() async throws -> SoundComparison? {
        try SoundComparison.run(a, b, pictureOffset: nil)
    }

    private func add(
        _ sound: SoundComparison?, to comparison: inout Comparison
    ) -> (a: ReportInput.Envelope, b: ReportInput.Envelope)? {
        guard let sound else { return nil }
        comparison.sound = sound.sound
        comparison.alignment.same_sound = sound.isAlike
        comparison.findings += sound.findings
        func envelope(_ values: [Float]) -> ReportInput.Envelope {
            var envelope = ReportInput.Envelope()
            envelope.values = values.map(Double.init)
            return envelope
        }
        return (envelope(sound.envelopes.a), envelope(sound.envelopes.b))
    }

    // MARK: - Picture

    /// Both files are read side by side.
    private func signatures() async throws -> (a: VideoSignature, b: VideoSignature) {
        let (progress, a, b) = (progress, a, b)
        async let first = Task.detached {
            try VideoSignature.read(path: a) { progress("look", $0) }
        }.value
        async let second = Task.detached { try VideoSignature.read(path: b) }.value
        return (try await first, try await second)
    }

    private func add(
        _ signatures: (a: VideoSignature, b: VideoSignature), _ sound: SoundAlignment?,
        _ comparison: inout Comparison, _ input: inout ReportInput
    ) async throws {
        let alignment = PictureAlignment.find(
            signatures.a, signatures.b, soundOffset: sound?.offset
        ).settled(signatures.a, signatures.b, by: sound)
        let faults = FrameFaults.find(signatures.a, signatures.b, alignment)
        let sameSound = comparison.alignment.same_sound
        comparison.alignment = Self.facts(alignment, signatures)
        comparison.alignment.same_sound = sameSound
        async let motion = motion()
        var picture = Comparison.Picture()
        var findings = faults.findings
        if !alignment.isSameContent {
            comparison.alignment.offset_ms = 0
            comparison.alignment.drift_ppm = 0
            findings.insert(
                Comparison.Finding(
                    .offset, .error, at_ms: 0,
                    "the pictures show different things: nothing in B looks like A, so they can't "
                        + "be compared frame by frame"), at: 0)
        }
        if alignment.isSameContent {
            let sizes = (signatures.a.size, signatures.b.size)
            let codings = SampleCodings(
                comparison.file, heightA: sizes.0.height, heightB: sizes.1.height)
            findings += [codings.finding].compactMap(\.self)
            let pass = try MeasuringPass(a: a, b: b, alignment, sizes: sizes, codings: codings) {
                [progress] in progress("compare", $0)
            }
            let result = try await pass.run()
            picture = result.measures.picture
            findings += result.measures.findings + result.captions.findings
            comparison.text = Comparison.Text()
            comparison.text?.caption_offset_ms = result.captions.offset
            input.series.times = result.measures.frames.map(\.time)
            input.series.psnr = result.measures.frames.map(\.psnr)
            input.series.ssim = result.measures.frames.map(\.ssim)
            input.stills = try result.measures.worst.map(ReportInput.Still.init)
        }
        (picture.dropped, picture.duplicated) = (faults.dropped, faults.duplicated)
        (picture.black_ms, picture.frozen_ms) = (
            faults.blackMilliseconds, faults.frozenMilliseconds
        )
        picture.add(
            CutMatch(signatures.a, signatures.b, alignment),
            isSameContent: alignment.isSameContent)
        comparison.picture = picture
        let measured = try await motion
        comparison.motion = measured
        let tremble = alignment.isSameContent ? Self.tremble(measured) : []
        // What jumps by whole pixels can't be told frame by frame.
        if !tremble.isEmpty {
            findings.removeAll {
                [.dropped, .duplicated].contains($0.kind) && $0.severity == .warning
            }
        }
        findings += tremble
        comparison.findings = Self.together(findings, comparison.findings)
    }

    private static func facts(
        _ alignment: PictureAlignment, _ signatures: (a: VideoSignature, b: VideoSignature)
    ) -> Comparison.Alignment {
        var facts = Comparison.Alignment()
        facts.offset_ms = (alignment.offset * 10_000).rounded() / 10
        facts.drift_ppm = alignment.drift.rounded()
        (facts.fps_a, facts.fps_b) = (signatures.a.frameRate, signatures.b.frameRate)
        (facts.size_a, facts.size_b) = (signatures.a.size, signatures.b.size)
        facts.same_picture = alignment.isSameContent
        facts.crop = alignment.crop?.pixels(
            width: signatures.a.size.width, height: signatures.a.size.height)
        return facts
    }

    private func motion() async throws -> Comparison.Motion {
        let (a, b) = (a, b)
        async let first = Task.detached { try Tremble.measure(path: a) }.value
        async let second = Task.detached { try Tremble.measure(path: b) }.value
        var motion = Comparison.Motion()
        (motion.tremble_a, motion.tremble_b) = (try await first, try await second)
        return motion
    }

    /// Zooms at whole pixels have 0.15 (of a picture four times as large) to 1 px/frame²; an even
    /// one has 0.03, at good quality and at a passable one.
    private static func tremble(_ motion: Comparison.Motion) -> [Comparison.Finding] {
        guard let a = motion.tremble_a, let b = motion.tremble_b, b > 0.12, b > 2.5 * a else {
            return []
        }
        let words = String(format: "B's movement trembles: %.2f px/frame², A's %.2f", b, a)
        return [Comparison.Finding(.tremble, .warning, a: a, b: b, words)]
    }

    // MARK: - Findings

    /// What picture and sound both say of the time is said once, by the picture.
    private static func together(
        _ picture: [Comparison.Finding], _ others: [Comparison.Finding]
    ) -> [Comparison.Finding] {
        let told = Set(picture.map(\.kind)).intersection([.offset, .drift])
        return picture + others.filter { !told.contains($0.kind) || $0.b == nil }
    }

    /// The gravest first, then in order of time.
    private static func ordered(_ findings: [Comparison.Finding]) -> [Comparison.Finding] {
        let ranks: [Comparison.Finding.Severity: Int] = [.error: 0, .warning: 1, .info: 2]
        return findings.sorted {
            (ranks[$0.severity] ?? 3, $0.at_ms ?? 0) < (ranks[$1.severity] ?? 3, $1.at_ms ?? 0)
        }
    }
}

extension ReportInput.Still {
    init(_ frame: WorstFrame) throws {
        func jpeg(_ picture: RGBPicture) throws -> [UInt8] {
            try JPEGWriter.data(
                pixels: picture.samples, width: picture.width, height: picture.height, quality: 85)
        }
        self.init(
            time: frame.time, a: try jpeg(frame.a), b: try jpeg(frame.b),
            heat: try jpeg(frame.heat), ssim: frame.ssim)
    }
}
