import Articles
import FoundationEssentials

/// Everything of a draft that stands outside the row of a list: one blob for each article.
///
/// The same bytes keep an earlier revision and, behind the fields of the head, a bookmark's copy.
enum ArticleRecord {
  private static let format: UInt8 = 1

  /// The text and its companions, without the fields that the list row holds.
  static func encoded(_ draft: ArticleDraft) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(byte: format)
    writer.write(draft.feed)
    writer.write(draft.topics)
    writer.write(draft.shortLink)
    writer.write(draft.dateline)
    writer.write(draft.highlights)
    if let picture = draft.picture {
      writer.write(byte: 1)
      writer.write(picture.url)
      writer.write(picture.caption)
      writer.write(picture.credit)
    } else {
      writer.write(byte: 0)
    }
    writer.write(draft.comments)
    writer.write(draft.enclosures.count)
    for enclosure in draft.enclosures {
      writer.write(enclosure.url)
      writer.write(enclosure.type)
      writer.write(enclosure.length.map { max(0, $0) &+ 1 } ?? 0)
    }
    writer.write(block: draft.summary.isEmpty ? [] : draft.summary.encoded)
    writer.write(block: draft.body.isEmpty ? [] : draft.body.encoded)
    return stored(writer.bytes)
  }

  /// Puts the fields of `bytes` into a draft that holds those of the list row.
  static func decode(_ bytes: [UInt8], into draft: inout ArticleDraft) throws {
    var reader = ByteReader(unstored(bytes))
    guard try reader.byte() == format else { throw reader.malformed }
    draft.feed = try reader.optionalText()
    draft.topics = try reader.texts()
    draft.shortLink = try reader.optionalText()
    draft.dateline = try reader.optionalText()
    draft.highlights = try reader.texts()
    if try reader.byte() == 1 {
      let url = try reader.optionalText()
      let caption = try reader.optionalText()
      draft.picture = Picture(url: url, caption: caption, credit: try reader.optionalText())
    }
    draft.comments = try reader.optionalText()
    for _ in 0..<(try reader.count()) {
      let url = try reader.text()
      let type = try reader.optionalText()
      let length = try reader.number()
      draft.enclosures.append(
        Enclosure(url: url, type: type, length: length > 0 ? length - 1 : nil))
    }
    draft.summary = try Body(encoded: try reader.block())
    draft.body = try Body(encoded: try reader.block())
  }

  /// The texts of an article one behind the other, with lengths and marks between them.
  static func plain(_ bytes: [UInt8]) -> [UInt8] { unstored(bytes) }

  // The one place where texts would be compressed on their way to the disk, and back.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] { bytes }
  private static func unstored(_ bytes: [UInt8]) -> [UInt8] { bytes }

  /// A whole article for the library: it needs nothing of the article file to be read again.
  static func copy(of draft: ArticleDraft, key: Int64, fetched: Date) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(byte: format)
    writer.write(key: key)
    writer.write(key: Int64(CivilTime.clampedSeconds(fetched)))
    for date in [draft.published, draft.updated] {
      writer.write(byte: date == nil ? 0 : 1)
      writer.write(key: Int64(date.map(CivilTime.clampedSeconds) ?? 0))
    }
    writer.write(draft.title)
    writer.write(draft.source)
    writer.write(draft.guid)
    writer.write(draft.link)
    writer.write(draft.authors)
    writer.write(draft.language)
    writer.write(block: encoded(draft))
    return writer.bytes
  }

  /// Reads what `copy` made.
  static func original(of copy: [UInt8]) throws -> (draft: ArticleDraft, key: Int64, fetched: Date)
  {
    var reader = ByteReader(copy)
    guard try reader.byte() == format else { throw reader.malformed }
    let key = try reader.key()
    let fetched = date(try reader.key())
    var dates: [Date?] = []
    for _ in 0..<2 {
      let isKnown = try reader.byte() == 1
      let second = try reader.key()
      dates.append(isKnown ? date(second) : nil)
    }
    let title = try reader.text()
    var draft = ArticleDraft(title: title, source: try reader.text())
    (draft.published, draft.updated) = (dates[0], dates[1])
    draft.guid = try reader.optionalText()
    draft.link = try reader.optionalText()
    draft.authors = try reader.texts()
    draft.language = try reader.optionalText()
    try decode(try reader.block(), into: &draft)
    return (draft, key, fetched)
  }

  /// A second of the store as a date.
  static func date(_ second: Int64) -> Date { Date(timeIntervalSince1970: Double(second)) }

  /// What tells a changed article from one that only came again: everything but dates, which pages
  /// give in forms as coarse as "2 hours ago", and the name of the source, which users change.
  static func contentHash(_ draft: ArticleDraft, link: String?, encoded: [UInt8]) -> Int64 {
    var hash = StableHash()
    hash.add(draft.title)
    hash.add(link ?? "")
    hash.add(draft.authors.joined(separator: "\n"))
    hash.add(draft.language ?? "")
    hash.add(encoded)
    return hash.value
  }
}
