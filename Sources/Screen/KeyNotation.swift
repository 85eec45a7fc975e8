extension Key {
  /// Names that stand in angle brackets.
  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab), ("Bksp", .backspace),
    ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Home", .home), ("End", .end),
    ("Space", .character(" ")), ("lt", .character("<")), ("CR", .enter), ("BS", .backspace),
    ("Backspace", .backspace), ("Delete", .delete), ("Escape", .escape), ("PageUp", .pageUp),
    ("PageDown", .pageDown), ("Return", .enter),
  ]

  /// The key as it is written in key files and in help: `j`, `^D`, `<Enter>`, `<M-x>`, `<F1>`.
  public var notation: String {
    if let named = Self.names.first(where: { $0.key == self }) { return "<\(named.name)>" }
    return switch self {
    case .character(let character): String(character)
    case .control(let letter): "^\(letter.uppercased())"
    case .alt(let letter): "<M-\(letter)>"
    case .function(let number): "<F\(number)>"
    default: "?"
    }
  }

  /// The keys of a sequence such as `gg`, `g u`, `^W h`, `<C-d>`, `<Space>`.
  ///
  /// Spaces between keys are passed over. `nil` for an empty text or an unknown name.
  public static func sequence(_ notation: String) -> [Key]? {
    var keys: [Key] = []
    var rest = notation[...]
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
      } else if first == "<", let end = rest.firstIndex(of: ">"),
        rest.index(after: rest.startIndex) < end
      {
        guard let key = named(String(rest[rest.index(after: rest.startIndex)..<end])) else {
          return nil
        }
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else if first == "^", let letter = rest.dropFirst().first, letter != " " {
        keys.append(.control(Character(letter.lowercased())))
        rest = rest.dropFirst(2)
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys.isEmpty ? nil : keys
  }

  private static func named(_ name: String) -> Key? {
    let lower = name.lowercased()
    if let known = names.first(where: { $0.name.lowercased() == lower }) { return known.key }
    let parts = name.split(separator: "-", maxSplits: 1)
    if parts.count == 2, parts[1].count == 1, let letter = parts[1].first {
      switch parts[0].lowercased() {
      case "c": return .control(Character(letter.lowercased()))
      case "m", "a": return .alt(letter)
      default: return nil
      }
    }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
      return .function(number)
    }
    return nil
  }
}
