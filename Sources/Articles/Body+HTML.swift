extension Body {
  /// The body as clean HTML: only the elements that `Body` knows, every text and address escaped.
  public var html: String {
    var writer = HTMLWriter()
    for block in blocks { writer.write(block) }
    return writer.html
  }
}

private struct HTMLWriter {
  var html = ""

  mutating func write(_ block: Body.Block) {
    switch block {
    case .paragraph(let spans): element("p", spans)
    case .heading(let level, let spans): element("h\(min(max(level, 1), 6))", spans)
    case .quote(let blocks): element("blockquote") { for block in blocks { $0.write(block) } }
    case .list(let list): write(list)
    case .definitions(let definitions):
      element("dl") {
        for definition in definitions {
          $0.element("dt", definition.term)
          $0.element("dd") { for block in definition.description { $0.write(block) } }
        }
      }
    case .code(let text, let language):
      element("pre") {
        $0.element("code", attributes: [("class", language.map { "language-\($0)" })]) {
          $0.text(text)
        }
      }
    case .table(let table): write(table)
    case .figure(let picture): write(picture)
    case .embed("post", let url, _):
      element("blockquote") { $0.element("a", attributes: [("href", url)]) { _ in } }
    case .embed(let kind, let url, let title):
      element(
        "iframe", attributes: [("src", url), ("class", "embed-\(kind)"), ("title", title)]
      ) { _ in }
    case .rule: html += "<hr>"
    }
  }

  private mutating func write(_ list: Body.List) {
    let attributes: [(String, String?)] = [
      ("start", list.start.flatMap { $0 == 1 ? nil : String($0) }),
      ("reversed", list.isReversed ? "" : nil), ("type", list.numbering.type),
    ]
    element(list.start == nil ? "ul" : "ol", attributes: attributes) {
      for item in list.items {
        $0.element("li") { for block in item { $0.write(block) } }
      }
    }
  }

  private mutating func write(_ table: Body.Table) {
    element("table") {
      if !table.caption.isEmpty { $0.element("caption", table.caption) }
      for row in table.rows {
        $0.element("tr") {
          for cell in row.cells { $0.element(row.isHeader ? "th" : "td", cell) }
        }
      }
    }
  }

  private mutating func write(_ picture: Picture) {
    element("figure") {
      if let link = picture.link { $0.start("a", attributes: [("href", link)]) }
      if let url = picture.url {
        $0.start("img", attributes: [("src", url), ("alt", picture.alternative ?? "")])
      }
      if picture.link != nil { $0.html += "</a>" }
      let words = [picture.caption, picture.credit.map { "(\($0))" }].compactMap(\.self)
      if !words.isEmpty { $0.element("figcaption") { $0.text(words.joined(separator: " ")) } }
    }
  }

  private static let tags: [(Span.Style, String)] = [
    (.bold, "b"), (.italic, "i"), (.underline, "u"), (.strike, "s"), (.code, "code"),
    (.mark, "mark"), (.superscript, "sup"), (.subscript, "sub"), (.quotation, "q"),
    (.annotation, "rt"),
  ]

  private mutating func write(_ span: Span) {
    if let link = span.link { start("a", attributes: [("href", link)]) }
    let tags = Self.tags.filter { span.style.contains($0.0) }.map(\.1)
    for tag in tags { start(tag) }
    for (index, line) in span.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { html += "<br>" }
      text(line)
    }
    for tag in tags.reversed() { html += "</\(tag)>" }
    if span.link != nil { html += "</a>" }
  }

  private mutating func element(_ name: String, _ spans: [Span]) {
    element(name) { for span in spans { $0.write(span) } }
  }

  private mutating func element(
    _ name: String, attributes: [(String, String?)] = [], _ content: (inout HTMLWriter) -> Void
  ) {
    start(name, attributes: attributes)
    content(&self)
    html += "</\(name)>"
  }

  private mutating func start(_ name: String, attributes: [(String, String?)] = []) {
    html += "<\(name)"
    for case (let key, let value?) in attributes {
      html += " \(key)=\""
      text(value)
      html += "\""
    }
    html += ">"
  }

  private mutating func text(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }
}
