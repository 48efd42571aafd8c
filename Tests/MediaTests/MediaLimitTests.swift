import Foundation
import TestSupport
import Testing

@testable import Media

/// How large sources may be, and how that is changed.
struct MediaLimitTests {
    @Test func theUsualLimitsAreThoseStated() {
        let limits = MediaLimits()
        #expect(limits.picturePixels == 200_000_000)
        #expect(limits.audioSamples == 24 * 60 * 60 * 48_000)
        #expect(limits.videoPixels >= 7680 * 4320 && limits.videoSide == 8192)
    }

    @Test func limitsAreReadAsTheyAreWritten() throws {
        let limits = try MediaLimits(
            parsing: ["picture=1", "picture=400", "video=16384x8640", "audio=48"])
        #expect(limits.picture == 400 && limits.audio == 48)
        #expect(limits.videoWidth == 16384 && limits.videoHeight == 8640)
        #expect(try MediaLimits(parsing: []) == MediaLimits())
    }

    @Test(arguments: [
        "", "picture", "picture=", "picture=0", "picture=2001", "picture=4x4", "picture=9=9",
        "video=8192", "video=8x8", "video=99999999999999999999x16", "audio=-1", "audio=24h",
        "file=3", "=3",
    ])
    func whatIsNoLimitIsRefusedWithTheForms(_ text: String) {
        let error = #expect(throws: MediaError.self) { try MediaLimits(parsing: [text]) }
        #expect(error?.description.contains("picture=MEGAPIXELS") == true)
    }

    @Test func filmsMayLieOrStand() throws {
        let limits = MediaLimits()
        for (width, height) in [(7680, 4320), (4320, 7680), (8192, 4320), (1, 8192)] {
            try limits.checkVideo(width: width, height: height, path: "a.mp4")
        }
        for (width, height) in [(8193, 1), (8192, 4321), (0, 9), (Int.max, 2)] {
            let error = #expect(throws: MediaError.self) {
                try limits.checkVideo(width: width, height: height, path: "a.mp4")
            }
            #expect(error?.reason.contains("--limit video=") == (width > 0))
        }
    }

    @Test func eachRefusalNamesTheLimitAndHowToRaiseIt() {
        let limits = MediaLimits()
        let picture = #expect(throws: MediaError.self) {
            try limits.checkPicture(width: 20_000, height: 10_001, path: "a.png")
        }
        #expect(picture?.reason.contains("200 megapixels") == true)
        #expect(picture?.reason.contains("--limit picture=") == true)
        let sound = #expect(throws: MediaError.self) {
            try limits.checkAudio(samples: 24 * 3_600 * 48_000 + 1, path: "a.wav")
        }
        #expect(sound?.reason.contains("24 hours") == true)
        #expect(sound?.reason.contains("--limit audio=") == true)
    }

    /// In a process of its own, since the limits hold for all of it.
    @Test func theLimitsThatAreSetHold() async {
        await #expect(processExitsWith: .success) {
            var limits = MediaLimits()
            limits.picture = 1
            limits.audio = 1
            MediaLibraries.prepareProcess(limits: limits)
            let folder = try TemporaryFolder()
            let path = folder.path("a.png")
            let pixels = [UInt8](repeating: 9, count: 1001 * 1000 * 3)
            try PNGWriter.write(pixels: pixels, width: 1001, height: 1000, channels: 3, to: path)
            let error = #expect(throws: MediaError.self) { try PictureInfo.read(path: path) }
            #expect(error?.reason.contains("limit of 1 megapixels") == true)
        }
    }
}
