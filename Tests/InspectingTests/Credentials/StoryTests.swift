import Testing

@testable import Inspecting

@Suite struct StoryTests {
    private func manifest(
        _ label: String, _ actions: [String], from ingredients: [String] = []
    ) -> ContentCredentials.Manifest {
        var manifest = ContentCredentials.Manifest(label: label)
        manifest.actions = actions.map { ContentCredentials.Action($0) }
        manifest.ingredients = ingredients
        return manifest
    }

    private func story(_ manifests: [ContentCredentials.Manifest]) -> [String] {
        ContentCredentials(manifests: manifests).story.map(\.label)
    }

    @Test func theShortestWayToACreationIsTaken() {
        let placed = manifest("placed", ["c2pa.created"])
        let camera = manifest("camera", ["c2pa.created"])
        let opened = manifest("opened", ["c2pa.opened"], from: ["camera"])
        let active = manifest("active", ["c2pa.opened"], from: ["opened", "gone"])
        #expect(story([placed, camera, opened, active]) == ["camera", "opened", "active"])
    }

    @Test func withoutACreationFirstIngredientsAreFollowed() {
        let (a, b) = (manifest("a", []), manifest("b", []))
        let c = manifest("c", ["c2pa.edited"], from: ["a", "b"])
        #expect(story([b, a, c]) == ["a", "c"])
        #expect(story([c]) == ["c"])
        #expect(story([]) == [])
    }

    @Test func ingredientsInACircleEnd() {
        let a = manifest("a", [], from: ["b"])
        let b = manifest("b", [], from: ["a", "b"])
        #expect(story([a, b]) == ["a", "b"])
    }

    @Test func aCreationThatHasIngredientsIsTheWholeStory() {
        let a = manifest("a", ["c2pa.created"])
        #expect(story([a, manifest("b", ["c2pa.created"], from: ["a"])]) == ["b"])
    }

    @Test(arguments: [
        ("Adobe_Firefly adobe_c2pa/0.12.4+sven2 c2pa-rs/0.32.7", "Adobe Firefly"),
        ("Galaxy S25 c2pa-rs/0.62.0", "Galaxy S25"),
        ("Microsoft_Designer/1.0", "Microsoft Designer"),
        ("c2pa-rs/0.1", "c2pa-rs"), ("/1", nil), ("", nil),
    ])
    func aBareGeneratorIsCutToItsProduct(recorded: String, shown: String?) {
        var manifest = manifest("a", [])
        manifest.claimGenerator = recorded
        #expect(manifest.generatorName == shown)
        manifest.claimGeneratorName = "Named"
        #expect(manifest.generatorName == "Named")
    }
}
