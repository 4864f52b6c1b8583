package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
class StartPageTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    private String page(String path, String language) throws Exception {
        var answer = mvc.perform(get(path).header("Accept-Language", language)).andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("an empty database says what to do next")
    void empty() throws Exception {
        assertThat(page("/", "en")).contains("No data yet").contains("curl -i");
    }

    @Test
    @DisplayName("the page counts what is here, and shows each supplier's numbers")
    void withData() throws Exception {
        marketplace.reply(marketplace.inquiry("q1"));
        marketplace.passTo(Instant.parse("2026-03-06T16:00:00Z"));
        assertThat(page("/", "en"))
                .contains("supplier-1")
                .contains("100.0 %")
                .contains("1 / 1")
                .contains("2026-02-01</span> to")
                .contains("2026-03-08 00:00 +08:00")
                .contains("/api/inquiries/q1")
                .doesNotContain("??");
    }

    @Test
    @DisplayName("the process is a picture in English, and drawn from the model with its Chinese names in Chinese")
    void process() throws Exception {
        assertThat(page("/", "en")).contains("src=\"/inquiry.svg\"").doesNotContain("data-model");
        assertThat(page("/", "zh"))
                .contains("data-model=\"/api/process-models/inquiry?lang=zh\"")
                .doesNotContain("/inquiry.svg");
    }

    @Test
    @DisplayName("who has no number shows no data, not 0 % or 100 %")
    void noData() throws Exception {
        marketplace.inquiry("q1");
        assertThat(page("/", "en")).contains("no data").contains("1 waiting").contains("0.0 % – 100.0 %");
    }

    @Test
    @DisplayName("the page is Chinese if the browser or ?lang= says so, and ?lang= wins")
    void languages() throws Exception {
        marketplace.inquiry("q1");
        assertThat(page("/", "zh-CN"))
                .contains("lang=\"zh\"")
                .contains("供应商及其数据")
                .doesNotContain("??");
        assertThat(page("/?lang=zh", "en")).contains("供应商及其数据");
        assertThat(page("/?lang=en", "zh")).contains("Suppliers and their numbers");
        assertThat(page("/", "fr")).contains("Suppliers and their numbers");
    }

    @Test
    @DisplayName("no script and no style stands in the page")
    void nothingInline() throws Exception {
        marketplace.inquiry("q1");
        assertThat(page("/", "en"))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain("style=")
                .doesNotContain("<style");
    }

    @Test
    @DisplayName("every name of a supplier is shown as it is written")
    void escaped() throws Exception {
        marketplace.inquiry(
                "q1", Marketplace.BUYER, new io.hourglass.kernel.SupplierId("<b>&"), marketplace.now(), null);
        assertThat(page("/", "en")).contains("&lt;b&gt;&amp;").doesNotContain("<b>&");
    }
}
