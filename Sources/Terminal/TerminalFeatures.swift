import CNCurses
import Glibc
public import Screen

/// What the system's description of a terminal says that it can do, without taking it over.
public struct TerminalFeatures: Sendable, Hashable {
  /// The description that is used: what `TERM` names, or its sibling with 24-bit colours.
  public var name: String
  /// How many colours it draws.
  public var depth: ColorDepth
  /// Whether letters can be slanted.
  public var hasItalics: Bool
  /// Whether the mouse is reported.
  public var hasMouse: Bool
  /// Whether there is a second screen, so that the shell's text comes back in the end.
  public var hasSecondScreen: Bool
  /// The size of the terminal behind standard output; `nil` when that is none.
  public var size: Size?
  /// The encoding of the user's locale, as the C library names it: "UTF-8".
  public var encoding: String
  /// Whether the C library knows the locale that the environment names.
  public var knowsLocale: Bool

  /// Reads the descriptions.
  /// - Parameter environment: For `TERM` and `COLORTERM`.
  /// - Returns: What the description says.
  /// - Throws: `TerminalError` for a terminal on which the reader cannot draw.
  public static func read(_ environment: [String: String]) throws(TerminalError) -> Self {
    let (encoding, knowsLocale) = locale()
    try TerminalName.check(environment)
    let name = TerminalName.best(environment)
    var status: Int32 = 0
    guard setupterm(name, 1, &status) == 0 else { throw .unknown(name) }
    return TerminalFeatures(
      name: name, depth: ColorDepth(colors: Int(nc_number("colors"))),
      hasItalics: nc_capability("sitm") != nil, hasMouse: nc_capability("kmous") != nil,
      hasSecondScreen: nc_capability("smcup") != nil,
      size: isatty(STDOUT_FILENO) == 1 ? CursesTerminal.currentSize : nil, encoding: encoding,
      knowsLocale: knowsLocale)
  }

  /// The encoding of the locale that the environment names, and whether there is such a locale.
  public static func locale() -> (encoding: String, isKnown: Bool) {
    let isKnown = setlocale(LC_CTYPE, "") != nil
    let encoding = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    return (encoding, isKnown)
  }
}
