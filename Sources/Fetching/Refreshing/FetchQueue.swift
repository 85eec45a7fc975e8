/// Which of the waiting feeds may be asked for next: not too many at once, and few of one host, so
/// that one slow host costs the others nothing.
struct FetchQueue<Item> {
  private var waiting: [String: [Item]] = [:]
  /// Hosts with something to do, in turn.
  private var turn: [String] = []
  private var running: [String: Int] = [:]
  private(set) var runningCount = 0
  private let limit: Int
  private let limitPerHost: Int

  init(limit: Int, limitPerHost: Int) {
    self.limit = min(max(limit, 1), 64)
    self.limitPerHost = min(max(limitPerHost, 1), 32)
  }

  mutating func add(_ item: Item, host: String) {
    if waiting[host] == nil { turn.append(host) }
    waiting[host, default: []].append(item)
  }

  /// Puts the waiting items of each host into the order in which they were added.
  ///
  /// Call it once, before the first `next`: items are taken from the end.
  mutating func close() {
    for host in waiting.keys { waiting[host]?.reverse() }
  }

  /// An item that may begin now; `nil` when none may.
  ///
  /// Hosts come in turn; a call looks at each of them at most once.
  mutating func next() -> (item: Item, host: String)? {
    guard runningCount < limit else { return nil }
    for _ in turn.indices {
      let host = turn.removeFirst()
      guard running[host, default: 0] < limitPerHost else {
        turn.append(host)
        continue
      }
      guard let item = waiting[host]?.popLast() else { continue }
      if waiting[host]?.isEmpty == false { turn.append(host) }
      running[host, default: 0] += 1
      runningCount += 1
      return (item, host)
    }
    return nil
  }

  /// Notes that an item of a host has ended.
  mutating func ended(host: String) {
    running[host, default: 1] -= 1
    runningCount -= 1
  }

  /// Takes out everything that waits for a host.
  mutating func dropAll(of host: String) -> [Item] {
    turn.removeAll { $0 == host }
    return waiting.removeValue(forKey: host) ?? []
  }
}
