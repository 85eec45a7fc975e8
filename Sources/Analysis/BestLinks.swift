/// The best few of many scored articles: a heap with the worst of them on top.
struct BestLinks {
  struct Entry {
    var score: Float
    var number: Int

    /// Of equal scores the article that came later is the better one.
    func isWorse(than other: Entry) -> Bool {
      score != other.score ? score < other.score : number < other.number
    }
  }

  private let limit: Int
  private var heap: [Entry] = []

  init(limit: Int) { self.limit = limit }

  /// A score at or below this one does not get in.
  var threshold: Float { heap.count < limit ? 0 : heap.first?.score ?? 0 }

  mutating func add(_ score: Float, _ number: Int) {
    let entry = Entry(score: score, number: number)
    if heap.count < limit {
      heap.append(entry)
      rise()
    } else if let worst = heap.first, worst.isWorse(than: entry) {
      heap[0] = entry
      sink()
    }
  }

  /// The best first.
  func sorted() -> [Entry] { heap.sorted { $1.isWorse(than: $0) } }

  private mutating func rise() {
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].isWorse(than: heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].isWorse(than: heap[worst]) {
        worst = child
      }
      guard worst != parent else { return }
      heap.swapAt(worst, parent)
      parent = worst
    }
  }
}
