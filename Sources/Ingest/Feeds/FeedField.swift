/// What the text of an element tells about an article, a feed or a person.
enum FeedField {
  case title, otherTitle
  case link, guid, id, comments
  case summary, otherSummary, subtitle, content, mediaDescription
  case published, otherDate, created, updated
  case author, category, keywords, language, icon, credit
  case name, email, uri
  case minutesToLive, skippedHour, skippedDay, updatePeriod, updateFrequency, newAddress

  /// Whether markup inside belongs to the text.
  var holdsMarkup: Bool {
    switch self {
    case .title, .otherTitle, .summary, .otherSummary, .subtitle, .content, .mediaDescription: true
    default: false
    }
  }

  /// The field of an element in its place; `nil` when its text is not read.
  init?(_ name: FeedName, _ vocabulary: FeedVocabulary, in place: FeedPlace) {
    let field: FeedField? =
      switch (vocabulary, place) {
      case (.core, .item): Self.ofArticle(name)
      case (.core, .feed): Self.ofFeed(name)
      case (.core, .image): name == .url ? .icon : nil
      case (_, .person): Self.ofPerson(name)
      case (.content, .item): name == .encoded ? .content : nil
      case (.dublinCore, .item), (.dublinCore, .feed): Self.ofDublinCore(name)
      case (.media, .item): Self.ofMedia(name)
      case (.podcast, .item), (.podcast, .feed): Self.ofPodcast(name)
      case (.syndication, .feed): Self.ofSyndication(name)
      case (.xhtml, .item): name == .body || name == .div ? .content : nil
      default: nil
      }
    guard let field else { return nil }
    self = field
  }

  private static func ofArticle(_ name: FeedName) -> FeedField? {
    switch name {
    case .title: .title
    case .link: .link
    case .guid: .guid
    case .id: .id
    case .description: .summary
    case .summary, .abstract: .otherSummary
    case .content, .body, .fulltext, .fullitem, .encoded: .content
    case .pubdate, .published, .issued: .published
    case .date: .otherDate
    case .created: .created
    case .updated, .modified: .updated
    case .category, .subject: .category
    case .keywords: .keywords
    case .comments: .comments
    case .language: .language
    default: nil
    }
  }

  private static func ofFeed(_ name: FeedName) -> FeedField? {
    switch name {
    case .title: .title
    case .link: .link
    case .id: .id
    case .description, .subtitle, .tagline: .summary
    case .info, .abstract, .summary: .otherSummary
    case .lastbuilddate, .updated, .modified: .updated
    case .pubdate, .published, .date: .published
    case .language: .language
    case .logo: .icon
    case .icon, .url: .icon
    case .category: .category
    case .ttl: .minutesToLive
    case .hour: .skippedHour
    case .day: .skippedDay
    default: nil
    }
  }

  private static func ofSyndication(_ name: FeedName) -> FeedField? {
    switch name {
    case .updateperiod: .updatePeriod
    case .updatefrequency: .updateFrequency
    default: nil
    }
  }

  private static func ofPerson(_ name: FeedName) -> FeedField? {
    switch name {
    case .name: .name
    case .email: .email
    case .uri, .url, .homepage: .uri
    default: nil
    }
  }

  private static func ofDublinCore(_ name: FeedName) -> FeedField? {
    switch name {
    case .title: .otherTitle
    case .description, .abstract: .otherSummary
    case .creator, .author, .contributor: .author
    case .subject: .category
    case .date: .otherDate
    case .issued, .available: .published
    case .created: .created
    case .modified: .updated
    case .language: .language
    default: nil
    }
  }

  private static func ofMedia(_ name: FeedName) -> FeedField? {
    switch name {
    case .title: .otherTitle
    case .description: .mediaDescription
    case .credit: .credit
    case .category: .category
    case .keywords: .keywords
    default: nil
    }
  }

  private static func ofPodcast(_ name: FeedName) -> FeedField? {
    switch name {
    case .title: .otherTitle
    case .author: .author
    case .summary: .otherSummary
    case .subtitle: .subtitle
    case .keywords: .keywords
    case .newfeedurl: .newAddress
    default: nil
    }
  }
}
