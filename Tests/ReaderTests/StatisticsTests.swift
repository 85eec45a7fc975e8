import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct StatisticsTests {
  @Test func `gS asks for two weeks and draws bars, shares and what is never read`() {
    var reader = Model.showing(["Tram line reopens"], columns: 100, rows: 40)
    let effects = reader.type("gS")
    guard case .loadStatistics(let days, let request)? = effects.last else {
      Issue.record("\(effects)")
      return
    }
    #expect(days.count == StatisticsPanel.days + 1)
    #expect(days.last == Date(timeIntervalSince1970: 1_795_478_400))
    let statistics = ReadingStatistics(
      days: [
        .init(start: days[13], articles: 8, read: 4), .init(start: days[12], articles: 0, read: 0),
      ],
      sources: [
        SourceCount(source: "Daily Wire", articles: 6, unread: 2),
        SourceCount(source: "Northern Post", articles: 2, unread: 2),
      ], topics: [TopicCount(topic: "harbour", articles: 3, unread: 0)])
    _ = reader.update(.statisticsLoaded(statistics, request))
    let text = reader.frame.text
    for words in [
      "Mon 23 Nov", "8  50% read", "0  0% read", "6  66% read", "#harbour", "3  100% read", "█░",
      "Sources you never read",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.split(separator: "Northern Post", omittingEmptySubsequences: false).count == 3)
    _ = reader.type("Gq")
    #expect(!reader.frame.text.contains("Articles per day"))
  }
}
