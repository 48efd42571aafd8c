extension Thresholds.Key {
    /// Whether the bar is the least that is good enough; for the others it is the most.
    package var isMinimum: Bool {
        switch self {
        case .psnr, .ssim, .msSSIM, .vmaf, .sharpness: true
        default: false
        }
    }

    /// What the value is, with its unit.
    package var meaning: String {
        switch self {
        case .psnr: "least PSNR of luma, dB"
        case .ssim: "least SSIM of luma, 0 to 1"
        case .msSSIM: "least MS-SSIM of luma, 0 to 1"
        case .vmaf: "least VMAF, 0 to 100"
        case .sharpness: "least detail of B over A's, 1 is the same"
        case .colour: "most colour difference, mean ΔE2000"
        case .offset: "most offset in time, ms"
        case .drift: "most drift, ppm"
        case .loudness: "most difference in loudness, LU"
        case .peak: "highest true peak of both, dBTP"
        case .tremble: "most trembling of both, px/frame²"
        case .banding: "most banding of both"
        case .clicks: "most clicks in one of both"
        case .dropped: "most dropped frames"
        case .duplicated: "most duplicated frames"
        case .black: "most black, ms"
        case .frozen: "most frozen picture, ms"
        case .silence: "most silence, ms"
        case .caption: "most offset of captions, ms"
        case .findings: "most warnings and errors"
        }
    }

    /// What has to be there before it can be measured, as the end of a sentence.
    var need: String {
        self == .vmaf
            ? ": it needs an ffmpeg with libvmaf (Homebrew's and Ubuntu's have it) on PATH, or named "
                + "by EXPLAINER_FFMPEG" : ""
    }

    var example: String { self == .ssim ? "ssim=0.97" : "\(rawValue)=1" }

    /// Returns the measured value; nil where it could not be measured.
    func value(in comparison: Comparison) -> Double? {
        let (picture, sound) = (comparison.picture, comparison.sound)
        switch self {
        case .psnr: return picture?.psnr_y
        case .ssim: return picture?.ssim_y
        case .msSSIM: return picture?.ms_ssim
        case .vmaf: return picture?.vmaf
        case .sharpness: return picture?.sharpness_ratio
        case .colour: return picture?.colour_de
        case .offset: return abs(comparison.alignment.offset_ms)
        case .drift: return abs(comparison.alignment.drift_ppm)
        case .loudness:
            guard let a = sound?.lufs_a, let b = sound?.lufs_b else { return nil }
            return abs(a - b)
        case .peak: return worse(sound?.peak_a, sound?.peak_b)
        case .tremble: return worse(comparison.motion?.tremble_a, comparison.motion?.tremble_b)
        case .banding: return worse(picture?.banding_a, picture?.banding_b)
        case .clicks: return sound.map { Double(max($0.clicks_a, $0.clicks_b)) }
        case .dropped: return picture.map { Double($0.dropped) }
        case .duplicated: return picture.map { Double($0.duplicated) }
        case .black: return picture?.black_ms
        case .frozen: return picture?.frozen_ms
        case .silence: return sound?.silence_ms
        case .caption: return comparison.text?.caption_offset_ms.map(abs)
        case .findings:
            return Double(comparison.findings.count { $0.severity != .info })
        }
    }

    private func worse(_ a: Double?, _ b: Double?) -> Double? {
        [a, b].compactMap { $0 }.max()
    }
}
