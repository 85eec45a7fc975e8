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
  /// Of a definition list.
  var definitions: [Body.Definition] = []
  /// Of a definition list: terms that wait for their description.
  var terms: [Span] = []
  /// Of a table, and of a row in its last place.
  var table = Table()
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
    }

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
  /// The table, or its content one block after the other where it only serves the layout.
  var blocks: [Body.Block] {
    if isLayout { return rows.flatMap { $0.flatMap(\.blocks) } }
    let rows = rows.filter { !$0.isEmpty }.map { cells in
      Body.Table.Row(
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
    if rows.allSatisfy({ $0.count <= 1 }) { return true }
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
