/// Reads the words of a text from its UTF-8 bytes, in any script, in one pass.
///
/// A word is a run of letters and digits, folded and lower-cased; it ends at an apostrophe with its
/// ending left out ("Trump's" is "trump"), except behind an elided article or name prefix
/// ("l'école", "O'Neill"). Hyphens part words. A number keeps its decimal point and loses its
/// commas. Scripts without spaces come out as pairs of neighbouring signs. Broken UTF-8 parts words.
struct WordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let letters: UnsafeMutablePointer<UInt8>
  private let stops: KeyTable
  private var next = 0
  private var length = 0
  private var between = Between()
  private(set) var words: [Word] = []

  /// Bytes of a folded word that count.
  private static let longest = 48

  /// The words of `bytes`; those in `stops` are marked as stop words.
  static func words(of bytes: [UInt8], stops: KeyTable) -> [Word] {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 4) { letters in
        guard let base = letters.baseAddress else { return [] }
        var reader = WordReader(bytes: bytes, letters: base, stops: stops)
        reader.words.reserveCapacity(bytes.count / 5)
        while reader.next < bytes.count { reader.step() }
        return reader.words
      }
    }
  }

  private init(
    bytes: UnsafeBufferPointer<UInt8>, letters: UnsafeMutablePointer<UInt8>, stops: KeyTable
  ) {
    self.bytes = bytes
    self.letters = letters
    self.stops = stops
  }

  /// Reads one word, or one sign between words.
  private mutating func step() {
    let byte = bytes[next]
    if ASCII.isLetterOrDigit(byte) { return word() }
    if byte < 0x80 {
      between.add(byte)
      next += 1
      return
    }
    let (scalar, width) = scalar(at: next)
    switch LetterFolding.part(of: scalar) {
    case .letter, .digit: word()
    case .ideograph: pairs()
    case .mark: next += width
    case .apostrophe, .other:
      between.add(scalar: scalar)
      next += width
    }
  }

  /// Reads a run of letters and digits.
  private mutating func word() {
    let start = next
    length = 0
    var shape = Shape()
    loop: while next < bytes.count {
      let byte = bytes[next]
      if ASCII.isLetterOrDigit(byte) {
        shape.add(byte)
        append(byte | (ASCII.isUpper(byte) ? 0x20 : 0))
        next += 1
      } else if byte >= 0x80 {
        let (scalar, width) = scalar(at: next)
        switch LetterFolding.part(of: scalar) {
        case .letter: appendLetter(scalar, width, &shape)
        case .digit:
          shape.digits += 1
          append(0x30 + UInt8(truncatingIfNeeded: scalar & 0xF) % 10)
        case .mark: break
        case .apostrophe, .ideograph, .other: break loop
        }
        next += width
      } else if shape.letters == 0, byte == 0x2C || byte == 0x2E, digitFollows {
        if byte == 0x2E { append(byte) }
        next += 1
      } else {
        break
      }
    }
    emit(from: start, shape: shape)
  }

  private var digitFollows: Bool {
    next + 1 < bytes.count && ASCII.isDigit(bytes[next + 1])
  }

  /// Stores the word that ends here, and passes over the ending behind an apostrophe.
  private mutating func emit(from start: Int, shape: Shape) {
    let end = next
    let ending = endingBehindApostrophe()
    var look = shape.look
    if let ending, !(length <= 2 && ending.letters > 2) {
      look.insert(.possessive)
      next = ending.end
    }
    if shape.isEnglish { length = EnglishStem.length(letters, length) }
    let key = TermKey.of(letters, count: length)
    if stops[key] != nil, !shape.look.contains(.allCapitals) || length > 2 { look.insert(.stop) }
    add(from: start, to: end, key: key, length: length, look: look)
  }

  /// The letters that follow an apostrophe at this place; `nil` when there are none.
  private func endingBehindApostrophe() -> (end: Int, letters: Int)? {
    guard next < bytes.count else { return nil }
    var place = next
    if bytes[place] == 0x27 {
      place += 1
    } else if bytes[place] == 0xE2, scalar(at: place).0 == 0x2019 {
      place += 3
    } else {
      return nil
    }
    let start = place
    while place < bytes.count {
      if ASCII.isLetterOrDigit(bytes[place]) {
        place += 1
      } else if bytes[place] >= 0x80 {
        let (scalar, width) = scalar(at: place)
        guard LetterFolding.part(of: scalar) == .letter else { break }
        place += width
      } else {
        break
      }
    }
    return place == start ? nil : (place, place - start)
  }

  /// Reads a run of signs without spaces as overlapping pairs; a single sign stands for itself.
  private mutating func pairs() {
    var (before, count) = (next, 0)
    var beforeIsSyllable = false
    while next < bytes.count, bytes[next] >= 0x80 {
      let (scalar, width) = scalar(at: next)
      guard LetterFolding.part(of: scalar) == .ideograph else { break }
      let isSyllable = (0x3041...0x309F).contains(scalar)
      if count > 0 {
        addPair(from: before, to: next + width, isGrammar: isSyllable && beforeIsSyllable)
      }
      (before, beforeIsSyllable) = (next, isSyllable)
      next += width
      count += 1
    }
    if count == 1 { addPair(from: before, to: next, isGrammar: beforeIsSyllable) }
  }

  private mutating func addPair(from start: Int, to end: Int, isGrammar: Bool) {
    guard let base = bytes.baseAddress else { return }
    let key = TermKey.of(base + start, count: end - start)
    add(from: start, to: end, key: key, length: 2, look: isGrammar ? [.pair, .stop] : .pair)
  }

  private mutating func add(from start: Int, to end: Int, key: UInt32, length: Int, look: Word.Look)
  {
    let gap = words.isEmpty ? Word.Gap.paragraph : between.gap
    between = Between()
    words.append(
      Word(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), key: key,
        length: UInt8(min(length, 255)), look: look, gap: gap))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    guard length < Self.longest else { return }
    letters[length] = byte
    length += 1
  }

  private mutating func appendLetter(_ scalar: UInt32, _ width: Int, _ shape: inout Shape) {
    shape.letters += 1
    shape.isEnglish = false
    guard let entry = LetterFolding.entry(of: scalar) else {
      for index in next..<next + width { append(bytes[index]) }
      return
    }
    if entry.isCapital {
      shape.capitals += 1
      if shape.letters + shape.digits == 1 { shape.beginsWithCapital = true }
    }
    for index in 0..<entry.count { append(entry.byte(index)) }
  }

  /// The scalar at a place and its bytes; broken UTF-8 gives U+FFFD and one byte.
  private func scalar(at place: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[place])
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), place + width <= bytes.count else { return (0xFFFD, 1) }
    var scalar = first & (0x7F >> UInt32(width))
    for index in place + 1..<place + width {
      guard bytes[index] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (scalar, width)
  }
}

/// What a word is made of.
private struct Shape {
  var letters = 0
  var capitals = 0
  var digits = 0
  var beginsWithCapital = false
  var isEnglish = true

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    if ASCII.isDigit(byte) {
      digits += 1
    } else {
      letters += 1
      if ASCII.isUpper(byte) {
        capitals += 1
        if letters + digits == 1 { beginsWithCapital = true }
      }
    }
  }

  var look: Word.Look {
    if letters == 0 { return .number }
    var look: Word.Look = beginsWithCapital ? .capital : []
    if capitals == letters, letters > 1 { look.insert(.allCapitals) }
    return look
  }
}

/// The signs between two words, reduced to what parts phrases.
private struct Between {
  private var hasSpace = false
  private var hasStop = false
  private var strongest = Word.Gap.joint

  mutating func add(_ byte: UInt8) {
    switch byte {
    case 0x20, 0x09: hasSpace = true
    case 0x0A, 0x0D: raise(.paragraph)
    case 0x2E: hasStop = true
    case 0x21, 0x3F: raise(.sentence)
    case 0x2C: raise(.comma)
    case 0x28, 0x29, 0x5B, 0x5D: raise(.bracket)
    case 0x26, 0x27, 0x2D: break
    default: raise(.mark)
    }
  }

  mutating func add(scalar: UInt32) {
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: hasSpace = true
    case 0x2010, 0x2011: break
    case 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x964: raise(.sentence)
    default: raise(.mark)
    }
  }

  private mutating func raise(_ gap: Word.Gap) {
    if gap.rawValue > strongest.rawValue { strongest = gap }
  }

  var gap: Word.Gap {
    if strongest == .mark || strongest == .bracket, hasStop { return .sentence }
    if strongest != .joint { return strongest }
    if hasStop { return hasSpace ? .stop : .joint }
    return hasSpace ? .space : .joint
  }
}

/// Classes of ASCII bytes.
enum ASCII {
  @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inline(__always) static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}

/// The s-stemmer of Harman (1991): English plurals brought to the singular, nothing else.
enum EnglishStem {
  /// The length of the stem; "ies" becomes "y" in place.
  static func length(_ word: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    guard count > 3, word[count - 1] == 0x73 else { return count }
    let (before, third) = (word[count - 2], word[count - 3])
    if before == 0x65 {
      if third == 0x69 {
        guard count > 4, word[count - 4] != 0x61, word[count - 4] != 0x65 else { return count }
        word[count - 3] = 0x79
        return count - 2
      }
      return third == 0x61 || third == 0x65 || third == 0x6F ? count : count - 1
    }
    return before == 0x75 || before == 0x73 ? count : count - 1
  }
}
