package io.hourglass.portal.supplier;

import io.hourglass.dispute.FollowDisputes;
import io.hourglass.dispute.kept.Dispute.Decision;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.portal.chips.CountedDays;
import io.hourglass.portal.disputes.DisputeCard;
import io.hourglass.portal.names.PartyNames.Named;
import io.hourglass.portal.supplier.NumberHistory.Day;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.standing.Standings;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A supplier's lists as files. */
@Page
@RequestMapping("/suppliers/{supplier}")
class SuppliersCsv extends SuppliersPage {

    private static final CsvList<Named<Inbox.Written>> INBOX = CsvList.<Named<Inbox.Written>>named("inquiries")
            .column("supplier.inquiry", one -> one.row().inquiry().id())
            .column("csv.subject", one -> one.row().text().subject())
            .column("trace.buyer", one -> one.called().buyer(one.row().inquiry().buyer()))
            .column("csv.buyerId", one -> one.row().inquiry().buyer())
            .column("trace.category", one -> one.row().inquiry().category())
            .column("trace.received", one -> one.row().inquiry().receivedAt())
            .column(
                    "trace.clock.replyDeadline",
                    one -> one.row().judgement().clocks().replyDeadline())
            .words("supplier.filter.state", "trace.state.", one -> one.row()
                    .judgement()
                    .state())
            .column("supplier.text", one -> one.row().text().body());

    private static final CsvList<Day> TREND = CsvList.<Day>named("trend")
            .column("supplier.trend.date", Day::on)
            .column("published", Day::rate)
            .column("csv.met", day -> day.number() == null ? null : day.number().timely())
            .column(
                    "csv.counted",
                    day -> day.number() == null ? null : day.number().countable())
            .column(
                    "csv.revision",
                    day -> day.number() == null ? null : day.number().revision());

    private static final CsvList<VerdictEntry> BEHIND = CsvList.<VerdictEntry>named("published-number")
            .column("supplier.inquiry", VerdictEntry::id)
            .column("trace.day", VerdictEntry::day)
            .words("supplier.filter.state", "trace.state.", entry -> InquiryState.of(entry.state()))
            .words(
                    "supplier.under.counts",
                    "supplier.under.",
                    entry -> entry.state().countable() ? "yes" : "no." + entry.rule());

    private static final CsvList<DisputeCard> DISPUTES = CsvList.<DisputeCard>named("disputes")
            .column("audit.case", one -> one.about().id())
            .words("supplier.filter.state", "supplier.dispute.state.", one -> one.dispute()
                    .state())
            .words("supplier.dispute.contested", "", one -> one.about()
                    .state(one.dispute().contested()))
            .words("supplier.dispute.claim", "supplier.claim.", one -> one.dispute()
                    .claim()
                    .kind())
            .column("csv.claimedAt", one -> one.dispute().claim().occurredAt())
            .words("supplier.contest.author", "trace.author.", one -> one.dispute()
                    .claim()
                    .author())
            .column("csv.about", one -> one.dispute().claim().about())
            .column("supplier.dispute.evidence", one -> one.dispute().evidence())
            .column("audit.raisedBy", one -> one.dispute().raisedBy())
            .column("supplier.dispute.raised", one -> one.dispute().raisedAt())
            .column("supplier.dispute.decideBy", one -> one.dispute().decideBy())
            .column("supplier.dispute.decided", ofDecision(Decision::at))
            .column("audit.by", ofDecision(Decision::by))
            .column("supplier.dispute.reason", ofDecision(Decision::reason))
            .words("supplier.dispute.verdict", "", SuppliersCsv::verdict);

    private final CsvFiles csv;
    private final Inbox inbox;
    private final Standings standings;
    private final NumberDrillDown drillDown;
    private final FollowDisputes disputes;
    private final CountedDays days;
    private final NumberHistory history;

    SuppliersCsv(
            CsvFiles csv,
            Inbox inbox,
            Standings standings,
            NumberDrillDown drillDown,
            FollowDisputes disputes,
            CountedDays days,
            NumberHistory history) {
        this.csv = csv;
        this.inbox = inbox;
        this.standings = standings;
        this.drillDown = drillDown;
        this.disputes = disputes;
        this.days = days;
        this.history = history;
    }

    @GetMapping(path = "/inbox", params = CsvList.ASKED)
    void inbox(@PathVariable String supplier, @Valid Wanted wanted, HttpServletResponse response) throws IOException {
        csv.send(INBOX, inbox.written(new SupplierId(supplier), wanted), response);
    }

    @GetMapping(path = "/rate", params = CsvList.ASKED)
    void behind(
            @PathVariable String supplier,
            @RequestParam(required = false) @Nullable InquiryState state,
            HttpServletResponse response)
            throws IOException {
        var subject = new SupplierId(supplier).subject();
        var on = standings.of(subject).publication().on();
        csv.send(
                BEHIND, part -> drillDown.behind(subject, on, null, state, part).entries(), response);
    }

    @GetMapping(
            path = "/rate",
            params = {CsvList.ASKED, CsvList.LIST + "trend"})
    void trend(@PathVariable String supplier, HttpServletResponse response) throws IOException {
        var own = new SupplierId(supplier);
        var trend = history.trend(own, standings.of(own.subject()).publication().on());
        csv.send(TREND, part -> part.cut(trend), response);
    }

    @GetMapping(path = "/disputes", params = CsvList.ASKED)
    void disputes(
            @PathVariable String supplier,
            @RequestParam(required = false) @Nullable DisputeState state,
            HttpServletResponse response)
            throws IOException {
        var wanted = new Disputes.Wanted(new SupplierId(supplier), state, days.since(state));
        csv.send(
                DISPUTES,
                part -> disputes.of(wanted, part)
                        .map(some -> some.stream().map(DisputeCard::of).toList()),
                response);
    }

    private static @Nullable Object verdict(DisputeCard one) {
        var decision = one.dispute().decision();
        return decision == null ? null : one.about().state(decision.verdict());
    }

    private static Function<DisputeCard, @Nullable Object> ofDecision(Function<Decision, @Nullable Object> part) {
        return one -> {
            var decision = one.dispute().decision();
            return decision == null ? null : part.apply(decision);
        };
    }
}
