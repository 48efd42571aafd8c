import Foundation
import Media
import TestSupport
import Testing

/// Fragments against usual files of the same packets, both read by ffprobe and ffmpeg.
@Suite struct FragmentedMP4Tests {
    private let folder: TemporaryFolder
    private let format = VideoFormat(
        width: 96, height: 64, rateNumerator: 30000, rateDenominator: 1001)

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What ffprobe says of a packet; times in units of the track.
    private struct Entry: Decodable, Hashable {
        var pts: Int
        var dts: Int
        var flags: String
        var data_hash: String
    }

    /// Returns the packets of a file, nil where there is no ffprobe.
    private func entries(_ path: String) throws -> [Entry]? {
        guard let ffprobe = Tool.find("ffprobe") else { return nil }
        let output = try Tool.run(
            ffprobe,
            ["-v", "warning", "-show_packets", "-show_data_hash", "MD5", "-of", "json", path])
        #expect(output.standardError.isEmpty)
        return try JSONDecoder().decode([String: [Entry]].self, from: output.standardOutput)[
            "packets"]
    }

    private func write(_ parts: [[UInt8]], _ name: String) throws -> String {
        let path = folder.path(name)
        try Data(parts.joined()).write(to: URL(filePath: path))
        return path
    }

    /// Returns what ffmpeg decodes, having made sure that it has nothing to object to; nil where
    /// there is none.
    private func decoded(_ path: String, _ arguments: [String]) throws -> Data? {
        guard let ffmpeg = Tool.find("ffmpeg") else { return nil }
        let output = try Tool.run(ffmpeg, ["-v", "warning", "-i", path] + arguments + ["-"])
        #expect(output.status == 0 && output.standardError.isEmpty, "\(output.standardError)")
        return output.standardOutput
    }

    /// Hashes of frames, without the times in front of them.
    private func hashes(_ path: String) throws -> [Substring]? {
        try decoded(path, ["-fps_mode", "passthrough", "-f", "framemd5"]).map { text in
            String(decoding: text, as: UTF8.self).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: " ").last }
        }
    }

    // MARK: - Pictures

    /// Encodes `lengths.count` chunks of a moving pattern; times count from the first frame of all.
    private func chunks(
        _ lengths: [Int], quality: VideoQuality = .high
    ) throws -> (chunks: [[Packet]], video: ContainerMuxer.Video) {
        var start = 0
        var chunks: [[Packet]] = []
        var extradata: [UInt8] = []
        for length in lengths {
            let encoder = try VideoEncoder(format, quality: quality)
            var packets: [Packet] = []
            for frame in start..<start + length {
                try draw(frame, try encoder.nextFrame())
                packets += try encoder.encode()
            }
            packets += try encoder.finish()
            for index in packets.indices {
                packets[index].presentation += Int64(start)
                packets[index].decode += Int64(start)
            }
            extradata = encoder.extradata
            chunks.append(packets)
            start += length
        }
        return (chunks, ContainerMuxer.Video(codec: .h264, format: format, extradata: extradata))
    }

    private func draw(_ frame: Int, _ memory: FrameMemory) throws {
        for y in 0..<64 {
            for x in 0..<96 {
                let value = (x + 3 * frame) * (y + 2 * frame) / 9 % 200 + 20
                memory.luma[y * memory.lumaStride + x] = UInt8(value)
            }
        }
        for y in 0..<32 {
            for x in 0..<48 {
                memory.cb[y * memory.chromaStride + x] = UInt8(100 + (x + frame) % 50)
                memory.cr[y * memory.chromaStride + x] = UInt8(150 - (y + frame) % 50)
            }
        }
    }

    private func usual(
        _ packets: [Packet], video: ContainerMuxer.Video? = nil, audio: ContainerMuxer.Audio? = nil
    ) throws -> String {
        let path = folder.path("usual.mp4")
        let muxer = try ContainerMuxer(
            path: path, container: .mp4, video: video, audio: audio,
            labels: FileLabels(title: "", duration: 1_000, frameCount: packets.count))
        for packet in packets {
            if video != nil { try muxer.writeVideo(packet) } else { try muxer.writeAudio(packet) }
        }
        try muxer.finish()
        return path
    }

    @Test(arguments: [VideoQuality.draft, .high])
    func picturesAreShownAtTheirTimes(_ quality: VideoQuality) throws {
        let (chunks, video) = try chunks([40, 25, 31], quality: quality)
        let stream = try FragmentedMP4(video: video)
        let tables = try chunks.map { try FragmentTable(stream.fragment($0)) }
        let samples = tables.flatMap(\.samples)
        #expect(
            samples.map(\.presentation) == chunks.joined().map { Int($0.presentation) * 1_001 })
        #expect(samples.map(\.decode) == (0..<96).map { $0 * 1_001 })
        #expect(samples.allSatisfy { $0.duration == 1_001 })
        #expect(tables.map(\.number) == [1, 41, 66])
    }

    @Test func piecesAreAFileLikeAUsualOne() throws {
        let (chunks, video) = try chunks([40, 25, 31])
        let stream = try FragmentedMP4(video: video)
        let whole = try usual(chunks.flatMap { $0 }, video: video)
        guard let meant = try entries(whole), let frames = try hashes(whole) else { return }
        for first in 0..<2 {
            let parts = try [stream.header()] + chunks[first...].map(stream.fragment)
            let pieces = try write(parts, "pieces.mp4")
            let (made, rest) = (try entries(pieces) ?? [], meant.dropFirst(40 * first))
            #expect(made.map(\.data_hash) == rest.map(\.data_hash))
            #expect(made.map { $0.flags.first } == rest.map { $0.flags.first })
            // It adds the lowest composition offset to all times.
            let delays = Set(zip(made, rest).map { $0.pts - $1.pts })
            #expect(delays.count == 1 && delays.allSatisfy { 0...2_002 ~= $0 })
            #expect(try hashes(pieces) == Array(frames.dropFirst(40 * first)))
        }
    }

    @Test func aFragmentIsOneMovieFragmentAndItsData() throws {
        let (chunks, video) = try chunks([5])
        let stream = try FragmentedMP4(video: video)
        #expect(try boxes(stream.header()) == ["ftyp", "moov"])
        #expect(try boxes(stream.fragment(chunks[0])) == ["moof", "mdat"])
        #expect(try stream.fragment([]).isEmpty)
        #expect(try stream.fragment(chunks[0]) == stream.fragment(chunks[0]))
    }

    @Test func picturesBeginWithAKey() throws {
        let (chunks, video) = try chunks([10])
        let stream = try FragmentedMP4(video: video)
        #expect(throws: MediaError.self) { try stream.fragment(Array(chunks[0].dropFirst())) }
    }

    /// ISO/IEC 14496-15 keeps profile, constraints and level of the SPS in `avcC`, for a muxer of
    /// another hand to have copied.
    @Test func theMediaTypeNamesProfileAndLevel() throws {
        let (_, video) = try chunks([2])
        let stream = try FragmentedMP4(video: video)
        let level = try BoxReader("avcC", in: stream.header()).skipping(1).read(3)
        #expect(
            stream.mediaType
                == "video/mp4; codecs=\"avc1.\(String(format: "%06x", level))\"")
        #expect(level >> 16 == 100)
        #expect(throws: MediaError.self) {
            try FragmentedMP4(video: .init(codec: .vp9, format: format, extradata: []))
        }
    }

    // MARK: - Sound

    /// Encodes a sound of `count` samples; the last packet ends with it.
    private func sound(_ count: Int) throws -> (packets: [Packet], audio: ContainerMuxer.Audio) {
        let tone = Wave.sine(440, amplitude: 0.3, seconds: Double(count) / 48_000)
        let encoder = try AudioEncoder()
        var packets =
            try encoder.encode(AudioBlock(left: tone, right: tone)) + (try encoder.finish())
        for index in packets.indices {
            packets[index].duration = min(
                packets[index].duration, Int64(count) - packets[index].presentation)
        }
        return (
            packets.filter { $0.duration > 0 },
            ContainerMuxer.Audio(
                codec: .aac, extradata: encoder.extradata, sampleRate: 48_000,
                frameSize: encoder.frameSize, initialPadding: encoder.initialPadding,
                bitRate: encoder.bitRate)
        )
    }

    @Test func soundHasTheTimesOfAUsualFileWithoutTheEncodersPadding() throws {
        let (packets, audio) = try sound(100_000)
        let stream = try FragmentedMP4(audio: audio)
        #expect(stream.mediaType == "audio/mp4; codecs=\"mp4a.40.2\"")
        let fragments = try [packets[..<20], packets[20..<70], packets[70...]]
            .map { try stream.fragment(Array($0)) }
        let samples = try fragments.flatMap { try FragmentTable($0).samples }
        #expect(samples.map(\.presentation) == (0..<98).map { 1_024 * $0 })
        #expect(samples.map(\.decode) == samples.map(\.presentation))
        #expect(samples.last.map { $0.presentation + $0.duration } == 100_000)
        guard let meant = try entries(try usual(packets, audio: audio)) else { return }
        #expect(meant.count == 99 && meant[0].pts == -1_024)
        let pieces = try write([try stream.header()] + fragments, "pieces.mp4")
        #expect(try entries(pieces) == Array(meant.dropFirst()))
        let part = try write([try stream.header(), fragments[2]], "part.mp4")
        #expect(try entries(part) == Array(meant.dropFirst(70)))
    }

    @Test func soundDecodesToTheSamplesOfAUsualFileAtTheirPlaces() throws {
        let (packets, audio) = try sound(100_000)
        let stream = try FragmentedMP4(audio: audio)
        let pieces = try write([try stream.header(), try stream.fragment(packets)], "pieces.mp4")
        func samples(_ path: String) throws -> [Float]? {
            try decoded(path, ["-f", "f32le", "-ac", "1"])?
                .withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        }
        guard let made = try samples(pieces),
            let meant = try samples(try usual(packets, audio: audio))
        else { return }
        #expect(meant.count >= 100_000 && made.count >= 100_000)
        // The first packet has none before it to overlap with.
        let places = 1_024..<100_000
        let difference = zip(made[places], meant[places]).map { $0 - $1 }
        #expect(Wave.level(difference) < Wave.level(meant[places]) - 60)
    }

    // MARK: - Boxes

    /// The names of the boxes that `bytes` are made of.
    private func boxes(_ bytes: [UInt8]) throws -> [String] {
        var names: [String] = []
        var place = 0
        while place + 8 <= bytes.count {
            names.append(String(decoding: bytes[place + 4..<place + 8], as: UTF8.self))
            place += max(bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }, 8)
        }
        #expect(place == bytes.count)
        return names
    }
}
