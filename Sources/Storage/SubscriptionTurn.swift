import Articles

/// How a subscription was before a step and is after it.
struct SubscriptionTurn: Equatable, Sendable {
  /// Its row, and when it was added: it comes back to its place in the list.
  var number: Int64
  var added: Int64
  /// What it is called in the log of changes.
  var name: String
  /// `nil` when there was none.
  var before: Subscription?
  /// `nil` when there is none.
  var after: Subscription?

  /// How it is once the step was taken back, or done again.
  func outcome(isUndo: Bool) -> Subscription? { isUndo ? before : after }

  init(
    number: Int64, added: Int64, name: String? = nil, before: Subscription?, after: Subscription?
  ) {
    (self.number, self.added) = (number, added)
    (self.before, self.after) = (before, after)
    let known = after ?? before
    self.name = known?.title ?? name ?? known?.url ?? ""
  }

  /// Reads what `write` wrote.
  init(_ reader: inout ByteReader) throws(MalformedRecord) {
    number = try reader.key()
    added = try reader.key()
    name = try reader.text()
    before = try Self.subscription(&reader)
    after = try Self.subscription(&reader)
  }

  func write(to writer: inout ByteWriter) {
    writer.write(key: number)
    writer.write(key: added)
    writer.write(name)
    for subscription in [before, after] {
      writer.write(subscription?.url)
      guard let subscription else { continue }
      writer.write(subscription.title)
      writer.write(subscription.site)
      writer.write(subscription.tags)
      writer.write(subscription.folder)
      writer.write(byte: subscription.isHidden ? 1 : 0)
      let (kind, command, target) = SubscriptionRow.parts(of: subscription.origin)
      writer.write(byte: UInt8(kind))
      writer.write(command)
      writer.write(target)
      writer.write(
        subscription.attributes.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }
  }

  private static func subscription(
    _ reader: inout ByteReader
  ) throws(MalformedRecord) -> Subscription? {
    guard let url = try reader.optionalText() else { return nil }
    var subscription = Subscription(url: url)
    subscription.title = try reader.optionalText()
    subscription.site = try reader.optionalText()
    subscription.tags = try reader.texts()
    subscription.folder = try reader.texts()
    subscription.isHidden = try reader.byte() == 1
    let kind = Int(try reader.byte())
    let command = try reader.optionalText()
    subscription.origin = SubscriptionRow.origin(
      kind, command: command, target: try reader.optionalText())
    let attributes = try reader.texts()
    for place in stride(from: 0, to: attributes.count - 1, by: 2) {
      subscription.attributes[attributes[place]] = attributes[place + 1]
    }
    return subscription
  }
}

extension [SubscriptionTurn] {
  /// What the log of changes says of them.
  var changes: FeedChanges {
    var changes = FeedChanges()
    for turn in self {
      guard let url = (turn.after ?? turn.before)?.url else { continue }
      let item = FeedChanges.Item(url: url, name: turn.name)
      if turn.before == nil {
        changes.added.append(item)
      } else if turn.after == nil {
        changes.removed.append(item)
      } else {
        changes.edited.append(item)
      }
    }
    return changes
  }
}
