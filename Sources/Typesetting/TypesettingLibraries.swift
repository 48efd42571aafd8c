import CFreeType
import CFriBidi
import CHarfBuzz
import Foundation

/// The versions of what is linked.
package enum TypesettingLibraries {
    package static var versions: [(name: String, version: String)] {
        [
            ("FreeType", "\(FREETYPE_MAJOR).\(FREETYPE_MINOR).\(FREETYPE_PATCH)"),
            ("HarfBuzz", String(cString: hb_version_string())),
            (
                "FriBidi",
                "\(FRIBIDI_MAJOR_VERSION).\(FRIBIDI_MINOR_VERSION).\(FRIBIDI_MICRO_VERSION)"
            ),
        ]
    }
}
