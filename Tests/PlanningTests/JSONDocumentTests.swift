import Foundation
import Planning
import Testing

struct JSONDocumentTests {
    private func parse(_ text: String) throws -> JSONDocument {
        try JSONDocument(parsing: Array(text.utf8))
    }

    /// What is wrong with `text`, as `line:column pointer: message`.
    private func complaint(_ text: String) throws -> String {
        try complaint(Array(text.utf8))
    }

    private func complaint(_ bytes: [UInt8]) throws -> String {
        do {
            _ = try JSONDocument(parsing: bytes)
            return ""
        } catch {
            return error.message(file: "f")
        }
    }

    @Test func everyValueKnowsItsLineAndColumn() throws {
        let root = try parse("{\n  \"a\": [1,\r\n   \"é\", true],\t\"b\": null }").root
        guard case .object(let object) = root.value, case .array(let items)? = object["a"]?.value
        else {
            Issue.record("not an object with an array")
            return
        }
        #expect([root.line, root.column] == [1, 1])
        #expect(items.map { [$0.line, $0.column] } == [[2, 9], [3, 4], [3, 9]])
        #expect([object["b"]?.line, object["b"]?.column] == [3, 21])
    }

    @Test func columnsCountCharactersNotBytes() throws {
        let message = try complaint(#"{"ключ": "日本語", "x": oops}"#)
        #expect(message == "f:1:22 /x: expected a value, found oops.")
    }

    @Test func byteOrderMarkIsAcceptedAndTakesNoColumn() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)
        #expect(try JSONDocument(parsing: bytes).root.column == 1)
    }

    @Test func escapesBecomeCharacters() throws {
        let root = try parse(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#).root
        #expect(root.value == .string("\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{1F600}"))
    }

    @Test(arguments: [
        ("1000", 1000), ("1000.0", 1000), ("1e3", 1000), ("1.5e1", 15), ("-2E+2", -200),
        ("10000e-3", 10), ("-0", 0), ("0.000", 0), ("9007199254740993", 9_007_199_254_740_993),
    ])
    func wholeNumbersAreExactHoweverTheyAreWritten(text: String, value: Int) throws {
        guard case .number(let number) = try parse(text).root.value else {
            Issue.record("\(text) is not a number")
            return
        }
        #expect(number.integer == value)
        #expect(number.text == text)
    }

    @Test(arguments: [
        "0.5", "1e-1", "1e300", "92233720368547758080", "-1.25", "1.5e-9223372036854775808",
    ])
    func otherNumbersAreNotIntegers(text: String) throws {
        guard case .number(let number) = try parse(text).root.value else {
            Issue.record("\(text) is not a number")
            return
        }
        #expect(number.integer == nil)
        #expect(number.double == Double(text))
    }

    @Test(arguments: [
        ("{\"a\":NaN}", "f:1:6 /a: expected a value, found NaN, which JSON does not have."),
        ("[-Infinity]", "f:1:3 /0: expected a digit, found Infinity, which JSON does not have."),
        ("[1e999]", "f:1:2 /0: expected a number up to 1.8e308, found 1e999."),
        ("[01]", "f:1:3 /0: expected the end of the number, found 1."),
        ("[1.]", "f:1:4 /0: expected a digit, found \"]\"."),
        ("[1,]", "f:1:4 /1: expected a value, found \"]\"."),
        ("{\"a\":1,}", "f:1:8: expected a key in double quotes, found \"}\"."),
        (
            "{'a':1}",
            "f:1:2: expected a key in double quotes, found a single quote; JSON uses double quotes."
        ),
        ("{\"a\" 1}", "f:1:6: expected a colon after the key, found 1."),
        ("[1 2]", "f:1:4: expected a comma or ], found 2."),
        ("[1] x", "f:1:5: expected the end of the text after the first value, found x."),
        ("[1, // no", "f:1:5 /1: expected a value, found a comment, which JSON does not have."),
        ("", "f:1:1: expected a value, found the end of the text."),
        ("[\"a", "f:1:2 /0: expected a closing quote, found the end of the text."),
        (
            "[\"a\n\"]",
            "f:1:4 /0: expected a closing quote or an escape such as \\n, found control character 10."
        ),
        (#"["\x"]"#, "f:1:4 /0: expected one of \" \\ / b f n r t u after \\, found x."),
        (#"["\ud800"]"#, "f:1:4 /0: expected a pair of surrogates, found half of one."),
        (#"["\udc00\ud800"]"#, "f:1:4 /0: expected a pair of surrogates, found half of one."),
        (#"["\u12g4"]"#, "f:1:7 /0: expected four hexadecimal digits after \\u, found g4."),
        (#"{"a/b":{"~":tru}}"#, "f:1:13 /a~1b/~0: expected a value, found tru."),
    ])
    func whatIsNotJSONIsNamedWithItsPlace(text: String, message: String) throws {
        #expect(try complaint(text) == message)
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE2, 0x82],
        ] as [[UInt8]])
    func malformedUTF8IsRefused(bytes: [UInt8]) throws {
        let byte = String(bytes[1], radix: 16, uppercase: true)
        #expect(try complaint(bytes) == "f:1:2: expected UTF-8 text, found byte 0x\(byte).")
    }

    @Test func sixtyFourLevelsAreReadAndOneMoreIsNot() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try complaint(nested(64)) == "")
        #expect(try complaint(nested(65)).hasPrefix("f:1:65 /0/0"))
        #expect(try complaint(nested(65)).contains("more than 64 arrays and objects"))
    }

    @Test func moreThanSixteenMegabytesAreRefused() throws {
        let bytes = [UInt8](repeating: 0x20, count: (16 << 20) + 1)
        #expect(try complaint(bytes).hasPrefix("f: the draft has 16777217 bytes"))
    }

    @Test func lastOfTwoEqualKeysCounts() throws {
        let document = try parse(#"{"a":1,"b":2,"a":3}"#)
        guard case .object(let object) = document.root.value else {
            Issue.record("not an object")
            return
        }
        #expect(object["a"]?.value == .number(JSONNumber(3)))
        #expect(object.keys == ["a", "b"])
        #expect(document.duplicateKeys == [DraftPlace(pointer: "/a", line: 1, column: 14)])
    }

    @Test func writtenTextReadsBackAsTheSameValue() throws {
        let text = #"""
            {
              "a": [1, 2.50, "x\"\\\n\u0001é"],
              "b": [
                {},
                [true, null]
              ],
              "c": {
                "d": -1e3
              }
            }
            """#
        let root = try parse(text).root
        #expect(JSONWriter.text(of: root.value) == text)
    }
}
