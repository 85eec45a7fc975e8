extension StringProtocol {
  /// The text without case and without the accents of Latin letters: how words are compared.
  ///
  /// Latin letters come out as ASCII ("Łódź" as "lodz", "Straße" as "strasse"), combining accents
  /// are dropped, other scripts are only lower-cased. Needs no tables of the system.
  public var folded: String {
    let ascii = utf8.withContiguousStorageIfAvailable { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { folded in
        for (place, byte) in bytes.enumerated() {
          folded[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        }
        return bytes.count
      }
    }
    if let ascii, let ascii { return ascii }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var bytes = utf8.makeIterator()
    while let byte = bytes.next() {
      guard byte >= 0x80 else {
        result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        continue
      }
      // The text is valid: the first byte says how many follow.
      let count = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
      var value = UInt32(byte) & (0x3F >> UInt32(count))
      for _ in 0..<count { value = value << 6 | UInt32(bytes.next() ?? 0x80) & 0x3F }
      if (0x300...0x36F).contains(value) { continue }
      if let letters = LatinFolding.letters(of: value) {
        result += letters.utf8
      } else if let scalar = Unicode.Scalar(value) {
        result += scalar.properties.lowercaseMapping.utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// ASCII letters for the accented Latin letters of Unicode 15, from their compatibility
/// decompositions; letters that have none (ø, ł, ß …) by their usual transcription.
private enum LatinFolding {
  /// The ASCII letters that stand for a Latin letter beyond ASCII; `nil` for anything else.
  static func letters(of scalar: UInt32) -> String? {
    switch scalar {
    case 0xC0...0x24F: known(low[Int(scalar - 0xC0)])
    case 0x1E00...0x1EFF: known(high[Int(scalar - 0x1E00)])
    default: nil
    }
  }

  private static func known(_ entry: Substring) -> String? { entry == "-" ? nil : String(entry) }

  /// One entry for each scalar from U+00C0 to U+024F; `-` where there is no Latin letter.
  private static let low = """
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e
    i i i i d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e
    e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n
    n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u
    w w y y y z z z z z z s
    - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - o o - - - - - - - - - - - -
    - u u - - - - - - - - - - - - - - - - - - - dz dz dz lj lj lj nj nj nj a a i i o o u u u u u
    u u u u u - a a a a - - - - g g k k o o o o - - j dz dz dz g g - - n n a a - - - - a a a a e
    e e e i i i i o o o o r r r r u u u u s s t t - - h h - - - - - - a a e e o o o o o o o o y
    y - - - - - - - - - - - - - - - - - - - - - - - - - - - -
    """.split(whereSeparator: \.isWhitespace)

  /// One entry for each scalar from U+1E00 to U+1EFF.
  private static let high = """
    a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i
    i i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r
    r r r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w
    x x x x y y z z z z z z h t w y - s - - ss - a a a a a a a a a a a a a a a a a a a a a a a a
    e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o o o o o u u
    u u u u u u u u u u u u y y y y y y y y - - - - - -
    """.split(whereSeparator: \.isWhitespace)
}
