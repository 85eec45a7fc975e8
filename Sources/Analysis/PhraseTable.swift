/// Finds the longest phrase of a list that begins at a word of a text.
///
/// Every beginning of a phrase is in the table, so that a search ends at the first word that no
/// phrase goes on with.
struct PhraseTable<Value: Sendable>: Sendable {
  private var places = KeyTable(capacity: 1_024)
  private var values: [Value?] = []

  /// Words of the longest phrase.
  private static var longest: Int { 6 }

  /// Adds a phrase; a phrase that is there already keeps its first value.
  mutating func insert(_ phrase: some StringProtocol, _ value: Value) {
    update(phrase) { if $0 == nil { $0 = value } }
  }

  /// Changes what stands at a phrase; `nil` stands at a new one.
  mutating func update(_ phrase: some StringProtocol, _ change: (inout Value?) -> Void) {
    let words = WordList(phrase: phrase).words
    guard let first = words.first, words.count <= Self.longest else { return }
    var hash = first.key
    var place = placeOf(hash)
    for word in words.dropFirst() {
      hash = TermKey.joined(hash, word.key)
      place = placeOf(hash)
    }
    change(&values[place])
  }

  private mutating func placeOf(_ hash: UInt32) -> Int {
    let place = places.number(of: hash, orInsert: values.count)
    if place == values.count { values.append(nil) }
    return place
  }

  /// What stands at a phrase as a whole.
  subscript(phrase: some StringProtocol) -> Value? {
    let words = WordList(phrase: phrase).words
    guard !words.isEmpty, let match = longestMatch(in: words, at: 0), match.count == words.count
    else { return nil }
    return match.value
  }

  /// The longest phrase at `start`, with its number of words; its words lie within one sentence.
  func longestMatch(in words: [Word], at start: Int) -> (value: Value, count: Int)? {
    var hash = words[start].key
    guard var place = places[hash] else { return nil }
    var match = values[place].map { (value: $0, count: 1) }
    var next = start + 1
    while next < words.count, words[next].gap.rawValue <= Word.Gap.stop.rawValue {
      hash = TermKey.joined(hash, words[next].key)
      guard let further = places[hash] else { break }
      place = further
      next += 1
      if let value = values[place] { match = (value, next - start) }
    }
    return match
  }
}
