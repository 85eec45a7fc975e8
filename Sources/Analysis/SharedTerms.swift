/// The words that tie an open article to others: why one stands beside it.
public struct SharedTerms: Sendable {
  private let list: WordList
  private let counted: [UInt32: CountedTerms.Entry]
  private let places: WordPlaces

  /// Reads the words of the article that is open; about 0.2 ms for 4 kB.
  public init(open: ArticleText) {
    list = WordList(open)
    places = WordPlaces(list)
    counted = Dictionary(CountedTerms(list).entries.map { ($0.key, $0) }) { first, _ in first }
  }

  /// Makes the tables that the first reading needs; for a thread that has time before it.
  public static func prepare() {
    let text = ArticleText(title: "Mayor of Port Selis", paragraphs: ["A tram in Port Selis."])
    _ = SharedTerms(open: text).with(TermVector(text))
  }

  /// The telling terms that both articles have, as they stand in the open article.
  ///
  /// Names come first, then other words, each the strongest first; neighbouring words of a name
  /// stay together ("Marco Rubio"). Numbers, words that any report may have, and parts of different
  /// names ("Port" of "Port Selis" and "Port Halden") are left out. Needs no dictionary: the open
  /// article's text gives the words, the other one's vector the keys.
  /// - Parameters:
  ///   - other: The vector of the one beside it.
  ///   - limit: Terms at most, 1...20.
  /// - Returns: The terms; none when the articles share nothing telling.
  public func with(_ other: TermVector, limit: Int = 3) -> [String] {
    let common = other.terms.filter { places.standing[$0.key] != nil }
    let reading = TieReading(list, places, shared: Set(common.map(\.key)))
    let ties = common.compactMap { term in
      counted[term.key].flatMap { reading.tie($0, otherWeight: term.weight) }
    }
    var said: Set<UInt32> = []
    var terms: [String] = []
    for tie in ties.sorted(by: { $0.isStronger(than: $1) }) {
      guard terms.count < min(max(limit, 1), 20) else { break }
      let keys = list.words[tie.range].map(\.key)
      guard !keys.contains(where: said.contains) else { continue }
      said.formUnion(keys)
      terms.append(reading.surface(of: tie))
    }
    return terms
  }
}

/// A term of both articles.
private struct Tie {
  var isName: Bool
  /// The words that show it best.
  var range: ClosedRange<Int>
  var strength: Int

  func isStronger(than other: Tie) -> Bool {
    (isName ? 1 : 0, strength, other.range.lowerBound)
      > (other.isName ? 1 : 0, other.strength, range.lowerBound)
  }
}

/// Where the words of the open article stand.
private struct WordPlaces: Sendable {
  /// The places of each key, those in the title last.
  private(set) var standing: [UInt32: [Int]] = [:]
  /// Keys that stand somewhere without a capital.
  private(set) var lowered: Set<UInt32> = []

  init(_ list: WordList) {
    let words = list.words
    for index in Array(words.indices.dropFirst(list.titleCount)) + Array(0..<list.titleCount) {
      standing[words[index].key, default: []].append(index)
      if !words[index].isCapital { lowered.insert(words[index].key) }
    }
  }
}

/// Finds the words of the open article that show what it shares.
private struct TieReading {
  private let list: WordList
  private let places: WordPlaces
  private let shared: Set<UInt32>

  /// Both weights of a common word multiplied must reach this: once in either article is chance.
  private static let leastStrength = 51 * 80

  init(_ list: WordList, _ places: WordPlaces, shared: Set<UInt32>) {
    self.list = list
    self.places = places
    self.shared = shared
  }

  /// What a shared term shows; `nil` for one that ties nothing.
  func tie(_ entry: CountedTerms.Entry, otherWeight: UInt8) -> Tie? {
    let strength = Int(entry.weight) * Int(otherWeight)
    guard let standing = places.standing[entry.key], let first = standing.first,
      !list.words[first].look.contains(.number)
    else { return nil }
    if entry.isName, !places.lowered.contains(entry.key) {
      // The form without capitals throughout reads better: "Port Selis" before "PORT SELIS".
      let inner = standing.filter { list.words[$0].isCapital && !list.words[$0].opensSentence }
      let plain = inner.filter { !list.words[$0].look.contains(.allCapitals) }
      let range = (plain + inner).lazy.map { name(around: $0) }.first(where: isWhole)
      return range.map { Tie(isName: true, range: $0, strength: strength) }
    }
    let index = standing.first { !list.words[$0].isCapital } ?? first
    let isSign = list.words[index].look.contains(.pair)
    guard isSign || list.words[index].length > 3, !FlatWords.contains(entry.key),
      strength >= Self.leastStrength
    else { return nil }
    return Tie(isName: false, range: index...index, strength: strength)
  }

  func surface(of tie: Tie) -> String {
    let text = list.string(from: tie.range.lowerBound, through: tie.range.upperBound)
    let isCapitals = list.words[tie.range.lowerBound].look.contains(.allCapitals)
    guard tie.isName || isCapitals else { return text.lowercased() }
    // A place that stands only in the capitals of a dateline, and no acronym.
    guard isCapitals, tie.range.count == 1, text.utf8.count > 5 else { return text }
    return text.prefix(1) + text.dropFirst().lowercased()
  }

  /// The words around `index` that belong to the same name and are shared too.
  private func name(around index: Int) -> ClosedRange<Int> {
    let words = list.words
    var (first, last) = (index, index)
    while last - first < 3, first > 0, words[first].gap == .space, isPart(first - 1),
      !words[first - 1].look.contains(.possessive)
    {
      first -= 1
    }
    while last - first < 3, last + 1 < words.count, words[last + 1].gap == .space, isPart(last + 1),
      !words[last].look.contains(.possessive)
    {
      last += 1
    }
    return first...last
  }

  private func isPart(_ index: Int) -> Bool {
    let word = list.words[index]
    return word.isCapital && shared.contains(word.key) && !word.look.contains(.stop)
      && WordClass.of(word.key).isDisjoint(with: .outside)
  }

  /// Whether a range is a name of its own, and not a part of one that is not shared.
  private func isWhole(_ range: ClosedRange<Int>) -> Bool {
    let words = list.words
    let next = range.upperBound + 1
    if next < words.count, words[next].gap == .space, words[next].isCapital,
      !words[range.upperBound].look.contains(.possessive),
      !words[next].look.contains(.stop)
    {
      return false
    }
    guard range.count == 1 else { return true }
    return WordClass.of(words[range.lowerBound].key)
      .isDisjoint(with: [.office, .body, .ground, .thing, .givenName, .outside])
  }
}
