import Planning

extension Lexicon {
    /// What may be named, and the sides of it.
    static let chineseThings: [Row] = [
        (
            .thing(.picture),
            "图片|图|照片|相片|画面|片段|镜头|图像|影像|幻灯片|场景|素材|视频片段|照|分镜|图画|剪辑片段"
        ),
        (.thing(.overlay), "叠加|水印|贴纸|标志|角标|徽标|贴图|画中画|logo|台标|叠加图|商标"),
        (.thing(.title), "标题|主标题|大标题|标题文字|题目|片头标题|正标题|标题字"),
        (.thing(.subtitle), "副标题|小标题|子标题|副标"),
        (.thing(.caption), "字幕|说明文字|字幕文字|字幕条"),
        (.thing(.endCard), "片尾|结尾卡|片尾字|结尾文字|片尾卡|片尾文字|结束语|片尾标题|尾卡"),
        (.thing(.text), "文字|文本|所有文字|文案|字体文字|标签|标注|全部文字|字"),
        (.thing(.music), "音乐|背景音乐|配乐|bgm|歌曲|背景乐|乐曲|曲子|歌|伴奏|背景曲|背景声"),
        (.thing(.narration), "旁白|解说|配音|人声|解说词|画外音|语音|朗读|念白|讲解|旁白声音"),
        (.thing(.soundEffect), "音效"),
        (.thing(.sound), "声音|音频|所有声音|全部声音"),
        (
            .whole,
            "视频|整个视频|影片|全片|整片|整个|全部内容|整体|片子|整段视频|成片|作品|项目|短片|整部|"
                + "所有内容|一切|整个片子|整条视频|画布|这个视频|这段视频|全局"
        ),
        (.pronoun, "它|它们|他|这个|那个|其"),
        (.stand(.picture), "张|幅|一张|一幅|那张|这张"),
        (.stand(.narration), "句|句话|一句|句子|一句话"),
        (.stand(nil), "个|段|条|首|行|处|项|一个|一段|一条|一首|那个"),
        (.quality(.volume), "音量|响度|声量|声音大小"),
        (.quality(.loudness), "整体响度|总响度"),
        (.quality(.size), "大小|字号|尺寸|字体大小|文字大小|字的大小|字大小|字体尺寸|字体"),
        (.quality(.length), "放映时间|放映时长|总长|总长度|全长|时长|长度|持续时间|时间|显示时间|播放时间|停留时间|总时长|显示时长|展示时间"),
        (.quality(.speed), "速度|语速|播放速度|节奏|倍速|速率|速"),
        (.quality(.brightness), "亮度|明暗"), (.quality(.contrast), "对比度|反差"),
        (.quality(.saturation), "饱和度|鲜艳度|色彩饱和度"),
        (.quality(.strength), "强度|幅度|力度|运动|动感|程度"),
        (.quality(.opacity), "不透明度"), (.quality(.transparency), "透明度|透明"),
        (.quality(.color), "颜色|色彩|字体颜色|文字颜色|字色|色|字的颜色"),
        (.quality(.font), "字体|字型"), (.quality(.position), "位置|方位"),
        (.quality(.weight), "粗细|字重"), (.quality(.alignment), "对齐|对齐方式"),
        (.quality(.animation), "动画|出场动画|入场动画|动效|入场|出场|动画效果|入场效果|进场|文字动画|出现方式"),
        (.quality(.spacing), "字间距|字距|间距"), (.quality(.lineHeight), "行距|行高|行间距"),
        (.quality(.highlight), "高亮|高亮颜色|高亮色"),
        (.quality(.ratio), "比例|画幅|宽高比|长宽比|画面比例|屏幕比例|视频比例|版式"),
        (.quality(.resolution), "分辨率|清晰度|画布大小|画布尺寸|视频尺寸"), (.quality(.frameRate), "帧率|帧速率|帧数"),
        (.quality(.theme), "主题|风格|样式|主题风格"), (.quality(.background), "背景|背景色|背景颜色|底色"),
        (.quality(.language), "语言"),
        (.quality(.name), "名字|名称|视频名|名|视频标题|视频名称|项目名称|视频名字|项目名"),
        (.quality(.effect), "效果|特效|滤镜"), (.quality(.direction), "方向"),
        (.quality(.order), "顺序|次序|排序|播放顺序"), (.quality(.rotation), "旋转|角度"),
        (.quality(.fit), "适配|填充方式|适配方式|裁剪方式"), (.quality(.focus), "焦点|对焦|焦点位置|中心点"),
        (.quality(.words), "内容|字样|文字内容|文案|词"), (.quality(.fade), "渐变|淡化"),
        (.transitionWord, "转场|过渡|切换|转场效果|过渡效果|转场特效|切换效果|转场动画"),
    ]
}
