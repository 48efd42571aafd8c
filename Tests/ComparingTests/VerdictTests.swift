import Comparing
import Testing

@Suite struct VerdictTests {
    private func comparison(
        _ findings: Comparison.Finding..., change: (inout Comparison) -> Void = { _ in }
    ) -> Comparison {
        var comparison = Comparison(
            file: .init(a: FileFacts(path: "a.mp4"), b: FileFacts(path: "b.mp4")))
        comparison.picture = Comparison.Picture()
        comparison.sound = Comparison.Sound()
        comparison.findings = findings
        change(&comparison)
        return comparison
    }

    @Test func notesLeaveThemTheSame() {
        let verdict = Comparison.Verdict(of: comparison(.init(.container, .info, "B: untagged")))
        #expect(verdict.same)
        #expect(verdict.better == "equal")
    }

    @Test func theOneWithoutFaultIsBetter() {
        let trembling = Comparison.Finding(.tremble, .error, a: 0.01, b: 0.48, "B trembles")
        let verdict = Comparison.Verdict(of: comparison(trembling))
        #expect(!verdict.same)
        #expect(verdict.better == "a")
        #expect(verdict.why == "B trembles.")
        let other = Comparison.Finding(.tremble, .error, a: 0.48, b: 0.01, "A trembles")
        #expect(Comparison.Verdict(of: comparison(other)).better == "b")
    }

    /// What B looks like speaks against B, whatever the values beside it are.
    @Test(arguments: [
        Comparison.Finding(.crop, .error, a: 100, b: 75, "B shows 75 % of A's picture"),
        Comparison.Finding(.matrix, .error, a: 709, b: 601, "B looks like BT.601"),
        Comparison.Finding(.range, .error, a: 115, b: 98, "B looks like limited range"),
        Comparison.Finding(.dropped, .error, a: 0, b: 45, "the last 45 frames are missing"),
    ])
    func aFaultOfBSpeaksAgainstIt(finding: Comparison.Finding) {
        let verdict = Comparison.Verdict(of: comparison(finding))
        #expect(verdict.better == "a" && verdict.why.hasPrefix("B "), "\(verdict.why)")
    }

    @Test func smallDifferencesDoNotOutweighAFault() {
        let banded = comparison(.init(.banding, .warning, a: 0.05, b: 0.4, "B shows steps")) {
            // Steps are edges.
            $0.picture?.sharpness_ratio = 1.1
        }
        #expect(Comparison.Verdict(of: banded).better == "a")
    }

    @Test func differentPicturesHaveNoBetter() {
        let strange = comparison(.init(.offset, .error, "nothing in B looks like A")) {
            $0.alignment.same_picture = false
            $0.sound?.lufs_a = -14
            $0.sound?.lufs_b = -30
        }
        let verdict = Comparison.Verdict(of: strange)
        #expect(!verdict.same && verdict.better == "equal")
        #expect(verdict.why.hasPrefix("They show different things"))
    }

    @Test func anOffsetSpeaksAgainstNeither() {
        let verdict = Comparison.Verdict(
            of: comparison(.init(.offset, .warning, a: 0, b: 113, "B is late")))
        #expect(!verdict.same)
        #expect(verdict.better == "equal")
        #expect(verdict.why.contains("time offset"))
    }

    @Test func loudnessNearerTheTargetWins() {
        let verdict = Comparison.Verdict(
            of: comparison(.init(.loudness, .warning, a: -18, b: -14.2, "A is quieter")))
        #expect(verdict.better == "b")
        #expect(verdict.why.contains("−14 LUFS"))
    }

    @Test func sharpnessDecidesBlur() {
        let blurred = comparison(.init(.blur, .warning, "A is softer")) {
            $0.picture?.sharpness_ratio = 1.2
        }
        #expect(Comparison.Verdict(of: blurred).better == "b")
    }

    @Test func barsAreKeptOrNot() throws {
        let thresholds = try Thresholds(parsing: "ssim=0.97, loudness=1,psnr=40,offset=20")
        let measured = comparison {
            $0.picture?.ssim_y = 0.98
            $0.picture?.psnr_y = 39.5
            $0.alignment.offset_ms = -20.5
        }
        let failures = thresholds.failures(of: measured)
        #expect(failures.map(\.bar.key) == [.loudness, .psnr, .offset])
        #expect(failures.first?.message == "loudness could not be measured")
        #expect(failures.last?.message == "offset is 20.5, above 20")
    }

    @Test func whatVMAFNeedsIsSaid() throws {
        let failures = try Thresholds(parsing: "vmaf=90").failures(of: comparison())
        let message = try #require(failures.first?.message)
        #expect(message.hasPrefix("vmaf could not be measured: it needs an ffmpeg with libvmaf"))
        #expect(message.contains("EXPLAINER_FFMPEG"))
    }

    @Test(arguments: [
        "", "ssim", "ssim=", "ssim=x", "ssim=nan", "foo=1", "ssim=1,,psnr=2", "ssim=1=2",
    ])
    func nonsenseIsRefused(text: String) {
        #expect(throws: Thresholds.ParseError.self) { try Thresholds(parsing: text) }
    }
}
