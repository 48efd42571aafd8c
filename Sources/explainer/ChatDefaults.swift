import ArgumentParser
import Foundation
import Media
import Planning
import Typesetting

/// The smaller canvas and pace of pictures that are sent in a chat.
enum ChatDefaults {
    /// In pixels.
    private static let longestSide = 640

    /// Frames a second; 20 are 5 of a GIF's centiseconds each, exactly.
    private static let mostFrames = 20.0

    /// Returns the canvas to use instead of `canvas`; nil where it is small enough.
    static func size(for canvas: Canvas) -> CanvasSize? {
        let (width, height) = (canvas.contentWidth, canvas.contentHeight)
        let side = max(width, height)
        guard side > longestSide else { return nil }
        func scaled(_ length: Int) -> Int {
            max((length * longestSide / side + 1) / 2 * 2, 16)
        }
        return CanvasSize(parsing: "\(scaled(width))x\(scaled(height))")
    }

    /// Returns the frame rate to use instead of `rate`; nil where it is low enough.
    ///
    /// It is a whole part of it, so that film keeps its even pace.
    static func rate(for rate: FrameRate) -> FrameRate? {
        guard rate.framesPerSecond > mostFrames else { return nil }
        let part = Int((rate.framesPerSecond / mostFrames).rounded(.up))
        return FrameRate(rate.numerator, rate.denominator * part)
    }
}

extension DraftArguments {
    /// Plans `draft` for a file of `format`, with a notice where it becomes smaller or loses its
    /// sound unasked.
    func plan(
        _ draft: Draft, for format: OutputFormat, hasSound: Bool
    ) throws -> (plan: RenderPlan, fonts: FontLibrary) {
        var result = try plan(draft)
        var notices: [String] = []
        if format.isForChat {
            var small = self
            small.size = size ?? ChatDefaults.size(for: result.plan.canvas)
            small.fps = fps ?? ChatDefaults.rate(for: result.plan.canvas.frameRate)
            if small.size != size || small.fps != fps {
                result = try small.plan(draft)
                notices.append(Self.smaller(format, result.plan.canvas))
            }
        }
        if format == .gif, result.plan.canvas.frameRate.framesPerSecond > Self.mostOfGIF {
            throw ValidationError(
                "--fps: a GIF counts hundredths of a second and has at most 50 frames in one.")
        }
        let sounds = result.plan.sound.tracks.contains { !$0.clips.isEmpty }
        if hasSound, sounds, !format.carriesSound {
            notices.append(
                "\(format.title) carries no sound: that of the draft is left out "
                    + "(--no-audio says that this is meant)")
        }
        result.plan.notices += notices.map { Notice($0, at: DraftPlace()) }
        return result
    }

    /// Players show pictures that are meant to last less than 2 hundredths for 10.
    private static let mostOfGIF = 50.0

    private static func smaller(_ format: OutputFormat, _ canvas: Canvas) -> String {
        let rate = String(format: "%.4g", canvas.frameRate.framesPerSecond)
        return
            "\(format.title) is made for chat: \(canvas.contentWidth)x\(canvas.contentHeight) at "
            + "\(rate) frames a second (--size and --fps say otherwise)"
    }
}
