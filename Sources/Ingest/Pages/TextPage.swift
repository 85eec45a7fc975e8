import Articles
import FoundationEssentials

/// A saved text: one or more news pages, one after the other.
enum TextPage {
  /// The articles of a text; empty when nothing in it looks like one.
  ///
  /// Takes one pass over the bytes and memory in proportion to them.
  /// `text` is valid UTF-8 with line ends of any kind.
  static func articles(_ text: [UInt8], in context: IngestContext) -> [ArticleDraft] {
    let lines = PageLines(text)
    let starts = starts(of: lines)
    var articles: [ArticleDraft] = []
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : lines.items.count
      var reader = TextArticle(lines: lines, items: start..<end, context: context)
      if let article = reader.draft() { articles.append(article) }
    }
    return articles
  }

  /// Items that a head has at most.
  private static let headLength = 12

  /// The items with which an article begins, the first one among them.
  private static func starts(of lines: PageLines) -> [Int] {
    guard !lines.items.isEmpty else { return [] }
    var starts = [0]
    var index = 1
    // The headline of the first article stands twice as well: its second one opens nothing.
    var earliest = afterHead(of: 0, lines)
    while index < lines.items.count, starts.count < IngestLimits.articlesInText {
      if index >= earliest, opensArticle(index, lines) {
        starts.append(index)
        earliest = afterHead(of: index, lines)
      }
      index += 1
    }
    return starts
  }

  /// The item after the repeated headline, or the next one.
  private static func afterHead(of start: Int, _ lines: PageLines) -> Int {
    (repeated(start, lines) ?? start) + 1
  }

  /// Where the headline at `start` stands a second time.
  static func repeated(_ start: Int, _ lines: PageLines) -> Int? {
    let items = lines.items
    let last = min(start + headLength, items.count - 1)
    guard start < last else { return nil }
    return (start + 1...last).first { items[$0].fingerprint == items[start].fingerprint }
  }

  private static func opensArticle(_ index: Int, _ lines: PageLines) -> Bool {
    let item = lines.items[index]
    guard item.blanksBefore >= 1, !item.isBullet else { return false }
    if let second = repeated(index, lines) {
      // Two copies of one article stand one after the other: their paragraphs are no headlines.
      let head = index + 1...second
      guard !head.contains(where: { lines.items[$0].blanksBefore >= 2 }),
        couldBeHeadline(lines.text(item))
      else { return false }
      if second == index + 1 { return item.blanksBefore >= 2 }
      return head.contains { isHeadLine(lines.text(lines.items[$0])) }
    }
    guard item.blanksBefore >= 2, couldBeHeadline(lines.text(item)) else { return false }
    return (index + 1..<min(index + 5, lines.items.count)).contains {
      isHeadLine(lines.text(lines.items[$0]))
    }
  }

  /// Whether a line may be a headline: some words, no page furniture, no paragraph.
  private static func couldBeHeadline(_ line: ArraySlice<UInt8>) -> Bool {
    guard (8...400).contains(line.count), !PageWords.isFurniture(line) else { return false }
    return PageDateLabel.at(line.startIndex, in: line) == nil
  }

  /// Whether a line stands only in the head of a page: a label, or a date behind its word.
  private static func isHeadLine(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 120 else { return false }
    if PageWords.isShortLinkLabel(line) || line.equalsLowercased("follow") { return true }
    if Byline.names(in: line) != nil { return true }
    return PageDate.readings(in: line, now: .distantPast) != nil
  }
}
