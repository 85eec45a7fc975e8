/// Finds where a key of `keys.toml` stands, which the TOML parser does not tell.
struct KeyLines {
  let text: String

  /// A mistake in what is said of a key in a table; with an action, placed at that.
  func problem(
    _ words: String, key: String, table: String, action: String? = nil
  ) -> TOMLProblem {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = line(of: key, table: table, in: lines) else {
      return .mistake(words, at: key, in: text)
    }
    guard let action else {
      let indent = lines[start].prefix { $0.isWhitespace }.count
      return TOMLProblem(line: start + 1, column: indent + 1, text: words)
    }
    // A list of actions may go on for some lines.
    for number in start..<lines.count {
      if number > start, Self.entry(lines[number]) != nil { break }
      for quote in ["\"", "'"] {
        guard let found = lines[number].firstRange(of: quote + action + quote) else { continue }
        let column = lines[number].distance(
          from: lines[number].startIndex, to: found.lowerBound)
        return TOMLProblem(line: number + 1, column: column + 2, text: words)
      }
    }
    return TOMLProblem(line: start + 1, column: 1, text: words)
  }

  private func line(of key: String, table: String, in lines: [Substring]) -> Int? {
    var isInTable = false
    for (number, line) in lines.enumerated() {
      let content = line.drop { $0.isWhitespace }
      if content.first == "[", let end = content.firstIndex(of: "]") {
        isInTable = content.dropFirst().prefix(upTo: end) == table
      } else if isInTable, Self.entry(line) == key {
        return number
      }
    }
    return nil
  }

  /// The key before the equals sign; `nil` for a line without one.
  private static func entry(_ line: Substring) -> String? {
    let content = line.drop { $0.isWhitespace }
    guard let quote = content.first, quote == "\"" || quote == "'" else {
      let name = content.prefix { !$0.isWhitespace && $0 != "=" }
      return follows(content.dropFirst(name.count)) ? String(name) : nil
    }
    var name = ""
    var rest = content.dropFirst()
    while let character = rest.popFirst(), character != quote {
      if character == "\\", quote == "\"", let escaped = rest.popFirst() {
        name.append(escaped)
      } else {
        name.append(character)
      }
    }
    return follows(rest) ? name : nil
  }

  private static func follows(_ rest: Substring) -> Bool {
    rest.first { !$0.isWhitespace } == "="
  }
}
