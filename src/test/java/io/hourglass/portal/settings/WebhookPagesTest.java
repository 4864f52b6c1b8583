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
