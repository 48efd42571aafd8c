import CLibav
import Foundation

/// What a plan must know of a sound file.
package struct SoundInfo: Hashable, Sendable {
    /// The length in samples at 48 kHz, without what encoders add at the ends.
    package var sampleCount: Int

    /// The number of channels in the file.
    package var channels: Int

    /// The rate of the file in samples a second.
    package var sampleRate: Int

    /// The short name of the container: "mp3", "wav", "mp4".
    package var format: String

    /// The codec's short name: "aac", "mp3", "pcm_s16le".
    package var codec: String

    /// Which channels there are, as libav calls them: "mono", "stereo", "5.1(side)".
    package var layout: String

    /// Remarks for people about what was wrong with the file, each naming it.
    package var warnings: [String]

    /// Reads the file at `path` by decoding it: headers promise what the sound does not keep.
    ///
    /// The result agrees with `PCMStore` at speed 1 to the sample.
    package static func read(path: String) throws(MediaError) -> SoundInfo {
        let source = try StereoSource(path: path)
        var count = 0
        while let piece = try source.next() {
            switch piece {
            case .silence(let silence): count += silence
            case .samples(let samples): count += samples.count / 2
            }
            try MediaLimits.current.checkAudio(samples: count, path: path)
        }
        guard count > 0 else {
            throw MediaError(
                "read the sound", path: path, reason: "nothing in it can be decoded as sound")
        }
        return SoundInfo(
            sampleCount: count, channels: source.channels, sampleRate: source.sampleRate,
            format: source.format, codec: source.codec, layout: source.layout,
            warnings: source.warnings.map { "\(path): \($0)" })
    }
}
