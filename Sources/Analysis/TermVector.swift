/// What an article is about, as weighted terms: the form in which articles are compared.
///
/// A term is the 32-bit key of a folded, stemmed word; its weight is v / (v + 4) with v the count
/// in the body plus three times the count in the title. The most telling terms come first.
public struct TermVector: Sendable, Hashable {
  /// A term with its weight in 255ths.
  struct Term: Sendable, Hashable {
    var key: UInt32
    var weight: UInt8
  }

  /// The most telling first; each key once.
  let terms: [Term]
  /// Key of the publication's name, 0 when it has none; terms that all its articles have tie none of them.
  let source: UInt32

  /// A number that is the same for texts with the same terms and weights in the same order.
  var fingerprint: UInt64 {
    terms.reduce(0xCBF2_9CE4_8422_2325) { hash, term in
      let mixed = (hash ^ UInt64(term.key) << 8 ^ UInt64(term.weight)) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ mixed >> 29
    }
  }

  /// Terms that are kept of an article.
  static let limit = 128

  /// The best terms of an article.
  ///
  /// Takes about 0.05 ms for 4 kB of text.
  public init(_ text: ArticleText) { self.init(WordList(text), source: text.source) }

  init(_ list: WordList, source: String) {
    self.source = source.isEmpty ? 0 : TermKey.of(source.utf8)
    let counted = CountedTerms(list)
    terms = counted.best(Self.limit)
  }

  /// Whether there is nothing to compare.
  public var isEmpty: Bool { terms.isEmpty }

  /// The first byte of the encoded form.
  private static let format: UInt8 = 1
  private static let headBytes = 5
  private static let termBytes = 5

  /// The vector as bytes for the store.
  ///
  /// A format byte, the source's key, then five bytes a term.
  ///
  /// Numbers have their lowest byte first.
  public var encoded: [UInt8] {
    var bytes: [UInt8] = [Self.format]
    bytes.reserveCapacity(Self.headBytes + Self.termBytes * terms.count)
    Self.append(source, to: &bytes)
    for term in terms {
      Self.append(term.key, to: &bytes)
      bytes.append(term.weight)
    }
    return bytes
  }

  /// Reads what `encoded` gave; `nil` for anything else.
  public init?(encoded bytes: [UInt8]) {
    let rest = bytes.count - Self.headBytes
    guard bytes.first == Self.format, rest >= 0, rest % Self.termBytes == 0,
      rest / Self.termBytes <= Self.limit
    else { return nil }
    source = Self.number(bytes, at: 1)
    terms = stride(from: Self.headBytes, to: bytes.count, by: Self.termBytes).map { place in
      Term(key: Self.number(bytes, at: place), weight: bytes[place + 4])
    }
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private static func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
  }
}

/// The terms of an article with their counts.
struct CountedTerms {
  struct Entry {
    var key: UInt32
    var title: Int32
    var body: Int32
    /// Index of the first word with this key.
    var first: Int32
    var isName: Bool

    /// The weight v / (v + 4) in 255ths; at least 1.
    var weight: UInt8 {
      let value = 3 * min(Double(title), 1_000) + min(Double(body), 100_000)
      return UInt8(max(1, (255 * value / (value + 4)).rounded()))
    }
  }

  private(set) var entries: [Entry] = []

  init(_ list: WordList) {
    var places = KeyTable(capacity: min(list.words.count, 2_048))
    entries.reserveCapacity(list.words.count / 2)
    for (index, word) in list.words.enumerated() where word.isTerm {
      let place = places.number(of: word.key, orInsert: entries.count)
      if place == entries.count {
        entries.append(
          Entry(key: word.key, title: 0, body: 0, first: Int32(index), isName: false))
      }
      if index < list.titleCount {
        entries[place].title += 1
      } else {
        entries[place].body += 1
        if word.isCapital, !word.opensSentence { entries[place].isName = true }
      }
    }
  }

  /// The most telling terms: the heaviest, and of equals the earlier.
  func best(_ limit: Int) -> [TermVector.Term] {
    let ranked = entries.map { (entry: $0, worth: Self.worth($0)) }
      .sorted { ($0.worth, $1.entry.first) > ($1.worth, $0.entry.first) }
    return ranked.prefix(limit).map { .init(key: $0.entry.key, weight: $0.entry.weight) }
  }

  private static func worth(_ entry: Entry) -> Int {
    Int(entry.weight)
  }
}
