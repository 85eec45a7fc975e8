import Articles

/// Finds what each report of a story adds to the earlier ones.
public struct StoryAdditions: Sendable {
  /// Terms and runs of words of the reports so far.
  private var terms: Set<UInt32> = []
  private var runs: Set<UInt32> = []
  private var isFirst = true

  /// Characters of one report that are looked at.
  private static let textLimit = 20_000
  /// Words of a run by which a sentence is known again.
  private static let width = 4
  /// Terms that make a sentence worth telling.
  private static let fewestTerms = 4

  /// No reports yet.
  public init() {}

  /// Takes the next report in.
  ///
  /// Costs its length; what stands beyond 20,000 characters is not looked at.
  /// - Parameters:
  ///   - text: The report; later than those before it.
  ///   - limit: Sentences at most.
  /// - Returns: The sentences that tell most that is new, in the order of the text. Of the first
  ///   report its first ones.
  public mutating func take(_ text: ArticleText, limit: Int) -> [String] {
    let sentences = Self.sentences(of: text)
    defer {
      for sentence in sentences {
        terms.formUnion(sentence.terms)
        runs.formUnion(sentence.runs)
      }
      terms.formUnion(Self.terms(of: text.title))
      isFirst = false
    }
    let told = sentences.enumerated().filter { $0.element.terms.count >= Self.fewestTerms }
    guard !isFirst else { return told.prefix(limit).map(\.element.text) }
    let new = told.compactMap { place, sentence in
      newTerms(of: sentence).map { (place: place, worth: $0) }
    }
    let best = new.sorted { ($0.worth, $1.place) > ($1.worth, $0.place) }.prefix(max(0, limit))
    return best.map(\.place).sorted().map { sentences[$0].text }
  }

  /// How many terms of a sentence no earlier report has; `nil` when most of it was told before.
  private func newTerms(of sentence: Sentence) -> Int? {
    let new = sentence.terms.subtracting(terms).count
    guard new >= 2, new * 5 >= sentence.terms.count * 2 else { return nil }
    guard sentence.runs.intersection(runs).count * 2 <= sentence.runs.count else { return nil }
    return new
  }

  private struct Sentence {
    var text: String
    var terms: Set<UInt32>
    var runs: Set<UInt32>
  }

  private static func sentences(of text: ArticleText) -> [Sentence] {
    var room = textLimit
    var sentences: [Sentence] = []
    for paragraph in text.paragraphs {
      let characters = Array(paragraph.prefix(max(0, room)))
      guard !characters.isEmpty else { continue }
      room -= characters.count
      for range in Sentences.ranges(in: characters) {
        let string = String(characters[range])
        let words = WordList(ArticleText(title: "", paragraphs: [string])).words
        sentences.append(
          Sentence(
            text: string, terms: Set(words.lazy.filter(\.isTerm).map(\.key)),
            runs: runs(of: words.map(\.key))))
      }
    }
    return sentences
  }

  private static func runs(of keys: [UInt32]) -> Set<UInt32> {
    guard keys.count >= width else { return [] }
    return Set(
      (0...keys.count - width).map { start in
        keys[start + 1..<start + width].reduce(keys[start], TermKey.joined)
      })
  }

  private static func terms(of title: String) -> Set<UInt32> {
    Set(WordList(ArticleText(title: title)).words.lazy.filter(\.isTerm).map(\.key))
  }
}
