import Planning

extension Lexicon {
    /// How pictures move and change, and how one follows another.
    static let englishMoves: [Row] = [
        (
            .camera(.zoomIn),
            "zoom in|zooming in|zooms in|zoom-in|push in|zoom into|zoom in on|"
                + "zoom it in|zoom inwards|move in|move closer|push-in|zoom in to"
        ),
        (
            .camera(.zoomOut),
            "zoom out|zooming out|zooms out|zoom-out|pull out|pull back|"
                + "zoom outwards|pull-out|zoom back|zoom back out|zoom out of|zoom out from"
        ),
        (
            .camera(.panLeft),
            "pan left|panning left|pans left|pan to the left|pan-left|"
                + "move the camera left|camera left|pan from right to left|pan right to left"
        ),
        (
            .camera(.panRight),
            "pan right|panning right|pans right|pan to the right|pan-right|"
                + "move the camera right|camera right|pan from left to right|pan left to right"
        ),
        (
            .camera(.panUp),
            "pan up|panning up|pans up|pan upwards|tilt up|pan-up|camera up|"
                + "pan from bottom to top|pan bottom to top|pan upward"
        ),
        (
            .camera(.panDown),
            "pan down|panning down|pans down|pan downwards|tilt down|pan-down|"
                + "camera down|pan from top to bottom|pan top to bottom|pan downward"
        ),
        (
            .camera(.auto),
            "automatic movement|auto movement|automatic motion|auto ken burns|"
                + "automatic|automatically|auto|automatic ken burns|auto motion|alternate zooms|"
                + "automatic zoom|auto zoom"
        ),
        (
            .zoom,
            "zoom|zooms|zooming|push|camera move|camera movement|ken burns|ken burns effect|"
                + "camera|movement|motion|ken burns zoom|zoom effect"
        ),
        (.pan, "pan|pans|panning"),
        (
            .still,
            "no movement|no motion|no zoom|still|static|no ken burns|without movement|"
                + "without motion|don't move|stand still|hold still|no camera movement|no panning|"
                + "no zooming|without zoom|without zooming|no pan|stop moving|no camera move|"
                + "motionless|stop zooming|stop the zoom|not move|don't zoom|no ken burns effect"
        ),
        (.slowMotion, "slow motion|slow-motion|slow mo|slow-mo|slowmo|in slow motion"),
        (
            .effect(.gray),
            "black and white|black & white|grayscale|greyscale|monochrome|gray|grey|"
                + "b&w|b/w|black-and-white|bw|gray scale|grey scale|mono|desaturated"
        ),
        (.effect(.blur), "blur|blurred|blurry|blurs|blur effect"),
        (.effect(.pixelate), "pixelate|pixelated|pixelation|mosaic|pixellate|pixels|pixellated"),
        (.effect(.vignette), "vignette|vignetting|dark corners|darkened corners|vignette effect"),
        (.effect(.dim), "dim|dimmed|dims|dimming"),
        (.effect(.grid), "grid"),
        (.effect(.spotlight), "spotlight|spot light"),
        (.effect(.diffuse), "noise|diffusion|diffuse|diffusion effect"),
        (
            .fit(.cover),
            "fill|cover|fill the screen|fill the frame|full screen|full bleed|"
                + "fill screen|full-bleed|fullscreen|fill the canvas|fill the whole screen|full frame"
        ),
        (
            .fit(.contain),
            "contain|fit|letterbox|letterboxed|show whole|fit inside|show it whole|"
                + "whole picture|fit the screen|fit the frame|black bars|fit in the frame|"
                + "uncropped|no cropping|without cropping|don't crop|fit to screen|"
                + "fit inside the frame|inside the frame|within the frame|"
                + "inside the screen|show the whole picture|show them whole"
        ),
        (.fit(.stretch), "stretch|stretched|stretch to fill|stretch to fit"),
        (
            .fit(.blur),
            "blurred bars|blurred background|blur background|blur bars|blurry bars|"
                + "blurred sides|blurred edges|blur the background|blurry background|"
                + "blurred borders|blur behind"
        ),
        (
            .corners,
            "rounded corners|round corners|rounded|round the corners|corner radius|"
                + "rounded edges|round edges|corners"
        ),
        (
            .transition(.fade),
            "fade|crossfade|cross fade|cross-fade|crossfades|cross fades|fades|"
                + "cross-fades|cross dissolve|fading|crossfading|soft cut|soft cuts"
        ),
        (
            .transition(.fadeblack),
            "fade to black|fade through black|fadeblack|dip to black|"
                + "fades to black|through black|fades through black|fade-to-black|fade via black"
        ),
        (
            .transition(.fadewhite),
            "fade to white|fade through white|fadewhite|dip to white|"
                + "fades to white|through white|white flash|fades through white|fade-to-white"
        ),
        (.transition(.dissolve), "dissolve|dissolves|dissolving"),
        (
            .transition(.circleopen),
            "circle open|circleopen|iris in|opening circle|iris open|circle|"
                + "circle opening|iris|circle-open"
        ),
        (
            .transition(.circleclose),
            "circle close|circleclose|iris out|closing circle|iris close|"
                + "circle closing|circle-close"
        ),
        (.transition(.radial), "radial|clock wipe|clock|radial wipe"),
        (.transition(.pixelize), "pixelize|pixelise|pixelize transition|pixelate|pixelated"),
        (.transition(.zoomin), "zoom transition|zoomin|zoom|zoom transitions|zoom-in transition"),
        (.transition(.hblur), "blur|hblur|blur transition|motion blur"),
        (.transition(.distance), "distance"),
        (.directed(.wipe), "wipe|wipes|wiping"),
        (.directed(.slide), "slide|slides|sliding|push|swipe"),
        (.directed(.smooth), "smooth|smooth slide|smoothly"),
        (.transition(.wipeleft), "wipeleft|wipe left|wipe to the left|left wipe|wipes left"),
        (.transition(.wiperight), "wiperight|wipe right|wipe to the right|right wipe|wipes right"),
        (.transition(.wipeup), "wipeup|wipe up|wipe upwards|wipes up"),
        (.transition(.wipedown), "wipedown|wipe down|wipe downwards|wipes down"),
        (
            .transition(.slideleft),
            "slideleft|slide left|slide to the left|slides left|"
                + "slide transition left"
        ),
        (.transition(.slideright), "slideright|slide right|slide to the right|slides right"),
        (.transition(.slideup), "slideup|slide up|slides up|slide upwards"),
        (.transition(.slidedown), "slidedown|slide down|slides down|slide downwards"),
        (.transition(.smoothleft), "smoothleft|smooth left"),
        (.transition(.smoothright), "smoothright|smooth right"),
        (
            .hardCut,
            "hard cut|hard cuts|no transition|no transitions|straight cut|straight cuts|"
                + "without transitions|without transition|plain cuts|simple cuts|cut hard|"
                + "without any transitions|no more transitions|no fades between|jump cuts"
        ),
        (.fade, "fade|fades|fading|faded|fade effect"),
        (
            .fadeIn,
            "fade in|fade-in|fades in|fade it in|fade in from black|fades in from black|fading in|fade from black|fade up|"
                + "fade them in|fadein"
        ),
        (
            .fadeOut,
            "fade out|fade-out|fades out|fade it out|fading out|fade away|fade to black|"
                + "fade them out|fadeout|fade down"
        ),
    ]
}
