/// How much of a document is read: every bound of this module, in one table.
///
/// Up to a bound of size or count the text is kept and the rest is cut; only `document` refuses.
enum IngestLimits {
  /// Bytes of a document; the largest real feeds have 6 MB, the fetcher stops here as well.
  static let document = 16 << 20
  /// Bytes of HTML that are tokenised; the largest news pages have 3 MB, nearly all script.
  static let html = 4 << 20
  /// Elements within elements; browsers cut at 512 as well.
  static let htmlDepth = 512
  /// Bytes of one tag with its attributes; pictures inlined as data reach 1 MB.
  static let htmlTag = 1 << 20
  /// Attributes of one tag; real pages stay below 60.
  static let htmlAttributes = 256
  /// Elements and runs of text of a page in which the article is looked for.
  static let pageNodes = 150_000
  /// Blocks of one body; a live blog of a day has 4,000.
  static let blocks = 20_000
  /// Blocks within blocks; what lies deeper joins the deepest one.
  ///
  /// Half of what the store keeps.
  static let blockDepth = 32
  /// Articles in one saved text.
  static let articlesInText = 50_000
  /// Bytes of a title; longer ones are cut between characters.
  static let title = 4_096
  /// Bytes of a dateline's place: the longest datelines name three towns.
  static let dateline = 80
}
