import Planning

extension Lexicon {
    /// How things look and where they are.
    static let englishLooks: [Row] = [
        (.weight(700), "bold|bolded|in bold|boldface|heavy"),
        (.weight(300), "light|thin"),
        (
            .weight(400),
            "regular|normal weight|regular weight|not bold|non-bold|unbold|"
                + "normal"
        ),
        (.weight(500), "medium|medium weight"),
        (.weight(600), "semibold|semi-bold|semi bold|demibold"),
        (.weight(900), "black weight|extra bold|heaviest"),
        (.italic, "italic|italics|italicized|italicised|slanted|cursive|italicize|italicise"),
        (
            .upper,
            "uppercase|upper case|capitals|all caps|caps|capital letters|upper-case|capitalize|"
                + "in caps|capitalise|capitalized"
        ),
        (
            .alignment(.left),
            "align left|left align|left-align|left aligned|left-aligned|"
                + "aligned left|flush left|left justified|aligned to the left|align to the left"
        ),
        (
            .alignment(.center),
            "align center|align centre|center align|centre align|center aligned|"
                + "centre aligned|center-aligned|centre-aligned|aligned center|aligned centre|"
                + "center-align|centre-align|align to the center"
        ),
        (
            .alignment(.right),
            "align right|right align|right-align|right aligned|right-aligned|"
                + "aligned right|flush right|right justified|aligned to the right|align to the right"
        ),
        (.row(.top), "top|upper|at the top|on top|top edge|up top|on the top"),
        (
            .row(.middle),
            "middle|center|centre|in the middle|centered|centred|vertically centered|"
                + "mid|center it|centre it"
        ),
        (.row(.bottom), "bottom|lower|at the bottom|bottom edge|on the bottom"),
        (.column(.left), "left|left side|left hand side|left-hand side|left edge|to the left side"),
        (.column(.center), "center|centre|middle|centered|centred|horizontally centered"),
        (.column(.right), "right|right side|right hand side|right-hand side|right edge"),
        (
            .direction(.left),
            "counterclockwise|anticlockwise|counter-clockwise|anti-clockwise|left|leftwards|to the left|leftward|from right to left|"
                + "right to left"
        ),
        (
            .direction(.right),
            "right|rightwards|to the right|rightward|from left to right|"
                + "left to right"
        ),
        (.direction(.up), "up|upwards|upward|bottom to top|from bottom to top"),
        (.direction(.down), "down|downwards|downward|top to bottom|from top to bottom"),
        (.textPart(.outline), "outline|outlines|stroke|outlined|border|contour|edge"),
        (.textPart(.shadow), "shadow|shadows|drop shadow|shadowed|dropshadow"),
        (.textPart(.box), "box|background box|panel|background|backing|boxed|plate|boxes"),
        (.preset(.lowerThird), "lower third|lower-third|lowerthird|name tag"),
        (.preset(.label), "label|labels|tag"),
        (.preset(.quote), "quote|quotation|pull quote"),
        (.preset(.card), "card|text card"),
        (.preset(.subtitle), "subtitle style"),
        (.preset(.title), "title style"),
        (
            .animation(.none),
            "no animation|without animation|not animated|static|no animations|"
                + "without animations"
        ),
        (.animation(.fade), "fade|fade in|fading in|fade animation|fades in|fade out"),
        (
            .animation(.slideUp),
            "slide up|slides up|slide-up|sliding up|slide in from below|"
                + "slide in from the bottom|rise|rises|fly up|slide in|fly in"
        ),
        (
            .animation(.slideLeft),
            "slide left|slides left|slide-left|sliding left|"
                + "slide in from the right|slide in from right"
        ),
        (
            .animation(.pop),
            "pop|pop in|pops in|pop up|pops up|popping|bounce in|popup|pop-in|"
                + "pop-up"
        ),
        (
            .animation(.typewriter),
            "typewriter|type writer|typing|typed|typewriter effect|type on|"
                + "type out|typed out|letter by letter|types itself"
        ),
        (.animation(.blur), "blur|blur in|blurs in|blur animation"),
        (.animation(.reveal), "reveal|reveals|wipe in|revealed|reveal animation"),
        (.animation(.word), "word by word|word-by-word|one word at a time|by word"),
        (
            .opacity(0.5),
            "semi-transparent|semi transparent|half transparent|translucent|half see-through"
        ),
        (.font("Inter"), "inter|sans|sans serif|sans-serif|sansserif"),
        (.font("Noto Serif"), "noto serif|serif|serif font|serifs"),
        (.font("Noto Sans CJK SC"), "noto sans cjk|noto sans cjk sc|noto sans sc"),
        (.theme("dusk"), "dusk"), (.theme("clean"), "clean"), (.theme("paper"), "paper"),
        (.theme("bold"), "bold"), (.theme("classroom"), "classroom"), (.theme("studio"), "studio"),
        (
            .shape(9, 16),
            "vertical|vertical short|vertical shorts|portrait|upright|tiktok|reel|reels|shorts|"
                + "instagram reels|instagram story|instagram stories|youtube shorts|vertically|"
                + "portrait mode|for tiktok|mobile format|douyin|phone format|vertical video|"
                + "portrait format|vertical format|portrait orientation|tik tok|instagram reel|"
                + "youtube short"
        ),
        (
            .shape(16, 9),
            "landscape|horizontal|widescreen|wide screen|youtube|wide|landscape mode|"
                + "landscape format|horizontal format|landscape orientation|youtube format|"
                + "horizontally|wide format"
        ),
        (
            .shape(1, 1),
            "square|squared|instagram post|square format|instagram square|instagram feed|"
                + "square video"
        ),
        (.resolution(2160), "4k|uhd|ultra hd|2160p|4 k"),
        (.resolution(1440), "1440p|2k|qhd"),
        (.resolution(1080), "1080p|full hd|fullhd|fhd|hd"),
        (.resolution(720), "720p|hd ready"),
        (.resolution(480), "480p|sd"), (.resolution(360), "360p"),
    ]
}
