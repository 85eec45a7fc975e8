extension Frame {
  /// Blanks the cells of a row that only draw: lines, blocks, geometric shapes and stars.
  public mutating func blankDrawing(row: Int) {
    guard row >= 0, row < size.rows else { return }
    for place in row * size.columns..<(row + 1) * size.columns {
      switch cells[place].glyph {
      case 0x2500...0x25FF, 0x2605, 0x2606: cells[place].glyph = 0x20
      default: break
      }
    }
  }

  /// The first cell, row by row, that is drawn in one of the roles; `nil` when none is.
  public func firstCell(in roles: [Role]) -> Position? {
    cells.firstIndex { roles.contains($0.role) }
      .map { Position(column: $0 % size.columns, row: $0 / size.columns) }
  }
}
