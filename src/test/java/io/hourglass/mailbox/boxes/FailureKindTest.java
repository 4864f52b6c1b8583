package io.hourglass.mailbox.boxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.mailbox.imap.MailboxFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureKindTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("whatever a connection fails of leaves a mailbox in a state that says who has to do something")
    void all(MailboxFailure.Kind kind) {
        var state = FailureKind.of(kind).state();
        assertThat(state).isNotIn(MailboxState.WORKING, MailboxState.WAITING_FOR_FIRST);
    }
}
