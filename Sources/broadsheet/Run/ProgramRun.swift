import FoundationEssentials
import Glibc
import Synchronization

/// Another program, run to its end by an argument list, never by a shell.
struct ProgramRun: Sendable {
  /// Exit status; 128 and the signal when one ended it.
  var status: Int32
  /// What it wrote to standard output, as far as it is kept.
  var output: [UInt8]

  /// The first line of the output; empty when there was none.
  var firstLine: String {
    String(decoding: output.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  /// What a program is given, and how far it may go.
  struct Bounds: Sendable {
    /// Seconds that it may take.
    var seconds: Int
    /// Bytes of output that are kept.
    var outputLimit = 4_096
    /// What it can read from its standard input.
    var input: [UInt8] = []
    /// Whether it is cut off: it gets an empty environment and a session without a terminal.
    var isCutOff = false
    /// Ends it early.
    var stop: StopSign?
  }

  /// Says that a program shall end.
  ///
  /// A class, because whoever waits for the program looks at it.
  final class StopSign: Sendable {
    private let flag = Atomic(false)
    var isSet: Bool { flag.load(ordering: .acquiring) }
    func set() { flag.store(true, ordering: .releasing) }
  }

  /// Milliseconds after which a stop sign is seen.
  private static let stopDelay = 50
  /// POSIX_SPAWN_SETSID, which Swift does not see.
  private static let ownSession: Int16 = 0x80

  /// Why a program did not come to its end.
  enum Failure: Error, Hashable {
    /// The system has no descriptor left.
    case noDescriptor
    /// The system's number for the reason.
    case notStarted(Int32)
    /// It was ended after so many seconds, or because nobody waited any more.
    case unfinished(seconds: Int)

    /// What happened, said of the program.
    var words: String {
      switch self {
      case .noDescriptor: "cannot be started (no descriptor)"
      case .notStarted(let code): "cannot be started (\(String(cString: strerror(code))))"
      case .unfinished(let seconds): "did not end within \(seconds) s"
      }
    }
  }

  /// Starts a program and waits for its end.
  static func run(_ arguments: [String], _ bounds: Bounds) throws(Failure) -> Self {
    guard let output = Pipe(), let input = Pipe() else { throw .noDescriptor }
    let process = try start(arguments, input: input.reading, output: output.writing, bounds)
    output.closeWriting()
    input.closeReading()
    let end = seconds() + bounds.seconds
    let written = exchange(bounds, input, output, end: end)
    let status = written == nil ? nil : status(of: process, bounds, end: end)
    guard let written, let status else {
      kill(bounds.isCutOff ? -process : process, SIGKILL)
      while waitpid(process, nil, 0) < 0 && errno == EINTR {}
      throw .unfinished(seconds: bounds.seconds)
    }
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return ProgramRun(status: code, output: written)
  }

  /// How a program ended that has nothing more to say; `nil` when it does not end in time.
  private static func status(of process: pid_t, _ bounds: Bounds, end: Int) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status }
      guard ended == 0 || errno == EINTR else { return 0 }
      guard seconds() < end, bounds.stop?.isSet != true else { return nil }
      usleep(1_000)
    }
  }

  private static func start(
    _ arguments: [String], input: Int32, output: Int32, _ bounds: Bounds
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if bounds.isCutOff { posix_spawnattr_setflags(&attributes, ownSession) }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    var empty: [UnsafeMutablePointer<CChar>?] = [nil]
    let code = empty.withUnsafeMutableBufferPointer { empty in
      posix_spawnp(
        &process, arguments.first ?? "", &actions, &attributes, pointers,
        bounds.isCutOff ? empty.baseAddress : environ)
    }
    guard code == 0 else { throw .notStarted(code) }
    return process
  }

  /// Gives the program its input and takes what it writes until its end; `nil` when that does not
  /// come in time.
  private static func exchange(
    _ bounds: Bounds, _ input: Pipe, _ output: Pipe, end: Int
  ) -> [UInt8]? {
    var rest = bounds.input[...]
    var written: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    if rest.isEmpty { input.closeWriting() }
    _ = fcntl(input.writing, F_SETFL, O_NONBLOCK)
    while true {
      let left = end - seconds()
      guard left > 0, bounds.stop?.isSet != true else { return nil }
      // A closed end has the number -1, which is passed over.
      var waiting = [
        pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input.writing, events: Int16(POLLOUT), revents: 0),
      ]
      let patience = bounds.stop == nil ? left * 1000 : stopDelay
      guard poll(&waiting, 2, Int32(clamping: patience)) > 0 else { continue }
      if waiting[1].revents != 0 {
        let count = rest.withUnsafeBytes { write(input.writing, $0.baseAddress, $0.count) }
        rest = rest.dropFirst(max(0, count))
        // A program need not read all of it.
        let isRefused = count < 0 && errno != EAGAIN && errno != EINTR
        if rest.isEmpty || isRefused { input.closeWriting() }
      }
      guard waiting[0].revents != 0 else { continue }
      let count = Glibc.read(output.reading, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return written }
      written += buffer[..<min(count, max(0, bounds.outputLimit - written.count))]
    }
  }

  private static func seconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }
}

/// A pipe to or from another program; which the program's own children do not get.
///
/// A class, because it owns its two descriptors.
private final class Pipe {
  private(set) var reading: Int32
  private(set) var writing: Int32

  /// `nil` when the system has no descriptor left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    closeReading()
    closeWriting()
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}
