import Articles
import FoundationEssentials
import Screen
import TextLayout

/// Draws the rows of the list that are visible, and knows how high each is.
struct HeadlineListView: Hashable {
  let list: HeadlineList
  let isDense: Bool
  let zone: LocalZone
  var now: Date
  /// The words around headlines.
  var catalogue = Catalogue.english
  /// The words of a lit search, and the lines that show them.
  var words = SearchWords(.everything)
  var excerpts: [ArticleID: String] = [:]
  /// Rows that the next change is for.
  var chosen: Set<ArticleID> = []
  /// Whether states are said in words and nothing is drawn but text.
  var isPlain = false

  /// Columns before the title: the mark of the cursor, the two marks of the article, a space.
  static let indent = 4
  /// Lines that a title takes at most.
  private static let titleLines = 2

  /// Rows that a headline takes with the separator above it.
  /// - `isFirst`: Whether it is the first one drawn, which always says its day.
  func height(of index: Int, columns: Int, isFirst: Bool) -> Int {
    guard list.rows.indices.contains(index) else { return 1 }
    guard !list.folds.isHidden(index) else { return 0 }
    let separator = hasSeparator(above: index, isFirst: isFirst) ? 1 : 0
    if isPlain { return plainLines(list.rows[index], columns: columns).count + separator }
    let excerpt = words.isEmpty ? 0 : 1
    guard !isDense else { return 1 + excerpt + separator }
    // The title, the line of facts, and a free line.
    return title(list.rows[index], columns: columns).count + excerpt + 2 + separator
  }

  /// The row at a cell; `nil` where there is none.
  func index(at position: Position, in area: Rect) -> Int? {
    var row = area.row
    for index in list.top..<max(list.top, list.rows.count) {
      let height = height(of: index, columns: area.columns, isFirst: index == list.top)
      if position.row < row + height { return index }
      row += height
      if row >= area.endRow { return nil }
    }
    return nil
  }

  func draw(in area: Rect, on frame: inout Frame, isFocused: Bool) {
    if isPlain { return drawPlain(in: area, on: &frame) }
    var row = area.row
    for index in list.rows.indices.dropFirst(list.top) {
      guard row < area.endRow else { return }
      if list.folds.isHidden(index) { continue }
      if hasSeparator(above: index, isFirst: index == list.top) {
        drawDay(list.rows[index].published, row: row, in: area, on: &frame)
        row += 1
        guard row < area.endRow else { return }
      }
      var item = area
      _ = item.cutTop(row - area.row)
      let isSelected = index == list.selection
      let used =
        isDense
        ? drawDense(list.rows[index], in: item, on: &frame)
        : drawFull(list.rows[index], in: item, on: &frame)
      if isSelected {
        let rows = isDense ? used : used - 1
        select(item.cutTop(rows), isFocused: isFocused, on: &frame)
      }
      if chosen.contains(list.rows[index].id) {
        let look = Look(isSelected && isFocused ? .selected : .selectedInactive, .bold)
        frame.write(CleanText("+"), look, column: area.column, row: row, columns: 1)
      }
      if !words.isEmpty {
        markHits(list.rows[index], row: row, in: area, isSelected: isSelected, on: &frame)
      }
      row += used
    }
  }

  private func select(_ area: Rect, isFocused: Bool, on frame: inout Frame) {
    frame.restyle(area, Look(isFocused ? .selected : .selectedInactive))
    for row in area.row..<area.endRow {
      frame.write(
        CleanText("▎"), Look(isFocused ? .selected : .selectedInactive), column: area.column,
        row: row, columns: 1)
    }
  }

  // MARK: - One headline

  func title(_ headline: Headline, columns: Int) -> [CleanText] {
    list.titles.lines(of: headline, columns: columns) ?? setTitle(headline, columns: columns)
  }

  /// A title set into lines now.
  func setTitle(_ headline: Headline, columns: Int) -> [CleanText] {
    let room = max(1, columns - Self.indent - 1)
    let text = CleanText(headline.title)
    guard text.columns > room else { return [text] }
    let all = lines(of: [Run(text, false)], columns: room, breaking: .greedy).map(\.text)
    guard all.count > Self.titleLines else { return all }
    let rest = all[(Self.titleLines - 1)...].reduce(CleanText("")) { text, line in
      text.isEmpty ? line : text + CleanText(" ") + line
    }
    return all[..<(Self.titleLines - 1)] + [rest.truncated(to: room)]
  }

  private func drawFull(_ headline: Headline, in area: Rect, on frame: inout Frame) -> Int {
    drawMarks(headline, in: area, on: &frame)
    let titleLook = look(of: headline)
    var row = area.row
    for line in title(headline, columns: area.columns) where row < area.endRow {
      frame.write(
        line, titleLook, column: area.column + Self.indent, row: row,
        columns: area.columns - Self.indent)
      row += 1
    }
    if !words.isEmpty {
      drawExcerpt(of: headline, row: row, in: area, on: &frame)
      row += 1
    }
    if row < area.endRow { drawFacts(headline, row: row, in: area, on: &frame) }
    return row - area.row + 2
  }

  /// Unread or read; underlined when a rule marked it as worth a look.
  private func look(of headline: Headline) -> Look {
    Look(headline.isUnread ? .headline : .headlineRead, headline.isHighlighted ? .underline : [])
  }

  /// Where it is from, or why it is hidden.
  func origin(of headline: Headline) -> CleanText {
    CleanText(headline.muted.map { catalogue.text("muted: \($0)") } ?? headline.source)
  }

  private func drawMarks(_ headline: Headline, in area: Rect, on frame: inout Frame) {
    if headline.isUnread {
      frame.write(
        CleanText("●"), Look(.unreadMark), column: area.column + 1, row: area.row,
        columns: area.columns - 1)
    }
    if headline.isFollowed {
      frame.write(
        CleanText("&"), Look(.topic), column: area.column + 3, row: area.row,
        columns: area.columns - 3)
    }
    if headline.isBookmarked {
      frame.write(
        CleanText("★"), Look(.bookmarkMark), column: area.column + 2, row: area.row,
        columns: area.columns - 2)
    }
  }

  /// Source · age · topics, as many as there is room for.
  private func drawFacts(_ headline: Headline, row: Int, in area: Rect, on frame: inout Frame) {
    var column = area.column + Self.indent
    let end = area.endColumn - 1
    func write(_ text: CleanText, _ role: Role) {
      column += frame.write(text, Look(role), column: column, row: row, columns: end - column)
    }
    let age = CleanText(catalogue.text(ArticleDates.age(of: headline.published, now: now)))
    let source = origin(of: headline).truncated(to: max(0, end - column - age.columns - 3))
    write(source, .source)
    if !source.isEmpty { write(CleanText(" · "), .dim) }
    write(age, .age)
    if let reports = reports(under: headline) {
      write(CleanText(" · "), .dim)
      write(reports, .relatedReason)
    }
    for fact in BookmarkFacts.texts(headline.bookmark, now: now, zone: zone) {
      write(CleanText(" · "), .dim)
      write(CleanText(catalogue.text(fact)), .bookmarkMark)
    }
    var separator = CleanText(" · ")
    for topic in headline.topics {
      let chip = CleanText("#" + topic.hyphenated)
      guard column + separator.columns + chip.columns <= end else { continue }
      write(separator, .dim)
      write(chip, .topic)
      separator = CleanText(" ")
    }
  }

  private func drawDense(_ headline: Headline, in area: Rect, on frame: inout Frame) -> Int {
    drawMarks(headline, in: area, on: &frame)
    let age = CleanText(catalogue.text(ArticleDates.age(of: headline.published, now: now)))
    let source = origin(of: headline).truncated(to: max(0, area.columns / 4))
    let facts = source.isEmpty ? age.columns : source.columns + 3 + age.columns
    let rows = words.isEmpty ? 1 : 2
    if rows > 1 { drawExcerpt(of: headline, row: area.row + 1, in: area, on: &frame) }
    let hasFacts = area.columns >= 50
    let start = area.column + Self.indent
    let room = area.columns - Self.indent - 1 - (hasFacts ? facts + 2 : 0)
    frame.write(
      denseTitle(headline, columns: area.columns),
      look(of: headline), column: start, row: area.row,
      columns: room)
    guard hasFacts else { return rows }
    var column = area.endColumn - 1 - facts
    func write(_ text: CleanText, _ role: Role) {
      column += frame.write(
        text, Look(role), column: column, row: area.row, columns: area.endColumn - column)
    }
    write(source, .source)
    if !source.isEmpty { write(CleanText(" · "), .dim) }
    write(age, .age)
    return rows
  }

  /// For how many reports of its story and copies of its text a row stands:
  /// `▸ 4 reports · 2 new · ▸ 1 copy`; `nil` for its own only.
  func reports(under headline: Headline) -> CleanText? {
    func mark(_ isOpen: Bool) -> String { isOpen ? "▾ " : "▸ " }
    var facts: [String] = []
    if let count = list.folds.count(under: headline) {
      let others = count.unread - (headline.isUnread ? 1 : 0)
      let reports: Phrase = "\(count.reports) reports"
      let new: Phrase = count.isOpen || others < 1 ? "" : "\(others) new"
      facts.append(mark(count.isOpen) + catalogue.text(.list([reports, new])))
    }
    if let count = list.folds.copies.count(under: headline) {
      let others = count.reports - 1
      facts.append(
        mark(count.isOpen) + catalogue.text(others == 1 ? "1 copy" : "\(others) copies"))
    }
    return facts.isEmpty ? nil : CleanText(facts.joined(separator: " · "))
  }

  // MARK: - Days

  private func day(_ index: Int) -> Int { zone.civil(list.rows[index].published).daysSince1970 }

  /// Whether a line above a row says its day: where the day changes, and on top of the drawn rows
  /// unless that is today's.
  func hasSeparator(above index: Int, isFirst: Bool) -> Bool {
    guard !isFirst, let above = list.shownIndex(from: index, step: -1) else { return false }
    return day(index) != day(above)
  }

  private func drawDay(_ date: Date, row: Int, in area: Rect, on frame: inout Frame) {
    let name = CleanText("─ \(catalogue.text(DayNames.name(of: date, now: now, zone: zone))) ")
    let look = Look(.daySeparator)
    let used = frame.write(
      name, look, column: area.column, row: row, columns: area.columns)
    let line = CleanText(String(repeating: "─", count: max(0, area.columns - used - 1)))
    frame.write(line, look, column: area.column + used, row: row, columns: area.columns - used)
  }
}

extension String {
  /// A topic as one word.
  fileprivate var hyphenated: String {
    utf8.contains(0x20) ? String(map { $0 == " " ? "-" : $0 }) : self
  }
}
