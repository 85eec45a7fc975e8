import Testing

@testable import Fetching

@Suite struct FetchQueueTests {
  private func queue(
    _ items: [(Int, String)], limit: Int = 32, perHost: Int = 2
  ) -> FetchQueue<Int> {
    var queue = FetchQueue<Int>(limit: limit, limitPerHost: perHost)
    for (item, host) in items { queue.add(item, host: host) }
    queue.close()
    return queue
  }

  private func begin(_ queue: inout FetchQueue<Int>) -> [Int] {
    var begun: [Int] = []
    while let (item, _) = queue.next() { begun.append(item) }
    return begun
  }

  @Test func `two of a host run, in the order in which they were added`() {
    var queue = queue([(1, "a"), (2, "a"), (3, "a"), (4, "a")])
    #expect(begin(&queue) == [1, 2])
    queue.ended(host: "a")
    #expect(begin(&queue) == [3])
    queue.ended(host: "a")
    queue.ended(host: "a")
    #expect(begin(&queue) == [4])
  }

  @Test func `hosts come in turn`() {
    var queue = queue([(1, "a"), (2, "a"), (3, "a"), (10, "b"), (20, "c"), (21, "c")])
    #expect(begin(&queue) == [1, 10, 20, 2, 21])
  }

  @Test func `a host whose places are taken for ever keeps no other waiting`() {
    var queue = queue([(1, "slow"), (2, "slow"), (3, "slow")] + (10..<40).map { ($0, "b\($0)") })
    var begun = begin(&queue)
    #expect(begun.count == 32 && begun.contains(1) && begun.contains(2))
    for item in begun where item >= 10 { queue.ended(host: "b\(item)") }
    begun += begin(&queue)
    #expect(Set(begun) == Set([1, 2] + (10..<40)))
    #expect(queue.runningCount == 2)
  }

  @Test(arguments: 1...4, 1...4)
  func `never more run than are allowed, and all get their turn`(limit: Int, perHost: Int) {
    let hosts = ["a", "a", "a", "a", "b", "b", "c"]
    var queue = queue(Array(hosts.enumerated().map { ($0, $1) }), limit: limit, perHost: perHost)
    var running: [(item: Int, host: String)] = []
    var ended: [Int] = []
    while true {
      while let next = queue.next() { running.append(next) }
      #expect(running.count <= limit && running.count == queue.runningCount)
      for host in ["a", "b", "c"] {
        #expect(running.count { $0.host == host } <= perHost)
      }
      guard let first = running.first else { break }
      running.removeFirst()
      queue.ended(host: first.host)
      ended.append(first.item)
    }
    #expect(ended.sorted() == Array(hosts.indices))
  }

  @Test func `what waits for a host can be taken out`() {
    var queue = queue([(1, "a"), (2, "a"), (3, "a"), (4, "b"), (5, "a")], limit: 1)
    #expect(queue.next()?.item == 1)
    #expect(Set(queue.dropAll(of: "a")) == [2, 3, 5])
    #expect(queue.dropAll(of: "nobody") == [])
    queue.ended(host: "a")
    #expect(begin(&queue) == [4])
  }
}
