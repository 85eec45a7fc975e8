import Articles

extension ArticlePane {
  /// Moves the text up by `lines`, or down when it is negative; stops at the ends.
  mutating func scroll(by lines: Int) {
    guard let outline else { return }
    var place = top
    if lines >= 0 {
      let end = endTop()
      place.line = place.line.addingReportingOverflow(lines).partialValue
      if place.line < 0 { return move(to: end) }
      while place.passage < outline.passages.count, place < end {
        let count = self.lines(of: place.passage).count
        if place.line < count { break }
        place = LinePlace(passage: place.passage + 1, line: place.line - count)
      }
      move(to: min(place, end))
    } else {
      place.line = place.line.addingReportingOverflow(max(lines, -.max / 2)).partialValue
      while place.line < 0, place.passage > 0 {
        place.passage -= 1
        place.line += self.lines(of: place.passage).count
      }
      move(to: LinePlace(passage: place.passage, line: max(0, place.line)))
    }
  }

  /// Moves by whole screens, keeping a line of the old one; negative goes back.
  mutating func scroll(pages: Int) {
    let step = max(1, rows > 4 ? rows - 1 : rows)
    scroll(by: min(max(pages, -1_000_000), 1_000_000) * step)
  }

  /// Moves by half screens; negative goes back.
  mutating func scroll(halfPages: Int) {
    scroll(by: min(max(halfPages, -1_000_000), 1_000_000) * max(1, rows / 2))
  }

  /// Moves lines of code to the left, or back when it is negative.
  mutating func scroll(sideways columns: Int) {
    let width = margins.textColumns
    let widest = visibleLines.reduce(0) { $1.line.isCode ? max($0, $1.line.columns) : $0 }
    sideways = min(max(0, sideways + min(max(columns, -4_096), 4_096)), max(0, widest - width))
  }

  mutating func toStart() { move(to: LinePlace()) }
  mutating func toEnd() { move(to: endTop()) }

  /// Whether the first line is on the screen.
  var isAtStart: Bool {
    (0..<top.passage).allSatisfy { currentLines(of: $0).isEmpty } && top.line == 0
  }

  /// Whether the last line is on the screen.
  var isAtEnd: Bool {
    guard let outline else { return true }
    guard let last = visibleLines.last?.place else { return true }
    guard last.line + 1 >= currentLines(of: last.passage).count else { return false }
    return ((last.passage + 1)..<max(last.passage + 1, outline.passages.count))
      .allSatisfy { currentLines(of: $0).isEmpty }
  }

  /// The place at the top of the pane; setting it moves there.
  var anchor: ArticleAnchor {
    get { chosen }
    set {
      chosen = newValue
      top = min(place(of: newValue), endTop())
      hints = nil
      setVisible()
    }
  }

  /// Shows a line at the top and takes it for what the reader chose.
  mutating func move(to place: LinePlace) {
    top = place
    hints = nil
    let lines = lines(of: place.passage)
    let offset = lines.indices.contains(place.line) ? lines[place.line].start : -1
    chosen = ArticleAnchor(passage: place.passage - (outline?.bodyStart ?? 0), offset: offset)
    setVisible()
  }

  /// The line in which a place lies at the present width.
  mutating func place(of anchor: ArticleAnchor) -> LinePlace {
    guard let outline, !outline.passages.isEmpty else { return LinePlace() }
    let wanted = anchor.passage.addingReportingOverflow(outline.bodyStart).partialValue
    let passage = min(max(0, wanted), outline.passages.count - 1)
    let line = lines(of: passage).lastIndex { $0.start <= anchor.offset }
    return LinePlace(passage: passage, line: line ?? 0)
  }

  // MARK: How far

  /// Where the reader is in the article: "¶ 12/34 · 38%".
  var progress: String {
    guard let outline else { return "" }
    let percent = "\(Int(visibleShare.upperBound * 100))%"
    guard outline.paragraphs > 0 else { return percent }
    return "¶ \(paragraph)/\(outline.paragraphs) · \(percent)"
  }

  /// Number of the body paragraph at the top of the pane.
  var paragraph: Int {
    guard let outline else { return 0 }
    let passage = min(max(top.passage, outline.bodyStart), outline.passages.count - 1)
    guard passage >= 0 else { return 0 }
    let number = outline.passages[passage].paragraph
    return number > 0 ? number : passage <= outline.bodyStart ? 1 : outline.paragraphs
  }

  /// The part of the article that is on the screen, 0...1.
  var visibleShare: Range<Double> {
    guard let outline, let last = visibleLines.last?.place else { return 0..<1 }
    func share(_ place: LinePlace, lines: Int) -> Double {
      let count = max(1, currentLines(of: place.passage).count)
      let inside = Double(min(count, place.line + lines)) / Double(count)
      let passage = Double(outline.passages[place.passage].weight)
      let before = Double(outline.weightBefore[place.passage])
      return min(1, (before + passage * inside) / Double(outline.weight))
    }
    let start = isAtStart ? 0 : share(top, lines: 0)
    return start..<max(start, isAtEnd ? 1 : share(last, lines: 1))
  }
}
