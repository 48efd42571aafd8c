import Foundation
import TestSupport
import Testing

/// The API as programs in a browser use it: by `fetch`, from a page of another origin.
@Suite(.serialized) struct FetchClientTests {
    /// `explainer serve`, and a page of this machine that is of another origin.
    private final class Stage {
        let folder: TemporaryFolder
        let address: String
        let page: String
        private let server: Running
        private let pages: Running

        init?(_ options: String...) throws {
            guard let python = Tool.find("python3") else { return nil }
            folder = try TemporaryFolder()
            let (data, site) = (folder.path("data"), folder.url.appending(path: "site"))
            try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
            try Data("<!doctype html><title>A client</title><link rel=icon href='data:,'>".utf8)
                .write(to: site.appending(path: "index.html"))
            let server = try Running(
                ["serve", "--port", "0", "--data", data, "--voice", "none"] + options,
                in: folder.url)
            let pages = try Running(
                ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1"], in: site, program: python)
            (self.server, self.pages) = (server, pages)
            server.wait { server.written().contains("data: ") }
            pages.wait { pages.written().contains("port") }
            address = String(
                try #require(server.written().firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/)?.output))
            let port = try #require(pages.written().firstMatch(of: /port (\d+)/)?.output.1)
            page = "http://127.0.0.1:\(port)/"
        }

        deinit {
            for process in [server, pages] {
                process.send(SIGKILL)
                _ = process.finish()
            }
        }
    }

    @Test func aPageGoesTheWholeWay() async throws {
        guard let stage = try Stage(), let browser = try await Browser.start() else { return }
        try await browser.open(stage.page)
        let picture = try Data(
            contentsOf: Fixtures.checkout.appending(path: "samples/robot.jpg")
        ).base64EncodedString()
        let result = try await browser.run(Self.client, stage.address, picture)
        let fields = try #require(result as? [String: Any])
        #expect((fields["said"] as? String)?.contains("From a page") == true)
        #expect(fields["range"] as? String == "bytes 4-7/\(fields["size"] ?? "")")
        #expect(fields["box"] as? String == "ftyp")
        #expect(fields["width"] as? Int == 320)
        #expect(fields["retry"] as? Int == 401)
        #expect(try await browser.messages(["SEVERE"]).filter { !$0.contains("401") } == [])
        try await browser.close()
    }

    /// A client as web applications have it: preflights, forms, a stream that is read as it comes,
    /// and the finished video in a `<video>` that may look for its length.
    private static let client = #"""
        const [api, picture] = given;
        const attribution = {"X-Skill-Source": "page", "X-Skill-Version": "1.0",
                             "X-Skill-Platform": "unknown"};
        const call = async (path, options = {}) => {
          const answer = await fetch(api + path, {...options, headers: {...attribution,
            ...(token ? {Authorization: `Bearer ${token}`} : {}), ...options.headers}});
          const body = await answer.json();
          if (body.code !== 0) throw new Error(path + ": " + JSON.stringify(body));
          return body.data;
        };
        const json = body => ({method: "POST", body: JSON.stringify(body),
                               headers: {"Content-Type": "application/json"}});
        let token = null;
        const refused = await fetch(api + "/api/credits/balance/simple");
        token = (await call("/api/auth/anonymous-token",
          {method: "POST", headers: {"X-Client-Id": crypto.randomUUID()}})).token;
        const {session_id: session} = await call(
          "/api/tasks/me/with-session/nemo_agent", json({task_name: "project", language: "en"}));
        const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
        const form = new FormData();
        form.append("files", new File([bytes], "robot.jpg", {type: "image/jpeg"}));
        await call(`/api/upload-video/nemo_agent/me/${session}`, {method: "POST", body: form});

        const stream = await fetch(api + "/run_sse", {...json({app_name: "nemo_agent",
            user_id: "me", session_id: session,
            new_message: {parts: [{text: 'add a title "From a page"'}]}}),
          headers: {...attribution, "Content-Type": "application/json",
                    Accept: "text/event-stream", Authorization: `Bearer ${token}`}});
        let text = "";
        const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let piece; !(piece = await reader.read()).done;) text += piece.value;
        const said = text.split("\n\n").filter(line => line.startsWith("data: "))
          .map(line => JSON.parse(line.slice(6)))
          .flatMap(event => event.content?.parts ?? []).map(part => part.text ?? "").join(" ");

        const {state} = await call(`/api/state/nemo_agent/me/${session}/latest`);
        const id = `render_${Date.now()}`;
        await call("/api/render/proxy/lambda", json({id, sessionId: session, draft: state.draft,
          output: {format: "mp4", quality: "low", resolution: "320x180", fps: 24}}));
        let job;
        do {
          await new Promise(resolve => setTimeout(resolve, 100));
          job = await call(`/api/render/proxy/lambda/${id}`);
        } while (job.status !== "completed" && job.status !== "failed");
        const part = await fetch(job.outputUrl, {headers: {Range: "bytes=4-7"}});
        const box = await part.text();
        const video = document.createElement("video");
        video.crossOrigin = "anonymous";
        video.src = job.outputUrl;
        await new Promise((resolve, reject) => {
          video.onloadeddata = resolve;
          video.onerror = () => reject(new Error(video.error.message));
        });
        return {said, box, range: part.headers.get("Content-Range"),
                size: job.output.size, width: video.videoWidth, retry: refused.status};
        """#

    /// Names that a foreign page has for this machine: it must not get in by any of them.
    @Test func foreignPagesGetNothing() async throws {
        guard let stage = try Stage("--anonymous"),
            let browser = try await Browser.start([
                "--host-resolver-rules=MAP *.test 127.0.0.1",
                "--disable-features=LocalNetworkAccessChecks",
            ])
        else { return }
        let attempt = """
            try {
              const answer = await fetch(given[0] + "/api/credits/balance/simple");
              return answer.status;
            } catch (error) { return String(error); }
            """
        // An origin of elsewhere that asks this machine: the answer is kept from it.
        try await browser.open(stage.page.replacing("127.0.0.1", with: "evil.test"))
        #expect(
            try await browser.run(attempt, stage.address) as? String
                == "TypeError: Failed to fetch")
        // A name of elsewhere that leads here: the server itself refuses it.
        let rebound = stage.address.replacing("127.0.0.1", with: "rebound.test")
        try await browser.open(rebound + "/health")
        #expect(try await browser.run(attempt, rebound) as? Int == 403)
        // The same page under its own name gets an answer.
        try await browser.open(stage.page)
        #expect(try await browser.run(attempt, stage.address) as? Int == 200)
        try await browser.close()
    }
}
