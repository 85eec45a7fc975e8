public import FoundationEssentials
import Glibc

/// A regular file on the disk, whole.
public struct SavedFile: Sendable {
  /// Its content.
  public var bytes: [UInt8]
  /// When it was last written: the moment against which "2 hours ago" in it counts.
  public var modified: Date

  /// Reads a regular file.
  /// - Parameters:
  ///   - path: A file; pipes and devices are refused, because they might never end.
  ///   - limit: Bytes; a longer file is refused unread.
  ///   - unpacking: Whether gzip is unpacked; `limit` holds for what comes out, too.
  /// - Throws: `FileError`.
  public init(path: String, limit: Int, unpacking: Bool = false) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Self.error(errno, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.error(errno, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
    guard status.st_size <= limit else { throw .tooLarge(path, limit: limit) }
    bytes = try Self.content(of: descriptor, expecting: Int(status.st_size), limit: limit, path)
    modified = Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec))
    guard unpacking, Unpacking.isPacked(bytes) else { return }
    guard let content = Unpacking.content(of: bytes, limit: limit) else {
      throw .unreadable(path, reason: "damaged gzip")
    }
    bytes = content
  }

  /// Reads standard input to its end.
  /// - Throws: `FileError`; more than `limit` bytes are refused.
  public init(standardInputUpTo limit: Int, now: Date) throws(FileError) {
    bytes = try Self.content(
      of: STDIN_FILENO, expecting: 1 << 16, limit: limit, "standard input")
    modified = now
  }

  private static func content(
    of descriptor: Int32, expecting: Int, limit: Int, _ path: String
  ) throws(FileError) -> [UInt8] {
    var content: [UInt8] = []
    while true {
      // One byte more than expected, so that the end shows in one read.
      let room = max(expecting - content.count, 0) + (content.isEmpty ? 1 : 1 << 16)
      var failure: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw error(failure, path) }
      if part.isEmpty { return content }
      if content.isEmpty, part.count < room, part.count == expecting { return part }
      content += part
      guard content.count <= limit else { throw .tooLarge(path, limit: limit) }
    }
  }

  static func error(_ code: Int32, _ path: String) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path)
    case EACCES, EPERM: .noPermission(path)
    case ENXIO, ENODEV: .notAFile(path)
    default: .unreadable(path, reason: String(cString: strerror(code)))
    }
  }
}
