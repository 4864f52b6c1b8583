package io.hourglass.diagnosis;

import io.hourglass.diagnosis.calendar.SetWorkCalendar;
import io.hourglass.diagnosis.calendar.WorkingHours;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.lists.CountedInquiries;
import io.hourglass.inquiry.lists.SettledInquiries.Counted;
import io.hourglass.inquiry.lists.SupplierCases;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays a supplier's countable inquiries before {@link Diagnosis}, judged as of now. */
@Component
@EnableConfigurationProperties(WorkingHours.class)
public class Diagnoses {

    private final CountedInquiries counted;
    private final Policies policies;
    private final SetWorkCalendar calendar;
    private final Clock clock;

    Diagnoses(CountedInquiries counted, Policies policies, SetWorkCalendar calendar, Clock clock) {
        this.counted = counted;
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Over the days of the latest number and those since whose books are open.
     *
     * @throws NotFound if there is no such supplier
     */
    @Transactional(readOnly = true)
    public Diagnosis of(SupplierId supplier) {
        var zone = policies.zone();
        var today = policies.dayOf(clock.instant());
        var from = today.minusDays(SupplierCases.USUAL_DAYS - 1L);
        return Diagnosis.of(
                from,
                today,
                counted.of(supplier).stream().map(one -> handled(one, zone)).toList(),
                calendar.current());
    }

    private static Handled handled(Counted one, ZoneId zone) {
        return new Handled(
                one.receivedAt().atZone(zone), one.category(), one.account(), one.state() == InquiryState.TIMELY);
    }
}
