import Articles

extension Model {
  /// Does what a command says.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .down, .up, .first, .last, .scrollDown, .scrollUp, .halfPageDown, .halfPageUp, .pageDown,
      .pageUp:
      return perform(moving: command)
    case .readOn, .open, .back, .close, .otherPaneDown, .otherPaneUp, .next, .previous,
      .nextUnread, .previousUnread, .nextBookmark, .previousBookmark, .nextDay, .previousDay,
      .nextStory, .previousStory, .nextTopic, .previousTopic, .olderPlace, .newerPlace:
      return perform(going: command)
    case .setMark, .goToMark:
      letterAwaited = command
      return []
    case .toggleRead: return toggleRead()
    case .markAllRead: return markAllRead()
    case .chooseRow: return chooseRow()
    case .chooseRange: return chooseRange()
    case .chooseAll: return chooseAll()
    case .readAbove: return markRead(above: true)
    case .readBelow: return markRead(above: false)
    case .toggleBookmark: return toggleBookmark()
    case .toggleFollowed: return toggleFollowed()
    case .notRelated: return partFromOpen()
    case .toggleMute: return toggleMute()
    case .hideMore: return openMutings()
    case .editBookmark: return writeOnBookmark()
    case .story: return openStory()
    case .quotes: return openQuotes()
    case .statistics: return openStatistics()
    case .readings: return openReadings()
    case .handOn: return handOn()
    case .steps: return openSteps()
    case .writeFile: return askForFile()
    case .media: return openMedia()
    case .editConfig: return [.editConfig]
    case .starterFeeds: return [.loadStarterFeeds]
    case .undo: return (0..<min(count ?? 1, 100)).map { _ in .undo(request(.change)) }
    case .redo: return (0..<min(count ?? 1, 100)).map { _ in .redo(request(.change)) }
    case .repeat: return repeatLast()
    case .viewAll, .viewUnread, .viewToday, .viewBookmarks, .viewFollowed, .viewStories,
      .viewLongReads, .viewWithoutTopic, .viewMuted, .sort, .reverse, .clearTopics, .noSearch:
      return perform(looking: command)
    case .views: return openViews()
    case .palette: return openPalette()
    case .openInBrowser, .openInBrowserAndMarkRead, .copyAddress, .copyTitle, .copyQuote,
      .copyMarkdown:
      return perform(taking: command)
    case .fullText: return toggleFullText()
    case .changes: return showChanges()
    case .copies: return showCopies()
    case .markup: return toggleMarkup()
    case .refresh: return refreshByKey()
    case .stopRefresh: return stopRefresh()
    case .suspend: return [.saveSession(session), .suspend]
    case .quit: return quit()
    case .redraw: return [.redraw]
    default:
      return perform(opening: command)
    }
  }

  /// Commands that open a prompt or panel, and those that change the layout.
  private mutating func perform(opening command: Command) -> [Effect] {
    switch command {
    case .search: beginSearch()
    case .query: beginSearch(text: scope.search)
    case .filter: ask(.filter, text: scope.filter)
    case .find: ask(.find)
    case .commandLine: ask(.command)
    case .addTag: ask(.addTag)
    case .removeTag: ask(.removeTag)
    case .linkHints: showHints()
    case .selectText: beginSelection()
    case .toggleFold, .foldAll, .unfoldAll: return fold(by: command)
    case .links: return showLinks()
    case .help: mode = .help(HelpPanel(surroundings.keymap))
    case .themes: mode = .themes(ThemePanel(names: surroundings.themes, current: theme))
    case .topics:
      mode = .topics(TopicPanel(choices: scope.topics))
      return [loadTopics(choices: scope.topics)]
    case .sources: return openSources()
    case .cursorToTop, .cursorToMiddle, .cursorToBottom: place(cursorAt: command)
    case .importPaths, .addFeed, .removeFeed, .why, .topic, .source, .view, .rule, .theme, .set,
      .pipe, .shell:
      ask(.command, text: command.rawValue + " ")
    default:
      perform(arranging: command)
      fitPanes()
      return preview()
    }
    return []
  }

  private mutating func perform(going command: Command) -> [Effect] {
    switch command {
    case .open:
      guard let subject else { return [] }
      return read(subject)
    case .readOn: return readOn()
    case .back:
      guard focus == .article, history.hasBehind else { return goBack() }
      return travel(isBack: true)
    case .close: return focus == .headlines ? quit() : goBack()
    case .otherPaneDown: return moveOther(by: count ?? 1)
    case .otherPaneUp: return moveOther(by: -(count ?? 1))
    case .next, .previous:
      let isNext = command == .next
      if focus == .headlines, !scope.search.isEmpty {
        return move(by: (isNext ? 1 : -1) * (count ?? 1))
      }
      if articlePane.isFinding {
        _ = isNext ? articlePane.nextHit() : articlePane.previousHit()
        return []
      }
      return go(step: isNext ? 1 : -1, to: .state(.unread), where: \.isUnread)
    case .nextUnread: return go(step: 1, to: .state(.unread), where: \.isUnread)
    case .previousUnread: return go(step: -1, to: .state(.unread), where: \.isUnread)
    case .nextBookmark: return go(step: 1, to: .state(.bookmarked), where: \.isBookmarked)
    case .previousBookmark: return go(step: -1, to: .state(.bookmarked), where: \.isBookmarked)
    case .nextStory: return goToStory(step: 1)
    case .previousStory: return goToStory(step: -1)
    case .nextTopic: return goToTopic(step: 1)
    case .previousTopic: return goToTopic(step: -1)
    case .nextDay: return goToDay(step: 1)
    case .previousDay: return goToDay(step: -1)
    case .olderPlace: return travel(isBack: true)
    case .newerPlace: return travel(isBack: false)
    default: return []
    }
  }

  /// J and K act on the other pane: on the list they scroll the article, in it they go on.
  private mutating func moveOther(by times: Int) -> [Effect] {
    guard focus == .headlines else {
      let before = list.selection
      list.move(by: times)
      revealCursor()
      guard list.selection != before, let headline = list.selected else {
        say(times > 0 ? "This is the last article" : "This is the first article")
        return []
      }
      return read(headline)
    }
    articlePane.scroll(by: times * 3)
    return []
  }

  private mutating func perform(looking command: Command) -> [Effect] {
    if command != .sort, command != .reverse { focus = .headlines }
    switch command {
    case .clearTopics:
      guard !scope.topics.isEmpty else { return [] }
      return changeScope { $0.topics = [] }
    case .noSearch:
      let back = endSearch()
      return scope.filter.isEmpty ? back : changeScope { $0.filter = "" }
    case .sort:
      let all = scope.view.orders
      let next = (all.firstIndex(of: scope.sort) ?? 0) + 1
      return sort(by: all[next % all.count])
    case .reverse: return sort(by: scope.sort == .newest ? .oldest : .newest)
    default:
      return NewsView.allCases.first { $0.command == command }.map { show($0) } ?? []
    }
  }

  mutating func show(_ view: NewsView) -> [Effect] {
    zoomed = nil
    isZen = false
    fitPanes()
    if scope.saved == nil { viewScopes[scope.view] = scope }
    if view != scope.view || scope.saved != nil { list.close(stories: view.foldsStories) }
    let kept = viewScopes[view]
    return changeScope { scope in
      let isOther = scope.view != view || scope.saved != nil
      scope.view = view
      scope.saved = nil
      scope.filter = isOther && view == .bookmarks ? kept?.filter ?? "" : ""
      if isOther { scope.sort = kept?.sort ?? view.orders[0] }
    } + [.saveSession(session)]
  }

  mutating func sort(by sort: ArticleQuery.Sort) -> [Effect] {
    guard scope.view.orders.contains(sort) else {
      complain(
        "sort: only bookmarks can be sorted by \(sort.rawValue); \(keyText(.viewBookmarks)) shows them"
      )
      return []
    }
    say("Sorted by \(sort.rawValue)")
    return changeScope { $0.sort = sort }
  }

  private mutating func perform(taking command: Command) -> [Effect] {
    guard let subject else { return [] }
    if command == .openInBrowser || command == .openInBrowserAndMarkRead {
      return browse(subject, isRead: command == .openInBrowserAndMarkRead)
    }
    let what: ArticleCopy =
      switch command {
      case .copyTitle: .title
      case .copyQuote: .quotation
      case .copyMarkdown: .markdown
      default: .address
      }
    if focus == .headlines, !chosenIDs.isEmpty { return copyChosen(what) }
    guard articlePane.article?.id == subject.id, let text = articlePane.copy(what) else {
      guard what == .title || subject.link != nil else {
        complain("copy: the article has no address")
        return []
      }
      let text = what == .title ? subject.title : subject.link ?? subject.title
      say("Copied: \(text)")
      return [.copy(text)]
    }
    say("Copied: \(text)")
    return [.copy(text)]
  }

  private mutating func browse(_ subject: Headline, isRead: Bool) -> [Effect] {
    if let count {
      guard let link = articlePane.link(numbered: count) else {
        complain("link \(count): the article has no link of that number")
        return []
      }
      return open(link)
    }
    let own = articlePane.article?.id == subject.id ? articlePane.article?.address : nil
    guard let address = own ?? subject.link else {
      complain("browser: the article has no address")
      return []
    }
    return (isRead ? mark([subject.id], read: true) : []) + [.open(address)]
  }
}
