/// What people call a colour, in English and in Simplified Chinese.
///
/// A hand-made rule on the lightness, chroma and hue of OKLab: a family by hue, and a word for how
/// light or how strong it is.
struct ColorName: Hashable, Sendable {
    /// As "dark blue".
    var english: String
    /// As "深蓝".
    var chinese: String

    init(_ color: OKLab) {
        let tone = Tone(lightness: color.lightness, chroma: color.chroma, hue: color.hue)
        let family = tone.family
        let prefix = tone.prefix(for: family)
        english = prefix.english + family.english
        chinese = prefix.chinese + family.chinese
    }
}

/// One colour in the terms of the rule.
private struct Tone {
    var lightness: Double
    var chroma: Double
    /// Degrees.
    var hue: Double

    /// Dark colours look gray at a chroma that light ones show.
    private var isGray: Bool { chroma < (lightness < 0.3 ? 0.025 : 0.02) }

    var family: Family {
        guard !isGray else { return gray }
        switch hue {
        case 18..<38: return red
        case 38..<80: return orange
        case 80..<113: return yellow
        case 113..<132 where chroma >= 0.045: return lightness < 0.62 ? .olive : .yellowGreen
        case 113..<165: return .green
        case 165..<200: return lightness < 0.75 ? .teal : .turquoise
        case 200..<222: return lightness < 0.7 ? .teal : .skyBlue
        case 222..<250: return lightness < 0.7 || chroma < 0.045 ? .blue : .skyBlue
        case 250..<285: return .blue
        case 285..<318: return .purple
        case 318..<345: return magenta
        default: return lightness < 0.66 ? .rose : .pink
        }
    }

    private var gray: Family {
        if lightness < 0.22 { return .black }
        return lightness < 0.93 ? .gray : .white
    }

    private var red: Family {
        if chroma < 0.08 && lightness < 0.5 { return .brown }
        if lightness < 0.66 { return .red }
        return chroma < 0.1 ? .pink : .coral
    }

    private var orange: Family {
        if lightness < 0.62 { return chroma < 0.16 || lightness < 0.55 ? .brown : .orange }
        return chroma < 0.085 ? sand : chroma < 0.11 && lightness < 0.8 ? .tan : .orange
    }

    private var yellow: Family {
        if lightness < 0.68 { return hue < 92 ? .brown : .olive }
        if chroma < 0.085 { return sand }
        return hue < 100 && lightness < 0.9 ? .golden : .yellow
    }

    private var sand: Family { lightness < 0.8 ? .tan : .beige }

    private var magenta: Family {
        if lightness >= 0.72 { return .pink }
        return lightness < 0.5 || chroma < 0.1 ? .purple : .magenta
    }

    func prefix(for family: Family) -> (english: String, chinese: String) {
        if family == .gray { return grayPrefix }
        guard !family.isPlain else { return ("", "") }
        if lightness < family.darkBelow { return ("dark ", "深") }
        if lightness >= family.lightFrom { return light }
        if chroma < 0.045, family != .tan { return ("greyish ", "灰") }
        if chroma < 0.1, family.isStrong { return ("muted ", "柔") }
        if chroma >= 0.2, lightness >= 0.45 { return ("bright ", "亮") }
        return family == .orange ? ("warm ", "暖") : ("", "")
    }

    private var light: (english: String, chinese: String) {
        if chroma < 0.1 { return ("pale ", "浅") }
        return chroma < 0.14 ? ("light ", "浅") : ("bright ", "亮")
    }

    private var grayPrefix: (english: String, chinese: String) {
        if lightness < 0.45 { return ("dark ", "深") }
        return lightness < 0.75 ? ("", "") : ("light ", "浅")
    }
}

/// The colours that have a word of their own.
private enum Family: String {
    case black, white, gray, red, coral, orange, brown, tan, beige, golden, yellow, olive
    case yellowGreen, green, teal, turquoise, skyBlue, blue, purple, magenta, pink, rose

    /// Whether the word says already how light the colour is.
    var isPlain: Bool { [.black, .white, .beige].contains(self) }

    /// Whether the word alone makes people think of a strong colour.
    var isStrong: Bool { [.red, .coral, .rose, .magenta].contains(self) }

    /// The lightness below which the colour is a dark one of its kind.
    var darkBelow: Double { self == .green ? 0.46 : 0.42 }

    /// The lightness from which the colour is a light one of its kind.
    var lightFrom: Double {
        switch self {
        case .yellow, .yellowGreen, .golden: 0.94
        case .green, .turquoise, .skyBlue: 0.87
        default: 0.8
        }
    }

    var english: String {
        switch self {
        case .gray: "grey"
        case .golden: "golden yellow"
        case .yellowGreen: "yellow-green"
        case .skyBlue: "sky blue"
        default: rawValue
        }
    }

    var chinese: String {
        switch self {
        case .black: "黑"
        case .white: "白"
        case .gray: "灰"
        case .red: "红"
        case .coral: "珊瑚红"
        case .orange: "橙"
        case .brown: "棕"
        case .tan: "驼色"
        case .beige: "米色"
        case .golden: "金黄"
        case .yellow: "黄"
        case .olive: "橄榄绿"
        case .yellowGreen: "黄绿"
        case .green: "绿"
        case .teal: "青"
        case .turquoise: "青绿"
        case .skyBlue: "天蓝"
        case .blue: "蓝"
        case .purple: "紫"
        case .magenta: "品红"
        case .pink: "粉"
        case .rose: "玫红"
        }
    }
}
