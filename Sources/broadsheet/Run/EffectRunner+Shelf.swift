import Articles
import FoundationEssentials
import Reader
import Storage

/// What the reader asks for about bookmarks and quotes, mutings and readings.
extension EffectRunner {
  func runOnShelf(_ effect: Effect) {
    switch effect {
    case .loadBookmark(let id, let request):
      load(request) { store in
        .bookmarkLoaded(
          try await store.bookmark(of: id), folders: try await store.bookmarkFolders(), request)
      }
    case .loadQuotes(let id, let request):
      // A quote that was just kept, or let go, must be seen.
      let change = lastChange
      load(request) { store in
        await change?.value
        let quotes =
          if let id {
            try await store.quotes(of: id)
          } else {
            try await store.quotes(limit: 2_000)
          }
        return .quotesLoaded(quotes, of: id, request)
      }
    case .loadPlace(let id, let request):
      load(request) { store in
        .placeLoaded(
          try await store.readingPlace(of: id).flatMap(ArticleAnchor.init(text:)), request)
      }
    case .savePlace(let id, let anchor): keep(anchor, of: id)
    case .loadMutings(let request):
      let change = lastChange
      load(request) { store in
        await change?.value
        return .mutingsLoaded(try await store.mutings(), request)
      }
    case .loadReadings(let limit, let request):
      let change = lastChange
      load(request) { store in
        await change?.value
        return .readingsLoaded(try await store.readings(limit: limit), request)
      }
    case .noteReading(let id, let seconds): note(seconds, readOf: id)
    case .handOn(let id): handover.hand(id, from: store)
    default: break
    }
  }

  /// Notes that an article was read, unless the user wants nothing of that kept.
  private func note(_ seconds: Int, readOf id: ArticleID) {
    let (store, places, mailbox) = (store, places, mailbox)
    afterChanges {
      do {
        guard try ConfigFile.read(places).countsReading else { return }
        try await store.noteReading(of: id, seconds: seconds, now: Date())
      } catch {
        mailbox.post(.failed(Sentence.of(error), nil))
      }
    }
  }

  private func keep(_ anchor: ArticleAnchor, of id: ArticleID) {
    let (store, mailbox) = (store, mailbox)
    afterChanges {
      do {
        try await store.setReadingPlace(anchor.text, of: id)
      } catch {
        mailbox.post(.failed(Sentence.of(error), nil))
      }
    }
  }
}

extension ArticleAnchor {
  /// As it is kept in the library: two numbers.
  var text: String { "\(passage) \(offset)" }

  /// Reads what `text` wrote.
  init?(text: String) {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    self.init(passage: numbers[0], offset: numbers[1])
  }
}
