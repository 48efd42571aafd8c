import Foundation

/// A film or an animation of the shared material, and what is known about it.
package struct FilmFixture: Decodable, Sendable, CustomStringConvertible {
    /// Its path inside the material's folder.
    package var file: String
    package var kind: String
    package var expect: String
    package var odd: String
    package var facts: Facts

    package var description: String { file }

    /// What its maker, or an independent reader, says.
    package struct Facts: Decodable, Sendable {
        package var width: Int?
        package var height: Int?

        /// Seconds of the picture.
        package var duration_s: Double?
        package var video_duration_s: Double?

        /// The number of frames.
        package var frames: Frames?
        package var fps: String?

        /// Where the number of each frame stands in its picture.
        package var frame_code: Code?
        package var first_visible_code: Int?
        package var vfr: Bool?
        package var alpha: Bool?
        package var has_audio: Bool?

        /// What the corners' middles are: "tl", "tr", "bl", "br".
        package var corners_rgb: [String: [Int]]?
        package var expected_upright: [String: [Int]]?
        package var corners: [String: [Int]]? { corners_rgb ?? expected_upright }
        package var audio_channels: Int?

        /// When clicks are heard, in seconds.
        package var onsets_s: [Double]?

        /// How long each frame of an animation shows.
        package var delays_ms: [Int]?
        package var readers: Readers?
    }

    /// A count, which other files give as a list.
    package struct Frames: Decodable, Sendable {
        package var count: Int?

        package init(from decoder: any Decoder) throws {
            count = try? decoder.singleValueContainer().decode(Int.self)
        }
    }

    /// Black and white blocks in a row that spell a frame's number, the highest bit left.
    package struct Code: Decodable, Sendable {
        package var bits: Int
        package var x0: Int
        package var y0: Int
        package var block_w: Int
        package var block_h: Int
    }

    /// What other programs read.
    package struct Readers: Decodable, Sendable {
        package var probe: Probe?
        package var frames: Int?

        private enum CodingKeys: String, CodingKey {
            case probe = "ffprobe5.1"
            case frames
        }
    }

    /// What ffprobe printed.
    package struct Probe: Decodable, Sendable {
        package var streams: [Stream]

        package struct Stream: Decodable, Sendable {
            package var codec_name: String?
            package var codec_type: String
            package var width: Int?
            package var height: Int?
            package var r_frame_rate: String?
            package var side_data_list: [Side]?

            package struct Side: Decodable, Sendable {
                package var rotation: Int?
            }
        }
    }

    /// Nil (with a printed reason) where the material is absent.
    package var path: String? { Fixtures.shared("media/\(file)")?.path }

    /// All films and animations that are to be shown; empty where the material is absent.
    package static let shown: [FilmFixture] = all.filter { fixture in
        let isAnimated = fixture.facts.delays_ms != nil || (fixture.facts.readers?.frames ?? 1) > 1
        return fixture.expect.hasPrefix("renders") && (fixture.kind == "video" || isAnimated)
    }

    /// Those whose frames bear their number.
    package static let coded: [FilmFixture] = shown.filter { $0.facts.frame_code != nil }

    private static let all: [FilmFixture] = {
        struct Manifest: Decodable { var items: [Failable] }
        struct Failable: Decodable {
            var fixture: FilmFixture?
            init(from decoder: any Decoder) { fixture = try? FilmFixture(from: decoder) }
        }
        guard let url = Fixtures.shared("media/MANIFEST.json"),
            let data = try? Data(contentsOf: url),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
        else { return [] }
        return manifest.items.compactMap(\.fixture)
    }()
}
