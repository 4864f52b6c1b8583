package io.hourglass.mailbox.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.ids.SupplierId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Mailboxes in which something new was found")
class RecentNewsTest {

    private static final SupplierId FIRST = new SupplierId("first");
    private static final SupplierId SECOND = new SupplierId("second");

    private final RecentNews news = new RecentNews();

    @Test
    @DisplayName("are known by the last time that it was")
    void latestFirst() {
        news.found(FIRST);
        news.found(SECOND);
        assertThat(news.latestFirst()).containsExactly(SECOND, FIRST);
        news.found(FIRST);
        assertThat(news.latestFirst()).containsExactly(FIRST, SECOND);
    }

    @Test
    @DisplayName("are two hundred at most; the one of longest ago is forgotten")
    void bounded() {
        news.found(FIRST);
        IntStream.range(0, 199).forEach(number -> news.found(new SupplierId("s" + number)));
        assertThat(news.latestFirst()).hasSize(200).contains(FIRST);
        news.found(SECOND);
        assertThat(news.latestFirst()).hasSize(200).startsWith(SECOND).doesNotContain(FIRST);
    }
}
