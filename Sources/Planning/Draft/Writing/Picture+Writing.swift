import Foundation

extension Draft.Generated {
    var json: JSONObject {
        .build {
            $0.set("k", kind.rawValue)
            $0.set("from", from)
            $0.set("to", to)
            $0.set("angle", angle)
            $0.set("seed", seed)
            $0.set("colors", colors?.map { JSONNode(.string($0.hex)) })
            $0.add(unknown)
        }
    }
}

extension Draft.Effect {
    var json: JSONObject {
        .build {
            $0.set("k", kind.rawValue)
            $0.add(settings)
        }
    }
}

extension Draft.KenBurns {
    var json: JSONNode {
        switch self {
        case .preset(let preset): JSONNode(.string(preset.rawValue))
        case .move(let move): JSONNode(.object(move.json))
        }
    }
}

extension Draft.KenBurns.Move {
    fileprivate var json: JSONObject {
        .build {
            $0.set("from", from?.json)
            $0.set("to", to?.json)
            $0.set("ease", easing?.rawValue)
            $0.set("path", path?.rawValue)
            $0.add(unknown)
        }
    }
}

extension Draft.KenBurns.View {
    fileprivate var json: JSONObject {
        .build {
            $0.set("x", x)
            $0.set("y", y)
            $0.set("z", zoom)
            $0.add(unknown)
        }
    }
}
