package io.hourglass.portal.operations;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.outgoing.OutgoingMails.Ended;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The page of mails")
class MailsPageTest {

    private static final String LIST = "/operations/mails";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private OutgoingMails mails;

    private void added(State state, int first, int count) {
        var some = IntStream.range(first, first + count)
                .mapToObj(MailsPageTest::mail)
                .toList();
        mails.add(some);
        if (state != State.WAITING) {
            mails.end(some.stream()
                    .map(mail -> new Ended(mail, state, START, null, state == State.DEAD ? "no" : null))
                    .toList());
        }
    }

    private static OutgoingMail mail(int number) {
        return OutgoingMail.builder()
                .id("m-" + number)
                .event(number)
                .account("sam")
                .kind("inquiry.received")
                .track("INQUIRY")
                .about("i-" + number)
                .happenedAt(START)
                .data(new ObjectMapper().createObjectNode())
                .state(State.WAITING)
                .attempts(0)
                .addedAt(START.plusSeconds(number))
                .dueAt(START)
                .build();
    }

    private String page(String query) throws Exception {
        return mvc.perform(get(LIST + query).with(as(As.operations())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static int rows(String page) {
        return page.split("<th scope=\"row\"", -1).length - 1;
    }

    @Test
    @DisplayName("shows a state a page at a time, with how many there are, and stays with the state")
    void paged() throws Exception {
        added(State.DEAD, 0, 50);
        added(State.WAITING, 50, 1);
        assertThat(page("?state=DEAD")).doesNotContain("class=\"pager\"");
        added(State.DEAD, 51, 1);
        var first = page("?state=DEAD");
        assertThat(rows(first)).isEqualTo(50);
        assertThat(first).contains("1 to 50 of 51", "href=\"?state=DEAD&amp;page=1\"");
        var second = page("?state=DEAD&page=1");
        assertThat(rows(second)).isEqualTo(1);
        assertThat(second)
                .contains("51 to 51 of 51", "href=\"?state=DEAD&amp;page=0\"")
                .doesNotContain("page=2");
    }

    @Test
    @DisplayName("does not count what was sent, which is all of 400 days, and leads back from behind the last page")
    void uncounted() throws Exception {
        added(State.SENT, 0, 51);
        for (var query : List.of("?state=SENT&", "?")) {
            assertThat(page(query)).contains("1 to 50<", query.replace("&", "&amp;") + "page=1\"");
            assertThat(page(query + "page=1")).contains("51 to 51<").doesNotContain("page=2");
            assertThat(page(query + "page=2")).contains("page=1\"").doesNotContain("page=3", "101 to 100");
        }
    }
}
