import Foundation
import Testing

@testable import Planning

@Suite struct DraftRelocationTests {
    @Test func relativeSourcesTablesAndUploadsFollowAndFixedOnesStay() throws {
        let draft = try Draft(
            parsing: Array(
                #"""
                {"video_infos": [{"filename": "up", "cdn_url": "up.mp4"}],
                 "generated_media": {"a": {"path": "/gen.png", "url": "gen.png"}},
                 "t": [{"tt": 0, "sg": [
                   {"src": "assets/a.png", "fx": [{"k": "lut", "src": "look.cube"}],
                    "m": {"url": "assets/a.png"}},
                   {"url": "b.png"}, {"src": "/abs/c.png"}, {"src": "https://example.com/d.png"},
                   {"color": "#FFFFFF"}]}]}
                """#.utf8))
        let moved = draft.relocated(by: "../")
        let segments = moved.tracks[0].segments
        #expect(
            segments.map(\.source) == [
                "../assets/a.png", "../b.png", "/abs/c.png", "https://example.com/d.png", nil,
            ])
        let text = moved.text
        #expect(text.contains(#""src": "../look.cube""#))
        #expect(text.contains(#""url": "../assets/a.png""#))
        #expect(text.contains(#""cdn_url": "../up.mp4""#))
        #expect(text.contains(#""url": "../gen.png""#) && text.contains(#""path": "/gen.png""#))
        #expect(moved.upload(named: "up")?.source == "../up.mp4")
    }
}
