import CLibav
import Foundation

/// Returns `result` of a libav call, or throws what libav says about it where it is negative.
///
/// Every call into libav that can fail goes through here.
@discardableResult
func check(
    _ result: Int32, _ operation: @autoclosure () -> String, path: @autoclosure () -> String = ""
) throws(MediaError) -> Int32 {
    guard result < 0 else { return result }
    throw MediaError(operation(), path: path(), reason: libavMessage(result))
}

/// Returns libav's words for an error code.
func libavMessage(_ code: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(AV_ERROR_MAX_STRING_SIZE)) {
        guard let base = $0.baseAddress, av_strerror(code, base, $0.count) >= 0 else {
            return "libav error \(code)"
        }
        return String(cString: base)
    }
}

/// Unwraps what a C allocator returned.
func allocated<Value>(
    _ value: Value?, _ operation: @autoclosure () -> String
) throws(MediaError) -> Value {
    guard let value else {
        throw MediaError(operation(), path: "", reason: "out of memory")
    }
    return value
}
