import Foundation
import Planning

extension PictureMeasures {
    var json: JSONObject {
        .build {
            $0.set("palette", palette.map { JSONNode(.object($0.json)) })
            $0.set("brightness", brightness.rounded(to: 4))
            $0.set("contrast", contrast.rounded(to: 4))
            $0.set("dark_share", darkShare.rounded(to: 4))
            $0.set("bright_share", brightShare.rounded(to: 4))
            $0.set("histogram", histogram.map { JSONNode(.number(JSONNumber($0.rounded(to: 6)))) })
            $0.set("sharpness", sharpness.rounded(to: 2))
            $0.set("focus", focus.json)
            $0.set("details", details.map { JSONNode(.object($0.json)) })
            $0.set("transparent_share", transparentShare.rounded(to: 4))
        }
    }
}

extension PictureMeasures.Point {
    fileprivate var json: JSONObject {
        .build {
            $0.set("x", x.rounded(to: 4))
            $0.set("y", y.rounded(to: 4))
        }
    }
}

extension PictureMeasures.Swatch {
    fileprivate var json: JSONObject {
        .build {
            $0.set("hex", hex)
            $0.set("share", share.rounded(to: 4))
            $0.set("name", name)
            $0.set("name_zh", chineseName)
            $0.set("chroma", chroma.rounded(to: 4))
        }
    }
}

extension Double {
    /// Figures measured to a few digits should not be printed with sixteen.
    fileprivate func rounded(to places: Int) -> Double {
        let scale = pow(10, Double(places))
        return (self * scale).rounded() / scale
    }
}
