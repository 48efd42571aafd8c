import Explaining
import Foundation
import Testing

@Suite struct IntentTests {
    @Test(arguments: [
        ("explain what an AI image is and how it was created", [Topic.whatIsIt, .howCreated]),
        ("Explain how it was created and what an AI image is", [.howCreated, .whatIsIt]),
        ("What is an AI image?", [.whatIsIt]),
        ("How was this picture made?", [.howCreated]),
        ("Show how AI images are generated.", [.howCreated]),
        ("How to tell if a picture was made by AI", [.howToTell]),
        ("How can I spot fakes?", [.howToTell]),
        ("How do I use AI images responsibly?", [.responsibleUse]),
        ("What about copyright of AI pictures?", [.whatIsIt, .responsibleUse]),
        ("Make a video for my product", [.productPhoto]),
        ("Describe this photo", [.thisPicture]),
        ("Explain photosynthesis", []),
        ("", []),
        ("什么是AI图像，它是怎么生成的？", [.whatIsIt, .howCreated]),
        ("解释一下什么是 AI 图像以及它是如何创作的", [.whatIsIt, .howCreated]),
        ("介绍AI图片", [.whatIsIt]),
        ("这张图是怎么做出来的？", [.howCreated]),
        ("怎么辨别AI图片", [.howToTell]),
        ("如何负责任地使用AI图像", [.responsibleUse]),
        ("介绍一下这个商品", [.productPhoto]),
        ("说说这张照片", [.thisPicture]),
    ])
    func sentenceNamesItsTopicsInOrder(sentence: String, topics: [Topic]) {
        #expect(Intent(reading: sentence).topics == topics, "\(sentence)")
    }

    @Test(arguments: ["She said hair and maintain", "A paid trail", "fair, chairs, brains"])
    func wordsThatContainAINameNothing(sentence: String) {
        #expect(Intent(reading: sentence).topics == [])
    }

    @Test func hanCharactersMeanChinese() {
        #expect(Intent(reading: "什么是 AI 图像").language == "zh-Hans")
        #expect(Intent(reading: "what is this").language == "en")
        #expect(Intent(reading: " 42 ").language == nil)
    }

    @Test(arguments: [
        "This is my garden in spring. The tulips came up late this year.",
        "My grandmother planted this old apple tree the year that I was born here",
        "这是我家的花园。今年的郁金香开得晚。", "去年夏天我们一家人在海边看到了一生中最美的一次日落和晚霞",
    ])
    func textOfItsOwnIsNoRequest(sentence: String) {
        #expect(Intent(reading: sentence).isOwnText)
    }

    @Test(arguments: [
        "explain what an AI image is and how it was created in a calm and friendly tone for kids",
        "Please show me how this picture was made. Keep it short.", "Golden hour in the Alps",
        "请用孩子能听懂的话解释一下什么是AI图像以及它是怎么一步一步创作出来的", "阿尔卑斯的黄昏",
    ])
    func requestsAndThemesAreNoTexts(sentence: String) {
        #expect(!Intent(reading: sentence).isOwnText)
    }

    @Test func sentencesEndWhereReadersEndThem() {
        #expect(
            SentenceSplitter.sentences(of: "Dr. Lee paid 3.50 for it. \"Really?\" Yes!\n\nA title")
                == ["Dr. Lee paid 3.50 for it.", "\"Really?\"", "Yes!", "A title"])
        #expect(SentenceSplitter.sentences(of: "你好。真的吗？“当然！”好") == ["你好。", "真的吗？", "“当然！”", "好"])
        #expect(SentenceSplitter.sentences(of: "one line\nand on\n\n...") == ["one line and on"])
    }
}
