import Explaining
import Foundation
import Inspecting
import Planning
import Testing

@Suite struct ScriptFitterTests {
    static let verdicts: [PictureFacts.Verdict] = [
        .generationDataEmbedded, .generatedDeclared, .cameraDataPresent, .nothingEmbedded,
    ]

    @Test(arguments: [15, 30, 45, 60, 90, 120])
    func everyLengthIsReachedWithinHalfASecond(seconds: Int) throws {
        for sentence in [ScriptCases.canonical, ScriptCases.chinese] {
            for audience in Audience.allCases {
                for verdict in [PictureFacts.Verdict.generatedDeclared, .nothingEmbedded] {
                    let request = ScriptRequest(
                        sentence: sentence, pictures: [Specimen.facts(verdict)],
                        audience: audience, seed: 3)
                    let material = try LocalScriptWriter().material(for: request)
                    let fitted = ScriptFitter(target: seconds * 1000).fit(material)
                    #expect(abs(fitted.duration - seconds * 1000) <= 500, "\(verdict) \(audience)")
                    #expect(fitted.storyboard.notices.isEmpty)
                    #expect(
                        abs(fitted.rate - 1) < 0.08, "\(fitted.storyboard.text(fitted: fitted))")
                }
            }
        }
    }

    @Test func timesAddUpToTheLength() throws {
        let material = try canonical()
        let fitted = ScriptFitter(target: 45_000).fit(material)
        #expect(fitted.beats.count == fitted.storyboard.beats.count)
        #expect(fitted.beats.reduce(0) { $0 + $1.duration } == fitted.duration)
        var end = 0
        for (beat, time) in zip(fitted.storyboard.beats, fitted.beats) {
            #expect(time.start == end)
            #expect(time.duration >= beat.leastDuration)
            #expect(time.sentences.count == beat.sentences.count)
            end = time.start + time.duration
            let spoken = time.sentences.last.map { $0.start + $0.duration } ?? 0
            #expect(spoken + fitted.pacing.beatPause <= end + 1)
        }
        #expect((180...450).contains(fitted.pacing.sentencePause))
        #expect((350...900).contains(fitted.pacing.beatPause))
        #expect((1200...2600).contains(fitted.pacing.hold))
    }

    @Test(arguments: [0.82, 0.93, 1.0, 1.08, 1.2])
    func measuredSpeechLandsWithinTwoTenths(pace: Double) throws {
        let fitter = ScriptFitter(target: 30_000)
        let shortlist = fitter.shortlist(try canonical())
        let measured = shortlist.estimatedDurations.enumerated().map { index, duration in
            // A voice is never quite what was guessed.
            Int(Double(duration) * pace) + (index * 37) % 160 - 80
        }
        let fitted = fitter.choose(shortlist, measured: measured)
        #expect(abs(fitted.duration - 30_000) <= 200)
        let spoken = fitted.kept.map { Int((Double(measured[$0]) / fitted.rate).rounded()) }
        #expect(fitted.beats.flatMap(\.sentences).map(\.duration) == spoken)
    }

    @Test func keptIndicesNameTheKeptSentences() throws {
        let material = try canonical()
        let all = material.beats.flatMap(\.sentences)
        let fitted = ScriptFitter(target: 30_000).fit(material)
        #expect(fitted.kept.map { all[$0] } == fitted.storyboard.beats.flatMap(\.sentences))
        #expect(fitted.kept == fitted.kept.sorted())
    }

    @Test func thirtySecondsShowAllSixBeats() throws {
        for verdict in Self.verdicts {
            let request = ScriptRequest(
                sentence: ScriptCases.canonical, pictures: [Specimen.facts(verdict)])
            let fitted = ScriptFitter(target: 30_000)
                .fit(try LocalScriptWriter().material(for: request))
            let ids = fitted.storyboard.beats.map(\.id)
            for id in ["hook", "what-it-is", "denoise", "record", "tell", "end"] {
                #expect(ids.contains(id), "\(verdict) \(id)")
            }
        }
    }

    @Test func higherRanksGoFirst() {
        let beats = (0..<6).map { index in
            Beat(
                id: "b\(index)", sentences: [.init("s\(index).")],
                visual: .picture(0, label: nil), leastDuration: 0, rank: index % 3)
        }
        let storyboard = Storyboard(title: "t", language: "en", beats: beats)
        let measured = [Int](repeating: 4000, count: 6)
        // Two of four seconds, a pause, the lead and the hold: 10.7 s; a third makes 15.3 s.
        let fitted = ScriptFitter(target: 11_000).choose(storyboard, measured: measured)
        #expect(fitted.storyboard.beats.map(\.id) == ["b0", "b3"])
    }

    @Test func chapterOfADroppedBeatStartsAtTheNextOfThatChapter() {
        let beats = [
            Beat(id: "a", chapter: "One", sentences: [.init("A.")], visual: .noising(picture: 0)),
            Beat(
                id: "b", chapter: "Two", sentences: [.init("B.")], visual: .noising(picture: 0),
                rank: 3),
            Beat(id: "c", sentences: [.init("C.")], visual: .noising(picture: 0)),
        ]
        let storyboard = Storyboard(title: "t", language: "en", beats: beats)
        let fitted = ScriptFitter(target: 8000).choose(storyboard, measured: [2000, 2000, 2000])
        #expect(fitted.storyboard.beats.map(\.id) == ["a", "c"])
        #expect(fitted.storyboard.beats.map(\.chapter) == ["One", "Two"])
    }

    @Test(arguments: [ScriptCases.canonical, ScriptCases.chinese])
    func threeSecondsHoldTheOpeningAndSaySo(sentence: String) async throws {
        let storyboard = try await LocalScriptWriter().storyboard(
            for: ScriptRequest(
                sentence: sentence, pictures: [Specimen.facts(.generationDataEmbedded)],
                duration: 3000))
        #expect(storyboard.beats.map(\.id) == ["hook"])
        #expect(storyboard.beats[0].sentences.count == 1)
        #expect(storyboard.notices.count == 1)
        #expect(storyboard.notices[0].contains("3.0 s"))
    }

    @Test func tenMinutesTakeAsLongAsTheMaterial() async throws {
        let request = ScriptRequest(
            sentence: ScriptCases.canonical, pictures: [Specimen.facts(.nothingEmbedded)],
            duration: 600_000)
        let storyboard = try await LocalScriptWriter().storyboard(for: request)
        #expect(
            storyboard
                == {
                    var all = (try? LocalScriptWriter().material(for: request)) ?? storyboard
                    all.notices = storyboard.notices
                    return all
                }())
        #expect(storyboard.notices.first?.contains("material for") == true)
    }

    @Test func unaskedLengthIsAboutFortySeconds() async throws {
        for sentence in [ScriptCases.canonical, ScriptCases.chinese] {
            for verdict in Self.verdicts {
                let storyboard = try await LocalScriptWriter().storyboard(
                    for: ScriptRequest(sentence: sentence, pictures: [Specimen.facts(verdict)]))
                // What it takes with natural pauses, of which the printed length is made.
                let line = storyboard.text().split(separator: "\n")[0]
                let seconds = line.split(separator: " ").dropLast().last.flatMap { Double($0) } ?? 0
                #expect((32.0...48.0).contains(seconds), "\(verdict): \(line)")
            }
        }
    }

    @Test func speakingTimesFollowTheirRates() {
        // 31 characters at 15.5 a second, and a quarter of a second.
        let english = "Thirty-one characters are here."
        #expect(english.count == 31)
        #expect(SpeakingTime.estimate(english, language: "en") == 2250)
        // 23 Han characters at 4.6 a second; punctuation is silent.
        let chinese = "这一句话里面正好有二十三个汉字，请你数一数看啊。"
        #expect(chinese.unicodeScalars.count(where: \.properties.isIdeographic) == 22)
        #expect(SpeakingTime.estimate(chinese, language: "zh-Hans") == 250 + 4783)
    }

    private func canonical() throws -> Storyboard {
        try LocalScriptWriter().material(
            for: ScriptRequest(
                sentence: ScriptCases.canonical,
                pictures: [Specimen.facts(.generationDataEmbedded)]))
    }
}
