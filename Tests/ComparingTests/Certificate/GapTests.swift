import Comparing
import Foundation
import Media
import TestSupport
import Testing

/// What breaks into a sound, and what only looks as if it did.
struct GapTests {
    /// A film with sound of 16 bits through `filter`.
    private func gaps(_ filter: String) async throws -> Certificate.Promise? {
        guard let made = try Certified() else { return nil }
        let path = try made.film(
            .init(name: "a.mov", sound: "asetnsamples=n=48," + filter, more: ["-c:a", "pcm_s16le"]))
        return try await Certified.promise("gaps", of: path)
    }

    @Test func aJoinOf24MillisecondsIsFound() async throws {
        guard let promise = try await gaps("volume=0:enable='between(t,1,1.0235)'") else { return }
        #expect(promise.verdict == .fail)
        #expect(promise.value.hasPrefix("1, the first of 24.0 ms at 1.00 s"), "\(promise)")
    }

    @Test(arguments: [
        // A sentence that fades, a pause, and the next one; and a beep with a fade of 5 ms.
        "volume='if(between(t,0.9,1.1),0,if(lt(t,0.9),min(1,(0.9-t)/0.02),min(1,(t-1.1)/0.02)))'"
            + ":eval=frame",
        "anull",
    ])
    func pausesThatFadeAreNone(filter: String) async throws {
        guard let promise = try await gaps(filter) else { return }
        #expect(promise.verdict == .pass, "\(promise)")
    }
}
