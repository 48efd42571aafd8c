import CLibav

/// Finds the colours that show a whole video best in 255 of them.
///
/// The statistics are those of whole pictures: those of what changes alone left still grounds with
/// bands, 5 dB worse where it was measured.
package final class PaletteMaker {
    private let width: Int
    private let height: Int
    private let graph: PictureGraph
    private let source: PictureGraph.Filter
    private let sink: PictureGraph.Filter
    private var count = 0

    package init(width: Int, height: Int) throws(MediaError) {
        self.width = width
        self.height = height
        graph = try PictureGraph()
        source = try graph.addSource(width: width, height: height)
        let filter = try graph.add("palettegen", "stats_mode=full")
        sink = try graph.add("buffersink")
        try graph.link(source, filter)
        try graph.link(filter, sink)
        try graph.configure()
    }

    /// Counts the colours of an RGB picture, three bytes a pixel.
    package func add(_ pixels: [UInt8]) throws(MediaError) {
        try graph.send(rgb: pixels, width: width, height: height, time: count, to: source)
        count += 1
    }

    /// Returns the palette; nothing can be added after.
    package func palette() throws(MediaError) -> ColorPalette {
        try graph.end(source)
        return try graph.receive(from: sink) { frame throws(MediaError) in
            let data = try allocated(frame.data.0, "find the colours")
            var words: [UInt32] = []
            for row in 0..<ColorPalette.side {
                let start = data + row * Int(frame.linesize.0)
                start.withMemoryRebound(to: UInt32.self, capacity: ColorPalette.side) {
                    words += UnsafeBufferPointer(start: $0, count: ColorPalette.side)
                }
            }
            return ColorPalette(words: words)
        }
    }
}
