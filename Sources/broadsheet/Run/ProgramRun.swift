import FoundationEssentials
import Glibc

/// Another program, run to its end by an argument list, never by a shell.
struct ProgramRun: Sendable {
  /// Exit status; 128 and the signal when one ended it.
  var status: Int32
  /// The first line that it wrote to standard output; empty when there was none.
  var firstLine: String

  /// Bytes of output that are kept.
  private static let outputLimit = 4_096

  // Starts a program with nothing on its input and waits for its end, at most so many seconds.
  // It throws when that cannot be started, or does not end in time.
  static func run(_ arguments: [String], seconds: Int) throws(Complaint) -> Self {
    let name = arguments.first ?? ""
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Complaint(name, "cannot be started (no descriptor)", advice: "close other programs")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let started = start(arguments, output: ends[1])
    close(ends[1])
    guard case .success(let process) = started else {
      var reason = ""
      if case .failure(let code) = started { reason = String(cString: strerror(code.rawValue)) }
      throw Complaint(name, "cannot be started (\(reason))", advice: "check command in config.toml")
    }
    let output = read(ends[0], seconds: seconds)
    if output == nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    guard let output else {
      throw Complaint(name, "did not end within \(seconds) s", advice: "run it by hand to see why")
    }
    let line = output.prefix { $0 != 0x0A && $0 != 0x0D }
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return ProgramRun(status: code, firstLine: String(decoding: line, as: UTF8.self))
  }

  private struct Code: Error { var rawValue: Int32 }

  private static func start(_ arguments: [String], output: Int32) -> Result<pid_t, Code> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    let code = posix_spawnp(&process, arguments.first ?? "", &actions, nil, pointers, environ)
    return code == 0 ? .success(process) : .failure(Code(rawValue: code))
  }

  /// What is written until the end; `nil` when that does not come in time.
  private static func read(_ descriptor: Int32, seconds: Int) -> [UInt8]? {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let end = now.tv_sec + seconds
    while true {
      clock_gettime(CLOCK_MONOTONIC, &now)
      guard now.tv_sec < end else { return nil }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(clamping: (end - now.tv_sec) * 1000)) > 0 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return output }
      output += buffer[..<min(count, max(0, outputLimit - output.count))]
    }
  }
}
