package io.hourglass.chaos.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.chaos.check.ChatTables.AccountRow;
import io.hourglass.chaos.check.ChatTables.ConsultationRow;
import io.hourglass.chaos.check.ChatTables.MarkedRow;
import io.hourglass.chaos.plan.Scale;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatJudge;
import io.hourglass.chat.judging.ChatJudgement;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.judging.Consultation;
import io.hourglass.chat.policy.ChatCalendar;
import io.hourglass.chat.policy.ChatDay;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.CaseId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the pure judge says of every consultation on the facts in the tables, at the time that stands in them. */
final class JudgedChats {

    /** Real time; longer than a transaction lasts. */
    private static final Duration SIDE_BY_SIDE = Duration.ofSeconds(3);

    private final Duration sideBySide;
    private final Instant asOf;
    private final Map<CaseId, List<Fact>> facts;
    private final Map<String, List<MarkedRow>> marked;
    private final Map<String, AccountRow> accounts;
    private final ChatCalendar calendar;
    private final List<JudgedChat> judged = new ArrayList<>();

    private JudgedChats(Tables tables, Scale scale) {
        this.sideBySide = scale.simulated(SIDE_BY_SIDE);
        this.asOf = tables.now();
        this.facts = tables.facts(ConsultationId.CHAT).stream().collect(groupingBy(Fact::caseId));
        this.marked = tables.chat().markedByBuyer();
        this.accounts = tables.chat().accounts();
        this.calendar = tables.chat().calendar();
    }

    /**
     * A consultation, and what the judge says of it.
     *
     * @param judgement empty where nothing that could open it is known
     * @param ofBuyer when something became known of the buyer's account
     */
    record JudgedChat(
            ConsultationRow row, Consultation consultation, Optional<ChatJudgement> judgement, List<Instant> ofBuyer) {

        boolean isAt(ChatState state) {
            return judgement.map(ChatJudgement::state).filter(state::equals).isPresent();
        }

        private boolean isBesideNews(Duration sideBySide) {
            return consultation.facts().stream().map(Fact::recordedAt).anyMatch(recorded -> ofBuyer.stream()
                    .map(known -> Duration.between(known, recorded).abs())
                    .anyMatch(apart -> apart.compareTo(sideBySide) < 0));
        }
    }

    static JudgedChats from(Tables tables, Scale scale) {
        var chats = new JudgedChats(tables, scale);
        tables.chat().consultations().forEach(row -> chats.judged.add(chats.judge(row)));
        return chats;
    }

    List<JudgedChat> all() {
        return judged;
    }

    /**
     * Whether the books and the engine have to agree with the judge. What two transactions record side by side, of a
     * consultation and of its buyer's account, the close brings together at the latest (ADR 69).
     */
    boolean isBroughtTogether(JudgedChat one) {
        return !booksClose(one.row().day()).isAfter(asOf) || !one.isBesideNews(sideBySide);
    }

    /** By the business keys of their processes, how many there have to be of each consultation: one or none. */
    Map<String, Long> processes() {
        return judged.stream()
                .filter(this::isBroughtTogether)
                .collect(toMap(one -> one.row().id().value(), one -> one.isAt(ChatState.OPEN) ? 1L : 0L));
    }

    Instant asOf() {
        return asOf;
    }

    LocalDate today() {
        return calendar.dayOf(asOf);
    }

    Instant booksClose(LocalDate day) {
        return calendar.day(day).booksClose();
    }

    /** Of accounts, and of shops as the sum over theirs. */
    Recount recount() {
        var counter = new Recount.Counter();
        judged.stream()
                .filter(one -> !booksClose(one.row().day()).isAfter(asOf) && !one.isAt(ChatState.OUT_OF_BOOKS))
                .forEach(one -> one.judgement().ifPresent(judgement -> {
                    var row = one.row();
                    counter.count(
                            row.day(), ":" + row.account(), judgement.state().name());
                    counter.count(row.day(), row.shop(), judgement.state().name());
                }));
        return new Recount(
                ConsultationId.CHAT,
                counter.counts(),
                this::booksClose,
                1,
                calendar.day(today()).policy().days().rateWindowDays(),
                ChatState.ANSWERED.name(),
                List.of(ChatState.ANSWERED.name(), ChatState.UNANSWERED.name()));
    }

    private JudgedChat judge(ConsultationRow row) {
        var day = calendar.day(row.day());
        var marks = marked.getOrDefault(row.buyer(), List.of()).stream()
                .filter(mark -> mark.concerns(row.shop()))
                .flatMap(mark -> factsOf(mark.id()))
                .toList();
        var consultation =
                new Consultation(row.id(), day, factsOf(row.id()).toList(), marks, isAmongColleagues(row, day));
        return new JudgedChat(row, consultation, ChatJudge.judge(consultation, asOf), knownOfBuyer(row, marks));
    }

    private List<Instant> knownOfBuyer(ConsultationRow row, List<Fact> marks) {
        var listed = Stream.ofNullable(accounts.get(row.buyer())).map(AccountRow::firstSeenAt);
        return Stream.concat(marks.stream().map(Fact::recordedAt), listed).toList();
    }

    private Stream<Fact> factsOf(ConsultationId id) {
        return facts.getOrDefault(id, List.of()).stream();
    }

    private boolean isAmongColleagues(ConsultationRow row, ChatDay day) {
        var account = accounts.get(row.buyer());
        var knownBy = asOf.isBefore(day.booksClose()) ? asOf : day.booksClose();
        return account != null
                && account.shop().equals(row.shop())
                && !account.firstSeenAt().isAfter(knownBy);
    }
}
