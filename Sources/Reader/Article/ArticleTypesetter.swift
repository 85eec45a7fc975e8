public import Articles
public import FoundationEssentials
import Screen
public import TextLayout

/// Sets passages of an article into lines of a width.
///
/// It is a pure function of its options, the outline and the width; it only remembers how wide the
/// columns of tables are.
public struct ArticleTypesetter: Sendable, Hashable {
  /// Columns of the text block.
  let columns: Int
  /// The moment from which ages are counted.
  var now: Date
  /// Where the reader sits.
  var zone: LocalZone
  /// What the user has a say in.
  let typography: Typography
  /// Parts words of the article's language; `nil` when words stay whole.
  let hyphenator: Hyphenator?
  /// The article's picture, when it is there.
  let picture: BlockPicture?
  private var tableColumns: [Int: TableColumns] = [:]

  /// A typesetter for a text block of at least one column.
  init(
    columns: Int, now: Date, zone: LocalZone, typography: Typography = Typography(),
    hyphenator: Hyphenator? = nil, picture: BlockPicture? = nil
  ) {
    self.picture = picture
    self.columns = max(1, columns)
    self.now = now
    self.zone = zone
    self.typography = typography
    self.hyphenator = hyphenator
  }

  /// The whole article as lines of text, set as on the screen; lines of code keep their length.
  /// - Parameters:
  ///   - article: What is set.
  ///   - columns: Columns that are there; text takes at most the measure of them.
  ///   - now: The moment from which ages are counted.
  ///   - zone: Where the reader sits.
  ///   - typography: How it is set.
  ///   - hyphenator: Parts words of its language; words stay whole without one.
  /// - Returns: The lines from the topics to the list of links; empty ones part the passages.
  public static func lines(
    of article: Article, columns: Int, now: Date, zone: LocalZone,
    typography: Typography = Typography(), hyphenator: Hyphenator? = nil
  ) -> [CleanText] {
    let outline = ArticleOutline(article)
    let typography = typography.settled
    var typesetter = ArticleTypesetter(
      columns: min(columns, typography.measure), now: now, zone: zone, typography: typography,
      hyphenator: hyphenator)
    return outline.passages.flatMap {
      typesetter.lines(of: $0, in: outline).map(\.text.withoutEndSpaces)
    }
  }

  /// The lines of one passage; none when there is nothing in it to show.
  mutating func lines(of passage: Passage, in outline: ArticleOutline) -> [ArticleLine] {
    var indents = passage.indents
    if case .link(let number) = passage.content { indents = [outline.linkMark(number)] }
    if typography.isPlain { indents = indents.map { $0.inWords(outline.catalogue) } }
    let frame = PassageFrame(
      indents, columns: columns, typography: typography, hyphenator: hyphenator)
    var lines: [ArticleLine]
    switch passage.content {
    case .text, .phrases, .byline, .link:
      lines = frame.set(segments(of: passage, in: outline), breaking: passage.breaking)
    case .code(let text, let first, let count):
      let gutter = typography.numbersCode ? String(count).utf8.count : 0
      lines = CodeSetting.lines(text, first: first, gutter: gutter, frame: frame)
    case .tableRow(let table, let row):
      lines = rowLines(row, of: table, in: outline, frame: frame)
    case .rule: lines = typography.isPlain ? [] : [frame.rule]
    case .picture: lines = typography.isPlain ? [] : picture.map(frame.lines) ?? []
    }
    if passage.isCaption, picture != nil { return lines }
    if passage.hasGap, lines.isEmpty, case .tableRow = passage.content {
      // The names of columns stand in the cards below.
      lines = [ArticleLine(start: -1)]
    } else if passage.hasGap, let first = lines.first {
      lines.insert(frame.gap(above: first, shared: passage.sharedIndents), at: 0)
    }
    return lines
  }

  /// The text of a passage as it is shown, in the parts that begin a line, or a cell, of their own.
  ///
  /// Offsets into a passage's text count the bytes of all runs, and one between two parts.
  func segments(of passage: Passage, in outline: ArticleOutline) -> [[Run<ArticleStyle>]] {
    switch passage.content {
    case .text(let spans, let look):
      return PassageText(spans, look, outline: outline).segments
    case .phrases(var phrases):
      if typography.isPlain, let label = phrases.first?.span.text, label.hasPrefix("▶ ") {
        phrases[0].span.text = String(label.dropFirst(2))
      }
      return PassageText(phrases, outline: outline, marksLinks: true).segments
    case .link(let number):
      guard outline.links.indices.contains(number - 1) else { return [] }
      let phrases = ArticleOutline.phrases(of: outline.links[number - 1])
      return PassageText(phrases, outline: outline, marksLinks: false).segments
    case .byline: return [[byline(in: outline)]]
    case .code(let text, _, _):
      return text.map { [Run(CodeSetting.text($0), ArticleStyle(Look(.code)))] }
    case .tableRow(let table, let row):
      guard outline.tables.indices.contains(table) else { return [] }
      let rows = outline.tables[table].rows
      guard rows.indices.contains(row) else { return [] }
      return rows[row].cells.map {
        PassageText($0, Look(.text), outline: outline).joined
      }
    case .rule, .picture: return []
    }
  }

  private func byline(in outline: ArticleOutline) -> Run<ArticleStyle> {
    let head = outline.article.head
    if typography.isPlain {
      let facts = ArticleDates.byline(head, now: now, zone: zone) + PlainWords.states(of: head)
      let words = facts.map { outline.catalogue.text($0) }.joined(separator: ", ")
      return Run(CleanText(words), ArticleStyle(Look(.byline)))
    }
    let parts = ArticleDates.byline(head, now: now, zone: zone).map { phrase in
      let part = outline.catalogue.text(phrase)
      // A short part is not broken: the line ends at a dot.
      return CleanText(part).columns <= min(40, columns - 2)
        ? part.replacing(" ", with: "\u{A0}") : part
    }
    return Run(CleanText(parts.joined(separator: " · ")), ArticleStyle(Look(.byline)))
  }

  private mutating func rowLines(
    _ row: Int, of table: Int, in outline: ArticleOutline, frame: PassageFrame
  ) -> [ArticleLine] {
    guard outline.tables.indices.contains(table) else { return [] }
    let setting = TableSetting(table: outline.tables[table], outline: outline, frame: frame)
    let columns = tableColumns[table] ?? setting.fittedColumns()
    tableColumns[table] = columns
    return setting.lines(ofRow: row, columns: columns)
  }
}

/// The room of a passage: its indents, as far as the width allows them, and the text beside them.
struct PassageFrame {
  let indents: [Passage.Indent]
  /// How many there are, with those left out.
  private let indentCount: Int
  /// Columns of the whole text block.
  let columns: Int
  /// Columns that the indents take.
  let indented: Int
  let typography: Typography
  let hyphenator: Hyphenator?

  init(
    _ indents: [Passage.Indent], columns: Int, typography: Typography,
    hyphenator: Hyphenator? = nil
  ) {
    self.typography = typography
    self.hyphenator = hyphenator
    var kept: [Passage.Indent] = []
    var indented = 0
    // The innermost ones tell most; at least half of the block stays for the text.
    for indent in indents.reversed() {
      let width = max(indent.first.columns, indent.rest.columns)
      guard indented + width <= columns / 2 else { break }
      indented += width
      kept.append(indent)
    }
    self.indents = kept.reversed()
    indentCount = indents.count
    self.columns = columns
    self.indented = indented
  }

  /// Columns for the text.
  var textColumns: Int { max(1, columns - indented) }

  /// The empty line above a passage; bars run on through it between two quoted passages.
  func gap(above first: ArticleLine, shared: Int) -> ArticleLine {
    guard shared > 0, indents.contains(where: { $0.look.role == .quote }) else {
      return ArticleLine(start: -1)
    }
    let dropped = indentCount - indents.count
    let line = line(isFirst: false, start: -1, indents: max(0, shared - dropped))
    let direction: TextDirection = first.runsToLeft ? .toLeft : .toRight
    return direction.arranged(line, columns: columns)
  }

  /// A thematic break.
  var rule: ArticleLine {
    let width = max(1, min(textColumns, max(3, textColumns / 3)))
    var line = line(isFirst: true, start: 0)
    let run = Run(
      CleanText(String(repeating: "─", count: width)), ArticleStyle(Look(.dim), isAdded: true))
    line.fragments.append(
      .init(column: indented + (textColumns - width) / 2, runs: [run], start: nil))
    return line
  }

  /// A line with nothing but its indents, or the outer ones of them.
  func line(isFirst: Bool, start: Int, indents limit: Int = .max) -> ArticleLine {
    var line = ArticleLine(start: start)
    guard !indents.isEmpty else { return line }
    var column = 0
    for indent in indents.prefix(limit) {
      let text = isFirst ? indent.first : indent.rest
      if text.string.utf8.contains(where: { $0 != 0x20 }) {
        let run = Run(text, ArticleStyle(indent.look, isAdded: true))
        line.fragments.append(.init(column: column, runs: [run], start: nil))
      }
      column += max(indent.first.columns, indent.rest.columns)
    }
    return line
  }

  /// The lines of segments of runs; none when there is no text at all.
  func set(_ segments: [[Run<ArticleStyle>]], breaking: LineBreaking) -> [ArticleLine] {
    guard segments.contains(where: { !$0.isEmpty }) else { return [] }
    let direction = TextDirection(segments.joined())
    var lines: [ArticleLine] = []
    var offset = 0
    for segment in segments {
      let set = TextLayout.lines(
        of: segment, columns: textColumns, breaking: breaking, hyphenator: hyphenator)
      let flow = LineFlow(
        segment, columns: textColumns, runsToLeft: direction == .toLeft, typography: typography)
      if set.isEmpty { lines.append(line(isFirst: lines.isEmpty, start: offset)) }
      for (index, words) in set.enumerated() {
        var line = line(isFirst: lines.isEmpty, start: offset + words.start)
        line.fragments += flow.fragments(
          of: words, offset: offset, column: indented,
          isLast: index + 1 == set.count || breaking != .optimal)
        lines.append(direction.arranged(line, columns: columns))
      }
      offset += segment.reduce(0) { $0 + $1.text.string.utf8.count } + 1
    }
    return lines
  }
}
