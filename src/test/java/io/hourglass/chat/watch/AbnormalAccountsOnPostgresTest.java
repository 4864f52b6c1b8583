package io.hourglass.chat.watch;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("An account of a buyer is caught as abnormal, on PostgreSQL")
@OnPostgres
class AbnormalAccountsOnPostgresTest extends AbnormalAccounts {}
