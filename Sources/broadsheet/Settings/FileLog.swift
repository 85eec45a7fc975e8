import Articles
import FoundationEssentials
import Glibc
import Logging
import Synchronization
import TextLayout

/// The log of this process: lines in a file, made when the first of them is written.
struct FileLog: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  private let file: LogFile

  private static let hasBegun = Mutex(false)

  /// Sends everything that is logged from now on to the state folder; the first call counts.
  static func begin(_ places: Places, level: LogLevel) {
    let isFirst = hasBegun.withLock { hasBegun in
      defer { hasBegun = true }
      return !hasBegun
    }
    guard isFirst else { return }
    let file = LogFile(path: places.logFile)
    LoggingSystem.bootstrap { _ in FileLog(logLevel: level.level, file: file) }
  }

  private init(logLevel: Logger.Level, file: LogFile) {
    self.logLevel = logLevel
    self.file = file
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    // Names of files and words of feeds stand in messages; the log is read in a terminal, too.
    let message = CleanText(event.message.description).string
    file.append("\(CivilTime.rfc3339(Date())) \(event.level) \(message)\n")
  }
}

/// A file to which lines are added; opened when there is something to write.
///
/// A class, because every logger of the process shares it.
private final class LogFile: Sendable {
  private let path: String
  /// Open, or not tried yet; -1 once it could not be opened, which is no reason to stop reading.
  private let descriptor = Mutex<Int32?>(nil)

  /// Bytes above which the log begins anew, so that years of reading leave a small file.
  private static let limit = 1 << 20

  init(path: String) { self.path = path }

  func append(_ line: String) {
    descriptor.withLock { descriptor in
      let open = descriptor ?? start()
      descriptor = open
      guard open >= 0 else { return }
      let bytes = Array(line.utf8)
      _ = bytes.withUnsafeBytes { write(open, $0.baseAddress, $0.count) }
    }
  }

  private func start() -> Int32 {
    var status = stat()
    let isLong = stat(path, &status) == 0 && status.st_size > Self.limit
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND | (isLong ? O_TRUNC : 0)
    return open(path, flags, 0o600)
  }
}
