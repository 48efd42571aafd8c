import Foundation
import Inspecting

/// The script in Simplified Chinese, written in its own right.
struct ChineseWording: Wording {
    let language = "zh-Hans"

    func say(_ part: Part, _ saying: inout Saying) {
        switch part {
        case .hook: hook(&saying)
        case .what, .pixels, .training, .odd: whatIsIt(part, &saying)
        case .denoise, .prompt, .guidance, .seed, .latent, .extras, .families, .negative:
            howCreated(part, &saying)
        case .record: record(&saying)
        case .tell, .marks, .details, .context: howToTell(part, &saying)
        case .disclose, .people, .licences, .inside, .school: use(part, &saying)
        case .whole, .size, .colours, .light, .composition: thisPicture(part, &saying)
        case .first, .second, .third, .missing, .label: product(part, &saying)
        case .end: end(&saying)
        }
    }

    private func end(_ s: inout Saying) {
        switch s.topics.first {
        case .howToTell: s.say(0, "先问文件，再问来源。")
        case .responsibleUse: s.say(0, "说清它怎么来的，让看的人自己判断。")
        case .productPhoto: s.say(0, "细节看清楚，剩下的问明白。", "好图会说话，没说的就问一问。")
        case .thisPicture: s.say(0, "看得越久，它告诉你的就越多。", "多看一眼，多一分发现。")
        default:
            s.say(
                0, "AI 图像，是一步步修正的猜测。", "从噪声到画面，全靠一步步猜。",
                "一步一步猜，一步一步清楚。")
        }
    }
}
