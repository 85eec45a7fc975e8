/// Text that is safe to draw and to print, with the number of cells that it takes.
///
/// The only way to make one is to clean: no control character (C0, DEL, C1), no bidi embedding,
/// override or isolate, no tag character, and nothing that terminals give different widths gets
/// in. Whatever reaches a terminal or standard output is of this type, so the compiler shows that
/// nothing else does.
public struct CleanText: Sendable, Hashable {
  /// One line of text without control characters.
  public let string: String
  /// Cells that the text takes on a terminal.
  public let columns: Int
  /// Whether every scalar is a character of its own and takes one cell.
  public let isSimple: Bool

  /// Scalars that one character may have; what stands beyond is dropped.
  static let scalarLimit = 32

  /// Cleans a text: tabs and line ends become spaces, other controls are dropped.
  public init(_ raw: String) {
    if Self.isPlain(raw) {
      string = raw
      columns = raw.utf8.count
      isSimple = true
    } else if let count = Self.simpleCount(raw) {
      string = raw
      columns = count
      isSimple = true
    } else {
      (string, columns) = Self.cleaned(raw)
      isSimple = false
    }
  }

  /// Cleans a part of a text, or any other form of it.
  public init(_ raw: some StringProtocol) { self.init(String(raw)) }

  private init(known string: String, columns: Int, isSimple: Bool) {
    self.string = string
    self.columns = columns
    self.isSimple = isSimple
  }

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { string.isEmpty }

  /// Whether a text is printable ASCII throughout, so that nothing is to be cleaned.
  private static func isPlain(_ raw: String) -> Bool {
    var raw = raw
    return raw.withUTF8 { bytes in
      for byte in bytes where byte &- 0x20 >= 0x5F { return false }
      return true
    }
  }

  /// The cells of a text whose scalars all stand alone and take one cell each: Latin, Greek and
  /// Cyrillic letters, punctuation, currency signs, arrows, lines and boxes.
  ///
  /// `nil` for any other.
  ///
  /// Most texts of most newspapers are such; they need neither cleaning nor graphemes.
  private static func simpleCount(_ raw: String) -> Int? {
    var count = 0
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x391..<0x3A2, 0x3A3..<0x483, 0x2010..<0x2028,
        0x2030..<0x205F,
        0x20A0..<0x20C0, 0x2190..<0x2200, 0x2500..<0x25FD:
        count += 1
      default: return nil
      }
    }
    return count
  }

  private static func cleaned(_ raw: String) -> (String, Int) {
    var (text, columns) = ("", 0)
    text.reserveCapacity(raw.utf8.count)
    for character in raw {
      if let value = character.asciiValue {
        switch value {
        case 0x20..<0x7F: text.append(character)
        case 0x09...0x0D: text.append(" ")
        default: continue
        }
        columns += 1
      } else {
        columns += append(character, to: &text)
      }
    }
    return (text, columns)
  }

  /// Adds what is safe of one character; gives back its cells.
  private static func append(_ character: Character, to text: inout String) -> Int {
    var columns = 0
    var count = 0
    var (isPicture, isReplaced) = (false, false)
    for scalar in character.unicodeScalars {
      guard count < scalarLimit else { break }
      switch scalar.value {
      case 0x85, 0x2028, 0x2029, 0x09...0x0D:
        text.append(" ")
        columns += 1
      case 0x200D:
        // A family of emoji is one picture to some terminals and several to others: the first stays.
        // Between letters the joiner only asks for a form, and some terminals put both in one cell.
        if isPicture { return columns }
        continue
      case 0xFE00...0xFE0F,
        0x1F3FB...0x1F3FF where isPicture || columns > 0:
        continue
      default:
        guard var width = shown(scalar) else { continue }
        if width == 0, columns == 0 || isReplaced {
          // A mark gets something to stand on; what would not stay with it has no form alone.
          let isMark = scalar.properties.isGraphemeExtend
          if isMark, columns == 0 {
            text.append("\u{25CC}")
            columns += 1
          }
          if !isMark { width = -1 }
        }
        isReplaced = isReplaced || width < 0
        isPicture = isPicture || Self.isPicture(scalar)
        text.unicodeScalars.append(width < 0 ? "\u{FFFD}" : scalar)
        columns += abs(width)
      }
      count += 1
    }
    return columns
  }

  /// Whether a scalar can be drawn as a picture, which others may be joined to.
  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA9, 0xAE, 0x203C...0x2BFF, 0x3030...0x3299, 0x1F000...0x1FAFF:
      scalar.properties.isEmoji
    default: false
    }
  }

  /// The cells of a scalar; `nil` when it is to be dropped, -1 when a mark stands in its place.
  private static func shown(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: return nil
    case 0xAD: return nil
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: return nil
    case 0xFEFF, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF, 0x180E: return nil
    case let value where value & 0xFFFE == 0xFFFE: return nil
    case let value: return WidthTable.columns(value) ?? -1
    }
  }
}

extension CleanText {
  /// The longest beginning that fits, with `…` at its end where something was cut.
  /// - Parameter limit: Cells.
  /// - Returns: A text that is never wider than that.
  public func truncated(to limit: Int) -> CleanText {
    guard columns > limit else { return self }
    guard limit > 1 else { return limit == 1 ? CleanText("…") : CleanText("") }
    let (start, _) = split(at: limit - 1)
    var text = start.string
    while text.last == " " { text.removeLast() }
    let dropped = start.string.utf8.count - text.utf8.count
    return CleanText(
      known: text + "…", columns: start.columns - dropped + 1, isSimple: isSimple)
  }

  /// The text with spaces after it, so that it takes at least so many cells.
  public func padded(to width: Int) -> CleanText {
    guard columns < width else { return self }
    return CleanText(
      known: string + String(repeating: " ", count: width - columns), columns: width,
      isSimple: isSimple)
  }

  /// The longest beginning of at most `limit` cells, and what is left.
  public func split(at limit: Int) -> (CleanText, CleanText) {
    guard columns > limit else {
      return (self, CleanText(known: "", columns: 0, isSimple: true))
    }
    var used = 0
    var place = string.startIndex
    if isSimple {
      used = max(0, limit)
      place = string.unicodeScalars.index(place, offsetBy: used)
    }
    while !isSimple, place < string.endIndex {
      let width = string[place].cellWidth
      guard used + width <= limit else { break }
      used += width
      place = string.index(after: place)
    }
    return (
      CleanText(known: String(string[..<place]), columns: used, isSimple: isSimple),
      CleanText(known: String(string[place...]), columns: columns - used, isSimple: isSimple)
    )
  }

  /// A part of this text, which is as clean as the whole.
  /// - Parameter range: Indices of `string`.
  public subscript(range: Range<String.Index>) -> CleanText {
    let part = string[range].unicodeScalars
    let width = isSimple ? part.count : part.reduce(0) { $0 + $1.columns }
    return CleanText(known: String(string[range]), columns: width, isSimple: isSimple)
  }

  /// One text after the other.
  public static func + (a: CleanText, b: CleanText) -> CleanText {
    guard !a.isEmpty else { return b }
    guard !b.isEmpty else { return a }
    if a.isSimple, b.isSimple {
      return CleanText(
        known: a.string + b.string, columns: a.columns + b.columns, isSimple: true)
    }
    // A mark at the start of `b` may join the last character of `a`.
    return CleanText(a.string + b.string)
  }
}

extension CleanText: CustomStringConvertible {
  /// The text itself.
  public var description: String { string }
}
