import Articles

/// The blocks of an HTML page, parted into head, highlights and text.
struct PageBody {
  private var blocks: [Body.Block]
  private let title: [UInt8]
  private var head: PageHead
  private var highlights: [String] = []
  private var dateline: String?

  init(_ blocks: [Body.Block], title: String, context: IngestContext) {
    self.blocks = blocks
    self.title = Array(title.utf8)
    head = PageHead(context: context)
  }

  /// Gives the article its text and what the lines around it say.
  mutating func complete(_ draft: inout ArticleDraft) {
    let start = readHead()
    let end = readEnd(from: start)
    blocks = blocks[start..<max(start, end)].filter { block in
      block.line.map { !PageWords.isInterruption(Array($0.utf8)[...]) } ?? true
    }
    let opening = blocks.first { if case .paragraph = $0 { true } else { false } }
    if let line = opening?.line { dateline = Dateline.place(opening: Array(line.utf8)[...]) }
    head.complete(&draft)
    draft.highlights = highlights
    draft.dateline = dateline
    draft.body = Body(blocks)
  }

  /// Reads what stands above the first paragraph; its place.
  private mutating func readHead() -> Int {
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(_, let spans):
        let line = Array(spans.plainText.utf8)
        if line != title, !PageWords.isFurniture(line[...]),
          !PageWords.isHighlightHeading(line[...])
        {
          return index
        }
      case .paragraph(let spans):
        let line = Array(spans.plainText.utf8)
        if line != title, !takesLine(line[...], spans, index) { return index }
      case .list(let list):
        guard highlights.isEmpty, let words = shortItems(of: list), hasText(after: index) else {
          return index
        }
        highlights = words
      case .figure(let picture):
        guard head.picture == nil else { return index }
        head.picture = picture
      case .rule: break
      default: return index
      }
    }
    return blocks.count
  }

  private mutating func takesLine(
    _ line: ArraySlice<UInt8>, _ spans: [Span], _ index: Int
  ) -> Bool {
    if PageWords.isHighlightHeading(line) { return true }
    // "Short Url" with its address in the link.
    if PageWords.isShortLinkLabel(line), let link = spans.lazy.compactMap(\.link).first {
      head.shortLink = head.shortLink ?? link
      return true
    }
    if head.take(line) { return true }
    if head.authors.isEmpty, Byline.isBareName(line), index + 1 < blocks.count {
      head.authors.append(String(decoding: line, as: UTF8.self))
      return true
    }
    return isCaption(line, index)
  }

  /// Whether the words stand under the lead picture without being marked so.
  private mutating func isCaption(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard head.picture?.caption == nil, head.published == nil, head.updated == nil,
      index + 1 < blocks.count
    else { return false }
    let next = Array((blocks[index + 1].line ?? "").utf8)
    let hasCredit =
      line.last == UInt8(ascii: ")") && line.count <= 600
      && CaptionCredit.parted(String(decoding: line, as: UTF8.self)).credit != nil
    guard PageWords.isShortLinkLabel(next[...]) || hasCredit else { return false }
    head.takeCaption(line)
    return true
  }

  /// The words of a list whose items are single short paragraphs.
  private func shortItems(of list: Body.List) -> [String]? {
    guard (1...8).contains(list.items.count), list.start == nil else { return nil }
    var words: [String] = []
    for item in list.items {
      guard item.count == 1, let line = item[0].line, line.utf8.count <= 300 else { return nil }
      words.append(line)
    }
    let isMenu = words.allSatisfy { PageWords.isFurniture(Array($0.utf8)[...]) }
    return isMenu ? nil : words
  }

  private func hasText(after index: Int) -> Bool {
    blocks[(index + 1)...].contains { if case .paragraph = $0 { true } else { false } }
  }

  /// The place after the last block of the article.
  private mutating func readEnd(from start: Int) -> Int {
    var end = blocks.count
    while end > start {
      guard let line = blocks[end - 1].line.map({ Array($0.utf8) }) else {
        if case .rule = blocks[end - 1] {
          end -= 1
          continue
        }
        break
      }
      if let names = PageWords.topics(line[...]) {
        head.topics += names
      } else if !PageWords.isFurniture(line[...]), !PageWords.opensOtherArticles(line[...]) {
        break
      }
      end -= 1
    }
    return end
  }
}
