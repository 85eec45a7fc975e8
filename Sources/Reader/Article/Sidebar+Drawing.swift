import Articles
import FoundationEssentials
import Screen
import TextLayout

/// One row of the sidebar as it is drawn.
struct SidebarRow: Sendable, Hashable {
  var runs: [Run<Look>] = []
  /// The article that it belongs to; nil for titles of sections and empty rows.
  var index: Int?
}

extension Sidebar {
  /// Rows from which on the sidebar is a column; below it is a strip of one row an article.
  private static let columnRows = 6

  /// Draws the related articles into an area: a column, or a strip where there are few rows.
  func draw(in area: Rect, on frame: inout Frame, now: Date, isFocused: Bool) {
    for (number, row) in rows(columns: area.columns, rows: area.rows, now: now).enumerated() {
      var column = 0
      for run in row.runs where column < area.columns {
        column += frame.write(
          run.text, run.style, column: area.column + column, row: area.row + number,
          columns: area.columns - column)
      }
      if isFocused, row.index == selection, row.index != nil {
        let line = Rect(
          column: area.column, row: area.row + number, columns: area.columns, rows: 1)
        frame.restyle(line, Look(.selected))
      }
    }
  }

  /// The index of the article at a row of the area, for the mouse; nil where there is none.
  func index(atRow row: Int, columns: Int, rows: Int, now: Date) -> Int? {
    let drawn = self.rows(columns: columns, rows: rows, now: now)
    return drawn.indices.contains(row) ? drawn[row].index : nil
  }

  /// The rows that are drawn, never more than `rows`.
  func rows(columns: Int, rows: Int, now: Date) -> [SidebarRow] {
    guard columns > 0, rows > 0 else { return [] }
    guard !related.isEmpty else {
      return [
        SidebarRow(runs: [Run(CleanText(" " + catalogue.text("No related articles")), Look(.dim))])
      ]
    }
    let isColumn = rows >= Self.columnRows
    let drawn =
      isColumn
      ? columnRows(columns: columns, rows: rows, now: now)
      : stripRows(columns: columns, rows: rows, now: now)
    return Array(drawn.prefix(rows))
  }

  private func sectionTitle(_ relation: RelatedArticle.Relation) -> CleanText {
    CleanText(catalogue.text(relation == .sameStory ? "THE SAME STORY" : "RELATED"))
  }

  private func facts(_ article: RelatedArticle, now: Date) -> String {
    let age = catalogue.text(ArticleDates.age(of: article.headline.published, now: now))
    return [article.headline.source, age].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func reasons(_ article: RelatedArticle) -> String {
    article.shared.prefix(4).joined(separator: " · ")
  }

  // MARK: Column

  private func columnRows(columns: Int, rows: Int, now: Date) -> [SidebarRow] {
    // Only what is drawn is set: the selected article, as many as fit above it, and then below.
    var drawn = block(selection, columns: columns, now: now)
    var first = selection
    while first > 0, drawn.count < rows {
      let above = block(first - 1, columns: columns, now: now)
      guard drawn.count + above.count <= rows else { break }
      drawn = above + drawn
      first -= 1
    }
    for index in related.indices.dropFirst(selection + 1) {
      guard drawn.count <= rows else { break }
      drawn += block(index, columns: columns, now: now)
    }
    if drawn.first?.runs.isEmpty == true { drawn.removeFirst() }
    return drawn
  }

  /// The rows of one article, with the title of its section above the first of each.
  private func block(_ index: Int, columns: Int, now: Date) -> [SidebarRow] {
    let article = related[index]
    var block: [SidebarRow] = []
    if index == 0 || related[index - 1].relation != article.relation {
      if index > 0 { block.append(SidebarRow()) }
      let title = CleanText(" ") + sectionTitle(article.relation)
      block.append(SidebarRow(runs: [Run(title.truncated(to: columns), Look(.paneTitle, .bold))]))
    }
    let mark = CleanText(index == selection ? "▎" : " ")
    func add(_ text: CleanText, _ look: Look) {
      let runs = [Run(mark, Look(.unreadMark)), Run(text.truncated(to: max(0, columns - 1)), look)]
      block.append(SidebarRow(runs: runs, index: index))
    }
    let isUnread = article.headline.isUnread
    let look = Look(.relatedTitle, isUnread ? .bold : [])
    for line in Self.title(article.headline.title, columns: columns - 1) { add(line, look) }
    add(CleanText("  \(facts(article, now: now))"), Look(.source))
    let reasons = reasons(article)
    if !reasons.isEmpty { add(CleanText("  \(reasons)"), Look(.relatedReason)) }
    return block
  }

  /// A headline in two lines at most.
  static func title(_ title: String, columns: Int) -> [CleanText] {
    let run = Run(CleanText(title.prefix(400)), Look(.relatedTitle))
    let lines = TextLayout.lines(of: [run], columns: max(1, columns), breaking: .greedy)
      .map(\.text)
    guard lines.count > 2 else { return lines }
    let second = lines[1] + CleanText(" ") + lines[2] + CleanText(" …")
    return [lines[0], second.truncated(to: max(1, columns))]
  }

  // MARK: Strip

  private func stripRows(columns: Int, rows: Int, now: Date) -> [SidebarRow] {
    var drawn: [SidebarRow] = []
    if rows > 1, let selected {
      let title = sectionTitle(selected.relation)
      let count = CleanText("  \(selection + 1)/\(related.count)")
      drawn.append(
        SidebarRow(runs: [
          Run(CleanText(" ") + title, Look(.paneTitle, .bold)), Run(count, Look(.dim)),
        ]))
    }
    let room = max(1, rows - drawn.count)
    let first = min(max(0, selection - room + 1), max(0, related.count - room))
    for index in first..<min(related.count, first + room) {
      drawn.append(stripRow(index, columns: columns, now: now))
    }
    return drawn
  }

  /// Headline, source, age and reason of one article in one row.
  private func stripRow(_ index: Int, columns: Int, now: Date) -> SidebarRow {
    let article = related[index]
    let mark = CleanText(index == selection ? "▎" : " ")
    let facts = CleanText("  \(facts(article, now: now))")
    let reasons = reasons(article)
    let reason = CleanText(reasons.isEmpty ? "" : "  \(reasons)")
    let title = CleanText(article.headline.title)
    let room = columns - 1
    let width = min(title.columns, max(room - facts.columns - reason.columns, room * 3 / 5))
    let look = Look(.relatedTitle, article.headline.isUnread ? .bold : [])
    let rest = max(0, room - width)
    let runs = [
      Run(mark, Look(.unreadMark)), Run(title.truncated(to: width), look),
      Run(facts.truncated(to: rest), Look(.source)),
      Run(reason.truncated(to: max(0, rest - facts.columns)), Look(.relatedReason)),
    ]
    return SidebarRow(runs: runs, index: index)
  }
}
