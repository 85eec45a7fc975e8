import Articles

/// People whom the news calls by the last name alone, with the names by which they are known.
struct PeopleList: Sendable {
  /// The tags of the people.
  private(set) var names: [String] = []
  private(set) var phrases = PhraseTable<Int>()

  /// Read once, on first use.
  static let shared = PeopleList(rows: TabbedList.rows(of: PackageResources.people_tsv))

  private init(rows: [[Substring]]) {
    for row in rows {
      guard let first = row.first, let name = TopicName.normalised(first) else { continue }
      phrases.insert(first, names.count)
      if row.count > 1 {
        for other in TabbedList.entries(row[1], "|") { phrases.insert(other, names.count) }
      }
      names.append(name)
    }
  }

  /// The person whose name begins at a capitalised word, with the number of its words.
  func mention(in words: [Word], at start: Int) -> (person: Int, count: Int)? {
    guard words[start].isCapital, let match = phrases.longestMatch(in: words, at: start),
      words[start + match.count - 1].isCapital
    else { return nil }
    return (match.value, match.count)
  }
}
