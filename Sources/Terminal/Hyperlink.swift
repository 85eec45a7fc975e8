/// A link as terminals are told of it: OSC 8, which links the text up to the closing sequence.
enum Hyperlink {
  /// Bytes of an address; terminals drop longer ones.
  private static let limit = 2_083

  private static let risky = Set("`$;|<>\"\\^{}[]".utf8)

  /// Ends a link.
  static let end = "\u{1B}]8;;\u{1B}\\"

  /// Begins a link; `nil` for an address that terminals would not take.
  ///
  /// All pieces of one address bear one id, so that a terminal shows a link that wraps as one. What
  /// is no printable ASCII is percent-encoded, so that nothing in an address can end the sequence.
  /// An address with signs that mean something to shells and terminals is not told: what a terminal
  /// hands it on to is out of sight.
  static func start(_ address: String) -> String? {
    var encoded = ""
    var id: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in address.utf8 {
      if risky.contains(byte) { return nil }
      id = (id ^ UInt64(byte)) &* 0x100_0000_01B3
      if byte > 0x20, byte < 0x7F {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += byte < 0x10 ? "%0\(digits)" : "%\(digits)"
      }
    }
    guard !encoded.isEmpty, encoded.utf8.count <= limit else { return nil }
    return "\u{1B}]8;id=\(String(id, radix: 36));\(encoded)\u{1B}\\"
  }

  /// Whether a terminal of this name shows links, or at least passes over the sequence.
  ///
  /// Consoles and old hardware print what they do not know.
  static func isUnderstood(by name: String) -> Bool {
    let names = [
      "xterm", "tmux", "screen", "foot", "kitty", "alacritty", "wezterm", "ghostty", "contour",
      "konsole", "vte", "gnome", "mlterm", "rxvt", "st", "iterm", "mintty", "rio",
    ]
    let family = name.prefix { $0 != "-" && $0 != "." }
    return names.contains { $0 == family }
  }
}
