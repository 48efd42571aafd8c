import Foundation
import Planning
import Testing

/// What `fx` is resolved to, and what is wrong with it.
struct EffectTests {
    // a_t of the three schedules as numpy computes them from the papers' formulas.
    @Test(arguments: [
        (100, 0.897018, 0.972093, 0.895463), (250, 0.524085, 0.847012, 0.675432),
        (500, 0.078587, 0.493844, 0.277670), (750, 0.003351, 0.144272, 0.056623),
        (1000, 0.000040, 0.000000, 0.004660),
    ])
    func signalFollowsThePapers(time: Int, linear: Double, cosine: Double, scaled: Double) {
        #expect(abs(Diffusion.Schedule.linear.signal(at: time) - linear) < 1e-6)
        #expect(abs(Diffusion.Schedule.cosine.signal(at: time) - cosine) < 1e-6)
        #expect(abs(Diffusion.Schedule.scaled.signal(at: time) - scaled) < 1e-6)
    }

    @Test(arguments: Diffusion.Schedule.allCases)
    func signalFallsFromOneAndTimesOutsideAreClamped(schedule: Diffusion.Schedule) {
        #expect(schedule.signal(at: 0) == 1)
        #expect(schedule.signal(at: -5) == 1)
        #expect(schedule.signal(at: 5000) == schedule.signal(at: 1000))
        let values = (0...1000).map(schedule.signal)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test func eachStepIsHeldForAnEqualPartAndTheEndsAreShown() {
        let diffusion = Diffusion(steps: 30, grain: 3)
        let shown = (0..<150).map { diffusion.step(at: Double($0) / 150) }
        #expect(shown == (0..<150).map { $0 / 5 })
        #expect(diffusion.time(ofStep: 0) == 1000)
        #expect(diffusion.time(ofStep: 11) == 621)  // 1000 * (1 - 11/29)
        #expect(diffusion.time(ofStep: 29) == 0)
        #expect(diffusion.step(at: -3) == 0)
        #expect(diffusion.step(at: 1) == 29)
        #expect(Diffusion(from: 0.25, steps: 1, grain: 1).time(ofStep: 0) == 250)
    }

    private func effects(_ fx: String) -> String {
        pictures(##"{"color":"#000000","d":1000,"fx":[\##(fx)]}"##)
    }

    @Test(arguments: [
        (#"{"k":"difuse"}"#, #"/t/0/sg/0/fx/0/k: unknown word "difuse". Did you mean "diffuse"?"#),
        (
            #"{"k":"diffuse","schedule":"cosinus"}"#,
            #"/t/0/sg/0/fx/0/schedule: unknown word "cosinus". Did you mean "cosine"?"#
        ),
        (
            #"{"k":"gray"},{"k":"diffuse","steps":0}"#,
            "/t/0/sg/0/fx/1/steps: expected an integer from 1 to 1000, found 0."
        ),
        (
            #"{"k":"diffuse","grain":-2}"#,
            "/t/0/sg/0/fx/0/grain: expected a number from 1 to 16 (1/1080 of the shorter side), "
                + "found -2."
        ),
        (
            #"{"k":"diffuse","from":1.5}"#,
            "/t/0/sg/0/fx/0/from: expected a number from 0 to 1, found 1.5."
        ),
        (
            #"{"k":"blur","to":"8"}"#,
            "/t/0/sg/0/fx/0/to: expected a number from 0 to 540 (1/1080 of the shorter side), "
                + "found \"8\". Write the number without quotes."
        ),
        (#"{"k":"grid","n":1}"#, "/t/0/sg/0/fx/0/n: expected an integer from 2 to 24, found 1."),
        (
            #"{"k":"spotlight","r":0}"#,
            "/t/0/sg/0/fx/0/r: expected a number above 0, at most 4 (1 is the shorter side), "
                + "found 0."
        ),
        (#"{"k":"lut"}"#, "/t/0/sg/0/fx/0/src: missing; expected the path of a .cube file."),
        (
            #"{"k":"lut","src":"cool.cube"}"#,
            "/t/0/sg/0/fx/0/src: /draft/cool.cube: no such file. "
                + "Check the name, or put the file there; paths count from the draft's folder."
        ),
        (
            #"{"k":"lut","src":"https://a.example/b.cube"}"#,
            "/t/0/sg/0/fx/0/src: \"https://a.example/b.cube\" is not a file. "
                + "Download it and name the file: planning reads files only."
        ),
    ])
    func wrongSettingIsAnErrorAtItsPlace(fx: String, expected: String) throws {
        let message = try message(effects(fx))
        let place = message.drop { $0 != " " }.dropFirst()
        #expect(place.trimmingCharacters(in: .whitespaces) == expected)
    }

    /// Numbers at and beyond every edge: a plan or an error, never a trap.
    @Test(arguments: [
        "0", "-1", "1e308", "-1e308", "1e-308", "9223372036854775807", "1000", "1001", "0.5", "16",
        "null", "true", "\"NaN\"", "[]", "{}",
    ])
    func anyNumberGivesAPlanOrAnError(number: String) throws {
        let keys = [
            "from", "to", "steps", "seed", "grain", "amount", "n", "x", "y", "r", "brightness",
            "contrast", "saturation", "schedule", "src",
        ]
        let kinds = [
            "diffuse", "pixelate", "blur", "gray", "dim", "vignette", "grid", "spotlight",
            "adjust", "lut",
        ]
        for kind in kinds {
            for key in keys {
                do {
                    let plan = try plan(effects(#"{"k":"\#(kind)","\#(key)":\#(number)}"#))
                    #expect(plan.tracks[0].clips[0].effects.count == 1)
                } catch let error as DraftError {
                    #expect(error.issues.count == 1)
                }
            }
        }
    }

    @Test func aSegmentHasSixteenEffectsAtMost() throws {
        func fx(_ count: Int) -> String {
            Array(repeating: #"{"k":"gray"}"#, count: count).joined(separator: ",")
        }
        #expect(try issues(effects(fx(16))).isEmpty)
        #expect(try message(effects(fx(17))).contains("expected at most 16 effects, found 17"))
    }

    @Test func tablesAreAmongTheSourcesOfAPlan() throws {
        let plan = try plan(effects(#"{"k":"lut","src":"warm.cube"}"#))
        #expect(plan.sources == ["/draft/warm.cube"])
        #expect(plan.sourcePlaces["/draft/warm.cube"]?.pointer == "/t/0/sg/0/fx/0/src")
    }

    @Test func grainIsWholePixelsAndAtLeastOne() throws {
        func grain(_ height: Int, _ written: Double) throws -> Int {
            let m = #"{"width":\#(height * 16 / 9),"height":\#(height)}"#
            let fx = #"{"k":"diffuse","grain":\#(written)}"#
            let plan = try plan(pictures(##"{"color":"#000000","fx":[\##(fx)]}"##, m: m))
            guard case .diffuse(let diffusion) = plan.tracks[0].clips[0].effects[0] else {
                return 0
            }
            return diffusion.grain
        }
        #expect(try grain(1080, 3) == 3)
        #expect(try grain(2160, 3) == 6)
        #expect(try grain(720, 2) == 1)
        #expect(try grain(90, 16) == 1)
    }
}
