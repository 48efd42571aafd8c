import Planning
import Testing

@testable import VideoAPI

@Suite struct EnvelopeTests {
    @Test func fieldsAreReadInDataBeforeTheTopLevel() throws {
        let body = Array(#"{"code":0,"id":"a","data":{"id":"b"}}"#.utf8)
        let fields = try Envelope.fields(of: body, status: 200)
        #expect(fields["id"]?.string == "b")
    }

    @Test(arguments: ["[]", "7", "null", "", "<html>"])
    func whatIsNoObjectIsAFailureOfTheService(body: String) {
        #expect(throws: APIFailure(.failed, "the answer is no JSON object (HTTP 200)")) {
            _ = try Envelope.fields(of: Array(body.utf8), status: 200)
        }
    }

    @Test func theCodeOfTheBodyWinsOverTheStatus() {
        let body = Array(#"{"code":1001,"message":"expired"}"#.utf8)
        #expect(throws: APIFailure(.badToken, "expired")) {
            _ = try Envelope.fields(of: body, status: 200)
        }
    }
}
