package io.hourglass.thirdtrack;

import static io.hourglass.thirdtrack.CallBackId.CALL_BACKS;

import io.hourglass.audit.CaseDays;
import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.entries.LedgerSource;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.FactText;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.kernel.tracks.TrackTerms;
import io.hourglass.rate.books.Books;
import io.hourglass.rate.books.BooksCalendar;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.RatedSubjects;
import io.hourglass.rate.books.Settlement;
import io.hourglass.sla.days.NaturalDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.annotation.Transactional;

/**
 * A track that nobody needs: a desk of a shop promises to call back on the same natural day. All that a track registers, in the
 * fewest words; the cases are kept in memory, their facts as those of any other.
 */
public class CallBacks implements BooksCalendar, Settlement, RatedSubjects, CaseDays, LedgerSource {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WINDOW = 30;
    private static final LocalTime CLOSE = LocalTime.of(6, 0);

    /** Of Mondays's day the books close on Tuesday at six. */
    private record Asked(CallBackId id, String desk, Instant openedAt, Instant recordedAt) {

        LocalDate day() {
            return NaturalDay.of(openedAt, ZONE);
        }
    }

    private final ObjectProvider<Books> books;
    private final ObjectProvider<Facts> facts;
    private final Clock clock;
    private final Map<CaseId, Asked> asked = new HashMap<>();

    CallBacks(ObjectProvider<Books> books, ObjectProvider<Facts> facts, Clock clock) {
        this.books = books;
        this.facts = facts;
        this.clock = clock;
    }

    void clear() {
        asked.clear();
    }

    @Transactional
    public void ask(String id, String desk, Instant openedAt) {
        var day = new TrackDay(CALL_BACKS, NaturalDay.of(openedAt, ZONE));
        var recordedAt = books.getObject().admit(day, closesAt(day.day()));
        var one = new Asked(new CallBackId(id), desk, openedAt, recordedAt);
        asked.put(one.id(), one);
        keep(one.id(), CallBackFact.ASKED, openedAt, recordedAt);
        books.getObject().book(judged(one, clock.instant()), new Cause(Cause.Kind.FACT, id));
    }

    /** @return what the judge says by then */
    @Transactional
    public CallBackState call(String id, Instant at) {
        var one = asked.get(new CallBackId(id));
        var day = new TrackDay(CALL_BACKS, one.day());
        var learned = books.getObject().learnedNow(day, closesAt(day.day()));
        var call = keep(one.id(), CallBackFact.CALLED, at, learned);
        var judged = judged(one, clock.instant());
        if (clock.instant().isBefore(closesAt(day.day()))) {
            books.getObject().book(judged, new Cause(Cause.Kind.FACT, call.id().value()));
        }
        return (CallBackState) judged.state();
    }

    private Fact keep(CallBackId id, CallBackFact kind, Instant at, Instant learned) {
        var fact = Fact.builder()
                .id(new FactId(kind + " " + id))
                .caseId(id)
                .kind(kind)
                .author(AuthorKind.HUMAN)
                .occurredAt(at)
                .recordedAt(learned)
                .build();
        facts.getObject()
                .add(
                        new StoredFact(fact, null, new Channel("PHONE"), false, ContentHash.of(fact.id(), at)),
                        FactText.NONE);
        return fact;
    }

    /** A person finds that the call was known in time. */
    @Transactional
    public void admit(String id) {
        var call = calls(new CallBackId(id)).get(0);
        facts.getObject().admit(call, call.occurredAt());
    }

    private List<Fact> calls(CaseId id) {
        return facts.getObject().of(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(fact -> fact.is(CallBackFact.CALLED))
                .toList();
    }

    private JudgedCase judged(Asked one, Instant asOf) {
        var close = closesAt(one.day());
        var known = asOf.isBefore(close) ? asOf : close;
        var decides = calls(one.id()).stream()
                .filter(call -> !call.recordedAt().isAfter(known))
                .filter(call -> !call.occurredAt().isBefore(one.openedAt())
                        && NaturalDay.of(call.occurredAt(), ZONE).equals(one.day()))
                .min(Comparator.comparing(Fact::occurredAt))
                .map(Fact::id)
                .orElse(null);
        return JudgedCase.builder()
                .id(one.id())
                .subject(subject(one.desk()))
                .day(one.day())
                .rule(rule(one, asOf, decides))
                .decidingFact(decides)
                .anchor(one.id())
                .policyVersion(1)
                .build();
    }

    private CallBackRule rule(Asked one, Instant asOf, @Nullable FactId decides) {
        if (one.recordedAt().isAfter(closesAt(one.day()))) {
            return CallBackRule.LEARNED_AFTER_CLOSE;
        }
        if (decides != null) {
            return CallBackRule.CALLED_THAT_DAY;
        }
        return asOf.isBefore(NaturalDay.end(one.day(), ZONE))
                ? CallBackRule.DAY_GOES_ON
                : CallBackRule.NOT_CALLED_THAT_DAY;
    }

    static Subject subject(String id) {
        return new Subject(CALL_BACKS, id);
    }

    @Bean
    static TrackTerms callBackTerms() {
        return new TrackTerms(
                CALL_BACKS, CallBackId::new, CallBackState.values(), CallBackRule.values(), CallBackFact.values());
    }

    @Override
    public Track track() {
        return CALL_BACKS;
    }

    @Override
    public LocalDate dayOf(Instant instant) {
        return NaturalDay.of(instant, ZONE);
    }

    @Override
    public Instant closesAt(LocalDate day) {
        return day.plusDays(1).atTime(CLOSE).atZone(ZONE).toInstant();
    }

    @Override
    public LocalDate publishedOn(LocalDate day) {
        return day.plusDays(1);
    }

    @Override
    public LocalDate completing(LocalDate on) {
        return on.minusDays(1);
    }

    @Override
    public int windowDays(LocalDate last) {
        return WINDOW;
    }

    @Override
    public List<JudgedCase> judgeDay(LocalDate day) {
        return judge(asked.values().stream().filter(one -> one.day().equals(day)), clock.instant());
    }

    @Override
    public void daySettled(LocalDate day, List<JudgedCase> judged) {}

    @Override
    public List<JudgedCase> judgeTied(CaseId id, LocalDate day) {
        return judge(Stream.of(asked.get(id)).filter(one -> one.day().equals(day)), clock.instant());
    }

    @Override
    public SortedSet<LocalDate> daysTiedTo(CaseId id) {
        return new TreeSet<>(List.of(asked.get(id).day()));
    }

    @Override
    public List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to) {
        return judgeSubject(subject, from, to, clock.instant());
    }

    @Override
    public List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to, Instant stoodAt) {
        return judge(
                asked.values().stream()
                        .filter(one -> one.desk().equals(subject.id()))
                        .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to)),
                stoodAt);
    }

    private List<JudgedCase> judge(Stream<Asked> some, Instant asOf) {
        return some.map(one -> judged(one, asOf)).toList();
    }

    @Override
    public String kind() {
        return "supplier";
    }

    @Override
    public boolean isKnown(Subject subject) {
        return all().stream().anyMatch(known -> known.equals(subject));
    }

    /** A desk is a part of its shop: what stands before the slash. */
    @Override
    public Optional<Subject> wholeOf(Subject part) {
        var slash = part.id().indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(subject(part.id().substring(0, slash)));
    }

    @Override
    public List<Subject> partsOf(Subject subject) {
        return subject.id().contains("/")
                ? List.of(subject)
                : asked.values().stream()
                        .map(one -> subject(one.desk()))
                        .filter(desk -> wholeOf(desk).filter(subject::equals).isPresent())
                        .distinct()
                        .sorted()
                        .toList();
    }

    @Override
    public List<Subject> all() {
        return asked.values().stream()
                .flatMap(one -> Stream.of(
                        subject(one.desk()), wholeOf(subject(one.desk())).orElseThrow()))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<LocalDate> dayOf(CaseId id) {
        return Optional.ofNullable(asked.get(id)).map(Asked::day);
    }

    @Override
    public Part part() {
        return Part.CASES;
    }

    @Override
    public void tell(SealedDay day, Consumer<LedgerEntry> ledger) {
        if (!day.track().equals(CALL_BACKS)) {
            return;
        }
        ledger.accept(LedgerEntry.of(
                "POLICY",
                null,
                "track",
                CALL_BACKS,
                "version",
                1,
                "inForceFrom",
                Instant.EPOCH,
                "zone",
                ZONE,
                "rateWindowDays",
                WINDOW,
                "rules",
                "called on the same day"));
        asked.values().stream()
                .filter(one -> one.day().equals(day.day()) && !one.recordedAt().isAfter(day.booksClose()))
                .sorted(Comparator.comparing(Asked::openedAt).thenComparing(Asked::id, CaseId.ORDER))
                .forEach(one -> tell(one, ledger));
    }

    private void tell(Asked one, Consumer<LedgerEntry> ledger) {
        ledger.accept(LedgerEntry.of(
                "CASE",
                null,
                "track",
                CALL_BACKS,
                "case",
                one.id(),
                "subject",
                one.desk(),
                "day",
                one.day(),
                "openedAt",
                one.openedAt(),
                "recordedAt",
                one.recordedAt(),
                "policy",
                1));
        facts.getObject().storedOf(List.of(one.id())).get(one.id()).stream()
                .filter(stored -> !stored.fact().recordedAt().isAfter(closesAt(one.day())))
                .forEach(stored -> ledger.accept(LedgerEntry.of(
                        "FACT",
                        null,
                        "track",
                        CALL_BACKS,
                        "case",
                        one.id(),
                        "fact",
                        stored.fact().id(),
                        "kind",
                        stored.fact().kind(),
                        "author",
                        stored.fact().author(),
                        "channel",
                        stored.channel(),
                        "occurredAt",
                        stored.fact().occurredAt(),
                        "recordedAt",
                        stored.fact().recordedAt(),
                        "content",
                        stored.contentHash().hash())));
    }
}
