import Articles
import Screen

/// Links of the open article: chosen by letters, by number, in a list, with the mouse.
extension Model {
  // MARK: - Hints

  mutating func showHints() {
    guard articlePane.showHints() else {
      say("No link is in view")
      return
    }
    linkUse = .open
    mode = .hints
    say(linkUse.question)
  }

  mutating func pressAtHints(_ key: Key) -> [Effect] {
    guard case .character(let letter) = key else {
      endHints()
      return []
    }
    // These keys are no letters of links.
    if articlePane.hints?.typed.isEmpty == true {
      if letter == "l" {
        endHints()
        return showLinks()
      }
      if letter != "o", let use = LinkUse(letter) {
        linkUse = use
        say(use.question)
        return []
      }
    }
    switch articlePane.typeHint(letter) {
    case .unfinished: return []
    case .none:
      endHints()
      return []
    case .link(let link):
      endHints()
      return use(link, linkUse)
    }
  }

  private mutating func endHints() {
    articlePane.hideHints()
    mode = .reading
    status = Status()
  }

  // MARK: - The list

  mutating func showLinks() -> [Effect] {
    guard !articlePane.links.isEmpty else {
      say("The article has no links")
      return []
    }
    mode = .links(LinkPanel(articlePane.links))
    return []
  }

  mutating func press(_ key: Key, in panel: LinkPanel) -> [Effect] {
    var panel = panel
    let page = max(1, size.rows - 6)
    let action = action(of: key, in: .links)
    guard let row = action?.row(from: panel.selection, page: page) else {
      mode = restingMode
      guard let selected = panel.selected, let use = action.flatMap(LinkUse.init) else { return [] }
      return self.use(selected, use)
    }
    panel.select(row)
    mode = .links(panel)
    return []
  }

  // MARK: - What is done with a link

  mutating func use(_ link: ArticleLink, _ use: LinkUse) -> [Effect] {
    switch use {
    case .open: return open(link)
    case .copy:
      say("Copied: \(link.address)")
      return [.copy(link.address)]
    case .read, .keep:
      guard link.isPage else {
        complain("\(link.address): is no page; only http and https are fetched")
        return []
      }
      say(link.disguisedHost.map { "Fetching from \($0) …" } ?? "Fetching the page …")
      return [.fetchPage(link.address, isBookmarked: use == .keep, request(.page))]
    }
  }

  /// Opens a link; asks first when its words or its address pretend another host.
  mutating func open(_ link: ArticleLink) -> [Effect] {
    guard link.canBeOpened else {
      complain("\(link.address): is no address for a browser; copy it with \(key: .linkHints)y")
      return []
    }
    guard let host = link.disguisedHost else { return [.open(link.address)] }
    mode = .confirmation(.opening(link, host: host))
    return []
  }

  /// The page of a link is an article of the store now.
  mutating func takeIn(
    pageOf id: ArticleID, _ isBookmarked: Bool, _ request: Request
  ) -> [Effect] {
    guard isCurrent(request) else { return reloadRows() }
    if isBookmarked {
      say("Bookmarked: the page of the link · \(keyText(.viewBookmarks)) shows the bookmarks")
      return reloadRows()
    }
    if let present = articlePane.article.map({
      ReadingPlace(article: $0.id, anchor: articlePane.anchor)
    }) {
      rememberPosition()
      history.leave(present)
    }
    say("\(key: .olderPlace) goes back to where the link stood")
    focus = .article
    expectation = .reading(nil)
    sidebar.clear()
    return [
      .loadArticle(id, self.request(.article)),
      .loadRelated(id, limit: Sidebar.limit, self.request(.related)),
    ] + mark([id], read: true) + reloadRows()
  }
}
