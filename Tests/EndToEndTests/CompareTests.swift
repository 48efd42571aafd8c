import Foundation
import TestSupport
import Testing

@Suite struct CompareTests {
    /// Two small films with sound, `a.mp4` and `b.mp4`.
    private func workplace() throws -> Workplace? {
        guard let ffmpeg = FFmpeg.find(encoders: "libx264") else { return nil }
        let place = try Workplace()
        for name in ["a.mp4", "b.mp4"] {
            try ffmpeg.run(
                [
                    "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=2", "-f", "lavfi", "-i",
                    "sine=d=2:r=48000", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac",
                    place.path(name),
                ])
        }
        return place
    }

    @Test func jsonHasItsKeys() throws {
        guard let place = try workplace() else { return }
        let run = try place.run("compare", "a.mp4", "b.mp4", "--json")
        try #require(run.status == 0, "\(run.errors)")
        let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let object = try #require(read as? [String: Any])
        #expect(Set(object.keys).isSuperset(of: ["alignment", "file", "findings", "verdict"]))
        let verdict = try #require(object["verdict"] as? [String: Any])
        #expect(verdict["same"] as? Bool == true)
    }

    @Test func aSoundThatIsNotThereIsADifference() throws {
        guard let place = try workplace(), let ffmpeg = FFmpeg.find(encoders: "libx264") else {
            return
        }
        try ffmpeg.run(["-i", place.path("a.mp4"), "-an", "-c", "copy", place.path("mute.mp4")])
        let run = try place.run("compare", "a.mp4", "mute.mp4")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("A is better") && run.output.contains("B has no sound"))
    }

    @Test func otherContentIsSaidToBeOther() throws {
        guard let place = try workplace(), let ffmpeg = FFmpeg.find(encoders: "libx264") else {
            return
        }
        try ffmpeg.run([
            "-f", "lavfi", "-i", "mandelbrot=s=160x90:r=25", "-t", "2", "-c:v", "libx264",
            "-pix_fmt", "yuv420p", place.path("other.mp4"),
        ])
        let run = try place.run("compare", "a.mp4", "other.mp4")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.replacing("\n", with: " ").contains("show different"))
        #expect(!run.output.hasPrefix("No visible difference"))
    }

    @Test func theReportIsWritten() throws {
        guard let place = try workplace() else { return }
        let run = try place.run("compare", "a.mp4", "b.mp4", "--report", "out #1.html")
        try #require(run.status == 0, "\(run.errors)")
        let page = String(decoding: try place.data("out #1.html"), as: UTF8.self)
        #expect(page.contains("src=\"./a.mp4\"") && page.contains("src=\"./b.mp4\""))
        #expect(try place.names == ["a.mp4", "b.mp4", "out #1.html"])
    }

    @Test func aReportNeverTakesAnInputsPlace() throws {
        guard let place = try workplace() else { return }
        let before = try place.data("b.mp4")
        let run = try place.run("compare", "a.mp4", "b.mp4", "--report", "./b.mp4")
        #expect(run.status == 2)
        #expect(try place.data("b.mp4") == before)
    }

    @Test func aBarThatIsNotKeptIsNamed() throws {
        guard let place = try workplace() else { return }
        let run = try place.run("compare", "a.mp4", "b.mp4", "--fail-under", "ssim=1.5,offset=50")
        #expect(run.status == 1)
        #expect(run.errors.contains("ssim") && !run.errors.contains("offset"))
        let usage = try place.run("compare", "a.mp4", "b.mp4", "--fail-under", "beauty=1")
        #expect(usage.status == 2)
        #expect(usage.errors.contains("beauty"))
    }

    @Test func whatCanNotBeComparedIsSaid() throws {
        guard let place = try workplace() else { return }
        try place.write("no video", to: "c.mp4")
        let run = try place.run("compare", "a.mp4", "c.mp4")
        #expect(run.status == 3)
        #expect(run.errors.contains("c.mp4: can't read") && run.errors.contains("it is a text"))
        #expect(run.errors.contains("Only a.mp4 can be read"))
    }
}
