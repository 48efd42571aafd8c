import CLibav
import Foundation

/// Shows pictures in the colours of a palette, dithered in a fixed pattern.
///
/// The pattern depends on the place alone: what stands still stays the same from picture to
/// picture, which keeps files small, and every picture can be mapped on its own.
package final class PaletteMapper {
    private let width: Int
    private let height: Int
    private let graph: PictureGraph
    private let source: PictureGraph.Filter
    private let sink: PictureGraph.Filter
    private var count = 0

    package init(_ palette: ColorPalette, width: Int, height: Int) throws(MediaError) {
        self.width = width
        self.height = height
        graph = try PictureGraph()
        source = try graph.addSource(width: width, height: height)
        let side = ColorPalette.side
        let colors = try graph.addSource(width: side, height: side)
        // Scale 3 hides bands in skies and its own grid alike; error diffusion took 1.6 times the
        // bytes, and crawls.
        let filter = try graph.add("paletteuse", "dither=bayer:bayer_scale=3")
        sink = try graph.add("buffersink")
        try graph.link(source, filter)
        try graph.link(colors, filter, input: 1)
        try graph.link(filter, sink)
        try graph.configure()
        try graph.send(width: side, height: side, time: 0, to: colors) { row, words in
            for x in 0..<side { words[x] = palette.words[row * side + x] }
        }
        try graph.end(colors)
    }

    /// Returns the place in the palette of each pixel of an RGB picture, three bytes a pixel.
    package func indices(_ pixels: [UInt8]) throws(MediaError) -> [UInt8] {
        try graph.send(rgb: pixels, width: width, height: height, time: count, to: source)
        count += 1
        let (width, height) = (width, height)
        return try graph.receive(from: sink) { frame throws(MediaError) in
            let data = try allocated(frame.data.0, "reduce the colours")
            var indices: [UInt8] = []
            indices.reserveCapacity(width * height)
            for row in 0..<height {
                let start = data + row * Int(frame.linesize.0)
                indices += UnsafeBufferPointer(start: start, count: width)
            }
            return indices
        }
    }
}
