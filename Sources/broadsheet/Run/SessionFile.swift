import FoundationEssentials
import Glibc
import Reader

/// The small file that brings the reader back to where it was.
struct SessionFile {
  /// `nil` where nothing is to be kept, as with the sample edition.
  var path: String?

  /// Bytes that are read; a longer file is none of ours.
  private static let limit = 1 << 16

  /// The session as it was kept; `nil` when there is none or it cannot be read.
  func load() -> Session? {
    guard let path, let text = try? String(contentsOfFile: path, encoding: .utf8),
      text.utf8.count <= Self.limit
    else { return nil }
    return Session(text: text)
  }

  /// Keeps the session.
  ///
  /// A session that cannot be kept is no reason to disturb the reader: the next start then begins
  /// at the top.
  func save(_ session: Session) {
    guard let path else { return }
    let next = path + ".new"
    let descriptor = open(next, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(session.text.utf8)
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    if count == bytes.count { rename(next, path) } else { unlink(next) }
  }
}
