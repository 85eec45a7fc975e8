import Articles
import FoundationEssentials

/// How a bookmark was before a step and is after it.
struct BookmarkTurn: Equatable, Sendable {
  /// Whether the article was bookmarked before.
  var wasKept: Bool
  var earlier: BookmarkDetails
  var later: BookmarkDetails

  init(wasKept: Bool, earlier: BookmarkDetails, later: BookmarkDetails) {
    self.wasKept = wasKept
    self.earlier = earlier
    self.later = later
  }

  /// Reads what `write` wrote.
  init(_ reader: inout ByteReader) throws(MalformedRecord) {
    wasKept = try reader.byte() == 1
    earlier = try Self.details(&reader)
    later = try Self.details(&reader)
  }

  func write(to writer: inout ByteWriter) {
    writer.write(byte: wasKept ? 1 : 0)
    for details in [earlier, later] {
      writer.write(details.folder)
      writer.write(details.note)
      writer.write(byte: details.due == nil ? 0 : 1)
      writer.write(key: Int64(details.due.map(CivilTime.clampedSeconds) ?? 0))
    }
  }

  private static func details(_ reader: inout ByteReader) throws(MalformedRecord)
    -> BookmarkDetails
  {
    let folder = try reader.text()
    let note = try reader.text()
    let hasDay = try reader.byte() == 1
    let second = try reader.key()
    return BookmarkDetails(
      folder: folder, note: note, due: hasDay ? ArticleRecord.date(second) : nil)
  }
}
