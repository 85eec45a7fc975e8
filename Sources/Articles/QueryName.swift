/// What the names in a query are of, where the store knows them.
public enum QueryName: Sendable, Hashable, CaseIterable {
  case topic, source, author, folder
}
