extension EditExamples {
    /// Sentences in Simplified Chinese, those of one subject together.
    package static let chinese: [EditExample] = [
        // The whole.
        EditExample("改成竖屏", .picture, .notShape(9, 16)),
        EditExample("改成横屏", .picture, .notShape(16, 9)),
        EditExample("改成方形", .picture, .notShape(1, 1)),
        EditExample("改成 4:5", .picture, .notShape(4, 5)),
        EditExample("60 帧", .picture),
        EditExample("改成 720p", .picture, .notSide(720)),
        EditExample("视频改成 20 秒", .picture),
        EditExample("视频缩短 5 秒", .picture, .no(.narration)),
        EditExample("视频长度两倍", .picture),
        EditExample("整个视频快一点", .picture),
        EditExample("使用 paper 主题", .picture),
        EditExample("背景白色", .picture),
        EditExample("整体大声一点", .things(.sound, 1)),
        EditExample("视频淡出", .picture),

        // Pictures.
        EditExample("在最后添加 lake.jpg", .picture),
        EditExample("把第二张图片换成 lake.jpg", .pictures),
        EditExample("删除最后一张图片", .pictures),
        EditExample("只保留前两张图片", .threePictures),
        EditExample("把最后一张图片移到最前面", .pictures),
        EditExample("交换第一张和第二张图片", .pictures),
        EditExample("图片倒序", .pictures),
        EditExample("复制第一张图片", .picture),
        EditExample("在第2秒分割", .picture),
        EditExample("剪掉第1秒到第2秒", .picture),
        EditExample("每张图片 4 秒", .picture, .no(.narration)),
        EditExample("第一张图片延长 2 秒", .picture),
        EditExample("缓慢推近", .picture),
        EditExample("图片拉远", .picture),
        EditExample("图片左移", .picture),
        EditExample("推镜慢一点", .movement),
        EditExample("取消运镜", .movement),
        EditExample("模糊背景", .picture),
        EditExample("第一张图片黑白", .picture),
        EditExample("图片加暗角", .picture),
        EditExample("图片亮一点", .picture),
        EditExample("对比度高一点", .picture),
        EditExample("去掉特效", .effect),
        EditExample("图片圆角", .picture),

        // Clips and overlays.
        EditExample("第一个片段速度 1.5 倍", .clip),
        EditExample("第一个片段静音", .clip),
        EditExample("水印放到左下角", .overlay),
        EditExample("水印小一点", .overlay),
        EditExample("水印不透明度 50%", .overlay),

        // Transitions.
        EditExample("所有图片之间淡入淡出", .pictures),
        EditExample("第一张和第二张图片之间溶解", .pictures),
        EditExample("转场 1 秒", .transition),
        EditExample("去掉转场", .transition),

        // Texts.
        EditExample("添加标题“你好”", .picture),
        EditExample("标题改成“你好”", .only(.title)),
        EditExample("标题改成黄色", .title),
        EditExample("标题大一点", .title),
        EditExample("标题放到顶部", .title),
        EditExample("删除标题", .only(.title)),
        EditExample("添加副标题“夜行”", .picture),
        EditExample("添加字幕“你好”", .picture),
        EditExample("字幕加粗", .caption),
        EditExample("字幕加黑色描边", .caption),
        EditExample("隐藏字幕", .caption),
        EditExample("添加片尾“谢谢观看”", .picture),

        // Sound.
        EditExample("添加平静的音乐", .picture, .no(.music)),
        EditExample("换一首音乐", .music),
        EditExample("音乐 40%", .music),
        EditExample("音乐小声一点", .music),
        EditExample("音乐淡出 2 秒", .music),
        EditExample("删除音乐", .music),
        EditExample("旁白快 10%", .narration),
        EditExample("旁白大声一点", .narration),

        // The rest.
        EditExample("撤销"),
        EditExample("重做"),
        EditExample("重新开始"),
        EditExample("状态"),
        EditExample("导出", .picture),
        EditExample("积分"),
    ]
}
