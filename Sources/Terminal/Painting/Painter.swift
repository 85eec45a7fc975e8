import Screen

/// Says what differs between two frames in as few bytes as it can.
///
/// It knows where the cursor stands and which pen the terminal has, from one frame to the next.
struct Painter {
  private let capabilities: Capabilities
  private let sequences: PenSequences
  /// The colours of everything that is drawn from now on.
  var paints: PaintBox {
    didSet { pictured = [:] }
  }
  /// Whether the terminal is told where links lead.
  var marksLinks = false

  /// The pen of the terminal; `nil` when it is not known.
  private var pen: Pen?
  /// Where the terminal's cursor stands; `nil` when it is not known.
  private var cursor: Position?
  private var bytes: [UInt8] = []
  /// Pens of pictures.
  private var pictured: [CellColors: Pen] = [:]
  /// Pens that are remembered: those of six large pictures.
  private static let picturedLimit = 8_192

  /// Cells that are drawn again rather than passed over by a move of the cursor.
  private static let shortGap = 4

  init(_ capabilities: Capabilities, _ paints: PaintBox) {
    self.capabilities = capabilities
    self.paints = paints
    sequences = PenSequences(capabilities)
  }

  /// Forgets pen and cursor: something else wrote to the terminal.
  mutating func forget() { (pen, cursor) = (nil, nil) }

  /// What turns one frame on the screen into another.
  ///
  /// `previous` is what is shown; `nil` when that is not known, and the screen is cleared.
  mutating func sequence(for frame: Frame, since previous: Frame?) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    var previous = previous
    if previous?.size != frame.size { previous = cleared(frame.size) }
    for row in 0..<frame.size.rows {
      let runs = frame.changedRuns(row: row, since: previous, joining: Self.shortGap)
      for run in runs { draw(frame, row: row, columns: run) }
    }
    if let place = frame.cursor, cursor != place { move(to: place) }
    return bytes
  }

  /// Moves to a row and makes the rest of it empty in the terminal's own colours.
  mutating func leave(atRow row: Int, clearing clear: [UInt8]) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    move(to: Position(column: 0, row: row))
    take(Pen())
    bytes += clear
    defer { forget() }
    return bytes
  }

  /// Clears the screen; gives back what is known to stand on it then.
  private mutating func cleared(_ size: Size) -> Frame? {
    let ground = paints.pen(Look(.text))
    take(capabilities.clearsInColor ? ground : Pen())
    bytes += capabilities.clear
    cursor = nil
    let isGround =
      capabilities.clearsInColor || (ground.background < 0 && ground.attributes.isEmpty)
    return isGround ? Frame(size: size) : nil
  }

  private mutating func draw(_ frame: Frame, row: Int, columns: Range<Int>) {
    let end = Rect(frame.size).endColumn
    var columns = columns
    if columns.upperBound == end, row == frame.size.rows - 1, !capabilities.keepsLastCell {
      columns = columns.lowerBound..<max(columns.lowerBound, end - 1)
    }
    guard !columns.isEmpty else { return }
    let start = Position(column: columns.lowerBound, row: row)
    if cursor != start { move(to: start) }
    for run in frame.lookRuns(row: row, columns: columns) {
      let pen = run.colors.map { self.pen($0) } ?? paints.pen(run.look)
      let isBlank = run.link == nil && frame.isBlank(row: row, columns: run.columns)
      if !isBlank || self.pen?.drawsBlanks(as: pen) != true { take(pen) }
      let link = marksLinks ? run.link.flatMap(Hyperlink.start) : nil
      if let link { bytes += Array(link.utf8) }
      drawText(frame, row: row, columns: run.columns)
      if link != nil { bytes += Array(Hyperlink.end.utf8) }
    }
    // Behind the last column terminals differ.
    if columns.upperBound == end { cursor = nil }
  }

  /// Writes the letters of cells; terminals do not agree on how wide some of them are, so the
  /// cursor is placed anew behind those.
  private mutating func drawText(_ frame: Frame, row: Int, columns: Range<Int>) {
    var column = columns.lowerBound
    while column < columns.upperBound {
      let place = Position(column: column, row: row)
      if cursor != place { move(to: place) }
      let plain = frame.appendText(row: row, columns: column..<columns.upperBound, to: &bytes)
      column = plain.end
      cursor = plain.isSure ? Position(column: column, row: row) : nil
    }
  }

  /// The pen for the colours of a picture; to find it takes longer than to draw with it.
  private mutating func pen(_ colors: CellColors) -> Pen {
    if let known = pictured[colors] { return known }
    if pictured.count >= Self.picturedLimit { pictured = [:] }
    let pen = paints.pen(colors)
    pictured[colors] = pen
    return pen
  }

  private mutating func take(_ pen: Pen) {
    guard pen != self.pen else { return }
    sequences.append(from: self.pen, to: pen, to: &bytes)
    self.pen = pen
  }

  /// Moves the cursor, by the shortest way.
  private mutating func move(to place: Position) {
    defer { cursor = place }
    guard capabilities.movesByStandard else {
      bytes += capabilities.place(place.row, place.column)
      return
    }
    if let cursor, cursor.row == place.row, place.column == 0 {
      bytes.append(0x0D)
    } else if let cursor, cursor.row + 1 == place.row, place.column == 0 {
      bytes += [0x0D, 0x0A]
    } else if let cursor, cursor.row == place.row, place.column > cursor.column {
      appendControl([place.column - cursor.column], 0x43)
    } else {
      appendControl([place.row + 1, place.column + 1], 0x48)
    }
  }

  /// A control sequence of ECMA-48 with numbers, of which 1 is left out where it stands alone.
  private mutating func appendControl(_ numbers: [Int], _ final: UInt8) {
    bytes += [0x1B, 0x5B]
    for (index, number) in numbers.enumerated() where number != 1 || index > 0 || numbers.count > 1
    {
      if index > 0 { bytes.append(0x3B) }
      bytes += Array(String(number).utf8)
    }
    bytes.append(final)
  }
}
