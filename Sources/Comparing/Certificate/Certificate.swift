package import Media

/// What an export promises, measured on the file: the JSON of `explainer certify`.
package struct Certificate: Hashable, Sendable, Codable {
    package enum Verdict: String, Hashable, Sendable, Codable {
        case pass, fail
        case notApplicable = "not-applicable"
    }

    /// What a promise is about.
    package enum Group: String, Hashable, Sendable, Codable, CaseIterable {
        case motion, colour, text, sound, file
    }

    package struct Promise: Hashable, Sendable, Codable {
        /// A word that stays: "loudness".
        package var id: String
        package var group: Group
        package var title: String
        package var verdict: Verdict
        /// What was measured, in words, or why nothing was.
        package var value: String
        package var bar: String

        /// A promise that is not judged yet.
        package init(_ id: String, _ group: Group, _ title: String, bar: String) {
            self.id = id
            self.group = group
            self.title = title
            self.bar = bar
            verdict = .notApplicable
            value = "–"
        }

        /// The promise judged by a value.
        package func judged(_ isKept: Bool, _ value: String) -> Promise {
            var promise = self
            promise.verdict = isKept ? .pass : .fail
            promise.value = value
            return promise
        }

        /// The promise that can't be judged, and why.
        package func lacking(_ reason: String) -> Promise {
            var promise = self
            promise.value = reason
            return promise
        }
    }

    package var file: String
    package var promises: [Promise]

    /// Whether no promise is broken.
    package var isKept: Bool { !promises.contains { $0.verdict == .fail } }

    /// Why a promise of the draft is not judged without one.
    package static let needsDraft = "needs --draft"

    /// Adds promises that were measured elsewhere; those of a group stay together.
    package mutating func add(_ more: [Promise]) {
        let all = promises + more
        promises = Group.allCases.flatMap { group in all.filter { $0.group == group } }
    }

    /// Reads what the video at `path` says of itself.
    ///
    /// - Throws: an error that names the file where it is no video, is cut short or can't be read.
    package static func source(at path: String) throws(MediaError) -> StoredFile {
        let file = try FileFactsReader.read(path: path)
        guard file.video != nil else {
            throw MediaError(
                operation, path: path, reason: "there is no picture in it; name a video")
        }
        if let damage = file.damage { throw MediaError(operation, path: path, reason: damage) }
        return file
    }

    private static let operation = "certify the video"

    /// Measures `file`, the video at `path`; `reference` is what a draft asks of it.
    ///
    /// - Throws: an error that names a file that can't be read, and what drawing the reference
    ///   throws.
    package static func of(
        _ file: StoredFile, at path: String, reference: Reference? = nil
    ) async throws -> Certificate {
        var certificate = Certificate(file: path, promises: [])
        certificate.add(FilePromises(file, reference).all)
        certificate.add(LabelPromises(file, reference?.labels).all)
        certificate.add(SoundPromises(try HeardSound(path, file, reference), reference).all)
        if let video = file.video {
            certificate.add(ColorPromises(video, try BitstreamColor.read(path: path)).all)
            certificate.add(try await MotionPromises.all(path, lines: video.height, reference))
            certificate.add(try await PicturePromises.all(path, video, reference))
        }
        certificate.add(UnseenPromises.all)
        return certificate
    }
}
