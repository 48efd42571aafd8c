import CKernels
import Foundation
import Planning

/// Mixes a picture with noise; owns the scratch memory of one worker.
final class DiffusionPainter {
    private let level: ck_level

    /// Two cell rows at pixel width, three channels each.
    private var expanded = Storage<Int16>(count: 0)
    private var stride = 0
    /// The cell row that each of the two holds.
    private var held = [-1, -1]

    init(level: ck_level = ck_best_level()) {
        self.level = level
    }

    /// Draws over `frame`, whose first pixel lies at (`x`, `y`) of the field; both even.
    func draw(
        _ diffusion: Diffusion, _ field: NoiseField, progress: Double, over frame: FramePlanes,
        x: Int, y: Int
    ) {
        let time = diffusion.time(ofStep: diffusion.step(at: progress))
        guard time > 0 else { return }
        let signal = diffusion.schedule.signal(at: time)
        var mix = ck_diffusion(signal: signal.squareRoot())
        let gain = Int16(min((1 - signal).squareRoot() * 32_768, 32_767).rounded())
        reserve(frame.width.roundedUp(to: 32), grain: field.grain)
        for row in Swift.stride(from: 0, to: frame.height, by: 2) {
            var noise: [UnsafePointer<Int16>?] = []
            for line in [y + row, y + row + 1] {
                let base = self.row(line / field.grain, of: field, x: x, gain: gain)
                for channel in 0..<3 { noise.append(base + channel * stride) }
            }
            let (upper, chroma) = (
                frame.luma + row * frame.lumaStride, row / 2 * frame.chromaStride
            )
            ck_diffuse(
                level, &mix, noise, Int32(frame.width.roundedUp(to: 32)), upper,
                upper + frame.lumaStride, frame.cb + chroma, frame.cr + chroma)
        }
    }

    private func reserve(_ columns: Int, grain: Int) {
        held = [-1, -1]
        stride = (columns + 2 * grain + 32).roundedUp(to: 32)
        if expanded.count < 6 * stride { expanded = Storage(count: 6 * stride) }
    }

    /// Returns the scaled noise of a cell row at pixel width, from column `x` of the field on.
    private func row(_ row: Int, of field: NoiseField, x: Int, gain: Int16) -> UnsafePointer<Int16>
    {
        let skip = x % field.grain
        let base = expanded.base + (row & 1) * 3 * stride
        guard held[row & 1] != row else { return UnsafePointer(base + skip) }
        held[row & 1] = row
        let needed = (stride - 32) / field.grain
        for channel in 0..<3 {
            let cells = field.row(row, channel: channel)
            var (first, done) = (x / field.grain % field.columns, 0)
            while done < needed {
                let count = min(field.columns - first, needed - done)
                ck_noise_row(
                    level, cells + first, Int32(count), Int32(field.grain), gain,
                    base + channel * stride + done * field.grain)
                (first, done) = (0, done + count)
            }
        }
        return UnsafePointer(base + skip)
    }
}

extension ck_diffusion {
    /// The mix that keeps a share `signal` (the square root of a_t) of the picture.
    ///
    /// ITU-R BT.709-6 items 3.2 to 3.4, inverted: R' = 255/219 (Y' - 16) + 1.5748 * 255/224 (Cr -
    /// 128), and so on.
    init(signal: Double) {
        func fixed(_ factor: Double, _ bits: Int) -> Int16 {
            Int16((factor * signal * Double(1 << bits)).rounded())
        }
        let (gain, chroma) = (255.0 / 219, 255.0 / 224)
        let black = signal * gain * 16
        self.init(
            luma: fixed(gain, 13), cr_red: fixed(1.5748 * chroma, 12),
            cb_green: fixed(-0.0722 * 1.8556 / 0.7152 * chroma, 12),
            cr_green: fixed(-0.2126 * 1.5748 / 0.7152 * chroma, 12),
            cb_blue: fixed(1.8556 * chroma, 12),
            // Three or four products are cut: half a unit each.
            base: Int16(((127.5 * (1 - signal) - black) * 16).rounded()) + 2)
    }
}
