extension Body {
  /// The text of each paragraph-like block in reading order, without styles.
  ///
  /// This is what is searched, counted and compared. A list item, a table row and a caption is a
  /// paragraph of its own.
  public var plainParagraphs: [String] {
    var paragraphs: [String] = []
    for block in blocks { block.collectText(into: &paragraphs) }
    return paragraphs
  }

  /// Everything in one text, paragraphs parted by line ends.
  public var plainText: String { plainParagraphs.joined(separator: "\n") }

  /// Runs of anything between spaces, counted as reading time needs it.
  public var wordCount: Int {
    var count = 0
    for var text in plainParagraphs {
      text.withUTF8 { bytes in
        var isInside = false
        for byte in bytes {
          let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
          if !isSpace && !isInside { count += 1 }
          isInside = !isSpace
        }
      }
    }
    return count
  }

  /// Every link address in reading order, each once.
  public var links: [String] {
    var seen: Set<String> = []
    var links: [String] = []
    func visit(_ spans: [Span]) {
      for link in spans.compactMap(\.link) where seen.insert(link).inserted { links.append(link) }
    }
    func visit(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .paragraph(let spans), .heading(_, let spans): visit(spans)
        case .quote(let inner): visit(inner)
        case .list(let list): list.items.forEach(visit)
        case .definitions(let all):
          for definition in all {
            visit(definition.term)
            visit(definition.description)
          }
        case .table(let table):
          visit(table.caption)
          table.rows.forEach { $0.cells.forEach(visit) }
        case .embed(_, let url, _): if seen.insert(url).inserted { links.append(url) }
        case .figure(let picture):
          if let link = picture.link, seen.insert(link).inserted { links.append(link) }
        case .code, .rule: break
        }
      }
    }
    visit(blocks)
    return links
  }
}

extension Sequence where Element == Span {
  /// The text of all spans, one after the other.
  public var plainText: String { map(\.text).joined() }
}

extension Body.Block {
  fileprivate func collectText(into paragraphs: inout [String]) {
    func add(_ text: String) { if !text.isEmpty { paragraphs.append(text) } }
    switch self {
    case .paragraph(let spans), .heading(_, let spans): add(spans.plainText)
    case .quote(let blocks): for block in blocks { block.collectText(into: &paragraphs) }
    case .list(let list):
      for block in list.items.joined() { block.collectText(into: &paragraphs) }
    case .definitions(let definitions):
      for definition in definitions {
        add(definition.term.plainText)
        for block in definition.description { block.collectText(into: &paragraphs) }
      }
    case .code(let text, _): add(text)
    case .table(let table):
      add(table.caption.plainText)
      for row in table.rows { add(row.cells.map(\.plainText).joined(separator: "\t")) }
    case .figure(let picture): add(picture.caption ?? "")
    case .embed(_, _, let title): add(title ?? "")
    case .rule: break
    }
  }
}
