import Planning

extension Lexicon {
    /// What may be named, and the sides of it.
    static let englishThings: [Row] = [
        (
            .thing(.picture),
            "picture|pictures|image|images|photo|photos|pic|pics|photograph|photographs|clip|clips|"
                + "slide|slides|scene|scenes|shot|shots|frame|footage|video clip|video clips|img"
        ),
        (
            .thing(.overlay),
            "overlay|overlays|logo|logos|watermark|watermarks|sticker|stickers|badge|"
                + "picture in picture|pip|inset"
        ),
        (
            .thing(.title),
            "title|titles|headline|headlines|heading|headings|header|main title|title text|"
                + "opening title"
        ),
        (.thing(.subtitle), "subtitle|sub title|subheading|subheadline|sub heading|tagline"),
        (
            .thing(.caption),
            "caption|captions|subtitles|caption text|closed captions|subs"
        ),
        (
            .thing(.endCard),
            "end card|endcard|outro|end title|closing card|end screen|closing title"
        ),
        (.thing(.text), "text|texts|wording|all text|lettering|label|labels|lower third|quote"),
        (
            .thing(.music),
            "music|song|songs|bgm|soundtrack|background music|background track|music track|tune|"
                + "backing track|background song|score|backing music"
        ),
        (
            .thing(.narration),
            "narration|voice|voiceover|voice over|voice-over|narrator|speaker|speech|spoken text|"
                + "commentary"
        ),
        (.thing(.soundEffect), "sound effect|sound effects|sfx"),
        (.thing(.sound), "sound|audio|sounds|all sound|all audio"),
        (
            .whole,
            "total|total length|total duration|video|movie|film|everything|whole video|whole thing|entire video|project|all of it|"
                + "it all|canvas|timeline|whole film|whole movie|presentation|slideshow|slide show|"
                + "overall|whole project|the whole|the whole thing|the whole video|the entire video|"
                + "the whole project|the whole film|the whole movie|the entire thing|entire project"
        ),
        (.pronoun, "it|them|its|their|this|that|these|those"),
        (.stand(nil), "one|ones"),
        (.quality(.volume), "volume|loudness|level|sound level|audio level|gain"),
        (.quality(.loudness), "overall loudness|loudness overall|lufs"),
        (.quality(.size), "size|font size|text size|type size|scale|letter size"),
        (
            .quality(.length),
            "total|total length|total duration|length|duration|time|running time|display time|run time|runtime|long"
        ),
        (.quality(.speed), "speed|pace|tempo|playback speed|rate|playback rate"),
        (.quality(.brightness), "brightness|exposure"),
        (.quality(.contrast), "contrast"),
        (.quality(.saturation), "saturation|colourfulness|colorfulness|vibrance"),
        (
            .quality(.strength),
            "strength|amount|intensity|movement|motion|ken burns|ken burns effect"
        ),
        (.quality(.opacity), "opacity|opaque|alpha"),
        (.quality(.transparency), "transparency|transparent|see through|see-through"),
        (.quality(.color), "color|colour|text color|text colour|font color|font colour|colors"),
        (.quality(.font), "font|typeface|font family|fonts"),
        (.quality(.position), "position|place|location|placement"),
        (.quality(.weight), "weight|font weight"),
        (.quality(.alignment), "alignment|align|aligned|justify|justified|text align"),
        (
            .quality(.animation),
            "animation|entrance|animate|animated|effect on entry|text animation"
        ),
        (.quality(.spacing), "letter spacing|letter-spacing|tracking|spacing"),
        (.quality(.lineHeight), "line height|line spacing|leading"),
        (.quality(.highlight), "highlight|highlight color|highlight colour|karaoke color"),
        (.quality(.ratio), "aspect ratio|aspect|ratio|format|orientation|shape"),
        (
            .quality(.resolution),
            "quality|picture quality|definition|resolution|video size|canvas size"
        ),
        (.quality(.frameRate), "frame rate|framerate|fps|frames per second|frames a second"),
        (.quality(.theme), "theme|style|look|design|looks"),
        (.quality(.background), "background|background color|background colour|backdrop|bg"),
        (.quality(.language), "language"),
        (
            .quality(.name),
            "name|video title|video name|project name|title of the video|"
                + "title of the project|name of the video"
        ),
        (.quality(.effect), "effect|effects|filter|filters"),
        (.quality(.direction), "direction|movement direction"),
        (.quality(.order), "order|sequence"),
        (.quality(.rotation), "rotation|angle"),
        (.quality(.fit), "fit|crop mode|scaling"),
        (.quality(.focus), "focus|focal point|focus point|center of interest"),
        (.quality(.words), "words|word|content"),
        (.quality(.fade), "fade|fades|fading"),
        (.transitionWord, "transition|transitions|cut|cuts"),
    ]
}
