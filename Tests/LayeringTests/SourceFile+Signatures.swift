extension SourceFile {
    /// The declarations that other targets can see, each from its access level to its body.
    ///
    /// Read by counting brackets, not by parsing: enough for formatted code.
    var visibleSignatures: [String] {
        lines.indices.compactMap { index in
            let line = lines[index].drop { $0 == " " }
            guard line.hasPrefix("package ") || line.hasPrefix("public "),
                Self.importedModule(in: line) == nil
            else { return nil }
            return signature(from: index)
        }
    }

    /// Returns the lines from `start` on, joined, up to the first one that closes every bracket.
    private func signature(from start: Int) -> String {
        var text = ""
        var depth = 0
        for line in lines[start...] {
            let head = line.prefix { $0 != "{" }
            text += head + " "
            depth += head.count { "(<[".contains($0) } - head.count { ")>]".contains($0) }
            depth += head.ranges(of: "->").count  // Its `>` closes nothing.
            if depth <= 0 || head.count < line.count { break }
        }
        return text
    }

    /// Returns the words of `signature` that name a type of a C library.
    static func foreignTypes(in signature: String) -> [Substring] {
        signature.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.filter { word in
            word == "OpaquePointer" || foreignPrefixes.contains { isName(word, prefixed: $0) }
        }
    }

    /// A prefix counts where a capital or an underscore follows: `AVFrame`, but not `AVERAGE`.
    private static func isName(_ word: Substring, prefixed prefix: String) -> Bool {
        guard word.hasPrefix(prefix), let next = word.dropFirst(prefix.count).first else {
            return false
        }
        if prefix.hasSuffix("_") { return true }
        return next.isUppercase && word.contains { $0.isLowercase }
    }

    private static let foreignPrefixes = [
        "AV", "Sws", "Swr", "FT_", "hb_", "png_", "tj_", "TJ", "cms", "FriBidi", "fribidi_",
        "ebur128_", "sws_", "swr_", "av_",
    ]
}
