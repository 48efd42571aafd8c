import Foundation
import Media

/// What an export promises, measured on the file: the JSON of `explainer certify`.
package struct Certificate: Hashable, Sendable, Codable {
    package enum Verdict: String, Hashable, Sendable, Codable {
        case pass, fail
        case notApplicable = "not-applicable"
    }

    package struct Promise: Hashable, Sendable, Codable {
        /// A word that stays: "loudness".
        package var id: String
        package var title: String
        package var verdict: Verdict
        /// What was measured, in words.
        package var value: String
        package var bar: String

        init(_ id: String, _ title: String, bar: String) {
            self.id = id
            self.title = title
            self.bar = bar
            verdict = .notApplicable
            value = "–"
        }

        /// The promise judged by a value.
        func judged(_ isKept: Bool, _ value: String) -> Promise {
            var promise = self
            promise.verdict = isKept ? .pass : .fail
            promise.value = value
            return promise
        }
    }

    /// What a draft asks of its export.
    package struct Expected: Hashable, Sendable {
        package var frames: Int
        package var width: Int
        package var height: Int
        package var framesPerSecond: Double
        package var hasSound: Bool

        package init(
            frames: Int, width: Int, height: Int, framesPerSecond: Double, hasSound: Bool
        ) {
            self.frames = frames
            self.width = width
            self.height = height
            self.framesPerSecond = framesPerSecond
            self.hasSound = hasSound
        }
    }

    package var file: String
    package var promises: [Promise]

    /// Whether no promise is broken.
    package var isKept: Bool { !promises.contains { $0.verdict == .fail } }

    /// Measures the file at `path`; `expected` is what a draft asks of it.
    ///
    /// - Throws: an error that names the file where it is no video or can't be read.
    package static func of(
        _ path: String, expected: Expected? = nil,
        progress: @Sendable (_ phase: String) -> Void = { _ in }
    ) throws -> Certificate {
        progress("file")
        let file = try FileFactsReader.read(path: path)
        var promises = FilePromises(file, expected).all
        progress("sound")
        let sound = try file.audio.map { _ in try SoundAnalysis.read(path: path) }
        promises += SoundPromises(sound).all
        progress("picture")
        promises += try PicturePromises.all(path, hasPicture: file.video != nil)
        return Certificate(file: path, promises: promises)
    }
}
