package io.hourglass.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.messages.setup.SendByHand;
import io.hourglass.messages.setup.SetUpWebhooks;
import io.hourglass.messages.webhooks.Webhooks;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("The settings of webhooks")
class WebhookPagesTest {

    private static final String URL = "https://example.com/hooks";

    @Autowired
    private SettingsBrowser browser;

    @Autowired
    private SetUpWebhooks setUp;

    @Autowired
    private SendByHand send;

    @Autowired
    private Webhooks webhooks;

    private String added() {
        return setUp.add(URL, Set.of("inquiry.received", "day.sealed"))
                .webhook()
                .id();
    }

    @ParameterizedTest(name = "say in {0} all there is, and no key of a message is left")
    @ValueSource(strings = {"en", "zh"})
    void words(String language) throws Exception {
        var id = added();
        send.test(id);
        for (var path : new String[] {"/settings/webhooks", "/settings/webhooks/" + id}) {
            assertThat(browser.page(path + "?lang=" + language, As.operations()))
                    .as(path)
                    .contains("lang=\"" + language + "\"", URL)
                    .doesNotContain("??", "whsec_");
        }
        setUp.disable(id);
        assertThat(browser.page("/settings/webhooks/" + id + "?lang=" + language, As.auditor()))
                .doesNotContain("??", "<form method=\"post\" action=\"/settings/webhooks");
    }

    @Test
    @DisplayName("show each list of messages a page at a time, and say how many wait and how many are dead")
    void paged() throws Exception {
        var id = added();
        for (var message = 0; message < 50; message++) {
            send.test(id);
        }
        var page = "/settings/webhooks/" + id;
        assertThat(rows(browser.page(page, As.operations()))).isEqualTo(50);
        assertThat(browser.page(page, As.operations())).doesNotContain("class=\"pager\"");

        send.test(id);
        var first = browser.page(page + "?delivered=2", As.auditor());
        assertThat(rows(first)).isEqualTo(50);
        assertThat(first).contains("1 to 50 of 51", "href=\"?delivered=2&amp;waiting=1#waiting\"");
        var second = browser.page(page + "?delivered=2&waiting=1", As.auditor());
        assertThat(rows(second)).isEqualTo(1);
        assertThat(second)
                .contains("51 to 51 of 51", "href=\"?delivered=2&amp;waiting=0#waiting\"")
                .contains("href=\"?waiting=1&amp;delivered=1#delivered\"");

        setUp.disable(id);
        assertThat(browser.page(page, As.operations())).contains("1 to 50 of 51", "href=\"?dead=1#dead\"");
        assertThat(rows(browser.page(page + "?dead=1", As.operations()))).isEqualTo(1);
        assertThat(browser.statusOf(page + "?dead=-1", As.operations())).isEqualTo(400);
    }

    private static int rows(String page) {
        return page.split("<th scope=\"row\"", -1).length - 1;
    }

    @Test
    @DisplayName("add a webhook with one form, and show its secret once, in no address")
    void add() throws Exception {
        var done = browser.send(
                "/settings/webhooks", As.operations(), "url", URL, "kinds", "day.sealed", "kinds", "webhook.disabled");
        assertThat(done.getResponse().getRedirectedUrl()).isEqualTo("/settings/webhooks");
        assertThat(String.valueOf(done.getFlashMap().get("secret"))).startsWith("whsec_");
        assertThat(webhooks.all()).singleElement().satisfies(one -> assertThat(one.kinds())
                .hasSize(2));
        assertThat(browser.page("/settings/webhooks", As.operations()))
                .contains(URL)
                .doesNotContain("whsec_");
    }

    @Test
    @DisplayName("keep what was typed where the address or the kinds cannot be taken")
    void broken() throws Exception {
        var inside =
                browser.send("/settings/webhooks", As.operations(), "url", "https://10.0.0.1/", "kinds", "day.sealed");
        assertThat(inside.getResponse().getStatus()).isEqualTo(400);
        assertThat(inside.getResponse().getContentAsString()).contains("https://10.0.0.1/", "aria-invalid=\"true\"");
        var none = browser.send("/settings/webhooks", As.operations(), "url", URL);
        assertThat(none.getResponse().getStatus()).isEqualTo(400);
        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    @DisplayName("change, test, disable, enable and remove it, and send its dead letters again")
    void deeds() throws Exception {
        var id = added();
        var page = "/settings/webhooks/" + id;
        browser.send(page, As.operations(), "url", "https://example.org/", "kinds", "day.sealed");
        assertThat(webhooks.find(id).orElseThrow().url()).hasHost("example.org");
        browser.send(page + "/tests", As.operations());
        browser.send(page + "/suspension", As.operations());
        assertThat(browser.page(page, As.operations())).contains("Test", "the webhook was disabled");
        browser.send(page + "/resumption", As.operations());
        var again = browser.send(page + "/retries", As.operations());
        assertThat(String.valueOf(again.getFlashMap().get("said"))).isEqualTo("One message is sent again.");
        var rotated = browser.send(page + "/rotation", As.operations());
        assertThat(String.valueOf(rotated.getFlashMap().get("secret"))).startsWith("whsec_");
        browser.send(page + "/removal", As.operations());
        assertThat(webhooks.all()).isEmpty();
    }
}
