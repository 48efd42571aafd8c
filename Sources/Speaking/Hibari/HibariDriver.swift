/// What is said to the Python process, and the program that it runs.
enum HibariDriver {
    /// A line of the process's standard input.
    struct Request: Codable {
        var text: String
        var words: [String]
    }

    /// A line of its standard output.
    struct Reply: Codable {
        /// The phonemes of each word, spoken alone.
        var phonemes: [String]
    }

    /// Reads requests, writes `N.wav` and a reply for each; its arguments are the pace and a folder.
    ///
    /// A seed makes the same text the same sound.
    static let program = """
        from importlib import import_module
        from json import dumps, loads
        from sys import argv, stdin

        def refuse(*arguments, **names):
            raise OSError("no network here")

        socket = import_module("socket")
        socket.socket.connect = refuse
        socket.create_connection = refuse
        socket.getaddrinfo = refuse

        from hibari import Hibari

        pace, folder = float(argv[1]), argv[2]
        voice = Hibari(voice="heart")
        for number, line in enumerate(stdin):
            request = loads(line)
            voice.save(request["text"], f"{folder}/{number}.wav", speed=pace, seed=0)
            phonemes = ["".join(voice.phonemize(word)) for word in request["words"]]
            print(dumps({"phonemes": phonemes}), flush=True)
        """
}
