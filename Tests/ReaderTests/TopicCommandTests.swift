import Articles
import Screen
import Testing

@testable import Reader

@Suite struct TopicCommandTests {
  private func changes(_ line: String) -> [LibraryChange] {
    var reader = Model.showing(["Tram"], columns: 80, rows: 24)
    return reader.type(":\(line)<Enter>").compactMap { effect in
      if case .perform(let change, _) = effect { change } else { nil }
    }
  }

  @Test func `topics are renamed and merged by their plain names`() {
    #expect(
      changes("topic<Space>rename<Space>#Trams<Space>light-rail")
        == [.renameTopic("tram", to: "light rail")])
    #expect(
      changes("topic<Space>merge<Space>bus<Space>traffic") == [.renameTopic("bus", to: "traffic")])
    for line in ["topic<Space>merge<Space>bus", "topic<Space>rename<Space>tram<Space>trams"]
      + ["topic<Space>rename<Space>a<Space>b<Space>c", "topic<Space>merge<Space>!<Space>b"]
    {
      #expect(changes(line) == [])
    }
  }

  @Test func `why tells where a topic is from`() {
    let reasons: [(TopicReason, String)] = [
      (.hand(isSet: true), "you gave it"), (.hand(isSet: false), "you took it away"),
      (.page("Trams"), "names it: “Trams”"), (.feed, "the feed gives it"),
      (.text(["tram line", "rails"], confidence: 0.718), "“tram line”, “rails” · 72 % sure"),
      (.none, "has not this topic"),
    ]
    for (reason, words) in reasons {
      var reader = Model.showing(["Tram"], columns: 100, rows: 24)
      for case .loadTopicReason(let topic, _, let request) in reader.type(
        ":why<Space>topic<Space>Trams<Enter>")
      {
        _ = reader.update(.topicReasonLoaded(reason, topic: topic, request))
      }
      #expect(reader.frame.text.contains("#tram: "))
      #expect(reader.frame.text.contains(words))
    }
    var reader = Model.showing(["Tram"], columns: 80, rows: 24)
    #expect(reader.type(":why<Space>topic<Enter>").isEmpty)
    #expect(reader.frame.text.contains(":why topic NAME"))
  }
}
