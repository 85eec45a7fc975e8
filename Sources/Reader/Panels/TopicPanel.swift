import Articles

/// The topics with their counts, to choose a filter from.
struct TopicPanel: Sendable, Hashable {
  /// As the store counted them under the present filter; `nil` until it answered.
  private(set) var topics: [TopicCount]?
  private(set) var choices: [TopicChoice]
  /// Letters that narrow the list.
  private(set) var typed = ""
  private(set) var selection = 0

  /// Topics asked for.
  static let limit = 500

  init(choices: [TopicChoice]) { self.choices = choices }

  /// Topics that match what was typed; chosen ones stand first.
  var shown: [TopicCount] {
    let all = topics ?? []
    let chosen = choices.map { choice in
      all.first { $0.topic == choice.topic }
        ?? TopicCount(topic: choice.topic, articles: 0, unread: 0)
    }
    let names = Set(choices.map(\.topic))
    let rest = all.filter { !names.contains($0.topic) }
    let wanted = typed.folded
    return (chosen + rest).filter { wanted.isEmpty || $0.topic.contains(wanted) }
  }

  var selected: TopicCount? {
    let shown = shown
    return shown.indices.contains(selection) ? shown[selection] : nil
  }

  /// Whether a topic is asked for, kept out, or left open.
  func choice(of topic: String) -> Bool? { choices.first { $0.topic == topic }?.isWanted }

  mutating func show(_ topics: [TopicCount]) {
    let kept = selected?.topic
    self.topics = topics
    if let kept, let index = shown.firstIndex(where: { $0.topic == kept }) { selection = index }
    select(selection)
  }

  mutating func select(_ index: Int) { selection = min(max(0, index), max(0, shown.count - 1)) }

  mutating func type(_ character: Character) {
    typed.append(character)
    selection = 0
  }

  /// Takes the last letter away; `false` when there was none.
  mutating func deleteBackward() -> Bool { typed.popLast() != nil }

  /// Asks for the selected topic, then keeps it out, then leaves it open.
  mutating func cycle() {
    guard let topic = selected?.topic else { return }
    switch choice(of: topic) {
    case nil: choices.append(TopicChoice(topic))
    case true?:
      if let index = choices.firstIndex(where: { $0.topic == topic }) {
        choices[index].isWanted = false
      }
    case false?: choices.removeAll { $0.topic == topic }
    }
    if let index = shown.firstIndex(where: { $0.topic == topic }) { selection = index }
  }

  /// Asks for the selected topic or keeps it out.
  mutating func choose(isWanted: Bool) {
    guard let topic = selected?.topic else { return }
    choices.removeAll { $0.topic == topic }
    choices.append(TopicChoice(topic, isWanted: isWanted))
    if let index = shown.firstIndex(where: { $0.topic == topic }) { selection = index }
  }
}
