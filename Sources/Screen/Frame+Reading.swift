extension Frame {
  /// The frame as a picture: rows parted by line ends, without spaces at their ends.
  public var text: String { (0..<size.rows).map(rowText).joined(separator: "\n") }

  /// One row as text, without spaces at its end.
  public func rowText(_ row: Int) -> String {
    var text = ""
    for column in 0..<size.columns { append(cell(column, row), to: &text) }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The look of a cell; `text` outside the frame.
  public func look(column: Int, row: Int) -> Look {
    guard Rect(size).contains(Position(column: column, row: row)) else { return Look(.text) }
    return cell(column, row).look
  }

  /// The address that a cell leads to.
  public func link(column: Int, row: Int) -> String? {
    guard Rect(size).contains(Position(column: column, row: row)) else { return nil }
    return link(of: cell(column, row))
  }

  /// A row as runs of cells that look alike and lead to one address.
  public func runs(row: Int, from start: Int = 0, to end: Int? = nil) -> [CellRun] {
    let end = min(end ?? size.columns, size.columns)
    var runs: [CellRun] = []
    var column = start
    while column < end {
      let first = cell(column, row)
      var run = CellRun(
        column: column, text: "", look: first.look, link: link(of: first),
        colors: colors(of: first))
      while column < end, case let next = cell(column, row), next.look == run.look,
        next.link == first.link
      {
        append(next, to: &run.text)
        column += 1
      }
      runs.append(run)
    }
    return runs
  }

  private func cell(_ column: Int, _ row: Int) -> Cell { cells[row * size.columns + column] }

  func link(of cell: Cell) -> String? {
    cell.link == 0 || cell.isPictured ? nil : links[Int(cell.link) - 1]
  }

  func colors(of cell: Cell) -> CellColors? {
    cell.link > 0 && cell.isPictured ? colors[Int(cell.link) - 1] : nil
  }

  func text(of cell: Cell) -> String {
    var text = ""
    append(cell, to: &text)
    return text
  }

  private func append(_ cell: Cell, to text: inout String) {
    if cell.glyph == Cell.continuation { return }
    if cell.glyph & Cell.clusterBit != 0 {
      text += clusters[Int(cell.glyph & ~Cell.clusterBit)]
    } else if let scalar = Unicode.Scalar(cell.glyph) {
      text.unicodeScalars.append(scalar)
    }
  }
}

/// Neighbouring cells of a row that look alike.
public struct CellRun: Sendable, Hashable {
  /// The first cell.
  public var column: Int
  /// Their text; made of clean text only.
  public var text: String
  /// How they look.
  public var look: Look
  /// The address that they lead to.
  public var link: String?
  /// Their own colours, when they are a part of a picture.
  public var colors: CellColors?
}
