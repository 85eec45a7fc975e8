import Articles

/// What can be hidden of an article, then what is muted already.
struct MutingsPanel: Sendable, Hashable {
  /// One thing that can be hidden or shown again.
  struct Row: Sendable, Hashable {
    /// `nil` for the article itself.
    var muting: Muting?
    var isOn = false
  }

  private let candidates: [Row]
  private(set) var rows: [Row]
  private(set) var selection = 0

  init(_ candidates: [Row]) {
    self.candidates = candidates
    rows = candidates
  }

  var selected: Row? { rows.indices.contains(selection) ? rows[selection] : nil }

  mutating func select(_ index: Int) { selection = min(max(0, index), max(0, rows.count - 1)) }

  /// Takes over what is muted.
  mutating func show(_ known: [Muting]) {
    let names = Set(known.map(\.name))
    rows = candidates.map { row in
      Row(muting: row.muting, isOn: row.muting.map { names.contains($0.name) } ?? row.isOn)
    }
    let offered = Set(candidates.compactMap(\.muting?.name))
    rows += known.filter { !offered.contains($0.name) }.map { Row(muting: $0, isOn: true) }
    select(selection)
  }

  /// Words of a headline that are worth muting, in their order.
  static func words(of title: String) -> [String] {
    var words: [String] = []
    for part in title.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
      let word = part.folded
      guard word.count >= 4, part.contains(where: \.isLetter), !words.contains(word) else {
        continue
      }
      words.append(word)
    }
    return Array(words.prefix(8))
  }
}
