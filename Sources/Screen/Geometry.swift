/// How large something is, in cells.
public struct Size: Sendable, Hashable {
  /// Cells from left to right.
  public var columns: Int
  /// Cells from top to bottom.
  public var rows: Int

  /// Takes both lengths as they are.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place, counted from the top left corner, which is 0, 0.
public struct Position: Sendable, Hashable {
  /// Cells to its left.
  public var column: Int
  /// Cells above it.
  public var row: Int

  /// Takes both coordinates as they are.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
public struct Rect: Sendable, Hashable {
  /// Cells to its left.
  public var column: Int
  /// Cells above it.
  public var row: Int
  /// Its width; never negative.
  public var columns: Int
  /// Its height; never negative.
  public var rows: Int

  /// A rectangle; negative lengths count as 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of something of this size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// Whether it has no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// The first column to the right of it.
  public var endColumn: Int { column + columns }

  /// The first row below it.
  public var endRow: Int { row + rows }

  /// Whether a cell lies in it.
  public func contains(_ position: Position) -> Bool {
    position.column >= column && position.column < endColumn && position.row >= row
      && position.row < endRow
  }

  /// Cuts so many columns off the left; gives back what was cut off.
  public mutating func cutLeft(_ count: Int) -> Rect {
    let count = min(max(0, count), columns)
    let part = Rect(column: column, row: row, columns: count, rows: rows)
    column += count
    columns -= count
    return part
  }

  /// Cuts so many columns off the right; gives back what was cut off.
  public mutating func cutRight(_ count: Int) -> Rect {
    let count = min(max(0, count), columns)
    columns -= count
    return Rect(column: endColumn, row: row, columns: count, rows: rows)
  }

  /// Cuts so many rows off the top; gives back what was cut off.
  public mutating func cutTop(_ count: Int) -> Rect {
    let count = min(max(0, count), rows)
    let part = Rect(column: column, row: row, columns: columns, rows: count)
    row += count
    rows -= count
    return part
  }

  /// Cuts so many rows off the bottom; gives back what was cut off.
  public mutating func cutBottom(_ count: Int) -> Rect {
    let count = min(max(0, count), rows)
    rows -= count
    return Rect(column: column, row: endRow, columns: columns, rows: count)
  }

  /// What is left when so many cells are taken off on each side.
  public func inset(columns side: Int, rows edge: Int) -> Rect {
    Rect(
      column: column + side, row: row + edge, columns: columns - 2 * side, rows: rows - 2 * edge)
  }

  /// The rectangle that lies in both.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }
}
