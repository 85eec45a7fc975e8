extension Frame {
  /// The parts of a row that differ from those of an earlier frame, from left to right.
  ///
  /// They begin and end at whole characters of both frames.
  /// - Parameters:
  ///   - row: A row of the frame.
  ///   - other: The earlier frame; the whole row differs when there is none of this size.
  ///   - gap: Cells between two parts that are alike and taken with them.
  /// - Returns: Ranges of columns, none of them empty.
  public func changedRuns(row: Int, since other: Frame?, joining gap: Int) -> [Range<Int>] {
    guard let other, size == other.size else { return [0..<size.columns] }
    let base = row * size.columns
    let mine = cells[base..<base + size.columns]
    let theirs = other.cells[base..<base + size.columns]
    let hasSameTables = clusters == other.clusters && links == other.links && colors == other.colors
    if hasSameTables, mine == theirs { return [] }
    var runs: [Range<Int>] = []
    var column = 0
    while column < size.columns {
      guard differs(from: other, at: base + column, hasSameTables: hasSameTables) else {
        column += 1
        continue
      }
      var (start, end) = (column, column + 1)
      while start > 0, isInside(base + start, other) { start -= 1 }
      while end < size.columns,
        isInside(base + end, other)
          || differs(from: other, at: base + end, hasSameTables: hasSameTables)
      { end += 1 }
      if let last = runs.last, start <= last.upperBound + gap {
        runs[runs.count - 1] = last.lowerBound..<end
      } else {
        runs.append(start..<end)
      }
      column = end
    }
    return runs
  }

  private func differs(from other: Frame, at place: Int, hasSameTables: Bool) -> Bool {
    let (a, b) = (cells[place], other.cells[place])
    let isPlain = a.glyph & Cell.clusterBit == 0 && b.glyph & Cell.clusterBit == 0
    if hasSameTables || (isPlain && a.link == 0 && b.link == 0) { return a != b }
    return a.look != b.look || text(of: a) != other.text(of: b)
      || link(of: a) != other.link(of: b) || colors(of: a) != other.colors(of: b)
  }

  /// Whether a cell lies within a wide character of one of two frames.
  private func isInside(_ place: Int, _ other: Frame) -> Bool {
    cells[place].glyph == Cell.continuation || other.cells[place].glyph == Cell.continuation
  }

  /// Neighbouring cells that look alike and lead to one address.
  public struct LookRun: Sendable, Hashable {
    /// Where they stand in their row.
    public var columns: Range<Int>
    /// How they look.
    public var look: Look
    /// Where they lead to.
    public var link: String?
    /// Their own colours, when they are a part of a picture.
    public var colors: CellColors?
  }

  /// Cells of a row, parted where they look differently.
  public func lookRuns(row: Int, columns: Range<Int>) -> [LookRun] {
    let base = row * size.columns
    var runs: [LookRun] = []
    var start = columns.lowerBound
    while start < columns.upperBound {
      let first = cells[base + start]
      var end = start + 1
      while end < columns.upperBound, cells[base + end].look == first.look,
        cells[base + end].link == first.link
      { end += 1 }
      runs.append(
        LookRun(
          columns: start..<end, look: first.look, link: link(of: first), colors: colors(of: first)))
      start = end
    }
    return runs
  }

  /// Whether nothing but spaces stands in cells of a row.
  public func isBlank(row: Int, columns: Range<Int>) -> Bool {
    let base = row * size.columns
    for column in columns where cells[base + column].glyph != 0x20 { return false }
    return true
  }

  /// Adds the text of cells of a row, as UTF-8.
  ///
  /// It ends behind the first character on whose width terminals may not agree: one of several
  /// scalars, or a picture.
  /// - Returns: The column behind the last character, and whether the cursor of every terminal
  ///   stands there.
  public func appendText(
    row: Int, columns: Range<Int>, to bytes: inout [UInt8]
  ) -> (end: Int, isSure: Bool) {
    let base = row * size.columns
    var column = columns.lowerBound
    while column < columns.upperBound {
      let glyph = cells[base + column].glyph
      column += 1
      if glyph < 0x80 {
        if glyph != Cell.continuation { bytes.append(UInt8(glyph)) }
        continue
      }
      if let scalar = Unicode.Scalar(glyph) {
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      } else {
        bytes += clusters[Int(glyph & ~Cell.clusterBit)].utf8
      }
      guard glyph >= 0x1F000 else { continue }
      while column < columns.upperBound, cells[base + column].glyph == Cell.continuation {
        column += 1
      }
      return (column, false)
    }
    return (column, true)
  }
}
