import Foundation
package import Planning

extension ColorNames {
    /// Returns the usual Chinese name of exactly this colour; nil where it has none.
    package static func chineseName(of color: Color) -> String? {
        guard let english = name(of: color),
            let pair = chinese.first(where: { $0.value == english })
        else { return nil }
        return pair.key + "色"
    }

    /// Returns the CSS name for a Chinese one, with or without 色; nil where it is none.
    static func english(for name: String) -> String? {
        let bare = name.hasSuffix("色") ? String(name.dropLast()) : name
        return englishNames[bare]
    }

    private static let englishNames = Dictionary(
        chinese.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })

    /// Names without 色; the first one of a colour is its usual name.
    private static let chinese: KeyValuePairs<String, String> = [
        "白": "white", "纯白": "white", "黑": "black", "纯黑": "black", "灰": "gray",
        "深灰": "dimgray", "暗灰": "dimgray", "浅灰": "lightgray", "淡灰": "lightgray",
        "银": "silver", "银灰": "silver",
        "红": "red", "大红": "red", "正红": "red", "鲜红": "red", "深红": "darkred",
        "暗红": "darkred", "浅红": "lightcoral", "淡红": "lightcoral", "酒红": "maroon",
        "枣红": "maroon", "栗": "maroon", "绯红": "crimson", "猩红": "crimson",
        "砖红": "firebrick", "番茄红": "tomato", "橙红": "orangered", "橘红": "orangered",
        "珊瑚": "coral", "珊瑚红": "coral", "鲑鱼": "salmon", "鲑红": "salmon",
        "橙": "orange", "橘": "orange", "桔": "orange", "橘黄": "orange", "橙黄": "orange",
        "桔黄": "orange", "深橙": "darkorange", "黄": "yellow", "浅黄": "lightyellow",
        "淡黄": "lightyellow", "鹅黄": "khaki", "金": "gold", "金黄": "gold",
        "土黄": "goldenrod",
        "棕": "brown", "褐": "brown", "咖啡": "brown", "深棕": "saddlebrown",
        "深褐": "saddlebrown", "浅棕": "peru", "浅褐": "peru", "巧克力": "chocolate",
        "驼": "tan", "米": "beige", "米黄": "beige", "米白": "oldlace", "象牙": "ivory",
        "象牙白": "ivory", "卡其": "khaki", "小麦": "wheat", "雪白": "snow",
        "绿": "green", "深绿": "darkgreen", "暗绿": "darkgreen", "墨绿": "darkgreen",
        "浅绿": "lightgreen", "淡绿": "lightgreen", "亮绿": "lime", "荧光绿": "lime",
        "黄绿": "yellowgreen", "草绿": "yellowgreen", "橄榄": "olive", "橄榄绿": "olivedrab",
        "森林绿": "forestgreen", "海绿": "seagreen", "碧绿": "aquamarine",
        "薄荷绿": "aquamarine",
        "青": "cyan", "深青": "darkcyan", "浅青": "lightcyan", "淡青": "lightcyan",
        "蓝绿": "teal", "青绿": "turquoise", "绿松石": "turquoise",
        "蓝": "blue", "深蓝": "darkblue", "暗蓝": "darkblue", "浅蓝": "lightblue",
        "淡蓝": "lightblue", "天蓝": "skyblue", "浅天蓝": "lightskyblue",
        "深天蓝": "deepskyblue", "宝蓝": "royalblue", "宝石蓝": "royalblue",
        "皇家蓝": "royalblue", "钢蓝": "steelblue", "藏青": "navy", "藏蓝": "navy",
        "海军蓝": "navy", "午夜蓝": "midnightblue", "靛蓝": "indigo", "靛": "indigo",
        "靛青": "indigo",
        "紫": "purple", "浅紫": "plum", "淡紫": "plum", "深紫": "indigo",
        "暗紫": "darkviolet", "薰衣草": "lavender", "紫罗兰": "violet", "兰花": "orchid",
        "紫红": "mediumvioletred", "品红": "magenta", "洋红": "magenta",
        "粉": "pink", "粉红": "pink", "浅粉": "lightpink", "浅粉红": "lightpink",
        "深粉": "deeppink", "深粉红": "deeppink", "亮粉": "hotpink", "亮粉红": "hotpink",
        "桃红": "hotpink", "玫红": "deeppink", "玫瑰红": "deeppink",
    ]
}
