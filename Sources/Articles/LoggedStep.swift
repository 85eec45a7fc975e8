/// A step of the user's as it stands in the log of changes.
public struct LoggedStep: Sendable, Hashable {
  /// Its number in the log, greater for later steps.
  public var number: Int64
  /// What was decided, for how many articles, and whether it stands or was undone.
  public var report: ChangeReport
  /// The headline of its article, where it is about one that the store still has.
  public var title: String?
  /// Whether a rule did it: undo passes it over, and it is turned by its number.
  public var isByRule: Bool

  /// Takes each fact as it is.
  public init(
    number: Int64 = 0, report: ChangeReport, title: String? = nil, isByRule: Bool = false
  ) {
    self.number = number
    self.report = report
    self.title = title
    self.isByRule = isByRule
  }
}
