package io.hourglass.inquiry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.Inquiries.PairInReach;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotKnown;
import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.BookDays;
import io.hourglass.rate.DaySettlement;
import io.hourglass.rate.JudgedInquiry;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.CaseFile;
import io.hourglass.sla.DuplicateRule;
import io.hourglass.sla.Judge;
import io.hourglass.sla.Judgement;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
import io.hourglass.sla.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays before the judge what it needs: an inquiry, and those of its pair that may share its chain, with their facts. */
@Component
class PairFiles implements DaySettlement {

    private final Inquiries inquiries;
    private final Facts facts;
    private final VerdictEntries entries;
    private final BookDays days;
    private final Policies policies;
    private final Lessons lessons;
    private final Clock clock;

    PairFiles(
            Inquiries inquiries,
            Facts facts,
            VerdictEntries entries,
            BookDays days,
            Policies policies,
            Lessons lessons,
            Clock clock) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.entries = entries;
        this.days = days;
        this.policies = policies;
        this.lessons = lessons;
        this.clock = clock;
    }

    /** The pair's files around one inquiry. */
    List<CaseFile> around(Inquiry inquiry) {
        return files(pairAround(inquiry));
    }

    /** The same as processes heard it: each fact when it was learned of, although a dispute may have admitted it since. */
    List<CaseFile> asLearned(Inquiry inquiry) {
        return files(
                pairAround(inquiry),
                ids -> facts.storedOf(ids).entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, stored -> stored.getValue().stream()
                                .map(StoredFact::fact)
                                .toList())),
                entries::latestOf);
    }

    private List<Inquiry> pairAround(Inquiry inquiry) {
        var pair = pairOf(inquiry.buyer(), inquiry.supplier(), inquiry.day());
        return inquiries.ofPairs(List.of(pair)).getOrDefault(pair, List.of());
    }

    /** Reads for many inquiries at once what {@link #around} asks for one. */
    void readAhead(Collection<Inquiry> wanted) {
        readPairsAhead(wanted.stream()
                .map(inquiry -> pairOf(inquiry.buyer(), inquiry.supplier(), inquiry.day()))
                .toList());
    }

    /** Every inquiry that the buyer sent on those days, both included, with the files of its pair. */
    Map<Inquiry, Map<InquiryId, CaseFile>> ofBuyer(BuyerId buyer, LocalDate first, LocalDate last) {
        var reach = reach(first, last);
        var all = inquiries.ofBuyer(buyer, reach.from(), reach.until());
        var files = files(all).stream().collect(toMap(CaseFile::id, file -> file));
        var pairs =
                all.stream().collect(groupingBy(Inquiry::supplier, toMap(Inquiry::id, member -> file(files, member))));
        return all.stream()
                .filter(member -> !member.day().isBefore(first) && !member.day().isAfter(last))
                .collect(toMap(member -> member, member -> pairs.getOrDefault(member.supplier(), Map.of())));
    }

    private static CaseFile file(Map<InquiryId, CaseFile> files, Inquiry member) {
        return Objects.requireNonNull(files.get(member.id()));
    }

    /** Each as of now. */
    List<Judgement> judge(Collection<Inquiry> wanted) {
        var around = around(wanted);
        return wanted.stream()
                .map(inquiry -> judge(inquiry, around.getOrDefault(inquiry, List.of())))
                .toList();
    }

    /** For many inquiries at once what {@link #around(Inquiry)} says of one. */
    Map<Inquiry, List<CaseFile>> around(Collection<Inquiry> wanted) {
        var pairs = inquiries.ofPairs(wanted.stream()
                .map(inquiry -> pairOf(inquiry.buyer(), inquiry.supplier(), inquiry.day()))
                .collect(toSet()));
        var members = pairs.values().stream().flatMap(List::stream).distinct().toList();
        var files = files(members).stream().collect(toMap(CaseFile::id, file -> file));
        return wanted.stream()
                .distinct()
                .collect(
                        toMap(
                                inquiry -> inquiry, inquiry -> pairs
                                        .getOrDefault(
                                                pairOf(inquiry.buyer(), inquiry.supplier(), inquiry.day()), List.of())
                                        .stream()
                                        .map(member -> files.get(member.id()))
                                        .toList()));
    }

    private Judgement judge(Inquiry inquiry, List<CaseFile> pair) {
        var now = clock.instant();
        var asOf = now.isBefore(inquiry.recordedAt()) ? inquiry.recordedAt() : now;
        return Judge.judge(pair, inquiry.id(), asOf);
    }

    void readPairsAhead(List<PairInReach> pairs) {
        var members = inquiries.ofPairs(pairs).values().stream()
                .flatMap(List::stream)
                .map(Inquiry::id)
                .toList();
        facts.of(members);
        entries.latestOf(members);
    }

    PairInReach pairOf(BuyerId buyer, SupplierId supplier, LocalDate day) {
        var reach = reach(day, day);
        return new PairInReach(buyer, supplier, reach.from(), reach.until());
    }

    @Override
    public List<JudgedInquiry> judgeDay(LocalDate day) {
        var reach = reach(day, day);
        var all = inquiries.ofPairsOn(day, reach.from(), reach.until());
        return judge(all, files(all), day::equals);
    }

    @Override
    public void daySettled(LocalDate day, List<JudgedInquiry> judged) {
        lessons.learn(day, judged);
    }

    @Override
    public List<JudgedInquiry> judgeSupplier(SupplierId supplier, LocalDate from, LocalDate to) {
        var reach = reach(from, to);
        var wanted = inquiries.ofSupplier(supplier, reach.from(), reach.until());
        return judge(wanted, files(wanted), day -> !day.isBefore(from) && !day.isAfter(to));
    }

    @Override
    public List<JudgedInquiry> judgeSupplier(SupplierId supplier, LocalDate from, LocalDate to, Instant stoodAt) {
        var reach = reach(from, to);
        var wanted = inquiries.ofSupplier(supplier, reach.from(), reach.until());
        var files = files(wanted, ids -> facts.of(ids, stoodAt), ids -> entries.latestOf(ids, stoodAt));
        return judge(wanted, files, day -> !day.isBefore(from) && !day.isAfter(to));
    }

    @Override
    public List<JudgedInquiry> judgePair(InquiryId inquiry, LocalDate day) {
        var member = inquiries.find(inquiry).orElseThrow(() -> new NotKnown("inquiry", inquiry.value()));
        var pair = pairOf(member.buyer(), member.supplier(), day);
        var all = inquiries.ofPairs(List.of(pair)).getOrDefault(pair, List.of());
        return judge(all, files(all), day::equals);
    }

    private List<JudgedInquiry> judge(List<Inquiry> all, List<CaseFile> caseFiles, Predicate<LocalDate> onDay) {
        var now = clock.instant();
        var files = caseFiles.stream().collect(toMap(CaseFile::id, file -> file));
        return all.stream().collect(groupingBy(Pair::of)).values().stream()
                .flatMap(pair -> judgePair(pair, files, onDay, now))
                .toList();
    }

    private static Stream<JudgedInquiry> judgePair(
            List<Inquiry> pair, Map<InquiryId, CaseFile> files, Predicate<LocalDate> onDay, Instant now) {
        var chain = pair.stream().map(member -> files.get(member.id())).toList();
        return pair.stream()
                .filter(member ->
                        onDay.test(member.day()) && !member.recordedAt().isAfter(now))
                .map(member -> new JudgedInquiry(Judge.judge(chain, member.id(), now), member.supplier()));
    }

    private List<CaseFile> files(List<Inquiry> members) {
        return files(members, facts::of, entries::latestOf);
    }

    private List<CaseFile> files(List<Inquiry> members, Known<List<Fact>> knownFacts, Known<VerdictEntry> latest) {
        var ids = members.stream().map(Inquiry::id).toList();
        var factsOf = InChunks.find(ids, knownFacts);
        var settled = settledVerdicts(members, ids, latest);
        return members.stream()
                .map(member -> new CaseFile(
                        member.id(),
                        member.receivedAt(),
                        member.recordedAt(),
                        policies.version(member.policyVersion()),
                        factsOf.getOrDefault(member.id(), List.of()),
                        List.of(),
                        settled.get(member.id())))
                .toList();
    }

    /** Of members of settled days; they are fixed input for those of later days. */
    private Map<InquiryId, Verdict> settledVerdicts(
            List<Inquiry> members, List<InquiryId> ids, Known<VerdictEntry> latest) {
        var daysOfMembers = new HashSet<>(members.stream().map(Inquiry::day).toList());
        if (daysOfMembers.size() < 2) {
            return Map.of();
        }
        var settledDays = new HashSet<>(days.settledAmong(daysOfMembers));
        return settledDays.isEmpty()
                ? Map.of()
                : InChunks.find(ids, latest).values().stream()
                        .filter(entry -> settledDays.contains(entry.day()))
                        .flatMap(entry -> Stream.ofNullable(entry.rule().verdict())
                                .map(verdict -> Map.entry(entry.inquiry(), verdict)))
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * How far around those days a chain can reach that matters to them. Behind a settled day its verdicts stand, so that
     * no anchor further back than the longest reach can matter.
     */
    private Reach reach(LocalDate first, LocalDate last) {
        var zone = policies.zone();
        var from = NaturalDay.start(first, zone);
        var until = NaturalDay.start(last.plusDays(1), zone);
        if (policies.all().stream().noneMatch(policy -> policy.duplicates() == DuplicateRule.ROLLING_24H)) {
            return new Reach(from, until);
        }
        var unsettled = days.firstUnsettled().filter(first::isAfter).orElse(first);
        return new Reach(
                NaturalDay.start(unsettled, zone).minus(DuplicateRule.LONGEST_REACH),
                until.plus(DuplicateRule.LONGEST_REACH));
    }

    /** What is known of many inquiries; one of which nothing is known is absent. */
    private interface Known<V> extends Function<List<InquiryId>, Map<InquiryId, V>> {}

    private record Reach(Instant from, Instant until) {}

    private record Pair(String buyer, String supplier) {

        static Pair of(Inquiry inquiry) {
            return new Pair(inquiry.buyer().value(), inquiry.supplier().value());
        }
    }
}
