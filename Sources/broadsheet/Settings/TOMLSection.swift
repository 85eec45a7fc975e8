/// Where a table stands in the text of a file, so that mistakes are looked for there only.
extension String {
  /// The text with empty lines for everything outside a table; whole when the table has no header.
  /// - Parameters:
  ///   - name: "fetch", "feed.https://example.org"; tables within it belong to it.
  ///   - number: Which of several, from 0, for `[[rule]]`.
  /// - Returns: As many lines as the text has.
  func section(_ name: String, number: Int? = nil) -> String {
    var isInside = false
    var (found, count) = (false, -1)
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      if let header = Self.header(line) {
        isInside = header == name || header.hasPrefix(name + ".")
        if isInside, let number {
          if header == name { count += 1 }
          isInside = count == number
        }
      }
      found = found || isInside
      return isInside ? line : ""
    }
    return found ? lines.joined(separator: "\n") : self
  }

  /// The name in a line like `[feed."https://example.org"]`, without marks; `nil` for other lines.
  private static func header(_ line: Substring) -> String? {
    let text = line.drop { $0 == " " || $0 == "\t" }
    guard text.first == "[", let end = text.lastIndex(of: "]") else { return nil }
    // What stands behind the bracket is a note, or the line is an array.
    let rest = text[text.index(after: end)...].drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard rest.isEmpty || rest.first == "#" else { return nil }
    let name = text[..<end].drop { $0 == "[" }.filter { !"\"' ]".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}
