public import Articles
public import FoundationEssentials

/// Something that the reader wants done outside itself.
public enum Effect: Sendable, Hashable {
  /// Answered by `headlinesLoaded`.
  case loadHeadlines(ArticleQuery, at: PageAnchor, limit: Int, Request)
  /// Answered by `articleLoaded`.
  case loadArticle(ArticleID, Request)
  /// Answered by `relatedLoaded`.
  case loadRelated(ArticleID, limit: Int, Request)
  /// The story of an article as a time line, its newest reports. Answered by `storyLoaded`.
  case loadStory(ArticleID, limit: Int, Request)
  /// Why an article has a topic. Answered by `topicReasonLoaded`.
  case loadTopicReason(String, ArticleID, Request)
  /// The topics of all articles that match, the most frequent first. Answered by `topicsLoaded`.
  case loadTopics(ArticleQuery, limit: Int, Request)
  /// Answered by `countsLoaded`.
  case loadCounts(Request)
  /// How many articles a query finds, counted up to a limit. Answered by `hitsCounted`.
  case countHits(ArticleQuery, limit: Int, Request)
  /// The views of the user's own. Answered by `viewsLoaded`.
  case loadViews
  /// Keeps a view under its name. Answered by `viewsLoaded`.
  case saveView(SavedView)
  /// Forgets the view of a name. Answered by `viewsLoaded`.
  case removeView(String)
  /// How many articles queries find, counted up to a limit. Answered by `viewsCounted`.
  case countViews([ArticleQuery], limit: Int, Request)
  /// A line of each article's text in which the words stand. Answered by `excerptsLoaded`.
  case loadExcerpts([ArticleID], SearchWords, length: Int, Request)
  /// One step that can be undone. Answered by `changed`.
  case perform(LibraryChange, Request)
  /// Answered by `changed`.
  case undo(Request)
  /// Answered by `changed`.
  case redo(Request)
  /// The articles that a query finds, as many as a limit says. Answered by `idsLoaded`.
  case loadIDs(ArticleQuery, limit: Int, Request)
  /// The steps that can be undone or done again, the newest first. Answered by `stepsLoaded`.
  case loadSteps(limit: Int, Request)
  /// Undoes one step of the log, or does it again. Answered by `changed`.
  case turnStep(Int64, Request)
  /// What the user wants to see nothing of. Answered by `mutingsLoaded`.
  case loadMutings(Request)
  /// The articles that were read last. Answered by `readingsLoaded`.
  case loadReadings(limit: Int, Request)
  /// Notes for how many seconds an article was read.
  case noteReading(ArticleID, seconds: Int)
  /// Writes an article to a file, as typed, in the format of its ending. Answered by `written`.
  case write(ArticleID, path: String, Request)
  /// Runs a command that the user typed, in their shell, with a text as its input.
  case runCommand(String, input: String?)
  /// Opens the settings in the user's editor.
  case editConfig
  /// Opens an address in the browser.
  case open(String)
  /// Puts text on the clipboard.
  case copy(String)
  /// Files and folders to import, as typed. Answered by `intakeReported`.
  case importPaths([String], Request)
  /// Files and folders whose path begins so, as typed. Answered by `pathsListed`.
  case listPaths(String, Request)
  /// Names of the store that begin so, the commonest first. Answered by `namesListed`.
  case listNames(QueryName, beginning: String, limit: Int, Request)
  /// Well-known feeds to begin with. Answered by `starterFeedsLoaded`.
  case loadStarterFeeds
  /// Subscribes to feeds, or to the feeds of pages. Answered by `feedAdded` or `feedsFound` for each
  /// address.
  case addFeeds(FeedAddition, Request)
  /// Ends a subscription and removes its articles, bookmarked ones aside. Answered by `feedRemoved`.
  case removeFeed(String, Request)
  /// Changes something about the subscription of an address. Answered by `feedEdited`.
  case editFeed(String, FeedEdit, Request)
  /// The subscriptions with their health. Answered by `feedsLoaded`.
  case loadFeeds(Request)
  /// What is written on the bookmark of an article. Answered by `bookmarkLoaded`.
  case loadBookmark(ArticleID, Request)
  /// The quotes of one article, or the newest of all. Answered by `quotesLoaded`.
  case loadQuotes(of: ArticleID?, Request)
  /// What came between these beginnings of days, and what was read. Answered by `statisticsLoaded`.
  case loadStatistics(days: [Date], Request)
  /// Where a bookmarked article was left. Answered by `placeLoaded`.
  case loadPlace(ArticleID, Request)
  /// Keeps where a bookmarked article is left.
  case savePlace(ArticleID, ArticleAnchor)
  /// Hands an article to the user's bookmark program. Answered by `handedOn`, or `failed`.
  case handOn(ArticleID)
  /// Fetches feeds. Answered by `refreshProgressed`, and by `refreshEnded` once.
  case refresh(RefreshSelection, Request)
  /// Fetches the article's page for its text. Answered by `fullTextChanged`.
  case fetchFullText(ArticleID, Request)
  /// Shows the page's text, or the feed's again. Answered by `fullTextChanged`.
  case showFullText(Bool, ArticleID, Request)
  /// Fetches the page of a link and stores its article, with a bookmark or without.
  ///
  /// Answered by `pageFetched`.
  case fetchPage(String, isBookmarked: Bool, Request)
  /// Earlier forms of an article. Answered by `revisionsLoaded`.
  case loadRevisions(ArticleID, Request)
  /// The articles with the same text. Answered by `copiesLoaded`.
  case loadCopies(ArticleID, limit: Int, Request)
  /// Ends the running refresh early; what came until then stays.
  case interruptRefresh
  /// From now on the user's own store is read, no more the sample edition.
  case useOwnStore
  /// Draws in another theme from now on.
  case useTheme(String)
  /// Tells the terminal who orders text that runs to the left, and whether it is told of links.
  case useTypography(Typography, marksLinks: Bool?)
  /// Takes the mouse, or leaves it to the terminal.
  case useMouse(Bool)
  /// Patterns that part the words of a language. Answered by `hyphenatorLoaded`.
  case loadHyphenator(language: String)
  /// Fetches a picture and makes cells of it, or ends the running fetch. Answered by `pictureLoaded`.
  case loadPicture(PictureWish?, Request)
  /// Keeps where the reader is for the next start.
  case saveSession(Session)
  /// Answered by `woke` after this many milliseconds.
  case wake(after: Int, Request)
  /// Gives the terminal back to the shell until it is resumed.
  case suspend
  /// Paints every cell again.
  case redraw
  case quit

  /// Whether a message comes back that changes what the screen shows, soon enough to wait for it
  /// before painting.
  public var answersSoon: Bool {
    switch self {
    case .loadHeadlines, .loadArticle, .loadRelated, .loadTopics, .loadCounts, .loadFeeds,
      .countHits, .loadExcerpts, .loadViews, .saveView, .removeView, .countViews,
      .loadBookmark, .loadQuotes, .loadPlace, .loadStatistics,
      .listPaths, .listNames, .perform, .undo, .redo, .showFullText, .loadRevisions,
      .loadCopies, .loadStory, .loadTopicReason, .loadSteps, .write, .loadIDs, .turnStep,
      .loadMutings, .loadReadings:
      true
    case .savePlace, .handOn, .noteReading,
      .open, .copy, .runCommand, .editConfig, .loadStarterFeeds, .importPaths, .addFeeds,
      .removeFeed, .editFeed,
      .refresh,
      .fetchFullText, .fetchPage, .interruptRefresh, .useOwnStore, .useTheme, .useTypography,
      .useMouse,
      .loadHyphenator, .loadPicture, .saveSession,
      .wake, .suspend, .redraw, .quit:
      false
    }
  }
}
