import CLibav

/// The planes of a frame of planar Y'CbCr without alpha, 8 to 16 bits a sample.
struct PlanarFrame {
    /// Bits of a sample; above 8 it takes two bytes.
    let depth: Int

    /// Whether chroma has half as many columns, and rows.
    let halvesColumns: Bool
    let halvesRows: Bool

    let width: Int
    let height: Int

    private let frame: StillFrame

    /// Nil where the frame has another layout.
    init?(_ frame: StillFrame) {
        guard let layout = frame.layout, layout.nb_components == 3,
            layout.flags
                & UInt64(
                    AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL
                        | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL
                        | AV_PIX_FMT_FLAG_FLOAT) == 0,
            layout.flags & UInt64(AV_PIX_FMT_FLAG_PLANAR) != 0,
            layout.log2_chroma_w <= 1, layout.log2_chroma_h <= 1
        else { return nil }
        let parts = [layout.comp.0, layout.comp.1, layout.comp.2]
        let depth = Int(layout.comp.0.depth)
        let bytes: Int32 = depth > 8 ? 2 : 1
        let isPlain = parts.enumerated().allSatisfy { index, part in
            part.plane == Int32(index) && part.step == bytes && part.offset == 0 && part.shift == 0
                && part.depth == Int32(depth)
        }
        let isBigEndian = layout.flags & UInt64(AV_PIX_FMT_FLAG_BE) != 0
        guard isPlain, 8...16 ~= depth, depth == 8 || !isBigEndian else { return nil }
        self.depth = depth
        halvesColumns = layout.log2_chroma_w == 1
        halvesRows = layout.log2_chroma_h == 1
        (width, height) = (frame.width, frame.height)
        self.frame = frame
    }

    var chromaWidth: Int { halvesColumns ? (width + 1) / 2 : width }
    var chromaHeight: Int { halvesRows ? (height + 1) / 2 : height }

    /// Whether the planes are laid out as those of our own frames.
    var is420Bytes: Bool { depth == 8 && halvesColumns && halvesRows }

    /// Returns row `y` of plane `index`: 0 luma, 1 Cb, 2 Cr.
    func row(_ y: Int, of index: Int) -> UnsafeRawPointer? {
        let data = frame.raw.pointee.data
        let sizes = frame.raw.pointee.linesize
        let (start, stride) =
            switch index {
            case 0: (data.0, sizes.0)
            case 1: (data.1, sizes.1)
            default: (data.2, sizes.2)
            }
        return start.map { UnsafeRawPointer($0 + y * Int(stride)) }
    }

    /// Bytes from a row to the next.
    func stride(of index: Int) -> Int {
        let sizes = frame.raw.pointee.linesize
        return Int(index == 0 ? sizes.0 : index == 1 ? sizes.1 : sizes.2)
    }
}
