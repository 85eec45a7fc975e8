import Articles
import Screen
import TextLayout

/// The form of a bookmark and the list of quotes.
extension Model {
  // MARK: - Writing on a bookmark

  func draw(_ form: BookmarkForm, on frame: inout Frame) {
    let folders = form.field == .folder ? form.matchingFolders : []
    let area = box(
      columns: min(70, size.columns - 6), rows: min(8, size.rows - 3), title: "Bookmark",
      hint: "Tab next  ⏎ keep  Esc cancel", on: &frame)
    frame.write(
      CleanText(form.title).truncated(to: area.columns), Look(.popup, .bold), column: area.column,
      row: area.row, columns: area.columns)
    for field in BookmarkForm.Field.allCases {
      let row = area.row + (area.rows >= 6 ? 2 : 1) + field.rawValue
      guard row < area.endRow else { break }
      draw(field, of: form, row: row, in: area, on: &frame)
    }
    let names = folders.prefix(6).map { "\($0.name) (\($0.bookmarks))" }
    let notes = form.problem.isEmpty ? names.joined(separator: " · ") : form.problem
    let look = Look(form.problem.isEmpty ? .popup : .statusError)
    guard area.rows >= 7, !notes.isEmpty else { return }
    frame.write(
      CleanText(notes).truncated(to: area.columns), look, column: area.column,
      row: area.endRow - 1, columns: area.columns)
  }

  private func draw(
    _ field: BookmarkForm.Field, of form: BookmarkForm, row: Int, in area: Rect,
    on frame: inout Frame
  ) {
    let isActive = field == form.field
    let mark = CleanText((isActive ? "› " : "  ") + text(field.title)).padded(to: 10)
    frame.write(
      mark, Look(.popup, isActive ? .bold : []), column: area.column, row: row,
      columns: area.columns)
    let column = area.column + mark.columns
    let room = max(1, area.endColumn - column - 1)
    let prompt = form.line(field)
    let before = CleanText(String(prompt.line.prefix(prompt.cursor)))
    let hidden = isActive ? max(0, before.columns - room) : 0
    let line = Rect(column: column, row: row, columns: area.endColumn - column, rows: 1)
    frame.fill(line, Look(isActive ? .popupSelected : .popup))
    let hint = field == .due && prompt.line.isEmpty && !isActive
    let shown =
      hint ? CleanText(text("tomorrow, friday, 3d, 2026-01-31")) : CleanText(prompt.line)
    frame.write(
      shown.split(at: hidden).1,
      Look(isActive ? .popupSelected : .popup, hint ? .italic : []), column: column, row: row,
      columns: line.columns)
    guard isActive else { return }
    frame.cursor = Position(
      column: min(area.endColumn - 1, column + before.columns - hidden), row: row)
  }

  // MARK: - Quotes

  func draw(_ panel: QuotesPanel, on frame: inout Frame) {
    let count = panel.quotes?.count ?? 0
    let area = box(
      columns: min(90, size.columns - 6), rows: max(3, size.rows - 6),
      title: count == 1 ? "1 quote" : "\(grouped: count) quotes",
      of: .quotes, on: &frame)
    guard let quotes = panel.quotes else { return }
    guard !quotes.isEmpty else {
      let words = CleanText(
        text(
          """
          None yet: \(key: .selectText) chooses sentences of an article, \
          \(key: .keep, in: .sentences) keeps them.
          """))
      frame.write(
        words, Look(.popup), column: area.column, row: area.row, columns: area.columns)
      return
    }
    var row = area.row
    for index in firstQuote(panel, in: area)..<quotes.count where row < area.endRow {
      let isSelected = index == panel.selection
      for (number, line) in quoteLines(quotes[index], columns: area.columns - 2).enumerated()
      where row < area.endRow {
        let look = Look(
          isSelected && (number == 0 || !line.isSource) ? .popupSelected : .popup)
        let place = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
        frame.fill(place, look)
        frame.write(
          CleanText(isSelected ? "▎" : " ") + line.text, look, column: area.column, row: row,
          columns: area.columns)
        row += 1
      }
      row += 1
    }
  }

  private struct QuoteLine {
    var text: CleanText
    var isSource = false
  }

  /// The words of a quote, at most six lines of them, and where they are from.
  private func quoteLines(_ quote: Quote, columns: Int) -> [QuoteLine] {
    let run = Run(CleanText("“\(quote.passage.text)”"), false)
    let words = lines(of: [run], columns: max(1, columns), breaking: .greedy).map(\.text)
    var shown = words.prefix(6).map { QuoteLine(text: $0) }
    if words.count > 6 {
      shown[5].text = shown[5].text.truncated(to: columns - 2) + CleanText(" …")
    }
    let facts = [quote.source, quote.title].filter { !$0.isEmpty }.joined(separator: " · ")
    let source = CleanText("— \(facts)").truncated(to: max(1, columns))
    return shown + [QuoteLine(text: source, isSource: true)]
  }

  /// The first quote that is drawn, so that the selected one is on the screen whole.
  private func firstQuote(_ panel: QuotesPanel, in area: Rect) -> Int {
    guard let quotes = panel.quotes else { return 0 }
    var (first, rows) = (panel.selection, 0)
    while first >= 0 {
      rows += quoteLines(quotes[first], columns: area.columns - 2).count + 1
      if rows > area.rows + 1 { return min(first + 1, panel.selection) }
      first -= 1
    }
    return 0
  }
}
