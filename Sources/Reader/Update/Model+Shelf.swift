import Articles
import Screen

/// What is written on bookmarks, and the quotes kept from articles.
extension Model {
  // MARK: - Writing on a bookmark

  /// Opens the form for the bookmark of the article.
  mutating func writeOnBookmark() -> [Effect] {
    guard let subject else {
      complain("list: no article is selected")
      return []
    }
    mode = .bookmark(BookmarkForm(subject))
    return [.loadBookmark(subject.id, request(.bookmark))]
  }

  mutating func press(_ key: Key, in form: BookmarkForm) -> [Effect] {
    var form = form
    switch key {
    case .escape, .control("c"), .control("g"):
      mode = restingMode
      return []
    case .enter: return finish(form)
    case .tab: if !form.completeFolder() { form.move(by: 1) }
    case .down, .control("n"): form.move(by: 1)
    case .backTab, .up, .control("p"): form.move(by: -1)
    default: form.edit { $0.take(key) }
    }
    mode = .bookmark(form)
    return []
  }

  private mutating func finish(_ form: BookmarkForm) -> [Effect] {
    let typed = form.text(.due)
    var due = BookmarkEdit.Due.never
    if !typed.allSatisfy(\.isWhitespace) {
      guard let date = DueDay.date(typed, now: now, zone: surroundings.zone) else {
        var form = form
        form.problem = text("\(typed): is no day; write tomorrow, friday, 3d or 2026-01-31")
        mode = .bookmark(form)
        return []
      }
      due = .on(date)
    }
    mode = restingMode
    let note = form.text(.note).split(separator: " / ").joined(separator: "\n")
    let edit = BookmarkEdit(folder: form.text(.folder), note: note, due: due)
    let isNew = list.rows.first { $0.id == form.article }?.isBookmarked == false
    if isNew { counts.bookmarks += 1 }
    list.change([form.article]) { row in
      row.isBookmarked = true
      let details = edit.applied(to: BookmarkDetails())
      row.bookmark = BookmarkMark(
        added: row.bookmark?.added ?? now, folder: details.folder, due: details.due,
        hasNote: !details.note.isEmpty, quotes: row.bookmark?.quotes ?? 0)
    }
    say("Bookmarked: \(form.title)")
    return [.perform(.editBookmark(edit, [form.article]), request(.change))]
  }

  // MARK: - What the store answers

  mutating func takeInShelf(_ message: Message) -> [Effect] {
    switch message {
    case .bookmarkLoaded(let details, let folders, let request):
      guard isCurrent(request), case .bookmark(var form) = mode else { return [] }
      form.show(details, folders: folders, zone: surroundings.zone)
      mode = .bookmark(form)
    case .quotesLoaded(let quotes, of: nil, let request):
      guard isCurrent(request), case .quotes(var panel) = mode else { return [] }
      panel.show(quotes)
      mode = .quotes(panel)
    case .quotesLoaded(let quotes, of: let id?, _):
      if articlePane.article?.id == id { articlePane.show(quotes) }
    case .placeLoaded(let anchor, let request):
      guard isCurrent(request), let anchor, articlePane.isAtStart, awaitedQuote == nil else {
        return []
      }
      articlePane.anchor = anchor
    case .handedOn(let title): say("Handed on: \(title)")
    default: break
    }
    return []
  }

  /// Hands the article to the user's bookmark program.
  mutating func handOn() -> [Effect] {
    guard let subject else {
      complain("list: no article is selected")
      return []
    }
    say("Handing on …")
    return [.handOn(subject.id)]
  }

  /// What is asked for once a bookmarked article is open: its quotes, and where it was left when
  /// this session does not know.
  mutating func loadShelf(of article: Article) -> [Effect] {
    _ = showAwaitedQuote()
    guard article.head.isBookmarked else { return [] }
    var effects: [Effect] = []
    if article.head.bookmark?.quotes ?? 0 > 0 {
      effects.append(.loadQuotes(of: article.id, request(.quotes)))
    }
    if !positions.contains(where: { $0.article == article.id }) {
      effects.append(.loadPlace(article.id, request(.place)))
    }
    return effects
  }

  /// Writes down where a bookmarked article is left.
  func keepPlace() -> [Effect] {
    guard focus == .article, otherText == nil, let article = articlePane.article,
      article.head.isBookmarked
    else {
      return []
    }
    return [.savePlace(article.id, articlePane.anchor)]
  }
}

extension LibraryChange {
  /// Whether a list must be loaded again to show what its undoing did.
  var changesRowsUnseen: Bool {
    switch self {
    case .markAllRead, .setMuted, .renameTopic, .joinStory, .leaveStory, .editBookmark, .addQuote,
      .removeQuote, .setMuting, .changeFeeds, .importArticles:
      true
    default: false
    }
  }

  /// Whether articles come into lists or leave them.
  var changesList: Bool {
    switch self {
    case .setMuted, .setMuting, .renameTopic, .joinStory, .leaveStory: true
    default: false
    }
  }
}
