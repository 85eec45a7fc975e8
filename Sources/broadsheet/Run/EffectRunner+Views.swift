import Articles
import FoundationEssentials
import Reader
import Storage

/// What the reader asks for about views.
extension EffectRunner {
  func runOnViews(_ effect: Effect) {
    switch effect {
    case .loadViews: changeViews { _ in }
    case .saveView(let view): changeViews { try await $0.saveView(view) }
    case .removeView(let name): changeViews { _ = try await $0.removeView(name) }
    case .countViews(let queries, let limit, let request):
      load(request) { store in
        .viewsCounted(
          try await store.counts(matching: queries, now: Date(), limit: limit), request)
      }
    default: break
    }
  }

  /// Changes the views behind what was asked for before, and tells what they are then.
  private func changeViews(_ work: @escaping @Sendable (ArticleStore) async throws -> Void) {
    let (own, mailbox) = (own, mailbox)
    afterChanges {
      do {
        try await work(own)
        mailbox.post(.viewsLoaded(try await own.views()))
      } catch {
        mailbox.post(.failed(Sentence.of(error), nil))
      }
    }
  }
}
