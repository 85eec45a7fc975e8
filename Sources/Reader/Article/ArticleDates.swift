import Articles
import FoundationEssentials

/// Dates and ages as a news page writes them.
enum ArticleDates {
  private static let months: [Phrase] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// "16 January 2026", in the reader's zone.
  static func day(_ date: Date, zone: LocalZone) -> Phrase {
    let time = zone.civil(date)
    let month = months.indices.contains(time.month - 1) ? months[time.month - 1] : ""
    return Phrase(id: "@day month year", "\(time.day) \(month) \(time.year)")
  }

  /// "16 January 2026", and ", 14:05" for a moment of the last two days that has a time of day.
  static func moment(_ date: Date, now: Date, zone: LocalZone) -> Phrase {
    let age = now.timeIntervalSince(date)
    let isDayOnly = CivilTime.clampedSeconds(date) % 86_400 == 0
    guard abs(age) < 172_800, !isDayOnly else { return day(date, zone: zone) }
    let time = zone.civil(date)
    return "\(day(date, zone: zone)), \(.time(hour: time.hour, minute: time.minute))"
  }

  /// "39 min", "2 h", "3 d", "5 mo", "2 y"; "now" for less than a minute and for the future.
  static func age(of date: Date, now: Date) -> Phrase {
    let seconds = CivilTime.clampedSeconds(now) - CivilTime.clampedSeconds(date)
    return switch seconds {
    case ..<60: "now"
    case ..<3_600: "\(seconds / 60) min"
    case ..<86_400: "\(seconds / 3_600) h"
    case ..<5_184_000: "\(seconds / 86_400) d"
    case ..<63_072_000: "\(seconds / 2_629_800) mo"
    default: "\(seconds / 31_557_600) y"
    }
  }

  /// The line under the headline: "By Ana Reporter · Gazette · Updated 16 January 2026 · 2 min".
  static func byline(_ head: Headline, now: Date, zone: LocalZone) -> [Phrase] {
    var parts: [Phrase] = []
    let authors = head.authors.prefix(6).filter { !$0.isEmpty }
    if let last = authors.last {
      let first = authors.dropLast().joined(separator: ", ")
      parts.append(first.isEmpty ? "By \(last)" : "By \(first) and \(last)")
    }
    if !head.source.isEmpty { parts.append(Phrase(verbatim: head.source)) }
    let published = moment(head.published, now: now, zone: zone)
    let updated = head.updated.map { moment($0, now: now, zone: zone) }
    let newest = max(head.published, head.updated ?? head.published)
    let age = age(of: newest, now: now)
    let note: Phrase = age == "now" ? "" : " (\(age) ago)"
    if let updated, updated != published {
      if day(head.published, zone: zone) != head.updated.map({ day($0, zone: zone) }) {
        parts.append(published)
      }
      parts.append("Updated \(updated)\(note)")
    } else {
      parts.append(
        updated == nil
          ? Phrase(id: "", "\(published)\(note)") : "Updated \(published)\(note)")
    }
    if head.words > 0 { parts.append("\(head.readingMinutes) min") }
    return parts
  }
}
