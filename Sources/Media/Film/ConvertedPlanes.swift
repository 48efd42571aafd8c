import Foundation

/// Memory for one frame of 8-bit Y'CbCr 4:2:0, and the loops that fill it from other layouts.
final class ConvertedPlanes {
    let width: Int
    let height: Int
    private let luma: UnsafeMutableBufferPointer<UInt8>
    private let chroma: UnsafeMutableBufferPointer<UInt8>
    /// What chroma adds to luma, at chroma and at luma resolution.
    private let shift: UnsafeMutableBufferPointer<Float>
    /// A row of Cb and one of Cr as distances from neutral, at the width of the result.
    private let differences: UnsafeMutableBufferPointer<Float>

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        let half = ((width + 1) / 2, (height + 1) / 2)
        luma = .allocate(capacity: width * height)
        chroma = .allocate(capacity: 2 * half.0 * half.1)
        shift = .allocate(capacity: 2 * half.0)
        differences = .allocate(capacity: 2 * half.0)
    }

    deinit {
        luma.deallocate()
        chroma.deallocate()
        shift.deallocate()
        differences.deallocate()
    }

    private var chromaWidth: Int { (width + 1) / 2 }
    private var chromaHeight: Int { (height + 1) / 2 }

    /// A view of the planes; nil where they have no pixels.
    func planes(chromaShift: SIMD2<Double>) -> FilmPlanes? {
        guard let y = luma.baseAddress, let c = chroma.baseAddress else { return nil }
        return FilmPlanes(
            width: width, height: height, luma: y, cb: c, cr: c + chromaWidth * chromaHeight,
            lumaStride: width, cbStride: chromaWidth, crStride: chromaWidth,
            chromaShift: chromaShift)
    }

    /// Fills the planes from `frame`, which has the same size.
    func fill(from frame: PlanarFrame, _ conversion: PlaneConversion) {
        if frame.depth > 8 {
            fill(from: frame, conversion, as: UInt16.self)
        } else {
            fill(from: frame, conversion, as: UInt8.self)
        }
    }

    private func fill<Sample: FixedWidthInteger & UnsignedInteger>(
        from frame: PlanarFrame, _ conversion: PlaneConversion, as _: Sample.Type
    ) {
        for y in 0..<chromaHeight {
            loadChroma(frame, y, neutral: conversion.neutral, as: Sample.self)
            writeChroma(y, conversion)
            if conversion.mixes { makeShift(conversion) }
            for row in 2 * y..<min(2 * y + 2, height) {
                guard let from = frame.row(row, of: 0) else { return }
                writeLuma(row, from.assumingMemoryBound(to: Sample.self), conversion)
            }
        }
    }

    /// Takes a pair of rows and the chroma row between them, as code values.
    func store(_ block: LightConversion.Block, pair y: Int) {
        guard let to = luma.baseAddress, let target = chroma.baseAddress else { return }
        for (row, from) in [(2 * y, block.rows.0), (2 * y + 1, block.rows.1)] where row < height {
            let dither = Dither.row(row)
            let line = to + row * width
            for x in 0..<width { line[x] = Self.byte(from[x] + dither[x & 7], 16, 235) }
        }
        let dither = Dither.row(y)
        let cb = target + y * chromaWidth
        let cr = cb + chromaWidth * chromaHeight
        for x in 0..<chromaWidth {
            cb[x] = Self.byte(block.chroma.0[x] + dither[x & 7], 16, 240)
            cr[x] = Self.byte(block.chroma.1[x] + dither[x & 7], 16, 240)
        }
    }

    /// Brings chroma to half the columns and rows, by means of two or four.
    private func loadChroma<Sample: FixedWidthInteger & UnsignedInteger>(
        _ frame: PlanarFrame, _ y: Int, neutral: Float, as _: Sample.Type
    ) {
        let rows = frame.halvesRows ? [y, y] : [2 * y, min(2 * y + 1, frame.chromaHeight - 1)]
        for plane in 0..<2 {
            guard let first = frame.row(rows[0], of: plane + 1),
                let second = frame.row(rows[1], of: plane + 1),
                let to = differences.baseAddress.map({ $0 + plane * chromaWidth })
            else { return }
            let (a, b) = (
                first.assumingMemoryBound(to: Sample.self),
                second.assumingMemoryBound(to: Sample.self)
            )
            if frame.halvesColumns {
                for x in 0..<chromaWidth { to[x] = 0.5 * (Float(a[x]) + Float(b[x])) - neutral }
                continue
            }
            let last = frame.chromaWidth - 1
            for x in 0..<chromaWidth {
                let (left, right) = (2 * x, min(2 * x + 1, last))
                let sum = Float(a[left]) + Float(a[right]) + Float(b[left]) + Float(b[right])
                to[x] = 0.25 * sum - neutral
            }
        }
    }

    private func writeChroma(_ y: Int, _ conversion: PlaneConversion) {
        guard let cb = differences.baseAddress, let target = chroma.baseAddress else { return }
        let cr = cb + chromaWidth
        let toCb = target + y * chromaWidth
        let toCr = toCb + chromaWidth * chromaHeight
        let dither = Dither.row(y)
        for x in 0..<chromaWidth {
            let threshold = dither[x & 7]
            let (u, v) = (cb[x], cr[x])
            toCb[x] = Self.byte(
                128 + conversion.cbGain * u + conversion.crInCb * v + threshold, 16, 240)
            toCr[x] = Self.byte(
                128 + conversion.crGain * v + conversion.cbInCr * u + threshold, 16, 240)
        }
    }

    private func makeShift(_ conversion: PlaneConversion) {
        guard let cb = differences.baseAddress, let to = shift.baseAddress else { return }
        let cr = cb + chromaWidth
        for x in 0..<chromaWidth {
            let value = conversion.cbInLuma * cb[x] + conversion.crInLuma * cr[x]
            to[2 * x] = value
            to[2 * x + 1] = value
        }
    }

    private func writeLuma<Sample: FixedWidthInteger & UnsignedInteger>(
        _ y: Int, _ from: UnsafePointer<Sample>, _ conversion: PlaneConversion
    ) {
        guard let start = luma.baseAddress, let shift = shift.baseAddress else { return }
        let to = start + y * width
        let dither = Dither.row(y)
        let (gain, offset) = (conversion.lumaGain, conversion.lumaOffset)
        if conversion.mixes {
            for x in 0..<width {
                to[x] = Self.byte(
                    gain * Float(from[x]) + offset + shift[x] + dither[x & 7], 16, 235)
            }
        } else {
            for x in 0..<width {
                to[x] = Self.byte(gain * Float(from[x]) + offset + dither[x & 7], 16, 235)
            }
        }
    }

    @inline(__always)
    private static func byte(_ value: Float, _ low: Float, _ high: Float) -> UInt8 {
        UInt8(truncatingIfNeeded: Int32(min(max(value, low), high)))
    }
}

/// Ordered dither: thresholds of an 8 x 8 Bayer matrix, between 0 and 1, mean one half.
private enum Dither {
    static func row(_ y: Int) -> SIMD8<Float> { rows[y & 7] }

    private static let rows: [SIMD8<Float>] = (0..<8).map { y in
        var row = SIMD8<Float>()
        for x in 0..<8 {
            var value = 0
            for bit in 0..<3 {
                let (xBit, yBit) = (x >> bit & 1, y >> bit & 1)
                value |= (xBit ^ yBit) << (2 * (2 - bit) + 1) | yBit << (2 * (2 - bit))
            }
            row[x] = (Float(value) + 0.5) / 64
        }
        return row
    }
}
