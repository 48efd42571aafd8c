import Foundation
import Media

/// What single frames promise: by themselves, and beside those that the draft draws.
struct PicturePromises {
    /// Of frames by themselves, by index; those that show squares are left out.
    private var banding: [(index: Int, value: Double)] = []
    /// How many frames were looked at.
    private var frameCount = 0
    private var drawn = DrawnFrames()
    private let rate: Double
    private let reference: Certificate.Reference?

    /// Why the draft's frames can't be laid beside the file's; nil where they can.
    private var misfit: String?

    /// Reads sampled frames of the file at `path` and says what they keep.
    static func all(
        _ path: String, _ video: StoredFile.Video, _ reference: Certificate.Reference?
    ) async throws -> [Certificate.Promise] {
        var promises = PicturePromises(video, reference)
        let frames = min(video.times.frames, reference?.frames ?? .max)
        let sampling = FrameSampling(frames: frames, cuts: reference?.cuts ?? [])
        try await sampling.read(path, SampleCoding(video)) { index, near in
            guard let frame = near[index] else { return }
            promises.add(frame, index)
            guard let reference, promises.misfit == nil else { return }
            guard frame.width == reference.width, frame.height == reference.height,
                min(frame.width, frame.height) >= 8
            else {
                promises.misfit =
                    "\(frame.width)x\(frame.height), drawn \(reference.width)x\(reference.height)"
                return
            }
            promises.drawn.add(try await reference.draw(index), near, at: index)
        }
        return promises.all
    }

    private init(_ video: StoredFile.Video, _ reference: Certificate.Reference?) {
        rate = video.frameRate ?? 25
        self.reference = reference
    }

    private mutating func add(_ frame: VideoScan.Frame, _ index: Int) {
        frameCount += 1
        guard !Squares.areShown(by: frame.luma, width: frame.width, height: frame.height) else {
            return
        }
        let value = Banding.index(frame.luma, width: frame.width, height: frame.height)
        banding.append((index, value))
    }

    private var all: [Certificate.Promise] {
        [steps, picture, colours, matrix, timing]
    }

    /// The share of a frame's gradients that may lie in steps.
    private static let mostBanding = 0.25

    private var steps: Certificate.Promise {
        let promise = Certificate.Promise(
            "banding", .colour, "Gradients have no steps", bar: "at most 0.25 of them in steps")
        guard let worst = banding.max(by: { $0.value < $1.value }) else {
            return promise.lacking(
                frameCount == 0 ? "no frame can be read" : "all frames show squares")
        }
        return promise.judged(
            worst.value <= Self.mostBanding,
            String(format: "%.2f", worst.value)
                + (worst.value > 0 ? " at \(moment(worst.index))" : ""))
    }

    private func moment(_ index: Int) -> String { Wording.moment(Double(index) / rate) }

    /// Why nothing can be said; a misfit is said as a value.
    private func judged(
        _ promise: Certificate.Promise, _ judge: () -> Certificate.Promise
    ) -> Certificate.Promise {
        guard reference != nil else { return promise.lacking(Certificate.needsDraft) }
        if let misfit { return promise.judged(false, misfit) }
        return drawn.samples.isEmpty ? promise.judged(false, "no frame can be read") : judge()
    }

    /// Decibels, of all sampled frames and of the worst.
    private static let leastPSNR = 34.0
    private static let leastWorst = 28.0

    private var picture: Certificate.Promise {
        let promise = Certificate.Promise(
            "picture", .colour, "Frames are those that the draft draws",
            bar: "PSNR of luma at least 34 dB, 28 dB in each")
        return judged(promise) {
            let mean = drawn.samples.map(\.psnr).mean ?? 0
            let worst = drawn.samples.min { $0.psnr < $1.psnr }
            let words = worst.map {
                String(format: ", the worst %.1f dB at ", $0.psnr) + moment($0.index)
            }
            return promise.judged(
                mean >= Self.leastPSNR && (worst?.psnr ?? 0) >= Self.leastWorst,
                String(format: "%.1f dB in %d frames", mean, drawn.samples.count) + (words ?? ""))
        }
    }

    private static let mostDifference = 1.0

    private var colours: Certificate.Promise {
        let promise = Certificate.Promise(
            "colours", .colour, "Colours are the draft's", bar: "mean ΔE2000 at most 1")
        return judged(promise) {
            let mean = zip(drawn.colors.a, drawn.colors.b).map(ColorDifference.ofStored).mean ?? 0
            return promise.judged(mean <= Self.mostDifference, String(format: "%.2f", mean))
        }
    }

    private var matrix: Certificate.Promise {
        let promise = Certificate.Promise(
            "matrix", .colour, "Pixels are made by what the tags say",
            bar: "no other matrix, range or level")
        return judged(promise) {
            guard let mistake = ColorFit(drawn.colors).mistake else {
                return promise.judged(true, "BT.709, limited range")
            }
            let named = [mistake.matrix.message, mistake.range.message].compactMap { $0 }
            let level = String(format: "luma times %.2f %+.1f", mistake.gain, mistake.offset)
            let words = named.isEmpty ? level : named.joined(separator: ", ")
            return promise.judged(false, words.replacing("B looks like", with: "it looks like"))
        }
    }

    /// The share of telling frames that may be off.
    private static let mostOff = 0.1

    private var timing: Certificate.Promise {
        let promise = Certificate.Promise(
            "timing", .motion, "Each frame is at its time", bar: "not one frame early or late")
        return judged(promise) {
            let shifts = drawn.samples.compactMap(\.shift)
            guard !shifts.isEmpty else { return promise.lacking("nothing moves enough to tell") }
            let off = shifts.filter { $0 != 0 }
            let isKept = Double(off.count) <= Self.mostOff * Double(shifts.count)
            let middle = Int((off.map(Double.init).median ?? 0).rounded())
            let words = "\(middle > 0 ? "late" : "early") by \(abs(middle)) in \(off.count)"
            return promise.judged(
                isKept, (off.isEmpty ? "on time in all" : words) + " of \(shifts.count) frames")
        }
    }
}
