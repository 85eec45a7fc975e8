/// The paragraphs of a plain text, in the order in which they stand.
///
/// White space is collapsed, control characters are dropped, and lines that were broken at a column
/// are joined again, all into one array of bytes that the items point into.
struct PageLines {
  /// A paragraph, a bullet or a line of its own.
  struct Item {
    var range: Range<Int>
    /// Empty lines above it; a separator like `* * *` counts as three.
    var blanksBefore: Int
    var isBullet: Bool
    /// Equal for equal texts.
    var fingerprint: UInt64
  }

  private(set) var bytes: [UInt8] = []
  private(set) var items: [Item] = []

  /// A line of the source, without its end.
  private struct Line {
    var range: Range<Int>
    var blanksBefore: Int
    var columns: Int
    /// Bytes of its bullet with the space behind it.
    var bullet: Int
  }

  /// Columns up to which a text may have been broken by a program or typewriter.
  private static let wrapLimit = 120
  /// Columns under which nobody breaks a whole text.
  private static let narrowest = 40

  /// Reads valid UTF-8 with line ends of any kind.
  init(_ source: [UInt8]) {
    let lines = Self.lines(of: source)
    bytes.reserveCapacity(source.count)
    let widest = lines.lazy.map(\.columns).max() ?? 0
    let width = (Self.narrowest...Self.wrapLimit).contains(widest) ? widest : nil
    var index = 0
    while index < lines.count {
      var last = index
      if let width {
        while last + 1 < lines.count,
          Self.continues(lines[last], lines[last + 1], width: width, source)
        {
          last += 1
        }
      }
      append(lines[index...last], source)
      index = last + 1
    }
  }

  /// The text of an item.
  func text(_ item: Item) -> ArraySlice<UInt8> { bytes[item.range] }

  private mutating func append(_ lines: ArraySlice<Line>, _ source: [UInt8]) {
    guard let first = lines.first else { return }
    let start = bytes.count
    for line in lines {
      if bytes.count > start { bytes.append(UInt8(ascii: " ")) }
      appendText(source[line.range.dropFirst(line.range == first.range ? first.bullet : 0)])
    }
    while bytes.count > start, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    let range = start..<bytes.count
    items.append(
      Item(
        range: range, blanksBefore: first.blanksBefore, isBullet: first.bullet > 0,
        fingerprint: Fingerprint.of(bytes[range])))
  }

  private mutating func appendText(_ text: ArraySlice<UInt8>) {
    let start = bytes.count
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let run = index
        while index < text.count, Self.isPlain(text, index) { index += 1 }
        if index > run {
          bytes.append(contentsOf: text[run..<index])
          continue
        }
        let byte = text[index]
        index += 1
        if byte.isHTMLSpace {
          if bytes.count > start, bytes.last != 0x20 { bytes.append(0x20) }
        } else if byte == 0xC2 {
          // U+0080 to U+009F are control characters.
          if index < text.count, text[index] < 0xA0 { index += 1 } else { bytes.append(byte) }
        }
      }
    }
  }

  /// Whether a byte is copied as it is: no control character, and no space before another one.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    if byte > 0x20 { return byte != 0x7F && byte != 0xC2 }
    return byte == 0x20 && index > 0 && index + 1 < text.count && text[index - 1] > 0x20
      && text[index + 1] > 0x20
  }
}

// MARK: - Lines

extension PageLines {
  private static func lines(of source: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var blanks = 0
    var start = 0
    while start < source.count {
      var end = start
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D, source[end] != 0x0C {
        end += 1
      }
      let range = trimmed(start..<end, in: source)
      if range.isEmpty {
        blanks += 1
      } else if isSeparator(source[range]) {
        blanks += 3
      } else {
        let isIndented = range.lowerBound > start
        lines.append(
          Line(
            range: range, blanksBefore: blanks, columns: columns(source[start..<range.upperBound]),
            bullet: bulletLength(source[range], isIndented: isIndented)))
        blanks = 0
      }
      if end < source.count, source[end] == 0x0C { blanks += 3 }
      let isPair = end + 1 < source.count && source[end] == 0x0D && source[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    return lines
  }

  /// Without white space, hard blanks and a byte order mark at its ends.
  private static func trimmed(_ range: Range<Int>, in source: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if source[start] <= 0x20 {
        start += 1
      } else if start + 1 < end, source[start] == 0xC2, source[start + 1] == 0xA0 {
        start += 2
      } else if start + 2 < end, source[start] == 0xEF, source[start + 1] == 0xBB,
        source[start + 2] == 0xBF
      {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      if source[end - 1] <= 0x20 {
        end -= 1
      } else if end - 2 >= start, source[end - 2] == 0xC2, source[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// `---`, `***`, `* * *`, `====`: a line of three or more equal marks.
  private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, line.count >= 3,
      [
        UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"),
        UInt8(ascii: "#"),
      ]
      .contains(mark)
    else { return false }
    return line.allSatisfy { $0 == mark || $0 == 0x20 } && line.count { $0 == mark } >= 3
  }

  private static func columns(_ line: ArraySlice<UInt8>) -> Int {
    line.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Bullets of one, two and three bytes that open an item without a space behind them.
  private static let bullets: [[UInt8]] = [
    "•", "◦", "▪", "■", "●", "‣", "⁃", "►", "▶", "·", "∙", "○",
  ]
  .map { Array($0.utf8) }
  /// Marks that open an item only with a space behind them.
  private static let dashes: [[UInt8]] = ["-", "*", "+", "–", "»", "→", "✓"].map { Array($0.utf8) }

  private static func bulletLength(_ line: ArraySlice<UInt8>, isIndented: Bool) -> Int {
    guard let first = line.first, !first.isASCIIAlphanumeric else { return 0 }
    for mark in bullets where line.starts(with: mark) {
      return mark.count
    }
    // A bullet of a lost encoding comes as a question mark.
    let isLost = isIndented && first == UInt8(ascii: "?")
    for mark in isLost ? dashes + [[UInt8(ascii: "?")]] : dashes where line.starts(with: mark) {
      let next = line.startIndex + mark.count
      if next < line.endIndex, line[next] == 0x20 || line[next] == 0x09 { return mark.count + 1 }
    }
    return 0
  }

  /// Whether `next` goes on with the paragraph of `line`: its first word did not fit any more.
  private static func continues(
    _ line: Line, _ next: Line, width: Int, _ source: [UInt8]
  ) -> Bool {
    guard next.blanksBefore == 0, next.bullet == 0 else { return false }
    let text = source[next.range]
    if PageWords.isFurniture(text) || PageDateLabel.at(text.startIndex, in: text) != nil {
      return false
    }
    let word = text.prefix { !$0.isHTMLSpace }
    // Editors break a little earlier than they must, at hyphens and wide characters.
    return line.columns + 1 + columns(word) > width - 4
  }
}
