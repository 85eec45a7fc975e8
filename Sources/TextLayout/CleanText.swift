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

  /// Scalars that one character may have; what stands beyond is dropped.
  static let scalarLimit = 32

  /// Cleans a text: tabs and line ends become spaces, other controls are dropped.
  public init(_ raw: String) {
    if Self.isPlain(raw) {
      string = raw
      columns = raw.utf8.count
    } else {
      (string, columns) = Self.cleaned(raw)
    }
  }

  /// Cleans a part of a text, or any other form of it.
  public init(_ raw: some StringProtocol) { self.init(String(raw)) }

  private init(known string: String, columns: Int) {
    self.string = string
    self.columns = columns
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
    var hasEmoji = false
    for scalar in character.unicodeScalars {
      guard count < scalarLimit else { break }
      switch scalar.value {
      case 0x85, 0x2028, 0x2029, 0x09...0x0D:
        text.append(" ")
        columns += 1
      case 0x200D where hasEmoji:
        // A family of emoji is one picture to some terminals and several to others: the first stays.
        return columns
      case 0xFE00...0xFE0F,
        0x1F3FB...0x1F3FF where hasEmoji || columns > 0:
        continue
      default:
        guard let width = shown(scalar) else { continue }
        if width == 0, columns == 0, count == 0 { text.append("\u{25CC}") }
        if width == 0, columns == 0 { columns += 1 }
        hasEmoji = hasEmoji || (width == 2 && scalar.properties.isEmojiPresentation)
        text.unicodeScalars.append(width < 0 ? "\u{FFFD}" : scalar)
        columns += abs(width)
      }
      count += 1
    }
    return columns
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
    return CleanText(
      known: text + "…", columns: start.columns - (start.string.count - text.count) + 1)
  }

  /// The text with spaces after it, so that it takes at least so many cells.
  public func padded(to width: Int) -> CleanText {
    guard columns < width else { return self }
    return CleanText(
      known: string + String(repeating: " ", count: width - columns), columns: width)
  }

  /// The longest beginning of at most `limit` cells, and what is left.
  public func split(at limit: Int) -> (CleanText, CleanText) {
    guard columns > limit else { return (self, CleanText(known: "", columns: 0)) }
    if string.utf8.count == columns {
      let place = string.utf8.index(string.startIndex, offsetBy: max(0, limit))
      return (
        CleanText(known: String(string[..<place]), columns: max(0, limit)),
        CleanText(known: String(string[place...]), columns: columns - max(0, limit))
      )
    }
    var used = 0
    var place = string.startIndex
    while place < string.endIndex {
      let width = string[place].cellWidth
      guard used + width <= limit else { break }
      used += width
      place = string.index(after: place)
    }
    return (
      CleanText(known: String(string[..<place]), columns: used),
      CleanText(known: String(string[place...]), columns: columns - used)
    )
  }

  /// A part of this text, which is as clean as the whole.
  /// - Parameter range: Indices of `string`.
  public subscript(range: Range<String.Index>) -> CleanText {
    let part = string[range]
    let width =
      string.utf8.count == columns
      ? part.utf8.count : part.unicodeScalars.reduce(0) { $0 + $1.columns }
    return CleanText(known: String(part), columns: width)
  }

  /// One text after the other.
  public static func + (a: CleanText, b: CleanText) -> CleanText {
    guard !a.isEmpty else { return b }
    guard !b.isEmpty else { return a }
    if a.string.utf8.count == a.columns, b.string.utf8.count == b.columns {
      return CleanText(known: a.string + b.string, columns: a.columns + b.columns)
    }
    // A mark at the start of `b` may join the last character of `a`.
    return CleanText(a.string + b.string)
  }
}

extension CleanText: CustomStringConvertible {
  /// The text itself.
  public var description: String { string }
}
