import Articles
import Screen

/// Places that were marked with a letter.
extension Model {
  /// The mark to which a jump goes back.
  private static let origin: Character = "'"

  /// `m` and a letter: marks the open article at this place, or the row under the cursor.
  mutating func setMark(_ letter: Character) -> [Effect] {
    guard letter.isLetter else {
      complain("mark \(letter): is no letter; marks are letters")
      return []
    }
    guard let place = presentPlace else {
      complain("list: no article is selected")
      return []
    }
    marks[letter] = place
    say("Mark \(letter): \(place.title)")
    return [.saveSession(session)]
  }

  /// `'` and a letter: goes to what was marked; `''` to where the last jump began.
  mutating func goToMark(_ letter: Character) -> [Effect] {
    guard let mark = marks[letter] else {
      complain("mark \(letter): is not set; \(key: .setMark)\(letter) sets it")
      return []
    }
    let left = keepPlace()
    rememberPosition()
    if focus == .article,
      let place = articlePane.article.map({
        ReadingPlace(article: $0.id, anchor: articlePane.anchor)
      })
    {
      history.leave(place)
    }
    marks[Self.origin] = presentPlace
    leaveOtherText()
    guard let anchor = mark.anchor else {
      focus = .headlines
      fitPanes()
      if list.select(mark.article) {
        revealCursor()
        return left + keepNear() + preview()
      }
      return left + [loadList(at: .around(mark.article))]
    }
    focus = .article
    list.select(mark.article)
    revealCursor()
    expectation = .reading(anchor)
    return left + load(mark.article)
  }

  /// Where the reader is, as a mark keeps it.
  private var presentPlace: Session.Mark? {
    if focus == .article, let article = otherText?.original ?? articlePane.article {
      return Session.Mark(
        article: article.id, anchor: otherText?.anchor ?? articlePane.anchor,
        title: article.head.title)
    }
    return list.selected.map { Session.Mark(article: $0.id, anchor: nil, title: $0.title) }
  }

  /// Takes the letter for which a command waits.
  mutating func take(letter key: Key, for command: Command) -> [Effect] {
    letterAwaited = nil
    guard case .character(let letter) = key else { return [] }
    return command == .setMark ? setMark(letter) : goToMark(letter)
  }

  /// The marks, for the pop-up while a letter is awaited.
  var markLines: [String] {
    marks.sorted { String($0.key) < String($1.key) }.map { "\($0.key)  \($0.value.title)" }
  }
}
