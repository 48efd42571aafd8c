import Foundation
import TestSupport
import Testing

/// Renders of projects go to `renders/`, each with a draft that gives it again.
struct ProjectRenderTests {
    private let options = ["--quality", "draft", "--progress", "none"]

    private func project(title: String) throws -> ProjectFolder {
        let project = try ProjectFolder()
        try project.must("add", "../0.png", "../tone.wav")
        try project.write(
            #"""
            {"m":{"title":"\#(title)","width":96,"height":54,"fps":10},"t":[
              {"tt":0,"sg":[{"d":800,"src":"assets/0.png",
                "fx":[{"k":"lut","src":"assets/look.cube"}]}]},
              {"tt":1,"m":{"role":"bgm"},"sg":[{"d":800,"src":"assets/tone.wav","loop":true}]}]}
            """#)
        try project.write(
            "LUT_3D_SIZE 2\n0 0 0\n0 1 0\n1 0 0\n1 1 0\n0 0 1\n0 1 1\n1 0 1\n1 1 1\n",
            to: "assets/look.cube")
        return project
    }

    private func render(_ project: ProjectFolder, _ more: String...) throws -> Program.Run {
        let run = try Program.run(["render"] + options + more, in: project.url)
        try #require(run.status == 0, "\(run.errors)")
        return run
    }

    private func bytes(_ project: ProjectFolder, _ name: String) throws -> Data {
        try Data(contentsOf: project.url.appending(path: name))
    }

    @Test func eachRenderGetsTheNextNumberAndADraftThatGivesItAgain() throws {
        let project = try project(title: "夏天: a/b?")
        let run = try render(project)
        #expect(run.output.contains("renders/夏天- a-b-1.mp4\n"))
        _ = try render(project)
        #expect(
            try project.names("renders") == [
                "夏天- a-b-1.json", "夏天- a-b-1.mp4", "夏天- a-b-2.json", "夏天- a-b-2.mp4",
            ])
        try project.must(
            "render", "renders/夏天- a-b-1.json", "-o", "again.mp4", "--quality", "draft",
            "--progress", "none")
        #expect(try bytes(project, "again.mp4") == bytes(project, "renders/夏天- a-b-1.mp4"))
        #expect(try bytes(project, "again.mp4").count > 1000)
    }

    @Test func sizeAndRateThatWereAskedForAreKept() throws {
        let project = try project(title: "")
        _ = try render(project, "--size", "64x64", "--fps", "5")
        try project.must(
            "render", "renders/my film-1.json", "-o", "again.mp4", "--quality", "draft",
            "--progress", "none")
        #expect(try bytes(project, "again.mp4") == bytes(project, "renders/my film-1.mp4"))
        #expect(
            try project.must("plan", "renders/my film-1.json").output.hasPrefix(
                "canvas 64x64, 5 fps"))
    }

    @Test func otherFormatsAndFoldersTakeNumbersToo() throws {
        let project = try project(title: "x")
        _ = try render(project, "--format", "wav")
        _ = try render(project, "--format", "png", "--no-audio")
        _ = try render(project)
        #expect(
            try project.names("renders") == [
                "x-1.json", "x-1.wav", "x-2-frames", "x-2.json", "x-3.json", "x-3.mp4",
            ])
    }

    @Test func aNamedOutputAndARenderThatFailsLeaveTheFolderEmpty() throws {
        let project = try project(title: "x")
        _ = try render(project, "-o", "mine.mp4")
        #expect(try project.names().contains("mine.mp4"))
        try FileManager.default.removeItem(at: project.url.appending(path: "assets/0.png"))
        #expect(try project.run("render").status == 3)
        #expect(try project.names("renders") == [])
    }

    @Test func theLockIsNotHeldWhileRendering() throws {
        let project = try project(title: "x")
        try project.write(
            #"{"m":{"width":320,"height":180,"fps":240},"t":[{"tt":0,"sg":[{"d":60000,"gen":{"k":"noise"}}]}]}"#
        )
        let long = try Running(
            ["render", "--quality", "max", "--progress", "json", "--jobs", "1"], in: project.url)
        long.wait { long.written().contains(#""frame":"#) }
        try #require(long.isRunning)
        try project.must("add", "../1.png")
        #expect(long.isRunning)
        // Another render takes another number while the first one is at work.
        try project.must("undo", "2")
        _ = try render(project, "--to", "2f")
        #expect(try project.names("renders").contains("my film-1.mp4") == false)
        long.send(SIGINT)
        #expect(long.finish().status == 130)
        #expect(try project.names("renders").filter { $0.contains("taken") } == [])
    }
}
