import Foundation

extension Draft.TextStyle {
    init(reading reader: inout ObjectReader) {
        preset = reader.word("preset")
        font = reader.string("font", "the name of a font family")
        size = reader.number("size", 1...2000, "a number from 1 to 2000")
        weight = reader.integer("weight", 100...900, "an integer from 100 to 900")
        italic = reader.bool("italic")
        color = reader.color("color")
        alignment = reader.word("align")
        lineHeight = reader.number("lineHeight", 0.1...10, "a number from 0.1 to 10")
        spacing = reader.number("spacing", -500...500, "a number from -500 to 500")
        stroke = reader.object("stroke") { Stroke(reading: &$0) }
        shadow = reader.object("shadow") { Shadow(reading: &$0) }
        box = reader.object("box") { Box(reading: &$0) }
        highlight = reader.color("highlight")
        letterCase = reader.word("case")
        unknown = reader.unknown()
    }
}

extension Draft.TextStyle.Stroke {
    init(reading reader: inout ObjectReader) {
        color = reader.color("color")
        width = reader.number("width", 0...500, "a number from 0 to 500")
        unknown = reader.unknown()
    }
}

extension Draft.TextStyle.Shadow {
    init(reading reader: inout ObjectReader) {
        color = reader.color("color")
        dx = reader.number("dx", -500...500, "a number from -500 to 500")
        dy = reader.number("dy", -500...500, "a number from -500 to 500")
        blur = reader.number("blur", 0...500, "a number from 0 to 500")
        unknown = reader.unknown()
    }
}

extension Draft.TextStyle.Box {
    init(reading reader: inout ObjectReader) {
        color = reader.color("color")
        padX = reader.number("padX", 0...1000, "a number from 0 to 1000")
        padY = reader.number("padY", 0...1000, "a number from 0 to 1000")
        radius = reader.number("radius", 0...1000, "a number from 0 to 1000")
        unknown = reader.unknown()
    }
}

extension Draft.TextAnimation {
    init(reading reader: inout ObjectReader) {
        entrance = reader.word("in")
        exit = reader.word("out")
        duration = reader.time("d")
        unknown = reader.unknown()
    }
}
