package io.hourglass.mailbox.idle;

import io.hourglass.OwnTables;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A mailbox is waited for: on H2")
class IdleOnH2Test extends IdleContract {

    IdleOnH2Test() {
        super(OwnTables.onH2());
    }
}
