public import Articles
public import FoundationEssentials

/// What the analysis found out about one article, for the store to keep.
public struct ArticleAnalysis: Sendable, Hashable {
  /// A topic that the text tells.
  public struct Topic: Sendable, Hashable {
    /// In its normalised form.
    public var name: String
    /// 0...1.
    public var confidence: Double

    /// Takes both as they are.
    public init(name: String, confidence: Double) {
      self.name = name
      self.confidence = confidence
    }
  }

  /// An article near this one.
  public struct Link: Sendable, Hashable {
    /// The other article.
    public var id: ArticleID
    /// 0...1; greater is nearer.
    public var score: Double
    /// How they belong together.
    public var relation: RelatedArticle.Relation

    /// Takes each fact as it is.
    public init(id: ArticleID, score: Double, relation: RelatedArticle.Relation) {
      self.id = id
      self.score = score
      self.relation = relation
    }
  }

  /// The article.
  public var id: ArticleID
  /// The most telling first.
  public var topics: [Topic]
  /// What the article is compared by; the store keeps the bytes as they are.
  public var vector: [UInt8]
  /// The nearest first; kept in both directions.
  public var links: [Link]

  /// Takes each fact as it is.
  public init(id: ArticleID, topics: [Topic], vector: [UInt8], links: [Link]) {
    self.id = id
    self.topics = topics
    self.vector = vector
    self.links = links
  }
}

/// What is needed to compare a stored article with others.
public struct StoredVector: Sendable, Hashable {
  /// The article.
  public var id: ArticleID
  /// When it was published.
  public var published: Date
  /// The story that it belongs to, when that has other reports.
  public var story: StoryID?
  /// Whether the user took it out of its story, so that it joins no other by itself.
  public var isAlone = false
  /// The article that came first of those with the same text, when there are others.
  public var original: ArticleID?
  /// As the analysis gave it.
  public var vector: [UInt8]
}

/// A stored link to an article, with what is needed to say why.
public struct StoredRelation: Sendable, Hashable {
  /// The other article.
  public var headline: Headline
  /// 0...1; greater is nearer.
  public var score: Double
  /// How they belong together.
  public var relation: RelatedArticle.Relation
  /// The other article's vector.
  public var vector: [UInt8]
}
