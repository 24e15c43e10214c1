import Accounts
import Records

extension Identity {
  /// The owner of work that goes on without a request.
  init(of account: Account) {
    self.init(
      account: account.id, plan: account.plan, token: "", isRegistered: account.isRegistered,
      isLocal: account.id == Accounts.localAccount)
  }
}

extension Studio {
  /// How someone gets more from the service.
  func advice(for identity: Identity, _ words: TurnWords) -> String {
    identity.isRegistered || identity.isLocal
      ? words.topUp(accounts.settings.webURL)
      : words.register(accounts.registrationURL(bind: identity.account))
  }
}
