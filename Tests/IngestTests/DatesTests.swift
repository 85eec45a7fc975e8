import Articles
import FoundationEssentials
import Testing

@testable import Ingest

struct DatesTests {
  private func read(_ text: String) -> String? { NewsDate.parse(text).map(CivilTime.rfc3339) }

  @Test func `dates of RFC 822 are read with numeric, named and odd zones`() {
    let forms = [
      "Fri, 16 Jan 2026 14:30:00 +0000": "2026-01-16T14:30:00Z",
      "Fri,16 Jan 2026 14:30:00 -0500": "2026-01-16T19:30:00Z",
      "16 Jan 26 14:30 EST": "2026-01-16T19:30:00Z",
      "Fri, 16 January 2026 14:30:00 PT": "2026-01-16T22:30:00Z",
      "Thu, 16 Jul 2026 14:30:00 PT": "2026-07-16T21:30:00Z",
      "Fri, 16 Jan 2026 14:30:00 GMT-01:01": "2026-01-16T15:31:00Z",
      "Fri, 16 Jan 2026 14:30:00 -05:00 (EST)": "2026-01-16T19:30:00Z",
      "Fri,\n 16 Jan\t2026\n 14:30:00\t Z": "2026-01-16T14:30:00Z",
      "Fri Jan  2 14:30:00 2026": "2026-01-02T14:30:00Z",
      "Fri Jan 16 14:30:00 +0100 2026": "2026-01-16T13:30:00Z",
      "Fri, 16 Jan 2026": "2026-01-16T00:00:00Z",
      "Fri, 16 Jan 2026 14:30:00 Etc/GMT": "2026-01-16T14:30:00Z",
    ]
    for (form, moment) in forms { #expect(read(form) == moment, "\(form)") }
  }

  @Test func `dates of RFC 3339 and ISO 8601 are read down to weeks and days of the year`() {
    let forms = [
      "2026-01-16T14:30:00Z": "2026-01-16T14:30:00Z",
      "2026-01-16t14:30:00.123456+05:30": "2026-01-16T09:00:00Z",
      "2026-01-16 14:30:00 -0800": "2026-01-16T22:30:00Z",
      "2026-01-16T143000Z": "2026-01-16T14:30:00Z",
      "20260116T1430": "2026-01-16T14:30:00Z",
      "20260116143005": "2026-01-16T14:30:05Z",
      "2026-01-16T24:00:00Z": "2026-01-17T00:00:00Z",
      "2026": "2026-01-01T00:00:00Z",
      "2026-07": "2026-07-01T00:00:00Z",
      "2026-016": "2026-01-16T00:00:00Z",
      "2026016": "2026-01-16T00:00:00Z",
      "2026-W03-5": "2026-01-16T00:00:00Z",
      "2026W03": "2026-01-12T00:00:00Z",
      "26-01-16": "2026-01-16T00:00:00Z",
      "260116": "2026-01-16T00:00:00Z",
      "-2601": "2026-01-01T00:00:00Z",
      "1768573800": "2026-01-16T14:30:00Z",
      "1768573800000": "2026-01-16T14:30:00Z",
    ]
    for (form, moment) in forms { #expect(read(form) == moment, "\(form)") }
  }

  @Test func `dates as pages write them are read in many languages`() {
    let forms = [
      "Jan 16, 2026 4:30 PM": "2026-01-16T16:30:00Z",
      "January 16th, 2026 at 12:05 a.m. ET": "2026-01-16T05:05:00Z",
      "16 January 2026": "2026-01-16T00:00:00Z",
      "16. Januar 2026, 16.30 Uhr": "2026-01-16T16:30:00Z",
      "vendredi 16 janvier 2026 à 16h30": "2026-01-16T16:30:00Z",
      "16 de enero de 2026 16:30": "2026-01-16T16:30:00Z",
      "Παρ, 16 Ιαν 2026 16:30:00 EST": "2026-01-16T21:30:00Z",
      "2026-január-16T9:15-05:00": "2026-01-16T14:15:00Z",
      "16 января 2026 г. 16:30": "2026-01-16T16:30:00Z",
      "16 stycznia 2026": "2026-01-16T00:00:00Z",
      "2026년 1월 16일 16:30:05": "2026-01-16T16:30:05Z",
      "2026-01-16 오후 4:30:05": "2026-01-16T16:30:05Z",
      "2026年1月16日 16時30分": "2026-01-16T16:30:00Z",
      "2026/1/16 14:30:00": "2026-01-16T14:30:00Z",
      "1/16/2026 4:30 PM": "2026-01-16T16:30:00Z",
      "16/01/2026": "2026-01-16T00:00:00Z",
      "16.01.2026 14:30": "2026-01-16T14:30:00Z",
      "16-Jan-26": "2026-01-16T00:00:00Z",
      "Fri, 16 Jan 98": "1998-01-16T00:00:00Z",
    ]
    for (form, moment) in forms { #expect(read(form) == moment, "\(form)") }
  }

  @Test func `what names no moment gives none`() {
    for text in [
      "", "abc", "013", "22013", "2026-", "2026-xx-16", "2026-01-16T25:00:00Z", "2026-13-01",
      "2026-01-16T10:14:61Z", "2026-01-16T10:14:00+00:xx", "9999-12-31T23:59:59-99:99", "Jan 16",
      "published date here", "99999999999999999999", "--12-31", "2026-W99", "2026-999", "12:30",
      "\u{FFFD}\u{0}", "Jan 16 99999",
    ] {
      #expect(read(text) == nil, "\(text)")
    }
  }

  @Test func `no order of pieces makes the reader trap`() {
    let pieces = [
      "99999999999999", "-", ":", "2026", "31", "Jan", "W", "T", "+", ".", "/", "年", "PM", "h", " ",
    ]
    for a in pieces {
      for b in pieces {
        for c in pieces {
          for d in pieces {
            _ = NewsDate.parse(a + b + c + d)
          }
        }
      }
    }
  }
}
