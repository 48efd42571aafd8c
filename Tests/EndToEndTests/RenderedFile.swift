import Foundation
import TestSupport
import Testing

/// A rendered file, as other programs see it.
struct RenderedFile {
    var path: String

    /// The folder that it lies in; it stays as long as the value.
    var folder: TemporaryFolder?

    var bytes: Data { get throws { try Data(contentsOf: URL(filePath: path)) } }

    /// Returns what ffprobe says; nil where it is not installed.
    func probe() throws -> Probe? {
        guard let tool = Tool.find("ffprobe") else { return nil }
        let output = try Tool.run(
            tool,
            [
                "-v", "error", "-show_streams", "-show_format", "-show_packets", "-of", "json",
                path,
            ])
        #expect(output.standardError == "")
        return try JSONDecoder().decode(Probe.self, from: output.standardOutput)
    }

    /// Decodes with ffmpeg, which must find nothing wrong; nil where it is not installed.
    private func decode(_ arguments: [String]) throws -> Data? {
        guard let tool = Tool.find("ffmpeg") else { return nil }
        let output = try Tool.run(
            tool, ["-v", "error", "-xerror", "-i", path] + arguments + ["pipe:1"])
        #expect(output.standardError == "")
        try #require(output.status == 0)
        return output.standardOutput
    }

    /// Returns the decoded frames in planar 4:2:0.
    func frames(width: Int = 96, height: Int = 54) throws -> [PlanarFrame]? {
        guard
            let data = try decode([
                "-map", "0:v", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-fps_mode", "passthrough",
            ])
        else { return nil }
        let size = width * height * 3 / 2
        try #require(data.count % size == 0)
        return stride(from: 0, to: data.count, by: size).map {
            PlanarFrame(width: width, height: height, bytes: [UInt8](data[$0..<$0 + size]))
        }
    }

    /// Returns the decoded sound, left and right in turn, as the edit list says.
    func samples() throws -> [Float]? {
        guard let data = try decode(["-map", "0:a", "-f", "f32le"]) else { return nil }
        return data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    }

    /// Returns the left channel.
    func left() throws -> [Float]? {
        guard let samples = try samples() else { return nil }
        return stride(from: 0, to: samples.count, by: 2).map { samples[$0] }
    }
}

/// One frame of planar 4:2:0, 8 bits.
struct PlanarFrame: Equatable {
    var width: Int
    var height: Int
    var bytes: [UInt8]

    var luma: ArraySlice<UInt8> { bytes[..<(width * height)] }
    var cb: ArraySlice<UInt8> { bytes[(width * height)..<(width * height * 5 / 4)] }
    var cr: ArraySlice<UInt8> { bytes[(width * height * 5 / 4)...] }
}

/// Integrated loudness in LUFS by ffmpeg's meter; nil where ffmpeg is not installed.
func loudness(ofFileAt path: String) throws -> Double? {
    guard let tool = Tool.find("ffmpeg") else { return nil }
    let output = try Tool.run(
        tool, ["-nostats", "-i", path, "-map", "0:a", "-af", "ebur128", "-f", "null", "-"])
    let summary = output.standardError.components(separatedBy: "Summary:").last ?? ""
    let words = summary.split(whereSeparator: \.isWhitespace)
    let index = try #require(words.firstIndex(of: "I:"))
    return Double(words[index + 1])
}

/// What ffprobe says about a file.
struct Probe: Decodable {
    struct Stream: Decodable {
        var codec_name: String
        var codec_type: String
        var profile: String?
        var pix_fmt: String?
        var width: Int?
        var height: Int?
        var has_b_frames: Int?
        var color_range: String?
        var color_space: String?
        var color_transfer: String?
        var color_primaries: String?
        var chroma_location: String?
        var field_order: String?
        var sample_rate: String?
        var channels: Int?
        var r_frame_rate: String
        var avg_frame_rate: String
        var time_base: String
        var start_time: String
        var duration: String
        var nb_frames: String

        var end: Double { (Double(start_time) ?? .nan) + (Double(duration) ?? .nan) }
    }

    struct Format: Decodable {
        var tags: [String: String]?
    }

    struct Packet: Decodable {
        var codec_type: String
        var pts: Int
        var dts: Int
        var duration: Int?
        var size: String
        var pos: String
        var flags: String

        var isKey: Bool { flags.hasPrefix("K") }
    }

    var streams: [Stream]
    var packets: [Packet]
    var format: Format

    var video: Stream { get throws { try #require(streams.first { $0.codec_type == "video" }) } }
    var audio: Stream { get throws { try #require(streams.first { $0.codec_type == "audio" }) } }
    var videoPackets: [Packet] { packets.filter { $0.codec_type == "video" } }
}
