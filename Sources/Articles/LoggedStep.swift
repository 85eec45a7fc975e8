/// A step of the user's as it stands in the log of changes.
public struct LoggedStep: Sendable, Hashable {
  /// What was decided, for how many articles, and whether it stands or was undone.
  public var report: ChangeReport
  /// The headline of its article, where it is about one that the store still has.
  public var title: String?
  /// Whether a rule did it, so that undo passes it over.
  public var isByRule: Bool

  /// Takes each fact as it is.
  public init(report: ChangeReport, title: String? = nil, isByRule: Bool = false) {
    self.report = report
    self.title = title
    self.isByRule = isByRule
  }
}
