import FoundationEssentials
public import Screen

extension Model {
  /// What the screen shows for this model, made from what it showed before: parts of which nothing
  /// changed are taken over.
  ///
  /// The same picture as `frame`, sooner. Ages are counted in whole minutes, so a part may show one
  /// that the last minute made longer until it changes or the minute does.
  /// - Parameters:
  ///   - old: An earlier model.
  ///   - shown: The frame of that model.
  /// - Returns: The frame of this one.
  public func frame(after old: Model, shown: Frame) -> Frame {
    let layout = layout
    guard layout.form != .tiny, !isPlain, !hasPanel, !old.hasPanel, layout == old.layout,
      shown.size == frameSize, shown.extraCount < Self.extraLimit,
      shown.colors.count < Self.colorLimit,
      articlePane.typography.ordersText == shown.ordersText
    else { return frame }
    var frame = shown
    frame.cursor = nil
    func renew(_ area: Rect?, unless isSame: Bool, _ draw: (Rect, inout Frame) -> Void) {
      guard let area, !isSame else { return }
      frame.fill(area, Look(.text))
      draw(area, &frame)
    }
    renew(layout.list, unless: showsSameList(as: old)) { drawList(in: $0, on: &$1) }
    renew(layout.article, unless: showsSameArticle(as: old)) { drawArticle(in: $0, on: &$1) }
    renew(layout.related, unless: showsSameRelated(as: old)) { drawRelated(in: $0, on: &$1) }
    renew(layout.topBar, unless: showsSameTopBar(as: old)) { drawTopBar(in: $0, on: &$1) }
    renew(layout.notice, unless: false) { drawNotice(in: $0, on: &$1) }
    renew(layout.statusBar, unless: false) { drawStatusBar(in: $0, on: &$1) }
    return frame
  }

  /// Characters and links beside the cells that a frame may gather before it is made anew.
  private static let extraLimit = 256
  /// Changes of colour in pictures that a frame may gather.
  private static let colorLimit = 16_384

  private var frameSize: Size {
    Size(columns: max(0, size.columns), rows: max(0, size.rows))
  }

  /// Whether something is drawn over the panes.
  private var hasPanel: Bool {
    if sources != nil || showsContinuations { return true }
    return switch mode {
    case .reading, .prompt, .hints, .selecting: false
    default: true
    }
  }

  private var minute: Int { Int((now.timeIntervalSince1970 / 60).rounded(.down)) }

  /// Whether both say everything in the same words, by the same clock.
  private func speaks(as old: Model) -> Bool {
    minute == old.minute && surroundings.zone == old.surroundings.zone
      && surroundings.catalogue == old.surroundings.catalogue
      && surroundings.keymap == old.surroundings.keymap
  }

  private func showsSameList(as old: Model) -> Bool {
    // All that the view is made of counts, so that what is added to it later counts, too.
    var earlier = old.headlineView
    earlier.now = now
    return headlineView == earlier && arrivals == old.arrivals && scope == old.scope
      && (focus == .headlines) == (old.focus == .headlines) && speaks(as: old)
  }

  private func showsSameArticle(as old: Model) -> Bool {
    articlePane.article != nil && articlePane == old.articlePane
  }

  private func showsSameRelated(as old: Model) -> Bool {
    sidebar == old.sidebar && (focus == .related) == (old.focus == .related) && speaks(as: old)
  }

  private func showsSameTopBar(as old: Model) -> Bool {
    scope == old.scope && counts == old.counts && speaks(as: old)
  }
}
