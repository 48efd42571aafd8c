package import Media

/// A small picture to be shown: 8-bit sRGB, rows without gaps.
package struct RGBPicture: Hashable, Sendable {
    package var width: Int
    package var height: Int
    /// Red, green, blue of each pixel.
    package var samples: [UInt8]

    package init(width: Int, height: Int, samples: [UInt8]) {
        self.width = width
        self.height = height
        self.samples = samples
    }

    /// Makes a picture of a frame, shrunk by a whole number to at most `widest` pixels.
    package init(_ frame: VideoScan.Frame, _ coding: SampleCoding, widest: Int) {
        let step = max(1, (frame.width + widest - 1) / widest)
        let (width, height) = (frame.width / step, max(1, frame.height / step))
        let luma = frame.luma.shrunk(from: frame.width, by: step, to: (width, height))
        let matrix = YCbCr(coding.matrix)
        var samples: [UInt8] = []
        samples.reserveCapacity(width * height * 3)
        for y in 0..<height {
            let chromaRow = min(y * step / 2, frame.height / 2 - 1) * (frame.width / 2)
            for x in 0..<width {
                let chroma = chromaRow + min(x * step / 2, frame.width / 2 - 1)
                let stored = SIMD3(
                    Double(luma[y * width + x]), Double(frame.cb[chroma]), Double(frame.cr[chroma]))
                let color = matrix.rgb(coding.isFullRange ? YCbCr.narrowed(stored) : stored)
                for channel in 0..<3 {
                    samples.append(UInt8(min(max(color[channel], 0), 1) * 255 + 0.5))
                }
            }
        }
        self.init(width: width, height: height, samples: samples)
    }
}

extension [UInt8] {
    /// Returns the means of squares of `step` pixels of a plane `width` pixels wide.
    func shrunk(from width: Int, by step: Int, to size: (width: Int, height: Int)) -> [UInt8] {
        guard step > 1 else { return self }
        return withUnsafeBufferPointer { plane in
            var result: [UInt8] = []
            result.reserveCapacity(size.width * size.height)
            for y in 0..<size.height {
                for x in 0..<size.width {
                    var sum = 0
                    for row in y * step..<(y + 1) * step {
                        let start = row * width + x * step
                        for place in start..<start + step { sum &+= Int(plane[place]) }
                    }
                    result.append(UInt8((sum + step * step / 2) / (step * step)))
                }
            }
            return result
        }
    }
}
