public import Articles
public import FoundationEssentials
public import Screen
public import TextLayout

/// Which question an answer belongs to.
///
/// Questions of one kind are numbered; only the answer to the newest one counts.
public struct Request: Sendable, Hashable {
  /// What is asked.
  ///
  /// The runner may cancel the older question of the same kind.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The list anew: its rows take the place of those shown.
    case headlines
    /// Rows that continue the list downwards, upwards.
    case rowsAfter, rowsBefore
    /// Rows that came since the list was loaded.
    case arrivals
    /// The next article of some kind beyond the rows at hand.
    case jump
    case article, related, topics, counts
    /// The number of a search's hits, and lines of their texts.
    case hits, excerpts
    /// The articles of the views, of a rule that is tried.
    case views, ruleTest
    /// A change of the library, its undoing, its redoing.
    case change
    /// Import, or a change of the subscriptions.
    case intake
    /// The files that a path being typed can go on to.
    case paths
    /// The names that a term of a query can become.
    case names
    /// What the palette offers from the store.
    case paletteTopics, paletteSources, paletteHeadlines
    /// The subscriptions with their health.
    case feeds
    case refresh
    /// What is written on a bookmark, the quotes, the place where a bookmarked article was left.
    case bookmark, quotes, place
    /// How much came and was read.
    case statistics
    /// A wake-up that fetches what is due.
    case automaticRefresh
    /// The text of the article's own page, fetched or shown.
    case fullText
    /// The page of a link.
    case page
    /// Earlier forms of the article.
    case revisions
    /// The articles with the same text, the time line of a story.
    case copies, story
    /// Why the article has a topic.
    case why
    /// The log of changes, a file that is written.
    case steps, file
    /// What the user wants to see nothing of, and the articles that were read last.
    case mutings, readings
    /// The articles that are chosen at once, and those around the start of a long range.
    case choice, range
    /// The picture of the article.
    case picture
    /// A wake-up that shows how a key sequence goes on.
    case keys
    /// A wake-up that shows the article on which the cursor came to rest.
    case preview
    /// A wake-up that keeps the session once the keys rest.
    case session

    /// Whether a page may end before it is full: the list asks for the rest of it.
    public var takesPartialPages: Bool { self == .headlines || self == .rowsAfter }

    /// Whether something was to be kept, so that a failure concerns everybody.
    var isChange: Bool { self == .change || self == .intake || self == .refresh }
  }

  /// What is asked.
  public var kind: Kind
  /// Greater for later questions of the kind.
  public var number: Int

  /// Takes both as they are.
  public init(kind: Kind, number: Int) {
    self.kind = kind
    self.number = number
  }
}

/// Something that happened outside and that the reader takes in.
public enum Message: Sendable, Hashable {
  /// The program runs and the screen has a size; sent once, first.
  case started(now: Date)
  /// The terminal was taken over; whether it has the colours for pictures.
  case terminalOpened(drawsPictures: Bool)
  /// A key, a paste, the mouse, a new size, a signal.
  case input(InputEvent, now: Date)
  /// Answer to `Effect.loadHeadlines`.
  case headlinesLoaded(HeadlinePage, Request)
  /// Answer to `Effect.loadArticle`; `nil` when the store has it no more.
  case articleLoaded(Article?, Request)
  /// Answer to `Effect.loadRelated`.
  case relatedLoaded([RelatedArticle], Request)
  /// Answer to `Effect.listPaths`: whole paths as they would be typed, folders with a slash.
  case pathsListed([String], Request)
  /// Answer to `Effect.listNames`.
  case namesListed([String], Request)
  /// Answer to `Effect.loadTopics`.
  case topicsLoaded([TopicCount], Request)
  /// Answer to `Effect.loadCounts`.
  case countsLoaded(StoreCounts, Request)
  /// Answer to `Effect.countHits`: their number, at most the limit that was asked with.
  case hitsCounted(Int, Request)
  /// The views of the user's own, by name: the answer to `Effect.loadViews`, `saveView` and
  /// `removeView`.
  case viewsLoaded([SavedView])
  /// Answer to `Effect.countViews`, in the order of the queries.
  case viewsCounted([ViewCount], Request)
  /// Answer to `Effect.loadExcerpts`; articles without a text have none.
  case excerptsLoaded([ArticleID: String], Request)
  /// Answer to `perform`, `undo` and `redo`; `nil` when there was nothing to undo or redo.
  case changed(ChangeReport?, Request)
  /// Rules hid these articles while lists may show them.
  case articlesHidden([ArticleID])
  /// Something else wrote to the store: an import, a refresh, another program.
  case storeChanged(now: Date)
  /// Answer to `Effect.loadFeeds`.
  case feedsLoaded([Feed], Request)
  /// Answer to `Effect.addFeeds`: what the feed is called, and how many of its articles are new;
  /// `nil` when the user had it already.
  case feedAdded(name: String, new: Int?, Request)
  /// Answer to `Effect.addFeeds` for a page that names several feeds; with the wanted tags.
  case feedsFound([FeedSuggestion], tags: [String], Request)
  /// Answer to `Effect.removeFeed`: articles that went with it; `nil` when there was no such feed.
  case feedRemoved(articles: Int?, Request)
  /// Answer to `Effect.editFeed`; `false` when there is no such subscription any more.
  case feedEdited(Bool, Request)
  /// Answer to `Effect.loadBookmark`; without details the article has no bookmark.
  case bookmarkLoaded(BookmarkDetails?, folders: [BookmarkFolder], Request)
  /// Answer to `Effect.loadQuotes`.
  case quotesLoaded([Quote], of: ArticleID?, Request)
  /// Answer to `Effect.loadStatistics`.
  case statisticsLoaded(ReadingStatistics, Request)
  /// Answer to `Effect.loadPlace`.
  case placeLoaded(ArticleAnchor?, Request)
  /// The user's bookmark program took the article of this headline.
  case handedOn(String)
  /// How far the refresh is.
  case refreshProgressed(RefreshProgress, Request)
  /// The refresh is over.
  case refreshEnded(RefreshOutcome, Request)
  /// What is due is to be fetched every so many seconds.
  case automaticRefresh(seconds: Int?)
  /// Answer to `fetchFullText` and `showFullText`: the page's text is shown with so many words, or,
  /// when `words` is `nil`, the feed's is again.
  case fullTextChanged(ArticleID, words: Int?, Request)
  /// Answer to `Effect.fetchPage`: the article that the page became.
  case pageFetched(ArticleID, isBookmarked: Bool, Request)
  /// Answer to `Effect.loadRevisions`: the present form first, then the earlier ones.
  case revisionsLoaded([ArticleRevision], ArticleID, Request)
  /// Answer to `Effect.loadTopicReason`.
  case topicReasonLoaded(TopicReason, topic: String, Request)
  /// Answer to `Effect.loadStory`: the oldest report first.
  case storyLoaded([StoryReport], of: ArticleID, Request)
  /// Answer to `Effect.loadCopies`.
  case copiesLoaded([Article], of: ArticleID, Request)
  /// How the user wants articles with the same text to be shown.
  case copiesChosen(CopyFolding)
  /// Whether the mouse is the reader's.
  case mouseChosen(Bool)
  /// The settings were read again, because their file changed.
  case settingsRead
  /// Other keys are in force.
  case keymapChosen(Keymap)
  /// There are other themes to choose from.
  case themesListed([String])
  /// The user's own store has something to show while the sample edition is shown.
  case ownStoreFilled
  /// How an import goes, as one sentence; `isOver` ends it.
  case intakeReported(String, isOver: Bool, Request)
  /// What the user has said of how articles are set, and whether the terminal is told of links;
  /// `nil` leaves that to the terminal's name.
  case typographyChosen(Typography, marksLinks: Bool?)
  /// Answer to `Effect.loadHyphenator`; `nil` when there are no patterns for the language.
  case hyphenatorLoaded(Hyphenator?, language: String)
  /// Whether the user wants to see pictures.
  case picturesChosen(Bool)
  /// Answer to `Effect.loadPicture`.
  case pictureLoaded(BlockPicture, PictureWish)
  /// The time asked for by `Effect.wake` is over.
  case woke(Request)
  /// Well-known feeds to begin with, those of a topic together.
  case starterFeedsLoaded([FeedSuggestion])
  /// The articles that a query finds.
  case idsLoaded([ArticleID], Request)
  /// The steps that can be undone or done again, the newest first.
  case stepsLoaded([LoggedStep], Request)
  /// Answer to `Effect.loadMutings`, the newest first.
  case mutingsLoaded([Muting], Request)
  /// Answer to `Effect.loadReadings`, the last one first.
  case readingsLoaded([Reading], Request)
  /// An article stands in a file of this path.
  case written(path: String, Request)
  /// What was asked could not be done; a sentence of the form "subject: what is wrong".
  case failed(String, Request?)
}
