extension SourceTypeTerm {
    /// The terms of IPTC's NewsCodes (digitalsourcetype), retired ones too, and C2PA's own two.
    package static let all = generative + mixed + captured + drawn + retired + ofC2PA

    private static let generative = [
        SourceTypeTerm(
            "trainedAlgorithmicMedia", .generative,
            "made by a generative AI model that was trained on many examples",
            "由经过大量样本训练的生成式人工智能模型生成")
    ]

    private static let mixed = [
        SourceTypeTerm(
            "compositeWithTrainedAlgorithmicMedia", .partlyGenerative,
            "edited with generative AI", "经过生成式人工智能编辑"),
        SourceTypeTerm(
            "compositeSynthetic", .partlyGenerative,
            "put together from parts, at least one of them made by generative AI",
            "由多个部分合成，其中至少一部分由生成式人工智能生成"),
        SourceTypeTerm(
            "composite", .unknown,
            "put together from parts; the label does not say whether generative AI made any",
            "由多个部分合成，标签未说明其中是否有人工智能生成的内容"),
        SourceTypeTerm(
            "compositeCapture", .notGenerative, "put together from several captures",
            "由多次拍摄的画面合成"),
    ]

    private static let captured = [
        SourceTypeTerm(
            "digitalCapture", .notGenerative, "captured with a digital camera",
            "由数码相机拍摄"),
        SourceTypeTerm(
            "computationalCapture", .notGenerative,
            "captured with a camera that merged several frames",
            "由相机拍摄，并在设备上合并了多帧画面"),
        SourceTypeTerm(
            "negativeFilm", .notGenerative, "scanned from a film negative", "由胶片负片扫描而成"),
        SourceTypeTerm(
            "positiveFilm", .notGenerative, "scanned from a film positive", "由胶片正片扫描而成"),
        SourceTypeTerm("print", .notGenerative, "scanned from a print", "由印刷品或相纸扫描而成"),
        SourceTypeTerm(
            "screenCapture", .notGenerative, "captured from a screen", "由屏幕截取而成"),
        SourceTypeTerm(
            "virtualRecording", .unknown,
            "recorded at a virtual event, where generative AI may have had a part",
            "录制于虚拟活动，其中可能含有人工智能生成的内容"),
    ]

    private static let drawn = [
        SourceTypeTerm(
            "humanEdits", .notGenerative,
            "edited by people with tools that are not generative AI",
            "由人使用非生成式工具编辑"),
        SourceTypeTerm(
            "digitalCreation", .notGenerative,
            "made by people with tools that are not generative AI",
            "由人使用非生成式工具创作"),
        SourceTypeTerm(
            "dataDrivenMedia", .notGenerative, "drawn by a program from data",
            "由程序根据数据绘制"),
        SourceTypeTerm(
            "algorithmicMedia", .notGenerative,
            "made by an algorithm that needs no training data, which is not generative AI",
            "由无需训练数据的算法生成，不属于生成式人工智能"),
        SourceTypeTerm(
            "algorithmicallyEnhanced", .notGenerative,
            "corrected automatically, for example sharpened",
            "经过自动校正，例如降噪或锐化"),
    ]

    private static let retired = [
        SourceTypeTerm(
            "softwareImage", .silent,
            "made with software; this label is retired and says nothing about AI",
            "由软件制作；该标签已停用，未说明是否使用人工智能"),
        SourceTypeTerm(
            "minorHumanEdits", .silent,
            "edited a little by people; this label is retired and says nothing about AI",
            "经过人的少量编辑；该标签已停用，未说明是否使用人工智能"),
        SourceTypeTerm(
            "digitalArt", .silent,
            "made as digital art; this label is retired and says nothing about AI",
            "作为数字艺术创作；该标签已停用，未说明是否使用人工智能"),
    ]

    private static let ofC2PA = [
        SourceTypeTerm("empty", .silent, "begun as a blank canvas", "从空白画布开始"),
        SourceTypeTerm(
            "trainedAlgorithmicData", .silent, "accompanied by data that a trained model made",
            "附有由经过训练的模型生成的数据"),
    ]
}
