/// Breaks styled text into lines.
///
/// No line is wider than `columns`; a word that is wider is cut. Spaces at line ends are dropped.
/// Costs the length of the text; `optimal` costs the words of a line more.
/// - Parameters:
///   - runs: One paragraph.
///   - columns: Cells of a line; less than 1 counts as 1, and then wide characters stand out.
///   - breaking: How the text is spread.
///   - hyphenator: Parts words for `optimal`; words stay whole without one.
/// - Returns: The lines from top to bottom; none for a text of spaces.
public func lines<Style>(
  of runs: [Run<Style>], columns: Int, breaking: LineBreaking, hyphenator: Hyphenator? = nil
) -> [Line<Style>] {
  let columns = max(1, columns)
  let text = runs.count == 1 ? runs[0].text.string : runs.map(\.text.string).joined()
  let pieces = LineSegments(
    text, limit: columns, hyphenator: breaking == .optimal ? hyphenator : nil)
  let ranges =
    switch breaking {
    case .greedy: pieces.greedy(columns: columns)
    case .balanced: pieces.balanced(columns: columns)
    case .optimal: pieces.optimal(columns: columns)
    }
  var cutter = RunCutter(runs: runs)
  return ranges.map { range in
    let last = pieces.segments[range.upperBound - 1]
    var line = cutter.line(from: pieces.segments[range.lowerBound].start, to: last.end)
    line.endsInHyphen = last.endsInHyphen
    return line
  }
}

/// Cuts runs at byte offsets of their joined text, from the start to the end.
private struct RunCutter<Style: Sendable & Hashable> {
  let runs: [Run<Style>]
  /// The first run that the next line can touch, and the offset of its first byte.
  private var index = 0
  private var base = 0

  init(runs: [Run<Style>]) { self.runs = runs }

  mutating func line(from start: Int, to end: Int) -> Line<Style> {
    var line = Line<Style>(start: start)
    while index < runs.count {
      let run = runs[index]
      let size = run.text.string.utf8.count
      let (low, high) = (max(start, base), min(end, base + size))
      if low < high {
        let utf8 = run.text.string.utf8
        let first = utf8.index(utf8.startIndex, offsetBy: low - base)
        let last = utf8.index(first, offsetBy: high - low)
        line.runs.append(Run(run.text[first..<last], run.style))
      }
      guard base + size <= end else { break }
      base += size
      index += 1
    }
    return line
  }
}
