import Articles
import Screen
import TextLayout

/// The palette: opened, typed in, drawn, and what its rows do.
extension Model {
  mutating func openPalette() -> [Effect] {
    let commands = Command.table.filter { $0.command != .palette }.map { entry in
      PalettePanel.Row(
        .command(entry.command), title: text(entry.title), name: entry.command.rawValue)
    }
    mode = .palette(
      PalettePanel(commands + savedViews.map { PalettePanel.Row(.view($0), title: $0.name) }))
    let limit = PalettePanel.nameLimit
    return [
      .listNames(.topic, beginning: "", limit: limit, request(.paletteTopics)),
      .listNames(.source, beginning: "", limit: limit, request(.paletteSources)),
    ]
  }

  mutating func takeIn(names: [String], forPalette request: Request) {
    guard isCurrent(request), case .palette(var panel) = mode else { return }
    panel.add(
      names.map { name in
        request.kind == .paletteTopics
          ? PalettePanel.Row(.topic(name), title: "#\(name)")
          : PalettePanel.Row(.source(name), title: name)
      })
    mode = .palette(panel)
  }

  mutating func takeIn(headlines: [Headline], forPalette request: Request) {
    guard isCurrent(request), case .palette(var panel) = mode else { return }
    panel.show(headlines)
    mode = .palette(panel)
  }

  mutating func press(_ key: Key, in panel: PalettePanel) -> [Effect] {
    var panel = panel
    switch key {
    case .escape, .control("c"), .control("g"):
      mode = restingMode
      return []
    case .enter:
      mode = restingMode
      return panel.selected.map { go(to: $0.target) } ?? []
    case .down, .control("n"): panel.select(panel.selection + 1)
    case .up, .control("p"): panel.select(panel.selection - 1)
    case .pageDown: panel.select(panel.selection + 10)
    case .pageUp: panel.select(panel.selection - 10)
    default:
      panel.prompt.take(key)
      return find(panel)
    }
    mode = .palette(panel)
    return []
  }

  /// Shows what fits the line, and asks for headlines in which its words stand.
  mutating func find(_ panel: PalettePanel) -> [Effect] {
    var panel = panel
    panel.find()
    mode = .palette(panel)
    drop(.paletteHeadlines)
    let line = panel.prompt.line
    guard line.contains(where: { $0.isLetter || $0.isNumber }),
      let live = try? QueryText.live(line, zone: surroundings.zone),
      let query = try? QueryText.query(live, zone: surroundings.zone)
    else { return [] }
    return [
      .loadHeadlines(
        query, at: .start, limit: PalettePanel.headlineLimit, request(.paletteHeadlines))
    ]
  }

  private mutating func go(to target: PalettePanel.Target) -> [Effect] {
    switch target {
    case .command(let command): return perform(command)
    case .view(let view): return show(view)
    case .topic(let name):
      focus = .headlines
      return changeScope { $0.topics = [TopicChoice(name, isWanted: true)] }
    case .source(let name): return search("source:\"\(name.filter { $0 != "\"" })\"")
    case .headline(let headline): return read(headline)
    }
  }

  // MARK: - Drawing

  func draw(_ panel: PalettePanel, on frame: inout Frame) {
    var area = box(
      columns: min(84, size.columns - 6), rows: max(2, min(18, size.rows - 5)), title: "Palette",
      hint: "⏎ go  Esc", on: &frame)
    let line = area.cutTop(1)
    let typed = CleanText(panel.prompt.line)
    let before = CleanText(String(panel.prompt.line.prefix(panel.prompt.cursor)))
    let hidden = max(0, before.columns - line.columns + 1)
    frame.write(
      typed.isEmpty ? CleanText(text("type a few letters")) : typed.split(at: hidden).1,
      Look(typed.isEmpty ? .popup : .popupTitle), column: line.column, row: line.row,
      columns: line.columns)
    frame.cursor = Position(
      column: min(line.endColumn - 1, line.column + before.columns - hidden), row: line.row)
    let first = firstLine(selected: panel.selection, count: panel.rows.count, rows: area.rows)
    for (place, row) in panel.rows.dropFirst(first).prefix(area.rows).enumerated() {
      let rect = Rect(column: area.column, row: area.row + place, columns: area.columns, rows: 1)
      draw(row, in: rect, isSelected: first + place == panel.selection, on: &frame)
    }
  }

  private func draw(
    _ row: PalettePanel.Row, in area: Rect, isSelected: Bool, on frame: inout Frame
  ) {
    let look = Look(isSelected ? .popupSelected : .popup)
    frame.fill(area, look)
    let facts = CleanText(facts(of: row.target)).truncated(to: area.columns / 2)
    frame.write(
      facts, look, column: area.endColumn - facts.columns, row: area.row, columns: facts.columns)
    let title = CleanText(row.title).truncated(to: max(1, area.columns - facts.columns - 2))
    frame.write(title, look, column: area.column, row: area.row, columns: title.columns)
    // In text that runs to the left the letters are drawn elsewhere.
    guard CleanText(row.title).string == row.title, title.isSimple else { return }
    let marked = Look(look.role, [.bold, .underline])
    for place in row.places where place < title.columns {
      frame.restyle(
        Rect(column: area.column + place, row: area.row, columns: 1, rows: 1), marked)
    }
  }

  /// What kind of thing a row is, and the key that does the same.
  private func facts(of target: PalettePanel.Target) -> String {
    switch target {
    case .command(let command):
      surroundings.keymap.notations(of: command, in: focus).first ?? ":" + command.rawValue
    case .view(let view): text("view") + (view.key.map { "  g\($0)" } ?? "")
    case .topic: text("topic")
    case .source: text("source")
    case .headline(let headline):
      text(
        .list([
          Phrase(verbatim: headline.source), ArticleDates.age(of: headline.published, now: now),
        ]))
    }
  }
}
