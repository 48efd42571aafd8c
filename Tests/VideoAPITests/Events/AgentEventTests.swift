import Testing

@testable import VideoAPI

@Suite struct AgentEventTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var data: String
        var events: [AgentEvent]
        var name = "message"
        var testDescription: String { data }
    }

    static let table: [Row] = [
        Row(
            data:
                #"{"content":{"parts":[{"functionCall":{"id":"adk-1b7c","args":{"track":7},"name":"edit_multitrack"}}],"role":"model"},"invocationId":"e-4f0d"}"#,
            events: [.toolCall(name: "edit_multitrack")]),
        Row(
            data:
                #"{"content":{"parts":[{"functionResponse":{"name":"edit_multitrack","response":{"status":"success"}}}],"role":"user"},"author":"nemo_agent"}"#,
            events: [.toolResult(name: "edit_multitrack")]),
        Row(
            data:
                #"{"content":{"parts":[{"function_call":{"name":"a"}},{"function_response":{"name":"b"}}]}}"#,
            events: [.toolCall(name: "a"), .toolResult(name: "b")]),
        Row(
            data:
                #"{"content":{"parts":[{"text":"One "},{"text":"think","thought":true},{"functionCall":{"name":"x"}},{"text":"two."}]}}"#,
            events: [.text("One two.", isPartial: false), .toolCall(name: "x")]),
        Row(
            data: #"{"content":{"parts":[{"text":"On"}]},"partial":true}"#,
            events: [.text("On", isPartial: true)]),
        Row(
            data: #"{"content":{"parts":[{"text":"hm","thought":true}]}}"#, events: [.other]),
        Row(data: #"{"actions":{"state_delta":{"draft_version":4}}}"#, events: [.other]),
        Row(data: #"{"type":"text","content":"Hi"}"#, events: [.text("Hi", isPartial: false)]),
        Row(data: #"{"text":"Hi"}"#, events: [.text("Hi", isPartial: false)]),
        Row(data: #"{"type":"tool_call","name":"t","args":{}}"#, events: [.toolCall(name: "t")]),
        Row(data: #"{"type":"tool_result","name":"t"}"#, events: [.toolResult(name: "t")]),
        Row(data: #"{"type":"heartbeat"}"#, events: [.heartbeat]),
        Row(data: "heartbeat", events: [.heartbeat]),
        Row(data: " ", events: [.heartbeat]),
        Row(data: "{}", events: [.heartbeat], name: "heartbeat"),
        Row(data: "no json", events: [.other]),
        Row(data: "[1]", events: [.other]),
        Row(
            data: #"{"code":0,"text":"fine","error":null}"#,
            events: [.text("fine", isPartial: false)]),
        Row(
            data: #"{"error":"ValueError: no such clip"}"#,
            events: [.failure(APIFailure(code: 500, message: "ValueError: no such clip"))]),
        Row(
            data:
                #"{"code":2001,"message":"no credits","bind_id":"anon_1","content":{"parts":[{"text":"x"}]}}"#,
            events: [.failure(APIFailure(code: 2001, message: "no credits", bindID: "anon_1"))]),
        Row(
            data: #"{"errorCode":"RESOURCE_EXHAUSTED","errorMessage":"slow down"}"#,
            events: [.failure(APIFailure(code: 500, message: "slow down"))]),
        Row(
            data: #"{"error_code":"429","error_message":"slow down"}"#,
            events: [.failure(APIFailure(code: 429, message: "slow down"))]),
        Row(
            data: #"{"error":{"code":1002,"message":"gone"},"type":"heartbeat"}"#,
            events: [.failure(APIFailure(code: 1002, message: "gone"))]),
    ]

    @Test(arguments: table) func eachShapeIsReadInTheDocumentedOrder(row: Row) {
        #expect(AgentEvent.all(in: SSEEvent(name: row.name, data: row.data)) == row.events)
    }

    @Test func deltasAreShownOnceAndTheirAggregateIsNotShownAgain() {
        #expect(
            shown([
                .text("One ", isPartial: true), .text("two.", isPartial: true),
                .text("One two.", isPartial: false), .toolCall(name: "x"),
                .text("Three.", isPartial: false),
            ]) == ["One two.", "Three."])
    }

    @Test func deltasWithoutAnAggregateAreShownAtTheEnd() {
        #expect(
            shown([.text("One", isPartial: true), .heartbeat, .text("!", isPartial: true)])
                == ["One!"])
    }

    @Test func anApologyAfterANormalReplyIsLeftOut() {
        let apology = "Sorry, I hit a temporary issue. Please try again."
        #expect(
            shown([.text("Added.", isPartial: false), .text(apology, isPartial: false)])
                == ["Added."])
        #expect(shown([.text(apology, isPartial: false)]) == [apology])
    }

    private func shown(_ events: [AgentEvent]) -> [String] {
        var text = AgentText()
        let during = events.compactMap { text.take($0) }
        return during + [text.finish()].compactMap(\.self)
    }
}
