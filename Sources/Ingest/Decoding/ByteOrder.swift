/// UTF-16 or UTF-32, and which byte comes first.
struct ByteOrder {
  /// Bytes of a unit: 2 or 4.
  var width: Int
  /// Whether the upper byte comes first.
  var isBig: Bool

  /// Byte order marks; those of UTF-32 stand first because UTF-16's are their beginning.
  static let marks: [([UInt8], ByteOrder)] = [
    ([0xFF, 0xFE, 0, 0], ByteOrder(width: 4, isBig: false)),
    ([0, 0, 0xFE, 0xFF], ByteOrder(width: 4, isBig: true)),
    ([0xFF, 0xFE], ByteOrder(width: 2, isBig: false)),
    ([0xFE, 0xFF], ByteOrder(width: 2, isBig: true)),
  ]

  /// Told from the zero bytes beside the `<` or `{` at the start.
  static func guess(from bytes: [UInt8]) -> ByteOrder? {
    let start = Array(bytes.prefix(4))
    guard start.count == 4, start.contains(0) else { return nil }
    let zeros = start.map { $0 == 0 }
    switch zeros {
    case [false, true, true, true]: return ByteOrder(width: 4, isBig: false)
    case [true, true, true, false]: return ByteOrder(width: 4, isBig: true)
    case [false, true, false, true]: return ByteOrder(width: 2, isBig: false)
    case [true, false, true, false]: return ByteOrder(width: 2, isBig: true)
    default: return nil
    }
  }

  /// The units as UTF-8; lone surrogates and numbers beyond Unicode become U+FFFD.
  func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - width + 1, by: width)
      .lazy.map { start -> UInt32 in
        var unit: UInt32 = 0
        for offset in 0..<width {
          unit = unit << 8 | UInt32(bytes[isBig ? start + offset : start + width - 1 - offset])
        }
        return unit
      }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / width + bytes.count / 4)
    func append(_ scalar: Unicode.Scalar) { text.append(contentsOf: scalar.utf8) }
    if width == 4 {
      for unit in units { append(Unicode.Scalar(unit) ?? "\u{FFFD}") }
    } else {
      var decoder = UTF16()
      var iterator = units.map { UInt16(truncatingIfNeeded: $0) }.makeIterator()
      loop: while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): append(scalar)
        case .error: append("\u{FFFD}")
        case .emptyInput: break loop
        }
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Its bytes in UTF-8.
  var utf8: UTF8.EncodedScalar { UTF8.encode(self) ?? UTF8.encodedReplacementCharacter }
}
