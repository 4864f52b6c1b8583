package io.hourglass.mailbox.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.CleanSlate;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.check.CheckLedger;
import io.hourglass.audit.seals.Seals;
import io.hourglass.audit.verifier.OutsidersScript;
import io.hourglass.audit.verifier.VerifyLedgerCommand;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.recount.RecountCommand;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mailbox.outages.DecideOutages;
import io.hourglass.mailbox.outages.DeclareOutages;
import io.hourglass.mailbox.outages.OutageRefused;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What could not be seen of a mailbox, from the deadline to the recount. Its subclasses name the database. */
abstract class GapsInBooks {

    private static final SupplierId SUPPLIER = Marketplace.SUPPLIER;
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RecordCoverage record;

    @Autowired
    private CoverageFacts facts;

    @Autowired
    private DeclareOutages declare;

    @Autowired
    private DecideOutages decide;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private Notices notices;

    @Autowired
    private CheckLedger check;

    @Autowired
    private Seals seals;

    @Autowired
    private LedgerExport export;

    @TempDir
    private Path dir;

    private final Instant start = CleanSlate.START;

    private Caller someone(String name, Role role) {
        return new Caller(name, Set.of(role), Set.of(), null, null);
    }

    @BeforeEach
    void connect() {
        record.connected(SUPPLIER, start);
    }

    private InquiryId inquiry(String id) {
        return marketplace.inquiry(id, new BuyerId("b-" + id), SUPPLIER, marketplace.now(), null);
    }

    /** As passes that followed each other in time would leave it. */
    private void readInTime(Instant from, Instant until) {
        facts.add(SUPPLIER, new CoverageFact(CoverageKind.READ, from, until, from));
    }

    private VerdictEntry last(InquiryId id) {
        return Objects.requireNonNull(entries.latestOf(List.of(id)).get(id));
    }

    private InquiryState booked(InquiryId id) {
        return InquiryState.of(last(id).state());
    }

    private Path exported() throws IOException {
        var out = new ByteArrayOutputStream();
        var first = start.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        seals.between(Track.INQUIRY, first, first.plusDays(60)).forEach(seal -> export.write(seal, out));
        return Files.write(dir.resolve("ledger.ndjson"), out.toByteArray());
    }

    private void requireTrueLedger() throws IOException {
        var file = exported();
        assertThat(VerifyLedgerCommand.run(file.toString())).isZero();
        assertThat(RecountCommand.run(file.toString())).isZero();
        var outsider = OutsidersScript.run(file);
        assertThat(outsider.exit()).as(outsider.said()).isZero();
    }

    @Test
    @DisplayName(
            "of 36 hours that is never healed: every inquiry whose time to reply it touches is unverified, and no other")
    void neverHealed() throws IOException {
        var answered = inquiry("answered");
        readInTime(start, start.plus(DAY));
        marketplace.pass(Duration.ofHours(20));
        marketplace.reply(answered);
        var touched = inquiry("touched");
        marketplace.pass(DAY.plusHours(16));
        var within = inquiry("within");
        readInTime(start.plus(Duration.ofHours(60)), start.plus(DAY.multipliedBy(20)));
        marketplace.pass(DAY);
        var after = inquiry("after");
        marketplace.pass(DAY.multipliedBy(14));

        assertThat(booked(answered)).isEqualTo(InquiryState.TIMELY);
        assertThat(booked(touched)).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(booked(within)).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(booked(after)).isEqualTo(InquiryState.UNANSWERED);
        assertThat(Files.readString(exported()))
                .contains("\"entry\":\"COVERAGE\"", "\"state\":\"GAP\"", "\"state\":\"READ\"");
        requireTrueLedger();
    }

    @Test
    @DisplayName("of 36 hours that is healed before the close: each gets its true verdict, at once and in the books")
    void healed() throws IOException {
        readInTime(start, start.plus(DAY));
        var unanswered = inquiry("unanswered");
        var answered = inquiry("answered");
        marketplace.pass(Duration.ofHours(73));
        assertThat(booked(unanswered)).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(notices.toldTo(unanswered))
                .extracting(Notices.Notice::kind)
                .containsExactly(Notices.Notice.Kind.NO_REPLY_VISIBLE_YET);

        marketplace.reply(answered, AuthorKind.HUMAN, start.plus(Duration.ofHours(30)));
        assertThat(record.covered(SUPPLIER, start.plus(DAY), marketplace.now())).isTrue();
        record.changed(SUPPLIER, start.plus(DAY), marketplace.now());

        assertThat(booked(answered)).isEqualTo(InquiryState.TIMELY);
        assertThat(booked(unanswered)).isEqualTo(InquiryState.UNANSWERED);
        assertThat(last(unanswered).cause().kind()).isEqualTo(Cause.Kind.COVERAGE);
        marketplace.pass(DAY.multipliedBy(10));
        assertThat(booked(unanswered)).isEqualTo(InquiryState.UNANSWERED);
        assertThat(Files.readString(exported()))
                .contains("\"state\":\"READ_LATER\"")
                .doesNotContain("\"state\":\"GAP\"");
        requireTrueLedger();
    }

    @Test
    @DisplayName(
            "that holds a deadline is noticed once the lag is over, and then no inquiry is called unanswered any more")
    void noticed() throws IOException {
        var id = inquiry("q");
        var read = start.plus(Duration.ofHours(71).plusMinutes(55));
        readInTime(start, read);
        marketplace.pass(DAY.multipliedBy(3));
        assertThat(booked(id)).isEqualTo(InquiryState.UNANSWERED);
        marketplace.pass(Duration.ofMinutes(5).minusMillis(1));
        record.changed(SUPPLIER, read, marketplace.now());
        assertThat(booked(id)).isEqualTo(InquiryState.UNANSWERED);
        marketplace.pass(Duration.ofMillis(1));
        record.changed(SUPPLIER, read, marketplace.now());
        assertThat(booked(id)).isEqualTo(InquiryState.UNVERIFIED);
        marketplace.pass(DAY.multipliedBy(10));
        assertThat(booked(id)).isEqualTo(InquiryState.UNVERIFIED);
        requireTrueLedger();
    }

    @Test
    @DisplayName("that the supplier was told of is no excuse for what comes a day later")
    void own() throws IOException {
        readInTime(start, start.plus(Duration.ofHours(1)));
        marketplace.pass(Duration.ofHours(2));
        record.toldOfRefusal(SUPPLIER, marketplace.now());
        marketplace.pass(DAY.minusMillis(1));
        var excused = inquiry("excused");
        marketplace.pass(Duration.ofMillis(1));
        var own = inquiry("own");
        marketplace.pass(DAY.multipliedBy(12));
        assertThat(booked(excused)).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(booked(own)).isEqualTo(InquiryState.UNANSWERED);
        assertThat(Files.readString(exported())).contains("\"toldAt\"");
        requireTrueLedger();
    }

    @Test
    @DisplayName("is none for a supplier that disconnected its mailbox")
    void disconnected() throws IOException {
        readInTime(start, start.plus(Duration.ofHours(1)));
        marketplace.pass(Duration.ofHours(1));
        record.disconnected(SUPPLIER, marketplace.now());
        var id = inquiry("q");
        marketplace.pass(DAY.multipliedBy(12));
        assertThat(booked(id)).isEqualTo(InquiryState.UNANSWERED);
        requireTrueLedger();
    }

    @Test
    @DisplayName("an outage excuses every supplier once an auditor has consented, and the ledger says so")
    void outage() throws IOException {
        readInTime(start, start.plus(DAY.multipliedBy(40)));
        marketplace.reply(inquiry("answered"));
        var dependent = inquiry("q");
        var other = marketplace.inquiry("o", new BuyerId("b-o"), new SupplierId("s-other"), marketplace.now(), null);
        marketplace.pass(Duration.ofHours(80));
        assertThat(booked(dependent)).isEqualTo(InquiryState.UNANSWERED);

        var declared = declare.declare(
                start.plus(Duration.ofHours(10)),
                start.plus(Duration.ofHours(14)),
                "no power",
                someone("op", Role.OPERATIONS));
        assertThat(booked(dependent)).isEqualTo(InquiryState.UNANSWERED);
        assertThatThrownBy(() -> decide.decide(declared.id(), true, "yes", someone("op", Role.AUDITOR)))
                .isInstanceOf(OutageRefused.class);
        decide.decide(declared.id(), true, "seen", someone("auditor", Role.AUDITOR));
        decide.decide(declared.id(), true, "seen", someone("auditor", Role.AUDITOR));

        assertThat(List.of(booked(dependent), booked(other))).containsOnly(InquiryState.UNVERIFIED);
        marketplace.pass(DAY.multipliedBy(8));
        assertThat(List.of(booked(dependent), booked(other))).containsOnly(InquiryState.UNVERIFIED);
        assertThat(Files.readString(exported())).contains("\"entry\":\"OUTAGE\"");
        requireTrueLedger();
    }

    @Test
    @DisplayName("what becomes known of it after the close changes neither verdict nor seal")
    void afterTheClose() throws IOException {
        readInTime(start, start.plus(DAY));
        var id = inquiry("q");
        marketplace.pass(DAY.multipliedBy(8));
        assertThat(booked(id)).isEqualTo(InquiryState.UNVERIFIED);
        var before = Files.readString(exported());

        assertThat(record.covered(SUPPLIER, start.plus(DAY), marketplace.now())).isTrue();
        record.changed(SUPPLIER, start.plus(DAY), marketplace.now());
        var declared = declare.declare(start, start.plus(DAY), "no power", someone("op", Role.OPERATIONS));
        decide.decide(declared.id(), true, "seen", someone("auditor", Role.AUDITOR));

        assertThat(booked(id)).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(Files.readString(exported())).isEqualTo(before);
        assertThat(check.check(Track.INQUIRY, null, null).whole()).isTrue();
    }
}
