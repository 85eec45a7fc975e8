import Articles

/// What is asked and said of topics on the command line.
extension Model {
  /// `:topic NAME`, `:topic rename OLD NEW`, `:topic merge ONE INTO`.
  mutating func topic(_ argument: String) -> [Effect] {
    let words = argument.split(separator: " ").map(String.init)
    guard words.count > 1, let verb = words.first, ["rename", "merge"].contains(verb) else {
      return addTopic(argument)
    }
    guard words.count == 3 else {
      complain(":topic \(verb) takes two topics; write a name of several words with -")
      return []
    }
    guard let name = TopicName.normalised(words[1]), let target = TopicName.normalised(words[2])
    else {
      complain("topic: a name has no letters; type words")
      return []
    }
    guard name != target else {
      complain("topic: #\(name) and #\(words[2]) are one topic already")
      return []
    }
    return [.perform(.renameTopic(name, to: target), request(.change))]
  }

  private mutating func addTopic(_ argument: String) -> [Effect] {
    let isWanted = argument.first != "-"
    guard let name = TopicName.normalised(argument) else {
      complain("topic: \(argument) has no letters; type a word")
      return []
    }
    return changeScope { scope in
      scope.topics.removeAll { $0.topic == name }
      scope.topics.append(TopicChoice(name, isWanted: isWanted))
    }
  }

  /// `:why topic NAME`.
  mutating func why(_ argument: String) -> [Effect] {
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.first == "topic", words.count == 2, let name = TopicName.normalised(words[1]) else {
      complain(":why topic NAME tells why the article has a topic")
      return []
    }
    guard let subject else {
      complain("why: no article is selected")
      return []
    }
    return [.loadTopicReason(name, subject.id, request(.why))]
  }

  mutating func takeIn(_ reason: TopicReason, _ topic: String, _ request: Request) {
    guard isCurrent(request) else { return }
    let words: Phrase =
      switch reason {
      case .hand(true): "you gave it to the article"
      case .hand(false): "you took it away from the article"
      case .page(let word): "the page or its feed names it: “\(word)”"
      case .feed: "the feed gives it to all of its articles"
      case .text(let words, let confidence):
        """
        the text says \(words.map { "“\($0)”" }.joined(separator: ", ")) \
        · \(Int((confidence * 100).rounded())) % sure
        """
      case .none: "the article has not this topic"
      }
    say("#\(topic): \(words)")
  }
}
