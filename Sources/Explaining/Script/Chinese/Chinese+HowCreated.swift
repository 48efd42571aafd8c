import Foundation
import Inspecting

extension ChineseWording {
    func howCreated(_ part: Part, _ s: inout Saying) {
        switch part {
        case .denoise: denoise(&s)
        case .prompt: prompt(&s)
        case .guidance: guidance(&s)
        case .seed: seed(&s)
        case .latent: latent(&s)
        case .extras: extras(&s)
        case .negative: negative(&s)
        default: families(&s)
        }
    }

    private func denoise(_ s: inout Saying) {
        if let steps = s.known.steps, steps > 1, !s.known.isFromPicture {
            s.say(0, "从噪声到画面，文件记了\(steps)步。", "文件记着：从噪声到画面，\(steps)步。")
            s.say(1, "起点是纯噪声，每一步清楚一点。", "一开始只有噪声，每步擦亮一点。")
        } else {
            s.say(
                0, "它从噪声开始，一步步变清楚。", "起点是纯噪声，再一步步去噪。",
                "先有噪声，再一步步变成画面。")
            otherSteps(&s)
        }
        s.say(2, "前几步定下大轮廓，后几步补上细节。")
        s.say(2, "你看到的是用这张图做的演示，不是真实的过程。", "这里只是用你的图做的演示。")
        s.say(3, "每一步，网络都预测噪声，再减去一部分。", to: .students)
        s.say(3, "就像老电视的雪花里有个影子，每次擦亮一点。", to: .beginners)
        s.say(3, "步数不是越多越好，过了头就没什么变化。", to: .creators)
        s.say(4, "每一步去掉多少噪声，由采样器安排。", to: .students, .creators)
        s.say(4, "它不是一笔一笔画，而是整幅一起变清楚。")
    }

    /// What to say of steps where their number is not the point.
    private func otherSteps(_ s: inout Saying) {
        if s.known.isFromPicture { s.say(1, "文件记录的起点不同：先有一张图，再重画一部分。") }
        switch s.known.steps {
        case 1?: s.say(1, "文件记录，它只走了一步。")
        case let steps?: s.say(1, "文件记录，一共\(steps)步。")
        case nil: s.say(1, "常见的做法，是走几十步。", "许多工具会走上几十步。")
        }
    }

    private func prompt(_ s: inout Saying) {
        let isKnown = s.known.prompt != nil
        if isKnown {
            s.say(1, "每一步都由文字引导，文件记下的是这些。", "引导每一步的，是文件记下的这些词。")
        } else {
            s.say(2, "每一步，都朝着提示词的方向走。", "从头到尾，都由提示词引路。")
        }
        if s.known.isPromptAssembled { s.say(2, "最终的提示词是运行时拼成的，这是它的底稿。") }
        s.say(3, "文字先变成数字，画面的每个区域都会去查。", to: .students)
        s.say(3, "每走一步，画面就更靠近这些话。", to: .beginners)
        s.say(3, "主体、风格、光线、镜头，各有各的拉力。", to: .creators)
        if s.known.isDeclaredAI && !isKnown { s.say(2, "这个文件里，读不到提示词。") }
        s.say(4, "词和画面的联系，是从图片说明里学来的。", to: .students)
        s.say(4, "换一个词，每一步的去向都会变。", to: .beginners, .creators)
    }

    private func negative(_ s: inout Saying) {
        guard s.known.hasNegative else { return }
        s.say(3, "文件里还有反向提示词，写着要避开什么。")
        s.say(4, "模型会躲开这些词，就像它靠近另一些词。")
    }

    private func guidance(_ s: inout Saying) {
        s.say(3, "引导系数，决定画面有多听提示词的话。", to: .students)
        s.say(3, "有个旋钮，决定画面有多听话。", to: .beginners)
        s.say(3, "引导系数调高，画面更听话；太高，颜色会过火。", to: .creators)
        s.say(3, s.known.guidance.map { "这里，文件记录的引导系数是\($0)。" })
        s.say(4, "模型会预测两次：一次看文字，一次不看。", to: .students)
        s.say(4, "然后，把两者的差别放大。", to: .students)
        s.say(4, "太低会跑题，太高会生硬。", to: .beginners)
        s.say(4, "松紧之间，总有一个自然的位置。", to: .creators)
    }

    private func seed(_ s: inout Saying) {
        s.say(
            2, s.known.seed == nil ? "随机种子是一个数，决定开头的噪声。" : nil,
            s.known.seed == nil ? nil : "有一个数叫随机种子，它决定了开头的噪声。")
        s.say(2, "换一个数，出来的是兄弟，不是复制品。", "种子一换，得到的是另一张相似的图。")
        s.say(3, "模型、参数、种子都不变，画面就几乎不变。", to: .students)
        s.say(3, "记住这个数，就能回到差不多的画面。", to: .beginners)
        s.say(3, "模型、种子和参数一起存好，风格才能复现。", to: .creators)
        s.say(4, "换了硬件或版本，结果也可能有点不同。", to: .students)
        s.say(4, "好比洗牌：洗法一样，牌就一样。", to: .beginners)
        s.say(4, "一次只改一项，才知道每一项管什么。", to: .creators)
    }

    private func latent(_ s: inout Saying) {
        s.say(3, "很多模型并不直接画像素，而是在小小的潜空间里工作。")
        s.say(3, "最后，解码器再把它展开成完整的画面。")
        s.say(4, "潜空间的宽和高，常常只有八分之一。", to: .students)
        s.say(4, "这样省时间，也让细小的字容易糊。", to: .beginners, .creators)
        s.say(5, "正因为小，家用电脑才跑得动。")
    }

    private func extras(_ s: inout Saying) {
        if s.known.loraCount > 0 {
            s.say(3, "文件里还列了\(count(s.known.loraCount))个低秩适配，也就是 LoRA，用来调风格。")
            s.say(4, "每个附加模型都有自己的许可，也要看一看。", to: .creators)
            s.say(4, "它是加在大模型上的一小组权重。", to: .students)
        }
        if let nodes = s.known.nodeCount {
            s.say(4, "整套工作流也存在里面，一共\(nodes)个节点。")
            s.say(5, "用原来的工具打开原文件，工作流就回来了。", to: .creators)
        }
    }

    private func families(_ s: inout Saying) {
        s.say(4, "这种去噪的办法叫扩散，但不是唯一的办法。")
        s.say(4, "有的模型一块一块地写图，就像写句子。")
        s.say(5, "更早的对抗网络，让造假的和挑错的互相较劲。")
        s.say(5, "新一些的模型，学的是从噪声到画面的近路。")
    }
}
