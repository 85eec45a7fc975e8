/// Why a file could not be read.
public enum FileError: Error, Sendable, Hashable {
  case missing(String)
  case noPermission(String)
  /// A device, socket or pipe, which might never end.
  case notAFile(String)
  case tooLarge(String, limit: Int)
  /// The system's own reason, in words.
  case unreadable(String, reason: String)
}
