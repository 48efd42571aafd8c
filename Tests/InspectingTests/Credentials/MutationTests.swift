import Foundation
import Testing

@testable import Inspecting

/// Files that somebody broke on purpose: readers may say nothing, but must come back.
///
/// FUZZ_COUNT sets how many broken texts and stores are read; 3000 without it.
@Suite struct MutationTests {
    private let count = ProcessInfo.processInfo.environment["FUZZ_COUNT"].flatMap(Int.init) ?? 3000

    @Test func brokenStoresAreReadToAnEnd() throws {
        var stores: [[UInt8]] = []
        for name in ["c2pa_gemini.png", "c2pa_samsung_composite.png", "c2pa_flux2.jpg"] {
            if let picture = try FixturePicture(name) { stores.append(picture.jumbf) }
        }
        guard !stores.isEmpty else { return }
        var mutation = Mutation(seed: 20_250_901)
        var changed = 0
        for index in 0..<count {
            let store = mutation.break(stores[index % stores.count])
            let read = ContentCredentials.read(jumbf: store, file: store)
            #expect((read?.story.count ?? 0) <= (read?.manifests.count ?? 0))
            let active = read?.activeManifest
            if active?.isSignatureMatching != true || active?.areAssertionsMatching != true {
                changed += 1
            }
        }
        // Most of the stores' bytes are covered by the signature or by a digest in the claim.
        #expect(changed > count / 10)
    }

    @Test func brokenPacketsAndLabelsAreReadToAnEnd() throws {
        var mutation = Mutation(seed: 45_438)
        let packets = [XMPReadingTests.midjourney, XMPReadingTests.listed].map { Array($0.utf8) }
        for index in 0..<count {
            let packet = String(
                decoding: mutation.break(packets[index % packets.count]), as: UTF8.self)
            let facts = XMPFacts.read(packet)
            #expect((facts?.description?.utf8.count ?? 0) <= packet.utf8.count)
            let text = mutation.break(Array(AIGCReadingTests.label.utf8))
            let label = AIGCLabel.read(json: String(decoding: text, as: UTF8.self))
            #expect((label?.fields.count ?? 0) <= 32)
            let sets = IIMFacts.read(mutation.break(IIMReadingTests.resources))
            #expect((sets?.credit?.utf8.count ?? 0) <= 1000)
        }
    }
}

/// Breaks bytes in the same way on every machine.
struct Mutation {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    private mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ z >> 31) % UInt64(max(limit, 1)))
    }

    /// Returns `bytes` with one to eight places changed, doubled, dropped or cut off.
    mutating func `break`(_ bytes: [UInt8]) -> [UInt8] {
        var broken = bytes
        for _ in 0...next(below: 8) where !broken.isEmpty {
            let place = next(below: broken.count)
            let end = min(place + next(below: 40), broken.count)
            switch next(below: 6) {
            case 0: broken[place] = [0, 1, 0x7F, 0x80, 0xFF][next(below: 5)]
            case 1: broken[place] ^= 1 << UInt8(next(below: 8))
            case 2: broken.removeSubrange(place..<end)
            case 3: broken.insert(contentsOf: broken[place..<end], at: next(below: place + 1))
            case 4: broken[place] = UInt8(next(below: 256))
            default: if next(below: 4) == 0 { broken.removeLast(broken.count - place) }
            }
        }
        return broken
    }
}
