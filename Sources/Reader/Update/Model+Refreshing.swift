import Articles

/// Refreshing: how it begins, what is seen of it, how it ends.
extension Model {
  /// Fetches feeds, unless a refresh is running.
  mutating func refresh(_ selection: RefreshSelection) -> [Effect] {
    if let refreshing {
      let place = refreshing.total > 0 ? ": \(refreshing.done)/\(refreshing.total)" : ""
      say("Already refreshing\(place) · \(key: .stopRefresh) stops it")
      return []
    }
    isRefreshQuiet = false
    refreshing = RefreshProgress()
    return [.refresh(selection, request(.refresh))]
  }

  /// `R`: fetches what is due, or everything when a number was typed; what other programs stored
  /// meanwhile is shown at once.
  mutating func refreshByKey() -> [Effect] {
    let isRunning = refreshing != nil
    return refresh(count == nil ? .due : .all) + (isRunning ? [] : reloadInPlace())
  }

  mutating func stopRefresh() -> [Effect] {
    guard refreshing != nil else {
      say("No refresh is running")
      return []
    }
    say("Stopping the refresh …")
    return [.interruptRefresh]
  }

  mutating func takeIn(_ progress: RefreshProgress, _ request: Request) -> [Effect] {
    guard isCurrent(request), let before = refreshing else { return [] }
    refreshing = progress
    return progress.new > before.new && !awaitsArrivals ? reloadRows() : []
  }

  mutating func takeIn(_ outcome: RefreshOutcome, _ request: Request) -> [Effect] {
    guard isCurrent(request) else { return [] }
    refreshing = nil
    if !isRefreshQuiet || outcome.progress.new > 0 { say(outcome.sentence) }
    return endRefresh() + reloadInPlace()
  }

  /// After a refresh, however it ended: the subscriptions have a new health.
  mutating func endRefresh() -> [Effect] {
    refreshing = nil
    return reloadFeeds() + armAutomaticRefresh()
  }

  // MARK: - By itself

  /// From now on what is due is fetched every so many seconds, and once at once.
  mutating func beginAutomaticRefresh(seconds: Int?) -> [Effect] {
    guard let seconds else {
      automaticRefresh = nil
      drop(.automaticRefresh)
      return []
    }
    guard automaticRefresh != max(60, seconds) else { return [] }
    automaticRefresh = max(60, seconds)
    return refreshByItself()
  }

  mutating func refreshByItself() -> [Effect] {
    guard refreshing == nil else { return armAutomaticRefresh() }
    let effects = refresh(.due)
    isRefreshQuiet = true
    return effects
  }

  private mutating func armAutomaticRefresh() -> [Effect] {
    guard let automaticRefresh else { return [] }
    let milliseconds = min(automaticRefresh, 1 << 31) * 1000
    return [.wake(after: milliseconds, request(.automaticRefresh))]
  }
}
