import Screen
import TextLayout

/// Puts the words of a line in their columns: in the order in which they are drawn, with wider
/// gaps where lines are drawn out, with a hyphen behind a parted word.
struct LineFlow {
  /// Columns for the text.
  let columns: Int
  let isJustified: Bool
  /// Whether the passage runs to the left.
  let runsToLeft: Bool
  private let order: TextOrder?

  /// Prepares for the lines of a segment, each of at most so many columns.
  init(
    _ segment: [Run<ArticleStyle>], columns: Int, runsToLeft: Bool, typography: Typography
  ) {
    self.columns = columns
    self.runsToLeft = runsToLeft
    isJustified = typography.isJustified && !runsToLeft
    let hasOrder =
      typography.ordersText
      && segment.contains { !$0.text.isSimple && TextOrder.hasTextToLeft($0.text.string) }
    order =
      hasOrder ? TextOrder(segment.map(\.text.string).joined(), runsToLeft: runsToLeft) : nil
  }

  /// The parts of a line of the segment, the first of them at `column`.
  ///
  /// `offset` counts the bytes of the passage before the segment; the last line of a segment is not
  /// drawn out. Where the passage runs to the left, columns are counted from the right.
  func fragments(
    of line: Line<ArticleStyle>, offset: Int, column: Int, isLast: Bool
  ) -> [ArticleLine.Fragment] {
    if let order { return ordered(line, order, offset: offset, column: column) }
    if isJustified, !isLast, let spread = spread(line, offset: offset, column: column) {
      return spread
    }
    let whole = ArticleLine.Fragment(column: column, runs: line.runs, start: offset + line.start)
    return [whole] + hyphen(of: line, column: column + line.columns)
  }

  private func hyphen(of line: Line<ArticleStyle>, column: Int) -> [ArticleLine.Fragment] {
    guard line.endsInHyphen, var style = line.runs.last?.style else { return [] }
    style.isAdded = true
    return [.init(column: column, runs: [Run(CleanText("-"), style)], start: nil)]
  }

  // MARK: Order

  private func ordered(
    _ line: Line<ArticleStyle>, _ order: TextOrder, offset: Int, column: Int
  ) -> [ArticleLine.Fragment] {
    let count = line.runs.reduce(0) { $0 + $1.text.string.utf8.count }
    var pieces = order.pieces(of: line.start..<line.start + count)
    // Passages that run to the left are laid out from the right: their first part comes first.
    if runsToLeft { pieces.reverse() }
    var column = column
    return pieces.map { piece in
      var runs = line.runs(of: piece.bytes)
      if piece.runsToLeft { runs = runs.reversed().map { Run($0.text.turned, $0.style) } }
      var fragment = ArticleLine.Fragment(
        column: column, runs: runs, start: offset + piece.bytes.lowerBound)
      fragment.isReversed = piece.runsToLeft
      column += fragment.columns
      return fragment
    }
  }

  // MARK: Justification

  /// The words with wider gaps; `nil` when that would tear the line apart.
  private func spread(
    _ line: Line<ArticleStyle>, offset: Int, column: Int
  ) -> [ArticleLine.Fragment]? {
    let gaps = line.gaps
    let missing = columns - line.columns - (line.endsInHyphen ? 1 : 0)
    guard missing > 0, missing <= 2 * gaps.count else { return nil }
    var fragments: [ArticleLine.Fragment] = []
    var (start, next) = (line.start, column)
    for (index, gap) in gaps.enumerated() {
      let runs = line.runs(of: start..<gap.byte)
      let words = ArticleLine.Fragment(column: next, runs: runs, start: offset + start)
      // The wider gaps are spread evenly over the line.
      let width = missing * (index + 1) / gaps.count - missing * index / gaps.count
      fragments.append(words)
      next += words.columns
      if width > 0 {
        var style = gap.style
        style.isAdded = true
        let space = Run(CleanText(String(repeating: " ", count: width)), style)
        fragments.append(.init(column: next, runs: [space], start: nil))
        next += width
      }
      start = gap.byte
    }
    let end = line.start + line.runs.reduce(0) { $0 + $1.text.string.utf8.count }
    let last = ArticleLine.Fragment(
      column: next, runs: line.runs(of: start..<end), start: offset + start)
    return fragments + [last] + hyphen(of: line, column: next + last.columns)
  }
}

extension Line<ArticleStyle> {
  /// Spaces between words, by their place in the paragraph, with the style that they have.
  fileprivate var gaps: [(byte: Int, style: ArticleStyle)] {
    var gaps: [(byte: Int, style: ArticleStyle)] = []
    var byte = start
    for run in runs {
      for unit in run.text.string.utf8 {
        if unit == 0x20 { gaps.append((byte, run.style)) }
        byte += 1
      }
    }
    return gaps
  }

  /// The runs of a part of the line, given in bytes of the paragraph.
  fileprivate func runs(of bytes: Range<Int>) -> [Run<ArticleStyle>] {
    var (found, base): ([Run<ArticleStyle>], Int) = ([], start)
    for run in runs {
      let utf8 = run.text.string.utf8
      let range = bytes.clamped(to: base..<base + utf8.count)
      if !range.isEmpty {
        let first = utf8.index(utf8.startIndex, offsetBy: range.lowerBound - base)
        let last = utf8.index(first, offsetBy: range.count)
        found.append(Run(run.text[first..<last], run.style))
      }
      base += utf8.count
    }
    return found
  }
}
