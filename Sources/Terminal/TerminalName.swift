import CNCurses

/// Which description of the terminal is used.
enum TerminalName {
  /// Refuses terminals that cannot show a screen.
  static func check(_ environment: [String: String]) throws(TerminalError) {
    guard let name = environment["TERM"], !name.isEmpty else { throw .unnamed }
    guard knows(name) else { throw .unknown(name) }
    guard nc_capability("cup") != nil, nc_capability("clear") != nil else {
      throw .tooSimple(name)
    }
  }

  /// The name that `TERM` gives, or its sibling with 24-bit colours when the terminal has them.
  static func best(_ environment: [String: String]) -> String {
    let name = environment["TERM"] ?? ""
    guard ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") else { return name }
    let direct = name.split(separator: "-").first.map { "\($0)-direct" } ?? name
    return knows(direct) ? direct : name
  }

  /// Whether the system describes such a terminal; its capabilities can be asked afterwards.
  private static func knows(_ name: String) -> Bool {
    var status: Int32 = 0
    return setupterm(name, 1, &status) == 0 && status == 1
  }
}
