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

  /// The columns of a row that differ from those of a frame of the same size; `nil` when none does.
  ///
  /// Begins and ends at whole characters of both frames.
  public func changedColumns(row: Int, since other: Frame) -> Range<Int>? {
    guard size == other.size else { return 0..<size.columns }
    let base = row * size.columns
    func isSame(_ column: Int) -> Bool {
      let (a, b) = (cells[base + column], other.cells[base + column])
      if a == b, a.glyph & Cell.clusterBit == 0, a.link == 0 { return true }
      if a.look != b.look { return false }
      if a.isPictured { return a.glyph == b.glyph && colors(of: a) == other.colors(of: b) }
      return text(of: a) == other.text(of: b) && link(of: a) == other.link(of: b)
    }
    guard var first = (0..<size.columns).first(where: { !isSame($0) }),
      var last = (0..<size.columns).last(where: { !isSame($0) })
    else { return nil }
    func isInside(_ column: Int) -> Bool {
      cells[base + column].glyph == Cell.continuation
        || other.cells[base + column].glyph == Cell.continuation
    }
    while first > 0, isInside(first) { first -= 1 }
    while last + 1 < size.columns, isInside(last + 1) { last += 1 }
    return first..<last + 1
  }

  private func cell(_ column: Int, _ row: Int) -> Cell { cells[row * size.columns + column] }

  private func link(of cell: Cell) -> String? {
    cell.link == 0 || cell.isPictured ? nil : links[Int(cell.link) - 1]
  }

  private func colors(of cell: Cell) -> CellColors? {
    cell.link > 0 && cell.isPictured ? colors[Int(cell.link) - 1] : nil
  }

  private func text(of cell: Cell) -> String {
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
