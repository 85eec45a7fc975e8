import Articles

/// Articles that print the same text.
extension Model {
  /// Shows them in another way from now on.
  mutating func use(_ folding: CopyFolding) -> [Effect] {
    list.fold(copies: folding)
    fitPanes()
    return preview()
  }

  /// Marks articles read with their copies; `nil` when none of them has any.
  mutating func markCopiesRead(of ids: [ArticleID]) -> [Effect]? {
    let folding = list.folds.copies.folding
    let groups = Set(
      list.rows.filter { ids.contains($0.id) }.compactMap { folding.group(of: $0) })
    guard !groups.isEmpty else { return nil }
    let marked = list.rows.filter { row in
      row.isUnread && (ids.contains(row.id) || folding.group(of: row).map(groups.contains) ?? false)
    }.map(\.id)
    counts.unread = max(0, counts.unread - marked.count)
    list.change(marked) { $0.isUnread = false }
    return [.perform(.readWithCopies(ids, apart: folding.apart), request(.change))]
  }

  /// `zd`: what the copies of the article have that it has not; again for the next one.
  mutating func showCopies() -> [Effect] {
    guard let article = subjectArticle("copies") else { return [] }
    if case .copies(let copies, let step)? = otherText?.kind {
      if copies.indices.contains(step + 1) {
        show(.copies(copies, step: step + 1), of: article)
      } else {
        leaveOtherText()
        say("There is no other copy")
      }
      return []
    }
    return [.loadCopies(article.id, limit: Self.copyLimit, request(.copies))]
  }

  /// Copies that are compared.
  private static let copyLimit = 50

  mutating func takeIn(_ copies: [Article], of id: ArticleID, _ request: Request) -> [Effect] {
    guard isCurrent(request), let article = articlePane.article, article.id == id else { return [] }
    guard !copies.isEmpty else {
      say("No other article has this text")
      return []
    }
    show(.copies(copies, step: 0), of: article)
    say(
      copies.count > 1
        ? "\(key: .copies) for the next copy · Esc goes back to the text"
        : "Esc goes back to the text")
    return []
  }
}
