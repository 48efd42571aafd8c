import Planning

extension Lexicon {
    /// How things look and where they are.
    static let chineseLooks: [Row] = [
        (.weight(700), "粗体|加粗|黑体|粗"), (.weight(300), "细体|细|纤细"),
        (.weight(400), "常规|正常粗细|不加粗|取消加粗|正常|不要加粗|常规体"), (.weight(600), "半粗|半粗体"),
        (.weight(500), "中等|中粗"),
        (.italic, "斜体|倾斜体|斜"), (.upper, "大写|全大写|全部大写|大写字母"),
        (.alignment(.left), "左对齐|靠左对齐|居左对齐|向左对齐"),
        (.alignment(.center), "居中对齐|中对齐|居中排列|中间对齐"),
        (.alignment(.right), "右对齐|靠右对齐|居右对齐|向右对齐"),
        (.row(.top), "顶部|上方|上面|最上面|顶端|上部|上边|顶上|画面顶部|屏幕上方|画面上方|屏幕顶部|上|最上方"),
        (.row(.middle), "中间|居中|中央|正中|正中间|正中央|中心|画面中央|屏幕中央|中部|画面中间|屏幕中间|垂直居中"),
        (.row(.bottom), "底部|下方|下面|最下面|底端|下部|下边|底下|画面底部|屏幕下方|画面下方|屏幕底部|下|最下方"),
        (.column(.left), "左边|左侧|靠左|左|左方|左面|居左|画面左侧|屏幕左侧|左半边"),
        (.column(.center), "中间|居中|中央|中心|水平居中"),
        (.column(.right), "右边|右侧|靠右|右|右方|右面|居右|画面右侧|屏幕右侧|右半边"),
        (.corner(TextPlace(row: .top, column: .left)), "左上角|左上|左上方|左上侧|左上部|左上边|上左"),
        (.corner(TextPlace(row: .top, column: .right)), "右上角|右上|右上方|右上侧|右上部|右上边|上右"),
        (.corner(TextPlace(row: .bottom, column: .left)), "左下角|左下|左下方|左下侧|左下部|左下边|下左"),
        (
            .corner(TextPlace(row: .bottom, column: .right)),
            "右下角|右下|右下方|右下侧|右下部|右下边|下右"
        ),
        (.direction(.left), "逆时针|向左|往左|左|从右到左|从右往左|左移|朝左|自右向左|由右向左|从右向左"),
        (.direction(.right), "向右|往右|右|从左到右|从左往右|右移|朝右|自左向右|由左向右|从左向右"),
        (.direction(.up), "向上|往上|上|从下到上|从下往上|朝上|自下而上|上移|从下向上"),
        (.direction(.down), "向下|往下|下|从上到下|从上往下|朝下|自上而下|下移|从上向下"),
        (.textPart(.outline), "描边|轮廓|边框|外描边|勾边|描边效果|外框|轮廓线"),
        (.textPart(.shadow), "阴影|投影|影子|阴影效果"),
        (.textPart(.box), "底框|背景框|文字背景|底板|方框|背景条|底色框|衬底|框|背景板|文字框|背景|底色|底条"),
        (.preset(.lowerThird), "下三分之一|人名条|人名字幕|下方字条|字幕条"), (.preset(.label), "标签|标注"),
        (.preset(.quote), "引用|引言|引文"), (.preset(.card), "卡片|文字卡片"),
        (.animation(.none), "无动画|不要动画|去掉动画|静态|取消动画|没有动画|不带动画|删除动画|关闭动画"),
        (.animation(.fade), "淡入|淡出|渐显|淡入动画|渐隐|淡入淡出|渐入"),
        (
            .animation(.slideUp),
            "上滑|向上滑入|从下滑入|从下面滑入|从下边滑入|从底下滑入|从屏幕下方滑入|从画面下方滑入|上滑入场|滑入|向上滑动|从下往上滑入|上滑动画|从底部滑入|"
                + "从下方滑入|上升|向上飞入|飞入"
        ),
        (.animation(.slideLeft), "左滑|向左滑入|从右滑入|左滑入场|从右边滑入|向左滑动|从右侧滑入|左滑动画"),
        (.animation(.pop), "弹出|弹入|弹跳|弹出动画|弹出效果|蹦出来|跳出"),
        (
            .animation(.typewriter),
            "打字机|打字|打字效果|打字机效果|逐字|逐字出现|打字机动画|打字动画|逐字显示|"
                + "一个字一个字"
        ),
        (.animation(.blur), "模糊|模糊入场|模糊出现"), (.animation(.reveal), "揭示|擦出|展开|擦除出现|擦入"),
        (.animation(.word), "逐词|逐词出现|一个词一个词|按词|逐词显示"),
        (.opacity(0.5), "半透明"),
        (.font("Inter"), "无衬线|无衬线体|inter|sans"),
        (.font("Noto Serif"), "衬线|衬线体|noto serif|宋体风格|serif|衬线字体"),
        (.theme("dusk"), "dusk|黄昏|暮色"), (.theme("clean"), "clean|简洁|干净|清爽"),
        (.theme("paper"), "paper|纸张|纸质|纸"), (.theme("bold"), "bold|大胆|醒目"),
        (.theme("classroom"), "classroom|课堂|教室"), (.theme("studio"), "studio|工作室|影棚|摄影棚"),
        (
            .shape(9, 16),
            "竖屏|竖版|竖向|竖|抖音|竖着|竖直|手机竖屏|快手|小红书|抖音比例|竖屏视频|竖版视频|抖音版|"
                + "视频号|竖屏格式|竖式|九比十六"
        ),
        (.shape(16, 9), "横屏|横版|横向|横|宽屏|横着|横屏视频|横版视频|b站|哔哩哔哩|横屏格式|横式|电脑屏幕|十六比九"),
        (.shape(1, 1), "方形|正方形|方的|方版|方|正方|方形视频|方屏|一比一"),
        (.resolution(2160), "4k|超高清|超清4k"), (.resolution(1440), "2k"),
        (.resolution(1080), "1080p|全高清"), (.resolution(720), "720p"),
        (.resolution(480), "480p|标清"), (.resolution(360), "360p"),
    ]
}
