/// Frames that B lost, shows twice, or left black or frozen, and A has not.
package struct FrameFaults: Sendable {
    package var dropped = 0
    package var duplicated = 0
    package var blackMilliseconds = 0.0
    package var frozenMilliseconds = 0.0
    package var findings: [Comparison.Finding] = []

    /// Seconds that a black or frozen stretch lasts at least.
    static let leastStretch = 0.2

    package init() {}

    /// Finds the faults of B, and what differs in time, rate and size.
    package static func find(
        _ a: VideoSignature, _ b: VideoSignature, _ alignment: PictureAlignment
    ) -> FrameFaults {
        var faults = FrameFaults()
        faults.findings = alignment.findings(a, b)
        guard alignment.isSameContent else { return faults }
        let black = Stretches.black(a, b, alignment)
        let frozen = Stretches.frozen(a, b, alignment)
        faults.blackMilliseconds = black.reduce(0) { $0 + $1.seconds } * 1000
        faults.frozenMilliseconds = frozen.reduce(0) { $0 + $1.seconds } * 1000
        faults.findings += black.map {
            .init(
                .black, .error, at_ms: alignment.timeInA($0.start) * 1000, a: 0,
                b: $0.seconds * 1000, "B is black for \(milliseconds($0.seconds))")
        }
        faults.findings += frozen.map {
            .init(
                .frozen, .error, at_ms: alignment.timeInA($0.start) * 1000, a: 0,
                b: $0.seconds * 1000, "B stands still for \(milliseconds($0.seconds))")
        }
        let steps = FrameSteps(a: a, b: b, alignment: alignment, apart: black + frozen)
        faults.add(steps.events())
        return faults
    }

    /// Leaves out single frames that were lost or shown twice.
    mutating func leaveOutSteps() {
        (dropped, duplicated) = (0, 0)
        findings.removeAll {
            [.dropped, .duplicated].contains($0.kind) && $0.severity == .warning
        }
    }

    mutating func add(_ events: [FrameSteps.Event]) {
        for event in events {
            switch event.kind {
            case .dropped: dropped += event.count
            case .duplicated: duplicated += event.count
            }
        }
        for event in events.prefix(20) {
            let frames = event.count == 1 ? "a frame" : "\(event.count) frames"
            switch event.kind {
            case .dropped:
                findings.append(
                    .init(
                        .dropped, .warning, at_ms: event.time * 1000, a: 0,
                        b: Double(event.count),
                        event.isFilled
                            ? "B lost \(frames) and shows a neighbour for longer"
                            : "B lost \(frames)"))
            case .duplicated:
                findings.append(
                    .init(
                        .duplicated, .warning, at_ms: event.time * 1000, a: 0,
                        b: Double(event.count), "B shows \(frames) twice"))
            }
        }
    }
}

extension Comparison.Picture {
    mutating func add(_ faults: FrameFaults) {
        (dropped, duplicated) = (faults.dropped, faults.duplicated)
        (black_ms, frozen_ms) = (faults.blackMilliseconds, faults.frozenMilliseconds)
    }
}

func milliseconds(_ seconds: Double) -> String {
    "\((seconds * 10_000).rounded() / 10) ms"
}
