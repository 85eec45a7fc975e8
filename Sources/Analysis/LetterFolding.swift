import Articles

/// What a Unicode scalar is to the word reader, and how its letter is folded.
///
/// The tables cover the alphabets with case (Latin, Greek, Cyrillic, Armenian); they are made from
/// `StringProtocol.folded` once, in less than a millisecond.
enum LetterFolding {
  /// The part that a scalar plays in a text.
  enum Part {
    case letter
    /// A mark on a letter that comparison ignores: accents, vowel points, tatweel.
    case mark
    /// A sign of a script that is written without spaces: read in pairs.
    case ideograph
    case digit
    case apostrophe
    case other
  }

  /// Folded letters as UTF-8, packed into one number.
  ///
  /// Up to three bytes from the lowest up, their count in the highest byte, bit 31 for capitals. 0 where there is no letter.
  struct Entry {
    let rawValue: UInt32
    var count: Int { Int(rawValue >> 24 & 3) }
    var isCapital: Bool { rawValue >> 31 == 1 }
    func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: rawValue >> UInt32(8 * index)) }
  }

  /// The folded form of a cased letter beyond ASCII; `nil` when it folds to itself.
  static func entry(of scalar: UInt32) -> Entry? {
    let raw: UInt32
    switch scalar {
    case 0x80..<0x590: raw = low[Int(scalar - 0x80)]
    case 0x1E00..<0x2000: raw = high[Int(scalar - 0x1E00)]
    case 0xFF21...0xFF3A: raw = (scalar - 0xFF21 + 0x61) | 1 << 24 | 1 << 31
    case 0xFF41...0xFF5A: raw = (scalar - 0xFF41 + 0x61) | 1 << 24
    case 0x622, 0x623, 0x625: raw = 0xA7D8 | 2 << 24  // Arabic alef with a sign above or below
    case 0x649: raw = 0x8AD9 | 2 << 24  // alef maksura as ya
    default: return nil
    }
    return raw == 0 ? nil : Entry(rawValue: raw)
  }

  private static let low: [UInt32] = (0x80..<0x590).map(packed)
  private static let high: [UInt32] = (0x1E00..<0x2000).map(packed)

  private static func packed(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return 0 }
    let folded = Array(String(Character(scalar)).folded.utf8.prefix(3))
    var raw = UInt32(folded.count) << 24 | (scalar.properties.isUppercase ? 1 << 31 : 0)
    for (index, byte) in folded.enumerated() { raw |= UInt32(byte) << UInt32(8 * index) }
    return folded.isEmpty ? 0 : raw
  }

  /// What `scalar`, which lies beyond ASCII, is to the word reader.
  static func part(of scalar: UInt32) -> Part {
    switch scalar {
    case 0x2019, 0x2BC: .apostrophe
    case 0x300...0x36F, 0x483...0x487, 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670,
      0x6D6...0x6ED, 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF:
      .mark
    case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F: .digit
    case 0x80..<0x590, 0x1E00..<0x2000: entry(of: scalar) == nil ? .other : .letter
    case 0x5D0...0x5F2, 0x620...0x6D3, 0x6D5...0x6FC: .letter
    case 0x900...0xDFF: scalar & 0xFFFE == 0x964 ? .other : .letter
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17D3: .ideograph
    case 0x3041...0x30FF where scalar != 0x30FB: .ideograph
    case 0x3005...0x3007, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      .ideograph
    case 0x2000...0x2BFF, 0x3000...0x303F, 0xE000...0xF8FF, 0xFE10...0xFE6F, 0xFFF0...0xFFFF,
      0x1F000...0x1FAFF, 0xE0000...:
      .other
    default: isAlphabetic(scalar) ? .letter : .other
    }
  }

  private static func isAlphabetic(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }
}
