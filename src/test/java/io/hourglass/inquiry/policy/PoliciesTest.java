package io.hourglass.inquiry.policy;

import static io.hourglass.sla.Moments.SHANGHAI;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.sla.days.NaturalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The versions of the policy")
class PoliciesTest {

    private static final LocalDate CHANGE = LocalDate.of(2016, 3, 2);

    private final ReplyPolicy first = Terms.usual().agreed();
    private final ReplyPolicy second =
            Terms.usual().version(2).from(at("2016-03-02T00:00")).agreed();
    private final Policies policies = new Policies() {
        @Override
        public ReplyPolicy inForceAt(Instant instant) {
            return instant.isBefore(second.days().inForceFrom()) ? first : second;
        }

        @Override
        public List<ReplyPolicy> all() {
            return List.of(first, second);
        }
    };

    @Test
    @DisplayName("change at the start of a natural day, not a millisecond before")
    void changeAtTheStartOfADay() {
        assertThat(policies.inForceAt(justBefore(NaturalDay.start(CHANGE, SHANGHAI))))
                .isEqualTo(first);
        assertThat(policies.inForceAt(NaturalDay.start(CHANGE, SHANGHAI))).isEqualTo(second);
        assertThat(policies.inForceOn(CHANGE.minusDays(1))).isEqualTo(first);
        assertThat(policies.inForceOn(CHANGE)).isEqualTo(second);
    }

    @Test
    @DisplayName("are found by their number, and none by another")
    void areFoundByNumber() {
        assertThat(policies.version(1)).isEqualTo(first);
        assertThat(policies.version(2)).isEqualTo(second);
        assertThatThrownBy(() -> policies.version(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no policy version 3");
    }

    @Test
    @DisplayName("share the marketplace zone")
    void shareTheZone() {
        assertThat(policies.zone()).isEqualTo(SHANGHAI);
    }
}
