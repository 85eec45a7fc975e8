/// Finds where words of a language may be parted, by the patterns of Liang's "Word Hy-phen-a-tion
/// by Com-put-er" (1983), which TeX uses.
///
/// A class, because its table is shared by all who set text and never changes.
public final class Hyphenator: Sendable {
  /// The numbers between the letters of each pattern, without zeros at the end.
  private let patterns: [[UInt8]: [UInt8]]
  /// Letters of the longest pattern.
  private let longest: Int
  /// Letters that stay together at the start and the end of a word.
  private let (first, last): (Int, Int)

  /// Bytes of a pattern file; longer ones are none of patterns.
  public static let sizeLimit = 4 << 20
  /// Letters of a word that is parted; nobody reads longer ones.
  static let wordLimit = 64
  private static let patternLimit = 64

  /// Reads a pattern file as hunspell and LibreOffice have it: the first line names the encoding,
  /// lines like `LEFTHYPHENMIN 2` set limits, each other line is a pattern.
  ///
  /// Patterns that change letters (`/`) and a second level are left out. Costs the length of the
  /// file, which is UTF-8, ISO 8859-1 or ISO 8859-15; `nil` when there is no pattern in it.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.sizeLimit else { return nil }
    var lines = bytes.split { $0 == 0x0A || $0 == 0x0D }[...]
    let encoding = String(decoding: lines.popFirst() ?? [], as: UTF8.self).uppercased()
    let isLatin = encoding.hasPrefix("ISO8859-1") || encoding.hasPrefix("ISO-8859-1")
    guard isLatin || encoding.hasPrefix("UTF-8") else { return nil }
    var table: [[UInt8]: [UInt8]] = [:]
    var (longest, first, last) = (0, 2, 2)
    for line in lines {
      if let value = Self.setting("LEFTHYPHENMIN", line) { first = value }
      if let value = Self.setting("RIGHTHYPHENMIN", line) { last = value }
      if line.elementsEqual("NEXTLEVEL".utf8) { break }
      guard let pattern = Self.pattern(isLatin ? Self.utf8(line) : Array(line)) else { continue }
      table[pattern.letters] = pattern.values
      longest = max(longest, pattern.letters.count)
    }
    guard !table.isEmpty else { return nil }
    patterns = table
    self.longest = longest
    (self.first, self.last) = (max(2, first), max(2, last))
  }

  private static func setting(_ name: String, _ line: ArraySlice<UInt8>) -> Int? {
    guard line.starts(with: name.utf8) else { return nil }
    let rest = String(decoding: line.dropFirst(name.utf8.count), as: UTF8.self)
    return Int(rest.filter(\.isNumber)).map { min($0, 16) }
  }

  private static func utf8(_ latin: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in latin {
      if byte < 0x80 {
        bytes.append(byte)
      } else {
        bytes += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return bytes
  }

  /// The letters of a pattern and the numbers before each of their bytes; `nil` for other lines.
  private static func pattern(_ line: [UInt8]) -> (letters: [UInt8], values: [UInt8])? {
    guard line.count <= patternLimit, line.first != 0x25, !line.contains(0x2F) else { return nil }
    var letters: [UInt8] = []
    var values: [UInt8] = [0]
    for byte in line where byte > 0x20 {
      if byte >= 0x30, byte <= 0x39 {
        values[letters.count] = byte - 0x30
      } else if byte >= 0x41 && byte <= 0x5A {
        return nil
      } else {
        letters.append(byte)
        values.append(0)
      }
    }
    guard letters.count > 1, values.contains(where: { $0 > 0 }) else { return nil }
    while values.last == 0 { values.removeLast() }
    return (letters, values)
  }

  /// Where a word may be parted.
  /// - Parameter word: Letters only.
  /// - Returns: Bytes of UTF-8 before each place, in ascending order.
  public func places(in word: some StringProtocol) -> [Int] {
    let lower = word.lowercased()
    let count = lower.unicodeScalars.count
    // A word that changes its length with its case has no places that could be told.
    guard count >= first + last, count <= Self.wordLimit, lower.utf8.count == word.utf8.count else {
      return []
    }
    let letters = [0x2E] + Array(lower.utf8) + [0x2E]
    var values = [UInt8](repeating: 0, count: letters.count + 1)
    for start in letters.indices where !Self.isContinuation(letters[start]) {
      var key: [UInt8] = []
      for end in start..<min(letters.count, start + longest) {
        key.append(letters[end])
        guard let found = patterns[key] else { continue }
        for (offset, value) in found.enumerated() where value > values[start + offset] {
          values[start + offset] = value
        }
      }
    }
    var places: [Int] = []
    var seen = 0
    for index in 1..<letters.count - 1 where !Self.isContinuation(letters[index]) {
      if seen >= first, count - seen >= last, values[index] % 2 == 1 { places.append(index - 1) }
      seen += 1
    }
    return places
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension Hyphenator: Hashable {
  /// Whether both are the same table.
  public static func == (a: Hyphenator, b: Hyphenator) -> Bool { a === b }

  /// Feeds the identity of the table.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension LineSegments {
  /// Parts a piece of text where a hyphen may stand; the parts follow each other without a gap.
  static func parted(_ segment: Segment, of text: String, by hyphenator: Hyphenator) -> [Segment] {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: segment.start)
    let end = utf8.index(start, offsetBy: segment.end - segment.start)
    var (parts, rest): ([Segment], Segment) = ([], segment)
    for place in places(in: text[start..<end], by: hyphenator) {
      let cut = segment.start + place
      let from = utf8.index(utf8.startIndex, offsetBy: rest.start)
      let to = utf8.index(utf8.startIndex, offsetBy: cut)
      let columns = text.unicodeScalars[from..<to].reduce(0) { $0 + $1.columns }
      parts.append(
        Segment(start: rest.start, end: cut, columns: columns, gap: 0, endsInHyphen: true))
      rest.start = cut
      rest.columns -= columns
    }
    return parts + [rest]
  }

  /// Bytes of a piece of text before each place where a hyphen may stand.
  ///
  /// Words of small letters only, perhaps with a capital one at their start, between punctuation;
  /// addresses, names of files and abbreviations stay whole.
  private static func places(in piece: Substring, by hyphenator: Hyphenator) -> [Int] {
    guard piece.utf8.count >= 5 else { return [] }
    let isEdge = { (character: Character) in character.isPunctuation || character.isSymbol }
    let head = piece.prefix(while: isEdge)
    var word = piece[head.endIndex...]
    while let last = word.last, isEdge(last) { word.removeLast() }
    guard word.allSatisfy(\.isLetter), word.dropFirst().allSatisfy(\.isLowercase) else { return [] }
    return hyphenator.places(in: word).map { $0 + head.utf8.count }
  }
}
