import Articles
import Screen
import TextLayout

/// The panels that open over the screen.
extension Model {
  func drawPanel(on frame: inout Frame) {
    if let sources { draw(sources, on: &frame) }
    switch mode {
    case .feeds(let chooser): draw(chooser, on: &frame)
    case .confirmation(let question): draw(question, on: &frame)
    case .topics(let panel): draw(panel, on: &frame)
    case .help(let panel): draw(panel, on: &frame)
    case .themes(let panel): draw(panel, on: &frame)
    case .links(let panel): draw(panel, on: &frame)
    case .reading where showsContinuations: drawContinuations(on: &frame)
    case .bookmark(let form): draw(form, on: &frame)
    case .quotes(let panel): draw(panel, on: &frame)
    case .statistics(let panel): draw(panel, on: &frame)
    case .views(let panel): draw(panel, on: &frame)
    case .story(let panel): draw(panel, on: &frame)
    case .steps(let panel): draw(panel, on: &frame)
    case .mutings(let panel): draw(panel, on: &frame)
    case .readings(let panel): draw(panel, on: &frame)
    case .palette(let panel): draw(panel, on: &frame)
    case .reading, .prompt, .sources, .hints, .selecting: break
    }
  }

  // MARK: - The box

  /// Draws an empty box in the middle of the screen, with a title; gives back what is inside it.
  func box(
    columns: Int, rows: Int, title: Phrase, hint: Phrase, on frame: inout Frame
  ) -> Rect {
    if isPlain { return page(title: title, hint: hint, on: &frame) }
    let width = min(columns + 4, size.columns)
    let height = min(rows + 2, max(0, size.rows - 1))
    let area = Rect(
      column: (size.columns - width) / 2, row: max(0, (size.rows - height) / 2),
      columns: width, rows: height)
    frame.fill(area, Look(.popup))
    guard width >= 4, height >= 2 else { return area }
    drawBorder(of: area, on: &frame)
    frame.write(
      CleanText(" \(text(title)) "), Look(.popupTitle), column: area.column + 2, row: area.row,
      columns: width - 4)
    let words = CleanText(hint.isEmpty ? "" : " \(text(hint)) ")
    if words.columns <= width - 4 {
      frame.write(
        words, Look(.popup), column: area.endColumn - 2 - words.columns,
        row: area.endRow - 1, columns: words.columns)
    }
    return area.inset(columns: 2, rows: 1)
  }

  /// The whole screen but for the last row, with the title above: a panel without a box.
  private func page(title: Phrase, hint: Phrase, on frame: inout Frame) -> Rect {
    var area = Rect(column: 0, row: 0, columns: size.columns, rows: max(0, size.rows - 1))
    frame.fill(area, Look(.popup))
    let words = hint.isEmpty ? text(title) : "\(text(title)). \(text(hint))"
    let line = area.cutTop(1)
    frame.write(CleanText(words), Look(.popupTitle), column: 0, row: 0, columns: line.columns)
    return area
  }

  private func drawBorder(of area: Rect, on frame: inout Frame) {
    let level = String(repeating: "─", count: area.columns - 2)
    let look = Look(.popupBorder)
    frame.write(
      CleanText("┌\(level)┐"), look, column: area.column, row: area.row, columns: area.columns)
    frame.write(
      CleanText("└\(level)┘"), look, column: area.column, row: area.endRow - 1,
      columns: area.columns)
    for row in area.row + 1..<area.endRow - 1 {
      frame.write(CleanText("│"), look, column: area.column, row: row, columns: 1)
      frame.write(CleanText("│"), look, column: area.endColumn - 1, row: row, columns: 1)
    }
  }

  /// Draws a line for each of some things, as many as there is room for around the selected one.
  func drawLines<Thing>(
    _ things: [Thing], selected: Int, in area: Rect, on frame: inout Frame,
    line: (Thing) -> CleanText
  ) {
    let first = firstLine(selected: selected, count: things.count, rows: area.rows)
    for (row, thing) in things.dropFirst(first).prefix(area.rows).enumerated() {
      let look = Look(first + row == selected ? .popupSelected : .popup)
      let place = Rect(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
      frame.fill(place, look)
      frame.write(
        line(thing).truncated(to: area.columns), look, column: area.column, row: place.row,
        columns: area.columns)
    }
  }

  /// The first of `count` lines that is drawn, so that the selected one is visible.
  func firstLine(selected: Int, count: Int, rows: Int) -> Int {
    min(max(0, selected - rows / 2), max(0, count - rows))
  }

  // MARK: - Topics

  private func draw(_ panel: TopicPanel, on frame: inout Frame) {
    let shown = panel.shown
    let rows = min(max(shown.count + 2, 8), size.rows - 6)
    var area = box(
      columns: 46, rows: rows, title: "Topics", of: .topics, on: &frame)
    let line = area.cutTop(1)
    let typed = CleanText(panel.typed.isEmpty ? text("type to narrow") : panel.typed)
    frame.write(
      typed, Look(panel.typed.isEmpty ? .popup : .popupTitle), column: line.column,
      row: line.row, columns: line.columns)
    if panel.topics == nil { return }
    let first = firstLine(selected: panel.selection, count: shown.count, rows: area.rows)
    let most = max(1, shown.map(\.articles).max() ?? 1)
    for (row, topic) in shown.dropFirst(first).prefix(area.rows).enumerated() {
      let isSelected = first + row == panel.selection
      let mark =
        switch panel.choice(of: topic.topic) {
        case true?: "+"
        case false?: "−"
        case nil: " "
        }
      let count = "\(topic.articles)"
      let unread = topic.unread > 0 ? text("\(topic.unread) unread") : ""
      let length = ShareBar.cells(topic.articles, of: most, room: 6)
      let bar = String(repeating: "▪", count: length)
      let look = Look(isSelected ? .popupSelected : .popup)
      let place = Rect(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
      frame.fill(place, look)
      let name = CleanText("\(mark) #\(topic.topic)").truncated(to: max(1, area.columns - 24))
      frame.write(name, look, column: area.column, row: place.row, columns: area.columns)
      let facts = CleanText(bar).padded(to: 7) + CleanText(count)
      frame.write(
        facts, look, column: area.endColumn - 23, row: place.row, columns: 12)
      let right = CleanText(unread)
      frame.write(
        right, look, column: area.endColumn - right.columns, row: place.row, columns: right.columns)
    }
  }

  // MARK: - Help

  private func draw(_ panel: HelpPanel, on frame: inout Frame) {
    let area = box(
      columns: helpColumns, rows: size.rows - 4,
      title: panel.typed.map { .list(["Keys", Phrase(verbatim: "/\($0)")], by: " ") } ?? "Keys",
      of: .help, on: &frame)
    let keyColumns = panel.keyColumns(of: helpColumns)
    let rows = panel.rows(columns: helpColumns) { text($0) }
    for (number, row) in rows.dropFirst(panel.top).prefix(area.rows).enumerated() {
      let place = area.row + number
      frame.write(
        row.keys, Look(.popup, .bold), column: area.column, row: place, columns: keyColumns)
      let start = row.isChapter ? area.column : area.column + keyColumns
      frame.write(
        row.words, Look(row.isChapter ? .popupTitle : .popup), column: start, row: place,
        columns: area.endColumn - start)
    }
  }

  /// Columns of the help.
  var helpColumns: Int { max(1, min(100, size.columns - 6)) }

  // MARK: - Themes

  private func draw(_ panel: ThemePanel, on frame: inout Frame) {
    let rows = min(panel.names.count, size.rows - 6)
    let area = box(columns: 30, rows: rows, title: "Themes", of: .themes, on: &frame)
    drawLines(panel.names, selected: panel.selection, in: area, on: &frame) { CleanText($0) }
  }

  // MARK: - How a sequence of keys goes on

  private func drawContinuations(on frame: inout Frame) {
    let bindings = surroundings.keymap.continuations(of: pendingKeys, in: focus)
    var lines = bindings.map { binding in
      let keys = binding.keys.dropFirst(pendingKeys.count).map(\.notation).joined()
      return CleanText("\(keys)  \(text(binding.title))")
    }
    if letterAwaited != nil {
      lines = markLines.map { CleanText($0).truncated(to: max(1, size.columns - 8)) }
      if lines.isEmpty { lines = [CleanText(text("No mark is set"))] }
    }
    if pendingKeys == [Self.viewKey] {
      let keyed = savedViews.filter { $0.key != nil }
      lines = keyed.map { CleanText("\($0.key ?? " ")  \($0.name)") } + lines
    }
    let rows = min(lines.count, max(1, size.rows - 4))
    let width = lines.map(\.columns).max() ?? 0
    let keys = pendingKeys.map(\.notation).joined()
    let area = box(columns: width, rows: rows, title: Phrase(verbatim: keys), hint: "", on: &frame)
    for (row, line) in lines.prefix(area.rows).enumerated() {
      frame.write(
        line, Look(.popup), column: area.column, row: area.row + row, columns: area.columns)
    }
  }
}
