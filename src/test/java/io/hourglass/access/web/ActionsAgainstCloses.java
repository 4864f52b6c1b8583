package io.hourglass.access.web;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.Rivals;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.audit.Ledger;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.persons.ErasePerson;
import io.hourglass.sla.days.NaturalDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** People who are new to the ledger, all at once, while it seals a day and forgets a person. */
@HourglassTest
abstract class ActionsAgainstCloses {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = NaturalDay.of(CleanSlate.START, ZONE);
    private static final int CALLERS = 6;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private ErasePerson erase;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void fiveDays() {
        for (var day = 0; day < 5; day++) {
            marketplace.inquiry("i-" + day, new BuyerId("b-" + day), Marketplace.SUPPLIER, marketplace.now(), null);
            marketplace.reply(marketplace.inquiry(
                    "j-" + day, new BuyerId("c-" + day), Marketplace.SUPPLIER, marketplace.now(), null));
            marketplace.passTo(NaturalDay.start(FIRST.plusDays(day + 1), ZONE).minusMillis(1));
        }
    }

    @ParameterizedTest(name = "day {0}")
    @ValueSource(ints = {0, 1, 2})
    @DisplayName(
            "accounts and keys are made and removed while a day is sealed and a person is erased, and nobody fails")
    void nobodyFails(int day) {
        var closes = NaturalDay.start(FIRST.plusDays(day + 5L), ZONE);
        marketplace.passTo(closes.minusMillis(1));
        var answers = Rivals.crowd(CALLERS + 2, number -> switch (number) {
            case 0 -> {
                marketplace.passTo(closes);
                yield 200;
            }
            case 1 -> {
                erase.erase(new BuyerId("c-" + (day + 1)));
                yield 200;
            }
            default -> act(day, number);
        });

        assertThat(answers).allMatch(status -> status < 300);
        assertThat(ledger.find(TrackDay.ofInquiries(FIRST.plusDays(day)))).isPresent();
    }

    private int act(int day, int number) {
        var operator = new Caller("op-" + day + "-" + number % 4, Set.of(Role.OPERATIONS), Set.of(), null, null);
        var account = "/api/accounts/person-" + day + "-" + number;
        var made = status(
                operator,
                put(account)
                        .content("{\"role\": \"OPERATIONS\", \"password\": \"correct horse battery " + number + "\"}"));
        var key = status(operator, post("/api/api-keys").content("{\"name\": \"k\", \"scopes\": [\"READ\"]}"));
        return Math.max(made, Math.max(key, status(operator, delete(account))));
    }

    private int status(Caller operator, MockHttpServletRequestBuilder call) {
        try {
            return mvc.perform(call.contentType(MediaType.APPLICATION_JSON).with(as(operator)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
