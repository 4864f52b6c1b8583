package io.hourglass.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A folder that was read before")
class FolderStatusTest {

    @Test
    @DisplayName("is gone on with as long as its numbers are of the same validity, and none is taken back")
    void continues() {
        var status = new FolderStatus(7, 41L, 3, null);
        assertThat(status.continues(7, 40)).isTrue();
        assertThat(status.continues(7, 41)).isFalse();
        assertThat(status.continues(8, 40)).isFalse();
        assertThat(new FolderStatus(7, null, 3, null).continues(7, 1_000)).isTrue();
    }
}
