import Media

extension ReportInput.Still {
    init(_ frame: WorstFrame) throws {
        func jpeg(_ picture: RGBPicture) throws -> [UInt8] {
            try JPEGWriter.data(
                pixels: picture.samples, width: picture.width, height: picture.height, quality: 85)
        }
        self.init(
            time: frame.time, a: try jpeg(frame.a), b: try jpeg(frame.b),
            heat: try jpeg(frame.heat), ssim: frame.ssim)
    }
}
