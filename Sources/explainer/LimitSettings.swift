import ArgumentParser
import Media

/// How large sources may be, for every command that opens some.
struct LimitSettings: ParsableArguments {
    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(
            "How large a source may be: picture=200, video=8192x4320, audio=24 (the defaults).",
            discussion: "Megapixels, pixels, hours. May be given several times.",
            valueName: "name=value"))
    var limits: [String] = []

    func validate() throws {
        do {
            _ = try MediaLimits(parsing: limits)
        } catch {
            throw ValidationError("--limit: \(error.reason).")
        }
    }

    /// The limits asked for, which `validate` has seen; the usual ones where none are.
    var value: MediaLimits { (try? MediaLimits(parsing: limits)) ?? MediaLimits() }

    /// Returns the limits that `command` was given; the usual ones where it takes none.
    static func limits(of command: any ParsableCommand) -> MediaLimits {
        (command as? any Limited)?.limitSettings.value ?? MediaLimits()
    }
}

/// A command whose sources may be limited.
protocol Limited {
    var limitSettings: LimitSettings { get }
}

extension RenderCommand: Limited { var limitSettings: LimitSettings { input.limits } }
extension FrameCommand: Limited { var limitSettings: LimitSettings { input.limits } }
extension SheetCommand: Limited { var limitSettings: LimitSettings { input.limits } }
extension CheckCommand: Limited { var limitSettings: LimitSettings { input.limits } }
extension PlanCommand: Limited { var limitSettings: LimitSettings { input.limits } }
extension CertifyCommand: Limited { var limitSettings: LimitSettings { limits } }
extension AddCommand: Limited { var limitSettings: LimitSettings { limits } }
extension MakeCommand: Limited { var limitSettings: LimitSettings { options.limits } }
extension EditCommand: Limited { var limitSettings: LimitSettings { limits } }
extension ChatCommand: Limited { var limitSettings: LimitSettings { limits } }
extension ServeCommand: Limited { var limitSettings: LimitSettings { limits } }
