/// A picture in cells, each of which shows two pixels, one above the other.
public struct BlockPicture: Sendable, Hashable {
  /// The two pixels of a cell; `Color.terminal` where the ground shows through.
  public struct Block: Sendable, Hashable {
    /// The upper half of the cell.
    public var upper: Color
    /// The lower half of the cell.
    public var lower: Color

    /// A cell of these halves.
    public init(upper: Color, lower: Color) {
      self.upper = upper
      self.lower = lower
    }

    /// A cell without a pixel.
    static let empty = Block(upper: .terminal, lower: .terminal)

    /// The character that shows it, and the colours in which; `nil` for a space without colours.
    var cell: (glyph: Unicode.Scalar, colors: CellColors)? {
      switch (upper, lower) {
      case (.terminal, .terminal): nil
      case (let upper, .terminal): ("▀", CellColors(foreground: upper, background: .terminal))
      case (let upper, let lower): ("▄", CellColors(foreground: lower, background: upper))
      }
    }
  }

  /// Cells of its widest row, at least 1.
  public let columns: Int
  /// At least 1.
  public let rows: Int
  /// Row after row.
  private let blocks: [Block]

  /// A picture of these rows, the shorter ones filled up at their ends; `nil` when there is no cell.
  public init?(_ rows: [[Block]]) {
    let columns = rows.reduce(0) { max($0, $1.count) }
    guard columns > 0 else { return nil }
    self.columns = columns
    self.rows = rows.count
    blocks = rows.flatMap { $0 + Array(repeating: .empty, count: columns - $0.count) }
  }

  /// The cells of a row from the left; none outside the picture.
  func blocks(ofRow row: Int) -> ArraySlice<Block> {
    guard (0..<rows).contains(row) else { return [] }
    return blocks[row * columns..<(row + 1) * columns]
  }
}

/// The colours of a cell of a picture, whatever the theme.
public struct CellColors: Sendable, Hashable {
  /// Of the character.
  public var foreground: Color
  /// Behind it; `Color.terminal` for the ground that ordinary text has.
  public var background: Color

  /// Hashed as one number: a frame has a thousand of them, each is looked up.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(foreground.number) << 32 | UInt64(background.number))
  }
}

extension Color {
  /// Another number for each colour.
  fileprivate var number: UInt32 {
    switch self {
    case .rgb(let red, let green, let blue): UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    case .terminal: 1 << 24
    case .ansi(let index): 1 << 25 | UInt32(index)
    }
  }
}

extension Frame {
  /// Draws a row of a picture; what does not fit is left out.
  /// - Parameters:
  ///   - picture: What is drawn.
  ///   - row: Which of its rows.
  ///   - line: The row of the screen; may lie outside the frame.
  ///   - column: The first cell; may lie outside the frame.
  ///   - limit: Cells that it may take.
  public mutating func draw(
    _ picture: BlockPicture, row: Int, at line: Int, column: Int, columns limit: Int
  ) {
    guard (0..<size.rows).contains(line), column >= 0 else { return }
    let room = min(limit, size.columns - column)
    guard room > 0 else { return }
    fill(Rect(column: column, row: line, columns: min(room, picture.columns), rows: 1), Look(.text))
    for (index, block) in picture.blocks(ofRow: row).prefix(room).enumerated() {
      guard let (glyph, colors) = block.cell else { continue }
      paint(glyph, colors, column: column + index, row: line)
    }
  }
}
