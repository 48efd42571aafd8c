import Media

/// Shows where two frames differ.
enum HeatMap {
    private static let widest = 480

    /// Returns A in dark gray, red to yellow where the similarity of `gauge`'s last measurement is
    /// low.
    static func picture(_ a: VideoScan.Frame, _ gauge: PlaneDifference) -> RGBPicture {
        let step = max(1, (a.width + widest - 1) / widest)
        let (width, height) = (a.width / step, max(1, a.height / step))
        let luma = a.luma.shrunk(from: a.width, by: step, to: (width, height))
        var samples: [UInt8] = []
        samples.reserveCapacity(width * height * 3)
        for y in 0..<height {
            // A window's middle lies 4 pixels from its start.
            let row = min(max((y * step + step / 2 - 2) / 4, 0), gauge.mapHeight - 1)
            for x in 0..<width {
                let column = min(max((x * step + step / 2 - 2) / 4, 0), gauge.mapWidth - 1)
                let heat = 1 - min(max(gauge.map[row * gauge.mapWidth + column], 0), 1)
                let gray = Float(luma[y * width + x]) * 0.4
                let red = gray + (255 - gray) * min(1, heat * 2)
                let green = gray * (1 - heat) + 255 * max(0, heat * 2 - 1)
                samples.append(UInt8(min(255, red)))
                samples.append(UInt8(min(255, green)))
                samples.append(UInt8(gray * (1 - heat)))
            }
        }
        return RGBPicture(width: width, height: height, samples: samples)
    }
}
