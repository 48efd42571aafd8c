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
        var breaker = ByteBreaker(seed: 20_250_901)
        var changed = 0
        for index in 0..<count {
            let store = breaker.break(stores[index % stores.count])
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
        var breaker = ByteBreaker(seed: 45_438)
        let packets = [XMPReadingTests.midjourney, XMPReadingTests.listed].map { Array($0.utf8) }
        for index in 0..<count {
            let packet = String(
                decoding: breaker.break(packets[index % packets.count]), as: UTF8.self)
            let facts = XMPFacts.read(packet)
            #expect((facts?.description?.utf8.count ?? 0) <= packet.utf8.count)
            let text = breaker.break(Array(AIGCReadingTests.label.utf8))
            let label = AIGCLabel.read(json: String(decoding: text, as: UTF8.self))
            #expect((label?.fields.count ?? 0) <= 32)
            let sets = IIMFacts.read(breaker.break(IIMReadingTests.resources))
            #expect((sets?.credit?.utf8.count ?? 0) <= 1000)
        }
    }
}
