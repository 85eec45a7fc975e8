import FoundationEssentials
import Glibc

/// Opens addresses in the user's browser: by an argument list, never by a shell.
struct LinkOpener {
  /// Programs to try, each with its arguments before the address.
  let programs: [[String]]

  /// Schemes that may be handed to another program.
  private static let schemes: Set<String> = ["http", "https", "mailto", "gemini", "gopher"]
  /// Browsers that draw in the terminal, which must be free for them.
  private static let inTerminal: Set<String> = [
    "w3m", "lynx", "links", "links2", "elinks", "browsh",
  ]

  /// Takes the browsers that `BROWSER` names, parted by colons, then the desktop's own opener.
  init(browsers: String) {
    let named = browsers.split(separator: ":").map { entry in
      entry.split(separator: " ").map(String.init).filter { $0 != "%s" }
    }
    programs = named.filter { !$0.isEmpty } + [["xdg-open"]]
  }

  /// Whether the first program would draw in the terminal.
  var needsTerminal: Bool {
    guard let program = programs.first?.first else { return false }
    return Self.inTerminal.contains(program.split(separator: "/").last.map(String.init) ?? program)
  }

  /// Starts the browser with an address.
  /// - Throws: `Complaint` when the scheme is not allowed or no program can be started.
  func open(_ address: String) throws(Complaint) {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard Self.schemes.contains(scheme), address.utf8.count <= 8192 else {
      throw Complaint(
        String(address.prefix(60)), "is not opened (\(scheme.prefix(20)))",
        advice: "only http, https, mailto, gemini and gopher links are")
    }
    let encoded = Self.percentEncoded(address)
    for program in programs {
      if start(program + [encoded], waits: needsTerminal) { return }
    }
    throw Complaint("browser", "cannot be started", advice: "set BROWSER to your browser")
  }

  /// Escapes what no address may hold, so that the argument is one line of printable ASCII.
  private static func percentEncoded(_ address: String) -> String {
    var result = ""
    for byte in address.utf8 {
      if (0x21...0x7E).contains(byte), byte != 0x22, byte != 0x3C, byte != 0x3E, byte != 0x5C,
        byte != 0x60
      {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  private func start(_ arguments: [String], waits: Bool) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if !waits {
      for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    guard posix_spawnp(&process, arguments[0], &actions, nil, pointers, environ) == 0 else {
      return false
    }
    if waits {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
    return true
  }
}
