import Foundation

extension Draft.TextStyle {
    var json: JSONObject {
        .build {
            $0.set("preset", preset?.rawValue)
            $0.set("font", font)
            $0.set("size", size)
            $0.set("weight", weight)
            $0.set("italic", italic)
            $0.set("color", color)
            $0.set("align", alignment?.rawValue)
            $0.set("lineHeight", lineHeight)
            $0.set("spacing", spacing)
            $0.set("stroke", stroke?.json)
            $0.set("shadow", shadow?.json)
            $0.set("box", box?.json)
            $0.set("highlight", highlight)
            $0.set("case", letterCase?.rawValue)
            $0.add(unknown)
        }
    }
}

extension Draft.TextStyle.Stroke {
    fileprivate var json: JSONObject {
        .build {
            $0.set("color", color)
            $0.set("width", width)
            $0.add(unknown)
        }
    }
}

extension Draft.TextStyle.Shadow {
    fileprivate var json: JSONObject {
        .build {
            $0.set("color", color)
            $0.set("dx", dx)
            $0.set("dy", dy)
            $0.set("blur", blur)
            $0.add(unknown)
        }
    }
}

extension Draft.TextStyle.Box {
    fileprivate var json: JSONObject {
        .build {
            $0.set("color", color)
            $0.set("padX", padX)
            $0.set("padY", padY)
            $0.set("radius", radius)
            $0.add(unknown)
        }
    }
}

extension Draft.TextAnimation {
    var json: JSONObject {
        .build {
            $0.set("in", entrance?.rawValue)
            $0.set("out", exit?.rawValue)
            $0.set("d", duration)
            $0.add(unknown)
        }
    }
}
