package io.hourglass.mailbox.secrets;

import io.hourglass.OwnTables;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The key of mailboxes' secrets is changed: on H2")
class RotationOnH2Test extends RotationContract {

    RotationOnH2Test() {
        super(OwnTables.onH2());
    }
}
