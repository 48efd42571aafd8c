import Foundation
import TestSupport

/// A film in which the picture turns white at the instant at which a tone of 1 kHz sets in.
struct FlashFilm {
    /// The name of its file in the workplace.
    var name: String

    /// When the first white frame shows and the tone begins, in seconds of the source.
    var instant: Double

    /// How long the film lasts, in seconds.
    var seconds: Double

    /// Frame rates of films: as ffmpeg writes them, and the frame of the flash.
    private static let rates = [
        ("24000/1001", 12), ("25", 13), ("30000/1001", 15), ("30", 15), ("50", 25), ("60", 31),
    ]

    /// Containers and codecs (none that adds silence ahead without saying so), with what ffmpeg is told for each.
    private static let kinds: [(ending: String, arguments: [String])] = [
        ("mp4", ["-c:v", "libx264", "-preset", "veryfast", "-c:a", "aac"]),
        ("flac.mkv", ["-c:v", "libx264", "-preset", "veryfast", "-c:a", "flac"]),
        ("aac.mkv", ["-c:v", "libx264", "-preset", "veryfast", "-c:a", "aac"]),
        (
            "webm",
            [
                "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a",
                "libopus",
            ]
        ),
        (
            "vp8.webm",
            ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"]
        ),
        ("avi", ["-c:v", "mpeg4", "-c:a", "pcm_s16le"]),
        ("mov", ["-c:v", "mpeg4", "-c:a", "pcm_s16le"]),
        ("ts", ["-c:v", "mpeg2video", "-c:a", "aac"]),
    ]

    /// Makes films of every rate in every container, 1.2 s each.
    static func all(_ maker: FFmpeg, in place: Workplace) throws -> [FlashFilm] {
        var films: [FlashFilm] = []
        for (index, (rate, frame)) in rates.enumerated() {
            let parts = rate.split(separator: "/").compactMap { Double($0) }
            let step = (parts.count > 1 ? parts[1] : 1) / parts[0]
            let shown = Int((0.05 / step).rounded(.up))
            let picture =
                "color=c=black:s=64x48:r=\(rate):d=1.2,drawbox=c=white:t=fill:"
                + "enable='between(n,\(frame),\(frame + shown - 1))'"
            films += try make(
                maker, "rate\(index)", picture: picture, instant: Double(frame) * step,
                tone: 0.02, kinds.map(\.ending), in: place)
        }
        return films + (try varying(maker, in: place))
    }

    /// 15 frames at 30 a second, then 7 at 10: white is the third of those, at 0.7 s.
    private static func varying(_ maker: FFmpeg, in place: Workplace) throws -> [FlashFilm] {
        let picture =
            "color=c=black:s=64x48:r=30,trim=end_frame=22,drawbox=c=white:t=fill:"
            + "enable='eq(n,17)',setpts='if(lt(N,15),N/30,0.5+(N-15)/10)/TB'"
        return try make(
            maker, "varying", picture: picture, instant: 0.7, tone: 0.02,
            ["mp4", "flac.mkv", "webm", "mov"], in: place)
    }

    /// A film of 30 frames a second whose flash and tone last for 200 ms.
    static func long(_ maker: FFmpeg, in place: Workplace) throws -> FlashFilm {
        let picture =
            "color=c=black:s=64x48:r=30:d=1.2,drawbox=c=white:t=fill:enable='between(n,15,20)'"
        return try make(
            maker, "long", picture: picture, instant: 0.5, tone: 0.2, ["mp4"], in: place)[0]
    }

    private static func make(
        _ maker: FFmpeg, _ name: String, picture: String, instant: Double, tone: Double,
        _ endings: [String], in place: Workplace
    ) throws -> [FlashFilm] {
        let wave = "if(between(t,\(instant),\(instant + tone)),sin(2*PI*1000*(t-\(instant)))/2,0)"
        let inputs = [
            "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i",
            "aevalsrc='\(wave)|\(wave)':s=48000:d=1.2",
        ]
        let outputs = kinds.filter { endings.contains($0.ending) }.flatMap {
            ["-map", "0:v", "-map", "1:a"] + $0.arguments
                + [
                    "-g", "10", "-b:a", "128k", "-fps_mode", "vfr",
                    place.path("\(name).\($0.ending)"),
                ]
        }
        try maker.run(inputs + outputs)
        return endings.map {
            FlashFilm(name: "\(name).\($0)", instant: instant, seconds: 1.2)
        }
    }
}
