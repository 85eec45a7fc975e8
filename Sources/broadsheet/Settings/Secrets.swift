import Fetching
import Synchronization

/// Passwords that programs tell, each asked once as long as this program runs.
enum Secrets {
  private static let known = Mutex<[[String]: String]>([:])
  /// Seconds: somebody may have to unlock the store of passwords first.
  private static let patience = 60

  /// Puts the passwords of commands into the settings of fetching.
  /// - Throws: `Complaint` naming the program, when it cannot be run or ends with an error.
  static func resolve(_ settings: FetchSettings) throws(Complaint) -> FetchSettings {
    var settings = settings
    try resolve(&settings.all)
    for key in Array(settings.byFeed.keys) {
      var feed = settings.byFeed[key] ?? FeedSettings()
      try resolve(&feed)
      settings.byFeed[key] = feed
    }
    for key in Array(settings.byTag.keys) {
      var feed = settings.byTag[key] ?? FeedSettings()
      try resolve(&feed)
      settings.byTag[key] = feed
    }
    return settings
  }

  private static func resolve(_ feed: inout FeedSettings) throws(Complaint) {
    guard !feed.passwordCommand.isEmpty, feed.credentials != nil else { return }
    feed.credentials?.password = try password(feed.passwordCommand)
  }

  private static func password(_ command: [String]) throws(Complaint) -> String {
    if let password = known.withLock({ $0[command] }) { return password }
    let run: ProgramRun
    do throws(ProgramRun.Failure) {
      run = try ProgramRun.run(command, .init(seconds: patience))
    } catch {
      throw Complaint(command[0], error.words, advice: "check password_command in config.toml")
    }
    guard run.status == 0 else {
      throw Complaint(
        command[0], "ended with \(run.status) instead of a password",
        advice: "run it by hand to see why")
    }
    known.withLock { $0[command] = run.firstLine }
    return run.firstLine
  }
}
