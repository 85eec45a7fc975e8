import Articles
import FoundationEssentials

/// What a row tells of its bookmark.
enum BookmarkFacts {
  /// Folder, day, note, quotes, as far as there are any: "Research", "due tomorrow", "note",
  /// "2 quotes".
  static func texts(_ mark: BookmarkMark?, now: Date, zone: LocalZone) -> [Phrase] {
    guard let mark else { return [] }
    var facts: [Phrase] = []
    if !mark.folder.isEmpty { facts.append(Phrase(verbatim: mark.folder)) }
    if let due = mark.due { facts.append(day(due, now: now, zone: zone)) }
    if mark.hasNote { facts.append("note") }
    if mark.quotes > 0 { facts.append(mark.quotes == 1 ? "1 quote" : "\(mark.quotes) quotes") }
    return facts
  }

  private static func day(_ due: Date, now: Date, zone: LocalZone) -> Phrase {
    let days = zone.civil(due).daysSince1970 - zone.civil(now).daysSince1970
    return switch days {
    case ..<0: days == -1 ? "due yesterday" : "due \(-days) days ago"
    case 0: "due today"
    case 1: "due tomorrow"
    case ..<15: "due in \(days) days"
    default: "due \(DueDay.text(due, zone: zone))"
    }
  }
}
