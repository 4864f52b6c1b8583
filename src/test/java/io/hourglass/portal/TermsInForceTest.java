package io.hourglass.portal;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.rate.numbers.TermsInForce;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("What pages say of the rules")
class TermsInForceTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    @Autowired
    private TermsInForce terms;

    @Autowired
    private ChangePolicies policies;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private MockMvc mvc;

    private void replyWithin(String span) throws Exception {
        JsonNode changes = json.readTree("{\"replyWithin\": \"%s\"}".formatted(span));
        policies.activate(new ChangePolicies.Draft("reply", DAY, policies.copy("reply", 1, changes)), "As agreed.");
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({"PT24H, one day, 一天", "PT48H, two days, 两天", "PT36H, 1 d 12 h, 1 天 12 小时", "PT1H, 1 h 0 min, 1 小时 0 分钟"
    })
    @DisplayName("is the policy in force, from the start of its day on and not before")
    void inForce(String span, String english, String chinese) throws Exception {
        replyWithin(span);
        var start = DAY.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
        clock.set(start.minusMillis(1));
        assertThat(terms.replyWithin(Locale.ENGLISH)).isEqualTo("three days");
        clock.set(start);
        assertThat(terms.replyWithin(Locale.ENGLISH)).isEqualTo(english);
        assertThat(terms.replyWithin(Locale.CHINESE)).isEqualTo(chinese);
    }

    @Test
    @DisplayName("changes with the policy on a new inquiry, and on the badge")
    void onPages() throws Exception {
        marketplace.supplier("s", "pumps");
        replyWithin("PT48H");
        clock.set(DAY.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
        assertThat(page("/buyers/b/new-inquiry?supplier=s&lang=en")).contains("The supplier has two days to answer.");
        assertThat(page("/buyers/b/new-inquiry?supplier=s&lang=zh")).contains("供应商有两天时间回复");
        assertThat(page("/buyers/b/new-inquiry?lang=en")).contains("of thirty days", "within two days");
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(as(As.buyer("b"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
