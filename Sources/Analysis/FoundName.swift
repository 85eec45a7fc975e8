/// A name of an article with its evidence.
struct FoundName {
  var kind: TopicKind
  /// Words from `first` to `last` show the name.
  var first: Int
  var last: Int
  /// The tag of a name that is in the built-in lists.
  var known: String?
  /// Whether an office stands before it or it begins with a common first name.
  var isSurePerson = false
  /// Greater for names in the headline and the lead.
  var weight: Float = 0
  var mentions = 0
  /// Mentions within sentences, where a capital means a name.
  var innerMentions = 0

  /// A name that has no evidence yet.
  init(_ kind: TopicKind, _ first: Int, _ last: Int, known: String? = nil) {
    self.kind = kind
    self.first = first
    self.last = last
    self.known = known
  }

  var wordCount: Int { last - first + 1 }

  /// The places of its words without middle initials, so that with and without is one name.
  func parts(in words: [Word]) -> [Int] {
    guard wordCount > 2 else { return Array(first...last) }
    return (first...last).filter { index in
      index == first || index == last || words[index].length > 1 || words[index].gap == .joint
        || words[index + 1].gap == .joint
    }
  }

  /// The name as the article writes it, without middle initials.
  func text(in list: WordList) -> String {
    let parts = parts(in: list.words)
    if parts.count == wordCount { return list.string(from: first, through: last) }
    return parts.map { list.string(from: $0, through: $0) }.joined(separator: " ")
  }
}
