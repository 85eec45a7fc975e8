public import TextLayout

/// Everything that a terminal shows at one moment: a value that views write and tests compare.
public struct Frame: Sendable, Hashable {
  /// How large the screen is; 0 and negative lengths give a frame without cells.
  public let size: Size
  /// Where a prompt shows the terminal's cursor; hidden when `nil`.
  public var cursor: Position?
  /// Whether text that runs to the left is put in the order in which it is drawn when it is
  /// written; terminals that order text themselves get it as it is read.
  public var ordersText = false

  /// Row after row.
  var cells: [Cell]
  /// Characters of more than one scalar.
  private(set) var clusters: [String] = []
  /// Addresses of linked cells; the first has number 1.
  private(set) var links: [String] = []
  /// Colours of the cells of pictures; the first have number 1.
  public private(set) var colors: [CellColors] = []

  /// Characters of more than one scalar, and links, that it holds beside its cells, also those that
  /// were written over.
  public var extraCount: Int { clusters.count + links.count }

  /// An empty screen in the role `text`.
  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank(Look(.text)), count: self.size.columns * self.size.rows)
  }

  /// Writes a text on one row; what does not fit is left out, whole characters only.
  /// - Parameters:
  ///   - text: What to write.
  ///   - look: How.
  ///   - column: Its first cell; may lie outside the frame.
  ///   - row: Its row; may lie outside the frame.
  ///   - limit: Cells that it may take.
  ///   - link: The address that these cells lead to.
  ///   - isOrdered: Whether the text stands in the order in which it is drawn already.
  /// - Returns: Cells written.
  @discardableResult
  public mutating func write(
    _ text: CleanText, _ look: Look, column: Int, row: Int, columns limit: Int,
    link: String? = nil, isOrdered: Bool = false
  ) -> Int {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns, limit > 0 else { return 0 }
    let room = min(limit, size.columns - column)
    let number = link.map { self.number(of: $0) } ?? 0
    let start = row * size.columns + column
    let text = ordersText && !isOrdered && !text.isSimple ? text.inVisualOrder : text
    return text.isSimple
      ? writeSimple(text, look, number, at: start, room: room)
      : writeAny(text.string, look, number, at: start, room: room)
  }

  /// Writes a text of which each scalar takes one cell.
  private mutating func writeSimple(
    _ text: CleanText, _ look: Look, _ link: UInt16, at start: Int, room: Int
  ) -> Int {
    guard !text.isEmpty else { return 0 }
    healWide(around: start, count: min(room, text.columns))
    var place = start
    let end = start + room
    for scalar in text.string.unicodeScalars {
      guard place < end else { break }
      cells[place] = Cell(
        glyph: scalar.value, role: look.role, attributes: look.attributes, link: link)
      place += 1
    }
    return place - start
  }

  private mutating func writeAny(
    _ text: String, _ look: Look, _ link: UInt16, at start: Int, room: Int
  ) -> Int {
    var used = 0
    for character in text {
      let width = character.cellWidth
      guard width > 0 else { continue }
      guard used + width <= room else { break }
      healWide(around: start + used, count: width)
      cells[start + used] = Cell(
        glyph: glyph(of: character), role: look.role, attributes: look.attributes, link: link)
      for extra in 1..<max(1, width) {
        cells[start + used + extra] = Cell(
          glyph: Cell.continuation, role: look.role, attributes: look.attributes, link: link)
      }
      used += width
    }
    return used
  }

  /// Blanks the halves of wide characters that a write would leave at its borders.
  private mutating func healWide(around start: Int, count: Int) {
    let row = start / size.columns
    var first = start
    if cells[start].glyph == Cell.continuation {
      while first > row * size.columns, cells[first].glyph == Cell.continuation { first -= 1 }
      for place in first..<start { cells[place].glyph = 0x20 }
    }
    var next = start + count
    let end = (row + 1) * size.columns
    while next < end, cells[next].glyph == Cell.continuation {
      cells[next].glyph = 0x20
      next += 1
    }
  }

  private mutating func glyph(of character: Character) -> UInt32 {
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.count == 1 { return only.value }
    let text = String(character)
    let index = clusters.firstIndex(of: text) ?? clusters.count
    if index == clusters.count { clusters.append(text) }
    return Cell.clusterBit | UInt32(index)
  }

  /// The number of a link; a frame has at most 65,535, later ones lead nowhere.
  private mutating func number(of link: String) -> UInt16 {
    if let last = links.last, last == link { return UInt16(links.count) }
    if let index = links.firstIndex(of: link) { return UInt16(index + 1) }
    guard links.count < Int(UInt16.max) else { return 0 }
    links.append(link)
    return UInt16(links.count)
  }

  /// Writes a character of one cell in colours of its own.
  ///
  /// A frame has at most 65,535 changes of them; what comes later is left out.
  mutating func paint(_ glyph: Unicode.Scalar, _ own: CellColors, column: Int, row: Int) {
    if colors.last != own {
      guard colors.count < Int(UInt16.max) else { return }
      colors.append(own)
    }
    cells[row * size.columns + column] = Cell(
      glyph: glyph.value, role: .text, attributes: .pictured, link: UInt16(colors.count))
  }

  /// Makes an area empty in a look; what lies outside the frame is passed over.
  public mutating func fill(_ area: Rect, _ look: Look) {
    let area = area.intersection(Rect(size))
    guard !area.isEmpty else { return }
    let blank = Cell.blank(look)
    for row in area.row..<area.endRow {
      let start = row * size.columns + area.column
      healWide(around: start, count: area.columns)
      for place in start..<start + area.columns { cells[place] = blank }
    }
  }

  /// Gives the text of an area another role, its attributes kept and added to.
  public mutating func restyle(_ area: Rect, _ look: Look) {
    let area = area.intersection(Rect(size))
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      let start = row * size.columns + area.column
      for place in start..<start + area.columns {
        cells[place].role = look.role
        cells[place].attributes.formUnion(look.attributes)
      }
    }
  }

  /// Adds attributes to the text of an area; its roles stay.
  public mutating func add(_ attributes: Attributes, to area: Rect) {
    let area = area.intersection(Rect(size))
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      let start = row * size.columns + area.column
      for place in start..<start + area.columns { cells[place].attributes.formUnion(attributes) }
    }
  }
}
