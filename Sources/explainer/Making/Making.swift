import Explaining
import Foundation
import Inspecting
import Media
import Planning
import Rendering
import Speaking

/// Makes one explainer: picture and sentence → facts → script → voice → draft → video.
struct Making {
    private let inputs: MakeInputs
    private let places: MakePlaces
    private let options: MakeOptions

    /// What people should know.
    var notice: @Sendable (String) -> Void = { Console.error("notice: \($0)") }

    /// The name of a piece of work that begins.
    var phase: @Sendable (String) -> Void = { _ in }

    init(_ inputs: MakeInputs, _ places: MakePlaces, _ options: MakeOptions) {
        self.inputs = inputs
        self.places = places
        self.options = options
    }

    /// What would be said and shown, by estimated speaking times; nothing is written.
    func storyboardText() async throws -> String {
        let request = try request(facts: facts())
        let script = try await script(for: request)
        script.storyboard.notices.forEach(notice)
        return script.storyboard.text(fitted: script)
    }

    /// Makes the video and all that lies beside it.
    ///
    /// - Returns: what was made and where the time went, for people.
    func run() async throws -> String {
        var clock = PhaseClock()
        let draft = try await draft(&clock)
        let rendering = MakeRendering(places, options)
        let rendered = try await rendering.run(draft.text)
        clock.lap("video")
        return summary(draft, rendered, clock)
    }

    /// Makes the draft, and the sounds that it plays.
    func draft() async throws -> Draft {
        var clock = PhaseClock()
        return try await draft(&clock)
    }

    private func draft(_ clock: inout PhaseClock) async throws -> Draft {
        try options.check()
        phase("pictures")
        let facts = try facts()
        clock.lap("pictures")
        let request = try request(facts: facts)
        phase("script")
        let material = try await material(for: request)
        clock.lap("script")
        phase("voice")
        let spoken = try await speak(material, for: request)
        (spoken.script.storyboard.notices + spoken.narration.notices).forEach(notice)
        clock.lap("voice")
        phase("layout")
        let draft = try compose(spoken, facts: facts)
        clock.lap("layout")
        return draft
    }

    // MARK: - Facts and script

    private func facts() throws -> [PictureFacts] {
        try inputs.pictures.map { path in
            do {
                return try PictureFacts.read(path: path)
            } catch let error as MediaError {
                throw Failure("error: \(error)", .input)
            } catch {
                throw Failure("\(path): \(error)", .input)
            }
        }
    }

    private func request(facts: [PictureFacts]) throws -> ScriptRequest {
        ScriptRequest(
            sentence: inputs.sentence, ownText: try options.ownText(), pictures: facts,
            language: options.language, audience: options.audience,
            duration: options.milliseconds, seed: options.seed)
    }

    private func material(for request: ScriptRequest) async throws -> Storyboard {
        do {
            let material = try await options.backend()
                .writer(agent: CloudAgent.answer).material(for: request)
            guard let duration = request.duration else { return material.essential() }
            return ScriptFitter(target: duration).shortlist(material)
        } catch let error as ScriptError {
            throw Failure(error.reason, .input)
        }
    }

    private func script(for request: ScriptRequest) async throws -> FittedScript {
        let material = try await material(for: request)
        return fitted(material, material.estimatedDurations, to: request.duration)
    }

    private func fitted(
        _ storyboard: Storyboard, _ durations: [Int], to duration: Int?
    ) -> FittedScript {
        guard let duration else { return FittedScript(natural: storyboard, measured: durations) }
        return ScriptFitter(target: duration).choose(storyboard, measured: durations)
    }

    // MARK: - Voice

    private struct Spoken {
        var script: FittedScript
        var narration: Narration
    }

    /// Has all sentences spoken in one run, then keeps those that fit.
    private func speak(
        _ storyboard: Storyboard, for request: ScriptRequest
    ) async throws -> Spoken {
        let sentences = storyboard.beats.flatMap(\.sentences).map(\.text)
        let voices = try options.voices(for: storyboard.language)
        let narrator = Narrator(voices: voices, folder: places.assets)
        var narration = try await narrator.narrate(
            sentences, language: storyboard.language, rate: 1)
        let script = fitted(storyboard, narration.lines.map(\.duration), to: request.duration)
        narration.lines = script.kept.map { narration.lines[$0] }
        return Spoken(script: script, narration: narration)
    }

    // MARK: - Draft

    private func compose(_ spoken: Spoken, facts: [PictureFacts]) throws -> Draft {
        let storyboard = spoken.script.storyboard
        let fonts = try DraftArguments.fonts()
        let size = options.size ?? .fullHD
        let pictures = zip(inputs.pictures, facts).map { path, facts in
            ExplainedPicture(source: places.source(path), facts: facts)
        }
        let composer = ExplainerComposer(
            theme: options.theme, pixelWidth: size.width, pixelHeight: size.height,
            frameRate: options.fps, pictures: pictures,
            seed: options.seed,
            measurer: try TypesetMeasurer(fonts, language: storyboard.language))
        let music = try MakeMusic(options, places).soundtrack(
            for: spoken.script, sentence: inputs.sentence)
        return composer.draft(
            spoken.script, spoken.narration, source: places.source, soundtrack: music)
    }

    // MARK: - Words

    private func summary(_ draft: Draft, _ facts: RenderFacts, _ clock: PhaseClock) -> String {
        let beside = [places.draft, places.subtitles, places.webSubtitles, places.poster]
            .map(\.lastPathComponent).joined(separator: ", ")
        return
            ([facts.text, "beside it: \(beside)"] + Self.timeline(draft)
            + ["made in \(clock.text)"]).joined(separator: "\n")
    }

    /// The timeline of a draft that was made, what lies over the pictures in one line.
    static func timeline(_ draft: Draft) -> [String] {
        var seen = draft
        seen.tracks.removeAll { $0.role == .overlay }
        let layers = draft.tracks.count - seen.tracks.count
        return TimelineSummary(seen).lines + ["  and \(layers) layers of shade, cards and lines"]
    }
}
