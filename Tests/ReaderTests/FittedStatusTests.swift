import Articles
import FoundationEssentials
import Testing
import TextLayout

@testable import Reader

@Suite struct FittedStatusTests {
  private let long =
    "https://a-very-long-host.example/with/a/very/long/path/to/some/feed-of-the-town.xml"

  @Test func `a long address is cut in the middle, what to do stays`() {
    let text = FittedStatus.text("\(long): is no feed; give the feed's own address", columns: 78)
    #expect(text.columns == 78)
    #expect(text.string.hasPrefix("https://a-very-lon"))
    #expect(text.string.hasSuffix("town.xml: is no feed; give the feed's own address"))
    #expect(text.string.contains("…"))
  }

  @Test func `what fits stays, what cannot fit is cut at its end`() {
    #expect(FittedStatus.text("3 new", columns: 20).string == "3 new")
    #expect(FittedStatus.text("Nothing here to shorten at all", columns: 10).columns <= 10)
    #expect(FittedStatus.text("\(long): is no feed", columns: 12).columns <= 12)
    #expect(FittedStatus.text("", columns: 0).columns == 0)
  }

  @Test func `feeds of one name are told apart by their addresses`() {
    func feed(_ url: String, _ title: String) -> Feed {
      var subscription = Subscription(url: url)
      subscription.title = title
      return Feed(subscription: subscription)
    }
    func notes(_ feeds: [Feed]) -> [String] {
      var view = SourcesView()
      view.show(feeds, now: Desk.now)
      return view.rows.map(\.note)
    }
    #expect(
      Set(notes([feed("https://www.a.example/x", "Wire"), feed("https://b.example/x", "wire")]))
        == ["a.example", "b.example"])
    #expect(
      Set(notes([feed("https://a.example/x", "Wire"), feed("https://a.example/y", "Wire")]))
        == ["a.example/x", "a.example/y"])
    #expect(
      notes([feed("https://a.example/x", "Wire"), feed("https://a.example/y", "Post")])
        == ["", ""])
  }
}
