import Foundation
import Media
import TestSupport
import Testing

@testable import Comparing

@Suite struct VMAFMeterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The mean is that of the filter which reads the two files itself.
    @Test(arguments: [1, 5]) func theMeanIsTheFilters(step: Int) async throws {
        guard let judge = try VMAFJudge.find(), let films = try MadeFilms() else { return }
        let a = try films.zoom("a.mp4", frames: 22, size: "320x180", speed: 0.01)
        let b = try films.copy(a, "b.mp4", "gblur=sigma=0.4", ["-crf", "33"])
        let expected = try judge.mean(a, b, step: step)
        let measured = try await measure(
            a, b, step: step, environment: judge.environment)
        #expect(abs(try #require(measured) - expected) < 0.05, "\(expected)")
        #expect(20..<99 ~= expected)
    }

    @Test func equalFramesAreNearlyPerfect() async throws {
        guard let judge = try VMAFJudge.find(), let films = try MadeFilms() else { return }
        let a = try films.film("a.mp4", "testsrc2=s=192x108:r=25:d=0.4")
        let measured = try await measure(a, a, step: 1, environment: judge.environment)
        #expect(try #require(measured) > 95)
    }

    /// A stands above B, plane by plane, and the log comes from the standard output.
    @Test func theProgramReadsBothAsOneFilm() async throws {
        let raw = folder.path("raw")
        let meter = try meter(
            "cat >'\(raw)'; printf '{\"pooled_metrics\": {\"vmaf\": {\"mean\": 42.5}}}'")
        let (a, b) = (frame(10), frame(60))
        meter.add(a, b)
        #expect(await meter.finish() == 42.5)
        let planes = [a.luma, b.luma, a.cb, b.cb, a.cr, b.cr].flatMap { $0 }
        #expect(try Data(contentsOf: URL(filePath: raw)) == Data(planes))
    }

    /// A program that is gone ends neither this one by a signal nor leaves it waiting.
    @Test(arguments: ["exit 1", "head -c 100 >/dev/null; exit 1", "cat >/dev/null; exit 1"])
    func aProgramThatFailsMeasuresNothing(script: String) async throws {
        let meter = try meter(script)
        for _ in 0..<200 { meter.add(frame(10), frame(60)) }
        #expect(await meter.finish() == nil)
    }

    @Test func aProgramThatHangsIsEnded() async throws {
        let meter = try meter("exec sleep 60", patience: 0.3)
        let clock = ContinuousClock.now
        for _ in 0..<200 { meter.add(frame(10), frame(60)) }
        #expect(await meter.finish() == nil)
        #expect(ContinuousClock.now - clock < .seconds(20))
    }

    @Test func withoutAProgramThereIsNone() {
        for named in [["EXPLAINER_FFMPEG": "/none/ffmpeg"], ["PATH": "/none"], [:]] {
            let meter = VMAFMeter(
                width: 64, height: 48, sampling: VMAFSampling(step: 1), environment: named)
            #expect(meter == nil)
        }
    }

    private func meter(_ script: String, patience: Double = 60) throws -> VMAFMeter {
        let program = folder.path("ffmpeg")
        try Tool.makeScript("#!/bin/sh\n\(script)\n", at: program)
        var environment = ProcessInfo.processInfo.environment
        environment["EXPLAINER_FFMPEG"] = program
        return try #require(
            VMAFMeter(
                width: 64, height: 48, sampling: VMAFSampling(step: 1), patience: patience,
                environment: environment))
    }

    private func frame(_ level: UInt8) -> VideoScan.Frame {
        VideoScan.Frame(
            time: 0, duration: 0.04, width: 64, height: 48,
            luma: (0..<64 * 48).map { level &+ UInt8($0 % 50) },
            cb: Array(repeating: level &+ 60, count: 32 * 24),
            cr: Array(repeating: level &+ 90, count: 32 * 24))
    }

    private func measure(
        _ a: String, _ b: String, step: Int, environment: [String: String]
    ) async throws -> Double? {
        let (first, second) = (try VideoScan(path: a), try VideoScan(path: b))
        var meter: VMAFMeter?
        while let a = try first.next(), let b = try second.next() {
            if meter == nil {
                meter = VMAFMeter(
                    width: a.width, height: a.height, sampling: VMAFSampling(step: step),
                    environment: environment)
            }
            meter?.add(a, b)
        }
        return await meter?.finish()
    }
}
