import FoundationEssentials
import Glibc

/// Opens addresses in the user's browser, or in the program that the settings name for them: by an
/// argument list, never by a shell.
struct LinkOpener {
  /// Programs to try, each with its arguments before the address.
  let programs: [[String]]
  /// Reads the rules of the settings; when they are needed, not before the first frame.
  let rules: () throws -> [OpenRule]

  /// Schemes that may be handed to another program.
  private static let schemes: Set<String> = ["http", "https", "mailto", "gemini", "gopher"]
  /// Browsers that draw in the terminal, which must be free for them.
  private static let inTerminal: Set<String> = [
    "w3m", "lynx", "links", "links2", "elinks", "browsh",
  ]

  /// Takes the browsers that `BROWSER` names, parted by colons, then the desktop's own opener.
  init(browsers: String, rules: @escaping () throws -> [OpenRule] = { [] }) {
    self.rules = rules
    let named = browsers.split(separator: ":").map { entry in
      entry.split(separator: " ").map(String.init).filter { $0 != "%s" }
    }
    programs = named.filter { !$0.isEmpty } + [["xdg-open"]]
  }

  /// Whether the first of some commands would draw in the terminal.
  static func needsTerminal(_ commands: [[String]]) -> Bool {
    guard let program = commands.first?.first else { return false }
    return inTerminal.contains(program.split(separator: "/").last.map(String.init) ?? program)
  }

  /// The commands that open an address, to be tried in their order.
  /// - Throws: `Complaint` when its scheme is not allowed or the settings cannot be read.
  func commands(for address: String) throws -> [[String]] {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard Self.schemes.contains(scheme), address.utf8.count <= 8192 else {
      throw Complaint(
        String(address.prefix(60)), "is not opened (\(scheme.prefix(20)))",
        advice: "only http, https, mailto, gemini and gopher links are")
    }
    let encoded = Self.percentEncoded(address)
    let named = try rules().first { $0.matches(encoded) }.map { [$0.command(for: encoded)] }
    return (named ?? []) + programs.map { $0 + [encoded] }
  }

  /// Starts the first of some commands that can be.
  /// - Throws: `Complaint` when none can.
  static func start(_ commands: [[String]]) throws(Complaint) {
    for command in commands {
      if ChildProcess.start(command, waits: needsTerminal([command])) { return }
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
}
