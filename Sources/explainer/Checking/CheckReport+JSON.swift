import Foundation
import Media
import Planning

extension CheckReport {
    /// The whole as one object; docs/check.md describes it.
    var json: JSONObject {
        .build {
            $0.set("version", 1)
            $0.set("ok", isGood)
            $0.set("drafts", drafts.map { JSONNode(.object($0.json)) })
            $0.set("files", files.map { JSONNode(.object($0.json)) })
        }
    }
}

extension DraftCheck {
    fileprivate var json: JSONObject {
        .build {
            $0.set("draft", name)
            $0.set("ok", isGood)
            if let plan {
                $0.set("width", plan.canvas.width)
                $0.set("height", plan.canvas.height)
                $0.set("fps", plan.canvas.frameRate.framesPerSecond)
                $0.set("frames", plan.frameCount)
            }
            $0.set("sources", sources.map { JSONNode(.object($0.json)) })
            $0.set("problems", issues.map { Self.remark($0.place, $0.words, count: nil) })
            $0.set("notices", notices.map { Self.remark($0.place, $0.message, count: $0.count) })
        }
    }

    private static func remark(_ place: DraftPlace, _ message: String, count: Int?) -> JSONNode {
        JSONNode(
            .object(
                .build {
                    $0.set("message", message)
                    $0.set("place", place)
                    $0.set("count", count)
                }))
    }
}

extension FileCheck {
    fileprivate var json: JSONObject {
        var json = source.json
        json.set("notices", remarks.map { JSONNode(.string($0)) })
        return json
    }
}

extension JSONObject {
    /// Adds the pointer, line and column, as far as they are known.
    fileprivate mutating func set(_ key: String, _ place: DraftPlace) {
        set(key, place.pointer)
        set("line", place.line > 0 ? place.line : nil)
        set("column", place.column > 0 ? place.column : nil)
    }
}

extension CheckedSource {
    fileprivate var json: JSONObject {
        .build {
            $0.set("file", name)
            $0.set("path", path)
            $0.set("ok", isGood)
            $0.set("problem", problem)
            $0.set("kind", file?.kind)
            $0.set("picture", file?.pictureJSON)
            $0.set("sound", file?.soundJSON)
            if let file {
                let treatment = Treatment(file)
                $0.set(
                    "treatment",
                    (treatment.picture + treatment.sound).map { JSONNode(.string($0)) })
            }
            if !mentions.isEmpty {
                $0.set("uses", mentions.map { JSONNode(.object($0.json(of: file))) })
            }
        }
    }
}

extension SourceMention {
    fileprivate func json(of file: InspectedFile?) -> JSONObject {
        .build {
            $0.set("place", place)
            $0.set("as", kind.name)
            $0.set("start", start)
            $0.set("duration", duration)
            $0.set("problem", problem)
            let phrases = file.map { Treatment($0).phrases(for: self) } ?? []
            $0.set("treatment", phrases.map { JSONNode(.string($0)) })
        }
    }
}

extension SourceMention.Kind {
    fileprivate var name: String {
        switch self {
        case .picture: "picture"
        case .sound: "sound"
        case .colorTable: "colour table"
        }
    }
}
