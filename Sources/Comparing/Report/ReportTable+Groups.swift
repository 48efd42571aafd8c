import Foundation

extension ReportTable {
    static func alignment(_ comparison: Comparison) -> Group {
        let alignment = comparison.alignment
        var group = Group(title: "Alignment")
        if comparison.picture?.psnr_y != nil {
            group.add(both: "Offset of B", alignment.offset_ms, unit: "ms", digits: 1)
            group.add(both: "Drift of B", alignment.drift_ppm, unit: "ppm", digits: 0)
        }
        if let crop = alignment.crop {
            group.add(
                both: "Part of A that B shows",
                "\(crop.width) × \(crop.height) at \(crop.x), \(crop.y)")
        }
        group.add(both: "Captions of B", comparison.text?.caption_offset_ms, unit: "ms", digits: 0)
        return group
    }

    static func picture(_ comparison: Comparison) -> Group {
        var group = Group(title: "Picture and motion")
        // Other content was not compared frame by frame: its zeros say nothing.
        if let picture = comparison.picture, picture.psnr_y != nil {
            group.add(both: "PSNR of luma", picture.psnr_y, unit: "dB")
            group.add(both: "SSIM of luma", picture.ssim_y, digits: 4)
            group.add(both: "MS-SSIM", picture.ms_ssim, digits: 4)
            group.add(both: "VMAF", picture.vmaf, digits: 1)
            group.add(both: "Colour difference, mean ΔE2000", picture.colour_de)
            group.add(both: "Colour matrix", picture.matrix)
            group.add(both: "Colour range", picture.range)
            group.add(both: "Detail of B over A's", picture.sharpness_ratio, digits: 3)
            group.add(
                "Banding", picture.banding_a, picture.banding_b, digits: 3, margin: 0.02,
                better: { $0 })
            group.add(both: "Dropped frames", Double(picture.dropped), digits: 0)
            group.add(both: "Duplicated frames", Double(picture.duplicated), digits: 0)
            group.add(
                "Hard cuts", picture.cuts_a.map(Double.init), picture.cuts_b.map(Double.init),
                digits: 0)
            group.add(
                both: "Hard cuts at the same moment", picture.cuts_matched.map(Double.init),
                digits: 0)
            group.add(both: "Black", picture.black_ms, unit: "ms", digits: 0)
            group.add(both: "Frozen", picture.frozen_ms, unit: "ms", digits: 0)
        }
        group.add(
            "Trembling", comparison.motion?.tremble_a, comparison.motion?.tremble_b,
            unit: "px/frame²", digits: 3, margin: 0.01, better: { $0 })
        return group
    }

    static func sound(_ comparison: Comparison) -> Group {
        var group = Group(title: "Sound")
        guard let sound = comparison.sound else { return group }
        group.add(both: "Offset of B's sound", sound.offset_ms, unit: "ms", digits: 1)
        group.add(both: "Drift of B's sound", sound.drift_ppm, unit: "ppm", digits: 0)
        group.add(
            "Loudness", sound.lufs_a, sound.lufs_b, unit: "LUFS", digits: 1, margin: 0.2,
            better: { abs($0 + 14) })
        group.add(
            "True peak", sound.peak_a, sound.peak_b, unit: "dBTP", digits: 1, margin: 0.1,
            better: { max($0, -1) })
        group.add(
            "Clicks", Double(sound.clicks_a), Double(sound.clicks_b), digits: 0, better: { $0 })
        group.add(both: "Silence in one alone", sound.silence_ms, unit: "ms", digits: 0)
        return group
    }

    static func file(_ a: FileFacts, _ b: FileFacts) -> Group {
        var group = Group(title: "File")
        func add(_ name: String, _ text: (FileFacts) -> String?) {
            group.add(name, text(a), text(b))
        }
        add("Container") { $0.container }
        add("Size") { Wording.size(Double($0.bytes)) }
        add("Length") { Wording.moment($0.seconds) }
        add("Bit rate") { Wording.rate($0.bit_rate) }
        add("Video") { file in
            file.video.map {
                [$0, file.profile, file.level].compactMap { $0 }.joined(separator: " ")
            }
        }
        let pixels = [a, b].map { ($0.width ?? 0) * ($0.height ?? 0) }
        group.add(
            "Picture", a.sizeText, b.sizeText,
            better: pixels[0] == pixels[1] ? nil : pixels[0] > pixels[1] ? .a : .b)
        group.add("Frame rate", a.fps, b.fps, unit: "fps", digits: 3)
        add("Pixels") { $0.pixel_format }
        add("Colour tags") { file in
            let tags = [file.matrix, file.primaries, file.transfer].compactMap { $0 }
            let once = tags.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let range = file.full_range.map { $0 ? "full range" : "limited range" }
            let all = once + [range].compactMap { $0 }
            return file.video == nil ? nil : all.isEmpty ? "none" : all.joined(separator: ", ")
        }
        group.add(
            "Longest group of frames", a.gop.map(Double.init), b.gop.map(Double.init), digits: 0)
        group.add(
            "Index in front", a.faststart.map { $0 ? "yes" : "no" },
            b.faststart.map { $0 ? "yes" : "no" },
            better: a.faststart == b.faststart
                ? nil : a.faststart == true ? .a : b.faststart == true ? .b : nil)
        add("Sound") { file in
            file.audio.map { [$0, file.audio_profile].compactMap { $0 }.joined(separator: " ") }
        }
        add("Sampling") { file in
            file.audio_rate.map {
                "\(Wording.number(Double($0) / 1000, digits: 2)) kHz, \(file.channels ?? 0) channels"
            }
        }
        return group
    }
}

extension FileFacts {
    fileprivate var sizeText: String? {
        guard let width, let height else { return nil }
        return "\(width) × \(height)"
    }
}
