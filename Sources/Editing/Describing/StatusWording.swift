import Foundation

/// Answers to what is no edit.
package enum StatusWording {
    /// Returns what is said of credits.
    package static func credits(in language: EditLanguage) -> String {
        switch language {
        case .english: "Credits: local rendering is free; no credits are used."
        case .chinese: "积分：本地渲染免费，不消耗积分。"
        }
    }

    /// Returns what is said where the video is wanted and only a command can make it.
    package static func export(command: String, in language: EditLanguage) -> String {
        switch language {
        case .english: "To get the video, run: \(command)"
        case .chinese: "要得到视频，请运行：\(command)"
        }
    }

    /// Returns what is said where files are brought and only a command can add them.
    package static func upload(command: String, in language: EditLanguage) -> String {
        switch language {
        case .english: "To add files, run: \(command)"
        case .chinese: "要添加文件，请运行：\(command)"
        }
    }
}
