import Foundation
import TestSupport
import Testing

/// What players and platforms need to find in the file.
struct FileFactTests {
    /// Pictures that move, in more than one chunk, with a title and a tone.
    private static func place(fps: String, milliseconds: Int) throws -> Workplace {
        let place = try Workplace(
            draft(
                fps: fps, meta: #","title":"A Title: größer"}"#.dropLast().description,
                pictures(
                    ##"{"d":\##(milliseconds),"gen":{"k":"gradient","from":"#204060","to":"#A08040","angle":70},"w":0.8,"ak":{"x":[[0,0.3],[\##(milliseconds),0.7]]}}"##
                ), sounds(#"{"d":\#(milliseconds),"src":"tone.wav"}"#)))
        try Wave.write([Wave.sine(440, seconds: 8)], to: place.path("tone.wav"))
        return place
    }

    @Test(arguments: [
        ("30", 6500, 195, "30/1"), (#""30000/1001""#, 1234, 37, "30000/1001"),
        ("25", 1001, 26, "25/1"),
    ])
    func streamsAreWhatEveryPlayerTakes(
        fps: String, milliseconds: Int, frames: Int, rate: String
    ) throws {
        let place = try Self.place(fps: fps, milliseconds: milliseconds)
        let file = try place.renderCleanly("--quality", "high")
        #expect(try place.names == ["draft.json", "out.mp4", "tone.wav"])
        guard let probe = try file.probe() else { return }
        #expect(probe.streams.count == 2)
        let video = try probe.video
        #expect(video.codec_name == "h264")
        #expect(video.profile == "High")
        #expect(video.pix_fmt == "yuv420p")
        #expect(
            [video.color_primaries, video.color_transfer, video.color_space] == [
                "bt709", "bt709", "bt709",
            ])
        #expect(video.color_range == "tv")
        #expect(video.chroma_location == "left")
        #expect(video.field_order == "progressive")
        #expect([video.r_frame_rate, video.avg_frame_rate] == [rate, rate])
        #expect(video.nb_frames == "\(frames)")
        #expect(Double(video.start_time) == 0)
        let audio = try probe.audio
        #expect(audio.codec_name == "aac")
        #expect(audio.profile == "LC")
        #expect(audio.sample_rate == "48000")
        #expect(audio.channels == 2)
        #expect(Double(audio.start_time) == 0)
        #expect(abs(video.end - audio.end) <= 0.0214)
        #expect(probe.format.tags?["title"] == "A Title: größer")
        try expectEqualSteps(probe)
        #expect(try file.frames()?.count == frames)
    }

    /// Constant frame rate: sorted by time, all packets follow each other by the same step from 0
    /// on.
    private func expectEqualSteps(_ probe: Probe) throws {
        let times = probe.videoPackets.map(\.pts).sorted()
        let steps = Set(zip(times, times.dropFirst()).map { $1 - $0 })
        #expect(times.first == 0)
        #expect(steps.count == 1)
        #expect(Set(probe.videoPackets.map(\.duration)) == [steps.first])
        let decode = probe.videoPackets.map(\.dts)
        #expect(zip(decode, decode.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func indexStandsInFrontAndTheColourBoxSaysBT709() throws {
        let file = try Self.place(fps: "30", milliseconds: 500).renderCleanly("--quality", "high")
        let boxes = try #require(MP4Box.list(try file.bytes))
        let order = boxes.map(\.type).filter { $0 != "free" }
        #expect(order == ["ftyp", "moov", "mdat"])
        let colours = boxes.flatMap { $0.all("colr") }
        #expect(colours.count == 1)
        // ISO/IEC 14496-12, 12.1.5: nclx, primaries 1, transfer 1, matrix 1, full range 0.
        let wanted = Data("nclx".utf8) + Data([0, 1, 0, 1, 0, 1, 0])
        #expect(colours.first.map { Data($0.content) } == wanted)
    }

    @Test func groupsOfPicturesAreClosed() throws {
        let file = try Self.place(fps: "30", milliseconds: 6500).renderCleanly("--quality", "high")
        guard let probe = try file.probe() else { return }
        let bytes = try file.bytes
        let packets = probe.videoPackets
        let keys = packets.indices.filter { packets[$0].isKey }
        #expect(keys.first == 0)
        #expect(keys.count >= 2)
        for key in keys {
            #expect(packets[key...].allSatisfy { $0.pts >= packets[key].pts })
            // Rec. ITU-T H.264, table 7-1: 5 is a slice of an IDR picture, 1 of another one.
            let types = try nalTypes(packets[key], in: bytes)
            #expect(types.contains(5) && !types.contains(1))
        }
    }

    private func nalTypes(_ packet: Probe.Packet, in bytes: Data) throws -> [UInt8] {
        let start = try #require(Int(packet.pos))
        var rest = bytes[start..<start + (try #require(Int(packet.size)))]
        var types: [UInt8] = []
        while rest.count > 4 {
            let size = MP4Box.number(rest.prefix(4))
            rest = rest.dropFirst(4)
            if let first = rest.first { types.append(first & 31) }
            rest = rest.dropFirst(size)
        }
        return types
    }

    @Test func mediainfoAgrees() throws {
        guard let tool = Tool.find("mediainfo") else { return }
        let file = try Self.place(fps: "30", milliseconds: 1000).renderCleanly("--quality", "high")
        let video = try Tool.run(
            tool,
            [
                "--Inform=Video;%Format%|%FrameRate_Mode%|%FrameRate%|%colour_range%|"
                    + "%colour_primaries%|%transfer_characteristics%|%matrix_coefficients%",
                file.path,
            ])
        #expect(
            video.text.trimmingCharacters(in: .newlines)
                == "AVC|CFR|30.000|Limited|BT.709|BT.709|BT.709")
    }

    @Test func posterIsTheFirstFrame() throws {
        let place = try Self.place(fps: "30", milliseconds: 500)
        _ = try place.renderCleanly("--poster", "poster.png", "--from", "5f")
        let frame = try place.run("frame", "draft.json", "--at", "5f", "-o", "frame.png")
        #expect(frame.status == 0)
        #expect(try place.data("poster.png") == place.data("frame.png"))
    }
}
