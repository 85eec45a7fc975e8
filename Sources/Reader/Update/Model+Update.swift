import Articles
import FoundationEssentials
import Screen

extension Model {
  /// Takes in what happened and says what is to be done outside.
  ///
  /// The one place where the model changes. Pure: no clock, no disk, no terminal.
  public mutating func update(_ message: Message) -> [Effect] {
    respond(to: message) + askForPicture()
  }

  private mutating func respond(to message: Message) -> [Effect] {
    switch message {
    case .started(let now):
      self.now = now
      fitPanes()
      return start()
    case .terminalOpened(let drawsPictures):
      self.drawsPictures = drawsPictures
      return []
    case .input(let event, let now):
      self.now = now
      let before = (list.selected?.id, focus == .article ? articlePane.anchor : nil)
      let left = timeReading()
      let effects = take(event)
      openChooser()
      let all = effects + showFocus() + keepSession(before)
      return left
        + endReading(isOver: event == .hangup || event == .terminate || all.contains(.quit)) + all
    case .headlinesLoaded(let page, let request): return takeIn(page, request)
    case .articleLoaded(let article, let request):
      return isCurrent(request) ? takeIn(article) : []
    case .relatedLoaded(let related, let request):
      if isCurrent(request) { sidebar.show(related) }
      return []
    case .topicsLoaded(let topics, let request):
      guard isCurrent(request), case .topics(var panel) = mode else { return [] }
      panel.show(topics)
      mode = .topics(panel)
      return []
    case .countsLoaded(let counts, let request):
      if isCurrent(request) { self.counts = counts }
      return []
    case .hitsCounted(let count, let request):
      if isCurrent(request) { searching.count = count }
      return []
    case .viewsLoaded(let views): return takeIn(views)
    case .viewsCounted(let counts, let request):
      show(counts, request)
      return []
    case .excerptsLoaded(let excerpts, let request):
      if isCurrent(request) { searching.show(excerpts) }
      return []
    case .changed(let report, let request): return takeIn(report, request)
    case .articlesHidden(let ids): return hide(ids)
    case .storeChanged(let now):
      self.now = now
      return reloadInPlace()
    case .pathsListed(let paths, let request):
      if isCurrent(request) { complete(with: paths) }
      return []
    case .namesListed(let names, let request)
    where [.paletteTopics, .paletteSources].contains(request.kind):
      takeIn(names: names, forPalette: request)
      return []
    case .namesListed(let names, let request):
      return isCurrent(request) ? complete(withNames: names) : []
    case .intakeReported(let text, let isOver, _):
      say(Phrase(verbatim: text))
      return isOver ? reloadFeeds() + [.loadViews] : []
    case .feedsLoaded, .feedAdded, .feedsFound, .feedRemoved, .feedEdited, .refreshProgressed,
      .refreshEnded, .automaticRefresh, .ownStoreFilled:
      return takeInFeeds(message)
    case .typographyChosen(let typography, let marksLinks):
      return use(typography) + [.useTypography(typography, marksLinks: marksLinks)]
    case .hyphenatorLoaded(let hyphenator, let language):
      if articlePane.article?.language == language { articlePane.use(hyphenator) }
      return []
    case .statisticsLoaded(let statistics, let request):
      show(statistics, request)
      return []
    case .bookmarkLoaded, .quotesLoaded, .placeLoaded, .handedOn: return takeInShelf(message)
    case .fullTextChanged(let id, let words, let request): return takeIn(id, words, request)
    case .pageFetched(let id, let isBookmarked, let request):
      return takeIn(pageOf: id, isBookmarked, request)
    case .revisionsLoaded(let forms, let id, let request): return takeIn(forms, of: id, request)
    case .copiesLoaded(let copies, let id, let request): return takeIn(copies, of: id, request)
    case .storyLoaded(let reports, let id, let request): return takeIn(reports, of: id, request)
    case .topicReasonLoaded(let reason, let topic, let request):
      takeIn(reason, topic, request)
      return []
    case .copiesChosen(let folding): return use(folding)
    case .mouseChosen(let isOn):
      usesMouse = isOn
      return [.useMouse(isOn)]
    case .settingsRead:
      say("Settings read again")
      return []
    case .keymapChosen(let keymap):
      use(keymap)
      return []
    case .themesListed(let themes):
      offer(themes: themes)
      return []
    case .stepsLoaded(let steps, let request):
      takeIn(steps, request)
      return []
    case .mutingsLoaded(let mutings, let request):
      takeIn(mutings, request)
      return []
    case .readingsLoaded(let readings, let request):
      takeIn(readings, request)
      return []
    case .written(let path, _):
      say("Written: \(path)")
      return []
    case .idsLoaded(let ids, let request):
      takeIn(ids, request)
      return []
    case .picturesChosen(let areShown):
      showsPictures = areShown
      return []
    case .pictureLoaded(let picture, let wish):
      takeIn(picture, wish)
      return []
    case .starterFeedsLoaded(let feeds):
      takeIn(starters: feeds)
      return []
    case .woke(let request): return wake(request)
    case .failed(let text, let request):
      // Nobody waits for an older question any more; a change that failed concerns everybody.
      if let request, !request.kind.isChange, !isCurrent(request) { return [] }
      complain(Phrase(verbatim: text))
      return afterFailure(of: request)
    }
  }

  /// Takes in what concerns feeds.
  private mutating func takeInFeeds(_ message: Message) -> [Effect] {
    switch message {
    case .feedsLoaded(let feeds, let request): return takeIn(feeds, request)
    case .feedAdded(let name, let new, _): return feedAdded(name, new: new)
    case .feedsFound(let suggestions, let tags, _):
      say("\(suggestions.count) feeds were found")
      chooser = FeedChooser(suggestions, tags: tags)
      openChooser()
      return []
    case .feedRemoved(let articles, _): return feedRemoved(articles: articles)
    case .feedEdited(let isDone, _): return feedEdited(isDone)
    case .refreshProgressed(let progress, let request): return takeIn(progress, request)
    case .refreshEnded(let outcome, let request): return takeIn(outcome, request)
    case .automaticRefresh(let seconds): return beginAutomaticRefresh(seconds: seconds)
    case .ownStoreFilled: return leaveSample()
    default: return []
    }
  }

  private mutating func start() -> [Effect] {
    list.close(stories: scope.view.foldsStories)
    let anchor = restoredCursor.map { PageAnchor.around($0) } ?? .start
    let begun = surroundings.opened.map { open($0) } ?? []
    return relight() + [loadList(at: anchor), .loadCounts(request(.counts))] + begun
  }

  /// Opens an article before the list is there.
  private mutating func open(_ id: ArticleID) -> [Effect] {
    focus = .article
    expectation = .reading(nil)
    return load(id) + [.perform(.setRead(true, [id]), request(.change))]
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .mouse(let event): return take(event)
    case .resized(let size):
      self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
      fitPanes()
      return keepNear()
    case .resumed: return [.redraw]
    case .background(let isLight):
      guard followsTerminal, isLight, surroundings.themes.contains(surroundings.lightTheme) else {
        return []
      }
      theme = surroundings.lightTheme
      followsTerminal = true
      return [.useTheme(theme)]
    case .hangup, .terminate:
      rememberPosition()
      return [.saveSession(session)]
    }
  }

  /// Sees to it that the pane with the focus is one that is shown.
  private mutating func showFocus() -> [Effect] {
    if hidesRelated, focus == .related { focus = .article }
    let isHidden = isZen && focus != .article || zoomed.map { $0 != focus } ?? false
    guard isHidden else { return [] }
    if isZen { isZen = false } else { zoomed = focus }
    fitPanes()
    return preview()
  }

  /// Milliseconds without a key after which the session is kept.
  private static let sessionRest = 2_000

  /// Has the session kept when the keys rest, so that a crash loses no place.
  private mutating func keepSession(_ before: (ArticleID?, ArticleAnchor?)) -> [Effect] {
    let place = focus == .article ? articlePane.anchor : nil
    guard list.selected?.id != before.0 || place != before.1 else { return [] }
    return [.wake(after: Self.sessionRest, request(.session))]
  }

  private mutating func wake(_ request: Request) -> [Effect] {
    guard isCurrent(request) else { return [] }
    switch request.kind {
    case .keys:
      showsContinuations = !pendingKeys.isEmpty
      return []
    case .preview: return preview()
    case .session: return [.saveSession(session)]
    case .automaticRefresh: return refreshByItself()
    default: return []
    }
  }

  /// After a failed change the list is loaded again, so that it shows what the store holds.
  private mutating func afterFailure(of request: Request?) -> [Effect] {
    switch request?.kind {
    case .change:
      return [
        loadList(at: list.selected.map { .around($0.id) } ?? .start),
        .loadCounts(self.request(.counts)),
      ]
    case .headlines: (list.awaitsBefore, list.awaitsAfter) = (false, false)
    case .rowsAfter: list.awaitsAfter = false
    case .rowsBefore: list.awaitsBefore = false
    case .article: expectation = .none
    case .arrivals: awaitsArrivals = false
    case .refresh: return endRefresh()
    case .feeds: errand = nil
    case .fullText: return afterFailedFullText()
    default: break
    }
    return []
  }
}
