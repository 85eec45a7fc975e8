/// What a character means for the end of a line, after the classes of UAX #14.
enum BreakClass {
  case space
  /// Letters, digits and everything that keeps together.
  case letter
  case digit
  /// Keeps what stands on both sides: no-break space, word joiner.
  case glue
  /// A line may end after it: hyphen, dash, slash.
  case hyphen, dash
  /// Never at the end of a line: opening brackets and quotation marks.
  case opening
  /// Never at the start of a line: closing brackets, stops, small kana.
  case closing
  /// Characters of scripts that break anywhere: ideographs, kana, hangul.
  case ideograph

  init(_ character: Character) {
    guard let scalar = character.unicodeScalars.first else {
      self = .letter
      return
    }
    switch scalar.value {
    case 0x20: self = .space
    case 0x30...0x39: self = .digit
    case 0x2D, 0x2010: self = .hyphen
    case 0x2013, 0x2014, 0x2E3A, 0x2E3B: self = .dash
    case 0xA0, 0x202F, 0x2011: self = .glue
    case 0x28, 0x5B, 0x7B, 0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039, 0xA1, 0xBF,
      0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0xFF08, 0xFF3B,
      0xFF5B, 0xFF62:
      self = .opening
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x25, 0xBB, 0x2019, 0x201D,
      0x203A, 0x2026, 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015,
      0x3017, 0x3019, 0x301B, 0x301C, 0x303B, 0x309B...0x309E, 0x30A0, 0x30FB...0x30FE, 0xFF01,
      0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF61,
      0xFF63...0xFF65,
      0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095,
      0x3096, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE,
      0x30F5, 0x30F6, 0x0964, 0x0965, 0x060C, 0x061B, 0x061F, 0x06D4:
      self = .closing
    case 0x2E80...0x312F, 0x3130...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFFDC,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      self = .ideograph
    default: self = .letter
    }
  }

  /// Whether a line may end between two characters without a space between them.
  static func canBreak(before: BreakClass, after next: BreakClass, last: BreakClass) -> Bool {
    switch (before, next) {
    case (_, .space), (_, .closing), (_, .glue), (.glue, _), (.opening, _): false
    case (_, .hyphen): false
    // "-5" keeps together, "ed-tech" may part; a hyphen that opens a word stays with it.
    case (.hyphen, .digit): false
    case (.hyphen, _): last == .letter || last == .digit || last == .ideograph
    case (_, .dash): false
    case (.dash, .letter), (.dash, .ideograph), (.dash, .opening): true
    case (.dash, _): false
    case (.ideograph, .opening), (.ideograph, .ideograph): true
    case (.ideograph, .letter), (.ideograph, .digit): true
    case (.letter, .ideograph), (.digit, .ideograph), (.closing, .ideograph): true
    default: false
    }
  }

  /// Whether a line may end at the spaces between two characters.
  ///
  /// Not before a dash, which would stand alone at the start of a line, nor after an opening mark.
  static func canBreakAtSpace(before: BreakClass, after next: BreakClass) -> Bool {
    if next == .dash { return false }
    return before != .opening
  }
}
