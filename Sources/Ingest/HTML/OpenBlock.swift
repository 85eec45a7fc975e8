import Articles

/// A block that has begun and not ended: what it has gathered so far.
struct OpenBlock {
  /// What becomes of the gathered blocks.
  enum Kind {
    case root, quote, item, definitions, term, description, row, table, caption, figure
    case figureCaption, summary, player
    case list(isOrdered: Bool)
    case cell(isHeader: Bool)
  }

  var element: HTMLElement
  var kind: Kind
  /// Inline elements that were open when it began; those that began inside end with it.
  var styles = 0
  var blocks: [Body.Block] = []
  /// Of a list.
  var list = Body.List(items: [])
  /// Of a list that counts down: whether the number of its items tells where it begins.
  var startsAtCount = false
  /// Of a definition list.
  var definitions: [Body.Definition] = []
  /// Of a definition list: terms that wait for their description.
  var terms: [Span] = []
  /// Of a table, and of a row in its last place.
  var table = Table()
  /// Of a cell: how many it takes.
  var rows = 1
  var columns = 1
  /// Of a figure.
  var picture: Picture?
  var credit: String?
  /// Of a figure: the caption as it was written, for one that holds other things than a picture.
  var captionSpans: [Span] = []
  /// Of a player: its address, once a source named it; of a quotation: a link around nothing.
  var address: String?
  var title: String?

  init(_ element: HTMLElement, _ kind: Kind) {
    self.element = element
    self.kind = kind
  }

  /// A table whose cells still have blocks.
  struct Table {
    struct Cell {
      var isHeader: Bool
      var blocks: [Body.Block]
      /// Rows and columns that it takes.
      var rows = 1
      var columns = 1
      /// Whether it only keeps the place of a cell that takes several columns or rows.
      var isFiller = false
    }

    /// Cells that only keep a place, in the whole table at most; hostile tables ask for billions.
    private static let fillerLimit = 10_000

    /// Of columns that a cell further up takes, too: the last row of it.
    private var taken: [Int: (row: Int, isHeader: Bool)] = [:]
    private var fillers = 0
    var caption: [Span] = []
    var rows: [[Cell]] = []
  }

  /// The spans of all paragraphs, joined by line ends.
  static func spans(of blocks: [Body.Block], joinedBy separator: String = "\n") -> [Span] {
    var spans: [Span] = []
    func add(_ more: [Span]) {
      guard !more.isEmpty else { return }
      if !spans.isEmpty { spans.append(Span(separator)) }
      spans += more
    }
    for block in blocks {
      switch block {
      case .paragraph(let inner), .heading(_, let inner): add(inner)
      default:
        let text = Body([block]).plainParagraphs.joined(separator: separator)
        if !text.isEmpty { add([Span(text)]) }
      }
    }
    return spans
  }
}

extension OpenBlock.Table {
  /// Adds a cell to the last row, behind places that cells of rows above take.
  mutating func add(_ cell: Cell) {
    guard let row = rows.indices.last else { return }
    fillTaken(row)
    let column = rows[row].count
    rows[row].append(cell)
    if cell.rows > 1 {
      for column in column..<column + cell.columns {
        taken[column] = (row + cell.rows - 1, cell.isHeader)
      }
    }
    for _ in 1..<cell.columns { fill(row, isHeader: cell.isHeader) }
  }

  private mutating func fillTaken(_ row: Int) {
    guard !taken.isEmpty else { return }
    while let place = taken[rows[row].count], place.row >= row, fillers < Self.fillerLimit {
      fill(row, isHeader: place.isHeader)
    }
  }

  private mutating func fill(_ row: Int, isHeader: Bool) {
    guard fillers < Self.fillerLimit else { return }
    fillers += 1
    rows[row].append(Cell(isHeader: isHeader, blocks: [], isFiller: true))
  }

  /// The table, or its content one block after the other where it only serves the layout.
  var blocks: [Body.Block] {
    if isLayout { return rows.flatMap { $0.flatMap(\.blocks) } }
    let rows = rows.filter { !$0.isEmpty }.map { cells in
      var cells = cells[...]
      while cells.last?.isFiller == true { cells.removeLast() }
      return Body.Table.Row(
        isHeader: cells.allSatisfy(\.isHeader),
        cells: cells.map { OpenBlock.spans(of: $0.blocks) })
    }
    guard rows.contains(where: { $0.cells.contains { !$0.isEmpty } }) || !caption.isEmpty else {
      return []
    }
    return [.table(Body.Table(caption: caption, rows: rows))]
  }

  /// Whether it has one column, or cells with more in them than data: other tables, pictures, code,
  /// whole texts.
  private var isLayout: Bool {
    guard caption.isEmpty else { return false }
    if rows.allSatisfy({ $0.count { !$0.isFiller } <= 1 }) { return true }
    return rows.joined().contains { cell in
      cell.blocks.count > 4
        || cell.blocks.contains {
          switch $0 {
          case .table, .code, .figure, .quote, .embed: true
          default: false
          }
        }
    }
  }
}
