/// Which feeds a refresh is for.
public enum RefreshSelection: Sendable, Hashable {
  /// Those whose time has come.
  case due
  case all
  /// The subscriptions of these addresses.
  case feeds([String])
}

/// How far a refresh is.
public struct RefreshProgress: Sendable, Hashable {
  /// Feeds that were asked for.
  public var done: Int
  /// Feeds that are to be asked for; 0 while that is not known.
  public var total: Int
  /// Articles that the store did not have.
  public var new: Int
  /// Feeds that could not be read.
  public var failed: Int

  /// Nothing done, unless said otherwise.
  public init(done: Int = 0, total: Int = 0, new: Int = 0, failed: Int = 0) {
    self.done = done
    self.total = total
    self.new = new
    self.failed = failed
  }
}

/// What a refresh came to.
public struct RefreshOutcome: Sendable, Hashable {
  /// How far it came.
  public var progress: RefreshProgress
  /// Feeds that there are, whether they were due or not.
  public var feeds: Int
  /// What was wrong with the first feed that could not be read, in words.
  public var problem: String?
  /// Whether it was ended early.
  public var isInterrupted: Bool

  /// Takes each fact as it is.
  public init(
    progress: RefreshProgress, feeds: Int, problem: String? = nil, isInterrupted: Bool = false
  ) {
    self.progress = progress
    self.feeds = feeds
    self.problem = problem
    self.isInterrupted = isInterrupted
  }
}

extension RefreshProgress {
  /// "34 new · 1 failed".
  var facts: [Phrase] {
    ["\(grouped: new) new"] + (failed > 0 ? ["\(grouped: failed) failed"] : [])
  }
}

extension RefreshOutcome {
  /// What the status line says at the end.
  var sentence: Phrase {
    let count = progress.done
    if isInterrupted {
      let facts: [Phrase] = ["\(count)/\(progress.total) feeds"] + progress.facts
      return "Interrupted: \(.list(facts))"
    }
    if progress.total == 0 {
      return feeds == 0
        ? "The list is up to date" : "No feed is due yet · 3\(key: .refresh) fetches all"
    }
    if progress.total == 1, let problem { return Phrase(verbatim: problem) }
    let asked: Phrase = count == 1 ? "1 feed" : "\(grouped: count) feeds"
    let facts = Phrase.list([asked] + progress.facts)
    return progress.failed > 0 ? "\(facts) (\(key: .sources) shows why)" : facts
  }
}
