import Articles

/// Rules are written in the settings; here one is tried before it is written.
extension Model {
  /// Articles that are counted for a trial.
  private static let ruleCountLimit = 1_000_000

  /// Shows everything that a rule with this query would take, in place of the list.
  mutating func testRule(_ argument: String) -> [Effect] {
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.first == "test", words.count == 2 else {
      complain(":rule test QUERY tries a query; rules stand in config.toml")
      return []
    }
    let query: ArticleQuery
    do throws(QueryError) {
      query = try QueryText.query(words[1], zone: surroundings.zone)
    } catch {
      complain("query: \(error)")
      return []
    }
    focus = .headlines
    if scope.saved == nil { viewScopes[scope.view] = scope }
    searching.origin = nil
    let effects = changeScope { scope in
      scope = Scope()
      scope.search = words[1]
    }
    let queries = [ArticleQuery(), query]
    return effects + [.countViews(queries, limit: Self.ruleCountLimit, request(.ruleTest))]
  }

  /// Takes articles out of the list that a rule has just hidden; the one under the cursor stays, and
  /// so do bookmarks.
  mutating func hide(_ ids: [ArticleID]) -> [Effect] {
    guard !query.concernsMuted else { return [] }
    let kept = Set(
      list.rows.filter(\.isBookmarked).map(\.id) + [list.selected?.id].compactMap(\.self))
    list.remove(Set(ids).subtracting(kept))
    revealCursor()
    return keepNear() + [.loadCounts(request(.counts))]
  }

  mutating func sayTested(_ counts: [ViewCount], _ request: Request) {
    guard isCurrent(request), counts.count == 2 else { return }
    let found = counts[1]
    say(
      """
      A rule would take \(grouped: found.articles) of \(grouped: counts[0].articles) articles, \
      \(grouped: found.unread) unread; they are listed
      """)
  }
}
