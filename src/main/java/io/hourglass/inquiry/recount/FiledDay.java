package io.hourglass.inquiry.recount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.DeclaredOutage;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Unseen;
import io.hourglass.inquiry.policy.CountingReplies;
import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.ExcusedGaps;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mailbox.coverage.Gap;
import io.hourglass.mailbox.coverage.Stretch;
import io.hourglass.sla.days.DayRules;
import io.hourglass.sla.days.NaturalDay;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one sealed day, as an exported ledger has them. Of the records beside the books only those matter that
 * restated closed days.
 */
final class FiledDay {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, ReplyPolicy> policies = new HashMap<>();
    private final Map<InquiryId, Filed> inquiries = new LinkedHashMap<>();
    private final Map<InquiryId, List<Fact>> facts = new HashMap<>();
    private final Map<InquiryId, FiledVerdict> verdicts = new HashMap<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final List<Published> numbers = new ArrayList<>();
    private final List<Noted> records = new ArrayList<>();
    private final List<Fact> lateFacts = new ArrayList<>();
    private final Map<String, List<Gap>> gaps = new HashMap<>();
    private final List<DeclaredOutage> outages = new ArrayList<>();
    private LocalDate day = LocalDate.MIN;
    private LocalDate booksFrom = LocalDate.MIN;
    private Instant booksClose = Instant.MIN;
    private @Nullable LocalDate publishedOn;

    /** @param by the buyer's pseudonym */
    record Filed(InquiryId id, String by, String supplier, Instant receivedAt, Instant recordedAt, int policy) {

        /** Supplier and buyer. */
        List<String> pair() {
            return List.of(supplier, by);
        }
    }

    /** What a restatement left beside the books. */
    sealed interface Noted permits Published, Restated {}

    /** As it was published. */
    record Published(
            String supplier,
            LocalDate on,
            int revision,
            LocalDate windowFrom,
            LocalDate windowTo,
            int timely,
            int countable)
            implements Noted {}

    /** The verdict that stands from here on for an inquiry of a day that was closed before. */
    record Restated(InquiryId inquiry, String supplier, LocalDate day, FiledVerdict verdict) implements Noted {}

    /** A verdict whose rule does not lead to its state. */
    record Contradiction(InquiryId inquiry, String supplier, LocalDate day, FiledVerdict verdict) {}

    LocalDate day() {
        return day;
    }

    LocalDate booksFrom() {
        return booksFrom;
    }

    Instant booksClose() {
        return booksClose;
    }

    /** The date of the numbers that the day completed; null where it completed none. */
    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }

    List<Published> numbers() {
        return numbers;
    }

    /** In the order in which they were noted. */
    List<Noted> records() {
        return records;
    }

    /** The one that stands when the books close; null if there is none. */
    @Nullable
    FiledVerdict verdictOf(InquiryId inquiry) {
        return verdicts.get(inquiry);
    }

    List<Contradiction> contradictions() {
        return contradictions;
    }

    /** The last day whose mails may follow up this day's inquiries by its close. */
    LocalDate reach() {
        var open = policies.values().stream()
                .mapToInt(policy -> policy.days().booksCloseAfterDays())
                .max()
                .orElse(0);
        return day.plusDays(open - 1L);
    }

    /** The natural days of the window that the day completes, by the version in force on it. */
    int windowDays() {
        return policies.values().stream()
                .filter(policy -> !policy.days().inForceFrom().isAfter(NaturalDay.start(day, policy.zone())))
                .max(Comparator.comparingInt(ReplyPolicy::version))
                .map(policy -> policy.days().rateWindowDays())
                .orElse(0);
    }

    Iterable<Filed> inquiries() {
        return inquiries.values();
    }

    /** Of inquiries of earlier days, with ids of their mails. */
    List<Fact> lateFacts() {
        return lateFacts;
    }

    /** Forgets all other inquiries, and the numbers. */
    void keepOnly(Set<InquiryId> some) {
        inquiries.keySet().retainAll(some);
        facts.keySet().retainAll(some);
        verdicts.keySet().retainAll(some);
        lateFacts.removeIf(fact -> !some.contains(fact.caseId()));
        numbers.clear();
        records.clear();
    }

    boolean holds(InquiryId inquiry) {
        return inquiries.containsKey(inquiry);
    }

    boolean rolling() {
        return policies.values().stream().anyMatch(policy -> policy.duplicates() == DuplicateRule.ROLLING_24H);
    }

    /**
     * @param settled whether its state stands, as for an inquiry of an earlier day than the one that is counted
     * @param late facts that were recorded after its day's close
     */
    CaseFile file(Filed inquiry, boolean settled, List<Fact> late) {
        return CaseFile.builder(inquiry.receivedAt(), Objects.requireNonNull(policies.get(inquiry.policy())))
                .id(inquiry.id())
                .recordedAt(inquiry.recordedAt())
                .facts(Stream.concat(facts.getOrDefault(inquiry.id(), List.of()).stream(), late.stream())
                        .toList())
                .settled(settled ? state(inquiry.id()) : null)
                .unseen(unseen(inquiry))
                .build();
    }

    private Unseen unseen(Filed inquiry) {
        var ownAfter =
                Objects.requireNonNull(policies.get(inquiry.policy())).gaps().ownAfter();
        return Unseen.of(gaps.getOrDefault(inquiry.supplier(), List.of()), ownAfter, outages);
    }

    private @Nullable InquiryState state(InquiryId inquiry) {
        var verdict = verdicts.get(inquiry);
        return verdict == null ? null : verdict.state();
    }

    /** As an input for the day after. */
    void restate(Restated restated) {
        verdicts.replace(restated.inquiry(), restated.verdict());
    }

    /** The inquiry that the entry restates; null if it does nothing of the kind. */
    static @Nullable InquiryId restatedBy(JsonNode entry) {
        return isRestatement(entry) ? new InquiryId(text(entry, "inquiry")) : null;
    }

    /** @throws IOException if the line is not an entry as docs/ledger.md describes it */
    void add(byte[] line) throws IOException {
        try {
            var entry = JSON.readTree(line);
            if (entry.has("record")) {
                addRecord(entry);
            } else {
                add(entry);
            }
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException | InvalidInput e) {
            throw new IOException("an entry of " + day + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(JsonNode entry) {
        switch (text(entry, "entry")) {
            case "SEAL" -> {
                day = LocalDate.parse(text(entry, "day"));
                booksFrom = LocalDate.parse(text(entry, "booksFrom"));
                booksClose = Instant.parse(text(entry, "booksClose"));
                publishedOn = entry.has("publishedOn") ? LocalDate.parse(text(entry, "publishedOn")) : null;
            }
            case "POLICY" -> policies.put(entry.path("version").asInt(), policyOfDay(entry));
            case "OUTAGE" -> outages.add(outage(entry));
            case "COVERAGE" -> addCoverage(entry);
            case "INQUIRY" -> {
                var filed = inquiry(entry);
                inquiries.put(filed.id(), filed);
            }
            case "FACT" -> {
                var fact = fact(entry);
                facts.computeIfAbsent(InquiryId.of(fact.caseId()), id -> new ArrayList<>())
                        .add(fact);
            }
            case "VERDICT" -> verdicts.put(new InquiryId(text(entry, "inquiry")), verdict(entry));
            case "NUMBER" -> numbers.add(number(entry));
            default -> throw new IllegalArgumentException("unknown kind " + text(entry, "entry"));
        }
    }

    private void addRecord(JsonNode entry) {
        if (text(entry, "entry").equals("NUMBER")) {
            records.add(number(entry));
        } else if (text(entry, "entry").equals("FACT") && entry.has("mail")) {
            lateFacts.add(fact(entry));
        } else if (isRestatement(entry)) {
            records.add(new Restated(
                    new InquiryId(text(entry, "inquiry")),
                    text(entry, "supplier"),
                    LocalDate.parse(text(entry, "day")),
                    verdict(entry)));
        }
    }

    /** As it was known at the close: what had been read by then, late or not, is no gap. */
    private void addCoverage(JsonNode entry) {
        if (text(entry, "state").equals(Stretch.State.GAP.name())) {
            var from = Instant.parse(text(entry, "from"));
            var told = entry.has("toldAt") ? Instant.parse(text(entry, "toldAt")) : null;
            gaps.computeIfAbsent(text(entry, "supplier"), supplier -> new ArrayList<>())
                    .add(new Gap(from, Instant.parse(text(entry, "until")), from, null, told));
        }
    }

    private static DeclaredOutage outage(JsonNode entry) {
        return new DeclaredOutage(
                Instant.parse(text(entry, "from")),
                Instant.parse(text(entry, "until")),
                Instant.parse(text(entry, "consentedAt")));
    }

    private FiledVerdict verdict(JsonNode entry) {
        var verdict = new FiledVerdict(
                entry.path("seq").asInt(),
                InquiryState.valueOf(text(entry, "state")),
                InquiryRule.valueOf(text(entry, "rule")),
                entry.has("decidingFact") ? new FactId(text(entry, "decidingFact")) : null,
                entry.has("anchor") ? new InquiryId(text(entry, "anchor")) : null);
        if (!verdict.isConsistent()) {
            contradictions.add(new Contradiction(
                    new InquiryId(text(entry, "inquiry")),
                    text(entry, "supplier"),
                    LocalDate.parse(text(entry, "day")),
                    verdict));
        }
        return verdict;
    }

    private static boolean isRestatement(JsonNode entry) {
        return text(entry, "cause").equals("RESTATEMENT");
    }

    /** Where another zone begins after this day, the entry says when. */
    private ReplyPolicy policyOfDay(JsonNode entry) {
        var policy = policy(entry);
        return entry.has("zoneUntil")
                ? policy.withDays(policy.days()
                        .until(new DayRules.CutOver(day.plusDays(1), Instant.parse(text(entry, "zoneUntil")))))
                : policy;
    }

    private static ReplyPolicy policy(JsonNode entry) {
        var days = new DayRules(
                Instant.parse(text(entry, "inForceFrom")),
                ZoneId.of(text(entry, "zone")),
                Duration.parse(text(entry, "replyWithin")),
                entry.path("booksCloseAfterDays").asInt(),
                entry.path("rateWindowDays").asInt(),
                null);
        return ReplyPolicy.builder()
                .version(entry.path("version").asInt())
                .days(days)
                .objectWithin(Period.parse(text(entry, "objectWithin")))
                .duplicates(DuplicateRule.valueOf(text(entry, "duplicates")))
                .offerStaysFor(Duration.ZERO)
                .counting(new CountingReplies(
                        authors(entry.path("countingAuthors")),
                        entry.path("textlessReplyCounts").asBoolean(),
                        Duration.parse(entry.path("earlyBy").asText("PT0S"))))
                .gaps(new ExcusedGaps(
                        Duration.parse(entry.path("gapOwnAfter").asText("PT24H")),
                        Duration.parse(entry.path("outageLeast").asText("PT4H"))))
                .build();
    }

    private static Set<AuthorKind> authors(JsonNode names) {
        var authors = new HashSet<AuthorKind>();
        names.forEach(name -> authors.add(AuthorKind.valueOf(name.asText())));
        return authors;
    }

    private static Filed inquiry(JsonNode entry) {
        return new Filed(
                new InquiryId(text(entry, "inquiry")),
                text(entry, "by"),
                text(entry, "supplier"),
                Instant.parse(text(entry, "receivedAt")),
                Instant.parse(text(entry, "recordedAt")),
                entry.path("policy").asInt());
    }

    private static Fact fact(JsonNode entry) {
        return Fact.builder()
                .id(new FactId(text(entry, "fact")))
                .caseId(new InquiryId(text(entry, "inquiry")))
                .kind(InquiryFactKind.valueOf(text(entry, "kind")))
                .author(entry.has("author") ? AuthorKind.valueOf(text(entry, "author")) : null)
                .occurredAt(Instant.parse(text(entry, "occurredAt")))
                .recordedAt(Instant.parse(text(entry, "recordedAt")))
                .textless(entry.path("textless").asBoolean())
                .about(entry.has("about") ? new FactId(text(entry, "about")) : null)
                .mail(mail(entry))
                .build();
    }

    private static MailIds mail(JsonNode entry) {
        var answers = new ArrayList<String>();
        entry.path("answers").forEach(answered -> answers.add(answered.asText()));
        return new MailIds(entry.has("mail") ? text(entry, "mail") : null, answers);
    }

    private static Published number(JsonNode entry) {
        return new Published(
                text(entry, "supplier"),
                LocalDate.parse(text(entry, "publishedOn")),
                entry.path("revision").asInt(),
                LocalDate.parse(text(entry, "windowFrom")),
                LocalDate.parse(text(entry, "windowTo")),
                entry.path("timely").asInt(),
                entry.path("countable").asInt());
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).asText();
    }
}
