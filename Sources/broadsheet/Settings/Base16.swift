import Articles
import Screen

/// Turns a scheme of base16 or base24 into a theme.
///
/// Both forms of the files are read: `base00: "1d1f21"` line by line, and the newer one with a
/// `palette`. Colours that are too near to their ground are moved away from it.
enum Base16 {
  /// - Returns: The text of a theme file.
  /// - Throws: `TOMLProblem` naming the first mistake.
  static func theme(_ text: String, name: String) throws(TOMLProblem) -> String {
    let values = values(text)
    var colors: [Color] = []
    for index in 0..<16 {
      let hex = String(index, radix: 16, uppercase: true)
      let key = "base0\(hex)"
      guard let value = values[key.lowercased()] else {
        throw TOMLProblem(text: "\(key) is missing; a scheme has base00 to base0F")
      }
      guard let color = Color("#" + value.drop { $0 == "#" }.lowercased()) else {
        throw .mistake("\(key) is no colour; write \"rrggbb\"", at: key, in: text)
      }
      colors.append(color)
    }
    return toml(Scheme(colors), name: name, title: values["name"] ?? values["scheme"] ?? name)
  }

  /// The lines `key: value`, keys in small letters, whatever they stand in.
  private static func values(_ text: String) -> [String: String] {
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline).prefix(500) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let key = parts[0].filter { !$0.isWhitespace && !"\"'-".contains($0) }.lowercased()
      var value = parts[1].drop { $0.isWhitespace }
      if let quote = value.first, "\"'".contains(quote) {
        value = value.dropFirst().prefix { $0 != quote }
      } else if let comment = value.range(of: " #") {
        value = value[..<comment.lowerBound]
      }
      if values[key] == nil { values[key] = String(value.trimmingEnd) }
    }
    return values
  }

  private static func toml(_ scheme: Scheme, name: String, title: String) -> String {
    let roles: [(String, String)] = [
      ("text", scheme.style(5, on: 0)), ("dim", scheme.style(4, on: 0)),
      ("headline", scheme.style(6, on: 0, "bold")), ("headline-read", scheme.style(4, on: 0)),
      ("unread-mark", scheme.style(11, on: 0, "bold")),
      ("bookmark-mark", scheme.style(10, on: 0, "bold")), ("source", scheme.style(12, on: 0)),
      ("topic", scheme.style(13, on: 0)), ("new-arrivals", scheme.style(11, on: 0, "bold")),
      ("selected", scheme.style(7, on: 2, "bold")),
      ("selected-inactive", scheme.style(5, on: 1)),
      ("article-title", scheme.style(10, on: 0, "bold")),
      ("heading", scheme.style(10, on: 0, "bold")), ("caption", scheme.style(4, on: 0, "italic")),
      ("quote", scheme.style(5, on: 0, "italic")), ("code", scheme.style(12, on: 0)),
      ("link", scheme.style(13, on: 0, "underline")), ("table-rule", scheme.plain(3, on: 0)),
      ("hit", scheme.style(0, on: 9)), ("current-hit", scheme.style(0, on: 10, "bold")),
      ("hint", scheme.style(0, on: 9, "bold")), ("same-story", scheme.style(11, on: 0, "bold")),
      ("related-reason", scheme.style(13, on: 0)), ("border", scheme.plain(3, on: 0)),
      ("border-active", scheme.plain(12, on: 0)),
      ("pane-title", scheme.style(4, on: 0, "bold")),
      ("pane-title-active", scheme.style(10, on: 0, "bold")), ("top-bar", scheme.style(5, on: 1)),
      ("top-bar-title", scheme.style(10, on: 1, "bold")), ("chip", scheme.style(6, on: 2, "bold")),
      ("chip-excluded", scheme.style(8, on: 1, "underline")),
      ("status-bar", scheme.style(5, on: 1)), ("status-message", scheme.style(11, on: 1)),
      ("status-error", scheme.style(8, on: 1, "bold")),
      ("key-hint", scheme.style(10, on: 1, "bold")), ("prompt", scheme.style(6, on: 1, "bold")),
      ("popup", scheme.style(5, on: 1)), ("popup-title", scheme.style(10, on: 1, "bold")),
      ("popup-selected", scheme.style(7, on: 2, "bold")), ("popup-border", scheme.plain(3, on: 1)),
    ]
    let clean = title.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }
    var lines = [
      "# Made from the base16 scheme \"\(clean)\".", "name = \"\(name)\"",
      "appearance = \"\(scheme.isDark ? "dark" : "light")\"", "", "[roles]",
    ]
    lines += roles.map { "\($0) = \($1)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The colours of a scheme.
private struct Scheme {
  private let colors: [Color]

  init(_ colors: [Color]) { self.colors = colors }

  var isDark: Bool {
    (Contrast.luminance(colors[0]) ?? 0) < (Contrast.luminance(colors[5]) ?? 1)
  }

  /// A colour on a ground, as it is.
  func plain(_ index: Int, on ground: Int) -> String {
    "{ fg = \"\(Self.hex(colors[index]))\", bg = \"\(Self.hex(colors[ground]))\" }"
  }

  /// A colour for text, moved away from its ground until it is readable.
  func style(_ index: Int, on ground: Int, _ attribute: String? = nil) -> String {
    let base = colors[ground]
    let goesUp = (Contrast.ratio(base, .rgb(red: 255, green: 255, blue: 255)) ?? 1) > 4.6
    var color = colors[index]
    for _ in 0..<64 where (Contrast.ratio(color, base) ?? 21) < Contrast.forText {
      color = Self.moved(color, up: goesUp)
    }
    let more = attribute.map { ", \($0) = true" } ?? ""
    return "{ fg = \"\(Self.hex(color))\", bg = \"\(Self.hex(base))\"\(more) }"
  }

  private static func moved(_ color: Color, up: Bool) -> Color {
    guard case .rgb(let red, let green, let blue) = color else { return color }
    func moved(_ value: UInt8) -> UInt8 {
      let value = Int(value)
      return UInt8(up ? value + (255 - value + 15) / 16 : value - (value + 15) / 16)
    }
    return .rgb(red: moved(red), green: moved(green), blue: moved(blue))
  }

  private static func hex(_ color: Color) -> String {
    guard case .rgb(let red, let green, let blue) = color else { return "default" }
    let digits = [red, green, blue].map { value in
      (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return "#" + digits.joined()
  }
}

extension Substring {
  fileprivate var trimmingEnd: Substring {
    dropLast(reversed().prefix { $0.isWhitespace }.count)
  }

  /// The first place of a short text.
  fileprivate func range(of words: String) -> Range<Index>? { ranges(of: words).first }
}
