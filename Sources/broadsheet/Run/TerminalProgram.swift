import FoundationEssentials
import Glibc

/// Programs that have the terminal while they run: commands that the user typed, their editor.
enum TerminalProgram {
  /// Runs what the user typed, in their shell, and waits for Enter before the reader comes back.
  ///
  /// Nothing of an article is ever part of the command; it comes on standard input alone.
  /// - Throws: `Complaint` when the shell cannot be started or the text not be handed to it.
  static func run(
    _ command: String, input: String?, environment: Environment = Environment()
  ) throws(Complaint) {
    var descriptor: Int32?
    if let input { descriptor = try file(holding: Array(input.utf8)) }
    defer { if let descriptor { close(descriptor) } }
    let named = environment["SHELL"] ?? ""
    let shell = named.hasPrefix("/") ? named : "/bin/sh"
    guard ChildProcess.start([shell, "-c", command], input: descriptor, waits: true) else {
      throw Complaint(shell, "cannot be started", advice: "set SHELL to your shell")
    }
    waitForEnter()
  }

  /// Opens a file in the user's editor; its folder is made when it is missing.
  /// - Throws: `Complaint` when the editor cannot be started.
  static func edit(
    _ path: String, environment: Environment = Environment()
  ) throws(Complaint) {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    do {
      try Places.makeFolder(String(folder))
    } catch {
      throw Complaint(error) ?? Complaint(String(folder), "cannot be made", advice: "make it")
    }
    let named = [environment["VISUAL"], environment["EDITOR"], "vi"].compactMap { $0 }
      .map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    for editor in named where ChildProcess.start(editor + [path], waits: true) { return }
    throw Complaint("editor", "cannot be started", advice: "set EDITOR to your editor")
  }

  /// An open file without a name that holds these bytes, read from its start.
  private static func file(holding bytes: [UInt8]) throws(Complaint) -> Int32 {
    var template = Array("/tmp/broadsheet-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failed() }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let complaint = failed()
        close(descriptor)
        throw complaint
      }
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private static func failed() -> Complaint {
    Complaint(
      "pipe", "the text cannot be kept (\(String(cString: strerror(errno))))",
      advice: "make room in /tmp")
  }

  /// Shows nothing of what is typed meanwhile.
  private static func waitForEnter() {
    var modes = termios()
    let isKnown = tcgetattr(STDIN_FILENO, &modes) == 0
    var silent = modes
    silent.c_lflag &= ~tcflag_t(ECHO)
    if isKnown { tcsetattr(STDIN_FILENO, TCSANOW, &silent) }
    defer { if isKnown { tcsetattr(STDIN_FILENO, TCSANOW, &modes) } }
    let words = Array("\n[Enter goes back to Broadsheet]".utf8)
    _ = Glibc.write(STDOUT_FILENO, words, words.count)
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count <= 0 || byte == 0x0A || byte == 0x0D { break }
    }
    _ = Glibc.write(STDOUT_FILENO, "\n", 1)
  }
}
