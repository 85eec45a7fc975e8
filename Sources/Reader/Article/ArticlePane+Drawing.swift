import Articles
import Screen
import TextLayout

extension ArticlePane {
  /// Draws the article into an area; the pane has its size already, as a rule.
  func draw(in area: Rect, on frame: inout Frame) {
    guard area.columns > 0, area.rows > 0, let outline else { return }
    guard area.columns == columns, area.rows == rows else {
      var pane = self
      pane.resize(columns: area.columns, rows: area.rows)
      return pane.draw(in: area, on: &frame)
    }
    let visible = visibleLines
    for (row, shown) in visible.enumerated() {
      draw(shown.line, outline: outline, row: area.row + row, in: area, on: &frame)
      let place = shown.place.passage
      markHits(on: shown.line, passage: place, row: area.row + row, in: area, &frame)
      markQuotes(on: shown.line, passage: place, row: area.row + row, in: area, &frame)
    }
    if hints != nil { drawHints(on: visible.map(\.line), in: area, &frame) }
    drawScrollBar(in: area, on: &frame)
  }

  private func draw(
    _ line: ArticleLine, outline: ArticleOutline, row: Int, in area: Rect, on frame: inout Frame
  ) {
    if let part = line.picture, let picture {
      let column = margins.left + part.column
      frame.draw(
        picture.blocks, row: part.row, at: row, column: area.column + column,
        columns: area.columns - column)
    }
    let line = line.isCode ? line.cut(from: sideways, columns: margins.textColumns) : line
    for fragment in line.fragments {
      var column = margins.left + fragment.column
      for run in fragment.runs {
        guard column < area.columns else { break }
        let link = link(numbered: run.style.link)
        frame.write(
          run.text.withPlainSpaces, run.style.look, column: area.column + column, row: row,
          columns: area.columns - column, link: link?.canBeOpened == true ? link?.address : nil,
          isOrdered: true)
        column += run.text.columns
      }
    }
  }

  private func markHits(
    on line: ArticleLine, passage: Int, row: Int, in area: Rect, _ frame: inout Frame
  ) {
    guard let search else { return }
    let hits = search.hits(in: passage)
    for index in hits.indices {
      let look = Look(index == search.current ? .currentHit : .hit)
      for cells in cells(of: hits[index].bytes, on: line, row: row, in: area) {
        frame.restyle(cells, look)
      }
    }
  }

  /// Kept quotes are underlined, what is being chosen is drawn as the selection.
  private func markQuotes(
    on line: ArticleLine, passage: Int, row: Int, in area: Rect, _ frame: inout Frame
  ) {
    for hit in quoteHits where hit.passage == passage {
      for cells in cells(of: hit.bytes, on: line, row: row, in: area) {
        frame.add([.underline, .bold], to: cells)
      }
    }
    for hit in selectionHits where hit.passage == passage {
      for cells in cells(of: hit.bytes, on: line, row: row, in: area) {
        frame.restyle(cells, Look(.selected))
      }
    }
  }

  /// The cells that bytes of a passage's text take on a line.
  private func cells(
    of bytes: Range<Int>, on line: ArticleLine, row: Int, in area: Rect
  ) -> [Rect] {
    line.columns(of: bytes).compactMap { columns in
      let moved = line.isCode ? sideways : 0
      let start = max(0, margins.left + columns.lowerBound - moved)
      let end = min(area.columns, margins.left + columns.upperBound - moved)
      guard start < end else { return nil }
      return Rect(column: area.column + start, row: row, columns: end - start, rows: 1)
    }
  }

  private func drawHints(on lines: [ArticleLine], in area: Rect, _ frame: inout Frame) {
    guard let hints else { return }
    var labels: [Int: LinkHints.Label] = [:]
    for label in hints.matching { labels[label.number] = label }
    for (row, line) in lines.enumerated() {
      for link in line.links {
        guard let label = labels.removeValue(forKey: link.number) else { continue }
        let letters = label.letters.dropFirst(hints.typed.count)
        let column = margins.left + link.column - (line.isCode ? sideways : 0)
        guard column >= 0, column < area.columns else { continue }
        frame.write(
          CleanText(letters), Look(.hint, .bold), column: area.column + column,
          row: area.row + row, columns: area.columns - column)
      }
    }
  }

  /// The part of the article on the screen, as a bar at the right edge; none when all of it is.
  private func drawScrollBar(in area: Rect, on frame: inout Frame) {
    let share = visibleShare
    guard margins.hasScrollBar, area.rows > 2, share.upperBound - share.lowerBound < 1 else {
      return
    }
    let rows = Double(area.rows)
    let length = max(1, Int((rows * (share.upperBound - share.lowerBound)).rounded()))
    let isDown = share.upperBound >= 1
    let start = isDown ? area.rows - length : Int(rows * share.lowerBound)
    for row in max(0, start)..<min(area.rows, max(0, start) + length) {
      frame.write(
        CleanText("▐"), Look(.scrollBar), column: area.column + area.columns - 1,
        row: area.row + row, columns: 1)
    }
  }
}

extension ArticleLine {
  /// A line of code as far as it is seen: `‹` and `›` stand where it goes on.
  func cut(from first: Int, columns: Int) -> ArticleLine {
    var line = self
    for index in fragments.indices where fragments[index].start != nil {
      let fragment = fragments[index]
      let room = max(1, columns - fragment.column)
      guard first > 0 || fragment.columns > room, let run = fragment.runs.first else { continue }
      var (text, column) = ("", 0)
      for character in run.text.string {
        let width = character.cellWidth
        let isFirst = column < first + (first > 0 ? 1 : 0)
        if column + width > first + room { break }
        if !isFirst { text.append(character) }
        column += width
      }
      if first > 0, fragment.columns > 0 { text = "‹" + text }
      if fragment.columns > first + room {
        text = CleanText(text).split(at: max(0, room - 1)).0.string + "›"
      }
      line.fragments[index].runs = [Run(CleanText(text), run.style)]
    }
    return line
  }
}
