package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.facts.AuthorKind;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The supplier has acted")
class SupplierActedTest {

    private static final Instant NOON = at("2016-03-02T12:00");

    private final Inquiry inquiry = new Pair().receives("q-1", at("2016-03-01T10:00"));

    @Test
    @DisplayName("if a counting reply is known, and not before it is")
    void replied() {
        inquiry.learnsOf(inquiry.replied(NOON), hoursAfter(NOON, 1));
        assertThat(acted(justBefore(hoursAfter(NOON, 1)))).isFalse();
        assertThat(acted(hoursAfter(NOON, 1))).isTrue();
    }

    @Test
    @DisplayName("if it rejected or reported within the window")
    void objected() {
        inquiry.rejected(inquiry.windowEnd());
        assertThat(acted(inquiry.close())).isTrue();
        assertThat(reportedAt(inquiry.windowEnd())).isTrue();
        assertThat(reportedAt(justAfter(inquiry.windowEnd()))).isFalse();
    }

    @Test
    @DisplayName("though only after the books closed")
    void afterTheClose() {
        inquiry.replied(hoursAfter(inquiry.close(), 1));
        assertThat(acted(inquiry.close())).isFalse();
        assertThat(acted(hoursAfter(inquiry.close(), 1))).isTrue();
    }

    @Test
    @DisplayName("not by an automatic reply, nor by one that is retracted or dated too long before the receipt")
    void withoutEffect() {
        inquiry.replied(NOON, AuthorKind.AUTO_REPLY);
        inquiry.replied(justBefore(inquiry.earliest()));
        inquiry.retracted(inquiry.replied(NOON), hoursAfter(NOON, 1));
        assertThat(acted(inquiry.close())).isFalse();
    }

    @Test
    @DisplayName("on this very inquiry, whatever it did to the anchor")
    void onThisVeryInquiry() {
        var pair = new Pair();
        var anchor = pair.receives("q-1", inquiry.received());
        var duplicate = pair.receives("q-2", inquiry.received());
        anchor.replied(NOON);
        assertThat(anchor.supplierActedBy(NOON)).isTrue();
        assertThat(duplicate.supplierActedBy(NOON)).isFalse();
    }

    private boolean acted(Instant asOf) {
        return inquiry.supplierActedBy(asOf);
    }

    private static boolean reportedAt(Instant instant) {
        var reported = new Pair().receives("q-2", at("2016-03-01T10:00"));
        reported.reportedAsSpam(instant);
        return reported.supplierActedBy(reported.close());
    }
}
