import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// Which frame of a film shows at which frame of a timeline: the numbers in the pictures against
/// exact arithmetic.
struct FilmFrameTests {
    private static let rates = [
        FrameRate(24_000, 1001), FrameRate(24), FrameRate(25), FrameRate(30_000, 1001),
        FrameRate(30), FrameRate(50), FrameRate(60), FrameRate(12),
    ]

    /// Where a segment starts on the timeline and in its source, in milliseconds.
    private static let trims = [(0, 0), (0, 333), (0, 500), (1234, 0)]

    /// Quarters: 0.25, 0.5, 1, 2 and 4.
    private static let speeds = [1, 2, 4, 8, 16]

    /// A frame of a timeline, and the number that must be on it.
    private struct Question {
        var time: Double
        var code: Int
        var text: String
    }

    /// All frames of a timeline on which `fixture` plays, up to a little past its end.
    private func questions(
        _ fixture: FilmFixture, _ info: FilmInfo, _ rate: FrameRate, begin: Int, start: Int,
        speed: Int, loops: Bool = false
    ) -> [Question] {
        let footage = Footage(
            start: Double(start) / 1000, speed: Double(speed) / 4, lead: info.lead,
            length: info.end - info.lead, loops: loops)
        let first = rate.frameIndex(atOrAfterMilliseconds: begin)
        let span = Clip.Span(start: rate.frames(atMilliseconds: Double(begin)), end: 1e6)
        let played = (info.seconds * (loops ? 3 : 1) + 0.2 - footage.start) / footage.speed
        return (first..<first + Int(played * rate.framesPerSecond)).compactMap { index in
            let time = FilmTime(
                frame: index, rate: (rate.numerator, rate.denominator), start: start, begin: begin,
                speed: speed)
            guard
                let code = loops ? fixture.codeWhenLooped(at: time) : fixture.code(at: time)
            else { return nil }
            return Question(
                time: footage.time(at: index, in: span, rate: rate), code: code,
                text: "frame \(index) at \(rate), s \(begin), ss \(start), sp \(speed)/4")
        }
    }

    /// Asks a reader in order of time, and expects each answer.
    private func expect(
        _ questions: [Question], of fixture: FilmFixture, _ path: String
    ) throws {
        let reader = try FilmReader(path: path)
        let code = try #require(FrameCode(fixture))
        var last: (frame: FilmFrame, number: Int?)?
        var wrong: [String] = []
        for question in questions.sorted(by: { $0.time < $1.time }) {
            let frame = try reader.frame(at: question.time)
            if last?.frame !== frame {
                last = (frame, try code.number(frame, reader.orientation))
            }
            if last?.number != question.code {
                wrong.append(
                    "\(question.text): \(String(describing: last?.number)), not \(question.code)")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count) of \(questions.count): \(wrong.prefix(5))")
        #expect(reader.warnings == [])
    }

    @Test(arguments: FilmFixture.coded)
    func theFrameShowsWhoseIntervalHoldsTheTime(_ fixture: FilmFixture) throws {
        guard let path = fixture.path else { return }
        let info = try FilmInfo.read(path: path)
        var asked: [Question] = []
        for rate in Self.rates {
            for (begin, start) in Self.trims {
                for speed in Self.speeds {
                    asked += questions(
                        fixture, info, rate, begin: begin, start: start, speed: speed)
                }
            }
        }
        try expect(asked, of: fixture, path)
    }

    @Test(arguments: FilmFixture.coded.filter { $0.exactRate != nil })
    func aLoopStartsOverAtTheEndOfItsLastFrame(_ fixture: FilmFixture) throws {
        guard let path = fixture.path else { return }
        let info = try FilmInfo.read(path: path)
        for (rate, speed) in [(FrameRate(30), 4), (FrameRate(24_000, 1001), 4), (FrameRate(25), 2)]
        {
            let asked = questions(
                fixture, info, rate, begin: 0, start: 333, speed: speed, loops: true)
            try expect(asked, of: fixture, path)
        }
    }

    /// What a reader gives for each frame of a film: its samples, or its number where it is no
    /// planes.
    private func content(
        _ reader: FilmReader, at time: Double, _ code: FrameCode
    ) throws -> Data {
        let frame = try reader.frame(at: time)
        guard case .planes(let planes) = frame.content else {
            return Data([UInt8(try code.number(frame, reader.orientation) ?? 255)])
        }
        var data = Data()
        for y in 0..<planes.height {
            data.append(planes.luma + y * planes.lumaStride, count: planes.width)
        }
        for y in 0..<planes.chromaHeight {
            data.append(planes.cb + y * planes.cbStride, count: planes.chromaWidth)
            data.append(planes.cr + y * planes.crStride, count: planes.chromaWidth)
        }
        return data
    }

    @Test(arguments: FilmFixture.coded)
    func anyOrderGivesTheSameFrames(_ fixture: FilmFixture) throws {
        guard let path = fixture.path, let count = fixture.facts.frames?.count else { return }
        let code = try #require(FrameCode(fixture))
        let info = try FilmInfo.read(path: path)
        let times = (0..<count).map {
            info.start + (Double($0) + 0.5) / Double(count) * info.seconds
        }
        let inOrder = try FilmReader(path: path)
        let wanted = try times.map { try content(inOrder, at: $0, code) }
        let isFast = wanted.allSatisfy { $0.count > 1 }
        #expect(Set(wanted).count >= count / (fixture.facts.vfr == true ? 3 : 1))
        var random = Xorshift(17)
        let shuffled = times.indices.shuffled(using: &random)
        let orders = [Array(times.indices.reversed()), shuffled].map {
            isFast ? $0 : Array($0.prefix(8))
        }
        for order in orders {
            let reader = try FilmReader(path: path)
            for index in order {
                let found = try content(reader, at: times[index], code)
                #expect(found == wanted[index], "frame \(index)")
            }
        }
        // A reader of its own for one frame, as each chunk of a render has it.
        for index in shuffled.prefix(6) {
            let reader = try FilmReader(path: path)
            #expect(try content(reader, at: times[index], code) == wanted[index], "frame \(index)")
        }
    }

    @Test(arguments: FilmFixture.coded)
    func theFrameThatIsDrawnIsTheOneThatWasFound(_ fixture: FilmFixture) async throws {
        guard let path = fixture.path else { return }
        let info = try FilmInfo.read(path: path)
        let plan = RenderPlan.film(info, path, rate: FrameRate(30), start: 0.2)
        let code = try #require(FrameCode(fixture))
        for (index, drawn) in zip([7, 0, 3], try await plan.played([7, 0, 3])) {
            let time = FilmTime(
                frame: index, rate: (30, 1), start: 200, begin: 0, speed: 4)
            #expect(code.number(drawn.gray) == fixture.code(at: time), "frame \(index)")
        }
    }
}
