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
        comparison.alignment.add(alignment, signatures)
        async let motion = motion()
        var picture = Comparison.Picture()
        var findings: [Comparison.Finding] = []
        if !alignment.isSameContent {
            findings.append(
                Comparison.Finding(
                    .offset, .error, at_ms: 0,
                    "the pictures show different things: nothing in B looks like A, so they can't "
                        + "be compared frame by frame"))
        } else {
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
        picture.add(
            CutMatch(signatures.a, signatures.b, alignment),
            isSameContent: alignment.isSameContent)
        let tracks = try await motion
        comparison.motion = Self.motion(tracks)
        let tremble =
            alignment.isSameContent
            ? Self.tremble(comparison.motion, lines: signatures.b.size.height) : []
        var faults = FrameFaults.find(signatures.a, signatures.b, alignment)
        // What jumps by whole pixels can't be told frame by frame.
        if tremble.isEmpty {
            let rates = (signatures.a.frameRate, signatures.b.frameRate)
            faults.add(tracks, rates: rates, alignment)
        } else {
            faults.leaveOutSteps()
        }
        picture.add(faults)
        comparison.picture = picture
        comparison.findings = Self.together(
            findings + faults.findings + tremble, comparison.findings)
    }

    private func motion() async throws -> (a: MotionTrack, b: MotionTrack) {
        let (a, b) = (a, b)
        async let first = Task.detached { try MotionTrack.read(path: a) }.value
        async let second = Task.detached { try MotionTrack.read(path: b) }.value
        return (try await first, try await second)
    }
}
