package io.hourglass.released;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.Processes;
import io.hourglass.RealPostgres;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.access.web.As;
import io.hourglass.audit.LedgerExport;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.engine.DueTimers;
import io.hourglass.engine.SettableClock;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.Answered;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.operations.deeds.SuspendSupplier;
import io.hourglass.persons.ErasePerson;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.standing.DisplayChoices;
import io.hourglass.referral.offers.Referrals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Keeps a database of the program that it is compiled with, for {@link UpgradeTest} of later ones: run by
 * {@code .ci/keep-release} alone. It is the sample marketplace, two days on: a day close has failed and the next one awaits
 * it, and at every step where the models wait a process waits.
 */
class KeepRelease {

    private static final Path TO = Path.of("target/released");

    /** Eleven in the morning in Shanghai. */
    private static final Instant LOADED = Instant.parse("2026-11-27T03:00:00Z");

    /** The start of 28 November there: the books of the 23rd close. */
    private static final Instant FAILING = Instant.parse("2026-11-27T16:00:00Z");

    private static final LocalDate FAILED = LocalDate.of(2026, 11, 23);

    /** An hour after the start of 29 November, when the books of the 24th should have closed. */
    private static final Instant KEPT = Instant.parse("2026-11-28T17:00:00Z");

    private static final SupplierId SUPPLIER = new SupplierId("sample-supplier-10");

    @Nested
    @SpringBootTest(
            properties = {
                "spring.datasource.url=jdbc:h2:mem:keep-release;DB_CLOSE_DELAY=-1",
                "camunda.bpm.job-execution.enabled=false",
                "hourglass.demo=true",
                "released.now=2026-11-27T03:00:00Z"
            })
    @Import({SetFromTheStart.class, Marketplace.class, Processes.class, Reading.class, OpenWaits.class})
    @DirtiesContext
    class OnH2 extends Scenario {

        OnH2() {
            super("h2");
        }

        @Override
        byte[] sql() throws IOException {
            var file = Files.createTempFile("released", ".sql");
            jdbc().sql("script nopasswords to '" + file + "'").query().listOfRows();
            var script = Files.readAllBytes(file);
            Files.delete(file);
            return script;
        }
    }

    @Nested
    @SpringBootTest(
            properties = {
                "camunda.bpm.job-execution.enabled=false",
                "hourglass.demo=true",
                "released.now=2026-11-27T03:00:00Z"
            })
    @Import({SetFromTheStart.class, Marketplace.class, Processes.class, Reading.class, OpenWaits.class})
    @DirtiesContext
    class OnPostgres extends Scenario {

        OnPostgres() {
            super("postgres");
        }

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry registry) {
            registry.add("spring.datasource.url", RealPostgres::newDatabase);
            registry.add("spring.datasource.username", () -> "postgres");
        }

        @Override
        byte[] sql() {
            return PlainSql.of(jdbc()).getBytes(StandardCharsets.UTF_8);
        }
    }

    abstract static class Scenario {

        private final String database;
        private int disputes;

        @Autowired
        private ProcessEngine engine;

        @Autowired
        private Marketplace marketplace;

        @Autowired
        private Processes processes;

        @Autowired
        private SubmitInquiry submit;

        @Autowired
        private RecordFact record;

        @Autowired
        private RaiseDispute raise;

        @Autowired
        private DecideDispute decide;

        @Autowired
        private ErasePerson erase;

        @Autowired
        private SuspendSupplier suspend;

        @Autowired
        private DisplayChoices choices;

        @Autowired
        private KeyRing keys;

        @Autowired
        private InquiryFiles files;

        @Autowired
        private Referrals referrals;

        @Autowired
        private BookDays days;

        @Autowired
        private ManagementService management;

        @Autowired
        private DueTimers timers;

        @Autowired
        private SettableClock clock;

        @Autowired
        private JdbcClient jdbc;

        @Autowired
        private LedgerExport export;

        @Autowired
        private Reading reading;

        @Autowired
        private OpenWaits waits;

        Scenario(String database) {
            this.database = database;
        }

        abstract byte[] sql() throws IOException;

        JdbcClient jdbc() {
            return jdbc;
        }

        @Test
        void keep() throws IOException {
            BpmnAwareTests.init(engine);
            clock.set(LOADED);
            restateAndRefuse();
            otherThings();
            marketplace.passTo(FAILING.minusMillis(1));
            mails();
            failClose();
            passWithoutTheFailedClose();
            waitEverywhere();

            assertThat(waits.taken()).containsAll(waits.possible());
            write("reading.txt", bytes(KEPT + "\n" + String.join("\n", reading.lines()) + "\n"));
            write("ledger.ndjson", ledger());
            write("sql", sql());
        }

        private void restateAndRefuse() {
            var settled = inquiries(file -> file.judgement().booksClosed() && isUnanswered(file));
            decide(raise(settled.get(12), InquiryFactKind.REPLIED), true);
            decide(raise(settled.get(24), InquiryFactKind.REJECTED), true);
            decide(raise(settled.get(1), InquiryFactKind.REPLIED), false);
            raise(settled.get(2), InquiryFactKind.REPLIED);
            raise(settled.get(3), InquiryFactKind.REPLIED);
        }

        private DisputeId raise(InquiryFile file, InquiryFactKind claimed) {
            disputes++;
            var id = new DisputeId("kept-dispute-" + disputes);
            var clocks = file.judgement().clocks();
            var claim = new Claim(
                    claimed,
                    clocks.receivedAt().plus(Duration.ofHours(2)),
                    claimed == InquiryFactKind.REPLIED ? AuthorKind.HUMAN : null,
                    null);
            raise.raise(new RaiseDispute.Raised(id, file.inquiry().id(), claim, "The mail server's log.", "li.wei"));
            return id;
        }

        private void decide(DisputeId dispute, boolean accepted) {
            decide.decide(new DecideDispute.Decided(dispute, accepted, "The log was looked at.", As.auditor()));
        }

        private void otherThings() {
            var erased = inquiries(file -> file.judgement().booksClosed()).get(0);
            erase.erase(erased.inquiry().buyer());
            suspend.suspend(new SupplierId("sample-supplier-03"), Reason.of("Its mailbox bounces."));
            choices.add(SUPPLIER.subject(), new DisplayChoices.Choice(1, false), clock.instant());
            keys.make("backend", Set.of(Scope.SUBMIT, Scope.READ), As.operations());
        }

        /** A thread, duplicates, corrections, a bounce, and what was learned of too late. */
        private void mails() {
            var now = clock.instant();
            mail("kept-mail", now, "<kept-1@mail.example>", null);
            mail("kept-follow-up", now, "<kept-2@mail.example>", "<kept-1@mail.example>");
            mail("kept-duplicate", now, "<kept-3@mail.example>", null);
            marketplace.reply(new InquiryId("kept-mail"), AuthorKind.AUTO_REPLY, now);
            mail("kept-too-late", now.minus(Duration.ofDays(7)), null, null);
            var corrected = inquiry("kept-corrected");
            marketplace.reply(corrected);
            marketplace.retractLast(corrected);
            inquiries(file -> file.judgement().booksClosed() && isUnanswered(file)).stream()
                    .limit(3)
                    .forEach(file -> marketplace.reply(file.inquiry().id()));
        }

        private void mail(String id, Instant at, @Nullable String messageId, @Nullable String inReplyTo) {
            submit.submit(Submission.builder()
                    .id(new InquiryId(id))
                    .buyer(new BuyerId("kept-buyer"))
                    .supplier(SUPPLIER)
                    .channel(Channel.MAIL)
                    .receivedAt(at)
                    .messageId(messageId)
                    .answers(inReplyTo == null ? null : new Answered(List.of(inReplyTo), List.of()))
                    .text(new FactText("Bearings", "Please quote 500 pieces.\n请报价"))
                    .build());
        }

        private void failClose() {
            processes.failClose(
                    FAILED,
                    days.find(TrackDay.ofInquiries(FAILED)).orElseThrow().closesAt(),
                    5);
            assertThat(management.createJobQuery().noRetriesLeft().count()).isEqualTo(1);
            clock.set(FAILING);
        }

        private void passWithoutTheFailedClose() {
            for (var due = next(); due.isPresent(); due = next()) {
                var at = management
                        .createJobQuery()
                        .jobId(due.get())
                        .singleResult()
                        .getDuedate()
                        .toInstant();
                if (at.isAfter(clock.instant())) {
                    clock.set(at);
                }
                timers.fire(due.get());
            }
            clock.set(KEPT);
        }

        private Optional<String> next() {
            return jdbc.sql("select ID_ from ACT_RU_JOB where DUEDATE_ <= ? and RETRIES_ > 0 order by DUEDATE_ limit 1")
                    .param(Timestamp.from(KEPT))
                    .query(String.class)
                    .optional();
        }

        private void waitEverywhere() {
            inquiry("kept-fresh-1");
            inquiry("kept-fresh-2");
            inquiry("kept-fresh-3");
            inquiry("kept-answered");
            bounce(marketplace.reply(inquiry("kept-replied")).fact().fact());
            marketplace.reject(inquiry("kept-rejected-1"), clock.instant());
            marketplace.reject(inquiry("kept-rejected-2"), clock.instant());
            marketplace.reportSpam(inquiry("kept-spam"), clock.instant());
            inquiries(InquiryFile::onOffer).stream()
                    .filter(file -> referrals.find(file.inquiry().id()).isEmpty())
                    .limit(6)
                    .forEach(file ->
                            marketplace.askForAlternatives(file.inquiry().id()));
            raise(
                    inquiries(file -> !file.judgement().booksClosed() && isUnanswered(file))
                            .get(0),
                    InquiryFactKind.REPLIED);
        }

        private void bounce(Fact reply) {
            record.record(FactReport.builder()
                    .id(new FactId("kept-bounce"))
                    .inquiry(InquiryId.of(reply.caseId()))
                    .kind(InquiryFactKind.BOUNCED)
                    .channel(Channel.MAIL)
                    .occurredAt(clock.instant())
                    .about(reply.id())
                    .build());
        }

        private InquiryId inquiry(String id) {
            return marketplace.inquiry(id, new BuyerId("buyer-of-" + id), SUPPLIER, clock.instant(), null);
        }

        private static boolean isUnanswered(InquiryFile file) {
            return file.judgement().state() == InquiryState.UNANSWERED;
        }

        /** The latest received first. */
        private List<InquiryFile> inquiries(Predicate<InquiryFile> which) {
            return jdbc
                    .sql("select id from hourglass.inquiry order by received_at desc, id")
                    .query(String.class)
                    .list()
                    .stream()
                    .map(id -> files.open(new InquiryId(id)))
                    .filter(which)
                    .toList();
        }

        private byte[] ledger() {
            var out = new ByteArrayOutputStream();
            export.days(Track.INQUIRY, null, null).forEach(seal -> export.write(seal, out));
            return out.toByteArray();
        }

        private void write(String what, byte[] content) throws IOException {
            KeptRelease.keep(TO.resolve(database + "." + what + ".gz"), content);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
