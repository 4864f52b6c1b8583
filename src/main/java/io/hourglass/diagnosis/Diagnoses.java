package io.hourglass.diagnosis;

import io.hourglass.diagnosis.calendar.SetWorkCalendar;
import io.hourglass.diagnosis.calendar.WorkingHours;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.lists.SupplierCases;
import io.hourglass.inquiry.lists.SupplierCases.SupplierCase;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays a supplier's countable inquiries before {@link Diagnosis}, judged as of now. */
@Component
@EnableConfigurationProperties(WorkingHours.class)
public class Diagnoses {

    private static final Set<InquiryState> COUNTABLE =
            EnumSet.of(InquiryState.TIMELY, InquiryState.LATE, InquiryState.UNANSWERED);

    private final SupplierCases cases;
    private final Facts facts;
    private final Policies policies;
    private final SetWorkCalendar calendar;
    private final Clock clock;

    Diagnoses(SupplierCases cases, Facts facts, Policies policies, SetWorkCalendar calendar, Clock clock) {
        this.cases = cases;
        this.facts = facts;
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
        var countable = cases.of(supplier, null, from, today).stream()
                .filter(one -> COUNTABLE.contains(one.judgement().state()))
                .toList();
        var answers = facts.find(countable.stream()
                .flatMap(one -> Stream.ofNullable(one.judgement().decidingFact()))
                .toList());
        return Diagnosis.of(
                from,
                today,
                countable.stream().map(one -> handled(one, answers, zone)).toList(),
                calendar.current());
    }

    private static Handled handled(SupplierCase one, Map<FactId, StoredFact> answers, ZoneId zone) {
        return new Handled(
                one.inquiry().receivedAt().atZone(zone),
                one.inquiry().category(),
                account(one.judgement().decidingFact(), answers),
                one.judgement().state() == InquiryState.TIMELY);
    }

    private static @Nullable String account(@Nullable FactId deciding, Map<FactId, StoredFact> answers) {
        var answer = deciding == null ? null : answers.get(deciding);
        return answer == null ? null : answer.actor();
    }
}
