import Foundation
import Inspecting

extension ChineseWording {
    func whatIsIt(_ part: Part, _ s: inout Saying) {
        switch part {
        case .what: what(&s)
        case .pixels: pixels(&s)
        case .training: training(&s)
        default: odd(&s)
        }
    }

    private func what(_ s: inout Saying) {
        s.say(
            0, "AI 图像不是拍的，是算出来的。", "AI 图像没有镜头，是模型算的。",
            "AI 图像的每个像素，都是算出来的。")
        s.say(1, "模型看过海量带文字说明的图片，从中学到了规律。", to: .students)
        s.say(1, "它看过无数配着文字的图片，慢慢学会了画。", "它靠海量图片和说明，练出了手感。", to: .beginners)
        s.say(1, "你可以把它当成一次猜测，由模型、提示词和几个参数引导。", to: .creators)
        s.say(2, "它不是去找一张存好的图，而是造出新的像素。")
        s.say(3, "所谓生成式，就是生成新的像素值。", to: .students)
        s.say(3, "它手里没有这个场景的照片，只是画出符合描述的样子。", to: .beginners)
        s.say(3, "所以它既不算照片，也不算图库素材。", to: .creators)
        s.say(4, "看起来合理，不等于真的有过。")
    }

    private func pixels(_ s: inout Saying) {
        s.say(2, "凑近看，图像就是一格一格的小色块。", "放大再放大，画面就成了一格格色块。")
        s.say(3, "这一张大约有\(pixelCount(s.known))个。")
        s.say(3, "在计算机眼里，每一格只是三个数：红、绿、蓝。", to: .students)
        s.say(3, "相机用光填满格子，模型用预测的数填满格子。", to: .beginners)
        s.say(3, "像素多不代表真实，放大也会凭空添细节。", to: .creators)
        s.say(4, "改掉足够多的格子，就是另一张图。")
    }

    private func training(_ s: inout Saying) {
        s.say(2, "训练时，图片会被一点点加上噪声。")
        s.say(2, "模型要做的，是猜出哪些是噪声。", "它只有一道题：哪些是噪声？")
        s.say(3, "每猜错一次，网络里的权重就调整一点。", to: .students)
        s.say(3, "有点像练画，练上几百万遍。", to: .beginners)
        s.say(3, "训练里少见的东西，它就画不好。", to: .creators)
        s.say(4, "训练数据大多成对：一张图，一句话。")
        s.say(4, "有的公开数据集，收了几十亿对。", to: .students)
        s.say(5, "练成以后，哪怕一片噪声，它也能找出形状。")
    }

    private func odd(_ s: inout Saying) {
        s.say(3, "既然是猜，小地方就可能出错。", "猜，总有猜错的时候。")
        s.say(3, "文字、手指、倒影、重复的花纹，都不好画。")
        s.say(4, "整个过程里，没有谁检查场景合不合理。", to: .students)
        s.say(4, "它可以很美，却不一定真；先当插画看。", to: .beginners)
        s.say(4, "发布之前，再看一遍文字、手和边缘。", to: .creators)
    }

    /// "210万", "59万", "4096".
    func pixelCount(_ known: Known) -> String {
        let pixels = Double(known.width) * Double(known.height)
        if pixels >= 99_999_500 {
            let units = (pixels / 10_000_000).rounded() / 10
            return (units == units.rounded() ? String(Int(units)) : String(units)) + "亿"
        }
        if pixels >= 99_500 { return "\(Int((pixels / 10_000).rounded()))万" }
        return String(Int(pixels))
    }
}
