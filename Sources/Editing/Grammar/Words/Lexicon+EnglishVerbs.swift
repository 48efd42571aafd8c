import Planning

extension Lexicon {
    /// What is done.
    static let englishVerbs: [Row] = [
        (
            .verb(.set),
            "set|make|change|turn|switch|give|get|adjust|modify|alter|update|edit|convert|bring|"
                + "put|render it|want|transform|tweak|go|have|let|be"
        ),
        (.verb(.use), "use|apply|try|choose|pick|select|take"),
        (
            .verb(.add),
            "tack|tack on|stick|slap|slot in|add|insert|include|put in|place|attach|overlay it with|append a|drop in|throw in|"
                + "create|introduce|import|lay|give me|put"
        ),
        (.verb(.append), "append"),
        (
            .verb(.remove),
            "remove|delete|gone|removed|deleted|throw away|toss|toss out|bin|trash|drop|get rid of|take out|take away|erase|lose|kill|discard|clear|"
                + "strip|take off|eliminate|cut|throw out|leave out|ditch|scrap|remove all|omit|take"
        ),
        (
            .verb(.replace),
            "rewrite|rephrase|reword|replace|replaced|is replaced|be replaced|get replaced|substitute|exchange|swap out|change out|switch out|instead of"
        ),
        (
            .verb(.move),
            "move|go|goes|belongs|come|comes|shift|put|place|position|bring|reorder|send|relocate|nudge|push"
        ),
        (.verb(.swap), "swap|switch|exchange|switch places|trade places|trade"),
        (
            .verb(.reverse),
            "reverse|invert|flip the order|in reverse|backwards|the other way round|"
                + "the other way around|back to front|turn around"
        ),
        (.verb(.duplicate), "duplicate|copy|clone|repeat|double up"),
        (.verb(.keep), "keep|leave|retain|keep only|only keep|use only"),
        (.verb(.split), "split|divide|cut in two|split up|cut in half|break"),
        (.verb(.trim), "trim|clip it|shave|cut down"),
        (.verb(.cut), "cut out|cut|snip|chop|chop off|cut off|trim off|trim away|cut away|trim"),
        (.verb(.mute), "mute|silence|muted|silent|without sound"),
        (.verb(.unmute), "unmute|unsilence|turn on the sound of"),
        (.verb(.hide), "hide|disappear|vanish|hidden|make invisible|invisible"),
        (
            .verb(.show),
            "hold|only show|show only|show|unhide|display|reveal again|make visible|visible"
        ),
        (.verb(.loop), "loop|repeat|looped|looping|on repeat"),
        (.verb(.rename), "rename|call|name|retitle"),
        (.verb(.raise), "raise|increase|boost|turn up|bump up|bump|crank up|pump up|up"),
        (
            .verb(.lower),
            "pull|pull down|lower|decrease|reduce|turn down|bring down|tone down|cut back|drop|dial down|down|"
                + "dial back"
        ),
        (
            .verb(.speak),
            "say|says|write|writes|talk|talks|talking|speaks|speaking|read|reads|saying|speak|reading|that says|that reads|to say|"
                + "to read"
        ),
        (.verb(.focus), "focus on|focus|focused on|center on|centre on|concentrate on|aim at"),
        (.verb(.rotate), "rotate|turn|rotated|tilt|spin"),
        (
            .history(.undo),
            "undo|revert|take back|undo that|go back|step back|undo it|undo this|"
                + "undo the last change|undo the last edit|undo last|revert that|undo my last change"
        ),
        (.history(.redo), "redo|redo that|redo it|do it again|redo the last change|bring it back"),
        (
            .history(.startOver),
            "start over|start again|start from scratch|reset|reset everything|"
                + "begin again|start anew|undo everything|reset it|reset the project|undo all|"
                + "back to the beginning|start fresh|reset all|reset the video|revert everything"
        ),
        (.steps, "steps|step|times|time|edits|edit|changes|change"),
    ]

    /// More and less.
    static let englishScales: [Row] = [
        (.scale([.volume], up: true), "louder|loud|noisier"),
        (.scale([.volume], up: false), "quieter|softer|quiet|soft|less loud|less noisy"),
        (
            .scale([.size, .volume], up: true),
            "bigger|larger|big|large|enlarge|huge|enlarged|grow|"
                + "magnify"
        ),
        (.scale([.size], up: false), "smaller|tinier|small|tiny|shrink|little|shrunk"),
        (
            .scale([.length], up: true),
            "longer|lengthen|extend|prolong|stretch out|long|lengthened|"
                + "extended"
        ),
        (
            .scale([.length], up: false),
            "shorter|shorten|brief|briefer|short|trim down|shortened|"
                + "cut down|tighten"
        ),
        (
            .scale([.speed, .strength], up: true),
            "faster|quicker|fast|speed up|quick|speedier|"
                + "speed it up|speed them up|accelerate|sped up|quickly|rapid|rapidly"
        ),
        (
            .scale([.speed, .strength], up: false),
            "slower|slow|slow down|slow it down|"
                + "slow them down|slowed down|slowly|slowed"
        ),
        (
            .scale([.strength], up: true),
            "stronger|strong|more intense|intense|more dramatic|"
                + "dramatic|heavier|more pronounced"
        ),
        (
            .scale([.strength], up: false),
            "weaker|gentler|subtler|calmer|milder|gentle|subtle|weak|"
                + "less dramatic|mild|softer|more subtle|more gentle|lighter|less intense"
        ),
        (.scale([.brightness], up: true), "brighter|lighter|brighten|bright|brighten up|lighten"),
        (.scale([.brightness], up: false), "darker|dimmer|darken|dark"),
        (.scale([.contrast], up: true), "contrastier|punchier"),
        (
            .scale([.saturation], up: true),
            "more colorful|more colourful|more vivid|more vibrant|"
                + "more saturated|colorful|colourful|vivid|vibrant"
        ),
        (
            .scale([.saturation], up: false),
            "less colorful|less colourful|less saturated|paler|"
                + "more muted|desaturate|desaturated"
        ),
        (.scale([.height, .volume], up: true), "higher|high|further up|up|upwards|upward"),
        (.scale([.height, .volume], up: false), "lower|low|further down|down|downwards|downward"),
        (
            .scale([.transparency], up: true),
            "more transparent|more see-through|more see through|"
                + "less opaque|fainter"
        ),
        (.scale([.transparency], up: false), "less transparent|more opaque|more solid"),
        (.scale([.weight], up: true), "bolder|thicker|heavier"),
        (.scale([.weight], up: false), "thinner|lighter"),
        (.scale([.start], up: true), "later|delay|delayed"),
        (.scale([.start], up: false), "earlier|sooner"),
        (.scale([.resolution], up: true), "sharper"),
        (.scale([], up: true), "more|up|increase|raise|boost|turn up|increased|raised|greater"),
        (.scale([], up: false), "less|down|decrease|reduce|lower|turn down|reduced|lowered|fewer"),
        (
            .degree(.small),
            "a bit|a little|slightly|a little bit|somewhat|a touch|a tad|bit|"
                + "just a bit|marginally|a hair|a smidge|gently|little bit|a notch|a fraction|"
                + "ever so slightly|touch"
        ),
        (
            .degree(.large),
            "much|a lot|way|significantly|far|considerably|lots|a great deal|"
                + "substantially|drastically|really|greatly|a whole lot|very|dramatically|massively"
        ),
        (.tooMuch, "too|overly"),
        (.notEnough, "not enough|isn't enough|too little"),
        (.duration(1500), "second and a half|seconds and a half"),
        (.factor(2), "twice|double|two times|twice as|doubled|doubles"),
        (.factor(3), "triple|three times|tripled|thrice"),
        (.factor(4), "quadruple|four times"),
        (.factor(0.5), "half|halve|halved|one half|by half|half of|half as|in half"),
        (.factor(1.0 / 3), "a third|one third|a third of"),
        (.factor(0.25), "a quarter|one quarter|quarter"),
    ]
}
