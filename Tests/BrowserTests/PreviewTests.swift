import Foundation
import TestSupport
import Testing

/// The preview page in a real browser.
@Suite(.serialized) struct PreviewTests {
    @Test func theFirstFrameShowsAndIsThatOfTheCommand() async throws {
        guard let page = try await PreviewPage.open(draft()) else { return }
        try await page.browser.wait(
            until: "(window.explainer.state().shownFrame || {}).index === 0", seconds: 60)
        #expect(try await page.state("frames") == 120)
        #expect(try await page.state("mode") == "draft")
        // What the page gets, lossless, and what the command writes at that size.
        let size = try await page.browser.run(
            """
            const plan = await (await fetch("/api/plan")).json();
            const run = plan.runs.find(run => run.from <= 90 && 90 < run.to);
            const answer = await fetch(`/api/frame/${run.stamp}/90.png`);
            const bytes = new Uint8Array(await answer.arrayBuffer());
            let text = "";
            for (const byte of bytes) text += String.fromCharCode(byte);
            return {png: btoa(text), size: `${plan.preview.width}x${plan.preview.height}`};
            """)
        let fields = try #require(size as? [String: String])
        let run = try Program.run(
            ["frame", ".", "--at", "90f", "--size", fields["size"] ?? "", "-o", "f.png"]
                .map { $0 == "." ? "draft.json" : $0 },
            in: page.place)
        try #require(run.status == 0, "\(run.errors)")
        let wanted = try Data(contentsOf: page.place.appending(path: "f.png"))
        #expect(fields["png"] == wanted.base64EncodedString())
        #expect(try await page.browser.messages() == [])
        try await page.close()
    }

    @Test func keysStepAndDragsScrub() async throws {
        guard let page = try await PreviewPage.open(draft()) else { return }
        // The page has the keys as it is: a click on the picture would begin to play.
        try await page.show(30)
        try await page.browser.type(Key.right + Key.right + Key.left)
        #expect(try await page.state("frame") == 31)
        try await page.browser.type(Key.end)
        #expect(try await page.state("frame") == 119)
        try await page.browser.type(Key.home)
        #expect(try await page.state("frame") == 0)
        try await page.browser.type("l")
        try await page.browser.wait(until: "window.explainer.state().playing")
        try await page.browser.type("k")
        try await page.browser.wait(until: "!window.explainer.state().playing")
        // Over the bar from one end to near the other.
        let bar = try await page.browser.box(of: "#scrub")
        let path = (0...20).map { step in
            (x: bar.x + bar.width * (0.02 + 0.045 * Double(step)), y: bar.y + bar.height / 2)
        }
        try await page.browser.drag(path, milliseconds: 1000)
        let frame: Int = try await page.state("frame")
        #expect(abs(frame - 110) <= 3, "\(frame)")
        try await page.browser.wait(
            until: "(window.explainer.state().shownFrame || {}).index === \(frame)", seconds: 60)
        let count = try await page.browser.run("return window.explainer.scrubLatencies.length")
        #expect(count as? Int ?? 0 > 1)
        #expect(try await page.browser.messages() == [])
        try await page.close()
    }

    /// Sound and picture are decoded while the clock runs.
    @Test func itPlaysWithSound() async throws {
        let long = draft().replacing("2000}]", with: "9000}]").replacing("4000}]", with: "11000}]")
        guard let page = try await PreviewPage.open(long) else { return }
        let played = try await page.browser.run(
            """
            const video = document.querySelector("video");
            window.explainer.play();
            const wait = async (until, seconds) => {
              const end = performance.now() + seconds * 1000;
              while (!until()) {
                if (performance.now() > end) throw new Error("too slow");
                await new Promise(resolve => setTimeout(resolve, 20));
              }
            };
            await wait(() => video.currentTime > 0.2, 60);
            const from = {time: video.currentTime,
                          frames: video.getVideoPlaybackQuality().totalVideoFrames};
            await wait(() => video.currentTime - from.time >= 10, 90);
            return {seconds: video.currentTime - from.time,
                    frames: video.getVideoPlaybackQuality().totalVideoFrames - from.frames,
                    level: Math.max(...window.explainer.state().meters),
                    error: video.error && video.error.message};
            """)
        let fields = try #require(played as? [String: Any])
        #expect(fields["seconds"] as? Double ?? 0 >= 10)
        #expect(fields["frames"] as? Int ?? 0 > 100)
        #expect(fields["level"] as? Double ?? -99 > -60)
        #expect(fields["error"] is NSNull)
        #expect(try await page.browser.messages() == [])
        try await page.close()
    }

    @Test func whatChangesOnTheDiskChangesOnTheScreen() async throws {
        guard let page = try await PreviewPage.open(draft(title: "Hello")) else { return }
        try await page.show(90)
        let before: String = try await page.state("shownFrame.stamp")
        let pictures =
            "performance.getEntriesByType('resource').filter(e => e.name.includes('/api/frame/')).length"
        _ = try await page.browser.run("return \(pictures)")
        try page.write(draft(title: "Goodbye"))
        try await page.browser.wait(
            until: "window.explainer.state().shownFrame.stamp !== \"\(before)\"", seconds: 60)
        #expect(try await page.state("frame") == 90)
        // Broken: said with its place, and the picture stays.
        let after: String = try await page.state("shownFrame.stamp")
        try page.write(draft(title: "Goodbye").replacing("\"tt\":7", with: "\"tt\":\"seven\""))
        try await page.browser.wait(until: "!document.querySelector('#problems').hidden")
        let words = try await page.browser.run(
            "return document.querySelector('#problems').innerText")
        #expect((words as? String)?.contains(":3:") == true, "\(words)")
        #expect(try await page.state("shownFrame.stamp") == after)
        // Mended.
        try page.write(draft(title: "Goodbye"))
        try await page.browser.wait(until: "document.querySelector('#problems').hidden")
        #expect(try await page.browser.messages() == [])
        try await page.close()
    }

    /// From nothing to a video: a picture is dropped, a sentence said, an export ordered.
    @Test func aNewcomerGetsAVideo() async throws {
        guard let page = try await PreviewPage.open(nil) else { return }
        #expect(try await page.state("mode") == "start")
        let picture = Fixtures.checkout.appending(path: "samples/robot.jpg").path
        try await page.browser.choose([picture], for: "#files")
        try await page.browser.wait(
            until: "window.explainer.state().mode === 'project'", seconds: 60)
        try await page.browser.wait(until: "window.explainer.state().frames > 0", seconds: 60)
        try await page.browser.click("#sentence")
        try await page.browser.type("add a title \"From the page\"")
        try await page.browser.type(Key.enter)
        try await page.browser.wait(
            until: "document.querySelector('#log').innerText.includes('From the page')",
            seconds: 60)
        try await page.browser.wait(
            until: "[...document.querySelectorAll('#tracks *')]"
                + ".some(e => e.textContent.includes('From the page'))", seconds: 60)
        let made = try await page.browser.run(
            """
            const order = {format: "mp4", quality: "draft", size: "320x180", aspect: "draft"};
            let render = await (await fetch("/api/renders", {method: "POST",
              headers: {"Content-Type": "application/json"}, body: JSON.stringify(order)})).json();
            while (!["done", "failed", "cancelled"].includes(render.state)) {
              await new Promise(resolve => setTimeout(resolve, 100));
              const {renders} = await (await fetch("/api/renders")).json();
              render = renders.find(each => each.id === render.id);
            }
            const video = document.createElement("video");
            video.muted = true;
            video.src = render.url;
            await new Promise((resolve, reject) => {
              video.onloadeddata = resolve;
              video.onerror = () => reject(new Error(video.error.message));
            });
            await video.play();
            await new Promise(resolve => setTimeout(resolve, 500));
            return {state: render.state, width: video.videoWidth, time: video.currentTime};
            """)
        let fields = try #require(made as? [String: Any])
        #expect(fields["state"] as? String == "done")
        #expect(fields["width"] as? Int == 320)
        #expect(fields["time"] as? Double ?? 0 > 0.1)
        // Undone by the button.
        try await page.browser.click("#undo")
        try await page.browser.wait(
            until: "![...document.querySelectorAll('#tracks *')]"
                + ".some(e => e.textContent.includes('From the page'))", seconds: 60)
        #expect(try await page.browser.messages() == [])
        try await page.close()
    }

    /// What can be checked of WCAG 2.2 by a program: names, contrast, sizes, languages.
    @Test(arguments: [(1440, 900), (390, 844)])
    func thePageIsThereForAll(width: Int, height: Int) async throws {
        guard
            let page = try await PreviewPage.open(
                draft(), isProject: true, size: (width, height))
        else { return }
        try await page.show(0)
        let found = try await page.browser.run(Self.audit)
        #expect(found as? [String] == [], "\(found)")
        #expect(
            try await page.browser.run("return document.documentElement.scrollWidth") as? Int
                ?? 9999 <= width)
        try await page.close()
    }

    /// Names of controls, contrast of texts, sizes of targets (WCAG 2.2: 4.1.2, 1.4.3, 2.5.8).
    private static let audit = #"""
        const found = [];
        const shown = element => {
          const box = element.getBoundingClientRect();
          return box.width > 0 && box.height > 0
            && getComputedStyle(element).visibility !== "hidden" && !element.closest("[hidden]");
        };
        const label = element => `${element.tagName}#${element.id}.${element.className}`;
        for (const element of document.querySelectorAll(
               "button, a, input, textarea, select, [role=slider], [role=tab], [role=img]")) {
          if (!shown(element)) continue;
          const name = element.getAttribute("aria-label") || element.getAttribute("title")
            || element.innerText?.trim() || element.getAttribute("placeholder")
            || element.labels?.[0]?.innerText;
          if (!name) found.push("no name: " + label(element));
          const box = element.getBoundingClientRect();
          if (element.matches("button") && (box.width < 24 || box.height < 24))
            found.push(`small: ${label(element)} ${box.width}x${box.height}`);
        }
        const channels = color => (color.match(/[\d.]+/g) || []).map(Number);
        const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
          .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = element => {
          for (let at = element; at; at = at.parentElement) {
            if (getComputedStyle(at).backgroundImage !== "none") return null;
            const color = channels(getComputedStyle(at).backgroundColor);
            if (color.length === 3 || color[3] === 1) return color;
            if (color.length === 4 && color[3] > 0) return null;
          }
          return [255, 255, 255];
        };
        for (const element of document.querySelectorAll("body *")) {
          const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
          if (!own || !shown(element) || element.closest(":disabled, svg")) continue;
          const style = getComputedStyle(element);
          const back = ground(element);
          if (!back || !style.color.startsWith("rgb")) continue;
          const [a, b] = [light(channels(style.color)), light(back)];
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          const size = parseFloat(style.fontSize);
          const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
          if (ratio < (isLarge ? 3 : 4.5) - 0.01)
            found.push(`contrast ${ratio.toFixed(2)}: ${label(element)} "${element.innerText}"`);
        }
        if (!document.documentElement.lang) found.push("no language");
        return found;
        """#

    @Test func thePageIsLight() async throws {
        guard let page = try await PreviewPage.open(draft()) else { return }
        let bytes = try await page.browser.run(
            """
            return performance.getEntriesByType("resource")
              .filter(entry => entry.name.includes("/assets/"))
              .reduce((sum, entry) => sum + entry.decodedBodySize, 0)
              + performance.getEntriesByType("navigation")[0].decodedBodySize;
            """)
        #expect(1..<200_000 ~= bytes as? Int ?? 0, "\(bytes)")
        // Nothing comes from elsewhere.
        let foreign = try await page.browser.run(
            """
            return performance.getEntriesByType("resource")
              .filter(entry => !entry.name.startsWith(location.origin) && !entry.name.startsWith("blob:"))
              .map(entry => entry.name);
            """)
        #expect(foreign as? [String] == [])
        try await page.close()
    }
}
