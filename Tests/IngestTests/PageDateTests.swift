import Articles
import FoundationEssentials
import Testing

@testable import Ingest

struct PageDateTests {
  /// 2026-01-20T12:00:00Z, a Tuesday.
  private let now = CivilTime(year: 2026, month: 1, day: 20, hour: 12).date()

  private func readings(_ line: String) -> [String]? {
    PageDate.readings(in: Array(line.utf8)[...], now: now)?.map {
      "\($0.role) \($0.date.map(CivilTime.rfc3339) ?? "-")"
    }
  }

  @Test(arguments: [
    ("Updated 39 min 29 sec ago", "updated 2026-01-20T11:20:31Z"),
    ("Updated 16 January 2026", "updated 2026-01-16T00:00:00Z"),
    ("Last updated: 2 hours ago", "updated 2026-01-20T10:00:00Z"),
    ("Published on Jan 16, 2026 4:30 PM", "published 2026-01-16T16:30:00Z"),
    ("Posted: 2026-01-16T16:30:00+05:00", "published 2026-01-16T11:30:00Z"),
    ("Friday, 16 January 2026", "plain 2026-01-16T00:00:00Z"),
    ("January 16, 2026", "plain 2026-01-16T00:00:00Z"),
    ("2 hours ago", "plain 2026-01-20T10:00:00Z"),
    ("an hour ago", "plain 2026-01-20T11:00:00Z"),
    ("1 hr. 5 mins ago", "plain 2026-01-20T10:55:00Z"),
    ("3d ago", "plain 2026-01-17T12:00:00Z"),
    ("two weeks ago", "plain 2026-01-06T12:00:00Z"),
    ("Just now", "plain 2026-01-20T12:00:00Z"),
    ("Yesterday", "plain 2026-01-19T12:00:00Z"),
    ("Yesterday at 4:30 PM", "plain 2026-01-19T16:30:00Z"),
    ("Today, 09:15", "plain 2026-01-20T09:15:00Z"),
    ("Updated ١٦ January ٢٠٢٦", "updated 2026-01-16T00:00:00Z"),
  ])
  func `a line of one date is read`(_ line: String, _ reading: String) {
    #expect(readings(line) == [reading])
  }

  @Test func `one line may say both when it was published and updated`() {
    #expect(
      readings("Published: Jan 16, 2026 | Updated: 17 Jan 2026 08:00") == [
        "published 2026-01-16T00:00:00Z", "updated 2026-01-17T08:00:00Z",
      ])
  }

  @Test(arguments: [
    "Updated 99999999999999999999 min 61 sec ago", "Updated -5 min ago", "Updated 16 January 2999",
    "Updated 9223372036854775807 weeks ago",
  ])
  func `a date that cannot be is dropped with its line`(_ line: String) {
    #expect(readings(line) == ["updated -"])
  }

  @Test(arguments: [
    "Two years ago, the council voted against it.", "Updated guidance was sent to schools.",
    "Published authors were invited", "The 2 sides met on 16 January 2026 in Springfield, he said.",
    "Council approves budget", "", "Now", "He left 3 hours ago",
  ])
  func `a sentence is no date`(_ line: String) {
    if line == "Now" {
      #expect(readings(line) == ["plain 2026-01-20T12:00:00Z"])
    } else {
      #expect(readings(line) == nil)
    }
  }
}

/// Dates of three numbers, whose order the language tells.
@Suite struct DateOrderTests {
  @Test func `the language tells the day from the month`() {
    func ordered(_ text: String, _ language: String?) -> String {
      String(decoding: PageDate.ordered(Array(text.utf8)[...], language: language), as: UTF8.self)
    }
    #expect(ordered("02/10/2020", "en-GB") == "2020-10-02")
    #expect(ordered("2/3/2020 14:05", "fr") == "2020-03-02 14:05")
    for (text, language) in [
      ("02/10/2020", "en-US"), ("02/10/2020", nil), ("02/13/2020", "de"), ("2020/10/02", "de"),
      ("1/2/2020 3:04:05 PM", "de"), ("2020-10-02", "de"), ("", "de"),
    ] {
      #expect(ordered(text, language) == text)
    }
  }
}
