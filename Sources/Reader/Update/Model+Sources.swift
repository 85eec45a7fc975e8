import Articles
import Screen

/// The view of sources: its keys, prompts and questions.
extension Model {
  mutating func openSources() -> [Effect] {
    var view = SourcesView()
    if let feeds { view.show(feeds, now: now) }
    if let url = scope.feed?.url,
      let index = view.rows.firstIndex(where: { $0.url == url })
    {
      view.select(index)
    }
    sources = view
    mode = .sources
    return [.loadFeeds(request(.feeds))]
  }

  mutating func closeSources() {
    sources = nil
    mode = .reading
  }

  mutating func pressInSources(_ key: Key) -> [Effect] {
    guard var view = sources else {
      mode = .reading
      return []
    }
    status = Status()
    let page = max(1, size.rows - 8)
    let action = action(of: key, in: .sources)
    if let row = action?.row(from: view.selection, page: page) {
      view.select(row)
    } else {
      switch action {
      case .sort:
        view.sort()
        say("Sorted by \(view.order.rawValue)")
      case .showHidden:
        view.toggleHidden()
        say(view.showsHidden ? "Hidden feeds are shown" : "Hidden feeds are left out")
      default: return action.map { act($0) } ?? []
      }
    }
    sources = view
    return []
  }

  /// Does something with the selected feed, or with all.
  private mutating func act(_ action: PanelAction) -> [Effect] {
    switch action {
    case .close: closeSources()
    case .stop: return stopRefresh()
    case .add: ask(.command, text: "add ")
    case .importPaths: ask(.command, text: "import ")
    case .commandLine: ask(.command)
    case .help: return perform(.help)
    default: return sources?.selected.map { act(action, on: $0) } ?? []
    }
    return []
  }

  private mutating func act(_ action: PanelAction, on row: SourcesView.Row) -> [Effect] {
    switch action {
    case .choose: return show(row.feed)
    case .refresh: return refresh(.feeds([row.url]))
    case .remove: askToRemove(row.feed)
    case .rename:
      sources?.target = row.url
      ask(.feedName, text: row.feed.name)
    case .tags:
      sources?.target = row.url
      ask(.feedTags, text: FeedTags.text(row.feed.subscription.tags))
    case .hide:
      let isHidden = !row.feed.subscription.isHidden
      say(
        isHidden
          ? "Hidden: \(row.feed.name) (\(key: .showHidden, in: .sources) shows it)"
          : "Shown again: \(row.feed.name)")
      return [.editFeed(row.url, .hidden(isHidden), request(.intake))]
    case .copy:
      say("Copied: \(row.url)")
      return [.copy(row.url)]
    case .browse:
      guard let site = row.feed.subscription.site ?? row.feed.health.site else {
        complain("\(row.feed.name): names no page")
        return []
      }
      return [.open(site)]
    default: break
    }
    return []
  }

  /// Shows the articles of one feed.
  private mutating func show(_ feed: Feed) -> [Effect] {
    guard feed.subscription.origin == .feed else {
      complain("\(feed.name): \(FeedState(feed, now: now).words)")
      return []
    }
    closeSources()
    focus = .headlines
    (zoomed, isZen) = (nil, false)
    fitPanes()
    return changeScope { scope in
      scope = Scope(sort: scope.sort)
      scope.feed = FeedChoice(url: feed.subscription.url, name: feed.name)
    } + [.saveSession(session)]
  }

  // MARK: - Removing

  mutating func askToRemove(_ feed: Feed) { mode = .confirmation(.removal(of: feed)) }

  mutating func press(_ key: Key, in question: Confirmation) -> [Effect] {
    switch key {
    case .character("y"), .character("Y"):
      mode = restingMode
      if case .open(let address) = question.action { return [.open(address)] }
      guard case .removeFeed(let url) = question.action else { return [] }
      say("Removing …")
      let removal = Effect.removeFeed(url, request(.intake))
      guard scope.feed?.url == url else { return [removal] }
      return [removal] + changeScope { $0.feed = nil }
    case .character("n"), .character("N"), .character("q"), .escape, .control("c"), .control("g"):
      mode = restingMode
      if case .removeFeed = question.action { say("Nothing was removed") }
      return []
    default: return []
    }
  }

  // MARK: - Renaming and tagging

  /// Takes over the name or the tags that were typed for a feed.
  mutating func finishEditing(_ kind: Prompt.Kind, _ line: String) -> [Effect] {
    guard let url = sources?.target, let row = sources?.row(of: url) else { return [] }
    if kind == .feedName {
      let name = line.split(separator: " ").joined(separator: " ")
      guard name != row.feed.name else { return [] }
      say(name.isEmpty ? "The feed has its own name again" : "Renamed to \(name)")
      if scope.feed?.url == url, !name.isEmpty { scope.feed?.name = name }
      return [.editFeed(url, .title(name.isEmpty ? nil : name), request(.intake))]
    }
    let known = row.feed.subscription.tags
    var tags: [String] = []
    for word in line.split(whereSeparator: { $0 == " " || $0 == "," }) {
      guard let tag = FeedTags.tag(String(word), among: known) else {
        complain("topic: \(word) has no letters; type a word")
        return []
      }
      if !tags.contains(tag) { tags.append(tag) }
    }
    guard tags != known else { return [] }
    say(tags.isEmpty ? "No tags any more" : "Tagged \(FeedTags.text(tags))")
    return [.editFeed(url, .tags(tags), request(.intake))]
  }
}
