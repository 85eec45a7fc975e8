import FoundationEssentials
import Testing

@testable import Articles

@Suite struct NamesTests {
  @Test(arguments: [
    ("#Élections", "election"), ("  Ocean   Currents ", "ocean currents"), ("AI", "ai"),
    ("Universities", "university"), ("United States", "united states"), ("C++", "c++"),
    ("News", "news"), ("Économie & Société", "economie societe"), ("R&D", "r&d"), ("東京", "東京"),
    ("Łódź", "lodz"), ("crisis", "crisis"), ("bus", "bus"), ("Vaccines", "vaccine"),
    ("presidential elections", "presidential election"), ("Ministries", "ministry"),
    ("Bridges", "bridge"), ("#banks", "bank"),
  ]) func `a topic has one normalised form`(typed: String, name: String) {
    #expect(TopicName.normalised(typed) == name)
    #expect(TopicName.normalised(name) == name)
  }

  @Test(arguments: [
    "Larry Summers", "House of Representatives", "Democrats", "United Nations", "Bernie Sanders",
    "Los Angeles", "Times", "James", "Brussels", "Olympics", "Lions", "Netherlands", "Reuters",
    "Jeff Bridges", "Outer Banks", "Orsa Islands",
  ]) func `a name keeps its s`(name: String) {
    #expect(TopicName.normalised(name) == name.lowercased())
  }

  @Test(arguments: [
    (["US", "U.S.", "#usa", "America", "United States"], "united states"),
    (["UK", "Britain", "united kingdom"], "united kingdom"),
    (["AI", "artificial intelligence", "A.I."], "ai"),
    (["Türkiye", "Turkey"], "turkey"), (["movies", "films", "Cinema"], "film"),
  ]) func `several names of one thing are one topic`(typed: [String], name: String) {
    #expect(Set(typed.map { TopicName.normalised($0) }) == [name])
  }

  @Test func `normalising twice changes nothing`() {
    let long = String(repeating: "word. ", count: 13)
    for name in Array(TopicAliases.table.values) + Array(TopicAliases.table.keys) + [long, "a. b."]
      + ["statements elections", "businesses", "ss", "ies", "nesses", "ships", "x's"]
    {
      let once = TopicName.normalised(name) ?? ""
      #expect(TopicName.normalised(once) == once)
    }
    for (other, name) in TopicAliases.table { #expect(TopicName.normalised(other) == name) }
  }

  @Test func `nothing but marks is no topic`() {
    #expect(TopicName.normalised(" #-– ") == nil)
    #expect(TopicName.normalised(String(repeating: "ab ", count: 100_000))?.count == 64)
  }

  @Test func `every id reads back from its text, and order follows time`() {
    for second in [-5_000_000_000, 0, 1_768_514_400, 99_000_000_000] as [Int64] {
      let id = ArticleID(second: second, hash: 0xFFFF_FFFF)
      #expect(ArticleID(String(describing: id)) == id)
      #expect(id.rawValue >= 0 && id.rawValue < 1 << 53)
    }
    #expect(ArticleID(second: 10, hash: .max) < ArticleID(second: 11, hash: 0))
    #expect(ArticleID(second: 1_768_514_400, hash: 5).second == 1_768_514_400)
    #expect(ArticleID("") == nil)
    #expect(ArticleID("hello!") == nil)
    #expect(ArticleID("zzzzzzzzzzzzzzzz") == nil)
  }

  @Test func `civil time agrees with day counts over ten thousand years`() {
    var day = CivilTime(year: 1, month: 1, day: 1).daysSince1970
    for year in 1...9999 {
      #expect(CivilTime(year: year, month: 1, day: 1).daysSince1970 == day)
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let last = CivilTime(daysSince1970: day + (isLeap ? 365 : 364))
      #expect((last.year, last.month, last.day) == (year, 12, 31))
      day += isLeap ? 366 : 365
    }
    #expect(CivilTime(year: 2026, month: 11, day: 23).weekday == 1)
    #expect(CivilTime(Date(timeIntervalSince1970: .infinity)).year == 1970)
    #expect(CivilTime(Date(timeIntervalSince1970: 1e300)).year == 9999)
    #expect(CivilTime.rfc3339(Date(timeIntervalSince1970: 1_768_514_400)) == "2026-01-15T22:00:00Z")
  }

  @Test func `the nearest name is at most two edits away`() {
    #expect(NearestName.of("sorce", among: ["topic", "source"]) == "source")
    #expect(NearestName.of("quti", among: ["quit", "help"]) == "quit")
    #expect(NearestName.of("zzzzz", among: ["quit", "help"]) == nil)
  }
}
