import Planning

extension Lexicon {
    /// Music, voices and languages.
    static let englishSounds: [Row] = [
        (
            .loop("lo-fi"),
            "lo-fi|lofi|lo fi|chill|chilled|relaxed|relaxing|cozy|cosy|mellow|jazzy|"
                + "casual|laid-back|laid back|lo-fi beats|chillhop|lofi beats"
        ),
        (
            .loop("ambient"),
            "ambient|atmospheric|spacious|dreamy|ethereal|mysterious|meditative|"
                + "cinematic|futuristic|floating|moody|spacey"
        ),
        (
            .loop("upbeat"),
            "upbeat|happy|cheerful|energetic|fun|playful|lively|uplifting|"
                + "optimistic|catchy|joyful|peppy|bouncy|up-beat|cheery|happier|more energetic|livelier|more cheerful|more upbeat|"
                + "more fun|more lively"
        ),
        (
            .loop("calm-piano"),
            "calm piano|piano|calm|gentle|peaceful|tender|soothing|serene|"
                + "emotional|thoughtful|calm-piano|calming|quiet piano|soft piano|gentle piano|"
                + "peaceful piano|calmer|more peaceful|gentler|more relaxing piano"
        ),
        (.another, "different|other|another|something else|else|new"),
        (.voice("espeak"), "espeak|espeak-ng|robotic|robot voice|espeak ng|robotic voice"),
        (.voice("hibari"), "hibari|natural|natural voice|neural|neural voice"),
        (.voice("auto"), "automatic voice|default voice|auto voice"),
        (.voice("none"), "no voice"),
        (.language("en"), "english"),
        (.language("zh-Hans"), "chinese|mandarin|simplified chinese"),
        (.language("ja"), "japanese"), (.language("es"), "spanish"), (.language("fr"), "french"),
        (.language("de"), "german"), (.language("it"), "italian"), (.language("pt"), "portuguese"),
        (.language("ko"), "korean"), (.language("ru"), "russian"), (.language("hi"), "hindi"),
        (.language("ar"), "arabic"),
        (.duck, "duck|ducking|ducked|step aside|duck under"),
    ]

    /// Words that join, point and ask.
    static let englishLittleWords: [Row] = [
        (
            .word(.to),
            "come to|comes to|flip it to|flip to|flip this to|to|into|as|=|at a|until|till|up to|down to|be|is|are|became|becomes|become|->|"
                + "→|says|reading|of"
        ),
        (.ordinal(1), "first|1st|very first|initial"), (.ordinal(2), "second|2nd"),
        (.ordinal(3), "third|3rd"), (.ordinal(4), "fourth"), (.ordinal(5), "fifth"),
        (.ordinal(6), "sixth"), (.ordinal(7), "seventh"), (.ordinal(8), "eighth"),
        (.ordinal(9), "ninth"), (.ordinal(10), "tenth"),
        (.ordinal(-1), "last|final|very last|closing"),
        (
            .ordinal(-2),
            "second last|second to last|second-to-last|penultimate|last but one|"
                + "next to last"
        ),
        (.stand(.narration), "sentence|sentences|line|lines"),
        (.word(.by), "by|with a factor of|by a factor of"),
        (.word(.at), "at|on|in|around|about|@"),
        (
            .word(.from),
            "from|starting at|starting from|beginning at|start at|begin at|starts at|"
                + "starting"
        ),
        (.word(.over), "over|on top of|across|onto|above"),
        (.word(.after), "after|behind|following|right after"),
        (.word(.before), "before|in front of|ahead of|right before|preceding"),
        (.word(.between), "between|in between"),
        (.word(.during), "during|while|throughout|for|within"),
        (
            .word(.lasting),
            "on screen|on the screen|be on screen|run|should take|must take|may take|has to take|takes|for|lasting|lasts|last for|over|show for|stay for|that lasts|stays|"
                + "stay|shown for|on screen for|visible for|lasts for"
        ),
        (.word(.with), "with|using|through"),
        (.word(.than), "than"),
        (
            .word(.front),
            "front|beginning|start|very start|first place|the top of the list|"
                + "very beginning|opening|first position"
        ),
        (.word(.back), "back|end|very end|last place|the end of the video|finish|last position"),
        (
            .quantity(.all),
            "all|per|every|each|any|all of|all the|every single|each of|whole|entire|"
                + "everywhere|all my|each and every"
        ),
        (
            .quantity(.others),
            "other|others|rest|rest of|remaining|all other|all the other|"
                + "the rest of|every other one"
        ),
        (.quantity(.both), "both|both of"),
        (
            .quantity(.only),
            "only show|show only|only|just|nothing but|solely|keep only|only keep|use only"
        ),
        (.switched(on: false), "turn off|switch off|disable|off|turned off|switched off"),
        (
            .switched(on: true),
            "turn on|switch on|enable|turned on|switched on|turn back on|back on"
        ),
        (
            .not,
            "every other|every second|the other video|the previous video|the last video|my other video|"
                + "another video|another project|the other project|last time|yesterday"
        ),
        (.filler, "behind it|behind them|behind the text|behind the words|under it|under them"),
        (.filler, "off|section|passage|interval|the stretch|stretch of time|back on"),
        (.quantity(.none), "turn off|switch off|disable"),
        (.quantity(.none), "no|without|remove all|no more|without any|zero|drop all"),
        (
            .not,
            "not|don't|dont|do not|never|doesn't|isn't|can't|cannot|won't|shouldn't|aren't|"
                + "neither|nor|wasn't|didn't|avoid|stop|refrain|except|but not|unless|if|other than|"
                + "rather than|hardly"
        ),
        (
            .asks,
            "why|what|who|when|where|how|which|whose|is it|does it|did|does|are there|"
                + "is there|should i|what's|how's|is the|are the|was|were|do you|will|what if|"
                + "tell me|explain|do i|could it be"
        ),
        (.history(.undo), "undo"),
        (.and, "and|&|+|plus|along with|together with|as well as"),
        (
            .filler,
            "good morning|good evening|good afternoon|good day|greetings|dear|sir|madam|yo|u|ya|hiya|howdy|"
                + "so kind as to|be so kind as to|prepare|present|hello there|hi there|hey there|"
                + "folks|everyone|guys|bro|dude|man|lol|btw|by the way|asap|would you mind|mind|"
                + "clockwise|ought to|ought|as it does now|as it is now|than now|the part|part of it|"
                + "the|a|an|something|please|can|could|would|you|i|i'd|like|want|just|also|so|now|hey|hi|ok|okay|"
                + "thanks|thank|my|our|your|with|be|is|are|it's|should|need|needs|let's|let|me|we|us|"
                + "some|there|here|pls|plz|kindly|hello|maybe|perhaps|actually|well|want to|"
                + "would you|could you|can you|i want|i would like|i'd like|i need|help me|i think|"
                + "for me|instead|then|again|right now|nice|nicely|thank you|cheers|color of|"
                + "as well|for now|will you|being|a piece of|piece of|of|in|so that|that|which is|"
                + "more of a|kind of|sort of|looking|sounding|as|appear|appears|come|comes|run|play|"
                + "plays|playing|lettered|coloured|colored|shown|do|get|gets|feel|exactly|corner|side|"
                + "part|edge|area|version|its own|own|going|gradually|itself|have|has|really|sure|"
                + "great|cool|good|we should|i'd prefer|prefer|i'd rather|how about|what about|"
                + "could we|can we|would it be possible to|is it possible to|go ahead and|"
                + "if possible|if you can|and then|quick|both of the|i'd love|love|i wish|wish|"
                + "same|new|current|existing|up on"
        ),
    ]
}
