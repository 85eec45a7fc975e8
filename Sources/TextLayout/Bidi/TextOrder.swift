/// The order in which the characters of a paragraph are drawn, where some run to the left.
public struct TextOrder: Sendable {
  /// A part of a line, drawn as a whole.
  public struct Piece: Sendable, Hashable {
    /// Bytes of the paragraph.
    public var bytes: Range<Int>
    /// Whether its characters are drawn from the last to the first.
    public var runsToLeft: Bool
  }

  private let paragraph: BidiParagraph
  /// Bytes before each scalar, and of all of them at the end.
  private let offsets: [Int]

  /// The order of a paragraph; `nil` when nothing in it runs to the left.
  /// - Parameters:
  ///   - text: The paragraph, cleaned.
  ///   - runsToLeft: Whether the paragraph does; by its first letter when left out.
  public init?(_ text: String, runsToLeft: Bool? = nil) {
    guard runsToLeft == true || TextOrder.hasTextToLeft(text) else { return nil }
    var (scalars, offsets): ([UInt32], [Int]) = ([], [])
    scalars.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count + 1)
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.offsets = offsets
    paragraph = BidiParagraph(scalars, level: runsToLeft.map { $0 ? 1 : 0 })
  }

  /// Whether the paragraph as a whole runs to the left.
  public var runsToLeft: Bool { paragraph.baseLevel % 2 == 1 }

  /// The parts of a line of the paragraph, from left to right; the ends of the line, in bytes of the
  /// paragraph, lie between scalars.
  public func pieces(of bytes: Range<Int>) -> [Piece] {
    let line = place(of: bytes.lowerBound)..<place(of: bytes.upperBound)
    return paragraph.pieces(of: line).map { piece in
      Piece(
        bytes: offsets[piece.range.lowerBound]..<offsets[piece.range.upperBound],
        runsToLeft: piece.runsToLeft)
    }
  }

  /// The scalar that begins at a byte, or the next one.
  private func place(of byte: Int) -> Int {
    var (low, high) = (0, offsets.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether something in a text may run to the left; one look at each byte.
  public static func hasTextToLeft(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte >= 0xD6, mayRunToLeft(byte, index + 1 < bytes.count ? bytes[index + 1] : 0) {
          return true
        }
        index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
      return false
    }
  }

  /// By the first two bytes of a scalar: the blocks of scripts that run to the left, and the marks
  /// and brackets that say so.
  private static func mayRunToLeft(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xD6: second >= 0x90
    case 0xD7...0xDF: true
    case 0xE0: second < 0xA4
    case 0xEF: (0xAC...0xB7).contains(second) || (0xB9...0xBB).contains(second)
    case 0xF0: (second == 0x90) || second == 0x9E
    default: false
    }
  }
}

extension CleanText {
  /// The text as it is drawn in a piece that runs to the left: characters from the last to the
  /// first, brackets mirrored, marks kept with their letters (L3, L4).
  public var turned: CleanText {
    var turned = ""
    turned.reserveCapacity(string.utf8.count)
    for character in string.reversed() {
      guard let scalar = character.unicodeScalars.first,
        case let mirror = BidiMirrors.mirror(of: scalar.value), mirror != scalar.value,
        let drawn = Unicode.Scalar(mirror)
      else {
        turned.append(character)
        continue
      }
      turned.unicodeScalars.append(drawn)
      turned.unicodeScalars.append(contentsOf: character.unicodeScalars.dropFirst())
    }
    return CleanText(turned)
  }

  /// One line of text in the order in which it is drawn, its direction taken from its first letter.
  public var inVisualOrder: CleanText {
    guard !isSimple, let order = TextOrder(string) else { return self }
    let utf8 = string.utf8
    return order.pieces(of: 0..<utf8.count).reduce(CleanText("")) { line, piece in
      let start = utf8.index(utf8.startIndex, offsetBy: piece.bytes.lowerBound)
      let end = utf8.index(start, offsetBy: piece.bytes.count)
      let part = self[start..<end]
      return line + (piece.runsToLeft ? part.turned : part)
    }
  }
}
