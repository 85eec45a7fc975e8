extension Body {
  /// The body as Markdown (CommonMark with GitHub's tables); everything that would mean something
  /// there is escaped.
  public var markdown: String {
    var writer = MarkdownWriter()
    writer.write(blocks)
    return writer.text
  }
}

/// Escapes for Markdown.
public enum Markdown {
  /// A text as one line that means nothing but itself.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isNewline {
        result += " "
        continue
      }
      if "\\`*_[]<>~|#".contains(character) { result.append("\\") }
      result.append(character)
    }
    // Digits with a dot or bracket, and marks, would open a list.
    guard let first = result.first else { return result }
    if "-+=".contains(first) { return "\\" + result }
    let digits = result.prefix { $0.isASCII && $0.isNumber }
    let rest = result[digits.endIndex...]
    guard !digits.isEmpty, rest.first == "." || rest.first == ")" else { return result }
    return digits + "\\" + rest
  }

  /// A link; the bare text when the address is none.
  public static func link(_ text: String, to address: String) -> String {
    let target = address.filter { !$0.isWhitespace && !$0.isNewline }
      .replacing("<", with: "%3C").replacing(">", with: "%3E")
    guard !target.isEmpty else { return text }
    return "[\(text)](<\(target)>)"
  }
}

private struct MarkdownWriter {
  var text = ""

  mutating func write(_ blocks: [Body.Block]) {
    for block in blocks { write(block) }
  }

  private mutating func add(_ block: String) {
    guard !block.isEmpty else { return }
    if !text.isEmpty { text += "\n\n" }
    text += block
  }

  private mutating func write(_ block: Body.Block) {
    switch block {
    case .paragraph(let spans): add(Self.line(spans))
    case .heading(let level, let spans):
      add(String(repeating: "#", count: min(max(level, 1), 6)) + " " + Self.line(spans))
    case .quote(let blocks): add(Self.prefixed(Self.inner(blocks), first: "> ", rest: "> "))
    case .list(let list): add(Self.list(list))
    case .definitions(let definitions):
      for definition in definitions {
        add("**\(Self.line(definition.term))**")
        add(Self.prefixed(Self.inner(definition.description), first: "- ", rest: "  "))
      }
    case .code(let code, let language): add(Self.fenced(code, language ?? ""))
    case .table(let table): add(Self.table(table))
    case .figure(let picture): add(Self.figure(picture))
    case .embed(_, let url, let title):
      add(Markdown.link(Markdown.escaped(title ?? url), to: url))
    case .rule: add("---")
    }
  }

  private static func inner(_ blocks: [Body.Block]) -> String {
    var writer = MarkdownWriter()
    writer.write(blocks)
    return writer.text
  }

  private static func prefixed(_ text: String, first: String, rest: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let mark = index == 0 ? first : rest
      return line.isEmpty && index > 0
        ? String(mark.reversed().drop { $0 == " " }.reversed())
        : mark + line
    }.joined(separator: "\n")
  }

  private static func list(_ list: Body.List) -> String {
    let step = list.isReversed ? -1 : 1
    return list.items.enumerated().map { index, item in
      let number = list.start.map { $0.addingReportingOverflow(index * step).partialValue }
      let mark = number.map { "\($0). " } ?? "- "
      return prefixed(inner(item), first: mark, rest: String(repeating: " ", count: mark.count))
    }.joined(separator: "\n")
  }

  private static func fenced(_ code: String, _ language: String) -> String {
    var fence = "```"
    while code.contains(fence) { fence += "`" }
    let name = language.filter { $0.isLetter || $0.isNumber || "+-#".contains($0) }
    return "\(fence)\(name)\n\(code)\n\(fence)"
  }

  private static func table(_ table: Body.Table) -> String {
    let width = table.rows.reduce(0) { max($0, $1.cells.count) }
    guard width > 0 else { return line(table.caption) }
    var rows = table.rows.map { row in
      let cells = row.cells.map(line) + [String](repeating: "", count: width - row.cells.count)
      return "| \(cells.joined(separator: " | ")) |"
    }
    let rule = "|" + String(repeating: " --- |", count: width)
    if table.rows.first?.isHeader == true {
      rows.insert(rule, at: 1)
    } else {
      rows.insert(contentsOf: ["|" + String(repeating: "  |", count: width), rule], at: 0)
    }
    let caption = line(table.caption)
    return (caption.isEmpty ? "" : caption + "\n\n") + rows.joined(separator: "\n")
  }

  private static func figure(_ picture: Picture) -> String {
    let words = [picture.caption, picture.credit.map { "(\($0))" }].compactMap(\.self)
    let caption = Markdown.escaped(words.joined(separator: " "))
    guard let url = picture.url else { return caption.isEmpty ? "" : "*\(caption)*" }
    return "!" + Markdown.link(caption.isEmpty ? "picture" : caption, to: url)
  }

  private static func line(_ spans: [Span]) -> String {
    var text = ""
    for span in spans {
      var part = span.style.contains(.code) ? code(span.text) : styled(span)
      if let link = span.link { part = Markdown.link(part, to: link) }
      text += part
    }
    return text
  }

  private static func code(_ text: String) -> String {
    var fence = "`"
    while text.contains(fence) { fence += "`" }
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return fence.count > 1 ? "\(fence) \(line) \(fence)" : "`\(line)`"
  }

  /// Marks stand at the words, not at the spaces around them, or they would not count.
  private static func styled(_ span: Span) -> String {
    let lines = span.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      let start = line.prefix { $0 == " " }
      let words = line.dropFirst(start.count)
      let end = words.reversed().prefix { $0 == " " }.count
      let escaped = Markdown.escaped(String(words.dropLast(end)))
      guard !escaped.isEmpty else { return String(line) }
      var marks = ""
      if span.style.contains(.bold) { marks += "**" }
      if span.style.contains(.italic) { marks += "*" }
      if span.style.contains(.strike) { marks += "~~" }
      let closing = String(marks.reversed())
      return start + marks + escaped + closing + String(repeating: " ", count: end)
    }.joined(separator: "\\\n")
  }
}
