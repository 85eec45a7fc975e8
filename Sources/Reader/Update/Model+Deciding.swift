import Articles

extension Model {
  // MARK: - Changes

  /// Marks articles read or unread, at once on the screen and then in the store.
  mutating func mark(_ ids: [ArticleID], read isRead: Bool) -> [Effect] {
    let ids = ids.filter { id in list.rows.first { $0.id == id }?.isUnread != !isRead }
    guard !ids.isEmpty else { return [] }
    if isRead, let effects = markCopiesRead(of: ids) { return effects }
    counts.unread = max(0, counts.unread + (isRead ? -ids.count : ids.count))
    list.change(ids) { $0.isUnread = !isRead }
    return [.perform(.setRead(isRead, ids), request(.change))]
  }

  mutating func toggleRead() -> [Effect] {
    guard let subject else { return nothingHere() }
    let ids = subjects(subject)
    let isUnread = ids.count > 1 ? holds(ofAny: ids, \.isUnread) : current(subject).isUnread
    lastRepeatable = .command(.toggleRead)
    let wasChosen = endChoice()
    let effects = mark(ids, read: isUnread)
    return effects + (focus == .headlines && !wasChosen ? move(by: count ?? 1) : [])
  }

  mutating func toggleBookmark() -> [Effect] {
    guard let subject else { return nothingHere() }
    let all = subjects(subject)
    let isOn =
      all.count > 1 ? holds(ofAny: all) { !$0.isBookmarked } : !current(subject).isBookmarked
    let ids = all.filter { row($0)?.isBookmarked != isOn }
    endChoice()
    lastRepeatable = .command(.toggleBookmark)
    list.change(ids) { $0.isBookmarked = isOn }
    counts.bookmarks = max(0, counts.bookmarks + (isOn ? ids.count : -ids.count))
    if ids.count < 2 {
      say(isOn ? "Bookmarked: \(subject.title)" : "Bookmark removed: \(subject.title)")
    }
    return [.perform(.setBookmark(isOn, ids), request(.change))]
  }

  /// Hides the article, or shows it again; the cursor goes to the next one.
  mutating func toggleMute() -> [Effect] {
    guard let subject else { return nothingHere() }
    let reason = current(subject).muted
    let ids = subjects(subject).filter { (row($0)?.muted == nil) == (reason == nil) }
    endChoice()
    lastRepeatable = .command(.toggleMute)
    leave(ids)
    if ids.count < 2 {
      say(
        reason == nil
          ? "Muted: \(subject.title) · \(key: .viewMuted) lists what is hidden"
          : "Shown again: \(subject.title)")
    }
    return [
      .perform(.setMuted(reason == nil, reason: reason ?? "by hand", ids), request(.change))
    ]
  }

  mutating func setTopic(_ typed: String, isSet: Bool) -> [Effect] {
    guard let subject else { return nothingHere() }
    guard let name = TopicName.normalised(typed) else {
      complain("topic: \(typed) has no letters; type a word")
      return []
    }
    lastRepeatable = .tag(typed, isSet: isSet)
    let ids = subjects(subject)
    endChoice()
    list.change(ids) { row in
      row.topics.removeAll { $0 == name }
      if isSet { row.topics.append(name) }
    }
    say(isSet ? "Topic added: #\(name)" : "Topic removed: #\(name)")
    return [.perform(.setTopic(name, isSet, ids), request(.change))]
  }

  mutating func markAllRead() -> [Effect] {
    list.change(list.rows.map(\.id)) { $0.isUnread = false }
    return [.perform(.markAllRead(query), request(.change))]
  }

  mutating func repeatLast() -> [Effect] {
    switch lastRepeatable {
    case .command(let command)?: return perform(command)
    case .tag(let topic, let isSet)?: return setTopic(topic, isSet: isSet)
    case nil:
      complain("repeat: nothing was changed yet; change something first")
      return []
    }
  }

  /// Puts the cursor beside some rows that are about to go: below them, or above.
  private mutating func leave(_ ids: [ArticleID]) {
    guard let selected = list.selected, ids.contains(selected.id) else { return }
    let stays = { (row: Headline) in !ids.contains(row.id) }
    let next =
      list.index(from: list.selection, step: 1, where: stays)
      ?? list.index(from: list.selection, step: -1, where: stays)
    if let next { list.select(next) }
  }

  private func row(_ id: ArticleID) -> Headline? { list.rows.first { $0.id == id } }

  /// The row of the list for an article, which knows its newest state.
  private func current(_ headline: Headline) -> Headline {
    list.rows.first { $0.id == headline.id } ?? headline
  }

  private mutating func nothingHere() -> [Effect] {
    complain("list: no article is selected")
    return []
  }

  // MARK: - What came of them

  mutating func takeIn(_ report: ChangeReport?, _ request: Request) -> [Effect] {
    guard let report else {
      say("There is nothing to undo or redo")
      return []
    }
    if let sentence = sentence(report) { say(sentence) }
    show(report)
    var turned: [Effect] = []
    if case .changeFeeds(let changes) = report.change {
      turned = afterTurning(changes, report.direction)
    }
    return turned + afterChange(report, request)
  }

  /// Brings the list to what holds after a change, unless there is a newer one.
  private mutating func afterChange(_ report: ChangeReport, _ request: Request) -> [Effect] {
    guard isCurrent(request) else { return [] }
    if report.change.changesRowsUnseen, report.direction != .done || report.change.changesList {
      searching.origin?.isStale = true
      return [
        loadList(at: list.selected.map { .around($0.id) } ?? .start),
        .loadCounts(self.request(.counts)),
      ] + reloadOpenArticle()
    }
    return report.direction == .done
      ? [.loadCounts(self.request(.counts))] + refreshOpenArticle() : reloadInPlace()
  }

  /// Brings the rows at hand to what was undone or done again.
  private mutating func show(_ report: ChangeReport) {
    guard report.direction != .done else { return }
    let isDone = report.direction == .redone
    switch report.change {
    case .setRead(let isRead, let ids): list.change(ids) { $0.isUnread = isRead != isDone }
    case .setBookmark(let isOn, let ids): list.change(ids) { $0.isBookmarked = isOn == isDone }
    case .setTopic(let topic, let isSet, let ids):
      list.change(ids) { row in
        row.topics.removeAll { $0 == topic }
        if isSet == isDone { row.topics.append(topic) }
      }
    case .setHighlighted(let isOn, let ids):
      list.change(ids) { $0.isHighlighted = isOn == isDone }
    case .setFollowed(let isOn, let ids): follow(ids, isOn == isDone)
    case .readWithCopies, .renameTopic, .joinStory, .leaveStory, .markAllRead, .setMuted,
      .setUnrelated, .editBookmark, .addQuote, .removeQuote, .setMuting, .changeFeeds,
      .importArticles:
      break
    }
  }

  /// The open article is read again, so that its topics and marks are those of the store.
  private mutating func refreshOpenArticle() -> [Effect] {
    guard let id = articlePane.article?.id, expectation == .none else { return [] }
    return [.loadArticle(id, request(.article))]
  }

  /// What is said of a change; `nil` when the rows themselves show it.
  private func sentence(_ report: ChangeReport) -> Phrase? {
    if report.direction == .done, isShown(report) { return nil }
    guard let what = what(report) else { return nil }
    return switch report.direction {
    case .done: "\(what) · \(key: .undo) undoes it"
    case .undone: "Undone: \(what)"
    case .redone: "Done again: \(what)"
    }
  }

  /// Whether the rows show what was done, or something was said of it before.
  private func isShown(_ report: ChangeReport) -> Bool {
    switch report.change {
    case .setRead, .readWithCopies, .setBookmark, .setMuted: report.affected < 2
    case .setTopic, .setFollowed, .setUnrelated, .editBookmark: true
    default: false
    }
  }

  /// What a step did; `nil` for what goes without saying.
  func what(_ report: ChangeReport) -> Phrase? {
    let articles = Self.articles(report.affected)
    switch report.change {
    case .setRead(true, _), .markAllRead: return "\(articles) marked read"
    case .setRead(false, _): return "\(articles) marked unread"
    case .readWithCopies: return "\(articles) with the same text marked read"
    case .setBookmark(let isOn, _): return isOn ? "\(articles) bookmarked" : "Bookmark removed"
    case .setTopic(let topic, let isSet, _):
      return isSet ? "Topic #\(topic) added" : "Topic #\(topic) removed"
    case .setMuted(let isMuted, _, _):
      return isMuted ? "\(articles) muted" : "\(articles) shown again"
    case .setHighlighted: return nil
    case .setFollowed(let isOn, _): return isOn ? "Story followed" : "Story followed no more"
    case .joinStory:
      return report.affected == 0
        ? "They are one story already" : "\(articles) put into the story"
    case .leaveStory:
      return report.affected == 0
        ? "It stands alone already" : "\(articles) taken out of the story"
    case .renameTopic(let name, let target):
      return report.affected > 0
        ? "#\(name) is called #\(target) in \(articles)" : "#\(name) is called #\(target)"
    case .setUnrelated: return "Not related"
    case .editBookmark: return "Bookmark of \(articles) changed"
    case .addQuote: return report.affected == 0 ? "The passage is kept already" : "Quote kept"
    case .removeQuote: return "Quote let go"
    case .setMuting(let muting, true):
      return report.affected > 0
        ? "\(articles) muted: \(muting.name)" : "Muted from now on: \(muting.name)"
    case .setMuting(let muting, false): return "\(articles) shown again: \(muting.name)"
    case .changeFeeds(let changes): return Self.what(changes)
    case .importArticles: return "\(articles) imported"
    }
  }

  private static func what(_ changes: FeedChanges) -> Phrase {
    if changes.count == 1 {
      if let feed = changes.added.first { return "Feed added: \(feed.name)" }
      if let feed = changes.removed.first { return "Feed removed: \(feed.name)" }
      if let feed = changes.edited.first { return "Feed changed: \(feed.name)" }
    }
    return changes.added.isEmpty
      ? "\(grouped: changes.count) feeds changed" : "\(grouped: changes.added.count) feeds added"
  }

  /// After subscriptions were turned: the lists, and the articles of those that are back.
  private mutating func afterTurning(
    _ changes: FeedChanges, _ direction: ChangeReport.Direction
  ) -> [Effect] {
    let back = direction == .undone ? changes.removed : changes.added
    if direction != .done, scope.feed != nil { scope.feed = nil }
    let said = status
    let fetches = back.isEmpty || direction == .done ? [] : refresh(.feeds(back.map(\.url)))
    status = said
    return reloadFeeds() + fetches
  }

  static func articles(_ count: Int) -> Phrase {
    count == 1 ? "1 article" : "\(grouped: count) articles"
  }
}
