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
    switch key {
    case .down, .character("j"), .control("n"): view.select(view.selection + 1)
    case .up, .character("k"), .control("p"): view.select(view.selection - 1)
    case .pageDown, .control("f"), .character(" "): view.select(view.selection + page)
    case .pageUp, .control("b"): view.select(view.selection - page)
    case .control("d"): view.select(view.selection + page / 2)
    case .control("u"): view.select(view.selection - page / 2)
    case .home, .character("g"): view.select(0)
    case .end, .character("G"): view.select(view.rows.count - 1)
    case .character("s"):
      view.sort()
      say("Sorted by \(view.order.rawValue)")
    case .character("."):
      view.toggleHidden()
      say(view.showsHidden ? "Hidden feeds are shown" : "Hidden feeds are left out")
    default: return actInSources(key)
    }
    sources = view
    return []
  }

  /// Keys that do something with the selected feed, or with all.
  private mutating func actInSources(_ key: Key) -> [Effect] {
    switch key {
    case .escape, .character("q"), .control("c"):
      closeSources()
      return []
    case .control("g"): return stopRefresh()
    case .character("a"):
      ask(.command, text: "add ")
      return []
    case .character("i"):
      ask(.command, text: "import ")
      return []
    case .character(":"):
      ask(.command)
      return []
    case .character("?"):
      return perform(.help)
    default: break
    }
    guard let row = sources?.selected else { return [] }
    switch key {
    case .enter, .right, .character("l"): return show(row.feed)
    case .character("R"): return refresh(.feeds([row.url]))
    case .character("d"): askToRemove(row.feed)
    case .character("r"):
      sources?.target = row.url
      ask(.feedName, text: row.feed.name)
    case .character("t"):
      sources?.target = row.url
      ask(.feedTags, text: FeedTags.text(row.feed.subscription.tags))
    case .character("H"):
      let isHidden = !row.feed.subscription.isHidden
      say(isHidden ? "Hidden: \(row.feed.name) (. shows it)" : "Shown again: \(row.feed.name)")
      return [.editFeed(row.url, .hidden(isHidden), request(.intake))]
    case .character("y"):
      say("Copied: \(row.url)")
      return [.copy(row.url)]
    case .character("o"):
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
