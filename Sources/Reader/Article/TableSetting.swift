import Articles
import Screen
import TextLayout

/// How a table is fitted into the width of the text.
enum TableColumns: Sendable, Hashable {
  /// Side by side; columns of each, and whether it holds numbers alone, which stand at the right.
  case grid([Int], isNumeric: [Bool])
  /// Too many or too wide: each row as a card, a line for each cell.
  case cards
}

/// Sets rows of a table.
struct TableSetting {
  let table: Body.Table
  let outline: ArticleOutline
  let frame: PassageFrame

  /// Between two columns: a bar with a space on each side.
  private static let gap = 3
  /// Columns that a column of the table has at least when it has to give way.
  private static let narrowest = 6
  /// Columns of the longest word that a column makes room for; addresses are cut.
  private static let longestWord = 20
  /// Cells that are measured; the rows behind them have to fit.
  private static let measured = 2_000

  /// The widths at which the table fits.
  func fittedColumns() -> TableColumns {
    let count = table.rows.reduce(0) { max($0, $1.cells.count) }
    let room = frame.textColumns - Self.gap * (count - 1)
    if frame.typography.isPlain { return .cards }
    guard count > 0, room >= count * Self.narrowest || count == 1 else { return .cards }
    var wanted = Array(repeating: 1, count: count)
    var longestWord = wanted
    var (hasNumbers, hasWords) = (Set<Int>(), Set<Int>())
    for row in table.rows.prefix(max(1, Self.measured / count)) {
      for (index, cell) in row.cells.enumerated() {
        let (width, word) = Self.widths(of: cell, limit: room)
        wanted[index] = max(wanted[index], width)
        longestWord[index] = max(longestWord[index], word)
        guard !row.isHeader else { continue }
        switch Self.isNumber(cell) {
        case true?: hasNumbers.insert(index)
        case false?: hasWords.insert(index)
        case nil: break
        }
      }
    }
    guard let fitted = Self.fitted(wanted, longestWord: longestWord, room: room) else {
      return .cards
    }
    let isNumeric = wanted.indices.map { hasNumbers.contains($0) && !hasWords.contains($0) }
    return .grid(fitted, isNumeric: isNumeric)
  }

  /// Whether a cell holds a number, with its sign and unit: "−1,204.50 €", "91 %"; `nil` for one that
  /// holds nothing, or a dash in the place of a number.
  private static func isNumber(_ cell: [Span]) -> Bool? {
    var hasDigit = false
    var letters = 0
    for span in cell {
      for scalar in span.text.unicodeScalars {
        switch scalar {
        case "0"..."9": hasDigit = true
        case " ", "\u{A0}", "\u{202F}", ".", ",", "'", "’", "+", "-", "−", "–", "—", "%", "‰", "±":
          continue
        case "$", "€", "£", "¥", "₹", "₽", "₩", "₺", "₪", "°": continue
        case "(", ")", "~", "*", "†": continue
        default: letters += 1
        }
      }
    }
    if letters > 0 { return false }
    return hasDigit ? true : nil
  }

  /// Columns of a cell in one line, and of its longest word.
  private static func widths(of cell: [Span], limit: Int) -> (line: Int, word: Int) {
    let text = cell.plainText.prefix(4 * max(1, limit))
    let marks = cell.reduce(0) { $0 + ($1.link == nil ? 0 : 4) }
    let word = text.split(whereSeparator: \.isWhitespace).reduce(0) { longest, word in
      max(longest, word.reduce(0) { $0 + $1.cellWidth })
    }
    return (text.reduce(0) { $0 + $1.cellWidth } + marks, word)
  }

  /// Narrows the widest columns until all fit, keeping whole words; `nil` when words do not fit.
  static func fitted(_ wanted: [Int], longestWord: [Int], room: Int) -> [Int]? {
    guard wanted.reduce(0, +) > room else { return wanted }
    let even = room / max(1, wanted.count)
    var widths: [Int] = []
    for limit in [2 * even, Self.longestWord] {
      widths = zip(wanted, longestWord).map { min($0, max(narrowest, min($1, limit))) }
      if widths.reduce(0, +) <= room { break }
    }
    guard widths.reduce(0, +) <= room else { return nil }
    var rest = room - widths.reduce(0, +)
    // What is left goes, a column at a time, to the one that lacks most.
    while rest > 0 {
      var neediest: Int?
      for index in widths.indices where widths[index] < wanted[index] {
        let lack = wanted[index] - widths[index]
        if neediest.map({ lack > wanted[$0] - widths[$0] }) ?? true { neediest = index }
      }
      guard let neediest else { break }
      widths[neediest] += 1
      rest -= 1
    }
    return widths
  }

  /// The lines of one row.
  func lines(ofRow index: Int, columns: TableColumns) -> [ArticleLine] {
    guard table.rows.indices.contains(index) else { return [] }
    switch columns {
    case .grid(let widths, let isNumeric):
      return gridLines(index, widths: widths, isNumeric: isNumeric)
    case .cards: return cardLines(index)
    }
  }

  private func runs(of cell: [Span], _ look: Look) -> [Run<ArticleStyle>] {
    PassageText(cell, look, outline: outline).joined
  }

  private func gridLines(_ index: Int, widths: [Int], isNumeric: [Bool]) -> [ArticleLine] {
    let row = table.rows[index]
    let look = Look(.text, row.isHeader ? .bold : [])
    let direction = direction
    var cells: [[[ArticleLine.Fragment]]] = []
    var (offset, column) = (0, frame.indented)
    for (number, (cell, width)) in zip(row.cells, widths).enumerated() {
      let runs = runs(of: cell, look)
      let lines = cellLines(
        runs, columns: width, offset: offset, isMirrored: direction == .toLeft)
      let isRight = isNumeric[number] && direction == .toRight
      cells.append(
        lines.map { line in
          let end = line.reduce(0) { max($0, $1.column + $1.columns) }
          let inset = isRight ? max(0, width - end) : 0
          return line.map { $0.moved(by: column + inset) }
        })
      offset += runs.reduce(0) { $0 + $1.text.string.utf8.count } + 1
      column += width + Self.gap
    }
    let height = max(1, cells.reduce(0) { max($0, $1.count) })
    var lines = (0..<height).map { number in
      var line = frame.line(isFirst: number == 0, start: number)
      line.fragments += cells.flatMap { number < $0.count ? $0[number] : [] }
      line.fragments += bars(between: widths)
      return direction.arranged(line, columns: frame.columns)
    }
    let isLastHeader =
      row.isHeader && index + 1 < table.rows.count && !table.rows[index + 1].isHeader
    if isLastHeader {
      let shown = direction == .toLeft ? widths.reversed() : widths
      let rule = rule(under: shown, start: height)
      lines.append(direction.arranged(rule, columns: frame.columns))
    }
    return lines
  }

  /// Which way the columns of the table run: as its first row does.
  private var direction: TextDirection {
    TextDirection((table.rows.first?.cells ?? []).lazy.flatMap { runs(of: $0, Look(.text)) })
  }

  /// The lines of a cell, each line in the parts that are drawn; text that runs to the left stands
  /// at the right end of its column.
  private func cellLines(
    _ runs: [Run<ArticleStyle>], columns: Int, offset: Int, isMirrored: Bool
  ) -> [[ArticleLine.Fragment]] {
    let direction = TextDirection(runs)
    var typography = frame.typography
    typography.isJustified = false
    let flow = LineFlow(
      runs, columns: columns, runsToLeft: direction == .toLeft, typography: typography)
    return TextLayout.lines(of: runs, columns: columns, breaking: .greedy).map { words in
      var line = ArticleLine(start: 0)
      line.fragments = flow.fragments(of: words, offset: offset, column: 0, isLast: true)
      // A table that runs to the left is mirrored as a whole afterwards.
      if isMirrored != (direction == .toLeft) {
        line = TextDirection.toLeft.arranged(line, columns: columns)
      }
      return line.fragments
    }
  }

  private func added(_ text: String, column: Int) -> ArticleLine.Fragment {
    let run = Run(CleanText(text), ArticleStyle(Look(.tableRule), isAdded: true))
    return .init(column: column, runs: [run], start: nil)
  }

  private func bars(between widths: [Int]) -> [ArticleLine.Fragment] {
    var column = frame.indented
    return widths.dropLast().map { width in
      column += width + Self.gap
      return added("│", column: column - 2)
    }
  }

  private func rule(under widths: [Int], start: Int) -> ArticleLine {
    let parts = widths.map { String(repeating: "─", count: $0) }
    var line = frame.line(isFirst: false, start: start)
    line.fragments.append(added(parts.joined(separator: "─┼─"), column: frame.indented))
    return line
  }

  /// "Header: value" for each cell; a header row is shown in every card and not by itself.
  private func cardLines(_ index: Int) -> [ArticleLine] {
    let row = table.rows[index]
    let header = table.rows.first.flatMap { $0.isHeader ? $0 : nil }
    if row.isHeader && header != nil && table.rows.count > 1 { return [] }
    var lines: [ArticleLine] = []
    var offset = 0
    for (number, cell) in row.cells.enumerated() {
      let value = runs(of: cell, Look(.text))
      let bytes = value.reduce(0) { $0 + $1.text.string.utf8.count } + 1
      defer { offset += bytes }
      guard !value.isEmpty else { continue }
      let names = header.map { $0.cells.count > number ? $0.cells[number].plainText : "" } ?? ""
      let name = CleanText(names.isEmpty ? "" : "\(names): ")
      let label = name.isEmpty ? [] : [Run(name, ArticleStyle(Look(.dim), isAdded: true))]
      let columns = frame.textColumns
      let named = label.reduce(0) { $0 + $1.text.string.utf8.count }
      let direction = TextDirection(value)
      let flow = LineFlow(
        label + value, columns: columns, runsToLeft: direction == .toLeft,
        typography: frame.typography)
      for set in TextLayout.lines(of: label + value, columns: columns, breaking: .greedy) {
        var line = frame.line(isFirst: lines.isEmpty, start: lines.count)
        line.fragments += flow.fragments(
          of: set, offset: offset - named, column: frame.indented, isLast: true)
        lines.append(direction.arranged(line, columns: frame.columns))
      }
    }
    guard !lines.isEmpty else { return [] }
    let separator = String(repeating: "─", count: min(frame.textColumns, 12))
    var last = frame.line(isFirst: false, start: lines.count)
    if frame.typography.isPlain { return lines + [last] }
    last.fragments.append(added(separator, column: frame.indented))
    return lines + [last]
  }
}
