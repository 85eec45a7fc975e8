import Articles

/// The texts of an article besides the one that its feed gave: that of its page, what updates
/// changed, what is stored.
extension Model {
  // MARK: - Full text

  /// `x`: shows the page's text and fetches it when the store has none; again for the feed's.
  mutating func toggleFullText() -> [Effect] {
    guard let article = subjectArticle("full text") else { return [] }
    leaveOtherText()
    switch article.fullText {
    case .shown: return [.showFullText(false, article.id, request(.fullText))]
    case .hidden: return [.showFullText(true, article.id, request(.fullText))]
    case .none, .outdated:
      guard article.head.link != nil else {
        complain("full text: the article has no address")
        return []
      }
      say("Fetching the article’s page …")
      return [.fetchFullText(article.id, request(.fullText))]
    }
  }

  /// The store shows another text of an article now.
  mutating func takeIn(_ id: ArticleID, _ words: Int?, _ request: Request) -> [Effect] {
    guard articlePane.article?.id == id else {
      if let words { say("Full text fetched: \(words) words") }
      return []
    }
    let count: Phrase = words.map { "Full text: \(grouped: $0) words" } ?? "The feed’s own text"
    say("\(count) · \(key: .fullText) changes over")
    return [.loadArticle(id, self.request(.article))]
  }

  /// The page could not be fetched: an older text of it is better than none.
  mutating func afterFailedFullText() -> [Effect] {
    guard let article = articlePane.article, article.fullText == .outdated else { return [] }
    return [.showFullText(true, article.id, request(.fullText))]
  }

  // MARK: - Changes and markup

  /// `gd`: what the newest update changed, then the one before, then the text again.
  mutating func showChanges() -> [Effect] {
    guard let article = subjectArticle("changes") else { return [] }
    if case .changes(let forms, let step)? = otherText?.kind {
      if forms.indices.contains(step + 1) {
        show(.changes(forms, step: step + 1), of: article)
      } else {
        leaveOtherText()
        say("There is no earlier update")
      }
      return []
    }
    return [.loadRevisions(article.id, request(.revisions))]
  }

  mutating func takeIn(
    _ forms: [ArticleRevision], of id: ArticleID, _ request: Request
  ) -> [Effect] {
    guard isCurrent(request), let article = articlePane.article, article.id == id else { return [] }
    guard forms.count > 1 else {
      say("The article was not updated since it came")
      return []
    }
    show(.changes(forms, step: 1), of: article)
    say(
      forms.count > 2
        ? "\(key: .changes) for the update before · Esc goes back to the text"
        : "Esc goes back to the text")
    return []
  }

  /// `X`: what is stored of the article, or its text again.
  mutating func toggleMarkup() -> [Effect] {
    guard let article = subjectArticle("markup") else { return [] }
    if otherText?.kind == .markup {
      leaveOtherText()
    } else {
      show(.markup, of: article)
      say("Esc goes back to the text")
    }
    return []
  }

  mutating func show(_ kind: OtherText.Kind, of article: Article) {
    let other = OtherText(
      kind: kind, original: otherText?.original ?? article,
      anchor: otherText?.anchor ?? articlePane.anchor)
    otherText = other
    focus = .article
    articlePane.show(
      other.article(zone: surroundings.zone, surroundings.catalogue), now: now,
      zone: surroundings.zone)
    fitPanes()
  }

  /// Returns to the text of the article, where it was left.
  mutating func leaveOtherText() {
    guard let other = otherText else { return }
    otherText = nil
    articlePane.show(other.original, at: other.anchor, now: now, zone: surroundings.zone)
    fitPanes()
  }

  /// The open article, when it is the one that keys mean.
  mutating func subjectArticle(_ what: Phrase) -> Article? {
    guard let article = otherText?.original ?? articlePane.article, article.id == subject?.id else {
      complain("\(what): no article is open; \(key: .open) opens one")
      return nil
    }
    return article
  }
}
