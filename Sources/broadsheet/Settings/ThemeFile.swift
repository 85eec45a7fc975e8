import Screen
import TOMLKit

/// A theme as its TOML file says it.
enum ThemeFile {
  typealias Problem = TOMLProblem

  /// Bytes; a longer file is no theme.
  static let limit = 1 << 16

  private static let styleKeys = [
    "fg", "bg", "bold", "italic", "underline", "strike", "reverse", "dim",
  ]

  /// Reads a theme.
  /// - Throws: `Problem` naming the first mistake.
  static func read(_ text: String, name: String) throws(Problem) -> Theme {
    let table = try TOMLProblem.table(text)
    for key in table.keys where !["name", "appearance", "palette", "roles"].contains(key) {
      throw .mistake("there is no setting \(key)", at: key, in: text)
    }
    let appearance = table["appearance"]?.string ?? "dark"
    guard appearance == "dark" || appearance == "light" else {
      throw .mistake("appearance is dark or light", at: "appearance", in: text)
    }
    let palette = try palette(table["palette"], text)
    var styles: [Role: Theme.Style] = [:]
    guard let roles = table["roles"]?.table else {
      throw .mistake("the table [roles] is missing", at: "roles", in: text)
    }
    for (key, value) in roles {
      guard let role = Role(name: key) else {
        throw .mistake("there is no role \(key)", at: key, in: text)
      }
      styles[role] = try style(value, role: key, palette, text)
    }
    return Theme(
      name: table["name"]?.string ?? name, isDark: appearance == "dark", styles: styles)
  }

  private static func palette(
    _ value: (any TOMLValueConvertible)?, _ text: String
  ) throws(Problem) -> [String: Color] {
    guard let value else { return [:] }
    guard let table = value.table else {
      throw .mistake("palette must be a table", at: "palette", in: text)
    }
    var palette: [String: Color] = [:]
    for (key, value) in table {
      guard let color = value.string.flatMap({ Color($0) }) else {
        throw .mistake("\(key) is no colour; write \"#rrggbb\"", at: key, in: text)
      }
      palette[key] = color
    }
    return palette
  }

  private static func style(
    _ value: any TOMLValueConvertible, role: String, _ palette: [String: Color], _ text: String
  ) throws(Problem) -> Theme.Style {
    func color(_ name: String) throws(Problem) -> Color {
      guard let color = palette[name] ?? Color(name) else {
        throw .mistake("\(name) is neither a colour nor in the palette", at: role, in: text)
      }
      return color
    }
    if let name = value.string { return Theme.Style(foreground: try color(name)) }
    guard let table = value.table else {
      throw .mistake("\(role) must be a colour or { fg = …, bg = … }", at: role, in: text)
    }
    for key in table.keys where !styleKeys.contains(key) {
      throw .mistake("\(key) says nothing of a role", at: key, in: text)
    }
    var style = Theme.Style()
    if let name = table["fg"]?.string { style.foreground = try color(name) }
    if let name = table["bg"]?.string { style.background = try color(name) }
    let attributes: [(String, Attributes)] = [
      ("bold", .bold), ("italic", .italic), ("underline", .underline), ("strike", .strike),
      ("reverse", .reverse), ("dim", .dim),
    ]
    for (key, attribute) in attributes where table[key]?.bool == true {
      style.attributes.insert(attribute)
    }
    return style
  }
}
