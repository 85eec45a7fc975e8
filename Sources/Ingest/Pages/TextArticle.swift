import Articles

/// One article of a plain text, from its headline to the next one.
struct TextArticle {
  private let lines: PageLines
  private let items: Range<Int>
  private let context: IngestContext
  private var head: PageHead
  private var highlights: [String] = []
  private var blocks: [Body.Block] = []
  private var bullets: [[Body.Block]] = []
  private var dateline: String?

  init(lines: PageLines, items: Range<Int>, context: IngestContext) {
    self.lines = lines
    self.items = items
    self.context = context
    head = PageHead(context: context)
  }

  /// The article; `nil` when there are no words in it.
  mutating func draft() -> ArticleDraft? {
    guard let title = items.first(where: { couldBeTitle(lines.text(lines.items[$0])) }) else {
      return nil
    }
    guard hasWords(title) else { return nil }
    let bodyStart = readHead(after: title)
    readBody(bodyStart..<bodyEnd(from: bodyStart))
    if blocks.isEmpty, !highlights.isEmpty {
      blocks = [.list(Body.List(items: highlights.map { [.paragraph([Span($0)])] }))]
      highlights = []
    }
    var draft = ArticleDraft(
      title: PageTitle.cut(string(title)), source: context.source ?? "", body: Body(blocks))
    head.complete(&draft)
    draft.highlights = highlights
    draft.dateline = dateline
    return draft
  }

  private func string(_ item: Int) -> String {
    String(decoding: lines.text(lines.items[item]), as: UTF8.self)
  }

  private func couldBeTitle(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains { $0.isASCIIAlphanumeric || $0 >= 0x80 } && !PageWords.isFurniture(line)
  }

  /// Whether the article has words: a headline of two, or some text below it.
  ///
  /// A table of values parted by commas has neither.
  private func hasWords(_ title: Int) -> Bool {
    let line = lines.text(lines.items[title])
    if line.contains(where: { $0 == 0x20 || $0 >= 0xE0 }) { return true }
    guard !line.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }) else {
      return false
    }
    return line.count >= 3
      && (title + 1..<items.upperBound).contains {
        lines.text(lines.items[$0]).count { $0 == 0x20 } >= 4
      }
  }

  /// Reads what stands between the headline and the first paragraph; the item where that stands.
  private mutating func readHead(after title: Int) -> Int {
    let second = TextPage.repeated(title, lines).flatMap { items.contains($0) ? $0 : nil }
    var index = title + 1
    while index < items.upperBound {
      let item = lines.items[index]
      let line = lines.text(item)
      defer { index += 1 }
      if index == second || line.isEmpty { continue }
      if item.isBullet {
        highlights.append(string(index))
        continue
      }
      if highlights.isEmpty, PageWords.isHighlightHeading(line) { continue }
      if head.take(line) { continue }
      if let second, index < second {
        takeWordsOfHead(line)
      } else if second == nil, highlights.isEmpty, isCaption(index) {
        head.takeCaption(line)
      } else if highlights.isEmpty, isAuthorLine(index, second) {
        head.authors.append(String(decoding: line, as: UTF8.self))
      } else {
        return index
      }
    }
    return items.upperBound
  }

  /// A line between the two headlines that has no form of its own: a name, or the caption.
  private mutating func takeWordsOfHead(_ line: ArraySlice<UInt8>) {
    if Byline.isBareName(line) {
      head.authors.append(String(decoding: line, as: UTF8.self))
    } else if head.picture?.caption == nil {
      head.takeCaption(line)
    } else {
      // A second text above the repeated headline: nothing is lost, it opens the body.
      blocks.append(.paragraph([Span(String(decoding: line, as: UTF8.self))]))
    }
  }

  /// Whether words under a picture stand here: "Short Url" follows, or a credit ends them.
  private func isCaption(_ index: Int) -> Bool {
    guard head.picture == nil, head.published == nil, head.updated == nil,
      index + 1 < items.upperBound
    else { return false }
    let next = lines.text(lines.items[index + 1])
    if PageWords.isShortLinkLabel(next) { return true }
    let line = lines.text(lines.items[index])
    guard line.last == UInt8(ascii: ")"), line.count <= 600 else { return false }
    return CaptionCredit.parted(String(decoding: line, as: UTF8.self)).credit != nil
  }

  private func isAuthorLine(_ index: Int, _ second: Int?) -> Bool {
    guard head.authors.isEmpty, index + 1 < items.upperBound,
      Byline.isBareName(lines.text(lines.items[index]))
    else { return false }
    let next = lines.text(lines.items[index + 1])
    return PageDate.readings(in: next, now: context.now) != nil || PageWords.isFurniture(next)
  }

  /// The item after the last one of the body: what belongs to the page is left out.
  private mutating func bodyEnd(from start: Int) -> Int {
    var end = items.upperBound
    // A list of other articles: short lines without an end mark behind its heading.
    if let heading = (start..<end).first(where: { index in
      PageWords.opensOtherArticles(lines.text(lines.items[index]))
        && (index + 1..<end).allSatisfy { isTeaser(lines.text(lines.items[$0])) }
    }) {
      end = heading
    }
    while end > start {
      let line = lines.text(lines.items[end - 1])
      if let names = PageWords.topics(line) {
        head.topics += names
      } else if let readings = PageDate.readings(in: line, now: context.now),
        readings.allSatisfy({ $0.role != .plain })
      {
        _ = head.take(line)
      } else if !line.isEmpty, !PageWords.isFurniture(line) {
        break
      }
      end -= 1
    }
    return end
  }

  private func isTeaser(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 140, let last = line.last else { return line.isEmpty }
    return last != UInt8(ascii: ".") && last != UInt8(ascii: "\"")
  }

  private mutating func readBody(_ range: Range<Int>) {
    for index in range {
      let item = lines.items[index]
      let line = lines.text(item)
      if line.isEmpty || PageWords.isInterruption(line) { continue }
      let paragraph = Body.Block.paragraph([Span(String(decoding: line, as: UTF8.self))])
      if item.isBullet {
        bullets.append([paragraph])
        continue
      }
      endBullets()
      if index == range.lowerBound { dateline = Dateline.place(opening: line) }
      blocks.append(paragraph)
    }
    endBullets()
  }

  private mutating func endBullets() {
    guard !bullets.isEmpty else { return }
    blocks.append(.list(Body.List(items: bullets)))
    bullets = []
  }
}
