import Articles
import GRDB
import Synchronization
import Testing

@testable import Storage

@Suite struct WorkerPoolTests {
  @Test func `what a person waits for is not held up by work that takes its time`() async {
    let gate = Mutex(false)
    let patient = (0..<20).map { _ in
      Task.onWorker(priority: .utility) { while !gate.withLock({ $0 }) { await Task.yield() } }
    }
    let answer = await Task.onWorker(priority: .userInitiated) { 42 }.value
    gate.withLock { $0 = true }
    #expect(answer == 42)
    for task in patient { await task.value }
  }

  @Test func `a cancelled rest is over`() async {
    let clock = ContinuousClock()
    let task = Task.onWorker(priority: .utility) {
      await clock.measure { await WorkerPool.rest(for: .seconds(60)) }
    }
    task.cancel()
    #expect(await task.value < .seconds(30))
  }

  @Test func `a rest lasts as long as it should`() async {
    let clock = ContinuousClock()
    #expect(
      await clock.measure { await WorkerPool.rest(for: .milliseconds(20)) } >= .milliseconds(20))
  }

  @Test func `a question that nobody waits for any more ends`() async throws {
    let store = try ArticleStore.inMemory()
    let began = Mutex(false)
    let task = Task.onWorker(priority: .userInitiated) {
      try await store.reading { db in
        began.withLock { $0 = true }
        _ = try Int.fetchOne(
          db,
          sql:
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        )
      }
    }
    while !began.withLock({ $0 }) { await Task.yield() }
    task.cancel()
    await #expect(throws: StoreError.cancelled) { try await task.value }
    #expect(try await store.counts().articles == 0)
  }
}
