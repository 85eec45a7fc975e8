/// The words that tie two articles: why one stands beside the other.
public enum SharedTerms {
  /// The terms that both articles have, the strongest first, as they stand in the open article.
  ///
  /// Names come before other words, and neighbouring words of a name stay together ("Marco Rubio").
  /// Needs no dictionary: the open article's text gives the words, the other one's vector the keys.
  /// - Parameters:
  ///   - open: The article that is being read.
  ///   - other: The vector of the one beside it.
  ///   - limit: Terms at most, 1...20.
  /// - Returns: The terms; none when the articles share no word.
  public static func between(
    open: ArticleText, other: TermVector, limit: Int = 3
  ) -> [String] {
    let list = WordList(open)
    let weights = Dictionary(other.terms.map { ($0.key, $0.weight) }) { first, _ in first }
    let shared = CountedTerms(list).entries.compactMap { entry in
      weights[entry.key].map { Tie(entry, otherWeight: $0, list) }
    }
    let names = Set(shared.filter(\.isName).map(\.key))
    var said: Set<UInt32> = []
    var terms: [String] = []
    for tie in shared.sorted(by: { $0.isStronger(than: $1) }) where !said.contains(tie.key) {
      guard terms.count < min(max(limit, 1), 20) else { break }
      let range = tie.isName ? name(around: tie.index, in: list, names) : tie.index...tie.index
      for index in range { said.insert(list.words[index].key) }
      let surface = list.string(from: range.lowerBound, through: range.upperBound)
      terms.append(tie.isName ? surface : surface.lowercased())
    }
    return terms
  }

  /// A term of both articles.
  private struct Tie {
    let key: UInt32
    let isName: Bool
    /// The word that shows the term best.
    let index: Int
    let strength: Int

    init(_ entry: CountedTerms.Entry, otherWeight: UInt8, _ list: WordList) {
      key = entry.key
      isName = entry.isName
      let isNumber = list.words[Int(entry.first)].look.contains(.number)
      let factor = isNumber ? 1 : entry.isName ? 6 : 4
      strength = Int(entry.weight) * Int(otherWeight) * factor
      let candidates = list.words.indices.dropFirst(list.titleCount).lazy
        .filter { list.words[$0].key == entry.key }
      let best =
        entry.isName
        ? candidates.first { list.words[$0].isCapital && !list.words[$0].opensSentence }
        : candidates.first { !list.words[$0].isCapital }
      index = best ?? Int(entry.first)
    }

    func isStronger(than other: Tie) -> Bool {
      (strength, other.index) > (other.strength, index)
    }
  }

  /// The words around `index` that belong to the same name and are shared too.
  private static func name(
    around index: Int, in list: WordList, _ names: Set<UInt32>
  ) -> ClosedRange<Int> {
    let words = list.words
    func isPart(_ index: Int) -> Bool {
      words[index].isCapital && names.contains(words[index].key)
    }
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
}
