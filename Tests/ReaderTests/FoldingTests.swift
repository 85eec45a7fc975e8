import Articles
import FoundationEssentials
import Testing

@testable import Reader

@Suite struct FoldingTests {
  /// Rows newest first; a letter names the story, `-` has none.
  private func rows(_ stories: String) -> [Headline] {
    stories.enumerated().map { number, letter in
      let moment = Date(timeIntervalSince1970: 1_800_000_000 - Double(number) * 3_600)
      let story = letter == "-" ? nil : StoryID(rawValue: Int64(letter.asciiValue ?? 0))
      return Headline(
        id: ArticleID(rawValue: Int64(1_000 - number)), title: "Report \(number)", source: "Post",
        published: moment, fetched: moment, story: story)
    }
  }

  private func list(_ stories: String) -> HeadlineList {
    var list = HeadlineList()
    list.replace(
      with: HeadlinePage(rows: rows(stories), hasBefore: false, hasAfter: false), at: .start)
    return list
  }

  private func shown(_ list: HeadlineList) -> [Int] {
    list.rows.indices.filter { !list.folds.isHidden($0) }
  }

  @Test func `a story is one row`() {
    var list = list("a-bab")
    #expect(shown(list) == [0, 1, 2, 3, 4])
    #expect(list.folds.count(under: list.rows[0])?.reports == 2)
    list.close(stories: true)
    #expect(shown(list) == [0, 1, 2])
    #expect(list.folds.count(under: list.rows[2])?.isOpen == false)
    #expect(list.folds.count(under: list.rows[1]) == nil)
    list.close(stories: false)
    #expect(shown(list) == [0, 1, 2, 3, 4])
  }

  @Test func `the cursor passes over hidden rows`() {
    var list = list("aaa-b")
    list.close(stories: true)
    list.move(by: 1)
    #expect(list.selection == 3)
    list.move(by: -1)
    #expect(list.selection == 0)
    list.move(by: .min)
    #expect(list.selection == 0)
    list.move(by: .max)
    #expect(list.selection == 4)
    list.select(2)
    #expect(list.selection == 0)
  }

  @Test func `one story opens and closes`() {
    var list = list("ab-ab")
    list.close(stories: true)
    let isOpened = list.toggleStory()
    #expect(isOpened)
    #expect(shown(list) == [0, 1, 2, 3])
    list.select(3)
    let isFolded = list.toggleStory()
    #expect(isFolded)
    #expect(list.selection == 0)
    #expect(shown(list) == [0, 1, 2])
    list.select(2)
    let hasOthers = list.toggleStory()
    #expect(!hasOthers)
  }

  @Test func `going to a hidden report opens its story`() {
    var list = list("ab-ab")
    list.close(stories: true)
    let isFound = list.select(ArticleID(rawValue: 997))
    #expect(isFound)
    #expect(list.selection == 3)
    #expect(shown(list) == [0, 1, 2, 3])
  }

  /// Rows newest first; a letter names the text, `-` is no copy.
  private func copies(_ texts: String, words: [Int] = []) -> HeadlineList {
    var all = rows(String(repeating: "-", count: texts.count))
    for (number, letter) in texts.enumerated() {
      all[number].original =
        letter == "-" ? nil : ArticleID(rawValue: Int64(letter.asciiValue ?? 0))
      all[number].source = "Paper \(number)"
      all[number].words = words.indices.contains(number) ? words[number] : 100
    }
    var list = HeadlineList()
    list.replace(with: HeadlinePage(rows: all, hasBefore: false, hasAfter: false), at: .start)
    return list
  }

  @Test func `of copies the longest is shown, or that of a preferred source`() {
    var list = copies("a-aab", words: [100, 1, 300, 200, 5])
    #expect(shown(list) == [1, 2, 4])
    #expect(list.folds.copies.count(under: list.rows[2])?.reports == 3)
    var folding = CopyFolding()
    folding.preferred = ["Paper 9", "Paper 3", "Paper 0"]
    list.fold(copies: folding)
    #expect(shown(list) == [1, 3, 4])
    folding.apart = ["Paper 3"]
    list.fold(copies: folding)
    #expect(shown(list) == [0, 1, 3, 4])
    folding.isOn = false
    list.fold(copies: folding)
    #expect(shown(list) == [0, 1, 2, 3, 4])
  }

  @Test func `za opens copies, zR all, and going to a hidden one opens its group`() {
    var list = copies("aab-b")
    #expect(shown(list) == [0, 2, 3])
    let isOpened = list.toggleStory()
    #expect(isOpened)
    #expect(shown(list) == [0, 1, 2, 3])
    list.select(1)
    let isFolded = list.toggleStory()
    #expect(isFolded)
    #expect(list.selection == 0)
    let isFound = list.select(ArticleID(rawValue: 996))
    #expect(isFound)
    #expect(shown(list) == [0, 2, 3, 4])
    list.close(copies: false)
    #expect(shown(list) == [0, 1, 2, 3, 4])
    list.close(copies: true)
    #expect(shown(list) == [0, 2, 3])
    #expect(list.selection == 2)
  }

  @Test func `rows that stand under others are no reason to fetch no more`() {
    var list = copies(String(repeating: "a", count: 99) + "b")
    #expect(shown(list) == [0, 99])
    #expect(list.shown(step: 1) == 1)
    #expect(list.shown(step: -1) == 0)
    list.move(by: 1)
    #expect(list.selection == 99)
    #expect(list.shown(step: 1) == 0)
    #expect(list.shown(step: -1) == 1)
    list.close(copies: false)
    #expect(list.shown(step: -1) == HeadlineList.margin)
  }

  @Test func `a story has as many reports as there are texts`() {
    var all = rows("aaa-a")
    for number in [1, 2] { all[number].original = ArticleID(rawValue: 7) }
    var list = HeadlineList()
    list.replace(with: HeadlinePage(rows: all, hasBefore: false, hasAfter: false), at: .start)
    #expect(shown(list) == [0, 1, 3, 4])
    #expect(list.folds.count(under: list.rows[0])?.reports == 3)
    list.close(copies: false)
    #expect(list.folds.count(under: list.rows[0])?.reports == 3)
    list.close(copies: true)
    list.close(stories: true)
    #expect(shown(list) == [0, 3])
    let isFound = list.select(ArticleID(rawValue: 998))
    #expect(isFound)
    #expect(shown(list) == [0, 1, 2, 3, 4])
  }

  @Test func `newer reports move nothing under the cursor`() {
    var list = list("ab-ab")
    list.close(stories: true)
    let newer = Headline(
      id: ArticleID(rawValue: 2_000), title: "Newer", source: "Post",
      published: Date(timeIntervalSince1970: 1_800_003_600),
      fetched: Date(timeIntervalSince1970: 1_800_003_600), story: StoryID(rawValue: 97))
    list.prepend(HeadlinePage(rows: [newer], hasBefore: false, hasAfter: false))
    #expect(list.selected?.id == ArticleID(rawValue: 1_000))
    #expect(shown(list) == [1, 2, 3])
    #expect(list.folds.count(under: list.rows[1])?.reports == 3)
  }
}
