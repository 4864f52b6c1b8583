package io.hourglass.released;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.Hourglass;
import io.hourglass.ProgramOnly;
import io.hourglass.RealPostgres;
import io.hourglass.access.web.As;
import io.hourglass.audit.Ledger;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.verifier.VerifyLedgerCommand;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices.Notice.Kind;
import io.hourglass.inquiry.intake.Answered;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.path.ProcessPath;
import io.hourglass.inquiry.path.ProcessPaths;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.inquiry.recount.RecountCommand;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.operations.deeds.RetryFailedStep;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.ReferralState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The present program, started on a database that a release left behind, at the instant at which it was left. */
final class UpgradedProgram {

    /** Until the last offer, the last referral and the last dispute that were open have run out. */
    private static final Duration UNTIL_ALL_IS_OVER = Duration.ofDays(40);

    private final KeptRelease kept;
    private final List<InquiryId> offered = new ArrayList<>();
    private final List<DisputeId> disputed = new ArrayList<>();
    private @Nullable ConfigurableApplicationContext program;

    UpgradedProgram(KeptRelease kept) {
        this.kept = kept;
    }

    void start() {
        program = new SpringApplicationBuilder(
                        Hourglass.class, Marketplace.class, Reading.class, OpenWaits.class, SetFromTheStart.class)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("programOnly", new ProgramOnly()))
                .run(
                        "--spring.datasource.url=" + load(),
                        "--spring.datasource.username=" + (onH2() ? "hourglass" : "postgres"),
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--hourglass.demo=true",
                        "--released.now=" + kept.now());
    }

    void stop() {
        running().close();
    }

    void readsAsBefore() {
        assertThat(the(Reading.class).lines()).containsExactlyElementsOf(kept.reading());
    }

    void knowsWhenRepliesAreDue() {
        var due = jdbc().sql("select id, reply_due_at from hourglass.inquiry")
                .query((row, number) ->
                        Map.entry(new InquiryId(row.getString("id")), UtcColumn.read(row, "reply_due_at")))
                .list();
        assertThat(due).hasSizeGreaterThan(4).allSatisfy(one -> assertThat(one.getValue())
                .isEqualTo(file(one.getKey()).judgement().clocks().replyDeadline()));
    }

    void sealsAsBefore() {
        assertThat(exportedUntil(lastKeptDay())).isEqualTo(kept.ledger().lines().toList());
    }

    void provesTheOldExport() throws IOException {
        prove(kept.ledger());
    }

    void endsWhatWasOpen() {
        assertThat(the(OpenWaits.class).taken()).as("what was open").isNotEmpty();
        decideDisputes();
        the(RetryFailedStep.class)
                .retryClose(TrackDay.ofInquiries(LocalDate.parse("2026-11-23")), Reason.of("The cause is gone."));
        answerAndLeaveUnanswered();
        pickAndDecline();
        the(Marketplace.class).pass(UNTIL_ALL_IS_OVER);

        assertThat(the(OpenWaits.class).taken()).containsOnly("dayClose BooksClose");
        assertThat(the(ManagementService.class).createJobQuery().noRetriesLeft().count())
                .isZero();
        assertThat(the(RuntimeService.class).createIncidentQuery().count()).isZero();
        assertEndsOfDisputes();
        assertEndsOfInquiries();
        assertEndsOfReferrals();
    }

    private void decideDisputes() {
        jdbc().sql("select id from hourglass.dispute where state = 'OPEN' order by id")
                .query(String.class)
                .list()
                .forEach(id -> disputed.add(new DisputeId(id)));
        assertThat(disputed).hasSize(3);
        decide(disputed.get(0));
        decide(disputed.get(2));
    }

    private void decide(DisputeId dispute) {
        the(DecideDispute.class)
                .decide(new DecideDispute.Decided(dispute, true, "The log was looked at.", As.auditor()));
    }

    private void assertEndsOfDisputes() {
        assertThat(disputed)
                .extracting(id -> the(Disputes.class).find(id).orElseThrow().state())
                .containsExactly(DisputeState.RESTATED, DisputeState.LAPSED, DisputeState.TAKEN_AS_FACT);
        assertThat(disputed.stream().map(this::disputedInquiry))
                .extracting(InquiryFile::judgement)
                .extracting(judgement -> judgement.state())
                .containsExactly(InquiryState.TIMELY, InquiryState.UNANSWERED, InquiryState.TIMELY);
    }

    private InquiryFile disputedInquiry(DisputeId id) {
        return file(InquiryId.of(the(Disputes.class).find(id).orElseThrow().caseId()));
    }

    private void answerAndLeaveUnanswered() {
        var marketplace = the(Marketplace.class);
        happens("kept-answered", InquiryFactKind.REPLIED, AuthorKind.HUMAN);
        happens("kept-fresh-1", InquiryFactKind.REJECTED, null);
        marketplace.pass(Duration.ofHours(80));
        happens("kept-fresh-2", InquiryFactKind.REPLIED, AuthorKind.HUMAN);
        assertThat(told("kept-fresh-1")).containsExactly(Kind.REJECTED);
        assertThat(told("kept-fresh-2")).containsExactly(Kind.ALTERNATIVES_AVAILABLE, Kind.REPLIED_AFTER_ALL);
        assertThat(told("kept-fresh-3")).containsExactly(Kind.ALTERNATIVES_AVAILABLE);
        assertThat(file(new InquiryId("kept-fresh-3")).onOffer()).isTrue();
    }

    private void happens(String inquiry, InquiryFactKind kind, @Nullable AuthorKind author) {
        var id = new FactId("upgraded-" + inquiry);
        the(RecordFact.class)
                .record(FactReport.builder()
                        .id(id)
                        .inquiry(new InquiryId(inquiry))
                        .kind(kind)
                        .author(author)
                        .channel(Channel.WEB)
                        .build());
    }

    private void assertEndsOfInquiries() {
        assertThat(List.of("kept-answered", "kept-fresh-1", "kept-fresh-2", "kept-fresh-3"))
                .extracting(id -> file(new InquiryId(id)).judgement().state())
                .containsExactly(
                        InquiryState.TIMELY, InquiryState.REJECTED, InquiryState.LATE, InquiryState.UNANSWERED);
        assertThat(told("kept-answered")).isEmpty();
        var inquiries = jdbc().sql("select id from hourglass.inquiry")
                .query(String.class)
                .list();
        assertThat(inquiries.stream().map(id -> file(new InquiryId(id)))).allSatisfy(file -> {
            assertThat(file.judgement().booksClosed()).isTrue();
            assertThat(file.onOffer()).isFalse();
            assertThat(file.history().stream().map(VerdictEntry::state).reduce((first, last) -> last))
                    .contains(file.judgement().state());
        });
    }

    private List<Kind> told(String inquiry) {
        return file(new InquiryId(inquiry)).notices().stream()
                .map(notice -> notice.kind())
                .toList();
    }

    private void pickAndDecline() {
        jdbc().sql("select inquiry from hourglass.referral where state = 'OFFERED' order by inquiry")
                .query(String.class)
                .list()
                .forEach(id -> offered.add(new InquiryId(id)));
        offered.removeIf(id -> alternatives().of(id).state() != ReferralState.OFFERED);
        assertThat(offered).hasSizeGreaterThan(2);
        var suppliers =
                Set.of(firstOf(alternatives().of(offered.get(0)).offer()).supplier());
        alternatives().pick(new Alternatives.Choice(offered.get(0), suppliers, true));
        alternatives().decline(offered.get(1));
    }

    private static Offered firstOf(List<Offered> offer) {
        return offer.get(0);
    }

    private void assertEndsOfReferrals() {
        var states = offered.stream().map(id -> alternatives().of(id).state()).toList();
        assertThat(states.subList(0, 2)).containsExactly(ReferralState.PICKED, ReferralState.DECLINED);
        assertThat(states.subList(2, states.size())).containsOnly(ReferralState.EXPIRED);
        assertThat(file(offered.get(0)).carriedOverTo())
                .singleElement()
                .satisfies(id -> assertThat(file(id).judgement().state()).isEqualTo(InquiryState.UNANSWERED));
    }

    /** The process of the first was open; that of the second began before and ended after; the third is new. */
    void saysWhichStepsItKnows() {
        assertThat(wayOf("kept-answered")).containsExactly(InquiryNodes.ANSWERED);
        assertThat(wayOf("kept-fresh-3"))
                .startsWith(InquiryNodes.REPLY_DEADLINE_PASSED)
                .endsWith(InquiryNodes.OFFER_EXPIRED, InquiryNodes.LEFT_UNSERVED);
        assertThat(pathOf("kept-answered").unrecordedUntil()).isEqualTo(kept.now());
        assertThat(pathOf("upgraded-3").unrecordedUntil()).isNull();
        assertThat(wayOf("upgraded-3"))
                .startsWith(InquiryNodes.INQUIRY_RECEIVED, InquiryNodes.SCREEN_INQUIRY, InquiryNodes.KEEP_CASE_OPEN);
    }

    private ProcessPath pathOf(String inquiry) {
        return the(ProcessPaths.class).of(new InquiryId(inquiry));
    }

    private List<String> wayOf(String inquiry) {
        return pathOf(inquiry).steps().stream().map(step -> step.node().id()).toList();
    }

    void goesOnWithThreads() {
        var further = List.of(mail("upgraded-1", "<kept-1@mail.example>"), mail("upgraded-2", "kept-2@mail.example"));
        var stranger = mail("upgraded-3", "<kept-4@mail.example>");
        the(Marketplace.class).pass(UNTIL_ALL_IS_OVER);
        assertThat(further).allSatisfy(id -> assertThat(file(id).follows()).contains(new InquiryId("kept-mail")));
        assertThat(file(stranger).judgement().state()).isEqualTo(InquiryState.UNANSWERED);
    }

    /** Of the buyer whose mails were kept. */
    private InquiryId mail(String id, String inReplyTo) {
        var before = file(new InquiryId("kept-mail")).inquiry();
        var mail = new InquiryId(id);
        the(SubmitInquiry.class)
                .submit(Submission.builder()
                        .id(mail)
                        .buyer(before.buyer())
                        .supplier(before.supplier())
                        .channel(Channel.MAIL)
                        .receivedAt(the(Marketplace.class).now())
                        .answers(new Answered(List.of(inReplyTo), List.of()))
                        .build());
        return mail;
    }

    void closesWhatFollows() {
        var now = the(Marketplace.class).now();
        var all = the(BookDays.class).latest(Track.INQUIRY, 1000);
        var closed = all.stream().filter(day -> !day.closesAt().isAfter(now)).toList();
        assertThat(closed).hasSizeGreaterThan(80).allSatisfy(day -> {
            assertThat(day.settledAt()).isNotNull();
            assertThat(day.publishedOn()).isEqualTo(day.day().plusDays(5));
            assertThat(the(Ledger.class).find(TrackDay.ofInquiries(day.day()))).isPresent();
        });
        assertThat(closed)
                .extracting(BookDay::settledAt)
                .isSortedAccordingTo((one, other) -> other == null || one == null ? 0 : other.compareTo(one));
        assertThat(all).filteredOn(day -> !closed.contains(day)).allMatch(day -> !day.settled());
    }

    void keepsWhatWasSaid() {
        var said = kept.reading().stream()
                .filter(line -> line.startsWith("entry ") || line.startsWith("number ") || line.startsWith("notice "))
                .toList();
        assertThat(the(Reading.class).lines()).containsAll(said);
        sealsAsBefore();
    }

    void provesTheWhole() throws IOException {
        prove(String.join("\n", exportedUntil(null)) + "\n");
    }

    private static void prove(String ledger) throws IOException {
        var file = Files.createTempFile("ledger", ".ndjson");
        try {
            Files.writeString(file, ledger);
            assertThat(VerifyLedgerCommand.run(file.toString())).isZero();
            assertThat(RecountCommand.run(file.toString())).isZero();
        } finally {
            Files.delete(file);
        }
    }

    private List<String> exportedUntil(@Nullable LocalDate last) {
        var out = new ByteArrayOutputStream();
        var export = the(LedgerExport.class);
        export.days(Track.INQUIRY, null, last).forEach(seal -> export.write(seal, out));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private LocalDate lastKeptDay() {
        return kept.ledger()
                .lines()
                .filter(line -> line.startsWith("{\"seal\":\""))
                .map(line -> LocalDate.parse(line.substring(9, 19)))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private InquiryFile file(InquiryId id) {
        return the(InquiryFiles.class).open(id);
    }

    private Alternatives alternatives() {
        return the(Alternatives.class);
    }

    private JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    private <T> T the(Class<T> bean) {
        return running().getBean(bean);
    }

    private ConfigurableApplicationContext running() {
        if (program == null) {
            throw new IllegalStateException("it did not start");
        }
        return program;
    }

    private boolean onH2() {
        return kept.database().equals("h2");
    }

    /** @return the address of a new database with what was kept */
    private String load() {
        var url = onH2() ? "jdbc:h2:mem:" + kept.version() + ";DB_CLOSE_DELAY=-1" : RealPostgres.newDatabase();
        var database = new DriverManagerDataSource(url, onH2() ? "hourglass" : "postgres", "");
        var load = onH2() ? "runscript from 'classpath:" + kept.resource("sql") + "' compression gzip" : kept.sql();
        new JdbcTemplate(database).execute(load);
        return url;
    }
}
