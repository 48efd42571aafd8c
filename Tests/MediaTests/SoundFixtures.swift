import Foundation
import TestSupport
import Testing

/// One entry of the shared manifest that is about sound.
struct SoundFixture: Decodable, Sendable, CustomTestStringConvertible {
    struct Facts: Decodable, Sendable {
        var duration_s: Double?
        var onsets_s: [Double]?
        var onset_tolerance_s: Double?
        var rate: Int?
        var channels: Int?
        var true_peak_dbtp_over: Double?
    }

    var file: String
    var kind: String
    var expect: String
    var facts: Facts

    var testDescription: String { file }

    var path: String? { Fixtures.shared("media/\(file)")?.path }

    /// All of them; empty where the material is not beside this checkout.
    static let all: [SoundFixture] = {
        struct Manifest: Decodable { var items: [Failable] }
        struct Failable: Decodable {
            var fixture: SoundFixture?
            init(from decoder: any Decoder) { fixture = try? SoundFixture(from: decoder) }
        }
        guard let url = Fixtures.shared("media/MANIFEST.json"),
            let data = try? Data(contentsOf: url),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
        else { return [] }
        return manifest.items.compactMap(\.fixture).filter { $0.kind == "audio" }
    }()
}
