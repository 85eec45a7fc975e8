import Synchronization

/// How long one page may look through texts.
///
/// A class, because the function that looks through a text is called from within a statement, which
/// can hand nothing back but its answer.
final class ScanBudget: Sendable {
  /// That of the statement which is running.
  @TaskLocal static var current: ScanBudget?

  private struct State {
    var texts: Int
    var stop: Int64?
  }

  private let state: Mutex<State>
  private let deadline: ContinuousClock.Instant?

  /// Ends after so much time, or so many texts.
  init(_ time: Duration?, texts: Int = .max) {
    deadline = time.map { ContinuousClock.now + $0 }
    state = Mutex(State(texts: texts))
  }

  /// The first article whose text was not looked through; `nil` while all were.
  var stop: Int64? { state.withLock(\.stop) }

  /// Whether the text of an article may still be looked through.
  func allows(_ article: Int64) -> Bool {
    state.withLock { state in
      guard state.stop == nil else { return false }
      state.texts -= 1
      guard state.texts < 0 || deadline.map({ $0 < .now }) ?? false else { return true }
      state.stop = article
      return false
    }
  }
}
