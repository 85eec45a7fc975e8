import CNCurses
import Screen

/// What the description of a terminal (terminfo) says about drawing, as bytes to send.
struct Capabilities: Sendable {
  /// Everything about letters as it is at first.
  var reset: [UInt8] = []
  var bold: [UInt8] = []
  var dim: [UInt8] = []
  var italic: [UInt8] = []
  var underline: [UInt8] = []
  var reverse: [UInt8] = []
  var strike: [UInt8] = []
  /// Makes the whole screen empty.
  var clear: [UInt8] = []
  /// Whether what is made empty takes the ground of the pen.
  var clearsInColor = false
  /// Whether a letter in the last cell of the screen leaves the screen where it is.
  var keepsLastCell = true
  /// Whether the cursor is moved as ECMA-48 says; else `place` asks for each move.
  var movesByStandard = true
  /// Attributes that are not drawn together with colours.
  var withoutColors: Attributes = []
  /// Whether pens are made of numbers that can stand in one sequence.
  var joinsParameters = true
  /// Whether a pen's parts can be taken back one by one.
  var switchesOff = true
  /// The sequence for a colour of the letters and of their ground, by its number.
  var foreground: @Sendable (Int32) -> [UInt8]
  var background: @Sendable (Int32) -> [UInt8]
  /// The sequence that moves the cursor to a row and a column.
  var place: @Sendable (Int, Int) -> [UInt8]

  /// What switches each attribute on; empty for those that the terminal does not draw.
  var sequences: [(attribute: Attributes, sequence: [UInt8])] {
    [
      (.bold, bold), (.dim, dim), (.italic, italic), (.underline, underline), (.reverse, reverse),
      (.strike, strike),
    ]
  }

  /// The numbers in a sequence that dresses letters (SGR); `nil` when it is another.
  static func parameters(of sequence: [UInt8]) -> [UInt8]? {
    guard sequence.starts(with: [0x1B, 0x5B]), sequence.last == 0x6D else { return nil }
    let parameters = sequence.dropFirst(2).dropLast()
    // Digits, colons and semicolons.
    return parameters.allSatisfy { 0x30...0x3B ~= $0 } ? Array(parameters) : nil
  }

  /// A capability without the waits for terminals of long ago, `$<5>`.
  static func withoutWaits(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x24, index + 1 < bytes.count, bytes[index + 1] == 0x3C,
        let end = bytes[index...].firstIndex(of: 0x3E)
      {
        index = end + 1
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return kept
  }
}

extension Capabilities {
  /// What the description in use says; curses must be running.
  static func ofTerminal() -> Capabilities {
    var found = Capabilities(
      foreground: { named("setaf", $0) }, background: { named("setab", $0) },
      place: { row, column in
        guard let capability = nc_capability("cup"),
          let sequence = nc_parameters(capability, Int32(row), Int32(column))
        else { return [] }
        return withoutWaits(bytes(sequence))
      })
    found.reset = named("sgr0")
    found.bold = named("bold")
    found.dim = named("dim")
    found.italic = named("sitm")
    found.underline = named("smul")
    found.reverse = named("rev")
    found.strike = named("smxx")
    found.clear = named("clear")
    found.clearsInColor = nc_flag("bce") != 0
    found.keepsLastCell = nc_flag("am") == 0 || nc_flag("xenl") != 0
    found.movesByStandard = found.place(11, 6) == Array("\u{1B}[12;7H".utf8)
    found.withoutColors = withoutColors(nc_number("ncv"))
    let standard: [([UInt8], String)] = [
      (found.bold, "1"), (found.dim, "2"), (found.italic, "3"), (found.underline, "4"),
      (found.reverse, "7"), (found.strike, "9"),
    ]
    found.joinsParameters =
      standard.allSatisfy { $0.isEmpty || parameters(of: $0) == Array($1.utf8) }
      && [found.foreground(1), found.background(1)].allSatisfy {
        $0.isEmpty || parameters(of: $0) != nil
      } && isStandard(reset: found.reset)
    found.switchesOff =
      parameters(of: named("rmul")) == Array("24".utf8)
      && ["", "\u{1B}[39;49m"].contains { Array($0.utf8) == named("op") }
    return found
  }

  /// Whether a reset says 0, besides leaving a set of line drawing letters that is never entered.
  private static func isStandard(reset: [UInt8]) -> Bool {
    let plain = ["\u{1B}[m", "\u{1B}[0m"].flatMap { reset in
      [reset, reset + "\u{0F}", "\u{1B}(B" + reset, reset + "\u{1B}(B"]
    }
    return plain.contains { Array($0.utf8) == reset }
  }

  /// What `ncv` names, bit by bit.
  private static func withoutColors(_ number: Int32) -> Attributes {
    guard number > 0 else { return [] }
    let bits: [(Int32, Attributes)] = [
      (2, .underline), (4, .reverse), (16, .dim), (32, .bold), (1 << 15, .italic),
    ]
    return bits.reduce(into: []) { if number & $1.0 != 0 { $0.formUnion($1.1) } }
  }

  private static func named(_ name: String, _ parameter: Int32? = nil) -> [UInt8] {
    guard var capability = nc_capability(name) else { return [] }
    if let parameter {
      guard let sequence = nc_parameters(capability, parameter, 0) else { return [] }
      capability = sequence
    }
    return withoutWaits(bytes(capability))
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    Array(String(cString: text).utf8)
  }
}
