package io.hourglass.chat.watch;

import org.junit.jupiter.api.DisplayName;

@DisplayName("An account of a buyer is caught as abnormal, on H2")
class AbnormalAccountsOnH2Test extends AbnormalAccounts {}
