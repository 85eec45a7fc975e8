public import Screen

/// What the program `chafa` writes of a picture, taken in strictly: it was made from bytes of a
/// stranger.
public enum ChafaOutput {
  /// Bytes of the longest output that is read.
  public static let limit = 1 << 20

  /// Bytes of the longest control sequence: both colours with their largest numbers.
  private static let sequenceLimit = 40

  /// The picture of an output that holds nothing but half blocks, full blocks and spaces, line ends,
  /// and the sequences that choose colours of 24 bits, change them over and set them back.
  ///
  /// - Returns: `nil` for any other output, and for one of more columns or rows than were asked for.
  public static func picture(_ bytes: [UInt8], columns: Int, rows: Int) -> BlockPicture? {
    guard bytes.count <= limit else { return nil }
    var (lines, line): ([[BlockPicture.Block]], [BlockPicture.Block]) = ([], [])
    var pen = Pen()
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x0A:
        lines.append(line)
        line = []
      case 0x1B:
        guard let sequence = Self.sequence(&rest), pen.take(sequence) else { return nil }
      default:
        guard let block = pen.block(byte, &rest) else { return nil }
        line.append(block)
      }
      guard line.count <= columns, lines.count <= rows else { return nil }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.count <= rows ? BlockPicture(lines) : nil
  }

  /// The numbers of a sequence of the form `[1;2m` at the beginning, which is taken away.
  private static func sequence(_ rest: inout ArraySlice<UInt8>) -> [Int]? {
    guard rest.popFirst() == UInt8(ascii: "[") else { return nil }
    var numbers = [0]
    for _ in 0..<sequenceLimit {
      switch rest.popFirst() {
      case UInt8(ascii: "m"): return numbers
      case UInt8(ascii: ";"): numbers.append(0)
      case let digit? where (0x30...0x39).contains(digit):
        let number = numbers[numbers.count - 1] * 10 + Int(digit - 0x30)
        guard number <= 255 else { return nil }
        numbers[numbers.count - 1] = number
      default: return nil
      }
    }
    return nil
  }

  /// The colours in force.
  private struct Pen {
    private var foreground = Color.terminal
    private var background = Color.terminal
    private var isReversed = false

    /// Chooses what a sequence of these numbers says; `false` when it says anything else.
    mutating func take(_ numbers: [Int]) -> Bool {
      var rest = numbers[...]
      while let number = rest.popFirst() {
        switch number {
        case 0: self = Pen()
        case 7: isReversed = true
        case 38, 48:
          guard rest.count >= 4, rest.popFirst() == 2, let red = rest.popFirst(),
            let green = rest.popFirst(), let blue = rest.popFirst()
          else { return false }
          let color = Color.rgb(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
          if number == 38 { foreground = color } else { background = color }
        default: return false
        }
      }
      return true
    }

    /// The cell of the character that begins with a byte; the rest of it is taken away.
    func block(_ first: UInt8, _ rest: inout ArraySlice<UInt8>) -> BlockPicture.Block? {
      let (ink, paper) = isReversed ? (background, foreground) : (foreground, background)
      if first == 0x20 { return .init(upper: paper, lower: paper) }
      guard first == 0xE2, rest.popFirst() == 0x96 else { return nil }
      return switch rest.popFirst() {
      case 0x80: .init(upper: ink, lower: paper)
      case 0x84: .init(upper: paper, lower: ink)
      case 0x88: .init(upper: ink, lower: ink)
      default: nil
      }
    }
  }
}
