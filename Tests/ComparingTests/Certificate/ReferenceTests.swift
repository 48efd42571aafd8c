import Comparing
import Foundation
import Media
import TestSupport
import Testing

/// A file beside what it should be: frames and sound of a master that ffmpeg keeps without loss.
struct ReferenceTests {
    private static let (width, height, rate) = (320, 180, 25.0)
    private static let seconds = 3

    /// A zoom into a photograph, a cut after a second and a half, and a piece of music.
    private struct Master {
        let place: Certified
        let picture: String
        let sound: String

        init?() throws {
            guard let place = try Certified() else { return nil }
            self.place = place
            (picture, sound) = (place.folder.path("master.mkv"), place.folder.path("master.wav"))
            let photo = Fixtures.checkout.appending(path: "samples/landscape.jpg").path
            let other = Fixtures.checkout.appending(path: "samples/robot.jpg").path
            let count = Int(rate) * seconds
            let shots = [photo, other].enumerated().map { index, _ in
                "[\(index)]scale=1280:720:force_original_aspect_ratio=increase,crop=1280:720,"
                    + "zoompan=z='1+0.002*on':d=\(count / 2 + 1):s=\(width)x\(height):fps=25,"
                    + "trim=end_frame=\(index == 0 ? count / 2 : count - count / 2)[v\(index)]"
            }
            try place.ffmpeg.run(
                ["-i", photo, "-i", other, "-filter_complex"]
                    + [
                        shots.joined(separator: ";")
                            + ";[v0][v1]concat,scale=out_color_matrix=bt709:out_range=tv[v]"
                    ]
                    + ["-map", "[v]", "-pix_fmt", "yuv420p", "-c:v", "ffv1", picture])
            try place.ffmpeg.run([
                "-ss", "2", "-t", "\(seconds)", "-i",
                Fixtures.checkout.appending(path: "Music/upbeat.ogg").path, "-af", "volume=-6dB",
                "-ar", "48000", "-ac", "2", "-c:a", "pcm_f32le", sound,
            ])
        }

        func reference() throws -> Certificate.Reference {
            let raw = try place.ffmpeg.frames(of: picture, format: "yuv420p")
            let luma = width * height
            let size = luma * 3 / 2
            let count = raw.count / size
            return Certificate.Reference(
                frames: count, width: width, height: height, framesPerSecond: rate, loudness: nil,
                mix: try PCMStore(decoding: sound),
                labels: FileLabels(title: "", duration: 3000, frameCount: count),
                cuts: [0, count / 2]
            ) { index in
                let frame = [UInt8](raw.dropFirst(index * size).prefix(size))
                return VideoScan.Frame(
                    time: Double(index) / rate, duration: 1 / rate, width: width, height: height,
                    luma: Array(frame[..<luma]), cb: Array(frame[luma..<luma * 5 / 4]),
                    cr: Array(frame[(luma * 5 / 4)...]))
            }
        }

        /// Encodes the master as an export, with filters and options; returns its path.
        func export(_ picture: String = "null", _ sound: String = "anull", _ more: [String] = [])
            throws -> String
        {
            let path = place.folder.path("export.mp4")
            try place.ffmpeg.run(
                ["-i", self.picture, "-i", self.sound, "-vf", picture, "-af", sound]
                    + ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20"]
                    + ["-pix_fmt", "yuv420p", "-c:a", "aac"] + Certified.tags + more + [path])
            return path
        }
    }

    private static let ours = [
        "frames", "length", "size", "rate", "picture", "colours", "matrix", "timing", "placement",
        "mix", "tail",
    ]

    @Test func anExportOfTheMasterKeepsAllThatIsTheMasters() async throws {
        guard let master = try Master() else { return }
        let (path, reference) = (try master.export(), try master.reference())
        let promises = try await Certified.promises(Self.ours, of: path, reference)
        #expect(promises.count == Self.ours.count)
        for promise in promises { #expect(promise.verdict == .pass, "\(promise)") }
    }

    /// A filter, the promises that it breaks, and what is said of each.
    private static let pictureFaults: [(filter: String, broken: [String: String])] = [
        (
            "scale=in_color_matrix=bt709:out_color_matrix=bt601",
            ["matrix": "BT.601", "colours": ""]
        ),
        ("scale=in_range=tv:out_range=pc,setrange=tv", ["matrix": "full range", "picture": " dB"]),
        ("crop=iw*0.97:ih*0.97,scale=320:180", ["picture": " dB"]),
        ("hflip", ["picture": " dB"]),
        ("crop=iw:ih-4:0:0,pad=320:180", ["picture": " dB"]),
        (
            "tpad=start=2:start_mode=clone,trim=end_frame=75",
            ["timing": "late by 2", "picture": "the worst"]
        ),
        (
            "trim=start_frame=1,setpts=PTS-STARTPTS,tpad=stop=1:stop_mode=clone",
            ["timing": "early by 1"]
        ),
        ("trim=end_frame=74", ["frames": "74", "length": "2.960 s"]),
        ("scale=640:360", ["size": "640x360", "picture": "640x360, drawn 320x180"]),
        ("fps=30", ["rate": "30 fps"]),
    ]

    @Test func faultsOfThePictureAreFound() async throws {
        guard let master = try Master() else { return }
        let reference = try master.reference()
        for fault in Self.pictureFaults {
            let path = try master.export(fault.filter)
            let promises = try await Certified.promises(
                Array(fault.broken.keys), of: path, reference)
            #expect(promises.count == fault.broken.count)
            for promise in promises {
                let value = fault.broken[promise.id] ?? ""
                #expect(promise.verdict == .fail, "\(fault.filter): \(promise)")
                #expect(value.isEmpty || promise.value.contains(value), "\(promise)")
            }
        }
    }

    private static let soundFaults: [(filter: String, id: String, value: String)] = [
        ("adelay=5:all=1,atrim=end=3", "placement", "+5."),
        ("areverse", "placement", "another sound"),
        ("volume=0", "placement", "silence"),
        (
            "acompressor=threshold=-30dB:ratio=8:attack=5:release=200:makeup=4", "mix",
            "95 % within"
        ),
        ("volume=-3dB", "mix", "95 % within 3"),
        ("atrim=end=2.7,apad=whole_dur=3", "tail", "B ends"),
    ]

    @Test func faultsOfTheSoundAreFound() async throws {
        guard let master = try Master() else { return }
        let reference = try master.reference()
        for fault in Self.soundFaults {
            let promise = try await Certified.promise(
                fault.id, of: try master.export("null", fault.filter), reference)
            #expect(promise.verdict == .fail, "\(fault.filter): \(promise)")
            #expect(promise.value.contains(fault.value), "\(promise)")
        }
    }

    @Test func aFilmWithoutTheSoundThatIsDueFails() async throws {
        guard let master = try Master() else { return }
        let (path, reference) = (
            try master.export("null", "anull", ["-an"]), try master.reference()
        )
        for id in ["sound", "placement"] {
            #expect(try await Certified.promise(id, of: path, reference).verdict == .fail)
        }
    }
}
