import Articles

/// Rows of the list that the next change is for, all at once.
struct ChosenRows: Sendable, Hashable {
  /// Those that were chosen one by one, or all that the list finds.
  var ids: Set<ArticleID> = []
  /// The row at which a range begins that ends under the cursor; `nil` for none.
  var start: ArticleID?
  /// The articles of the list around the start of a range, in their order, once that is not at hand
  /// any more; empty while they are on their way.
  var order: [ArticleID]?

  /// Rows that can be chosen at once.
  static let limit = 10_000
}

extension Model {
  /// The articles that are chosen, with the range up to the cursor.
  var chosenIDs: Set<ArticleID> {
    guard let start = chosen.start else { return chosen.ids }
    guard let first = list.rows.firstIndex(where: { $0.id == start }) else {
      return chosen.ids.union(farRange(from: start) ?? [])
    }
    let range = list.rows[min(first, list.selection)...max(first, list.selection)]
    return chosen.ids.union(range.map(\.id))
  }

  /// A range of which the start is not at hand; `nil` while its order is not known.
  private func farRange(from start: ArticleID) -> ArraySlice<ArticleID>? {
    guard let order = chosen.order, let first = order.firstIndex(of: start),
      let last = list.selected.flatMap({ order.firstIndex(of: $0.id) })
    else { return nil }
    return order[min(first, last)...max(first, last)]
  }

  /// Asks what lies between the start of a range and the cursor once that is not at hand.
  mutating func askForRange() -> [Effect] {
    guard let start = chosen.start, chosen.order == nil,
      !list.rows.contains(where: { $0.id == start })
    else { return [] }
    chosen.order = []
    return [
      .loadHeadlines(query, at: .around(start), limit: ChosenRows.limit, request(.range))
    ]
  }

  /// Takes in the articles around the start of a range; one that goes beyond them ends.
  mutating func takeIn(rangeAround page: HeadlinePage) {
    guard let start = chosen.start, chosen.order != nil else { return }
    chosen.order = page.rows.map(\.id)
    guard farRange(from: start) == nil else { return }
    (chosen.start, chosen.order) = (nil, nil)
    complain("select: the range is too long; \(key: .chooseAll) selects everything")
  }

  /// `v`: chooses the row under the cursor, or no more, and goes on to the next one.
  mutating func chooseRow() -> [Effect] {
    guard let selected = list.selected else {
      complain("list: no article is selected")
      return []
    }
    if chosen.start != nil {
      endRange()
      return []
    }
    if chosen.ids.remove(selected.id) == nil { chosen.ids.insert(selected.id) }
    return move(by: 1)
  }

  /// `V`: chooses every row from here on to where the cursor goes; again to keep them.
  mutating func chooseRange() -> [Effect] {
    guard let selected = list.selected else {
      complain("list: no article is selected")
      return []
    }
    focus = .headlines
    if chosen.start == nil { chosen.start = selected.id } else { endRange() }
    return []
  }

  private mutating func endRange() {
    chosen.ids = chosenIDs
    (chosen.start, chosen.order) = (nil, nil)
  }

  /// `*`: chooses everything that the list finds.
  mutating func chooseAll() -> [Effect] {
    focus = .headlines
    return [.loadIDs(query, limit: ChosenRows.limit, request(.choice))]
  }

  mutating func takeIn(_ ids: [ArticleID], _ request: Request) {
    guard isCurrent(request) else { return }
    chosen = ChosenRows(ids: Set(ids))
    say(
      ids.count >= ChosenRows.limit
        ? "The first \(grouped: ids.count) are selected · Esc lets go"
        : "\(Self.articles(ids.count)) selected · Esc lets go")
  }

  /// Chooses nothing any more; `false` when nothing was chosen.
  @discardableResult
  mutating func endChoice() -> Bool {
    drop(.choice)
    drop(.range)
    guard chosen != ChosenRows() else { return false }
    chosen = ChosenRows()
    return true
  }

  /// The articles that a change is for: the chosen ones, or the one that keys mean with as many that
  /// follow it as the number typed before the key says.
  func subjects(_ first: Headline) -> [ArticleID] {
    guard focus == .headlines else { return [first.id] }
    let chosen = chosenIDs
    guard chosen.isEmpty else {
      let rows = list.rows.map(\.id).filter(chosen.contains)
      return rows + chosen.subtracting(rows)
    }
    guard let count, count > 1 else { return [first.id] }
    return list.rows[list.selection...].prefix(count).map(\.id)
  }

  /// Copies a line of each chosen article.
  mutating func copyChosen(_ what: ArticleCopy) -> [Effect] {
    guard what != .quotation else {
      complain("copy: only one article is quoted at a time; Esc lets go of the others")
      return []
    }
    let ids = chosenIDs
    let rows = list.rows.filter { ids.contains($0.id) }
    guard rows.count == ids.count else {
      complain("copy: \(grouped: ids.count) articles are too many; select some of those in view")
      return []
    }
    let lines = rows.compactMap { row in
      switch what {
      case .title: row.title
      case .markdown: row.link.map { row.markdownLink(to: $0) }
      default: row.link
      }
    }
    guard !lines.isEmpty else {
      complain("copy: the articles have no address")
      return []
    }
    endChoice()
    say("Copied: \(Self.articles(lines.count))")
    return [.copy(lines.joined(separator: "\n"))]
  }

  /// Whether something holds of one of some articles, as far as they are at hand.
  func holds(ofAny ids: [ArticleID], _ property: (Headline) -> Bool) -> Bool {
    let ids = Set(ids)
    return list.rows.contains { ids.contains($0.id) && property($0) }
  }
}
