import Planning
import Testing

struct FrameCountTests {
    /// Counts frames one by one: frame `n` belongs where `n / fps` is before `milliseconds`.
    private func frames(before milliseconds: Int, _ numerator: Int, _ denominator: Int) -> Int {
        var n = 0
        while n * denominator * 1000 < milliseconds * numerator { n += 1 }
        return n
    }

    @Test(arguments: [
        ("24", 24, 1), ("25", 25, 1), ("30", 30, 1), ("60", 60, 1), ("23.976", 24_000, 1001),
        ("29.97", 30_000, 1001), ("59.94", 60_000, 1001), ("12.5", 25, 2),
        ("\"30000/1001\"", 30_000, 1001),
        ("30.0", 30, 1), ("1", 1, 1), ("240", 240, 1),
    ])
    func countIsTheCeilingOfLengthTimesRate(fps: String, numerator: Int, denominator: Int) throws {
        for length in [1, 33, 34, 1000, 1001, 1002, 5005, 59_999, 60_060] {
            let plan = try plan(#"{"m":{"fps":\#(fps)},"d":\#(length),"t":[]}"#)
            #expect(plan.canvas.frameRate == FrameRate(numerator, denominator))
            #expect(plan.frameCount == frames(before: length, numerator, denominator))
            // The sound ends with the last frame, rounded up to a whole sample.
            let ticks = plan.frameCount * denominator * 48_000
            #expect(plan.sound.sampleCount * numerator >= ticks)
            #expect((plan.sound.sampleCount - 1) * numerator < ticks)
        }
    }

    @Test(arguments: ["24", "29.97", "30", "59.94"])
    func everyFrameBelongsToTheSegmentThatContainsItsTime(fps: String) throws {
        let lengths = [33, 34, 100, 7, 500, 1001, 40]
        let segments = lengths.map { ##"{"color":"#000000","d":\##($0)}"## }.joined(separator: ",")
        let plan = try plan(pictures(segments, m: #"{"fps":\#(fps)}"#))
        let clips = try #require(plan.tracks.first?.clips)
        let rate = plan.canvas.frameRate
        var start = 0
        for (index, length) in lengths.enumerated() {
            let first = frames(before: start, rate.numerator, rate.denominator)
            let end = frames(before: start + length, rate.numerator, rate.denominator)
            let clip = clips.first { $0.id == "t1s\(index + 1)" }
            #expect(clip?.frames ?? first..<first == first..<end)
            start += length
        }
        #expect(clips.last?.frames.upperBound == plan.frameCount)
    }

    @Test func lastSecondOfADayIsExact() throws {
        let plan = try plan(#"{"m":{"fps":59.94},"d":86400000,"t":[]}"#)
        // 86400 s * 60000 / 1001 = 5178821.18, rounded up.
        #expect(plan.frameCount == 5_178_822)
    }

    @Test(arguments: ["29.97", "23.976", "59.94"])
    func decimalOfNTSCGivesANoticeAndTheFractionDoesNot(fps: String) throws {
        #expect(try plan(#"{"m":{"fps":\#(fps)},"d":9,"t":[]}"#).notices.count == 1)
        #expect(try plan(#"{"m":{"fps":"30000/1001"},"d":9,"t":[]}"#).notices.isEmpty)
    }

    @Test(arguments: ["0", "-30", "241", "1/0", "0/1", "x/y", "30/", "", "1e9", "30000/1001/1"])
    func impossibleRatesAreRefused(text: String) {
        #expect(FrameRate(parsing: text) == nil)
    }
}
