import Articles

extension ArticlePane {
  /// Marks every place where `text` stands and moves to the first one from where the search began.
  ///
  /// Called again for each letter that is typed. An empty text moves back and marks nothing.
  mutating func find(_ text: String) {
    guard let outline else { return }
    var search = ArticleSearch(text, origin: self.search?.origin ?? chosen)
    search.run(in: outline, typesetter: currentTypesetter)
    let start = place(of: search.origin).passage
    let offset = search.origin.offset
    search.current = search.hits.firstIndex {
      $0.passage > start || $0.passage == start && $0.bytes.lowerBound >= offset
    }
    if search.current == nil, !search.hits.isEmpty { search.current = 0 }
    self.search = search
    let origin = search.origin
    if search.current == nil { anchor = origin } else { reveal() }
  }

  /// Ends the typing: the next search begins at what is shown now.
  mutating func keepFind() {
    if search?.text.isEmpty == true { search = nil }
    search?.origin = chosen
  }

  /// Gives the search up and goes back to where it began.
  mutating func cancelFind() {
    guard let origin = search?.origin else { return }
    search = nil
    anchor = origin
  }

  /// Marks nothing any more and stays where it is.
  mutating func endFind() { search = nil }

  /// Moves to the next hit, from the last to the first; false when there is none.
  @discardableResult mutating func nextHit() -> Bool { moveHit(by: 1) }

  /// Moves to the previous hit, from the first to the last; false when there is none.
  @discardableResult mutating func previousHit() -> Bool { moveHit(by: -1) }

  private mutating func moveHit(by step: Int) -> Bool {
    guard let search, let current = search.current else { return false }
    let count = search.hits.count
    self.search?.current = (current + step + count) % count
    reveal()
    self.search?.origin = chosen
    return true
  }

  /// Whether hits are marked, so that `n` and `N` go to them.
  var isFinding: Bool { search?.hits.isEmpty == false }

  /// The number of the current hit and of all: "3/12"; "0/0" when nothing is found.
  var findCount: String {
    guard let search, !search.text.isEmpty else { return "" }
    let all = search.hits.count
    return "\(search.current.map { $0 + 1 } ?? 0)/\(all)\(all >= ArticleSearch.limit ? "+" : "")"
  }

  /// Moves so that the current hit is on the screen; stays when it is there already.
  private mutating func reveal() {
    guard let search, let current = search.current else { return }
    let hit = search.hits[current]
    let isVisible = visibleLines.contains {
      $0.place.passage == hit.passage && !$0.line.columns(of: hit.bytes).isEmpty
    }
    if isVisible { return }
    let lines = lines(of: hit.passage)
    let line = lines.firstIndex { !$0.columns(of: hit.bytes).isEmpty } ?? 0
    top = min(LinePlace(passage: hit.passage, line: line), endTop())
    // A third of the pane above it shows what leads to it.
    if top < endTop() { scroll(by: -(rows / 3)) } else { move(to: top) }
  }
}
