import Foundation
import Inspecting

extension ChineseWording {
    /// General information, not legal advice: no dates, no paragraphs of law.
    func use(_ part: Part, _ s: inout Saying) {
        switch part {
        case .disclose:
            s.say(0, "用了 AI，就说一声。", "图里用了 AI，就写出来。")
            s.say(1, "只要一行字，别人就知道自己在看什么。")
            s.say(2, "写在图注里，元数据观众看不见。", to: .creators)
            s.say(2, "有的店铺和平台会读 AI 标识，别删掉它。", to: .creators)
            s.say(3, "很多地方，关于标识的规定正在变多。")
        case .people:
            s.say(0, "不要用它伪造人物、事件或评价。")
            s.say(2, "画出来的场景，不能当证据，也不能当新闻。")
            s.say(3, "用到真人的脸和名字，要先问过本人。")
        case .licences:
            s.say(1, "拿去卖或印之前，先看工具的规则。", to: .students, .beginners)
            s.say(1, "许可要查全：服务、模型、附加模型、输入图片。", to: .creators)
            s.say(2, "知名角色和商标，谁画的都受保护。")
            s.say(3, "这样的图归谁，各地规定不一样。")
            s.say(4, "你自己做的排版和修图，也可能算数。", to: .creators)
        case .inside:
            if s.known.prompt != nil { s.say(2, "这个文件里存着提示词，发之前想好要不要留。") }
            s.say(3, "别把隐私写进提示词，它可能会存进文件。")
        default:
            s.say(2, "写作业用到它，要注明工具、模型和你的修改。", to: .students)
            s.say(2, "原文件要留着，里面可能有制作记录。", to: .beginners)
            s.say(2, "做广告时，别让图替产品许愿。", to: .creators)
            s.say(4, "拿不准，就问一问，或者不用。")
        }
    }
}
